// Inputs through the public API: listed, found by name, selected, and refused with words that help.
#include "hostile_driver.hpp"

using namespace v4lxx::test;

namespace {

constexpr const char *four_inputs = "sim:camera,inputs=camera+tv+svideo+hdmi,clock=virtual";

v4lxx_input_info input_at(v4lxx_device *device, uint32_t index)
{
    v4lxx_input_list *list = nullptr;
    v4lxx_input_info info = V4LXX_INPUT_INFO_INIT;
    ASSERT_OK(v4lxx_device_list_inputs(device, &list, &error));
    ASSERT_OK(v4lxx_input_list_at(list, index, &info, &error));
    v4lxx_input_list_unref(list);
    return info;
}

uint32_t selected(v4lxx_device *device)
{
    uint32_t index = 99;
    ASSERT_OK(v4lxx_device_read_input(device, &index, &error));
    return index;
}

uint32_t found(v4lxx_device *device, const char *name)
{
    uint32_t index = 99;
    ASSERT_OK(v4lxx_device_find_input(device, name, &index, &error));
    return index;
}

}  // namespace

static void U33_inputs_are_listed_with_what_each_is(void **)
{
    Camera camera(four_inputs);
    v4lxx_input_list *list = nullptr;
    ASSERT_OK(v4lxx_device_list_inputs(camera.device(), &list, &error));
    assert_int_equal(v4lxx_input_list_get_count(list), 4);
    constexpr struct {
        const char *name;
        uint32_t type, capabilities;
        bool has_standards;
    } wanted[] = {
        {"Camera 1", V4LXX_INPUT_CAMERA, 0, false},
        {"TV 1", V4LXX_INPUT_TUNER, V4LXX_INPUT_HAS_STANDARDS, true},
        {"S-Video 1", V4LXX_INPUT_CAMERA, V4LXX_INPUT_HAS_STANDARDS, true},
        {"HDMI 1", V4LXX_INPUT_CAMERA, V4LXX_INPUT_HAS_TIMINGS, false},
    };
    for (uint32_t i = 0; i < 4; i++) {
        v4lxx_input_info info = V4LXX_INPUT_INFO_INIT;
        ASSERT_OK(v4lxx_input_list_at(list, i, &info, &error));
        assert_string_equal(v4lxx_input_list_get_name(list, i), wanted[i].name);
        assert_int_equal(info.index, i);
        assert_int_equal(info.type, wanted[i].type);
        assert_int_equal(info.capabilities, wanted[i].capabilities);
        assert_int_equal(info.standards != 0, wanted[i].has_standards);
        assert_int_equal(info.status, 0);
    }
    assert_string_equal(v4lxx_input_list_get_name(list, 4), "");
    v4lxx_input_info info = V4LXX_INPUT_INFO_INIT;
    ASSERT_CODE(v4lxx_input_list_at(list, 4, &info, &error), V4LXX_CODE_VALUE_OUT_OF_RANGE);
    v4lxx_input_list_unref(list);
    assert_int_equal(camera.sim().setter_calls(), 0);
}

static void U33_an_input_is_found_by_number_name_or_beginning(void **)
{
    Camera camera(four_inputs);
    assert_int_equal(found(camera.device(), "2"), 2);
    assert_int_equal(found(camera.device(), "HDMI 1"), 3);
    assert_int_equal(found(camera.device(), "hdmi"), 3);
    assert_int_equal(found(camera.device(), "s"), 2);
    uint32_t index = 0;
    for (const char *name : {"", "composite", "4", "99999999999", "-1", "TV 11"})
        ASSERT_CODE(v4lxx_device_find_input(camera.device(), name, &index, &error), V4LXX_CODE_INPUT_NOT_FOUND);
    assert_int_equal(selected(camera.device()), 0);
}

static void U33_an_ambiguous_input_names_the_candidates(void **)
{
    Camera camera("sim:camera,inputs=hdmi+hdmi,clock=virtual");
    uint32_t index = 0;
    const Refusal refusal =
        refusal_of([&](v4lxx_error **error) { return v4lxx_device_find_input(camera.device(), "hdmi", &index, error); });
    assert_int_equal(refusal.status, V4LXX_ERROR_NOT_FOUND);
    assert_true(refusal.message.find("HDMI 1, HDMI 2") != std::string::npos);
}

static void U33_an_input_is_selected_and_stays_so(void **)
{
    Camera camera(four_inputs);
    ASSERT_OK(v4lxx_device_select_input(camera.device(), 3, &error));
    assert_int_equal(selected(camera.device()), 3);
    const Refusal refusal =
        refusal_of([&](v4lxx_error **error) { return v4lxx_device_select_input(camera.device(), 4, error); });
    assert_int_equal(refusal.code, V4LXX_CODE_INPUT_NOT_FOUND);
    assert_true(refusal.message.find("there are: 0 Camera 1, 1 TV 1") != std::string::npos);
    assert_int_equal(selected(camera.device()), 3);
}

