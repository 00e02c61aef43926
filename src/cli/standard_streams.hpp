// Standard output and standard error. Output that could not be written is a failure, not a shrug.
#pragma once

#include "cli/stop.hpp"

#include <cstdio>
#include <string>

namespace v4lxx::cli {

// A file opened later must not become standard output because that was closed; what is written to a closed one still fails.
void occupy_standard_descriptors();

// Writes all of the text now; throws Stop if that fails.
void print(std::FILE *stream, const std::string &text);
// "v4lxx: " and the message, on standard error.
void print_problem(const std::string &message);

// What errno means, in English whatever the locale: "no space left on device (ENOSPC)".
std::string errno_text(int error);

}  // namespace v4lxx::cli
