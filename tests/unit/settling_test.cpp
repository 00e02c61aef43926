// How bright a picture is, and when the exposure of a camera counts as settled.
#include "image/jpeg.hpp"
#include "pipeline/luma.hpp"
#include "pipeline/picture.hpp"
#include "pipeline/settling.hpp"

#include "convert/convert.hpp"
#include "convert/sources.hpp"
#include "data/pixel_format.hpp"
#include "uapi/videodev2.hpp"
#include "v4lxx_config.h"

#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <numeric>
#include <random>
#include <setjmp.h>
#include <vector>

extern "C" {
#include <cmocka.h>
}

using namespace v4lxx;
using namespace v4lxx::pipeline;

namespace {

constexpr int64_t frame_ns = 33'333'333;

// The number of frames until it is decided.
uint32_t frames_until_decided(Settling &settling, const std::vector<uint32_t> &lumas, int64_t interval_ns = frame_ns)
{
    int64_t now_ns = 5'000'000'000;
    for (const uint32_t luma : lumas) {
        add_frame(settling, &luma, &now_ns);
        now_ns += interval_ns;
        if (settling.state != SettlingState::moving)
            break;
    }
    return settling.frame_count;
}

struct Filled {
    PictureView view;
    std::vector<uint8_t> bytes;
};

Filled filled(const data::PixelFormat &format, uint32_t width, uint32_t height, uint32_t seed)
{
    Filled picture;
    picture.view.fourcc = format.fourcc;
    picture.view.width = width;
    picture.view.height = height;
    picture.view.plane_count = format.plane_count;
    picture.bytes.resize(size_t{width} * height * 8);
    std::mt19937 random(seed);
    for (uint8_t &byte : picture.bytes)
        byte = static_cast<uint8_t>(random());
    for (uint32_t p = 0; p < format.plane_count; p++)
        picture.view.planes[p] = {picture.bytes.data(), picture.bytes.size(), width * 4};
    return picture;
}

}  // namespace

static void part6_an_exposure_that_never_moves_is_settled_at_the_third_frame(void **)
{
    Settling settling;
    assert_int_equal(frames_until_decided(settling, std::vector<uint32_t>(20, 30000)), 3);
    assert_true(settling.state == SettlingState::settled);
    assert_int_equal(settling.luma[0], 30000);
}

static void part6_a_rising_exposure_is_settled_when_three_frames_differ_by_less_than_2_percent(void **)
{
    Settling settling;
    assert_int_equal(frames_until_decided(settling, {10000, 15000, 18000, 19000, 19700, 19800, 19900, 20000}), 7);
    assert_true(settling.state == SettlingState::settled);
    assert_int_equal(settling.luma[2], 19900);
    Settling exact;  // 2 % is not less than 2 %
    assert_int_equal(frames_until_decided(exact, {49000, 49500, 50000, 50000, 50000}), 4);
}

static void part6_in_the_dark_half_a_step_of_8_bits_does_not_count_as_moving(void **)
{
    Settling settling;
    assert_int_equal(frames_until_decided(settling, {300, 400, 350}), 3);
    assert_true(settling.state == SettlingState::settled);
    Settling black;
    assert_int_equal(frames_until_decided(black, {0, 0, 0}), 3);
    assert_true(black.state == SettlingState::settled);
}

static void part6_an_endless_flicker_is_given_up_after_15_frames_or_one_second(void **)
{
    std::vector<uint32_t> flicker;
    for (int i = 0; i < 100; i++)
        flicker.push_back(i % 2 == 0 ? 20000 : 30000);
    Settling settling;
    assert_int_equal(frames_until_decided(settling, flicker), 15);
    assert_true(settling.state == SettlingState::gave_up);
    Settling slow;  // 5 per second: the sixth frame comes after one second
    assert_int_equal(frames_until_decided(slow, flicker, 200'000'000), 6);
    assert_true(slow.state == SettlingState::gave_up);
    Settling patient;
    patient.most_frames = 60;
    patient.most_ns = 3'000'000'000;
    assert_int_equal(frames_until_decided(patient, flicker), 60);
    Settling stopped = patient;  // a decision stays
    const uint32_t luma = 1;
    add_frame(stopped, &luma, nullptr);
    assert_int_equal(stopped.frame_count, 60);
}

static void part6_frames_without_brightness_or_time_count_as_frames(void **)
{
    Settling settling;
    for (int i = 0; i < 14; i++)
        add_frame(settling, nullptr, nullptr);
    assert_true(settling.state == SettlingState::moving);
    add_frame(settling, nullptr, nullptr);
    assert_true(settling.state == SettlingState::gave_up);
    assert_int_equal(settling.measured_count, 0);
    // Time stamps that cannot be true are no reason to stop, and nothing overflows.
    Settling hostile;
    const uint32_t luma = 1000, other = 2000;
    const int64_t first = INT64_MIN, second = INT64_MAX;
    add_frame(hostile, &luma, &first);
    add_frame(hostile, &other, &second);
    assert_true(hostile.state == SettlingState::moving);
    Settling full;
    full.frame_count = full.measured_count = UINT32_MAX;
    add_frame(full, &luma, &first);
}

