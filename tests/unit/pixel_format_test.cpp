#include "data/pixel_format.hpp"

#include "base/text.hpp"
#include "v4lxx/pixel_format.h"

#include <cctype>
#include <cstdarg>
#include <cstddef>
#include <cstring>
#include <iterator>
#include <set>
#include <setjmp.h>
#include <string>

extern "C" {
#include <cmocka.h>
}

#include <linux/videodev2.h>

using namespace v4lxx;
using namespace v4lxx::data;

static void part6_every_format_is_found_by_its_code_and_by_its_name(void **)
{
    for (const PixelFormat &format : pixel_formats) {
        assert_ptr_equal(find_pixel_format(format.fourcc), &format);
        assert_ptr_equal(find_pixel_format(std::string_view(format.name)), &format);
        std::string lower = format.name;
        for (char &c : lower)
            c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        assert_ptr_equal(find_pixel_format(std::string_view(lower)), &format);
        assert_ptr_equal(find_pixel_format(std::string_view(fourcc_name(format.fourcc))), &format);
    }
}

static void part6_the_table_has_the_270_formats_of_linux_6_12_and_AV1(void **)
{
    assert_int_equal(std::size(pixel_formats), 271);
    std::set<uint32_t> codes;
    std::set<std::string> names;
    int of_family[10] = {};
    for (const PixelFormat &format : pixel_formats) {
        assert_true(codes.insert(format.fourcc).second);
        assert_true(names.insert(format.name).second);
        of_family[static_cast<int>(format.family)]++;
    }
    assert_int_equal(of_family[static_cast<int>(ColourFamily::sdr)], 8);
    assert_int_equal(of_family[static_cast<int>(ColourFamily::touch)], 4);
    assert_int_equal(of_family[static_cast<int>(ColourFamily::metadata)], 16);
    assert_int_equal(of_family[static_cast<int>(ColourFamily::hsv)], 2);
}

static void part6_codes_equal_those_of_the_kernel_header(void **)
{
    assert_int_equal(fourcc_of("YUYV"), V4L2_PIX_FMT_YUYV);
    assert_int_equal(fourcc_of("NV12M"), V4L2_PIX_FMT_NV12M);
    assert_int_equal(fourcc_of("MJPEG"), V4L2_PIX_FMT_MJPEG);
    assert_int_equal(fourcc_of("Y16_BE"), V4L2_PIX_FMT_Y16_BE);
    assert_int_equal(fourcc_of("ARGB555X"), V4L2_PIX_FMT_ARGB555X);
    assert_int_equal(fourcc_of("CU16LE"), V4L2_SDR_FMT_CU16LE);
    assert_int_equal(fourcc_of("DELTA_TD08"), V4L2_TCH_FMT_DELTA_TD08);
    assert_int_equal(fourcc_of("UVC"), V4L2_META_FMT_UVC);
}

static void part6_big_endian_variants_are_formats_of_their_own(void **)
{
    const PixelFormat *little = find_pixel_format("Y16");
    const PixelFormat *big = find_pixel_format("Y16_BE");
    assert_non_null(little);
    assert_non_null(big);
    assert_int_equal(little->fourcc | big_endian_bit, big->fourcc);
    assert_ptr_equal(find_pixel_format("Y16 -BE"), big);
    for (const char *name : {"ARGB555X", "XRGB555X", "Y16_BE", "NV12_10BE_8L128", "NV12M_10BE_8L128"})
        assert_true((find_pixel_format(std::string_view(name))->fourcc & big_endian_bit) != 0);
}

static void part6_four_characters_find_what_they_can_only_mean(void **)
{
    assert_string_equal(find_pixel_format("MJPG")->name, "MJPEG");
    assert_string_equal(find_pixel_format("mjpg")->name, "MJPEG");
    assert_string_equal(find_pixel_format("YU12")->name, "YUV420");
    assert_string_equal(find_pixel_format("pgAA")->name, "SGRBG10P");
    assert_string_equal(find_pixel_format("pGAA")->name, "SGBRG10P");
    assert_null(find_pixel_format("PGAA"));  // could be either
    assert_null(find_pixel_format(""));
    assert_null(find_pixel_format("nonsense"));
    assert_null(find_pixel_format("YUY"));
    assert_null(find_pixel_format("YUYV "));
    assert_null(find_pixel_format(std::string_view("YUYV\0", 5)));
    assert_null(find_pixel_format(0u));
    assert_null(find_pixel_format(0xffffffffu));
}

