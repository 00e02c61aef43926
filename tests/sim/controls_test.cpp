// Controls of a simulated camera: found by any of their names, read without a write, set or refused with the reason and the way out.
#include "support/camera.hpp"

#include "support/baseline.hpp"
#include "support/control.hpp"

#include <linux/videodev2.h>

using namespace v4lxx::test;

static constexpr const char *usual = "sim:camera,size=64x48,fps=100,clock=virtual";

static void U20_a_control_is_found_by_its_names_of_every_kernel(void **)
{
    Camera camera(usual);
    const struct {
        const char *name;
        uint32_t id;
    } names[] = {
        {"Exposure Time, Absolute", V4L2_CID_EXPOSURE_ABSOLUTE},
        {"exposure_time_absolute", V4L2_CID_EXPOSURE_ABSOLUTE},
        {"exposure_absolute", V4L2_CID_EXPOSURE_ABSOLUTE},
        {"Exposure (Absolute)", V4L2_CID_EXPOSURE_ABSOLUTE},
        {"exposure-time-absolute", V4L2_CID_EXPOSURE_ABSOLUTE},
        {"0x009a0902", V4L2_CID_EXPOSURE_ABSOLUTE},
        {"auto_exposure", V4L2_CID_EXPOSURE_AUTO},
        {"exposure_auto", V4L2_CID_EXPOSURE_AUTO},
        {"Exposure, Auto", V4L2_CID_EXPOSURE_AUTO},
        {"exposure_auto_priority", V4L2_CID_EXPOSURE_AUTO_PRIORITY},
        {"white_balance_temperature_auto", V4L2_CID_AUTO_WHITE_BALANCE},
        {"focus_auto", V4L2_CID_FOCUS_AUTO},
        {"BRIGHTNESS", V4L2_CID_BRIGHTNESS},
    };
    for (const auto &row : names)
        assert_int_equal(v4lxx_control_get_id(Control(camera, row.name).get()), row.id);
}

// The other way round: a camera of an old kernel, and a program that knows the names of today.
static void U20_todays_names_find_the_controls_of_an_old_kernel(void **)
{
    Camera camera(usual);
    camera.inject("on VIDIOC_QUERY_EXT_CTRL all errno ENOTTY\non VIDIOC_QUERYCTRL all set name Exposure (Absolute)\n"
                  "on VIDIOC_QUERYCTRL 1.. errno EINVAL\non VIDIOC_QUERYCTRL 0 set id 0x009a0902\n"
                  "on VIDIOC_QUERYCTRL 0 set type 1");
    assert_int_equal(v4lxx_control_get_id(Control(camera, "exposure_time_absolute").get()), V4L2_CID_EXPOSURE_ABSOLUTE);
}

static void U20_a_misspelt_name_is_answered_with_the_nearest(void **)
{
    Camera camera(usual);
    assert_says(not_found(camera.device(), "exposure_time_absolut", V4LXX_CODE_CONTROL_UNKNOWN),
                "Did you mean exposure_time_absolute");
    assert_says(not_found(camera.device(), "brigthness", V4LXX_CODE_CONTROL_UNKNOWN), "Did you mean brightness");
    assert_says(not_found(camera.device(), "temperature", V4LXX_CODE_CONTROL_UNKNOWN), "white_balance_temperature");
    const std::string several = not_found(camera.device(), "exposre", V4LXX_CODE_CONTROL_UNKNOWN);
    for (const char *exposure : {"auto_exposure", "exposure_dynamic_framerate", "exposure_time_absolute"})
        assert_says(several, exposure);
    assert_says(not_found(camera.device(), "temprature", V4LXX_CODE_CONTROL_UNKNOWN), "white_balance_temperature");
    assert_says(not_found(camera.device(), "exposur_tim", V4LXX_CODE_CONTROL_UNKNOWN), "Did you mean exposure_time_absolute?");
    const std::string nothing = not_found(camera.device(), "xyzzyplugh_plover", V4LXX_CODE_CONTROL_UNKNOWN);
    assert_true(nothing.find("Did you mean") == std::string::npos);
    assert_says(nothing, "v4lxx ctl sim:camera");
    not_found(camera.device(), "", V4LXX_CODE_CONTROL_UNKNOWN);
    not_found(camera.device(), std::string(100000, 'x').c_str(), V4LXX_CODE_CONTROL_UNKNOWN);
    not_found(camera.device(), "User Controls", V4LXX_CODE_CONTROL_UNKNOWN);  // a heading is no control
    not_found(camera.device(), "0x00980999", V4LXX_CODE_CONTROL_UNKNOWN);
}

