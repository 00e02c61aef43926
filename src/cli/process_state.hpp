// What this process holds of the system, as /proc tells it: what a library that leaks would leave behind.
#pragma once

#include "cli/json_writer.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace v4lxx::cli {

struct ProcessState {
    uint64_t descriptors = 0;
    uint64_t mappings = 0;  // shared ones: memory of devices, and not what malloc() does
    uint64_t threads = 0;
};

// Throws Stop if /proc cannot be read.
ProcessState read_process_state();
// "6 descriptors, 0 shared mappings, 1 thread"
std::string process_state_words(const ProcessState &state);
// "2 descriptors more than before"; none if nothing differs.
std::vector<std::string> process_state_changes(const ProcessState &before, const ProcessState &now);
// As an object.
void write_process_state_json(JsonWriter &json, const ProcessState &state);

}  // namespace v4lxx::cli
