// Where the colour planes of a picture lie in the memory the driver gave, computed from bytesperline by the kernel's rule
// (pixfmt-v4l2.rst): NV12 and NV12M come out the same. Inputs are hostile; nothing outside a memory plane ever comes out.
#pragma once

#include "data/pixel_format.hpp"

#include <cstdint>

namespace v4lxx::data {

constexpr uint32_t max_planes = 4;

// One block of memory as the driver describes it.
struct MemoryPlane {
    uint32_t stride_bytes = 0;         // bytesperline; 0: no padding
    uint32_t data_offset = 0;          // where the picture begins
    uint64_t size_bytes = 0;           // of the block: no plane reaches beyond it
    uint64_t used_bytes = UINT64_MAX;  // bytesused, data_offset included; more than size_bytes counts as size_bytes
};

struct ColourPlane {
    uint32_t memory_plane = 0;
    uint32_t stride_bytes = 0;  // distance of two rows
    uint32_t rows = 0;          // 0: not rows of pixels
    uint32_t row_bytes = 0;     // of these, bytes that are pixels
    uint64_t offset = 0;        // of the first byte from the start of the memory plane, data_offset included
    uint64_t bytes = 0;         // that hold data: fewer than the rows need if the frame is short
};

struct PlaneLayout {
    uint32_t plane_count = 0;
    bool complete = false;  // every plane holds all its rows
    ColourPlane planes[max_planes];
};

// False if the picture does not fit into the memory, or if the numbers cannot be true (wrong count, stride below a row).
// A format that is not linear has one colour plane for each memory plane, without rows.
[[nodiscard]] bool lay_out(const PixelFormat &format, uint32_t width, uint32_t height, const MemoryPlane *memory,
                           uint32_t count, PlaneLayout *out);

// The same for a format that is not in the table.
[[nodiscard]] bool lay_out_unknown(const MemoryPlane *memory, uint32_t count, PlaneLayout *out);

// The smallest bytesperline a memory plane may have; 0 if the format is not linear or has no such memory plane.
// UINT32_MAX if a row is larger than bytesperline can say.
uint32_t minimum_stride(const PixelFormat &format, uint32_t memory_plane, uint32_t width);

}  // namespace v4lxx::data