static void U20_a_name_that_fits_two_controls_lists_both(void **)
{
    Camera camera(usual);
    const std::string message = not_found(camera.device(), "led_mode", V4LXX_CODE_CONTROL_AMBIGUOUS);
    assert_says(message, "\"LED Mode\" (0x98f907)");
    assert_says(message, "\"LED, Mode\" (0x98f908)");
    assert_int_equal(v4lxx_control_get_id(Control(camera, "LED, Mode").get()), 0x0098f908);
    assert_int_equal(v4lxx_control_get_id(Control(camera, "0x98f907").get()), 0x0098f907);
}

// What is advised must find the control that is meant, and must do nothing else in a shell.
static void U20_advice_has_the_name_that_finds_the_control_and_no_other(void **)
{
    Camera camera(usual);
    const Control first(camera, "LED Mode"), second(camera, "LED, Mode");
    assert_says(first.refused(4, V4LXX_CODE_CONTROL_OUT_OF_RANGE), std::string("v4lxx ctl ") + usual + " \"LED Mode=3\"");
    assert_says(second.refused(-1, V4LXX_CODE_CONTROL_OUT_OF_RANGE), "\"LED, Mode=0\"");
    assert_says(not_found(camera.device(), "led_mod", V4LXX_CODE_CONTROL_UNKNOWN), "Did you mean \"LED Mode\", \"LED, Mode\"?");
    camera.inject("on VIDIOC_QUERY_EXT_CTRL all set name $(reboot)");
    assert_says(first.refused(4, V4LXX_CODE_CONTROL_OUT_OF_RANGE), std::string("v4lxx ctl ") + usual + " 0x98f907=3");
    camera.inject("on VIDIOC_QUERY_EXT_CTRL 1 errno EIO");
    assert_says(first.refused(4, V4LXX_CODE_CONTROL_OUT_OF_RANGE), " 0x98f907=3");
}

static void U21_every_basic_type_is_read_and_set(void **)
{
    const Baseline before = measure();
    {
        Camera camera(usual);
        Control(camera, "brightness").set(-64);
        Control(camera, "gain").set(48);
        Control(camera, "white_balance_automatic").set(0);
        Control(camera, "power_line_frequency").set(2);
        Control(camera, "link_frequency").set(750000000);  // an integer menu: by value
        Control(camera, "clock_offset").set(-(int64_t{1} << 40));
        Control(camera, "status_lights").set(0x80000001);
        ASSERT_OK(v4lxx_device_set_control_i64(camera.device(), Control(camera, "restore_defaults").get(), 1, nullptr, &error));
        Control tag(camera, "serial_tag");
        char text[9] = "";
        ASSERT_OK(v4lxx_device_set_control_string(camera.device(), tag.get(), "\xc3\xa4 421", &error));
        ASSERT_OK(v4lxx_device_read_control_string(camera.device(), tag.get(), text, 7, &error));
        assert_string_equal(text, "\xc3\xa4 421");
        ASSERT_CODE(v4lxx_device_read_control_string(camera.device(), tag.get(), text, 6, &error),
                    V4LXX_CODE_VALUE_OUT_OF_RANGE);
    }
    assert_baseline(before);
}

