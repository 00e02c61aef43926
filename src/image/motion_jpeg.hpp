// What cameras send as MJPEG: JPEG files without Huffman tables, with rubbish behind their end, sometimes damaged.
#pragma once

#include "base/result.hpp"
#include "data/pixel_format.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace v4lxx::image {

// Drivers use both codes for the same thing.
constexpr bool is_motion_jpeg(uint32_t fourcc)
{
    return fourcc == data::fourcc_of("MJPEG") || fourcc == data::fourcc_of("JPEG");
}

struct CompleteJpeg {
    uint32_t width = 0, height = 0;
    std::vector<uint8_t> bytes;
};

// A file that every program can read: the standard Huffman tables put in if there are none, everything behind the end cut off.
// max_width, max_height: the negotiated format; a picture larger than that, rounded up to 16, is refused.
Result<CompleteJpeg> complete_jpeg(const uint8_t *data, size_t size, uint32_t max_width, uint32_t max_height);

}  // namespace v4lxx::image
