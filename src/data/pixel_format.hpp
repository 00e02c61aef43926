// The table of all pixel formats of Linux 6.12, generated from pixel_formats.yaml: names, codes, planes, subsampling, bits.
// The codes are ours, so the library builds with kernel headers that do not have them yet.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace v4lxx::data {

// What the samples mean; the numbers are those of v4lxx_colour_family.
enum class ColourFamily : uint8_t { unknown, rgb, yuv, grey, bayer, hsv, compressed, sdr, touch, metadata };

struct PixelFormat {
    const char *name;  // the kernel's, without V4L2_PIX_FMT_ and the like
    uint32_t fourcc;
    ColourFamily family;
    uint8_t bits_per_sample;     // 0: varies or is not known
    uint8_t plane_count;         // colour planes; 0: not known
    uint8_t memory_plane_count;  // separate blocks of memory, 1 to 4
    uint8_t horizontal_subsampling, vertical_subsampling;
    uint8_t bits_per_pixel[4];  // of each colour plane at its own size; 0: not plain rows of pixels
};

constexpr uint32_t big_endian_bit = 1u << 31;

constexpr uint32_t make_fourcc(char a, char b, char c, char d)
{
    return static_cast<uint32_t>(static_cast<uint8_t>(a)) | static_cast<uint32_t>(static_cast<uint8_t>(b)) << 8 |
           static_cast<uint32_t>(static_cast<uint8_t>(c)) << 16 | static_cast<uint32_t>(static_cast<uint8_t>(d)) << 24;
}

inline constexpr PixelFormat pixel_formats[] = {
#include "data/pixel_formats.inc"
};

// The code of a format at compile time: fourcc_of("NV12M"). A name that is not in the table does not compile.
consteval uint32_t fourcc_of(std::string_view name)
{
    for (const PixelFormat &format : pixel_formats)
        if (name == format.name)
            return format.fourcc;
    throw "no such pixel format";
}

// Null if the table does not have it.
const PixelFormat *find_pixel_format(uint32_t fourcc);

// By the kernel's name in any case ("nv12m"), or by the four characters of the code ("MJPG"; "Y16 -BE" for a big-endian one).
// Characters in another case find a format if they can mean only one ("mjpg", but not "pc1g"). Null if there is none.
const PixelFormat *find_pixel_format(std::string_view name);

// True if every colour plane is plain rows of pixels.
constexpr bool is_linear(const PixelFormat &format) { return format.bits_per_pixel[0] != 0; }

constexpr uint32_t memory_plane_count(const PixelFormat &format) { return format.memory_plane_count; }

}  // namespace v4lxx::data
