#include "image/jpeg.hpp"

#include "decoded_picture.hpp"

using namespace decoded;

static void bar6d_jpegs_of_every_format_matrix_and_range_look_like_the_scene(void **)
{
    for (const char *name : {"YUYV", "NV12", "NV12M", "RGB24"})
        for (const painted::Meaning &meaning : painted::meanings)
            for (uint32_t padding : {0u, 6u}) {
                const painted::Picture picture = painted::paint(name, 64, 48, meaning, padding, painted::ramp);
                const Decoded decoded = decode(jpeg_of(picture.view));
                assert_int_equal(decoded.width, 64);
                assert_int_equal(decoded.height, 48);
                const double ratio = noise_ratio(decoded.rgb, 64, painted::ramp);
                if (ratio < 37)
                    fail_msg("%s, %s: only %.1f dB", name, meaning.name, ratio);
            }
}

static void bar6d_yuv_pictures_keep_their_subsampling(void **)
{
    struct Expected {
        const char *name;
        int components, across, down;
    };
    for (const Expected &expected :
         {Expected{"YUYV", 3, 2, 1}, {"NV12", 3, 2, 2}, {"NV12M", 3, 2, 2}, {"RGB24", 3, 1, 1}, {"GREY", 1, 1, 1}}) {
        const painted::Picture picture = painted::paint(expected.name, 32, 32, painted::meanings[0], 0, painted::ramp);
        const Decoded decoded = decode(jpeg_of(picture.view));
        assert_int_equal(decoded.components, expected.components);
        assert_int_equal(decoded.across, expected.across);
        assert_int_equal(decoded.down, expected.down);
    }
}

static void bar6d_every_size_encodes_and_shows_no_seam_at_its_edges(void **)
{
    const painted::Rgb colour = {200, 60, 90};
    for (const char *name : {"YUYV", "NV12", "RGB24"})
        for (uint32_t width = 1; width <= 35; width++)
            for (uint32_t height = 1; height <= 35; height += height < 4 ? 1 : 5) {
                if (width == 1 && std::string(name) == "YUYV")
                    continue;  // a single pixel of YUYV has no second chroma sample
                const painted::Picture picture =
                    painted::paint(name, width, height, painted::meanings[2], 3, [&](uint32_t, uint32_t) { return colour; });
                const Decoded decoded = decode(jpeg_of(picture.view));
                assert_int_equal(decoded.width, width);
                assert_int_equal(decoded.height, height);
                for (size_t i = 0; i < decoded.rgb.size(); i++)
                    assert_true(std::abs(decoded.rgb[i] - static_cast<int>(colour[i % 3])) <= 4);
            }
}

