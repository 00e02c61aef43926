#include "convert/convert.hpp"

#include "data/pixel_format.hpp"
#include "guarded_bytes.hpp"
#include "uapi/videodev2.hpp"

#include <algorithm>
#include <cmath>
#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <random>
#include <setjmp.h>
#include <string_view>
#include <vector>

extern "C" {
#include <cmocka.h>
}

using namespace v4lxx;
using namespace v4lxx::convert;
using data::fourcc_of;

// The exact formula, written down from the standards and not from the library: rounded, clamped.
struct Exact {
    double kr, kb;
    bool full;

    static uint8_t rounded(double v) { return static_cast<uint8_t>(std::clamp(std::floor(v + 0.5), 0.0, 255.0)); }

    void rgb(int y, int cb, int cr, uint8_t out[3]) const
    {
        const double luma = full ? y / 255.0 : (y - 16) / 219.0;
        const double pb = (cb - 128) / (full ? 255.0 : 224.0), pr = (cr - 128) / (full ? 255.0 : 224.0);
        const double r = luma + 2 * (1 - kr) * pr, b = luma + 2 * (1 - kb) * pb;
        const double g = (luma - kr * r - kb * b) / (1 - kr - kb);
        out[0] = rounded(255 * r);
        out[1] = rounded(255 * g);
        out[2] = rounded(255 * b);
    }
};

struct Encoding {
    const char *name;
    uint32_t ycbcr, quantization;
    Exact exact;
};

static const Encoding encodings[] = {
    {"601 limited", V4L2_YCBCR_ENC_601, V4L2_QUANTIZATION_LIM_RANGE, {0.299, 0.114, false}},
    {"601 full", V4L2_YCBCR_ENC_601, V4L2_QUANTIZATION_FULL_RANGE, {0.299, 0.114, true}},
    {"709 limited", V4L2_YCBCR_ENC_709, V4L2_QUANTIZATION_LIM_RANGE, {0.2126, 0.0722, false}},
    {"709 full", V4L2_YCBCR_ENC_709, V4L2_QUANTIZATION_FULL_RANGE, {0.2126, 0.0722, true}},
    {"2020 limited", V4L2_YCBCR_ENC_BT2020, V4L2_QUANTIZATION_LIM_RANGE, {0.2627, 0.0593, false}},
    {"2020 full", V4L2_YCBCR_ENC_BT2020, V4L2_QUANTIZATION_FULL_RANGE, {0.2627, 0.0593, true}},
    {"240M limited", V4L2_YCBCR_ENC_SMPTE240M, V4L2_QUANTIZATION_LIM_RANGE, {0.212, 0.087, false}},
};

static PictureView view(uint32_t fourcc, uint32_t width, uint32_t height, const Encoding &encoding)
{
    PictureView picture;
    picture.fourcc = fourcc;
    picture.width = width;
    picture.height = height;
    picture.colorspace = V4L2_COLORSPACE_SRGB;
    picture.ycbcr_encoding = encoding.ycbcr;
    picture.quantization = encoding.quantization;
    return picture;
}

static void bar6b_the_error_over_the_whole_cube_is_at_most_one_step_and_002_in_the_mean(void **)
{
    std::vector<uint8_t> row(256 * 3), rgb(256 * 3);
    for (const Encoding &encoding : encodings) {
        PictureView picture = view(fourcc_of("YUV24"), 256, 1, encoding);
        picture.plane_count = 1;
        picture.planes[0] = {row.data(), row.size(), 256 * 3};
        auto reader = PictureReader::open(picture, full_rgb);
        assert_true(bool(reader));
        uint64_t wrong = 0;
        int largest = 0;
        for (int y = 0; y < 256; y++)
            for (int cb = 0; cb < 256; cb++) {
                for (size_t cr = 0; cr < 256; cr++) {
                    row[cr * 3] = static_cast<uint8_t>(y);
                    row[cr * 3 + 1] = static_cast<uint8_t>(cb);
                    row[cr * 3 + 2] = static_cast<uint8_t>(cr);
                }
                reader->read_triples(0, rgb.data());
                for (int cr = 0; cr < 256; cr++) {
                    uint8_t exact[3];
                    encoding.exact.rgb(y, cb, cr, exact);
                    for (int i = 0; i < 3; i++) {
                        const int error =
                            std::abs(exact[i] - rgb[size_t{3} * static_cast<size_t>(cr) + static_cast<size_t>(i)]);
                        largest = std::max(largest, error);
                        wrong += static_cast<uint64_t>(error);
                    }
                }
            }
        const double mean = static_cast<double>(wrong) / (3.0 * 256 * 256 * 256);
        print_message("%-13s largest error %d, mean %.6f\n", encoding.name, largest, mean);
        assert_true(largest <= 1);
        assert_true(mean <= 0.02);
    }
}

