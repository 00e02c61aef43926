// What was wanted and what was granted, field by field.
#pragma once

#include "base/result.hpp"
#include "kernel/format_calls.hpp"

namespace v4lxx::device {

// Bits of v4lxx_format_field_values.
enum Difference : uint32_t {
    differs_fourcc = 1 << 0,
    differs_width = 1 << 1,
    differs_height = 1 << 2,
    differs_field = 1 << 3,
    differs_colorspace = 1 << 4,
    differs_ycbcr_encoding = 1 << 5,
    differs_quantization = 1 << 6,
    differs_transfer_function = 1 << 7,
    differs_stride = 1 << 8,
    differs_rate = 1 << 9,
    differs_flags = 1 << 10,
    differs_memory_planes = 1 << 11,
    differs_size_bytes = 1 << 12,
};

struct Negotiated {
    kernel::Format granted;
    uint32_t differences = 0;
};

// Wanted fields that were granted otherwise; a wanted 0 is content with anything.
uint32_t differences(const kernel::Format &wanted, const kernel::Format &granted);

// Fills what is not wished for from the format the device has: a driver that is handed a 0 chooses its smallest picture, not "as it
// is". Asks the device only if something is missing.
Result<kernel::Format> completed(kernel::Node &node, kernel::Api api, const kernel::Format &wanted);

std::string format_text(const kernel::Format &format);  // "YUYV 640x480"

}  // namespace v4lxx::device
