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

static void put_word(const PixelFormat &format, uint32_t word, Group &group)
{
    group.size = 2;
    group.bytes[format.big_endian ? 1 : 0] = static_cast<uint8_t>(word);
    group.bytes[format.big_endian ? 0 : 1] = static_cast<uint8_t>(word >> 8);
}

// A component of fewer bits, rounded to the nearest.
static uint32_t narrowed(uint8_t value, uint8_t depth) { return (value * ((1u << depth) - 1) + 127) / 255; }

static void put_rgb(const PixelFormat &format, Rgb colour, Group &group)
{
    const uint8_t components[3] = {colour.r, colour.g, colour.b};
    if (format.arrangement == Arrangement::packed_bits) {
        uint32_t word = 0;
        for (int i = 0; i < 3; ++i)
            word |= narrowed(components[i], format.depth[i]) << format.order[i];
        put_word(format, word, group);
        return;
    }
    group.size = format.pixel_bytes;
    group.bytes[3] = group.bytes[0] = 255;  // where no component goes, alpha is
    for (int i = 0; i < 3; ++i)
        group.bytes[format.order[i]] = components[i];
}

// Two bytes of the same kind tell nobody their order: only white has both (as vivid does it). Y16 has always been doubled.
static void put_grey(const PixelFormat &format, Rgb colour, Group &group)
{
    const uint32_t grey = to_grey(colour);
    const uint32_t below = grey == 255 || (format.depth[0] == 16 && !format.big_endian) ? grey : 0;
    put_word(format, (grey << 8 | below) >> (16 - format.depth[0]), group);
}

static Group group_of(const PixelFormat &format, uint32_t plane, uint32_t row, Rgb colour)
{
    Group group;
    const Yuv yuv = to_yuv(colour);
    switch (format.arrangement) {
    case Arrangement::packed_422:
        group.size = 4;
        group.bytes[format.order[0]] = yuv.y;
        group.bytes[format.order[0] + 2] = yuv.y;
        group.bytes[format.order[1]] = yuv.u;
        group.bytes[format.order[2]] = yuv.v;
        break;
    case Arrangement::packed_rgb:
    case Arrangement::packed_bits: put_rgb(format, colour, group); break;
    case Arrangement::grey_16: put_grey(format, colour, group); break;
    case Arrangement::bayer_8:
        group.size = 2;
        group.bytes[format.order[0]] = row % 2 == format.order[1] ? colour.r : colour.g;
        group.bytes[1 - format.order[0]] = row % 2 == format.order[1] ? colour.g : colour.b;
        break;
    case Arrangement::semi_planar:
        if (plane == 1) {
            group.size = 2;
            group.bytes[format.order[1]] = yuv.u;
            group.bytes[format.order[2]] = yuv.v;
        } else {
            group.bytes[0] = yuv.y;
        }
        break;
    case Arrangement::planar: group.bytes[0] = plane == 0 ? yuv.y : plane == format.order[1] ? yuv.u : yuv.v; break;
    case Arrangement::grey_8:
    case Arrangement::jpeg: group.bytes[0] = to_grey(colour); break;
    }
    return group;
}

static void fill_row(uint8_t *row, uint32_t bytes, const Group &group)
{
    if (group.size == 1)
        std::memset(row, group.bytes[0], bytes);
    else
        for (uint32_t at = 0; at < bytes; ++at)
            row[at] = group.bytes[at % group.size];
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
        const uint32_t different = format.arrangement == Arrangement::bayer_8 ? 2 : 1;
        for (uint32_t y = top; y < end; ++y) {
            uint8_t *row = canvas.plane[plane] + uint64_t{y} * canvas.stride[plane] + first;
            if (y - top < different)
                fill_row(row, last - first, group_of(format, plane, y, colour));
            else
                std::memcpy(row, row - uint64_t{different} * canvas.stride[plane], last - first);
        }
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

static uint32_t word_at(const PixelFormat &format, const uint8_t *row, uint32_t x)
{
    return uint32_t{row[x * 2 + (format.big_endian ? 1 : 0)]} | uint32_t{row[x * 2 + (format.big_endian ? 0 : 1)]} << 8;
}

uint8_t brightness(const PixelFormat &format, const uint8_t *const *planes, const uint32_t *strides, uint32_t x, uint32_t y)
{
    const uint8_t *row = planes[0] + uint64_t{y} * strides[0];
    auto widen = [](uint8_t limited) { return to_byte((limited - 16) * 255.0 / 219.0); };
    switch (format.arrangement) {
    case Arrangement::packed_422: return widen(row[x * 2 + format.order[0]]);
    case Arrangement::packed_rgb: {
        const uint8_t *pixel = row + uint64_t{x} * format.pixel_bytes;
        return to_grey({pixel[format.order[0]], pixel[format.order[1]], pixel[format.order[2]]});
    }
    case Arrangement::packed_bits: {
        auto component = [&](int i) {
            const uint32_t most = (1u << format.depth[i]) - 1;
            return static_cast<uint8_t>((word_at(format, row, x) >> format.order[i] & most) * 255 / most);
        };
        return to_grey({component(0), component(1), component(2)});
    }
    case Arrangement::bayer_8: {
        // Rectangles begin at even places, so the four pixels of a group have one colour.
        const uint8_t *corner = planes[0] + uint64_t{y & ~1u} * strides[0] + (x & ~1u);
        const uint8_t *red = corner + format.order[1] * uint64_t{strides[0]},
                      *blue = corner + (1u - format.order[1]) * uint64_t{strides[0]};
        return to_grey({red[format.order[0]], red[1 - format.order[0]], blue[1 - format.order[0]]});
    }
    case Arrangement::semi_planar:
    case Arrangement::planar: return widen(row[x]);
    case Arrangement::grey_16: return static_cast<uint8_t>(word_at(format, row, x) >> (format.depth[0] - 8));
    case Arrangement::grey_8:
    case Arrangement::jpeg: break;
    }
    return row[x];
}

}  // namespace v4lxx::kernel::sim
