// What is set on a device.
#include "sim/null_arguments.hpp"

#include "support/camera.hpp"

#include "support/context.hpp"

namespace v4lxx::test {

void no_input_is_refused()
{
    Camera camera(null_camera);
    v4lxx_input_list *inputs = nullptr;
    v4lxx_input_info input = V4LXX_INPUT_INFO_INIT;
    uint32_t index = 0;
    REFUSES(v4lxx_device_list_inputs(nullptr, &inputs, &error));
    REFUSES(v4lxx_device_list_inputs(camera.device(), nullptr, &error));
    ASSERT_OK(v4lxx_device_list_inputs(camera.device(), &inputs, &error));
    REFUSES(v4lxx_input_list_at(nullptr, 0, &input, &error));
    REFUSES(v4lxx_input_list_at(inputs, 0, nullptr, &error));
    REFUSES(v4lxx_device_read_input(nullptr, &index, &error));
    REFUSES(v4lxx_device_read_input(camera.device(), nullptr, &error));
    REFUSES(v4lxx_device_find_input(nullptr, "0", &index, &error));
    REFUSES(v4lxx_device_find_input(camera.device(), nullptr, &index, &error));
    REFUSES(v4lxx_device_find_input(camera.device(), "0", nullptr, &error));
    REFUSES(v4lxx_device_select_input(nullptr, 0, &error));
    DOES_NOTHING(v4lxx_input_info_init(nullptr, 32));
    ANSWERS(v4lxx_input_list_get_count(nullptr), 0);
    ANSWERS_TEXT(v4lxx_input_list_get_name(nullptr, 0));
    ANSWERS_TEXT(v4lxx_input_status_get_text(0));
    v4lxx_input_list_unref(inputs);
    DOES_NOTHING(v4lxx_input_list_unref(nullptr));
    v4lxx_signal signal = V4LXX_SIGNAL_INIT;
    REFUSES(v4lxx_device_read_signal(nullptr, &signal, &error));
    REFUSES(v4lxx_device_read_signal(camera.device(), nullptr, &error));
    DOES_NOTHING(v4lxx_signal_init(nullptr, 48));
}

void no_standard_is_refused()
{
    Camera camera("sim:camera,inputs=tv");
    v4lxx_standard_list *standards = nullptr;
    v4lxx_standard_info standard = V4LXX_STANDARD_INFO_INIT;
    uint64_t bits = 0;
    REFUSES(v4lxx_device_list_standards(nullptr, &standards, &error));
    REFUSES(v4lxx_device_list_standards(camera.device(), nullptr, &error));
    ASSERT_OK(v4lxx_device_list_standards(camera.device(), &standards, &error));
    REFUSES(v4lxx_standard_list_at(nullptr, 0, &standard, &error));
    REFUSES(v4lxx_standard_list_at(standards, 0, nullptr, &error));
    REFUSES(v4lxx_device_read_standard(nullptr, &bits, &error));
    REFUSES(v4lxx_device_read_standard(camera.device(), nullptr, &error));
    REFUSES(v4lxx_device_query_standard(nullptr, &bits, &error));
    REFUSES(v4lxx_device_query_standard(camera.device(), nullptr, &error));
    REFUSES(v4lxx_device_find_standard(nullptr, "PAL", &bits, &error));
    REFUSES(v4lxx_device_find_standard(camera.device(), nullptr, &bits, &error));
    REFUSES(v4lxx_device_find_standard(camera.device(), "PAL", nullptr, &error));
    REFUSES(v4lxx_device_set_standard(nullptr, 1, &error));
    DOES_NOTHING(v4lxx_standard_info_init(nullptr, 24));
    ANSWERS(v4lxx_standard_list_get_count(nullptr), 0);
    ANSWERS_TEXT(v4lxx_standard_list_get_name(nullptr, 0));
    ANSWERS(v4lxx_standard_find(nullptr), 0);
    ANSWERS_TEXT(v4lxx_standard_get_name(0));
    v4lxx_standard_list_unref(standards);
    DOES_NOTHING(v4lxx_standard_list_unref(nullptr));
}

void no_timings_or_rectangle_is_refused()
{
    Camera camera("sim:camera,inputs=hdmi");
    v4lxx_timings_list *list = nullptr;
    v4lxx_timings timings = V4LXX_TIMINGS_INIT;
    v4lxx_timings_capabilities can = V4LXX_TIMINGS_CAPABILITIES_INIT;
    v4lxx_rectangle rectangle{0, 0, 16, 16};
    REFUSES(v4lxx_device_list_timings(nullptr, &list, &error));
    REFUSES(v4lxx_device_list_timings(camera.device(), nullptr, &error));
    ASSERT_OK(v4lxx_device_list_timings(camera.device(), &list, &error));
    REFUSES(v4lxx_timings_list_at(nullptr, 0, &timings, &error));
    REFUSES(v4lxx_timings_list_at(list, 0, nullptr, &error));
    REFUSES(v4lxx_device_read_timings(nullptr, &timings, &error));
    REFUSES(v4lxx_device_read_timings(camera.device(), nullptr, &error));
    REFUSES(v4lxx_device_query_timings(nullptr, &timings, &error));
    REFUSES(v4lxx_device_query_timings(camera.device(), nullptr, &error));
    REFUSES(v4lxx_device_set_timings(nullptr, &timings, &error));
    REFUSES(v4lxx_device_set_timings(camera.device(), nullptr, &error));
    REFUSES(v4lxx_device_find_timings(nullptr, "1280x720", &timings, &error));
    REFUSES(v4lxx_device_find_timings(camera.device(), nullptr, &timings, &error));
    REFUSES(v4lxx_device_find_timings(camera.device(), "1280x720", nullptr, &error));
    REFUSES(v4lxx_device_read_timings_capabilities(nullptr, &can, &error));
    REFUSES(v4lxx_device_read_timings_capabilities(camera.device(), nullptr, &error));
    REFUSES(v4lxx_device_read_selection(nullptr, 0, &rectangle, &error));
    REFUSES(v4lxx_device_read_selection(camera.device(), 0, nullptr, &error));
    REFUSES(v4lxx_device_set_selection(nullptr, 0, 0, &rectangle, &error));
    REFUSES(v4lxx_device_set_selection(camera.device(), 0, 0, nullptr, &error));
    DOES_NOTHING(v4lxx_timings_init(nullptr, 96));
    DOES_NOTHING(v4lxx_timings_capabilities_init(nullptr, 48));
    ANSWERS(v4lxx_timings_list_get_count(nullptr), 0);
    ANSWERS_TEXT(v4lxx_timings_list_get_name(nullptr, 0));
    v4lxx_timings_list_unref(list);
    DOES_NOTHING(v4lxx_timings_list_unref(nullptr));
}

void no_control_is_refused()
{
    Camera camera(null_camera);
    v4lxx_device *device = camera.device();
    v4lxx_control *control = nullptr, *none = nullptr;
    v4lxx_control_list *list = nullptr;
    int64_t value = 0;
    char text[64] = "";
    ASSERT_OK(v4lxx_device_find_control(device, "gain", &control, &error));
    REFUSES(v4lxx_device_list_controls(nullptr, &list, &error));
    REFUSES(v4lxx_device_list_controls(device, nullptr, &error));
    REFUSES(v4lxx_device_find_control(nullptr, "gain", &none, &error));
    REFUSES(v4lxx_device_find_control(device, nullptr, &none, &error));
    REFUSES(v4lxx_device_find_control(device, "gain", nullptr, &error));
    REFUSES(v4lxx_device_find_control_by_id(nullptr, 0x980900, &none, &error));
    REFUSES(v4lxx_device_find_control_by_id(device, 0x980900, nullptr, &error));
    REFUSES(v4lxx_device_read_control_i64(nullptr, control, &value, &error));
    REFUSES(v4lxx_device_read_control_i64(device, nullptr, &value, &error));
    REFUSES(v4lxx_device_read_control_i64(device, control, nullptr, &error));
    REFUSES(v4lxx_device_set_control_i64(nullptr, control, 0, nullptr, &error));
    REFUSES(v4lxx_device_set_control_i64(device, nullptr, 0, nullptr, &error));
    REFUSES(v4lxx_device_read_control_string(nullptr, control, text, sizeof text, &error));
    REFUSES(v4lxx_device_read_control_string(device, nullptr, text, sizeof text, &error));
    REFUSES(v4lxx_device_read_control_string(device, control, nullptr, sizeof text, &error));
    REFUSES(v4lxx_device_set_control_string(nullptr, control, text, &error));
    REFUSES(v4lxx_device_set_control_string(device, nullptr, text, &error));
    REFUSES(v4lxx_device_set_control_string(device, control, nullptr, &error));
    REFUSES(v4lxx_control_parse_value(nullptr, "1", &value, &error));
    REFUSES(v4lxx_control_parse_value(control, nullptr, &value, &error));
    REFUSES(v4lxx_control_parse_value(control, "1", nullptr, &error));
    assert_true(none == nullptr && list == nullptr);
    v4lxx_control_unref(control);
    ANSWERS(v4lxx_control_get_id(nullptr), 0);
    ANSWERS(v4lxx_control_get_type(nullptr), 0);
    ANSWERS(v4lxx_control_get_flags(nullptr), 0);
    ANSWERS(v4lxx_control_get_minimum(nullptr), 0);
    ANSWERS(v4lxx_control_get_maximum(nullptr), 0);
    ANSWERS(v4lxx_control_get_step(nullptr), 0);
    ANSWERS(v4lxx_control_get_default(nullptr), 0);
    ANSWERS(v4lxx_control_get_element_count(nullptr), 0);
    ANSWERS(v4lxx_control_get_master(nullptr), 0);
    ANSWERS(v4lxx_control_get_item_count(nullptr), 0);
    ANSWERS(v4lxx_control_get_item_index(nullptr, 0), 0);
    ANSWERS(v4lxx_control_get_item_value(nullptr, 0), 0);
    ANSWERS_TEXT(v4lxx_control_get_name(nullptr));
    ANSWERS_TEXT(v4lxx_control_get_short_name(nullptr));
    ANSWERS_TEXT(v4lxx_control_get_flaw(nullptr));
    ANSWERS_TEXT(v4lxx_control_get_item_name(nullptr, 0));
    ANSWERS(v4lxx_control_list_get_count(nullptr), 0);
    ANSWERS(v4lxx_control_list_get(nullptr, 0), nullptr);
    ANSWERS(v4lxx_control_ref(nullptr), nullptr);
    DOES_NOTHING(v4lxx_control_unref(nullptr));
    DOES_NOTHING(v4lxx_control_list_unref(nullptr));
}

}  // namespace v4lxx::test
