// Pictures for tests, painted from a function of the place: any format the encoders read, any matrix and range, padded strides.
// The maths here is the textbook's and shares nothing with the library.
#pragma once

#include "convert/picture_view.hpp"
#include "data/pixel_format.hpp"
#include "uapi/videodev2.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace painted {

using Rgb = std::array<double, 3>;  // 0 to 255
using Painter = std::function<Rgb(uint32_t x, uint32_t y)>;

struct Meaning {
    const char *name;
    uint32_t colorspace, ycbcr, quantization;
    double kr, kb;
    bool full;
};

inline const Meaning meanings[] = {
    {"601 limited by default", V4L2_COLORSPACE_SRGB, 0, 0, 0.299, 0.114, false},
    {"601 full by default", V4L2_COLORSPACE_JPEG, 0, 0, 0.299, 0.114, true},
    {"709 limited by default", V4L2_COLORSPACE_REC709, 0, 0, 0.2126, 0.0722, false},
    {"709 full", V4L2_COLORSPACE_SRGB, V4L2_YCBCR_ENC_709, V4L2_QUANTIZATION_FULL_RANGE, 0.2126, 0.0722, true},
    {"2020 limited by default", V4L2_COLORSPACE_BT2020, 0, 0, 0.2627, 0.0593, false},
    {"2020 full", V4L2_COLORSPACE_BT2020, V4L2_YCBCR_ENC_BT2020, V4L2_QUANTIZATION_FULL_RANGE, 0.2627, 0.0593, true},
};

inline uint8_t rounded(double v) { return static_cast<uint8_t>(std::clamp(std::floor(v + 0.5), 0.0, 255.0)); }

struct Picture {
    v4lxx::convert::PictureView view;
    std::vector<uint8_t> planes[4];
};

inline void paint_pixel(Picture &picture, std::string_view name, const Meaning &meaning, uint32_t x, uint32_t y, const Rgb &rgb)
{
    const double luma = meaning.kr * rgb[0] + (1 - meaning.kr - meaning.kb) * rgb[1] + meaning.kb * rgb[2];
    const double scale = meaning.full ? 1.0 : 219.0 / 255, chroma = meaning.full ? 1.0 : 224.0 / 255;
    const uint8_t first = rounded(luma * scale + (meaning.full ? 0 : 16));
    const uint8_t blue = rounded((rgb[2] - luma) / (2 * (1 - meaning.kb)) * chroma + 128);
    const uint8_t red = rounded((rgb[0] - luma) / (2 * (1 - meaning.kr)) * chroma + 128);
    auto at = [&](size_t plane, size_t row, size_t byte) -> uint8_t & {
        return picture.planes[plane].at(row * picture.view.planes[plane].stride_bytes + byte);
    };
    if (name == "RGB24") {
        for (size_t i = 0; i < 3; i++)
            at(0, y, x * 3 + i) = rounded(rgb[i]);
    } else if (name == "GREY") {
        at(0, y, x) = first;
    } else if (name == "YUYV") {
        at(0, y, x * 2) = first;
        at(0, y, x / 2 * 4 + 1) = blue;
        if (x / 2 * 4 + 3 < picture.view.width * 2)
            at(0, y, x / 2 * 4 + 3) = red;
    } else {  // NV12, NV12M
        at(0, y, x) = first;
        at(1, y / 2, x / 2 * 2) = blue;
        at(1, y / 2, x / 2 * 2 + 1) = red;
    }
}

inline Picture paint(std::string_view name, uint32_t width, uint32_t height, Meaning meaning, uint32_t padding,
                     const Painter &painter)
{
    if (name == "GREY" && meaning.quantization == V4L2_QUANTIZATION_DEFAULT)
        meaning.full = true;  // luma alone fills the range unless the driver says otherwise
    const v4lxx::data::PixelFormat &format = *v4lxx::data::find_pixel_format(name);
    Picture picture;
    picture.view.fourcc = format.fourcc;
    picture.view.width = width;
    picture.view.height = height;
    picture.view.colorspace = meaning.colorspace;
    picture.view.ycbcr_encoding = meaning.ycbcr;
    picture.view.quantization = name == "RGB24" ? 0 : meaning.quantization;
    picture.view.plane_count = format.plane_count;
    for (uint32_t p = 0; p < format.plane_count; p++) {
        const uint32_t across = p == 0 ? 1 : 2, down = p == 0 ? 1 : 2;
        const uint32_t stride = (width + across - 1) / across * format.bits_per_pixel[p] / 8 + padding;
        picture.planes[p].assign(size_t{stride} * ((height + down - 1) / down), 0xaa);
        picture.view.planes[p] = {picture.planes[p].data(), picture.planes[p].size(), stride};
    }
    for (uint32_t y = 0; y < height; y++)
        for (uint32_t x = 0; x < width; x++)
            paint_pixel(picture, name, meaning, x, y, painter(x, y));
    return picture;
}

// Smooth in every direction and colour, so that neither subsampling nor a DCT hides a wrong matrix.
inline Rgb ramp(uint32_t x, uint32_t y)
{
    return {std::min(255.0, 20.0 + x * 3), std::min(255.0, 30.0 + y * 4), 240.0 - std::min(220.0, x * 1.5 + y * 2)};
}

}  // namespace painted
