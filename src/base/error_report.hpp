// A failure ready to be read by others: every part as text that stays put. What a v4lxx_error is.
#pragma once

#include "base/failure.hpp"

#include <string>

namespace v4lxx {

struct ErrorReport {
    explicit ErrorReport(Failure why);

    Failure failure;
    std::string answer, cause, advice, message;
};

}  // namespace v4lxx