struct Vector {
    const char *name;
    uint8_t rgb[3];
    uint8_t yuv[7][3];  // in the order of `encodings`, without 240M
};

// Codes as printed in the tables of the standards, rounded to 8 bits.
static const Vector vectors[] = {
    {"black", {0, 0, 0}, {{16, 128, 128}, {0, 128, 128}, {16, 128, 128}, {0, 128, 128}, {16, 128, 128}, {0, 128, 128}}},
    {"white",
     {255, 255, 255},
     {{235, 128, 128}, {255, 128, 128}, {235, 128, 128}, {255, 128, 128}, {235, 128, 128}, {255, 128, 128}}},
    {"red", {255, 0, 0}, {{81, 90, 240}, {76, 85, 255}, {63, 102, 240}, {54, 99, 255}, {74, 97, 240}, {67, 92, 255}}},
    {"green", {0, 255, 0}, {{145, 54, 34}, {150, 44, 21}, {173, 42, 26}, {182, 30, 12}, {164, 47, 25}, {173, 36, 11}}},
    {"blue", {0, 0, 255}, {{41, 240, 110}, {29, 255, 107}, {32, 240, 118}, {18, 255, 116}, {29, 240, 119}, {15, 255, 118}}},
};

static void U24_black_white_and_primaries_come_out_right_in_every_matrix_and_range(void **)
{
    for (size_t e = 0; e < 6; e++)
        for (const Vector &vector : vectors) {
            const uint8_t *yuv = vector.yuv[e];
            const uint8_t pair[4] = {yuv[0], yuv[1], yuv[0], yuv[2]};
            PictureView picture = view(fourcc_of("YUYV"), 2, 1, encodings[e]);
            picture.plane_count = 1;
            picture.planes[0] = {pair, 4, 4};
            uint8_t rgb[6];
            assert_true(bool(to_rgb24(picture, rgb, 6)));
            // Rounding the code to 8 bits costs up to two steps of colour; black and white are exact.
            const int allowed = vector.name[0] == 'b' && vector.name[2] == 'a' ? 0 : vector.name[0] == 'w' ? 0 : 2;
            for (int i = 0; i < 6; i++)
                if (std::abs(rgb[i] - vector.rgb[i % 3]) > allowed)
                    fail_msg("%s in %s: component %d is %d", vector.name, encodings[e].name, i % 3, rgb[i]);
        }
}

// A picture whose samples are known one by one, written into any format with any padding.
struct Written {
    PictureView picture;
    std::vector<Guarded> blocks;
    std::vector<uint8_t> samples;  // what each pixel means: three components
};

static uint32_t samples_across(std::string_view name)
{
    return name == "RGB24" || name == "BGR24" || name == "GREY" || name == "YUV24" ? 1 : 2;
}

static void put(Written &w, std::string_view name, uint32_t x, uint32_t y, const uint8_t *s)
{
    PlaneView *planes = w.picture.planes;
    auto at = [&](int plane, size_t row, size_t byte, uint8_t value) {
        const size_t offset = row * planes[plane].stride_bytes + byte;
        assert_true(offset < planes[plane].size_bytes);
        const_cast<uint8_t *>(planes[plane].data)[offset] = value;
    };
    const bool last_half = x + 1 == w.picture.width && x % 2 == 0;
    if (name == "YUYV" || name == "UYVY") {
        const size_t shift = name == "UYVY";
        at(0, y, x * 2 + shift, s[0]);
        at(0, y, x / 2 * 4 + 1 - shift, s[1]);
        if (!last_half)
            at(0, y, x / 2 * 4 + 3 - shift, s[2]);
    } else if (name == "RGB24" || name == "YUV24" || name == "BGR24") {
        for (size_t i = 0; i < 3; i++)
            at(0, y, x * 3 + (name == "BGR24" ? 2 - i : i), s[i]);
    } else {
        at(0, y, x, s[0]);
        if (name == "GREY")
            return;
        if (name.substr(0, 2) == "NV") {
            const size_t swapped = name.substr(0, 4) == "NV21";
            at(1, y / 2, x / 2 * 2 + swapped, s[1]);
            at(1, y / 2, x / 2 * 2 + 1 - swapped, s[2]);
        } else {
            const bool swapped = name.substr(0, 3) == "YVU";
            at(swapped ? 2 : 1, y / 2, x / 2, s[1]);
            at(swapped ? 1 : 2, y / 2, x / 2, s[2]);
        }
    }
}