static void U21_a_value_is_refused_with_the_legal_range_and_never_clamped(void **)
{
    Camera camera(usual);
    Control gain(camera, "gain"), exposure(camera, "auto_exposure"), lights(camera, "status_lights");
    Control frequency(camera, "link_frequency");
    const uint64_t sets = camera.sim().setter_calls();
    const std::string above = gain.refused(241, V4LXX_CODE_CONTROL_OUT_OF_RANGE);
    assert_says(above, "cannot set gain on \"Simulated camera\" (sim:camera");
    assert_says(above, "asked:  gain = 241");
    assert_says(above, "it takes 0 to 240 in steps of 16 (checked)");
    assert_says(above, "gain=240");
    assert_says(gain.refused(INT64_MIN, V4LXX_CODE_CONTROL_OUT_OF_RANGE), "gain=0");
    gain.refused(INT64_MAX, V4LXX_CODE_CONTROL_OUT_OF_RANGE);
    gain.refused(int64_t{1} << 32, V4LXX_CODE_CONTROL_OUT_OF_RANGE);  // 0 in 32 bits
    assert_says(gain.refused(70, V4LXX_CODE_CONTROL_OFF_STEP), "64 and 80");
    const std::string hole = exposure.refused(2, V4LXX_CODE_CONTROL_NOT_IN_MENU);
    assert_says(hole, "1 (Manual Mode), 3 (Aperture Priority Mode)");
    exposure.refused(-1, V4LXX_CODE_CONTROL_NOT_IN_MENU);
    assert_says(frequency.refused(1, V4LXX_CODE_CONTROL_NOT_IN_MENU), "200000000, 400000000, 750000000");
    assert_says(lights.refused(0x10, V4LXX_CODE_CONTROL_OUT_OF_RANGE), "0x8000000f");
    Control(camera, "privacy").refused(1, V4LXX_CODE_CONTROL_READ_ONLY);
    Control tag(camera, "serial_tag");
    tag.refused(1, V4LXX_CODE_CONTROL_WRONG_TYPE);
    for (const char *text : {"", "x", "123", "123456789"})
        tag.refused_text(text, V4LXX_CODE_CONTROL_TEXT_LENGTH);
    gain.refused_text("64", V4LXX_CODE_CONTROL_WRONG_TYPE);
    Control(camera, "metering_weights").refused(1, V4LXX_CODE_CONTROL_COMPOUND);
    assert_int_equal(camera.sim().setter_calls(), sets);  // the driver was never asked
    assert_int_equal(gain.read(), 64);
}

static void U21_an_inactive_control_names_its_master_and_the_way_out(void **)
{
    Camera camera(usual);
    Control time(camera, "exposure_time_absolute"), mode(camera, "auto_exposure"), white(camera, "white_balance_temperature");
    const std::string message = time.refused(157, V4LXX_CODE_CONTROL_INACTIVE);
    assert_says(message, "auto_exposure = 3 (Aperture Priority Mode) (checked)");
    assert_says(message, std::string("v4lxx ctl ") + usual + " auto_exposure=manual exposure_time_absolute=157");
    assert_says(white.refused(4000, V4LXX_CODE_CONTROL_INACTIVE), "white_balance_automatic=0 white_balance_temperature=4000");
    assert_int_equal(v4lxx_control_get_master(time.get()), v4lxx_control_get_id(mode.get()));
    mode.set(V4L2_EXPOSURE_MANUAL);
    time.set(157);
}

static void U21_a_grabbed_control_says_that_the_stream_holds_it(void **)
{
    Camera camera(usual);
    Control rotate(camera, "rotate");
    camera.start();
    assert_says(rotate.refused(90, V4LXX_CODE_CONTROL_GRABBED), "while a stream runs (checked)");
    camera.stop();
    rotate.set(90);
}

static void U21_what_the_driver_clamps_after_all_is_reported(void **)
{
    Camera camera(usual);
    Control brightness(camera, "brightness");
    camera.inject("on VIDIOC_S_CTRL 0 set value 32");
    int64_t applied = 0;
    ASSERT_OK(v4lxx_device_set_control_i64(camera.device(), brightness.get(), 64, &applied, &error));
    assert_int_equal(applied, 32);
}

