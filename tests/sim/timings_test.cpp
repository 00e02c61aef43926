// DV timings through the public API: size and rate follow them, the signal can be asked, and answers that cannot be are refused.
#include "hostile_driver.hpp"

#include <linux/videodev2.h>

using namespace v4lxx;
using namespace v4lxx::test;

namespace {

constexpr const char *hdmi = "sim:camera,inputs=camera+hdmi,input=hdmi,clock=virtual";

v4lxx_timings found(v4lxx_device *device, const char *name)
{
    v4lxx_timings timings = V4LXX_TIMINGS_INIT;
    ASSERT_OK(v4lxx_device_find_timings(device, name, &timings, &error));
    return timings;
}

void set(v4lxx_device *device, const char *name)
{
    v4lxx_timings timings = found(device, name);
    ASSERT_OK(v4lxx_device_set_timings(device, &timings, &error));
}

v4lxx_format format_of(v4lxx_device *device)
{
    v4lxx_format format = V4LXX_FORMAT_INIT;
    ASSERT_OK(v4lxx_device_read_format(device, &format, &error));
    return format;
}

v4lxx_fraction interval_of(v4lxx_device *device)
{
    v4lxx_fraction interval{};
    ASSERT_OK(v4lxx_device_read_interval(device, &interval, &error));
    return interval;
}

v4lxx_signal signal_of(v4lxx_device *device)
{
    v4lxx_signal signal = V4LXX_SIGNAL_INIT;
    ASSERT_OK(v4lxx_device_read_signal(device, &signal, &error));
    return signal;
}

Refusal query(Camera &camera)
{
    v4lxx_timings timings = V4LXX_TIMINGS_INIT;
    return refusal_of([&](v4lxx_error **error) { return v4lxx_device_query_timings(camera.device(), &timings, error); });
}

}  // namespace

static void U33_size_and_rate_follow_the_timings(void **)
{
    Camera camera(hdmi);
    assert_int_equal(format_of(camera.device()).width, 1280);
    assert_int_equal(format_of(camera.device()).height, 720);
    set(camera.device(), "1920x1080p60");
    assert_int_equal(format_of(camera.device()).width, 1920);
    assert_int_equal(format_of(camera.device()).height, 1080);
    assert_int_equal(interval_of(camera.device()).numerator * 60, interval_of(camera.device()).denominator);
    v4lxx_timings now = V4LXX_TIMINGS_INIT;
    ASSERT_OK(v4lxx_device_read_timings(camera.device(), &now, &error));
    assert_int_equal(now.pixelclock_hz, 148500000);
    assert_int_equal(now.rate.numerator, 60);
    assert_int_equal(now.rate.denominator, 1);
    camera.start();
    HeldFrame frame = camera.next();
    assert_int_equal(frame.info().width, 1920);
    frame.assert_intact();
}

static void U33_a_rate_of_59_94_is_the_reduced_one(void **)
{
    Camera camera(hdmi);
    set(camera.device(), "1920x1080@59.94");
    v4lxx_timings now = V4LXX_TIMINGS_INIT;
    ASSERT_OK(v4lxx_device_read_timings(camera.device(), &now, &error));
    assert_true((now.flags & V4LXX_TIMINGS_REDUCED_FPS) != 0);
    assert_int_equal(now.rate.numerator, 60000);
    assert_int_equal(now.rate.denominator, 1001);
    assert_int_equal(interval_of(camera.device()).numerator, 1001);
    assert_int_equal(interval_of(camera.device()).denominator, 60000);
    set(camera.device(), "1920x1080p60");
    assert_int_equal(interval_of(camera.device()).denominator, 60);
}

