// One control as an object of JSON.
#pragma once

#include "cli/control_state.hpp"
#include "cli/json_writer.hpp"

namespace v4lxx::cli {

// `asked`: the text it was to be set to; none if it was not.
void write_control_json(JsonWriter &json, const ControlState &state, const std::optional<std::string> &asked);

}  // namespace v4lxx::cli
