#include "convert/sources.hpp"

#include "data/pixel_format.hpp"

namespace v4lxx::convert {

using data::fourcc_of;
using enum Layout;

// The bits of red, green and blue in a little-endian word, from pixfmt-rgb.rst. The names do not tell: ABGR32 is B G R A in
// memory, ARGB32 is A R G B, and ARGB555 is A R G B from the highest bit of the word to the lowest. Alpha is passed over.
static constexpr Packing rgb_444 = {{8, 4, 0}, {4, 4, 4}};
static constexpr Packing rgbx_444 = {{12, 8, 4}, {4, 4, 4}};
static constexpr Packing bgr_444 = {{0, 4, 8}, {4, 4, 4}};
static constexpr Packing bgrx_444 = {{4, 8, 12}, {4, 4, 4}};
static constexpr Packing rgb_555 = {{10, 5, 0}, {5, 5, 5}};
static constexpr Packing rgbx_555 = {{11, 6, 1}, {5, 5, 5}};
static constexpr Packing bgr_555 = {{0, 5, 10}, {5, 5, 5}};
static constexpr Packing bgrx_555 = {{1, 6, 11}, {5, 5, 5}};
static constexpr Packing rgb_555_big_endian = {{10, 5, 0}, {5, 5, 5}, true};
static constexpr Packing rgb_565 = {{11, 5, 0}, {5, 6, 5}};
static constexpr Packing rgb_565_big_endian = {{11, 5, 0}, {5, 6, 5}, true};
static constexpr Packing bytes_rgbx = {{0, 8, 16}, {8, 8, 8}};
static constexpr Packing bytes_bgrx = {{16, 8, 0}, {8, 8, 8}};
static constexpr Packing bytes_xrgb = {{8, 16, 24}, {8, 8, 8}};
static constexpr Packing bytes_xbgr = {{24, 16, 8}, {8, 8, 8}};

static constexpr Packing depth(uint8_t bits, bool big_endian = false) { return {{0, 0, 0}, {bits, 8, 8}, big_endian}; }
static constexpr Packing mosaic_depth(uint8_t bits) { return {{0, 0, 0}, {bits, bits, bits}}; }

static constexpr Source sources[] = {
    {fourcc_of("YUYV"), yuyv},
    {fourcc_of("UYVY"), uyvy},
    {fourcc_of("YVYU"), yvyu},
    {fourcc_of("VYUY"), vyuy},
    {fourcc_of("NV12"), semi_uv},
    {fourcc_of("NV12M"), semi_uv},
    {fourcc_of("NV21"), semi_vu},
    {fourcc_of("NV21M"), semi_vu},
    {fourcc_of("NV16"), semi_uv},
    {fourcc_of("NV16M"), semi_uv},
    {fourcc_of("NV61"), semi_vu},
    {fourcc_of("NV61M"), semi_vu},
    {fourcc_of("NV24"), semi_uv_each},
    {fourcc_of("NV42"), semi_vu_each},
    {fourcc_of("YUV420"), planar},
    {fourcc_of("YUV420M"), planar},
    {fourcc_of("YVU420"), planar, {}, true},
    {fourcc_of("YVU420M"), planar, {}, true},
    {fourcc_of("YUV422P"), planar},
    {fourcc_of("YUV422M"), planar},
    {fourcc_of("YVU422M"), planar, {}, true},
    {fourcc_of("YUV444M"), planar_each},
    {fourcc_of("YVU444M"), planar_each, {}, true},
    {fourcc_of("YUV411P"), planar_by_four},
    {fourcc_of("YUV410"), planar_by_four},
    {fourcc_of("YVU410"), planar_by_four, {}, true},
    {fourcc_of("YUV24"), triples},
    {fourcc_of("YUV32"), fields_in_32_bits, bytes_xrgb},
    {fourcc_of("AYUV32"), fields_in_32_bits, bytes_xrgb},
    {fourcc_of("XYUV32"), fields_in_32_bits, bytes_xrgb},
    {fourcc_of("VUYA32"), fields_in_32_bits, bytes_bgrx},
    {fourcc_of("VUYX32"), fields_in_32_bits, bytes_bgrx},
    {fourcc_of("YUVA32"), fields_in_32_bits, bytes_rgbx},
    {fourcc_of("YUVX32"), fields_in_32_bits, bytes_rgbx},
    {fourcc_of("YUV444"), fields_in_16_bits, rgb_444},
    {fourcc_of("YUV555"), fields_in_16_bits, rgb_555},
    {fourcc_of("YUV565"), fields_in_16_bits, rgb_565},
    {fourcc_of("RGB24"), triples},
    {fourcc_of("BGR24"), triples_reversed},
    {fourcc_of("BGR32"), fields_in_32_bits, bytes_bgrx},
    {fourcc_of("ABGR32"), fields_in_32_bits, bytes_bgrx},
    {fourcc_of("XBGR32"), fields_in_32_bits, bytes_bgrx},
    {fourcc_of("BGRA32"), fields_in_32_bits, bytes_xbgr},
    {fourcc_of("BGRX32"), fields_in_32_bits, bytes_xbgr},
    {fourcc_of("RGB32"), fields_in_32_bits, bytes_xrgb},
    {fourcc_of("ARGB32"), fields_in_32_bits, bytes_xrgb},
    {fourcc_of("XRGB32"), fields_in_32_bits, bytes_xrgb},
    {fourcc_of("RGBA32"), fields_in_32_bits, bytes_rgbx},
    {fourcc_of("RGBX32"), fields_in_32_bits, bytes_rgbx},
    {fourcc_of("BGR666"), fields_in_32_bits, {{14, 20, 26}, {6, 6, 6}, true}},
    {fourcc_of("RGBX1010102"), fields_in_32_bits, {{22, 12, 2}, {10, 10, 10}}},
    {fourcc_of("RGBA1010102"), fields_in_32_bits, {{22, 12, 2}, {10, 10, 10}}},
    {fourcc_of("ARGB2101010"), fields_in_32_bits, {{20, 10, 0}, {10, 10, 10}}},
    {fourcc_of("RGB332"), fields_in_8_bits, {{5, 2, 0}, {3, 3, 2}}},
    {fourcc_of("RGB444"), fields_in_16_bits, rgb_444},
    {fourcc_of("ARGB444"), fields_in_16_bits, rgb_444},
    {fourcc_of("XRGB444"), fields_in_16_bits, rgb_444},
    {fourcc_of("RGBA444"), fields_in_16_bits, rgbx_444},
    {fourcc_of("RGBX444"), fields_in_16_bits, rgbx_444},
    {fourcc_of("ABGR444"), fields_in_16_bits, bgr_444},
    {fourcc_of("XBGR444"), fields_in_16_bits, bgr_444},
    {fourcc_of("BGRA444"), fields_in_16_bits, bgrx_444},
    {fourcc_of("BGRX444"), fields_in_16_bits, bgrx_444},
    {fourcc_of("RGB555"), fields_in_16_bits, rgb_555},
    {fourcc_of("ARGB555"), fields_in_16_bits, rgb_555},
    {fourcc_of("XRGB555"), fields_in_16_bits, rgb_555},
    {fourcc_of("RGBA555"), fields_in_16_bits, rgbx_555},
    {fourcc_of("RGBX555"), fields_in_16_bits, rgbx_555},
    {fourcc_of("ABGR555"), fields_in_16_bits, bgr_555},
    {fourcc_of("XBGR555"), fields_in_16_bits, bgr_555},
    {fourcc_of("BGRA555"), fields_in_16_bits, bgrx_555},
    {fourcc_of("BGRX555"), fields_in_16_bits, bgrx_555},
    {fourcc_of("RGB555X"), fields_in_16_bits, rgb_555_big_endian},
    {fourcc_of("ARGB555X"), fields_in_16_bits, rgb_555_big_endian},
    {fourcc_of("XRGB555X"), fields_in_16_bits, rgb_555_big_endian},
    {fourcc_of("RGB565"), fields_in_16_bits, rgb_565},
    {fourcc_of("RGB565X"), fields_in_16_bits, rgb_565_big_endian},
    {fourcc_of("GREY"), single},
    {fourcc_of("Y10"), single_in_16_bits, depth(10)},
    {fourcc_of("Y12"), single_in_16_bits, depth(12)},
    {fourcc_of("Y14"), single_in_16_bits, depth(14)},
    // How many of the 16 bits a sensor fills is not known: all are taken, so the picture shows the highest eight.
    {fourcc_of("Y16"), single_in_16_bits, depth(16)},
    {fourcc_of("Y16_BE"), single_in_16_bits, depth(16, true)},
    {fourcc_of("SRGGB8"), mosaic_rg},
    {fourcc_of("SGBRG8"), mosaic_gb},
    {fourcc_of("SGRBG8"), mosaic_gr},
    {fourcc_of("SBGGR8"), mosaic_bg},
    {fourcc_of("SRGGB10"), mosaic_rg_in_16_bits, mosaic_depth(10)},
    {fourcc_of("SGBRG10"), mosaic_gb_in_16_bits, mosaic_depth(10)},
    {fourcc_of("SGRBG10"), mosaic_gr_in_16_bits, mosaic_depth(10)},
    {fourcc_of("SBGGR10"), mosaic_bg_in_16_bits, mosaic_depth(10)},
    {fourcc_of("SRGGB12"), mosaic_rg_in_16_bits, mosaic_depth(12)},
    {fourcc_of("SGBRG12"), mosaic_gb_in_16_bits, mosaic_depth(12)},
    {fourcc_of("SGRBG12"), mosaic_gr_in_16_bits, mosaic_depth(12)},
    {fourcc_of("SBGGR12"), mosaic_bg_in_16_bits, mosaic_depth(12)},
    {fourcc_of("SRGGB14"), mosaic_rg_in_16_bits, mosaic_depth(14)},
    {fourcc_of("SGBRG14"), mosaic_gb_in_16_bits, mosaic_depth(14)},
    {fourcc_of("SGRBG14"), mosaic_gr_in_16_bits, mosaic_depth(14)},
    {fourcc_of("SBGGR14"), mosaic_bg_in_16_bits, mosaic_depth(14)},
    {fourcc_of("SRGGB16"), mosaic_rg_in_16_bits, mosaic_depth(16)},
    {fourcc_of("SGBRG16"), mosaic_gb_in_16_bits, mosaic_depth(16)},
    {fourcc_of("SGRBG16"), mosaic_gr_in_16_bits, mosaic_depth(16)},
    {fourcc_of("SBGGR16"), mosaic_bg_in_16_bits, mosaic_depth(16)},
};

const Source *find_source(uint32_t fourcc)
{
    for (const Source &source : sources)
        if (source.fourcc == fourcc)
            return &source;
    return nullptr;
}

bool can_read(uint32_t fourcc) { return find_source(fourcc) != nullptr; }

}  // namespace v4lxx::convert