// Each picture comes as two fields, which share its number.
static void bar11d_U33_interlaced_timings_give_half_frames_with_their_field_named(void **)
{
    Camera camera(hdmi);
    set(camera.device(), "1920x1080i50");
    assert_int_equal(format_of(camera.device()).height, 540);
    assert_int_equal(format_of(camera.device()).field, V4L2_FIELD_ALTERNATE);
    camera.start();
    int64_t first_ns = 0;
    for (uint32_t i = 0; i < 6; i++) {
        HeldFrame frame = camera.next();
        const v4lxx_frame_info info = frame.info();
        assert_int_equal(info.field, i % 2 == 0 ? V4L2_FIELD_TOP : V4L2_FIELD_BOTTOM);
        assert_int_equal(info.sequence, i / 2);
        if (i == 0)
            first_ns = info.timestamp_ns;
        assert_int_equal(info.timestamp_ns - first_ns, i * 20 * ms);
    }
    assert_int_equal(camera.account().driver_dropped, 0);
}

static void U33_timings_are_listed_with_names_that_find_them_again(void **)
{
    Camera camera(hdmi);
    v4lxx_timings_list *list = nullptr;
    ASSERT_OK(v4lxx_device_list_timings(camera.device(), &list, &error));
    const uint32_t count = v4lxx_timings_list_get_count(list);
    assert_true(count > 90);
    for (uint32_t i = 0; i < count; i++) {
        v4lxx_timings listed = V4LXX_TIMINGS_INIT;
        ASSERT_OK(v4lxx_timings_list_at(list, i, &listed, &error));
        const v4lxx_timings again = found(camera.device(), v4lxx_timings_list_get_name(list, i));
        assert_int_equal(again.width, listed.width);
        assert_int_equal(again.height, listed.height);
        assert_int_equal(again.interlaced, listed.interlaced);
        assert_int_equal(again.flags & V4LXX_TIMINGS_REDUCED_FPS, 0);
    }
    assert_string_equal(v4lxx_timings_list_get_name(list, count), "");
    v4lxx_timings beyond = V4LXX_TIMINGS_INIT;
    ASSERT_CODE(v4lxx_timings_list_at(list, count, &beyond, &error), V4LXX_CODE_VALUE_OUT_OF_RANGE);
    v4lxx_timings_list_unref(list);
    v4lxx_timings_capabilities can = V4LXX_TIMINGS_CAPABILITIES_INIT;
    ASSERT_OK(v4lxx_device_read_timings_capabilities(camera.device(), &can, &error));
    assert_int_equal(can.max_width, 4096);
    assert_int_equal(can.capabilities, V4LXX_TIMINGS_CAN_INTERLACED | V4LXX_TIMINGS_CAN_PROGRESSIVE);
}

static void U33_timings_that_are_not_listed_are_answered_with_the_nearest(void **)
{
    Camera camera(hdmi);
    v4lxx_timings timings = V4LXX_TIMINGS_INIT;
    const Refusal refusal = refusal_of(
        [&](v4lxx_error **error) { return v4lxx_device_find_timings(camera.device(), "1920x1080p61", &timings, error); });
    assert_int_equal(refusal.code, V4LXX_CODE_TIMINGS_NOT_OFFERED);
    assert_true(refusal.message.find("the nearest it lists: 1920x1080p60, ") != std::string::npos);
    for (const char *text : {"", "1080p60", "1920x1080q60", "1920x1080p0", "1920x1080p60/0", "1920x1080p-60", "0x0p60",
                             "1920x1080p60 ", "99999999999x1p1", "1920x1080@", "1920x108060/"})
        ASSERT_CODE(v4lxx_device_find_timings(camera.device(), text, &timings, &error), V4LXX_CODE_BAD_NAME);
}

static void bar4_timings_the_receiver_does_not_know_are_refused(void **)
{
    Camera camera(hdmi);
    v4lxx_timings timings = found(camera.device(), "1920x1080p60");
    timings.hfrontporch++;
    ASSERT_CODE(v4lxx_device_set_timings(camera.device(), &timings, &error), V4LXX_CODE_TIMINGS_REFUSED);
    timings.cea861_vic = 256;
    ASSERT_CODE(v4lxx_device_set_timings(camera.device(), &timings, &error), V4LXX_CODE_VALUE_OUT_OF_RANGE);
    assert_int_equal(format_of(camera.device()).width, 1280);
}

