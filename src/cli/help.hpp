// Help and version texts, made from the tables of the commands.
#pragma once

#include "cli/arguments.hpp"

#include <string>

namespace v4lxx::cli {

std::string program_help();
std::string command_help(const CommandSpec &command);
std::string version_text();

}  // namespace v4lxx::cli
