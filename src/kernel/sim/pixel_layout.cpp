#include "kernel/sim/pixel_layout.hpp"

#include "uapi/videodev2.hpp"

#include <algorithm>

namespace v4lxx::kernel::sim {

namespace {

using enum Arrangement;

// The first one is what a camera offers when its name asks for nothing.
constexpr PixelFormat formats[] = {
    {V4L2_PIX_FMT_YUYV, "YUYV", "YUY2", "YUYV 4:2:2", packed_422, 1, 1, 2, 1, {0, 1, 3}},
    {V4L2_PIX_FMT_UYVY, "UYVY", "", "UYVY 4:2:2", packed_422, 1, 1, 2, 1, {1, 0, 2}},
    {V4L2_PIX_FMT_YVYU, "YVYU", "", "YVYU 4:2:2", packed_422, 1, 1, 2, 1, {0, 3, 1}},
    {V4L2_PIX_FMT_VYUY, "VYUY", "", "VYUY 4:2:2", packed_422, 1, 1, 2, 1, {1, 2, 0}},
    {V4L2_PIX_FMT_NV12, "NV12", "", "Y/UV 4:2:0", semi_planar, 2, 1, 2, 2, {0, 0, 1}},
    {V4L2_PIX_FMT_NV12M, "NV12M", "", "Y/UV 4:2:0 (N-C)", semi_planar, 2, 2, 2, 2, {0, 0, 1}},
    {V4L2_PIX_FMT_NV21, "NV21", "", "Y/VU 4:2:0", semi_planar, 2, 1, 2, 2, {0, 1, 0}},
    {V4L2_PIX_FMT_NV21M, "NV21M", "", "Y/VU 4:2:0 (N-C)", semi_planar, 2, 2, 2, 2, {0, 1, 0}},
    {V4L2_PIX_FMT_NV16, "NV16", "", "Y/UV 4:2:2", semi_planar, 2, 1, 2, 1, {0, 0, 1}},
    {V4L2_PIX_FMT_NV16M, "NV16M", "", "Y/UV 4:2:2 (N-C)", semi_planar, 2, 2, 2, 1, {0, 0, 1}},
    {V4L2_PIX_FMT_NV61, "NV61", "", "Y/VU 4:2:2", semi_planar, 2, 1, 2, 1, {0, 1, 0}},
    {V4L2_PIX_FMT_YUV420, "YUV420", "I420", "Planar YUV 4:2:0", planar, 3, 1, 2, 2, {0, 1, 2}},
    {V4L2_PIX_FMT_YUV420M, "YUV420M", "", "Planar YUV 4:2:0 (N-C)", planar, 3, 3, 2, 2, {0, 1, 2}},
    {V4L2_PIX_FMT_YVU420, "YVU420", "", "Planar YVU 4:2:0", planar, 3, 1, 2, 2, {0, 2, 1}},
    {V4L2_PIX_FMT_YVU420M, "YVU420M", "", "Planar YVU 4:2:0 (N-C)", planar, 3, 3, 2, 2, {0, 2, 1}},
    {V4L2_PIX_FMT_YUV422P, "YUV422P", "", "Planar YUV 4:2:2", planar, 3, 1, 2, 1, {0, 1, 2}},
    {V4L2_PIX_FMT_RGB24, "RGB24", "", "24-bit RGB 8-8-8", packed_rgb, 1, 1, 1, 1, {0, 1, 2}},
    {V4L2_PIX_FMT_BGR24, "BGR24", "", "24-bit BGR 8-8-8", packed_rgb, 1, 1, 1, 1, {2, 1, 0}},
    {V4L2_PIX_FMT_GREY, "GREY", "", "8-bit Greyscale", grey_8, 1, 1, 1, 1, {0, 0, 0}},
    {V4L2_PIX_FMT_Y16, "Y16", "", "16-bit Greyscale", grey_16, 1, 1, 1, 1, {0, 0, 0}, 2, {16, 8, 8}},
    {V4L2_PIX_FMT_MJPEG, "MJPEG", "", "Motion-JPEG", jpeg, 1, 1, 1, 1, {0, 0, 0}},
    // Offered when they are asked for.
    {V4L2_PIX_FMT_XRGB32, "XRGB32", "", "32-bit XRGB 8-8-8-8", packed_rgb, 1, 1, 1, 1, {1, 2, 3}, 4, {8, 8, 8}, false, false},
    {V4L2_PIX_FMT_ARGB32, "ARGB32", "", "32-bit ARGB 8-8-8-8", packed_rgb, 1, 1, 1, 1, {1, 2, 3}, 4, {8, 8, 8}, false, false},
    {V4L2_PIX_FMT_RGBX32, "RGBX32", "", "32-bit RGBX 8-8-8-8", packed_rgb, 1, 1, 1, 1, {0, 1, 2}, 4, {8, 8, 8}, false, false},
    {V4L2_PIX_FMT_RGBA32, "RGBA32", "", "32-bit RGBA 8-8-8-8", packed_rgb, 1, 1, 1, 1, {0, 1, 2}, 4, {8, 8, 8}, false, false},
    {V4L2_PIX_FMT_XBGR32, "XBGR32", "", "32-bit BGRX 8-8-8-8", packed_rgb, 1, 1, 1, 1, {2, 1, 0}, 4, {8, 8, 8}, false, false},
    {V4L2_PIX_FMT_ABGR32, "ABGR32", "", "32-bit BGRA 8-8-8-8", packed_rgb, 1, 1, 1, 1, {2, 1, 0}, 4, {8, 8, 8}, false, false},
    {V4L2_PIX_FMT_BGRX32, "BGRX32", "", "32-bit XBGR 8-8-8-8", packed_rgb, 1, 1, 1, 1, {3, 2, 1}, 4, {8, 8, 8}, false, false},
    {V4L2_PIX_FMT_BGRA32, "BGRA32", "", "32-bit ABGR 8-8-8-8", packed_rgb, 1, 1, 1, 1, {3, 2, 1}, 4, {8, 8, 8}, false, false},
    {V4L2_PIX_FMT_RGB32, "RGB32", "", "32-bit A/XRGB 8-8-8-8", packed_rgb, 1, 1, 1, 1, {1, 2, 3}, 4, {8, 8, 8}, false, false},
    {V4L2_PIX_FMT_BGR32, "BGR32", "", "32-bit BGRA/X 8-8-8-8", packed_rgb, 1, 1, 1, 1, {2, 1, 0}, 4, {8, 8, 8}, false, false},
    {V4L2_PIX_FMT_RGB565, "RGB565", "", "16-bit RGB 5-6-5", packed_bits, 1, 1, 1, 1, {11, 5, 0}, 2, {5, 6, 5}, false, false},
    {V4L2_PIX_FMT_RGB565X,
     "RGB565X",
     "",
     "16-bit RGB 5-6-5 BE",
     packed_bits,
     1,
     1,
     1,
     1,
     {11, 5, 0},
     2,
     {5, 6, 5},
     true,
     false},
    {V4L2_PIX_FMT_RGB555,
     "RGB555",
     "",
     "16-bit A/XRGB 1-5-5-5",
     packed_bits,
     1,
     1,
     1,
     1,
     {10, 5, 0},
     2,
     {5, 5, 5},
     false,
     false},
    {V4L2_PIX_FMT_XRGB555,
     "XRGB555",
     "",
     "16-bit XRGB 1-5-5-5",
     packed_bits,
     1,
     1,
     1,
     1,
     {10, 5, 0},
     2,
     {5, 5, 5},
     false,
     false},
    {V4L2_PIX_FMT_ARGB555,
     "ARGB555",
     "",
     "16-bit ARGB 1-5-5-5",
     packed_bits,
     1,
     1,
     1,
     1,
     {10, 5, 0},
     2,
     {5, 5, 5},
     false,
     false},
    {V4L2_PIX_FMT_RGB555X,
     "RGB555X",
     "",
     "16-bit A/XRGB 1-5-5-5 BE",
     packed_bits,
     1,
     1,
     1,
     1,
     {10, 5, 0},
     2,
     {5, 5, 5},
     true,
     false},
    {V4L2_PIX_FMT_RGB444,
     "RGB444",
     "",
     "16-bit A/XRGB 4-4-4-4",
     packed_bits,
     1,
     1,
     1,
     1,
     {8, 4, 0},
     2,
     {4, 4, 4},
     false,
     false},
    {V4L2_PIX_FMT_Y10, "Y10", "", "10-bit Greyscale", grey_16, 1, 1, 1, 1, {0, 0, 0}, 2, {10, 8, 8}, false, false},
    {V4L2_PIX_FMT_Y12, "Y12", "", "12-bit Greyscale", grey_16, 1, 1, 1, 1, {0, 0, 0}, 2, {12, 8, 8}, false, false},
    {V4L2_PIX_FMT_Y16_BE, "Y16_BE", "", "16-bit Greyscale BE", grey_16, 1, 1, 1, 1, {0, 0, 0}, 2, {16, 8, 8}, true, false},
    {V4L2_PIX_FMT_SBGGR8, "SBGGR8", "", "8-bit Bayer BGBG/GRGR", bayer_8, 1, 1, 2, 2, {1, 1, 0}, 1, {8, 8, 8}, false, false},
    {V4L2_PIX_FMT_SGBRG8, "SGBRG8", "", "8-bit Bayer GBGB/RGRG", bayer_8, 1, 1, 2, 2, {0, 1, 0}, 1, {8, 8, 8}, false, false},
    {V4L2_PIX_FMT_SGRBG8, "SGRBG8", "", "8-bit Bayer GRGR/BGBG", bayer_8, 1, 1, 2, 2, {1, 0, 0}, 1, {8, 8, 8}, false, false},
    {V4L2_PIX_FMT_SRGGB8, "SRGGB8", "", "8-bit Bayer RGRG/GBGB", bayer_8, 1, 1, 2, 2, {0, 0, 0}, 1, {8, 8, 8}, false, false},
    {V4L2_PIX_FMT_NV61M, "NV61M", "", "Y/VU 4:2:2 (N-C)", semi_planar, 2, 2, 2, 1, {0, 1, 0}, 1, {8, 8, 8}, false, false},
};

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool same_word(std::string_view a, std::string_view b)
{
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return upper(x) == upper(y); });
}

