// What is known of controls beyond what a driver says, generated from controls.yaml: the names they had before Linux 5.16, and
// which control takes which over.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace v4lxx::data {

struct ControlFacts {
    uint32_t id;
    const char *macro;   // without V4L2_CID_, in lower case
    const char *name;    // normalised
    const char *old[2];  // normalised; null if there is none
    uint32_t master;     // the control that governs this one; 0 if none is known
    uint32_t manual_count;
    int32_t manual[2];  // the values of the master that leave this one alone
};

// Null if the table does not have it.
const ControlFacts *find_control_facts(uint32_t id);
// By any of its names, normalised. Null if there is none.
const ControlFacts *find_control_facts(std::string_view name);

// A name as one writes it on a command line: "Exposure Time, Absolute" -> "exposure_time_absolute". As v4l2-ctl does it.
std::string normalised(std::string_view name);

}  // namespace v4lxx::data
