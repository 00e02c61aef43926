// Names of DV timings and of analog standards: reading what people write, and choosing among what a device lists.
#include "data/analog_standard.hpp"
#include "kernel/timings.hpp"

#include <cstdarg>
#include <cstddef>
#include <cstring>
#include <setjmp.h>

extern "C" {
#include <cmocka.h>
}

#include <linux/videodev2.h>

using namespace v4lxx;
using namespace v4lxx::kernel;

// A picture of width x height without blanking at so many pictures a second.
static Timings make(uint32_t width, uint32_t height, uint32_t rate, uint32_t flags = 0, bool interlaced = false)
{
    Timings timings;
    timings.width = width;
    timings.height = height;
    timings.interlaced = interlaced;
    timings.flags = flags;
    timings.pixelclock_hz = uint64_t{width} * height * rate;
    return timings;
}

static const std::vector<Timings> listed = {
    make(1920, 1080, 24, V4L2_DV_FL_CAN_REDUCE_FPS),    make(1920, 1080, 25), make(1920, 1080, 60, V4L2_DV_FL_CAN_REDUCE_FPS),
    make(1920, 1080, 25, V4L2_DV_FL_IS_CE_VIDEO, true), make(1280, 720, 50),  make(1280, 720, 60),
    make(1280, 720, 60, V4L2_DV_FL_IS_CE_VIDEO),
};

static void U33_timings_are_read_as_people_write_them(void **)
{
    const struct {
        const char *text;
        uint32_t width, height;
        bool interlaced;
        double rate;
    } cases[] = {
        {"1920x1080p60", 1920, 1080, false, 60},
        {"1920X1080P60", 1920, 1080, false, 60},
        {"1920x1080@60", 1920, 1080, false, 60},
        {"1920x1080p@59.94", 1920, 1080, false, 59.94},
        {"720x576i50", 720, 576, true, 50},
        {"720x576i@50", 720, 576, true, 50},
        {"640x480", 640, 480, false, 0},
        {"640x480i", 640, 480, true, 0},
        {"1280x720p60000/1001", 1280, 720, false, 60000.0 / 1001},
    };
    for (const auto &wanted : cases) {
        const auto wish = parse_timings(wanted.text);
        assert_true(wish.has_value());
        assert_int_equal(wish->width, wanted.width);
        assert_int_equal(wish->height, wanted.height);
        assert_int_equal(wish->interlaced, wanted.interlaced);
        assert_true(wish->rate > wanted.rate - 1e-6 && wish->rate < wanted.rate + 1e-6);
    }
    for (const char *text :
         {"", "x", "1920", "1920x", "x1080", "0x480", "640x0", "640x480p0", "640x480 60", "640x480p60x", "640x480p.5",
          "-640x480", "640x480p1/0", "4294967296x1", "640x480pp60", "640x480@@60", "640x480p-1"})
        assert_false(parse_timings(text).has_value());
}

static void U33_the_nearest_rate_is_chosen_and_reduced_where_that_is_nearer(void **)
{
    const auto chosen = [](const char *text) { return timings_text(*choose_timings(listed, *parse_timings(text))); };
    assert_string_equal(chosen("1920x1080p60").c_str(), "1920x1080p60");
    assert_string_equal(chosen("1920x1080@59.94").c_str(), "1920x1080p59.94");
    assert_string_equal(chosen("1920x1080@23.976").c_str(), "1920x1080p23.98");
    assert_string_equal(chosen("1920x1080p24").c_str(), "1920x1080p24");
    assert_string_equal(chosen("1920x1080p25").c_str(), "1920x1080p25");
    assert_string_equal(chosen("1920x1080i50").c_str(), "1920x1080i50");
    assert_string_equal(chosen("1280x720@59.94").c_str(), "1280x720p60");  // cannot be reduced: half a picture is near enough
    assert_string_equal(chosen("1920x1080").c_str(), "1920x1080p60");
    for (const char *text : {"1920x1080p61", "1920x1080p50", "1280x720i50", "1919x1080p60", "1920x1080p60.5"})
        assert_false(choose_timings(listed, *parse_timings(text)).has_value());
    assert_true((choose_timings(listed, *parse_timings("1280x720p60"))->flags & V4L2_DV_FL_IS_CE_VIDEO) != 0);
    assert_false(choose_timings({}, *parse_timings("1280x720p60")).has_value());
}

static void U33_the_nearest_come_first_in_a_message(void **)
{
    const auto nearest = nearest_timings(listed, *parse_timings("1920x1080p50"), 3);
    assert_int_equal(nearest.size(), 3);
    assert_string_equal(timings_text(nearest[0]).c_str(), "1920x1080p60");
    assert_int_equal(nearest_timings(listed, *parse_timings("1x1p1"), 100).size(), listed.size());
    assert_true(nearest_timings({}, *parse_timings("1x1p1"), 3).empty());
}

static void S24_rates_of_extreme_timings_are_fractions_or_nothing(void **)
{
    Timings timings = make(1920, 1080, 60);
    assert_int_equal(picture_rate(timings).numerator, 60);
    assert_int_equal(picture_rate(timings).denominator, 1);
    timings.flags = V4L2_DV_FL_REDUCED_FPS;
    assert_int_equal(picture_rate(timings).numerator, 60000);
    assert_int_equal(picture_rate(timings).denominator, 1001);
    timings.pixelclock_hz = 0;
    assert_int_equal(picture_rate(timings).denominator, 0);
    assert_string_equal(timings_text(timings).c_str(), "1920x1080p");
    timings.pixelclock_hz = 1'000'000'000'000;
    timings.width = timings.height = timings.hsync = timings.vsync = timings.hfrontporch = timings.vfrontporch = 65535;
    const Fraction rate = picture_rate(timings);
    assert_true(rate.denominator != 0 && rate.numerator / rate.denominator == 25);
    assert_int_equal(picture_rate(Timings{}).denominator, 0);
}

static void U33_standards_have_names_alone_and_together(void **)
{
    assert_string_equal(data::analog_standard_name(V4L2_STD_PAL_BG), "PAL-BG");
    assert_string_equal(data::analog_standard_name(V4L2_STD_625_50), "");
    assert_string_equal(data::analog_standard_text(0).c_str(), "none");
    assert_string_equal(data::analog_standard_text(V4L2_STD_PAL_BG | V4L2_STD_PAL_H).c_str(), "PAL-BG+PAL-H");
    assert_string_equal(data::analog_standard_text(V4L2_STD_PAL | V4L2_STD_NTSC).c_str(), "NTSC+PAL");
    assert_string_equal(data::analog_standard_text(V4L2_STD_ATSC_8_VSB).c_str(), "0x1000000");
    for (const data::AnalogStandard &standard : data::analog_standards) {
        assert_ptr_equal(data::find_analog_standard(standard.name), &standard);
        assert_string_equal(data::analog_standard_name(standard.bits), standard.name);
        assert_int_equal(standard.lines, (standard.bits & V4L2_STD_525_60) != 0 ? 525 : 625);
    }
    assert_null(data::find_analog_standard(""));
    assert_null(data::find_analog_standard("PAL-BGH"));
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(U33_timings_are_read_as_people_write_them),
        cmocka_unit_test(U33_the_nearest_rate_is_chosen_and_reduced_where_that_is_nearer),
        cmocka_unit_test(U33_the_nearest_come_first_in_a_message),
        cmocka_unit_test(S24_rates_of_extreme_timings_are_fractions_or_nothing),
        cmocka_unit_test(U33_standards_have_names_alone_and_together),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