bool same_characters(std::string_view name, uint32_t fourcc)
{
    char letters[4];
    for (int i = 0; i < 4; ++i)
        letters[i] = static_cast<char>(fourcc >> (8 * i) & 0xff);
    std::string_view text(letters, 4);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return same_word(name, text);
}

uint32_t divide_up(uint32_t value, uint32_t by) { return (value + by - 1) / by; }

}  // namespace

std::span<const PixelFormat> pixel_formats() { return formats; }

const PixelFormat *find_format(uint32_t fourcc)
{
    for (const PixelFormat &format : formats)
        if (format.fourcc == fourcc)
            return &format;
    return nullptr;
}

const PixelFormat *find_format(std::string_view name)
{
    for (const PixelFormat &format : formats)
        if (same_word(name, format.name) || (*format.alias != '\0' && same_word(name, format.alias)) ||
            same_characters(name, format.fourcc))
            return &format;
    return nullptr;
}

uint32_t row_bytes(const PixelFormat &format, uint32_t plane, uint32_t width)
{
    switch (format.arrangement) {
    case packed_422: return divide_up(width, 2) * 4;
    case packed_rgb: return width * format.pixel_bytes;
    case grey_8:
    case bayer_8: return width;
    case packed_bits:
    case grey_16: return width * 2;
    case semi_planar: return plane == 0 ? width : divide_up(width, format.horizontal) * 2;
    case planar: return plane == 0 ? width : divide_up(width, format.horizontal);
    case jpeg: break;
    }
    return 0;
}