static Written write_picture(std::string_view name, uint32_t width, uint32_t height, uint32_t padding, const Encoding &encoding,
                             bool at_start)
{
    const data::PixelFormat &format = *data::find_pixel_format(name);
    Written w;
    w.picture = view(format.fourcc, width, height, encoding);
    w.picture.plane_count = format.plane_count;
    for (uint32_t p = 0; p < format.plane_count; p++) {
        const uint32_t across = p == 0 ? 1 : 2, down = p == 0 ? 1 : 2;
        const uint32_t row = (width + across - 1) / across * format.bits_per_pixel[p] / 8, rows = (height + down - 1) / down;
        const size_t size = size_t{rows - 1} * (row + padding) + row;
        w.blocks.emplace_back(size, at_start);
        std::memset(w.blocks.back().data(), 0xee, size);
        w.picture.planes[p] = {w.blocks.back().data(), size, row + padding};
    }
    // Chroma is the same within a cell of the chroma grid; the third sample of half a pair is that of the pair before, or 128.
    std::mt19937 random(width * 1000 + height);
    const uint32_t across = samples_across(name), down = format.plane_count > 1 ? 2 : 1;
    w.samples.resize(size_t{width} * height * 3);
    for (uint32_t y = 0; y < height; y++)
        for (uint32_t x = 0; x < width; x++) {
            uint8_t *s = &w.samples[(size_t{y} * width + x) * 3];
            const size_t corner = (size_t{y / down * down} * width + x / across * across) * 3;
            for (size_t i = 0; i < 3; i++)
                s[i] = static_cast<uint8_t>(random());
            for (size_t i = 1; i < 3 && across > 1; i++)
                s[i] = w.samples[corner + i] = corner == (size_t{y} * width + x) * 3 ? s[i] : w.samples[corner + i];
            if ((name == "YUYV" || name == "UYVY") && x + 1 == width && x % 2 == 0)
                s[2] = x == 0 ? 128 : w.samples[(size_t{y} * width + x - 1) * 3 + 2];
            if (name == "GREY")
                s[1] = s[2] = 128;
            put(w, name, x, y, s);
        }
    return w;
}

static const char *const readable[] = {"YUYV",    "UYVY",    "NV12",  "NV12M", "NV21",  "YUV420", "YVU420",
                                       "YUV420M", "YVU420M", "NV21M", "YUV24", "RGB24", "BGR24",  "GREY"};

static void check_rgb(std::string_view name, const Written &w, const Encoding &encoding, const std::vector<uint8_t> &rgb)
{
    const bool is_rgb = name == "RGB24" || name == "BGR24";
    for (size_t i = 0; i < w.samples.size(); i += 3) {
        uint8_t exact[3];
        const uint8_t *s = &w.samples[i];
        if (!is_rgb)
            encoding.exact.rgb(s[0], s[1], s[2], exact);
        else
            for (int c = 0; c < 3; c++)
                exact[c] = encoding.exact.full ? s[c] : Exact::rounded((s[c] - 16) * 255.0 / 219.0);
        for (size_t c = 0; c < 3; c++)
            if (std::abs(exact[c] - rgb[i + c]) > 1)
                fail_msg("%s %ux%u pixel %zu component %zu: %d, should be %d", std::string(name).c_str(), w.picture.width,
                         w.picture.height, i / 3, c, rgb[i + c], exact[c]);
    }
}

static void bar6c_every_format_and_size_converts_right_and_reads_no_byte_beyond_its_planes(void **)
{
    for (const char *name : readable)
        for (uint32_t width = 1; width <= 35; width++)
            for (uint32_t height : {1u, 2u, 3u, 8u, 9u})
                for (uint32_t padding : {0u, 1u, 16u}) {
                    const Encoding &encoding = encodings[(width + height) % 6];
                    const Written w = write_picture(name, width, height, padding, encoding, (width + padding) % 2 != 0);
                    std::vector<uint8_t> rgb(size_t{width} * height * 3), grey(size_t{width} * height);
                    assert_true(bool(to_rgb24(w.picture, rgb.data(), size_t{width} * 3)));
                    check_rgb(name, w, encoding, rgb);
                    assert_true(bool(to_grey(w.picture, grey.data(), width)));
                    if (samples_across(name) == 2)
                        for (size_t i = 0; i < grey.size(); i++) {
                            const int y = w.samples[i * 3];
                            const int exact = encoding.exact.full ? y : Exact::rounded((y - 16) * 255.0 / 219.0);
                            assert_int_equal(grey[i], exact);
                        }
                }
}

