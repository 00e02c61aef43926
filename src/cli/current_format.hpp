// The format a device has now, in one line: for commands that change what it follows.
#pragma once

#include "cli/json_writer.hpp"
#include "cli/library.hpp"

#include <string>

namespace v4lxx::cli {

// "format: YUYV 720x576 at 25 per second, field INTERLACED"; empty if the node captures no video.
std::string current_format_as_text(const Device &device);
// The key format: fourcc, width, height, rate, field; or null.
void write_current_format_json(JsonWriter &json, const Device &device);

}  // namespace v4lxx::cli
