// Controls as a table for people.
#pragma once

#include "cli/control_state.hpp"

namespace v4lxx::cli {

// Grouped by heading; the items of a menu stand below it.
std::string controls_as_text(const std::vector<ControlState> &states);

}  // namespace v4lxx::cli
