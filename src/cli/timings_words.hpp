// How DV timings and the state of a signal are called, as text and as JSON.
#pragma once

#include "cli/json_writer.hpp"

#include <string>

#include <v4lxx/v4lxx.h>

namespace v4lxx::cli {

// "1920x1080p60", "1920x1080i59.94": fields per second for interlaced ones, at most two digits behind the point.
std::string timings_word(const v4lxx_timings &timings);
// "present", "no signal", "no lock", "out of range", "no power", "not known".
std::string signal_state_word(v4lxx_signal_state state);
void write_timings_json(JsonWriter &json, const v4lxx_timings &timings);

}  // namespace v4lxx::cli
