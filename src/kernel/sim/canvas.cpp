#include "kernel/sim/canvas.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace v4lxx::kernel::sim {

static uint8_t to_byte(double value) { return static_cast<uint8_t>(std::clamp(std::lround(value), 0L, 255L)); }

Yuv to_yuv(Rgb colour)
{
    double r = colour.r / 255.0, g = colour.g / 255.0, b = colour.b / 255.0;
    return {to_byte(16 + 65.481 * r + 128.553 * g + 24.966 * b), to_byte(128 - 37.797 * r - 74.203 * g + 112.0 * b),
            to_byte(128 + 112.0 * r - 93.786 * g - 18.214 * b)};
}

uint8_t to_grey(Rgb colour) { return to_byte(0.299 * colour.r + 0.587 * colour.g + 0.114 * colour.b); }

// One group of bytes that repeats along a row of a plane: 4 bytes are 2 pixels of YUYV, 3 one pixel of RGB24.
struct Group {
    uint8_t bytes[4] = {};
    uint32_t size = 1;
};

static Group group_of(const PixelFormat &format, uint32_t plane, Rgb colour)
{
    Group group;
    switch (format.arrangement) {
    case Arrangement::packed_422: {
        Yuv yuv = to_yuv(colour);
        group.size = 4;
        group.bytes[format.order[0]] = yuv.y;
        group.bytes[format.order[0] + 2] = yuv.y;
        group.bytes[format.order[1]] = yuv.u;
        group.bytes[format.order[2]] = yuv.v;
        break;
    }
    case Arrangement::packed_rgb:
        group.size = 3;
        group.bytes[format.order[0]] = colour.r;
        group.bytes[format.order[1]] = colour.g;
        group.bytes[format.order[2]] = colour.b;
        break;
    case Arrangement::grey_16:
        group.size = 2;
        group.bytes[0] = group.bytes[1] = to_grey(colour);
        break;
    case Arrangement::semi_planar:
        if (plane == 1) {
            Yuv yuv = to_yuv(colour);
            group.size = 2;
            group.bytes[format.order[1]] = yuv.u;
            group.bytes[format.order[2]] = yuv.v;
        } else {
            group.bytes[0] = to_yuv(colour).y;
        }
        break;
    case Arrangement::planar: {
        Yuv yuv = to_yuv(colour);
        group.bytes[0] = plane == 0 ? yuv.y : plane == format.order[1] ? yuv.u : yuv.v;
        break;
    }
    case Arrangement::grey_8:
    case Arrangement::jpeg: group.bytes[0] = to_grey(colour); break;
    }
    return group;
}

// The bytes [first, last) of a row of `plane` that the pixels [x, end) touch.
static void bytes_of(const PixelFormat &format, uint32_t plane, uint32_t x, uint32_t end, uint32_t *first, uint32_t *last)
{
    *last = row_bytes(format, plane, end);
    *first = row_bytes(format, plane, x);  // exact: x is even
}

void fill(const Canvas &canvas, Rect rect, Rgb colour)
{
    const PixelFormat &format = *canvas.format;
    uint32_t right = std::min(rect.x + rect.width, canvas.size.width);
    uint32_t bottom = std::min(rect.y + rect.height, canvas.size.height);
    if (rect.x >= right || rect.y >= bottom)
        return;
    for (uint32_t plane = 0; plane < format.colour_planes; ++plane) {
        uint32_t first = 0, last = 0;
        bytes_of(format, plane, rect.x, right, &first, &last);
        uint32_t top = plane_rows(format, plane, rect.y), end = plane_rows(format, plane, bottom);
        if (top == end)
            continue;
        Group group = group_of(format, plane, colour);
        uint8_t *row = canvas.plane[plane] + uint64_t{top} * canvas.stride[plane] + first;
        if (group.size == 1)
            std::memset(row, group.bytes[0], last - first);
        else
            for (uint32_t at = 0; at < last - first; ++at)
                row[at] = group.bytes[at % group.size];
        for (uint32_t y = top + 1; y < end; ++y)
            std::memcpy(row + uint64_t{y - top} * canvas.stride[plane], row, last - first);
    }
}

void fill_padding(const Canvas &canvas, uint8_t value)
{
    for (uint32_t plane = 0; plane < canvas.format->colour_planes; ++plane) {
        uint32_t used = row_bytes(*canvas.format, plane, canvas.size.width);
        if (canvas.stride[plane] <= used)
            continue;
        for (uint32_t y = 0; y < plane_rows(*canvas.format, plane, canvas.size.height); ++y)
            std::memset(canvas.plane[plane] + uint64_t{y} * canvas.stride[plane] + used, value, canvas.stride[plane] - used);
    }
}

uint8_t brightness(const PixelFormat &format, const uint8_t *const *planes, const uint32_t *strides, uint32_t x, uint32_t y)
{
    const uint8_t *row = planes[0] + uint64_t{y} * strides[0];
    auto widen = [](uint8_t limited) { return to_byte((limited - 16) * 255.0 / 219.0); };
    switch (format.arrangement) {
    case Arrangement::packed_422: return widen(row[x * 2 + format.order[0]]);
    case Arrangement::packed_rgb:
        return to_grey({row[x * 3 + format.order[0]], row[x * 3 + format.order[1]], row[x * 3 + format.order[2]]});
    case Arrangement::semi_planar:
    case Arrangement::planar: return widen(row[x]);
    case Arrangement::grey_16: return row[x * 2 + 1];
    case Arrangement::grey_8:
    case Arrangement::jpeg: break;
    }
    return row[x];
}

}  // namespace v4lxx::kernel::sim