static void part6_brightness_is_the_mean_of_the_grey_picture_in_every_format(void **)
{
    for (const data::PixelFormat &format : data::pixel_formats) {
        if (!convert::can_read(format.fourcc))
            continue;
        for (uint32_t height : {1u, 7u, 64u}) {
            const Filled picture = filled(format, 13, height, height);
            std::vector<uint8_t> grey(size_t{13} * height);
            assert_true(bool(convert::to_grey(picture.view, grey.data(), 13)));
            auto luma = mean_luma(picture.view);
            assert_true(bool(luma));
            const double exact = std::accumulate(grey.begin(), grey.end(), 0.0) * 257 / static_cast<double>(grey.size());
            assert_true(std::abs(*luma - exact) <= 1);
        }
    }
    Filled white = filled(*data::find_pixel_format(data::fourcc_of("GREY")), 1920, 1080, 1);
    white.view.quantization = V4L2_QUANTIZATION_FULL_RANGE;
    std::fill(white.bytes.begin(), white.bytes.end(), uint8_t{255});
    assert_int_equal(*mean_luma(white.view), 65535);
    std::fill(white.bytes.begin(), white.bytes.end(), uint8_t{0});
    assert_int_equal(*mean_luma(white.view), 0);
    white.view.planes[0].size_bytes = 100;
    assert_true(mean_luma(white.view).failure().code == Code::image_too_short);
    white.view.fourcc = data::fourcc_of("H264");
    assert_true(mean_luma(white.view).failure().status() == Status::error_unsupported);
}

// Tall pictures are sampled: a gradient from top to bottom has the same mean.
static void part6_a_sample_of_rows_sees_all_of_a_tall_picture(void **)
{
    Filled tall = filled(*data::find_pixel_format(data::fourcc_of("GREY")), 64, 1000, 1);
    tall.view.quantization = V4L2_QUANTIZATION_FULL_RANGE;
    tall.view.planes[0].stride_bytes = 64;
    for (size_t y = 0; y < 1000; y++)
        std::fill_n(tall.bytes.begin() + static_cast<ptrdiff_t>(y * 64), 64, static_cast<uint8_t>(y * 255 / 999));
    assert_in_range(*mean_luma(tall.view), 32767 - 400, 32767 + 400);
}

#ifdef HAVE_JPEG
static void part6_brightness_of_a_jpeg_is_that_of_its_picture(void **)
{
    const uint32_t width = 101, height = 53;
    std::vector<uint8_t> rgb(size_t{width} * height * 3);
    for (size_t i = 0; i < rgb.size(); i++)
        rgb[i] = static_cast<uint8_t>(60 + i / 3 % width);
    std::vector<uint8_t> jpeg = image::jpeg_from_rgb(rgb.data(), width, height);
    PictureView view;
    view.fourcc = data::fourcc_of("MJPEG");
    view.width = width;
    view.height = height;
    view.plane_count = 1;
    view.planes[0] = {jpeg.data(), jpeg.size(), 0};
    auto luma = mean_luma(view);
    assert_true(bool(luma));
    assert_in_range(*luma, 110 * 257 - 600, 110 * 257 + 600);
    view.planes[0].size_bytes = jpeg.size() / 2;
    assert_true(mean_luma(view).failure().status() == Status::error_data);
    view.planes[0] = {nullptr, 0, 0};
    assert_true(mean_luma(view).failure().status() == Status::error_data);
}
#endif

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(part6_an_exposure_that_never_moves_is_settled_at_the_third_frame),
        cmocka_unit_test(part6_a_rising_exposure_is_settled_when_three_frames_differ_by_less_than_2_percent),
        cmocka_unit_test(part6_in_the_dark_half_a_step_of_8_bits_does_not_count_as_moving),
        cmocka_unit_test(part6_an_endless_flicker_is_given_up_after_15_frames_or_one_second),
        cmocka_unit_test(part6_frames_without_brightness_or_time_count_as_frames),
        cmocka_unit_test(part6_brightness_is_the_mean_of_the_grey_picture_in_every_format),
        cmocka_unit_test(part6_a_sample_of_rows_sees_all_of_a_tall_picture),
#ifdef HAVE_JPEG
        cmocka_unit_test(part6_brightness_of_a_jpeg_is_that_of_its_picture),
#endif
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