static void bar4_row6_timings_are_not_changed_while_buffers_exist(void **)
{
    Camera camera(hdmi);
    camera.start();
    set(camera.device(), "1280x720p60");  // those it has
    v4lxx_timings timings = found(camera.device(), "1920x1080p60");
    ASSERT_CODE(v4lxx_device_set_timings(camera.device(), &timings, &error), V4LXX_CODE_TIMINGS_BUSY);
    camera.stop();
    set(camera.device(), "1920x1080p60");
}

static void U33_no_signal_no_lock_and_out_of_range_have_codes_and_states(void **)
{
    const struct {
        const char *signal;
        v4lxx_code code;
        v4lxx_status status;
        v4lxx_signal_state state;
    } cases[] = {
        {"none", V4LXX_CODE_NO_SIGNAL, V4LXX_ERROR_STATE, V4LXX_SIGNAL_NONE},
        {"off", V4LXX_CODE_NO_SIGNAL, V4LXX_ERROR_STATE, V4LXX_SIGNAL_NO_POWER},
        {"unlocked", V4LXX_CODE_SIGNAL_NOT_LOCKED, V4LXX_ERROR_STATE, V4LXX_SIGNAL_UNLOCKED},
        {"unsynced", V4LXX_CODE_SIGNAL_NOT_LOCKED, V4LXX_ERROR_STATE, V4LXX_SIGNAL_UNLOCKED},
        {"range", V4LXX_CODE_SIGNAL_OUT_OF_RANGE, V4LXX_ERROR_UNSUPPORTED, V4LXX_SIGNAL_OUT_OF_RANGE},
    };
    for (const auto &wanted : cases) {
        Camera camera(std::string(hdmi) + ",signal=" + wanted.signal);
        const Refusal refusal = query(camera);
        assert_int_equal(refusal.code, wanted.code);
        assert_int_equal(refusal.status, wanted.status);
        assert_true(refusal.message.find("try:") != std::string::npos);
        v4lxx_timings timings = V4LXX_TIMINGS_INIT;
        ASSERT_CODE(v4lxx_device_find_timings(camera.device(), "auto", &timings, &error), wanted.code);
        assert_int_equal(signal_of(camera.device()).state, wanted.state);
        assert_int_equal(signal_of(camera.device()).is_set, 0);
        camera.start();
        assert_int_equal(camera.try_next(second), V4LXX_TIMED_OUT);
    }
}

static void U33_what_comes_in_is_asked_and_set(void **)
{
    Camera camera(std::string(hdmi) + ",signal=1920x1080p60");
    v4lxx_signal signal = signal_of(camera.device());
    assert_int_equal(signal.state, V4LXX_SIGNAL_PRESENT);
    assert_int_equal(signal.width, 1920);
    assert_int_equal(signal.rate.numerator, 60);
    assert_false(signal.is_set);
    camera.start();
    assert_int_equal(camera.try_next(second), V4LXX_TIMED_OUT);  // set to something else than what comes in
    camera.stop();
    set(camera.device(), "auto");
    assert_true(signal_of(camera.device()).is_set);
    camera.start();
    assert_int_equal(camera.next().info().width, 1920);
}

// A cable that is pulled and plugged in again under a stream: the frames stop, come again, and their numbers go on.
static void U33_frames_stop_and_come_again_with_the_signal(void **)
{
    Camera camera(hdmi);
    camera.start();
    uint32_t last = 0;
    for (int i = 0; i < 59; i++)
        last = camera.next().info().sequence;
    camera.sim().set_signal({kernel::sim::SignalState::none, 0, nullptr});
    assert_int_equal(camera.try_next(second), V4LXX_TIMED_OUT);
    assert_int_equal(signal_of(camera.device()).state, V4LXX_SIGNAL_NONE);
    camera.sim().set_signal({});
    assert_int_equal(camera.next().info().sequence, last + 1);
    assert_int_equal(signal_of(camera.device()).state, V4LXX_SIGNAL_PRESENT);
    assert_int_equal(camera.account().driver_dropped, 0);
}

