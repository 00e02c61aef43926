// The pixel formats a simulated camera can draw, and where each of their colour planes lies in memory.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace v4lxx::kernel::sim {

struct Size {
    uint32_t width = 0, height = 0;
};

enum class Arrangement : uint8_t {
    packed_422,
    packed_rgb,   // a byte for each component; a fourth byte is 255 (alpha) or nobody's
    packed_bits,  // components in the bits of a 16-bit word
    grey_8,
    grey_16,
    semi_planar,
    planar,
    bayer_8,
    jpeg
};

struct PixelFormat {
    uint32_t fourcc;
    const char *name;         // the name of the kernel's macro without V4L2_PIX_FMT_, or the four characters
    const char *alias;        // another name people use; "" if none
    const char *description;  // as the kernel's core fills it in
    Arrangement arrangement;
    uint8_t colour_planes;
    uint8_t memory_planes;
    uint8_t horizontal, vertical;  // chroma subsampling; sizes are multiples of these
    uint8_t order[3];              // byte of Y, U, V (or R, G, B) in its group; planar: the plane; packed_bits: the lowest bit;
                                   // bayer_8: column and row of red among four pixels
    uint8_t pixel_bytes = 3;       // packed_rgb
    uint8_t depth[3] = {8, 8, 8};  // packed_bits; grey_16: of the first
    bool big_endian = false;
    bool usual = true;  // offered by a camera whose name asks for nothing
};

constexpr uint32_t max_planes = 3;

// Where a picture lies. Memory planes are what V4L2 maps; colour planes are what a picture is made of.
struct Layout {
    struct MemoryPlane {
        uint32_t bytesperline = 0;
        uint32_t sizeimage = 0;
        uint32_t bytesused = 0;  // data_offset included, as vivid counts it
        uint32_t data_offset = 0;
    };
    struct ColourPlane {
        uint32_t memory_plane = 0;
        uint32_t offset = 0;  // from the start of the memory plane
        uint32_t stride = 0;
        uint32_t rows = 0;
    };
    const PixelFormat *format = nullptr;
    Size size;
    uint32_t field = 1;  // V4L2_FIELD_NONE, or how two fields make up the picture
    std::array<MemoryPlane, max_planes> memory{};
    std::array<ColourPlane, max_planes> colour{};
};

std::span<const PixelFormat> pixel_formats();
const PixelFormat *find_format(uint32_t fourcc);
const PixelFormat *find_format(std::string_view name);  // macro name, alias or the four characters, any case

// Bytes of a row of colour plane `plane` without padding.
uint32_t row_bytes(const PixelFormat &format, uint32_t plane, uint32_t width);
uint32_t plane_rows(const PixelFormat &format, uint32_t plane, uint32_t height);

// wanted_bytesperline: per memory plane, 0 for the smallest; honoured when larger, as vivid does.
Layout lay_out(const PixelFormat &format, Size size, const std::array<uint32_t, max_planes> &wanted_bytesperline,
               uint32_t padding, uint32_t data_offset);

}  // namespace v4lxx::kernel::sim
