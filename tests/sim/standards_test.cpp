// Analog standards through the public API: size and rate follow them, and what comes in can be asked.
#include "hostile_driver.hpp"

#include <linux/videodev2.h>

using namespace v4lxx::test;

namespace {

constexpr const char *tv = "sim:camera,inputs=camera+tv,input=tv,clock=virtual";

v4lxx_format format_of(v4lxx_device *device)
{
    v4lxx_format format = V4LXX_FORMAT_INIT;
    ASSERT_OK(v4lxx_device_read_format(device, &format, &error));
    return format;
}

uint64_t set_to(v4lxx_device *device)
{
    uint64_t bits = 0;
    ASSERT_OK(v4lxx_device_read_standard(device, &bits, &error));
    return bits;
}

uint64_t incoming(v4lxx_device *device)
{
    uint64_t bits = 1;
    ASSERT_OK(v4lxx_device_query_standard(device, &bits, &error));
    return bits;
}

uint64_t found(v4lxx_device *device, const char *name)
{
    uint64_t bits = 0;
    ASSERT_OK(v4lxx_device_find_standard(device, name, &bits, &error));
    return bits;
}

void assert_geometry(v4lxx_device *device, uint32_t height, uint32_t numerator, uint32_t denominator)
{
    const v4lxx_format format = format_of(device);
    v4lxx_fraction interval{};
    ASSERT_OK(v4lxx_device_read_interval(device, &interval, &error));
    assert_int_equal(format.width, 720);
    assert_int_equal(format.height, height);
    assert_int_equal(format.field, V4L2_FIELD_INTERLACED);
    assert_int_equal(interval.numerator, numerator);
    assert_int_equal(interval.denominator, denominator);
}

}  // namespace

static void U33_size_and_rate_follow_the_standard(void **)
{
    Camera camera(tv);
    assert_int_equal(set_to(camera.device()), V4L2_STD_PAL);
    assert_geometry(camera.device(), 576, 1, 25);
    ASSERT_OK(v4lxx_device_set_standard(camera.device(), found(camera.device(), "NTSC"), &error));
    assert_int_equal(set_to(camera.device()), V4L2_STD_NTSC);
    assert_geometry(camera.device(), 480, 1001, 30000);
    v4lxx_format format = V4LXX_FORMAT_INIT;
    format.width = 320;
    format.height = 240;
    uint32_t differences = 0;
    ASSERT_OK(v4lxx_device_set_format(camera.device(), &format, &differences, &error));
    assert_int_equal(differences, V4LXX_FORMAT_FIELD_WIDTH | V4LXX_FORMAT_FIELD_HEIGHT);
    camera.start();
    HeldFrame frame = camera.next();
    assert_int_equal(frame.info().height, 480);
    assert_int_equal(frame.info().field, V4L2_FIELD_INTERLACED);
    frame.assert_intact();
}

static void U33_a_camera_gets_its_own_format_back(void **)
{
    Camera camera("sim:camera,inputs=camera+tv,size=320x240,fps=60,clock=virtual");
    ASSERT_OK(v4lxx_device_select_input(camera.device(), 1, &error));
    assert_geometry(camera.device(), 576, 1, 25);
    ASSERT_OK(v4lxx_device_select_input(camera.device(), 0, &error));
    v4lxx_fraction interval{};
    ASSERT_OK(v4lxx_device_read_interval(camera.device(), &interval, &error));
    assert_int_equal(format_of(camera.device()).width, 320);
    assert_int_equal(format_of(camera.device()).field, V4L2_FIELD_NONE);
    assert_int_equal(interval.denominator, 60);
}

