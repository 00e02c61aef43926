// A picture in memory that belongs to somebody else: colour planes as lay_out() found them, and what its colours mean.
#pragma once

#include <cstdint>

namespace v4lxx::convert {

struct PlaneView {
    const uint8_t *data = nullptr;
    uint64_t size_bytes = 0;    // bytes that may be read
    uint32_t stride_bytes = 0;  // distance of two rows
};

struct PictureView {
    uint32_t fourcc = 0, width = 0, height = 0;
    uint32_t colorspace = 0, ycbcr_encoding = 0, quantization = 0;  // the kernel's numbers, as the driver granted them
    uint32_t plane_count = 0;                                       // colour planes; compressed formats have one
    PlaneView planes[4];
};

}  // namespace v4lxx::convert