static void bar6b_planes_for_jpeg_mean_the_same_colours_as_the_picture(void **)
{
    // Through the JFIF planes and the exact JFIF formula back to RGB: the planes are rounded to 8 bits once more.
    const Exact back = {0.299, 0.114, true};
    for (const char *name : {"YUYV", "UYVY", "NV12", "NV21", "YUV420", "YVU420"})
        for (size_t e = 0; e < 6; e++) {
            std::vector<uint8_t> block(2 * 2 * 2);
            for (int r = 0; r < 256; r += 15)
                for (int g = 0; g < 256; g += 15)
                    for (int b = 0; b < 256; b += 15) {
                        const Exact &exact = encodings[e].exact;
                        const double luma = exact.kr * r + (1 - exact.kr - exact.kb) * g + exact.kb * b;
                        const double steps = exact.full ? 1.0 : 219.0 / 255, chroma = exact.full ? 1.0 : 224.0 / 255;
                        const uint8_t s[3] = {Exact::rounded(luma * steps + (exact.full ? 0 : 16)),
                                              Exact::rounded((b - luma) / (2 * (1 - exact.kb)) * chroma + 128),
                                              Exact::rounded((r - luma) / (2 * (1 - exact.kr)) * chroma + 128)};
                        Written w;
                        w.picture = view(data::find_pixel_format(std::string_view(name))->fourcc, 2, 2, encodings[e]);
                        w.picture.plane_count = data::find_pixel_format(std::string_view(name))->plane_count;
                        uint8_t bytes[3][8] = {};
                        for (int p = 0; p < 3; p++)
                            w.picture.planes[p] = {bytes[p], 8, 4};
                        for (uint32_t i = 0; i < 4; i++)
                            put(w, name, i % 2, i / 2, s);
                        auto reader = PictureReader::open(w.picture, jfif);
                        assert_true(bool(reader));
                        uint8_t y[2], u, v, out[3], wanted[3];
                        reader->read_first(1, y);
                        reader->read_chroma(0, &u, &v);
                        back.rgb(y[0], u, v, out);
                        exact.rgb(s[0], s[1], s[2], wanted);
                        for (int i = 0; i < 3; i++)
                            assert_true(std::abs(out[i] - wanted[i]) <= 2);
                    }
        }
}

static Colour resolved(bool rgb, uint32_t colorspace, uint32_t ycbcr = 0, uint32_t quantization = 0)
{
    Colour colour;
    assert_true(resolve_colour(rgb, colorspace, ycbcr, quantization, &colour));
    return colour;
}

static void U24_defaults_are_resolved_as_the_kernel_header_says(void **)
{
    for (uint32_t colorspace = 0; colorspace <= V4L2_COLORSPACE_DCI_P3; colorspace++) {
        if (colorspace == V4L2_COLORSPACE_RAW)
            continue;
        for (bool rgb : {false, true}) {
            const Colour colour = resolved(rgb, colorspace);
            assert_int_equal(colour.full_range,
                             V4L2_MAP_QUANTIZATION_DEFAULT(rgb, colorspace, 0) == V4L2_QUANTIZATION_FULL_RANGE);
            const uint32_t encoding = V4L2_MAP_YCBCR_ENC_DEFAULT(colorspace);
            const Matrix expected = encoding == V4L2_YCBCR_ENC_709         ? Matrix::bt709
                                    : encoding == V4L2_YCBCR_ENC_BT2020    ? Matrix::bt2020
                                    : encoding == V4L2_YCBCR_ENC_SMPTE240M ? Matrix::smpte240m
                                                                           : Matrix::bt601;
            assert_true(colour.matrix == expected);
        }
    }
    assert_true(resolved(false, V4L2_COLORSPACE_RAW).full_range);
    assert_true(resolved(false, V4L2_COLORSPACE_REC709, V4L2_YCBCR_ENC_601).matrix == Matrix::bt601);
    assert_true(resolved(false, V4L2_COLORSPACE_SRGB, V4L2_YCBCR_ENC_XV709).matrix == Matrix::bt709);
    assert_true(resolved(false, V4L2_COLORSPACE_JPEG, 0, V4L2_QUANTIZATION_LIM_RANGE).full_range == false);
    assert_true(resolved(true, V4L2_COLORSPACE_SRGB, 0, V4L2_QUANTIZATION_LIM_RANGE).full_range == false);
    assert_true(resolved(false, 4711, 4711, 4711) == resolved(false, V4L2_COLORSPACE_SRGB));
    Colour colour;
    assert_false(resolve_colour(false, V4L2_COLORSPACE_BT2020, V4L2_YCBCR_ENC_BT2020_CONST_LUM, 0, &colour));
}