static void U21_values_are_understood_as_people_write_them(void **)
{
    Camera camera(usual);
    const struct {
        const char *control, *text;
        int64_t value;
    } rows[] = {
        {"auto_exposure", "manual", 1},
        {"auto_exposure", "Aperture Priority Mode", 3},
        {"auto_exposure", "aperture-priority_mode", 3},
        {"auto_exposure", "3", 3},
        {"power_line_frequency", "50 Hz", 1},
        {"power_line_frequency", "60", 60},  // a number stays one; setting it is refused
        {"link_frequency", "400000000", 400000000},
        {"white_balance_automatic", "off", 0},
        {"white_balance_automatic", "True", 1},
        {"brightness", "-0x10", -16},
        {"clock_offset", "-9223372036854775808", INT64_MIN},
    };
    for (const auto &row : rows) {
        int64_t value = 0;
        ASSERT_OK(v4lxx_control_parse_value(Control(camera, row.control).get(), row.text, &value, &error));
        assert_int_equal(value, row.value);
    }
    int64_t value = 0;
    Control mode(camera, "auto_exposure"), brightness(camera, "brightness"), tag(camera, "serial_tag");
    ASSERT_CODE(v4lxx_control_parse_value(mode.get(), "m an", &value, &error), V4LXX_CODE_CONTROL_NOT_IN_MENU);
    ASSERT_CODE(v4lxx_control_parse_value(mode.get(), "", &value, &error), V4LXX_CODE_CONTROL_NOT_IN_MENU);
    for (const char *text : {"", "-", "0x", "12 ", "on", "9223372036854775808", "1e3"})
        ASSERT_CODE(v4lxx_control_parse_value(brightness.get(), text, &value, &error), V4LXX_CODE_CONTROL_BAD_TEXT);
    ASSERT_CODE(v4lxx_control_parse_value(tag.get(), "1", &value, &error), V4LXX_CODE_CONTROL_WRONG_TYPE);
}

static void U22_opening_listing_reading_and_closing_set_nothing(void **)
{
    Camera camera(usual);
    v4lxx_control_list *list = nullptr;
    ASSERT_OK(v4lxx_device_list_controls(camera.device(), &list, &error));
    assert_true(v4lxx_control_list_get_count(list) > 25);
    for (uint32_t i = 0; i < v4lxx_control_list_get_count(list); i++) {
        int64_t value = 0;
        v4lxx_error *error = nullptr;
        v4lxx_device_read_control_i64(camera.device(), v4lxx_control_list_get(list, i), &value, &error);
        v4lxx_error_free(error);
    }
    assert_null(v4lxx_control_list_get(list, 1000));
    v4lxx_control_list_unref(list);
    v4lxx_device_close(camera.device());
    assert_int_equal(camera.sim().calls(VIDIOC_S_CTRL), 0);
    assert_int_equal(camera.sim().calls(VIDIOC_S_EXT_CTRLS), 0);
    assert_int_equal(camera.sim().setter_calls(), 0);
}

static void U22_a_read_is_one_call_and_a_set_is_two(void **)
{
    Camera camera(usual);
    Control brightness(camera, "brightness"), mode(camera, "auto_exposure");
    const uint64_t queries = camera.sim().calls(VIDIOC_QUERY_EXT_CTRL), menus = camera.sim().calls(VIDIOC_QUERYMENU);
    brightness.read();
    mode.read();
    assert_int_equal(camera.sim().calls(VIDIOC_QUERY_EXT_CTRL), queries);
    assert_int_equal(camera.sim().calls(VIDIOC_G_CTRL), 2);
    ASSERT_OK(v4lxx_device_set_control_i64(camera.device(), brightness.get(), 3, nullptr, &error));
    ASSERT_OK(v4lxx_device_set_control_i64(camera.device(), mode.get(), 1, nullptr, &error));
    assert_int_equal(camera.sim().calls(VIDIOC_QUERY_EXT_CTRL), queries + 2);
    assert_int_equal(camera.sim().calls(VIDIOC_S_CTRL), 2);
    assert_int_equal(camera.sim().calls(VIDIOC_QUERYMENU), menus);
}

static void S28_the_EACCES_of_a_control_never_has_the_text_of_a_denied_open(void **)
{
    Camera camera(usual);
    Control brightness(camera, "brightness");
    camera.inject("on VIDIOC_S_CTRL all errno EACCES\non VIDIOC_G_CTRL all errno EPERM");
    const std::string message = brightness.refused(1, V4LXX_CODE_CONTROL_REFUSED);
    assert_says(message, "VIDIOC_S_CTRL: EACCES");
    assert_true(message.find("usermod") == std::string::npos && message.find("group") == std::string::npos);
    int64_t value = 0;
    ASSERT_CODE(v4lxx_device_read_control_i64(camera.device(), brightness.get(), &value, &error), V4LXX_CODE_CONTROL_REFUSED);
}

