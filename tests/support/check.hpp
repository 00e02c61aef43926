// cmocka for C++, and the macro that lists a test under its own name.
#pragma once

// cmocka's macros (fail, skip) would hit these, so they come first.
#include <atomic>
#include <condition_variable>
#include <csetjmp>
#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <functional>
#include <memory>
#include <mutex>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

extern "C" {
#include <cmocka.h>
}

#include <v4lxx/v4lxx.h>

// Asserts that a call succeeded, with the library's own message if it did not.
#define ASSERT_OK(call)                                                                                          \
    do {                                                                                                         \
        v4lxx_error *error = nullptr;                                                                            \
        const v4lxx_status status_ = (call);                                                                     \
        if (status_ != V4LXX_OK) {                                                                               \
            print_error("%s: status %d: %s\n", #call, status_, v4lxx_error_get_message(error));                  \
            v4lxx_error_free(error);                                                                             \
            fail();                                                                                              \
        }                                                                                                        \
    } while (0)

// Asserts that a call failed with a code.
#define ASSERT_CODE(call, wanted)                                                                               \
    do {                                                                                                        \
        v4lxx_error *error = nullptr;                                                                           \
        const v4lxx_status status_ = (call);                                                                    \
        const v4lxx_code code_ = v4lxx_error_get_code(error);                                                   \
        if (status_ >= 0 || code_ != static_cast<v4lxx_code>(wanted)) {                                         \
            print_error("%s: wanted %s, got status %d: %s\n", #call, v4lxx_code_get_name(wanted), status_,       \
                        v4lxx_error_get_message(error));                                                        \
            v4lxx_error_free(error);                                                                            \
            fail();                                                                                             \
        }                                                                                                       \
        assert_int_equal(status_, v4lxx_error_get_status(error));                                               \
        assert_int_equal(status_, v4lxx_code_get_status(code_));                                                \
        v4lxx_error_free(error);                                                                                \
    } while (0)

namespace v4lxx::test {

inline void assert_has(const std::string &text, const std::string &part)
{
    if (text.find(part) == text.npos)
        fail_msg("\"%s\" is not in:\n%s", part.c_str(), text.c_str());
}

}  // namespace v4lxx::test
