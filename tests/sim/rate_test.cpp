// The nominal and the measured rate of a stream, and why a camera makes fewer frames than it says (U08).
#include "support/camera.hpp"

#include <cstring>

#include <linux/videodev2.h>

using namespace v4lxx::test;

namespace {

v4lxx_stream_rate rate_of(Camera &camera)
{
    v4lxx_stream_rate rate = V4LXX_STREAM_RATE_INIT;
    ASSERT_OK(v4lxx_stream_read_rate(camera.stream(), &rate, &error));
    return rate;
}

void take(Camera &camera, int frames)
{
    for (int i = 0; i < frames; i++)
        camera.next();
}

void assert_rate(Camera &camera, uint64_t measured_uhz, v4lxx_rate_verdict verdict)
{
    const v4lxx_stream_rate rate = rate_of(camera);
    assert_int_equal(rate.nominal.numerator, 30 * rate.nominal.denominator);
    assert_in_range(rate.measured_uhz, measured_uhz - 100, measured_uhz + 100);
    assert_int_equal(rate.verdict, verdict);
}

void set_control(Camera &camera, const char *name, int64_t value)
{
    v4lxx_control *control = nullptr;
    ASSERT_OK(v4lxx_device_find_control(camera.device(), name, &control, &error));
    ASSERT_OK(v4lxx_device_set_control_i64(camera.device(), control, value, nullptr, &error));
    v4lxx_control_unref(control);
}

// The frames after a change: the window must hold only those.
void restart(Camera &camera, int frames)
{
    camera.stop();
    camera.start();
    take(camera, frames);
}

void assert_blamed(Camera &camera, const char *control, bool checked, const char *told)
{
    v4lxx_error *finding = nullptr;
    assert_int_equal(v4lxx_stream_check_rate(camera.stream(), &finding), V4LXX_ERROR_UNSUPPORTED);
    assert_int_equal(v4lxx_error_get_code(finding), V4LXX_CODE_RATE_NOT_REACHED);
    assert_string_equal(v4lxx_error_get_field(finding), control);
    assert_int_equal(v4lxx_error_is_cause_checked(finding), checked);
    if (strstr(v4lxx_error_get_message(finding), told) == nullptr)
        fail_msg("\"%s\" is not in: %s", told, v4lxx_error_get_message(finding));
    v4lxx_error_free(finding);
}

constexpr const char *dark = "sim:camera,clock=virtual,pattern=cells,low_light=yes";

}  // namespace

static void U08_the_measured_rate_is_that_of_the_time_stamps(void **)
{
    Camera camera("sim:camera,clock=virtual,pattern=cells");
    camera.start();
    assert_int_equal(rate_of(camera).measured_uhz, 0);
    assert_int_equal(rate_of(camera).verdict, V4LXX_RATE_UNKNOWN);
    take(camera, 1);
    assert_int_equal(rate_of(camera).measured_uhz, 0);
    take(camera, 4);
    assert_int_equal(rate_of(camera).measured_intervals, 4);
    assert_int_equal(v4lxx_stream_check_rate(camera.stream(), nullptr), V4LXX_AGAIN);  // too few to judge
    take(camera, 100);
    assert_rate(camera, 30000000, V4LXX_RATE_AS_TOLD);
    assert_int_equal(rate_of(camera).measured_intervals, 30);
    assert_int_equal(rate_of(camera).measured_ns, second);
    assert_int_equal(v4lxx_stream_check_rate(camera.stream(), nullptr), V4LXX_OK);
    restart(camera, 2);
    assert_int_equal(rate_of(camera).measured_intervals, 1);
}

static void U08_half_the_rate_in_poor_light_names_the_control_and_its_value(void **)
{
    Camera camera(dark);
    camera.start();
    take(camera, 20);
    assert_rate(camera, 15000000, V4LXX_RATE_SLOWER);
    assert_blamed(camera, "exposure_dynamic_framerate", true, "exposure_dynamic_framerate is 1: in poor light");
    assert_blamed(camera, "exposure_dynamic_framerate", true, "exposure_time_absolute is 666, 66.6 ms");
    set_control(camera, "exposure_dynamic_framerate", 0);
    restart(camera, 20);
    assert_rate(camera, 30000000, V4LXX_RATE_AS_TOLD);
}