static void U24_black_white_and_primaries_keep_their_colour(void **)
{
    static const painted::Rgb colours[] = {{0, 0, 0}, {255, 255, 255}, {255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {128, 128, 128}};
    for (const char *name : {"YUYV", "NV12", "NV12M", "RGB24"})
        for (const painted::Meaning &meaning : painted::meanings)
            for (const painted::Rgb &colour : colours) {
                const painted::Picture picture =
                    painted::paint(name, 16, 16, meaning, 0, [&](uint32_t, uint32_t) { return colour; });
                const Decoded decoded = decode(jpeg_of(picture.view, 100));
                for (size_t i = 0; i < decoded.rgb.size(); i++)
                    if (std::abs(decoded.rgb[i] - static_cast<int>(colour[i % 3])) > 4)
                        fail_msg("%s, %s: component %zu is %d instead of %d", name, meaning.name, i % 3, decoded.rgb[i],
                                 static_cast<int>(colour[i % 3]));
            }
}

static void U24_grey_jpegs_fill_the_range(void **)
{
    for (const painted::Meaning &meaning : painted::meanings)
        for (double level : {0.0, 64.0, 255.0}) {
            const painted::Picture picture = painted::paint(
                "GREY", 16, 16, meaning, 1, [&](uint32_t, uint32_t) { return painted::Rgb{level, level, level}; });
            const Decoded decoded = decode(jpeg_of(picture.view, 100));
            for (uint8_t value : decoded.rgb)
                assert_true(std::abs(value - level) <= 2);
        }
}

static void part9_quality_changes_the_size(void **)
{
    const painted::Picture picture = painted::paint("YUYV", 128, 128, painted::meanings[0], 0, [](uint32_t x, uint32_t y) {
        return painted::Rgb{static_cast<double>(x * 7 % 256), static_cast<double>(y * 5 % 256),
                            static_cast<double>((x ^ y) * 3 % 256)};
    });
    assert_true(jpeg_of(picture.view, 20).size() < jpeg_of(picture.view, 90).size());
    assert_true(jpeg_of(picture.view, 90).size() < jpeg_of(picture.view, 100).size());
    assert_true(jpeg_of(picture.view, 0) == jpeg_of(picture.view, 90));
    assert_true(encode(picture.view, ImageType::jpeg, 101).failure().code == Code::value_out_of_range);
}

static void bar6d_all_usual_kinds_of_jpeg_decode(void **)
{
    static const Kind kinds[] = {
        {"4:2:0", 3, 2, 2, false, JCS_YCbCr},
        {"4:2:2", 3, 2, 1, false, JCS_YCbCr},
        {"4:4:4", 3, 1, 1, false, JCS_YCbCr},
        {"4:1:1", 3, 4, 1, false, JCS_YCbCr},
        {"4:4:0", 3, 1, 2, false, JCS_YCbCr},
        {"4:0:0", 1, 1, 1, false, JCS_GRAYSCALE},
        {"progressive", 3, 2, 2, true, JCS_YCbCr},
        {"RGB", 3, 1, 1, false, JCS_RGB},
        {"progressive grey", 1, 1, 1, true, JCS_GRAYSCALE},
    };
    for (const Kind &kind : kinds) {
        const Bytes file = made_by_libjpeg(kind, 50, 34);
        const Decoded png = decode_png(must(encode(motion_jpeg(file, 50, 34), ImageType::png, 0)));
        if (largest_difference(png.rgb, decode(file).rgb) > 1)
            fail_msg("%s differs from libjpeg's own RGB", kind.name);
    }
    auto ink = encode(motion_jpeg(made_by_libjpeg({"CMYK", 4, 1, 1, false, JCS_CMYK}, 50, 34), 50, 34), ImageType::png, 0);
    assert_false(bool(ink));
    assert_true(ink.failure().code == Code::image_data_damaged);
}

static void part9_the_simulator_gets_its_jpegs_from_rgb(void **)
{
    Bytes rgb(size_t{64} * 48 * 3);
    for (size_t i = 0; i < rgb.size(); i++)
        rgb[i] = painted::rounded(painted::ramp(static_cast<uint32_t>(i / 3 % 64), static_cast<uint32_t>(i / 3 / 64))[i % 3]);
    const Bytes file = jpeg_from_rgb(rgb.data(), 64, 48);
    const Decoded decoded = decode(file);
    assert_int_equal(decoded.across, 2);
    assert_int_equal(decoded.down, 1);
    assert_true(noise_ratio(decoded.rgb, 64, painted::ramp) > 37);
    assert_true(jpeg_from_rgb(rgb.data(), 0, 48).empty());
    assert_true(jpeg_from_rgb(nullptr, 64, 48).empty());
    assert_true(jpeg_from_rgb(rgb.data(), 65501, 0).empty());
}

static void part9_a_picture_libjpeg_refuses_is_an_answer_and_no_exit(void **)
{
    const painted::Picture picture =
        painted::paint("GREY", 65501, 1, painted::meanings[0], 0, [](uint32_t, uint32_t) { return painted::Rgb{}; });
    auto file = encode(picture.view, ImageType::jpeg, 0);
    assert_false(bool(file));
    assert_true(file.failure().code == Code::image_encoder_failed);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar6d_jpegs_of_every_format_matrix_and_range_look_like_the_scene),
        cmocka_unit_test(bar6d_yuv_pictures_keep_their_subsampling),
        cmocka_unit_test(bar6d_every_size_encodes_and_shows_no_seam_at_its_edges),
        cmocka_unit_test(bar6d_all_usual_kinds_of_jpeg_decode),
        cmocka_unit_test(U24_black_white_and_primaries_keep_their_colour),
        cmocka_unit_test(U24_grey_jpegs_fill_the_range),
        cmocka_unit_test(part9_quality_changes_the_size),
        cmocka_unit_test(part9_the_simulator_gets_its_jpegs_from_rgb),
        cmocka_unit_test(part9_a_picture_libjpeg_refuses_is_an_answer_and_no_exit),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