static void U33_a_script_pulls_the_cable_and_plugs_it_in_again(void **)
{
    Camera camera(hdmi);
    camera.inject("at time 1s signal none\nat time 3s signal 1920x1080p50");
    const v4lxx_signal_state states[] = {V4LXX_SIGNAL_PRESENT, V4LXX_SIGNAL_NONE, V4LXX_SIGNAL_NONE, V4LXX_SIGNAL_PRESENT};
    for (const v4lxx_signal_state wanted : states) {
        assert_int_equal(signal_of(camera.device()).state, wanted);
        camera.sim().advance(second);
    }
    assert_int_equal(signal_of(camera.device()).height, 1080);
    std::string problem;
    assert_true(camera.sim().inject("at time 1s signal loud", &problem) < 0);
    assert_true(problem.find("'loud' is not good, off, none") != std::string::npos);
}

static void bar4_an_input_without_timings_says_so(void **)
{
    for (const char *name : {"sim:camera,inputs=camera+hdmi,clock=virtual", "sim:camera,inputs=tv,clock=virtual"}) {
        Camera camera(name);
        v4lxx_timings timings = V4LXX_TIMINGS_INIT;
        v4lxx_timings_capabilities can = V4LXX_TIMINGS_CAPABILITIES_INIT;
        ASSERT_CODE(v4lxx_device_read_timings(camera.device(), &timings, &error), V4LXX_CODE_NO_TIMINGS);
        ASSERT_CODE(v4lxx_device_query_timings(camera.device(), &timings, &error), V4LXX_CODE_NO_TIMINGS);
        ASSERT_CODE(v4lxx_device_find_timings(camera.device(), "1920x1080", &timings, &error), V4LXX_CODE_NO_TIMINGS);
        ASSERT_CODE(v4lxx_device_set_timings(camera.device(), &timings, &error), V4LXX_CODE_NO_TIMINGS);
        ASSERT_CODE(v4lxx_device_read_timings_capabilities(camera.device(), &can, &error), V4LXX_CODE_NO_TIMINGS);
        v4lxx_timings_list *list = nullptr;
        ASSERT_OK(v4lxx_device_list_timings(camera.device(), &list, &error));
        assert_int_equal(v4lxx_timings_list_get_count(list), 0);
        v4lxx_timings_list_unref(list);
    }
}

static void S24_timings_that_cannot_be_are_refused(void **)
{
    Camera camera(hdmi);
    const struct {
        const char *field, *value, *shown;
    } cases[] = {
        {"type", "7", "7"},
        {"width", "0", "0"},
        {"width", "0xffffffff", "4294967295"},
        {"height", "0", "0"},
        {"height", "65536", "65536"},
        {"interlaced", "2", "2"},
        {"hfrontporch", "0xffffffff", "4294967295"},
        {"hsync", "65536", "65536"},
        {"hbackporch", "0x80000000", "2147483648"},
        {"vfrontporch", "0xffffffff", "4294967295"},
        {"vsync", "0xffffffff", "4294967295"},
        {"vbackporch", "0xffffffff", "4294967295"},
        {"il_vfrontporch", "0xffffffff", "4294967295"},
        {"il_vsync", "0xffffffff", "4294967295"},
        {"il_vbackporch", "0xffffffff", "4294967295"},
        {"pixelclock", "0xffffffffffffffff", "18446744073709551615"},
    };
    for (const auto &bad : cases) {
        const std::string rest = std::string(" 0 set ") + bad.field + " " + bad.value;
        camera.inject("on VIDIOC_QUERY_DV_TIMINGS" + rest);
        assert_driver_bug(query(camera), rest, "VIDIOC_QUERY_DV_TIMINGS", bad.field, bad.shown);
        camera.inject("on VIDIOC_ENUM_DV_TIMINGS" + rest);
        v4lxx_timings_list *list = nullptr;
        assert_driver_bug(
            refusal_of([&](v4lxx_error **error) { return v4lxx_device_list_timings(camera.device(), &list, error); }), rest,
            "VIDIOC_ENUM_DV_TIMINGS", bad.field, bad.shown);
        assert_null(list);
    }
    camera.inject("on VIDIOC_ENUM_DV_TIMINGS all endless");
    v4lxx_timings_list *list = nullptr;
    assert_driver_bug(refusal_of([&](v4lxx_error **error) { return v4lxx_device_list_timings(camera.device(), &list, error); }),
                      "endless", "VIDIOC_ENUM_DV_TIMINGS", "index", "1024");
}

