// Filling rectangles of any of the simulator's pixel formats with a colour, and reading brightness back.
#pragma once

#include "kernel/sim/pixel_layout.hpp"

#include <cstdint>

namespace v4lxx::kernel::sim {

struct Rgb {
    uint8_t r = 0, g = 0, b = 0;
    bool operator==(const Rgb &) const = default;
};

// BT.601 with limited range, rounded to the nearest value.
struct Yuv {
    uint8_t y = 0, u = 0, v = 0;
};
Yuv to_yuv(Rgb colour);
// Luma of full range, for grey formats.
uint8_t to_grey(Rgb colour);

struct Rect {
    uint32_t x = 0, y = 0, width = 0, height = 0;  // luma pixels; x and y even
};

// Colour planes that can be drawn on. Strides include padding.
struct Canvas {
    const PixelFormat *format = nullptr;
    Size size;
    uint8_t *plane[max_planes] = {};
    uint32_t stride[max_planes] = {};
};

void fill(const Canvas &canvas, Rect rect, Rgb colour);  // clipped to the canvas
void fill_padding(const Canvas &canvas, uint8_t value);  // the bytes of each row behind the picture

// Brightness of a pixel, 0 to 255 whatever the range of the format.
uint8_t brightness(const PixelFormat &format, const uint8_t *const *planes, const uint32_t *strides, uint32_t x, uint32_t y);

}  // namespace v4lxx::kernel::sim
