// How the kernel's pages (pixfmt-rgb.rst, pixfmt-packed-yuv.rst, pixfmt-yuv-planar.rst, pixfmt-yuv-luma.rst, pixfmt-srggb*.rst) draw
// each pixel format, written down apart from the library: the oracle puts every bit of every sample where the page has it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace source_formats {

enum class Family : uint8_t { rgb, yuv, grey, mosaic };

// Packed formats. bits: the bytes of one pixel in memory, each bit from the highest to the lowest, as the component's letter and
// the bit's number in hex; a capital alone is a byte of 8 bits; x and a are not read. Y, U, V are the first, second, third component.
struct Packed {
    const char *name;
    Family family;
    int depth[3];
    const char *bits;
};

inline constexpr Packed packed[] = {
    {"RGB332", Family::rgb, {3, 3, 2}, "r2r1r0g2g1g0b1b0"},
    {"RGB444", Family::rgb, {4, 4, 4}, "g3g2g1g0b3b2b1b0xxxxr3r2r1r0"},
    {"ARGB444", Family::rgb, {4, 4, 4}, "g3g2g1g0b3b2b1b0xxxxr3r2r1r0"},
    {"XRGB444", Family::rgb, {4, 4, 4}, "g3g2g1g0b3b2b1b0xxxxr3r2r1r0"},
    {"RGBA444", Family::rgb, {4, 4, 4}, "b3b2b1b0xxxxr3r2r1r0g3g2g1g0"},
    {"RGBX444", Family::rgb, {4, 4, 4}, "b3b2b1b0xxxxr3r2r1r0g3g2g1g0"},
    {"ABGR444", Family::rgb, {4, 4, 4}, "g3g2g1g0r3r2r1r0xxxxb3b2b1b0"},
    {"XBGR444", Family::rgb, {4, 4, 4}, "g3g2g1g0r3r2r1r0xxxxb3b2b1b0"},
    {"BGRA444", Family::rgb, {4, 4, 4}, "r3r2r1r0xxxxb3b2b1b0g3g2g1g0"},
    {"BGRX444", Family::rgb, {4, 4, 4}, "r3r2r1r0xxxxb3b2b1b0g3g2g1g0"},
    {"RGB555", Family::rgb, {5, 5, 5}, "g2g1g0b4b3b2b1b0xr4r3r2r1r0g4g3"},
    {"ARGB555", Family::rgb, {5, 5, 5}, "g2g1g0b4b3b2b1b0xr4r3r2r1r0g4g3"},
    {"XRGB555", Family::rgb, {5, 5, 5}, "g2g1g0b4b3b2b1b0xr4r3r2r1r0g4g3"},
    {"RGBA555", Family::rgb, {5, 5, 5}, "g1g0b4b3b2b1b0xr4r3r2r1r0g4g3g2"},
    {"RGBX555", Family::rgb, {5, 5, 5}, "g1g0b4b3b2b1b0xr4r3r2r1r0g4g3g2"},
    {"ABGR555", Family::rgb, {5, 5, 5}, "g2g1g0r4r3r2r1r0xb4b3b2b1b0g4g3"},
    {"XBGR555", Family::rgb, {5, 5, 5}, "g2g1g0r4r3r2r1r0xb4b3b2b1b0g4g3"},
    {"BGRA555", Family::rgb, {5, 5, 5}, "g1g0r4r3r2r1r0xb4b3b2b1b0g4g3g2"},
    {"BGRX555", Family::rgb, {5, 5, 5}, "g1g0r4r3r2r1r0xb4b3b2b1b0g4g3g2"},
    {"RGB565", Family::rgb, {5, 6, 5}, "g2g1g0b4b3b2b1b0r4r3r2r1r0g5g4g3"},
    {"RGB555X", Family::rgb, {5, 5, 5}, "xr4r3r2r1r0g4g3g2g1g0b4b3b2b1b0"},
    {"ARGB555X", Family::rgb, {5, 5, 5}, "xr4r3r2r1r0g4g3g2g1g0b4b3b2b1b0"},
    {"XRGB555X", Family::rgb, {5, 5, 5}, "xr4r3r2r1r0g4g3g2g1g0b4b3b2b1b0"},
    {"RGB565X", Family::rgb, {5, 6, 5}, "r4r3r2r1r0g5g4g3g2g1g0b4b3b2b1b0"},
    {"BGR666", Family::rgb, {6, 6, 6}, "b5b4b3b2b1b0g5g4g3g2g1g0r5r4r3r2r1r0xxxxxxxxxxxxxx"},
    {"BGR24", Family::rgb, {8, 8, 8}, "BGR"},
    {"RGB24", Family::rgb, {8, 8, 8}, "RGB"},
    {"BGR32", Family::rgb, {8, 8, 8}, "BGRX"},
    {"ABGR32", Family::rgb, {8, 8, 8}, "BGRX"},
    {"XBGR32", Family::rgb, {8, 8, 8}, "BGRX"},
    {"BGRA32", Family::rgb, {8, 8, 8}, "XBGR"},
    {"BGRX32", Family::rgb, {8, 8, 8}, "XBGR"},
    {"RGB32", Family::rgb, {8, 8, 8}, "XRGB"},
    {"RGBA32", Family::rgb, {8, 8, 8}, "RGBX"},
    {"RGBX32", Family::rgb, {8, 8, 8}, "RGBX"},
    {"ARGB32", Family::rgb, {8, 8, 8}, "XRGB"},
    {"XRGB32", Family::rgb, {8, 8, 8}, "XRGB"},
    {"RGBX1010102", Family::rgb, {10, 10, 10}, "b5b4b3b2b1b0xxg3g2g1g0b9b8b7b6r1r0g9g8g7g6g5g4r9r8r7r6r5r4r3r2"},
    {"RGBA1010102", Family::rgb, {10, 10, 10}, "b5b4b3b2b1b0xxg3g2g1g0b9b8b7b6r1r0g9g8g7g6g5g4r9r8r7r6r5r4r3r2"},
    {"ARGB2101010", Family::rgb, {10, 10, 10}, "b7b6b5b4b3b2b1b0g5g4g3g2g1g0b9b8r3r2r1r0g9g8g7g6xxr9r8r7r6r5r4"},
    {"YUV444", Family::yuv, {4, 4, 4}, "u3u2u1u0v3v2v1v0xxxxy3y2y1y0"},
    {"YUV555", Family::yuv, {5, 5, 5}, "u2u1u0v4v3v2v1v0xy4y3y2y1y0u4u3"},
    {"YUV565", Family::yuv, {5, 6, 5}, "u2u1u0v4v3v2v1v0y4y3y2y1y0u5u4u3"},
    {"YUV24", Family::yuv, {8, 8, 8}, "YUV"},
    {"YUV32", Family::yuv, {8, 8, 8}, "XYUV"},
    {"AYUV32", Family::yuv, {8, 8, 8}, "XYUV"},
    {"XYUV32", Family::yuv, {8, 8, 8}, "XYUV"},
    {"VUYA32", Family::yuv, {8, 8, 8}, "VUYX"},
    {"VUYX32", Family::yuv, {8, 8, 8}, "VUYX"},
    {"YUVA32", Family::yuv, {8, 8, 8}, "YUVX"},
    {"YUVX32", Family::yuv, {8, 8, 8}, "YUVX"},
    {"GREY", Family::grey, {8, 8, 8}, "Y"},
    {"Y10", Family::grey, {10, 8, 8}, "y7y6y5y4y3y2y1y0xxxxxxy9y8"},
    {"Y12", Family::grey, {12, 8, 8}, "y7y6y5y4y3y2y1y0xxxxyByAy9y8"},
    {"Y14", Family::grey, {14, 8, 8}, "y7y6y5y4y3y2y1y0xxyDyCyByAy9y8"},
    {"Y16", Family::grey, {16, 8, 8}, "y7y6y5y4y3y2y1y0yFyEyDyCyByAy9y8"},
    {"Y16_BE", Family::grey, {16, 8, 8}, "yFyEyDyCyByAy9y8y7y6y5y4y3y2y1y0"},
};