static void U08_an_exposure_by_hand_that_is_too_long_is_named(void **)
{
    Camera camera(dark);
    set_control(camera, "auto_exposure", V4L2_EXPOSURE_MANUAL);
    set_control(camera, "exposure_time_absolute", 900);
    camera.start();
    take(camera, 20);
    assert_rate(camera, 10000000, V4LXX_RATE_SLOWER);
    assert_blamed(camera, "exposure_time_absolute", true, "is 900, 90.0 ms: longer than the 33.3 ms");
    assert_blamed(camera, "exposure_time_absolute", true, "exposure_time_absolute=333");
    set_control(camera, "exposure_time_absolute", 333);
    restart(camera, 20);
    assert_int_equal(v4lxx_stream_check_rate(camera.stream(), nullptr), V4LXX_OK);
}

static void U08_without_controls_the_reason_is_a_guess(void **)
{
    Camera camera(std::string(dark) + ",controls=none");
    camera.start();
    take(camera, 20);
    assert_blamed(camera, "exposure_dynamic_framerate", false, "no control that could be read to tell (a guess)");
}

static void U08_exposure_is_not_blamed_when_its_controls_say_otherwise(void **)
{
    Camera camera("sim:camera,clock=virtual,pattern=cells,fps=15");
    camera.inject("on VIDIOC_G_PARM all set denominator 30");
    camera.start();
    take(camera, 20);
    assert_rate(camera, 15000000, V4LXX_RATE_SLOWER);
    assert_blamed(camera, "", true, "do not explain it: auto_exposure is 3, exposure_dynamic_framerate is 0");
}

static void U08_lost_frames_are_not_blamed_on_the_exposure(void **)
{
    Camera camera(dark);
    set_control(camera, "exposure_dynamic_framerate", 0);
    camera.inject("at frame every 2 drop 1");
    camera.start();
    take(camera, 20);
    const v4lxx_stream_rate rate = rate_of(camera);
    assert_int_equal(rate.verdict, V4LXX_RATE_FRAMES_LOST);
    assert_true(rate.missing > 0);
    assert_int_equal(v4lxx_stream_check_rate(camera.stream(), nullptr), V4LXX_AGAIN);
    assert_true(camera.account().driver_dropped > 0);
}

static void U08_time_stamps_that_measure_nothing_give_no_rate(void **)
{
    for (const char *rule : {"on VIDIOC_DQBUF all set tv_sec 7\non VIDIOC_DQBUF all set tv_usec 7"}) {
        Camera camera("sim:camera,clock=virtual,pattern=cells");
        camera.inject(rule);
        camera.start();
        take(camera, 20);
        assert_int_equal(rate_of(camera).measured_uhz, 0);
        assert_int_equal(v4lxx_stream_check_rate(camera.stream(), nullptr), V4LXX_AGAIN);
    }
}

static void U08_the_rate_costs_no_system_call(void **)
{
    Camera camera(dark);
    camera.start();
    take(camera, 20);
    rate_of(camera);  // the interval is asked for once
    const uint64_t before = camera.account().system_calls;
    for (int i = 0; i < 100; i++)
        rate_of(camera);
    assert_int_equal(camera.account().system_calls, before);
    take(camera, 10);
    assert_int_equal(camera.account().system_calls, before + 10 * 3);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(U08_the_measured_rate_is_that_of_the_time_stamps),
        cmocka_unit_test(U08_half_the_rate_in_poor_light_names_the_control_and_its_value),
        cmocka_unit_test(U08_an_exposure_by_hand_that_is_too_long_is_named),
        cmocka_unit_test(U08_without_controls_the_reason_is_a_guess),
        cmocka_unit_test(U08_exposure_is_not_blamed_when_its_controls_say_otherwise),
        cmocka_unit_test(U08_lost_frames_are_not_blamed_on_the_exposure),
        cmocka_unit_test(U08_time_stamps_that_measure_nothing_give_no_rate),
        cmocka_unit_test(U08_the_rate_costs_no_system_call),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
