// How a command ends early: an exit code, what to say on standard error, and the library's error field by field if it was one.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include <v4lxx/v4lxx.h>

namespace v4lxx::cli {

// Documented in docs/reference/cli.md and in `v4lxx --help`; scripts depend on the numbers.
namespace exit_code {
constexpr int ok = 0;
constexpr int failure = 1;
constexpr int usage = 2;
constexpr int timed_out = 3;
constexpr int reader_gone = 141;  // as if SIGPIPE had ended the program, which is what a shell shows for `cat`
constexpr int signal_base = 128;  // 130 is SIGINT, 143 is SIGTERM
}  // namespace exit_code

struct ErrorFree {
    void operator()(v4lxx_error *error) const { v4lxx_error_free(error); }
};

struct Stop {
    Stop(int exit_code_given, std::string text) : exit_code(exit_code_given), message(std::move(text)) {}

    int exit_code;
    std::string message;                 // may have several lines; without the prefix of the program
    std::shared_ptr<v4lxx_error> error;  // null unless the library reported it
};

}  // namespace v4lxx::cli