uint32_t plane_rows(const PixelFormat &format, uint32_t plane, uint32_t height)
{
    return plane == 0 ? height : divide_up(height, format.vertical);
}

static Layout lay_out_jpeg(Layout layout, uint32_t padding, uint32_t data_offset)
{
    // Bytes of a compressed picture have no lines: the size is the most it may need.
    layout.memory[0].data_offset = data_offset;
    layout.memory[0].bytesused = data_offset;
    layout.memory[0].sizeimage = data_offset + layout.size.width * layout.size.height * 2 + 4096 + padding;
    layout.colour[0].offset = data_offset;
    return layout;
}

Layout lay_out(const PixelFormat &format, Size size, const std::array<uint32_t, max_planes> &wanted_bytesperline,
               uint32_t padding, uint32_t data_offset)
{
    Layout layout;
    layout.format = &format;
    layout.size = size;
    if (format.arrangement == jpeg)
        return lay_out_jpeg(layout, padding, data_offset);

    for (uint32_t plane = 0; plane < format.memory_planes; ++plane) {
        uint32_t smallest = row_bytes(format, plane, size.width) + padding;
        uint32_t largest = row_bytes(format, plane, 16384);
        uint32_t stride = std::clamp(wanted_bytesperline[plane], smallest, std::max(smallest, largest));
        // The chroma rows of one memory plane are a fraction of the luma row, which must therefore divide.
        if (format.arrangement == planar && format.memory_planes == 1)
            stride = divide_up(stride, format.horizontal) * format.horizontal;
        layout.memory[plane].bytesperline = stride;
        layout.memory[plane].data_offset = data_offset;
        layout.memory[plane].bytesused = data_offset;
    }
    for (uint32_t plane = 0; plane < format.colour_planes; ++plane) {
        Layout::ColourPlane &colour = layout.colour[plane];
        colour.memory_plane = format.memory_planes == 1 ? 0 : plane;
        Layout::MemoryPlane &memory = layout.memory[colour.memory_plane];
        colour.offset = memory.bytesused;
        colour.stride = memory.bytesperline;
        if (format.arrangement == planar && format.memory_planes == 1 && plane > 0)
            colour.stride = memory.bytesperline / format.horizontal;
        colour.rows = plane_rows(format, plane, size.height);
        memory.bytesused += colour.stride * colour.rows;
    }
    for (uint32_t plane = 0; plane < format.memory_planes; ++plane)
        layout.memory[plane].sizeimage = layout.memory[plane].bytesused + padding;
    return layout;
}

}  // namespace v4lxx::kernel::sim
