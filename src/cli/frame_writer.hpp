// A frame on its way out: its bytes as they are, or a picture made from it.
#pragma once

#include "cli/library.hpp"
#include "cli/output_file.hpp"

namespace v4lxx::cli {

// The bytes of each colour plane that hold data, one plane after the other, nothing between and nothing left out: rows keep
// the stride the driver gave them. Throws Stop.
void write_raw(OutputFile &output, const Frame &frame);
// Makes the picture; ERROR_DATA means that this frame is damaged.
v4lxx_status encode(const Frame &frame, v4lxx_image_type type, Bytes &picture, Details &details);
void write_bytes(OutputFile &output, const Bytes &bytes);

}  // namespace v4lxx::cli