static void U33_standards_are_listed_and_found_by_what_people_call_them(void **)
{
    Camera camera(tv);
    v4lxx_standard_list *list = nullptr;
    ASSERT_OK(v4lxx_device_list_standards(camera.device(), &list, &error));
    assert_int_equal(v4lxx_standard_list_get_count(list), 21);
    assert_string_equal(v4lxx_standard_list_get_name(list, 0), "NTSC");
    assert_string_equal(v4lxx_standard_list_get_name(list, 21), "");
    v4lxx_standard_info info = V4LXX_STANDARD_INFO_INIT;
    ASSERT_OK(v4lxx_standard_list_at(list, 5, &info, &error));
    assert_int_equal(info.bits, V4L2_STD_PAL);
    assert_int_equal(info.lines, 625);
    assert_int_equal(info.period.denominator, 25);
    ASSERT_CODE(v4lxx_standard_list_at(list, 21, &info, &error), V4LXX_CODE_VALUE_OUT_OF_RANGE);
    v4lxx_standard_list_unref(list);
    for (const char *name : {"PAL-BG", "pal b/g", "PALBG", "pal_bg", "0x7"})
        assert_int_equal(found(camera.device(), name), V4L2_STD_PAL_BG);
    assert_int_equal(v4lxx_standard_find("secam-lc"), V4L2_STD_SECAM_LC);
    assert_int_equal(v4lxx_standard_find("VHS"), 0);
    assert_string_equal(v4lxx_standard_get_name(V4L2_STD_NTSC_M), "NTSC-M");
    assert_string_equal(v4lxx_standard_get_name(V4L2_STD_ALL), "");
    uint64_t bits = 0;
    for (const char *name : {"", "VHS", "0x", "0xpal", "PAL-X"}) {
        const Refusal refusal =
            refusal_of([&](v4lxx_error **error) { return v4lxx_device_find_standard(camera.device(), name, &bits, error); });
        assert_int_equal(refusal.code, V4LXX_CODE_STANDARD_UNKNOWN);
        assert_true(refusal.message.find("the input can do: NTSC, NTSC-M") != std::string::npos);
    }
}

static void U33_what_comes_in_is_asked_and_set(void **)
{
    Camera camera("sim:camera,inputs=tv,signal=NTSC-M,clock=virtual");
    assert_int_equal(incoming(camera.device()), V4L2_STD_NTSC_M);
    v4lxx_signal signal = V4LXX_SIGNAL_INIT;
    ASSERT_OK(v4lxx_device_read_signal(camera.device(), &signal, &error));
    assert_int_equal(signal.state, V4LXX_SIGNAL_PRESENT);
    assert_int_equal(signal.standard, V4L2_STD_NTSC_M);
    assert_false(signal.is_set);
    ASSERT_OK(v4lxx_device_set_standard(camera.device(), found(camera.device(), "auto"), &error));
    ASSERT_OK(v4lxx_device_read_signal(camera.device(), &signal, &error));
    assert_true(signal.is_set);
    assert_geometry(camera.device(), 480, 1001, 30000);
}

static void U33_no_analog_signal_is_a_state_and_auto_says_what_to_do(void **)
{
    Camera camera("sim:camera,inputs=tv,signal=none,clock=virtual");
    assert_int_equal(incoming(camera.device()), 0);
    v4lxx_signal signal = V4LXX_SIGNAL_INIT;
    ASSERT_OK(v4lxx_device_read_signal(camera.device(), &signal, &error));
    assert_int_equal(signal.state, V4LXX_SIGNAL_NONE);
    assert_int_equal(signal.status, V4LXX_INPUT_NO_SIGNAL);
    uint64_t bits = 0;
    ASSERT_CODE(v4lxx_device_find_standard(camera.device(), "auto", &bits, &error), V4LXX_CODE_NO_SIGNAL);
}

static void bar4_row6_a_standard_is_not_changed_while_buffers_exist(void **)
{
    Camera camera(tv);
    camera.start();
    ASSERT_OK(v4lxx_device_set_standard(camera.device(), V4L2_STD_PAL, &error));  // the one it has
    ASSERT_CODE(v4lxx_device_set_standard(camera.device(), V4L2_STD_NTSC, &error), V4LXX_CODE_STANDARD_BUSY);
    camera.stop();
    ASSERT_OK(v4lxx_device_set_standard(camera.device(), V4L2_STD_NTSC, &error));
}

static void bar4_a_standard_the_input_cannot_do_is_refused_with_those_it_can(void **)
{
    Camera camera(tv);
    const Refusal refusal =
        refusal_of([&](v4lxx_error **error) { return v4lxx_device_set_standard(camera.device(), V4L2_STD_ATSC, error); });
    assert_int_equal(refusal.code, V4LXX_CODE_STANDARD_REFUSED);
    assert_true(refusal.message.find("the input can do: NTSC") != std::string::npos);
    assert_true(refusal.message.find("0x3000000") != std::string::npos);
    ASSERT_CODE(v4lxx_device_set_standard(camera.device(), 0, &error), V4LXX_CODE_VALUE_OUT_OF_RANGE);
    assert_int_equal(set_to(camera.device()), V4L2_STD_PAL);
}

