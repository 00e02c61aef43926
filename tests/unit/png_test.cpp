#include "image/jpeg.hpp"
#include "pipeline/picture.hpp"

#include "convert/convert.hpp"
#include "painted_picture.hpp"

#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <setjmp.h>
#include <vector>

#include <png.h>

extern "C" {
#include <cmocka.h>
}

using namespace v4lxx;
using namespace v4lxx::image;
using namespace v4lxx::pipeline;

struct Decoded {
    uint32_t width = 0, height = 0;
    std::vector<uint8_t> rgb;
};

static Decoded decode(const std::vector<uint8_t> &file)
{
    png_image image;
    std::memset(&image, 0, sizeof image);
    image.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(&image, file.data(), file.size()))
        fail_msg("libpng: %s", image.message);
    // As stored: no gamma, no alpha.
    image.format = PNG_FORMAT_RGB;
    Decoded result;
    result.width = image.width;
    result.height = image.height;
    result.rgb.resize(PNG_IMAGE_SIZE(image));
    if (!png_image_finish_read(&image, nullptr, result.rgb.data(), 0, nullptr))
        fail_msg("libpng: %s", image.message);
    assert_int_equal(image.warning_or_error, 0);
    return result;
}

static std::vector<uint8_t> png_of(const PictureView &picture)
{
    auto file = encode(picture, ImageType::png, 0);
    if (!file)
        fail_msg("%s", file.failure().message().c_str());
    return std::move(*file);
}

static const char *const formats[] = {"YUYV", "NV12", "NV12M", "RGB24", "GREY"};

static void bar6d_a_png_has_exactly_the_pixels_of_the_conversion(void **)
{
    for (const char *name : formats)
        for (const painted::Meaning &meaning : painted::meanings)
            for (uint32_t width : {1u, 2u, 7u, 64u})
                for (uint32_t height : {1u, 3u, 50u}) {
                    const painted::Picture picture = painted::paint(name, width, height, meaning, 5, painted::ramp);
                    const Decoded decoded = decode(png_of(picture.view));
                    assert_int_equal(decoded.width, width);
                    assert_int_equal(decoded.height, height);
                    std::vector<uint8_t> rgb(size_t{width} * height * 3);
                    assert_true(bool(convert::to_rgb24(picture.view, rgb.data(), size_t{width} * 3)));
                    assert_memory_equal(rgb.data(), decoded.rgb.data(), rgb.size());
                }
}

static void bar6d_rgb24_survives_byte_by_byte(void **)
{
    const painted::Picture picture = painted::paint("RGB24", 61, 47, painted::meanings[0], 3, painted::ramp);
    const Decoded decoded = decode(png_of(picture.view));
    for (uint32_t y = 0; y < 47; y++)
        assert_memory_equal(&decoded.rgb[size_t{y} * 61 * 3], picture.view.planes[0].data + size_t{y} * (61 * 3 + 3), 61 * 3);
}

static void U24_a_flat_colour_has_its_colour_in_every_format_matrix_and_range(void **)
{
    static const painted::Rgb colours[] = {{0, 0, 0},   {255, 255, 255}, {255, 0, 0},  {0, 255, 0},
                                           {0, 0, 255}, {128, 128, 128}, {200, 90, 30}};
    for (const char *name : {"YUYV", "NV12", "NV12M", "RGB24"})
        for (const painted::Meaning &meaning : painted::meanings)
            for (const painted::Rgb &colour : colours) {
                const painted::Picture picture =
                    painted::paint(name, 6, 4, meaning, 0, [&](uint32_t, uint32_t) { return colour; });
                const Decoded decoded = decode(png_of(picture.view));
                for (size_t i = 0; i < decoded.rgb.size(); i++)
                    if (std::abs(decoded.rgb[i] - static_cast<int>(colour[i % 3])) > 2)
                        fail_msg("%s, %s: component %zu is %d instead of %d", name, meaning.name, i % 3, decoded.rgb[i],
                                 static_cast<int>(colour[i % 3]));
            }
}

static void U24_grey_fills_the_range_and_is_stored_as_grey(void **)
{
    for (const painted::Meaning &meaning : painted::meanings) {
        const painted::Picture picture = painted::paint("GREY", 256, 1, meaning, 0, [](uint32_t x, uint32_t) {
            return painted::Rgb{static_cast<double>(x), static_cast<double>(x), static_cast<double>(x)};
        });
        const std::vector<uint8_t> file = png_of(picture.view);
        assert_int_equal(file[24], 8);  // IHDR: bits, colour type
        assert_int_equal(file[25], PNG_COLOR_TYPE_GRAY);
        const Decoded decoded = decode(file);
        for (size_t x = 0; x < 256; x++)
            assert_true(std::abs(decoded.rgb[x * 3] - static_cast<int>(x)) <= 1);
        assert_int_equal(decoded.rgb[0], 0);
        assert_int_equal(decoded.rgb[255 * 3], 255);
    }
}

static void part9_a_picture_libpng_refuses_is_an_answer_and_no_exit(void **)
{
    // libpng takes at most a million pixels in a row.
    const painted::Picture picture =
        painted::paint("GREY", 1000001, 1, painted::meanings[0], 0, [](uint32_t, uint32_t) { return painted::Rgb{}; });
    auto file = encode(picture.view, ImageType::png, 0);
    assert_false(bool(file));
    assert_true(file.failure().code == Code::image_encoder_failed);
    assert_non_null(std::strstr(file.failure().message().c_str(), "libpng"));
}

static void U26_a_frame_with_too_few_bytes_is_refused(void **)
{
    for (const char *name : formats) {
        painted::Picture picture = painted::paint(name, 16, 16, painted::meanings[0], 0, painted::ramp);
        convert::PlaneView &last = picture.view.planes[picture.view.plane_count - 1];
        last.size_bytes--;
        auto file = encode(picture.view, ImageType::png, 0);
        assert_false(bool(file));
        assert_true(file.failure().code == Code::image_too_short);
    }
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar6d_a_png_has_exactly_the_pixels_of_the_conversion),
        cmocka_unit_test(bar6d_rgb24_survives_byte_by_byte),
        cmocka_unit_test(U24_a_flat_colour_has_its_colour_in_every_format_matrix_and_range),
        cmocka_unit_test(U24_grey_fills_the_range_and_is_stored_as_grey),
        cmocka_unit_test(part9_a_picture_libpng_refuses_is_an_answer_and_no_exit),
        cmocka_unit_test(U26_a_frame_with_too_few_bytes_is_refused),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
