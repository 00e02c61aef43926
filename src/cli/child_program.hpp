// This program, run once more as another process.
#pragma once

#include <cstdint>
#include <string>
#include <sys/types.h>
#include <vector>

namespace v4lxx::cli {

class ChildProgram {
public:
    // The words behind the name of the program. What it prints is dropped, what it complains of is kept. Throws Stop.
    explicit ChildProgram(const std::vector<std::string> &words);
    // Ends it, if it still runs: as Ctrl-C would, and after a while for good.
    ~ChildProgram();
    ChildProgram(const ChildProgram &) = delete;
    ChildProgram &operator=(const ChildProgram &) = delete;

    // Looks whether it has ended; does not wait.
    bool has_ended();
    // Once it has ended: its exit code, or 128 and the number of the signal that killed it.
    int exit_code() const { return exit_code_; }
    // What it wrote on standard error.
    std::string problem() const;

private:
    pid_t process_ = -1;  // -1: it has ended
    int errors_ = -1;
    int exit_code_ = 0;
};

}  // namespace v4lxx::cli