// The largest that are believed give a rate, not an overflow; no pixel clock gives none.
static void S24_extreme_timings_have_a_rate_or_none(void **)
{
    Camera camera(hdmi);
    v4lxx_timings timings = V4LXX_TIMINGS_INIT;
    camera.inject("on VIDIOC_QUERY_DV_TIMINGS 0 set pixelclock 0");
    ASSERT_OK(v4lxx_device_query_timings(camera.device(), &timings, &error));
    assert_int_equal(timings.rate.denominator, 0);
    std::string rules = "on VIDIOC_QUERY_DV_TIMINGS 0 set pixelclock 1000000000000\non VIDIOC_QUERY_DV_TIMINGS 0 set flags 4";
    for (const char *field : {"width", "height", "hfrontporch", "hsync", "hbackporch", "vfrontporch", "vsync", "vbackporch"})
        rules += std::string("\non VIDIOC_QUERY_DV_TIMINGS 0 set ") + field + " 65535";
    camera.inject(rules);
    ASSERT_OK(v4lxx_device_query_timings(camera.device(), &timings, &error));
    const double rate = static_cast<double>(timings.rate.numerator) / timings.rate.denominator;
    assert_true(rate > 14.5 && rate < 14.6);  // 1e12 / 262140^2 * 1000/1001
}

static void S24_capabilities_that_cannot_be_are_refused(void **)
{
    Camera camera(hdmi);
    for (const char *rule :
         {"max_width 0", "min_width 0xffffffff", "max_height 1", "min_pixelclock 0xffffffffffff", "type 9"}) {
        camera.inject(std::string("on VIDIOC_DV_TIMINGS_CAP 0 set ") + rule);
        v4lxx_timings_capabilities can = V4LXX_TIMINGS_CAPABILITIES_INIT;
        const Refusal refusal = refusal_of(
            [&](v4lxx_error **error) { return v4lxx_device_read_timings_capabilities(camera.device(), &can, error); });
        assert_int_equal(refusal.status, V4LXX_ERROR_DRIVER_BUG);
    }
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(U33_size_and_rate_follow_the_timings),
        cmocka_unit_test(U33_a_rate_of_59_94_is_the_reduced_one),
        cmocka_unit_test(bar11d_U33_interlaced_timings_give_half_frames_with_their_field_named),
        cmocka_unit_test(U33_timings_are_listed_with_names_that_find_them_again),
        cmocka_unit_test(U33_timings_that_are_not_listed_are_answered_with_the_nearest),
        cmocka_unit_test(bar4_timings_the_receiver_does_not_know_are_refused),
        cmocka_unit_test(bar4_row6_timings_are_not_changed_while_buffers_exist),
        cmocka_unit_test(U33_no_signal_no_lock_and_out_of_range_have_codes_and_states),
        cmocka_unit_test(U33_what_comes_in_is_asked_and_set),
        cmocka_unit_test(U33_frames_stop_and_come_again_with_the_signal),
        cmocka_unit_test(U33_a_script_pulls_the_cable_and_plugs_it_in_again),
        cmocka_unit_test(bar4_an_input_without_timings_says_so),
        cmocka_unit_test(S24_timings_that_cannot_be_are_refused),
        cmocka_unit_test(S24_extreme_timings_have_a_rate_or_none),
        cmocka_unit_test(S24_capabilities_that_cannot_be_are_refused),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
