// Help and version texts, made from the tables of the commands.
#pragma once

#include "cli/arguments.hpp"

#include <string>
#include <vector>

namespace v4lxx::cli {

// What help and the man pages say besides the tables of the commands.
struct ExitCode {
    const char *code;
    const char *meaning;
};
extern const std::vector<ExitCode> exit_codes;
extern const char *const program_summary;
extern const char *const device_notes;
extern const char *const program_examples;

std::string program_help();
std::string command_help(const CommandSpec &command);
std::string version_text();

}  // namespace v4lxx::cli
