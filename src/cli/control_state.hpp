// A control with the value it has now, for tables and for JSON.
#pragma once

#include "cli/library.hpp"

#include <optional>
#include <string>
#include <vector>

namespace v4lxx::cli {

struct ControlState {
    const v4lxx_control *control;
    std::string heading;            // of the controls it stands among
    std::optional<int64_t> number;  // none: it is no number, or could not be read
    std::optional<std::string> text;
    std::string problem;         // why it could not be read although it should
    std::string governed_by;     // the short name of the control that governs it; empty if it is free
    std::string governor_value;  // what that one is set to
};

// Asks only. Controls that have no value by their nature have none here, and no problem.
ControlState read_state(const Device &device, const v4lxx_control *control);
std::vector<ControlState> read_states(const Device &device, const ControlList &list);
// What governs it, if it is inactive and that is known.
void add_governor(const Device &device, ControlState &state);

bool is_heading(const v4lxx_control *control);
bool holds_text(const v4lxx_control *control);
// "157", "3 (Aperture Priority Mode)", "0x80000001", "\"label\""; "-" without a value.
std::string value_words(const ControlState &state);
// "integer", "menu", ...; a number for a type that has no name here.
std::string control_type_word(uint32_t type);
// "INACTIVE", "GRABBED", ... of v4lxx_control_get_flags.
std::vector<std::string> control_flag_words(uint32_t flags);

}  // namespace v4lxx::cli
