#include "data/plane_layout.hpp"

#include <algorithm>

namespace v4lxx::data {

static uint64_t divide_up(uint64_t value, uint32_t divisor) { return (value + divisor - 1) / divisor; }

// Every plane but the first is subsampled; alpha planes do not exist in V4L2.
static uint32_t across(const PixelFormat &format, uint32_t plane) { return plane == 0 ? 1u : format.horizontal_subsampling; }
static uint32_t down(const PixelFormat &format, uint32_t plane) { return plane == 0 ? 1u : format.vertical_subsampling; }

static uint64_t row_bytes(const PixelFormat &format, uint32_t plane, uint32_t width)
{
    return divide_up(divide_up(width, across(format, plane)) * format.bits_per_pixel[plane], 8);
}

// The padding of chroma lines is that of the luma lines, counted in pixels (pixfmt-yuv-planar.rst), so the luma stride becomes
// pixels first. Drivers that leave an odd number of them round up, as the kernel's v4l2_fill_pixfmt() does.
static uint64_t derived_stride(const PixelFormat &format, uint32_t plane, uint64_t luma_stride)
{
    if (plane == 0)
        return luma_stride;
    const uint32_t luma_bytes = format.bits_per_pixel[0] / 8u;
    return divide_up(luma_stride, luma_bytes * across(format, plane)) * (format.bits_per_pixel[plane] / 8u);
}

static bool geometry(const PixelFormat &format, uint32_t width, uint32_t height, const MemoryPlane *memory, uint32_t plane,
                     ColourPlane *out)
{
    const bool own_memory = format.memory_plane_count > 1;
    uint64_t luma_stride = memory[0].stride_bytes;
    if (luma_stride == 0)
        luma_stride = row_bytes(format, 0, width);
    uint64_t stride = own_memory ? memory[plane].stride_bytes : 0;
    if (stride == 0)
        stride = derived_stride(format, plane, luma_stride);
    const uint64_t row = row_bytes(format, plane, width);
    if (row > stride || stride > UINT32_MAX)
        return false;
    out->memory_plane = own_memory ? plane : 0;
    out->stride_bytes = static_cast<uint32_t>(stride);
    out->row_bytes = static_cast<uint32_t>(row);
    out->rows = static_cast<uint32_t>(divide_up(height, down(format, plane)));
    return true;
}

// Puts a plane at an offset, with as many bytes as the memory and the frame have. The last row may lack its padding.
static bool place(const MemoryPlane &memory, uint64_t offset, ColourPlane *plane, bool *complete)
{
    // Neither product can overflow: all factors are below 2^32.
    const uint64_t whole = uint64_t{plane->rows} * plane->stride_bytes;
    const uint64_t least = uint64_t{plane->rows - 1} * plane->stride_bytes + plane->row_bytes;
    if (offset > memory.size_bytes || least > memory.size_bytes - offset)
        return false;
    const uint64_t end = std::min(memory.size_bytes, memory.used_bytes);
    plane->offset = offset;
    plane->bytes = end > offset ? std::min(whole, end - offset) : 0;
    if (plane->bytes < least)
        *complete = false;
    return true;
}

bool lay_out(const PixelFormat &format, uint32_t width, uint32_t height, const MemoryPlane *memory, uint32_t count,
             PlaneLayout *out)
{
    if (!is_linear(format))
        return count == format.memory_plane_count && lay_out_unknown(memory, count, out);
    if (count != format.memory_plane_count || width == 0 || height == 0)
        return false;
    PlaneLayout layout;
    layout.plane_count = format.plane_count;
    layout.complete = true;
    uint64_t next = memory[0].data_offset;
    for (uint32_t i = 0; i < layout.plane_count; i++) {
        ColourPlane &plane = layout.planes[i];
        if (!geometry(format, width, height, memory, i, &plane))
            return false;
        if (format.memory_plane_count > 1)
            next = memory[i].data_offset;
        if (!place(memory[plane.memory_plane], next, &plane, &layout.complete))
            return false;
        if (__builtin_add_overflow(next, uint64_t{plane.rows} * plane.stride_bytes, &next))
            return false;
    }
    *out = layout;
    return true;
}

bool lay_out_unknown(const MemoryPlane *memory, uint32_t count, PlaneLayout *out)
{
    if (count == 0 || count > max_planes)
        return false;
    PlaneLayout layout;
    layout.plane_count = count;
    layout.complete = true;
    for (uint32_t i = 0; i < count; i++) {
        if (memory[i].data_offset > memory[i].size_bytes)
            return false;
        const uint64_t end = std::min(memory[i].size_bytes, memory[i].used_bytes);
        ColourPlane &plane = layout.planes[i];
        plane.memory_plane = i;
        plane.stride_bytes = memory[i].stride_bytes;
        plane.offset = memory[i].data_offset;
        plane.bytes = end > plane.offset ? end - plane.offset : 0;
        if (plane.bytes == 0)
            layout.complete = false;
    }
    *out = layout;
    return true;
}

uint32_t minimum_stride(const PixelFormat &format, uint32_t memory_plane, uint32_t width)
{
    if (!is_linear(format) || memory_plane >= format.memory_plane_count)
        return 0;
    return static_cast<uint32_t>(std::min<uint64_t>(row_bytes(format, memory_plane, width), UINT32_MAX));
}

}  // namespace v4lxx::data
