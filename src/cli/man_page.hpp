// Manual pages, made from the same tables as --help.
#pragma once

#include "cli/arguments.hpp"

#include <string>

namespace v4lxx::cli {

struct ManHeading {
    std::string date;     // of the version, not of the build: the same sources give the same page
    std::string version;  // "0.1.0"
};

// v4lxx(1)
std::string program_page(const ManHeading &heading);
// v4lxx-list(1) and so on
std::string command_page(const CommandSpec &command, const ManHeading &heading);

}  // namespace v4lxx::cli