// uvcvideo answers EACCES for what its flag would have told; where the flag is missing the cause is found out afterwards.
static void S28_the_EACCES_of_uvcvideo_becomes_inactive(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual,controls=uvc");
    Control time(camera, "exposure_time_absolute");
    camera.inject("on VIDIOC_QUERY_EXT_CTRL 0 set flags 0");
    const std::string message = time.refused(157, V4LXX_CODE_CONTROL_INACTIVE);
    assert_says(message, "VIDIOC_S_CTRL: EACCES");
    assert_says(message, "auto_exposure = 3 (Aperture Priority Mode) (checked)");
    assert_says(message, "auto_exposure=manual exposure_time_absolute=157");
}

static void a_device_without_controls_has_an_empty_list(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual,controls=none");
    v4lxx_control_list *list = nullptr;
    ASSERT_OK(v4lxx_device_list_controls(camera.device(), &list, &error));
    assert_int_equal(v4lxx_control_list_get_count(list), 0);
    v4lxx_control_list_unref(list);
    assert_says(not_found(camera.device(), "gain", V4LXX_CODE_CONTROL_UNKNOWN), "it has no controls at all");
}

static void a_control_outlives_its_device(void **)
{
    v4lxx_control *control = nullptr;
    {
        Camera camera(usual);
        ASSERT_OK(v4lxx_device_find_control(camera.device(), "auto_exposure", &control, &error));
        v4lxx_device_close(camera.device());
        int64_t value = 0;
        ASSERT_CODE(v4lxx_device_read_control_i64(camera.device(), control, &value, &error), V4LXX_CODE_OBJECT_CLOSED);
        ASSERT_CODE(v4lxx_device_set_control_i64(camera.device(), control, 1, nullptr, &error), V4LXX_CODE_OBJECT_CLOSED);
    }
    assert_string_equal(v4lxx_control_get_name(control), "Auto Exposure");
    assert_int_equal(v4lxx_control_get_item_count(control), 2);
    assert_string_equal(v4lxx_control_get_item_name(control, 1), "Aperture Priority Mode");
    assert_int_equal(v4lxx_control_get_item_index(control, 1), 3);
    assert_string_equal(v4lxx_control_get_item_name(control, 2), "");
    v4lxx_control_unref(control);
}

static void S01_controls_of_an_unplugged_device_are_lost(void **)
{
    Camera camera(usual);
    Control gain(camera, "gain");
    camera.sim().unplug();
    int64_t value = 0;
    v4lxx_control_list *list = nullptr;
    ASSERT_CODE(v4lxx_device_read_control_i64(camera.device(), gain.get(), &value, &error), V4LXX_CODE_DEVICE_GONE);
    ASSERT_CODE(v4lxx_device_set_control_i64(camera.device(), gain.get(), 0, nullptr, &error), V4LXX_CODE_DEVICE_GONE);
    ASSERT_CODE(v4lxx_device_list_controls(camera.device(), &list, &error), V4LXX_CODE_DEVICE_GONE);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(U20_a_control_is_found_by_its_names_of_every_kernel),
        cmocka_unit_test(U20_todays_names_find_the_controls_of_an_old_kernel),
        cmocka_unit_test(U20_a_misspelt_name_is_answered_with_the_nearest),
        cmocka_unit_test(U20_a_name_that_fits_two_controls_lists_both),
        cmocka_unit_test(U20_advice_has_the_name_that_finds_the_control_and_no_other),
        cmocka_unit_test(U21_every_basic_type_is_read_and_set),
        cmocka_unit_test(U21_a_value_is_refused_with_the_legal_range_and_never_clamped),
        cmocka_unit_test(U21_an_inactive_control_names_its_master_and_the_way_out),
        cmocka_unit_test(U21_a_grabbed_control_says_that_the_stream_holds_it),
        cmocka_unit_test(U21_what_the_driver_clamps_after_all_is_reported),
        cmocka_unit_test(U21_values_are_understood_as_people_write_them),
        cmocka_unit_test(U22_opening_listing_reading_and_closing_set_nothing),
        cmocka_unit_test(U22_a_read_is_one_call_and_a_set_is_two),
        cmocka_unit_test(S28_the_EACCES_of_a_control_never_has_the_text_of_a_denied_open),
        cmocka_unit_test(S28_the_EACCES_of_uvcvideo_becomes_inactive),
        cmocka_unit_test(a_device_without_controls_has_an_empty_list),
        cmocka_unit_test(a_control_outlives_its_device),
        cmocka_unit_test(S01_controls_of_an_unplugged_device_are_lost),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
