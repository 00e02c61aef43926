// Why a mode was not chosen, in a sentence.
#pragma once

#include "device/mode_ranking.hpp"

namespace v4lxx::device {

// What the ranking measured against.
struct Yardstick {
    const Wish &wish;
    Size size;
    RateTarget rate;
};

std::string reason_of(const Candidate &candidate, const Candidate &best, const Yardstick &yardstick);

}  // namespace v4lxx::device
