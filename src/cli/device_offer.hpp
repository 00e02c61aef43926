// All that a capture device offers, read once: the format it has now, and formats with their sizes and frame intervals.
#pragma once

#include "cli/json_writer.hpp"
#include "cli/library.hpp"

#include <optional>
#include <string>
#include <vector>

namespace v4lxx::cli {

struct OfferedSize {
    v4lxx_size_range range;
    // Of the largest size, if the range has more than one.
    std::vector<v4lxx_interval_range> intervals;

    bool is_one() const { return range.min_width == range.max_width && range.min_height == range.max_height; }
};

struct OfferedFormat {
    uint32_t fourcc;
    uint32_t flags;
    std::string description;
    std::vector<OfferedSize> sizes;
};

struct DeviceOffer {
    std::optional<v4lxx_format> current;  // none: the node does not capture video
    double rate = 0;                      // 0: the device does not tell
    std::vector<OfferedFormat> formats;
};

// Asks only; throws Stop. A node that captures no video offers nothing.
DeviceOffer read_offer(const Device &device);
// A table of the formats; the size the device has now is marked with *.
std::string formats_as_text(const DeviceOffer &offer);
// The keys format and formats.
void write_offer_json(JsonWriter &json, const DeviceOffer &offer);

}  // namespace v4lxx::cli