// 4:2:2 in one plane: the four bytes of two pixels.
struct Pairs {
    const char *name, *bytes;
};
inline constexpr Pairs pairs[] = {{"YUYV", "YUYV"}, {"UYVY", "UYVY"}, {"YVYU", "YVYU"}, {"VYUY", "VYUY"}};

// Planes of bytes. order: what stands in the chroma planes, or in the pairs of one.
struct Planes {
    const char *name;
    uint32_t count, across, down;
    const char *order;
};
inline constexpr Planes planes[] = {
    {"NV12", 2, 2, 2, "UV"},    {"NV12M", 2, 2, 2, "UV"},   {"NV21", 2, 2, 2, "VU"},    {"NV21M", 2, 2, 2, "VU"},
    {"NV16", 2, 2, 1, "UV"},    {"NV16M", 2, 2, 1, "UV"},   {"NV61", 2, 2, 1, "VU"},    {"NV61M", 2, 2, 1, "VU"},
    {"NV24", 2, 1, 1, "UV"},    {"NV42", 2, 1, 1, "VU"},    {"YUV420", 3, 2, 2, "UV"},  {"YUV420M", 3, 2, 2, "UV"},
    {"YVU420", 3, 2, 2, "VU"},  {"YVU420M", 3, 2, 2, "VU"}, {"YUV422P", 3, 2, 1, "UV"}, {"YUV422M", 3, 2, 1, "UV"},
    {"YVU422M", 3, 2, 1, "VU"}, {"YUV444M", 3, 1, 1, "UV"}, {"YVU444M", 3, 1, 1, "VU"}, {"YUV411P", 3, 4, 1, "UV"},
    {"YUV410", 3, 4, 4, "UV"},  {"YVU410", 3, 4, 4, "VU"},
};