static void part6_planes_and_bits_are_what_the_kernel_documents(void **)
{
    struct Expected {
        const char *name;
        uint8_t planes, memory, across, down, sample, bits[4];
    };
    static const Expected table[] = {
        {"YUYV", 1, 1, 2, 1, 8, {16}},         {"NV12", 2, 1, 2, 2, 8, {8, 16}},      {"NV12M", 2, 2, 2, 2, 8, {8, 16}},
        {"NV16M", 2, 2, 2, 1, 8, {8, 16}},     {"NV42", 2, 1, 1, 1, 8, {8, 16}},      {"P010", 2, 1, 2, 2, 10, {16, 32}},
        {"YUV420", 3, 1, 2, 2, 8, {8, 8, 8}},  {"YVU420M", 3, 3, 2, 2, 8, {8, 8, 8}}, {"YUV410", 3, 1, 4, 4, 8, {8, 8, 8}},
        {"YUV411P", 3, 1, 4, 1, 8, {8, 8, 8}}, {"RGB24", 1, 1, 1, 1, 8, {24}},        {"RGB565", 1, 1, 1, 1, 0, {16}},
        {"GREY", 1, 1, 1, 1, 8, {8}},          {"Y10P", 1, 1, 1, 1, 10, {10}},        {"SRGGB12P", 1, 1, 1, 1, 12, {12}},
        {"SRGGB10", 1, 1, 1, 1, 10, {16}},     {"MJPEG", 1, 1, 1, 1, 0, {0}},         {"NV12MT", 2, 2, 2, 2, 8, {0, 0}},
    };
    for (const Expected &expected : table) {
        const PixelFormat *format = find_pixel_format(std::string_view(expected.name));
        assert_non_null(format);
        assert_int_equal(format->plane_count, expected.planes);
        assert_int_equal(format->memory_plane_count, expected.memory);
        assert_int_equal(format->horizontal_subsampling, expected.across);
        assert_int_equal(format->vertical_subsampling, expected.down);
        assert_int_equal(format->bits_per_sample, expected.sample);
        assert_memory_equal(format->bits_per_pixel, expected.bits, 4);
    }
}

static void part6_tiled_compressed_and_vendor_formats_do_not_claim_to_be_rows_of_pixels(void **)
{
    for (const char *name : {"NV12_4L4", "NV15_4L4", "MM21", "QC08C", "M420", "SN9C20X_I420", "IPU3_SRGGB10", "PISP_COMP1_RGGB",
                             "H264", "MJPEG", "CU8", "UVC", "S5C_UYVY_JPG"})
        assert_false(is_linear(*find_pixel_format(std::string_view(name))));
    for (const PixelFormat &format : pixel_formats) {
        if (format.family == ColourFamily::compressed)
            assert_false(is_linear(format));
        // Bits stand for each colour plane or for none.
        for (uint32_t i = 0; i < 4; i++)
            assert_int_equal(format.bits_per_pixel[i] != 0, is_linear(format) && i < format.plane_count);
    }
}

static void part6_families_have_the_numbers_of_the_public_header(void **)
{
    assert_int_equal(ColourFamily::unknown, V4LXX_COLOUR_UNKNOWN);
    assert_int_equal(ColourFamily::rgb, V4LXX_COLOUR_RGB);
    assert_int_equal(ColourFamily::yuv, V4LXX_COLOUR_YUV);
    assert_int_equal(ColourFamily::grey, V4LXX_COLOUR_GREY);
    assert_int_equal(ColourFamily::bayer, V4LXX_COLOUR_BAYER);
    assert_int_equal(ColourFamily::hsv, V4LXX_COLOUR_HSV);
    assert_int_equal(ColourFamily::compressed, V4LXX_COLOUR_COMPRESSED);
    assert_int_equal(ColourFamily::sdr, V4LXX_COLOUR_SDR);
    assert_int_equal(ColourFamily::touch, V4LXX_COLOUR_TOUCH);
    assert_int_equal(ColourFamily::metadata, V4LXX_COLOUR_METADATA);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(part6_every_format_is_found_by_its_code_and_by_its_name),
        cmocka_unit_test(part6_the_table_has_the_270_formats_of_linux_6_12_and_AV1),
        cmocka_unit_test(part6_codes_equal_those_of_the_kernel_header),
        cmocka_unit_test(part6_big_endian_variants_are_formats_of_their_own),
        cmocka_unit_test(part6_four_characters_find_what_they_can_only_mean),
        cmocka_unit_test(part6_planes_and_bits_are_what_the_kernel_documents),
        cmocka_unit_test(part6_tiled_compressed_and_vendor_formats_do_not_claim_to_be_rows_of_pixels),
        cmocka_unit_test(part6_families_have_the_numbers_of_the_public_header),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