// ENODATA where another input has standards, ENOTTY where none has.
static void bar4_an_input_without_standards_says_so(void **)
{
    for (const char *name : {"sim:camera,inputs=camera+tv,clock=virtual", "sim:camera,inputs=hdmi,clock=virtual"}) {
        Camera camera(name);
        uint64_t bits = 0;
        ASSERT_CODE(v4lxx_device_read_standard(camera.device(), &bits, &error), V4LXX_CODE_NO_STANDARDS);
        ASSERT_CODE(v4lxx_device_query_standard(camera.device(), &bits, &error), V4LXX_CODE_NO_STANDARDS);
        ASSERT_CODE(v4lxx_device_set_standard(camera.device(), V4L2_STD_PAL, &error), V4LXX_CODE_NO_STANDARDS);
        ASSERT_CODE(v4lxx_device_find_standard(camera.device(), "VHS", &bits, &error), V4LXX_CODE_NO_STANDARDS);
        v4lxx_standard_list *list = nullptr;
        ASSERT_OK(v4lxx_device_list_standards(camera.device(), &list, &error));
        assert_int_equal(v4lxx_standard_list_get_count(list), 0);
        v4lxx_standard_list_unref(list);
    }
}

static void S24_standard_answers_that_cannot_be_are_refused(void **)
{
    Camera camera(tv);
    const struct {
        const char *rule, *field, *value;
    } cases[] = {
        {"0 set id 0", "id", "0"},
        {"0 set framelines 0xffffffff", "framelines", "4294967295"},
        {"all endless", "index", "256"},
    };
    for (const auto &bad : cases) {
        camera.inject(std::string("on VIDIOC_ENUMSTD ") + bad.rule);
        v4lxx_standard_list *list = nullptr;
        assert_driver_bug(
            refusal_of([&](v4lxx_error **error) { return v4lxx_device_list_standards(camera.device(), &list, error); }),
            bad.rule, "VIDIOC_ENUMSTD", bad.field, bad.value);
        assert_null(list);
    }
}

static void S24_odd_standard_answers_are_made_safe(void **)
{
    Camera camera(tv);
    camera.inject("on VIDIOC_ENUMSTD 0 set name unterminated\non VIDIOC_ENUMSTD 1 set name \\xff\\x1b\n"
                  "on VIDIOC_ENUMSTD 2 set denominator 0\non VIDIOC_QUERYSTD 0 set id 0xffffffffffffffff");
    v4lxx_standard_list *list = nullptr;
    ASSERT_OK(v4lxx_device_list_standards(camera.device(), &list, &error));
    assert_int_equal(std::string(v4lxx_standard_list_get_name(list, 0)).size(), 24);
    assert_string_equal(v4lxx_standard_list_get_name(list, 1), "??");
    v4lxx_standard_info info = V4LXX_STANDARD_INFO_INIT;
    ASSERT_OK(v4lxx_standard_list_at(list, 2, &info, &error));
    assert_int_equal(info.period.numerator, 0);
    assert_int_equal(info.period.denominator, 0);
    v4lxx_standard_list_unref(list);
    assert_true(incoming(camera.device()) == UINT64_MAX);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(U33_size_and_rate_follow_the_standard),
        cmocka_unit_test(U33_a_camera_gets_its_own_format_back),
        cmocka_unit_test(U33_standards_are_listed_and_found_by_what_people_call_them),
        cmocka_unit_test(U33_what_comes_in_is_asked_and_set),
        cmocka_unit_test(U33_no_analog_signal_is_a_state_and_auto_says_what_to_do),
        cmocka_unit_test(bar4_row6_a_standard_is_not_changed_while_buffers_exist),
        cmocka_unit_test(bar4_a_standard_the_input_cannot_do_is_refused_with_those_it_can),
        cmocka_unit_test(bar4_an_input_without_standards_says_so),
        cmocka_unit_test(S24_standard_answers_that_cannot_be_are_refused),
        cmocka_unit_test(S24_odd_standard_answers_are_made_safe),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