// colours: of the first two pixels of the first row, then of the second.
struct Mosaic {
    const char *name;
    int depth;
    const char *colours;
};
inline constexpr Mosaic mosaics[] = {
    {"SBGGR8", 8, "BGGR"},   {"SGBRG8", 8, "GBRG"},   {"SGRBG8", 8, "GRBG"},   {"SRGGB8", 8, "RGGB"},   {"SBGGR10", 10, "BGGR"},
    {"SGBRG10", 10, "GBRG"}, {"SGRBG10", 10, "GRBG"}, {"SRGGB10", 10, "RGGB"}, {"SBGGR12", 12, "BGGR"}, {"SGBRG12", 12, "GBRG"},
    {"SGRBG12", 12, "GRBG"}, {"SRGGB12", 12, "RGGB"}, {"SBGGR14", 14, "BGGR"}, {"SGBRG14", 14, "GBRG"}, {"SGRBG14", 14, "GRBG"},
    {"SRGGB14", 14, "RGGB"}, {"SBGGR16", 16, "BGGR"}, {"SGBRG16", 16, "GBRG"}, {"SGRBG16", 16, "GRBG"}, {"SRGGB16", 16, "RGGB"},
};

inline int component_of(char letter)
{
    return std::strchr("rRyY", letter) != nullptr ? 0 : std::strchr("gGuU", letter) != nullptr ? 1 : 2;
}

inline uint32_t pixel_bytes(const Packed &format)
{
    uint32_t bits = 0;
    for (const char *at = format.bits; *at != '\0'; at++) {
        bits += *at >= 'A' && *at <= 'Z' ? 8 : 1;
        at += *at >= 'a' && *at < 'x' ? 1 : *at == 'y' ? 1 : 0;
    }
    return bits / 8;
}

// Writes one pixel; bits that are nobody's keep what they have.
inline void put_packed(const Packed &format, uint8_t *pixel, const int samples[3])
{
    int place = 0;
    auto put = [&](int bit) {
        uint8_t &byte = pixel[place / 8];
        const auto mask = static_cast<uint8_t>(0x80u >> place % 8);
        byte = static_cast<uint8_t>(bit != 0 ? byte | mask : byte & ~mask);
        place++;
    };
    for (const char *at = format.bits; *at != '\0'; at++) {
        if (*at == 'X') {
            place += 8;
        } else if (*at == 'x') {
            place++;
        } else if (*at >= 'A' && *at <= 'Z') {
            for (int bit = 7; bit >= 0; bit--)
                put(samples[component_of(*at)] >> bit & 1);
        } else {
            const char letter = *at++;
            put(samples[component_of(letter)] >> (*at <= '9' ? *at - '0' : *at - 'A' + 10) & 1);
        }
    }
}

}  // namespace source_formats