static void bar4_row6_an_input_is_not_changed_while_buffers_exist(void **)
{
    Camera camera(four_inputs);
    camera.start();
    ASSERT_OK(v4lxx_device_select_input(camera.device(), 0, &error));  // the one it has: nothing to change
    const Refusal refusal =
        refusal_of([&](v4lxx_error **error) { return v4lxx_device_select_input(camera.device(), 1, error); });
    assert_int_equal(refusal.status, V4LXX_ERROR_BUSY);
    assert_int_equal(refusal.code, V4LXX_CODE_INPUT_BUSY);
    camera.next();
    camera.stop();
    ASSERT_OK(v4lxx_device_select_input(camera.device(), 1, &error));
}

static void U33_no_signal_is_a_state_that_can_be_read(void **)
{
    constexpr struct {
        const char *signal;
        uint32_t status;
        const char *text;
    } cases[] = {
        {"off", V4LXX_INPUT_NO_POWER | V4LXX_INPUT_NO_SIGNAL, "no power"},
        {"none", V4LXX_INPUT_NO_SIGNAL, "no signal"},
        {"unlocked", V4LXX_INPUT_NO_H_LOCK, "no lock to the lines"},
        {"unsynced", V4LXX_INPUT_NO_SYNC, "no sync"},
    };
    for (const auto &wanted : cases) {
        Camera camera(std::string("sim:camera,inputs=tv+hdmi,clock=virtual,signal=") + wanted.signal);
        assert_int_equal(input_at(camera.device(), 0).status, wanted.status);
        assert_int_equal(input_at(camera.device(), 1).status, wanted.status);
        assert_string_equal(v4lxx_input_status_get_text(wanted.status & (~wanted.status + 1)), wanted.text);
    }
    assert_string_equal(v4lxx_input_status_get_text(0x80000000u), "");
    assert_string_equal(v4lxx_input_status_get_text(0), "");
}

static void S24_a_list_of_inputs_that_never_ends_is_refused(void **)
{
    Camera camera(four_inputs);
    camera.inject("on VIDIOC_ENUMINPUT all endless");
    v4lxx_input_list *list = nullptr;
    assert_driver_bug(refusal_of([&](v4lxx_error **error) { return v4lxx_device_list_inputs(camera.device(), &list, error); }),
                      "endless", "VIDIOC_ENUMINPUT", "index", "128");
    assert_null(list);
}

static void S24_input_answers_that_cannot_be_are_refused(void **)
{
    Camera camera(four_inputs);
    uint32_t index = 0;
    for (const char *value : {"-1", "128", "0x7fffffff"}) {
        camera.inject(std::string("on VIDIOC_G_INPUT 0 set input ") + value);
        const Refusal refusal =
            refusal_of([&](v4lxx_error **error) { return v4lxx_device_read_input(camera.device(), &index, error); });
        assert_int_equal(refusal.status, V4LXX_ERROR_DRIVER_BUG);
        assert_string_equal(refusal.field.c_str(), "input");
    }
    camera.inject("on VIDIOC_ENUMINPUT 0 set name unterminated\non VIDIOC_ENUMINPUT 1 set name \\xff\\x0a");
    v4lxx_input_list *list = nullptr;
    ASSERT_OK(v4lxx_device_list_inputs(camera.device(), &list, &error));
    assert_int_equal(std::string(v4lxx_input_list_get_name(list, 0)).size(), 32);
    assert_string_equal(v4lxx_input_list_get_name(list, 1), "??");
    v4lxx_input_list_unref(list);
}

static void bar4_a_node_without_inputs_says_so(void **)
{
    Camera camera("sim:camera,clock=virtual");
    camera.inject("on VIDIOC_ENUMINPUT all errno ENOTTY\non VIDIOC_G_INPUT all errno ENOTTY");
    v4lxx_input_list *list = nullptr;
    ASSERT_OK(v4lxx_device_list_inputs(camera.device(), &list, &error));
    assert_int_equal(v4lxx_input_list_get_count(list), 0);
    v4lxx_input_list_unref(list);
    uint32_t index = 0;
    ASSERT_CODE(v4lxx_device_read_input(camera.device(), &index, &error), V4LXX_CODE_REQUEST_UNSUPPORTED);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(U33_inputs_are_listed_with_what_each_is),
        cmocka_unit_test(U33_an_input_is_found_by_number_name_or_beginning),
        cmocka_unit_test(U33_an_ambiguous_input_names_the_candidates),
        cmocka_unit_test(U33_an_input_is_selected_and_stays_so),
        cmocka_unit_test(bar4_row6_an_input_is_not_changed_while_buffers_exist),
        cmocka_unit_test(U33_no_signal_is_a_state_that_can_be_read),
        cmocka_unit_test(S24_a_list_of_inputs_that_never_ends_is_refused),
        cmocka_unit_test(S24_input_answers_that_cannot_be_are_refused),
        cmocka_unit_test(bar4_a_node_without_inputs_says_so),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
