// A call of the C API under any answers: every failure has words for it, and a success has none.
#pragma once

#include "support/require.hpp"

#include <v4lxx/v4lxx.h>

namespace v4lxx::fuzz {

class Call {
public:
    v4lxx_error **error() { return &error_; }
    bool operator()(v4lxx_status status)
    {
        REQUIRE((status < 0) == (error_ != nullptr));
        if (status < 0) {
            REQUIRE(v4lxx_error_get_status(error_) == status);
            REQUIRE(v4lxx_error_get_code(error_) != V4LXX_CODE_INTERNAL);
            REQUIRE(v4lxx_error_get_message(error_)[0] != '\0');
            v4lxx_error_free(error_);
            error_ = nullptr;
        }
        return status == V4LXX_OK;
    }

private:
    v4lxx_error *error_ = nullptr;
};

// What is shown to people has no control characters.
inline void require_text(const char *text)
{
    for (; *text != '\0'; text++)
        REQUIRE(static_cast<unsigned char>(*text) >= 0x20);
}

}  // namespace v4lxx::fuzz