static void U25_luma_alone_fills_the_range_unless_the_driver_says_otherwise(void **)
{
    for (const char *name : {"GREY", "Y10", "Y12", "Y16", "Y16_BE"}) {
        PictureView picture;
        picture.fourcc = data::find_pixel_format(std::string_view(name))->fourcc;
        picture.colorspace = V4L2_COLORSPACE_SRGB;
        assert_true(colour_of(picture)->full_range);
        picture.quantization = V4L2_QUANTIZATION_LIM_RANGE;
        assert_false(colour_of(picture)->full_range);
        picture.quantization = V4L2_QUANTIZATION_DEFAULT;
        picture.fourcc = fourcc_of("YUYV");
        assert_false(colour_of(picture)->full_range);
    }
}

static void part9_formats_without_a_reader_are_refused_by_name(void **)
{
    uint8_t out[64];
    for (const char *name : {"SRGGB10P", "MJPEG", "H264", "NV12MT", "HSV24", "PAL8", "Z16"}) {
        PictureView picture = view(data::find_pixel_format(std::string_view(name))->fourcc, 2, 2, encodings[0]);
        auto result = to_rgb24(picture, out, 6);
        assert_false(bool(result));
        assert_true(result.failure().code == Code::image_format_unsupported);
    }
    PictureView luminance = view(fourcc_of("YUYV"), 2, 1, encodings[0]);
    luminance.ycbcr_encoding = V4L2_YCBCR_ENC_BT2020_CONST_LUM;
    assert_true(to_rgb24(luminance, out, 6).failure().code == Code::image_format_unsupported);
    assert_true(to_grey(luminance, out, 6).failure().code == Code::image_format_unsupported);
}

static void U26_planes_that_cannot_hold_their_rows_are_refused(void **)
{
    uint8_t bytes[4096] = {}, out[4096];
    PictureView good = view(fourcc_of("NV12"), 16, 16, encodings[0]);
    good.plane_count = 2;
    good.planes[0] = {bytes, 15 * 20 + 16, 20};
    good.planes[1] = {bytes, 7 * 20 + 16, 20};
    assert_true(bool(to_rgb24(good, out, 48)));
    auto refused = [&](auto change) {
        PictureView bad = good;
        change(bad);
        auto result = to_rgb24(bad, out, 48);
        assert_false(bool(result));
        assert_true(result.failure().code == Code::image_too_short);
        assert_true(result.failure().status() == Status::error_data);
    };
    refused([](PictureView &p) { p.planes[0].size_bytes--; });
    refused([](PictureView &p) { p.planes[1].size_bytes--; });
    refused([](PictureView &p) { p.planes[0].stride_bytes = 15; });
    refused([](PictureView &p) { p.planes[1].stride_bytes = 0; });
    refused([](PictureView &p) { p.planes[1].data = nullptr; });
    refused([](PictureView &p) { p.plane_count = 1; });
    refused([](PictureView &p) { p.plane_count = 4; });
    refused([](PictureView &p) { p.width = 0; });
    refused([](PictureView &p) { p.height = 0; });
    refused([](PictureView &p) { p.height = UINT32_MAX; });
    refused([](PictureView &p) { p.width = UINT32_MAX; });
    refused([](PictureView &p) { p.planes[0].stride_bytes = UINT32_MAX; });
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar6b_the_error_over_the_whole_cube_is_at_most_one_step_and_002_in_the_mean),
        cmocka_unit_test(bar6b_planes_for_jpeg_mean_the_same_colours_as_the_picture),
        cmocka_unit_test(bar6c_every_format_and_size_converts_right_and_reads_no_byte_beyond_its_planes),
        cmocka_unit_test(U24_black_white_and_primaries_come_out_right_in_every_matrix_and_range),
        cmocka_unit_test(U24_defaults_are_resolved_as_the_kernel_header_says),
        cmocka_unit_test(U26_planes_that_cannot_hold_their_rows_are_refused),
        cmocka_unit_test(U25_luma_alone_fills_the_range_unless_the_driver_says_otherwise),
        cmocka_unit_test(part9_formats_without_a_reader_are_refused_by_name),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
