// NULL for every argument of every function: those that can fail say so, the others do nothing or answer nothing.
// usage: null_arguments_test SYMBOLS   SYMBOLS: abi/v0/symbols.txt, all that is exported
#include "sim/null_arguments.hpp"
#include "support/camera.hpp"

#include "support/baseline.hpp"
#include "support/context.hpp"

#include <set>

using namespace v4lxx::test;

namespace {

std::set<std::string> exported;
// Every function of the library is called with NULL in this test; what was not is missing from `called`.
std::set<std::string> called;

}  // namespace

void v4lxx::test::note_null(const char *expression)
{
    const std::string text(expression);
    called.insert(text.substr(0, text.find('(')));
}

static void no_context_or_device_is_refused()
{
    Context context;
    v4lxx_context *made = nullptr;
    v4lxx_device *device = nullptr;
    v4lxx_device_list *list = nullptr;
    v4lxx_format_list *formats = nullptr;
    v4lxx_size_list *sizes = nullptr;
    v4lxx_interval_list *intervals = nullptr;
    v4lxx_format format = V4LXX_FORMAT_INIT;
    v4lxx_fraction fraction{1, 30};
    REFUSES(v4lxx_context_create(nullptr, nullptr, &error));
    REFUSES(v4lxx_context_list_devices(nullptr, 0, &list, &error));
    REFUSES(v4lxx_context_add_simulated(nullptr, "sim:camera", &error));
    REFUSES(v4lxx_context_add_simulated(context.get(), nullptr, &error));
    REFUSES(v4lxx_context_list_devices(context.get(), 0, nullptr, &error));
    REFUSES(v4lxx_device_open(nullptr, null_camera, nullptr, &device, &error));
    REFUSES(v4lxx_device_open(context.get(), nullptr, nullptr, &device, &error));
    REFUSES(v4lxx_device_open(context.get(), null_camera, nullptr, nullptr, &error));
    REFUSES(v4lxx_device_open_fd(nullptr, 0, nullptr, &device, &error));
    REFUSES(v4lxx_device_open_fd(context.get(), 0, nullptr, nullptr, &error));
    ASSERT_OK(v4lxx_device_open(context.get(), null_camera, nullptr, &device, &error));
    REFUSES(v4lxx_device_list_formats(nullptr, &formats, &error));
    REFUSES(v4lxx_device_list_formats(device, nullptr, &error));
    REFUSES(v4lxx_device_list_sizes(nullptr, 0, &sizes, &error));
    REFUSES(v4lxx_device_list_sizes(device, 0, nullptr, &error));
    REFUSES(v4lxx_device_list_intervals(nullptr, 0, 0, 0, &intervals, &error));
    REFUSES(v4lxx_device_list_intervals(device, 0, 0, 0, nullptr, &error));
    REFUSES(v4lxx_device_read_format(nullptr, &format, &error));
    REFUSES(v4lxx_device_read_format(device, nullptr, &error));
    REFUSES(v4lxx_device_try_format(nullptr, &format, nullptr, &error));
    REFUSES(v4lxx_device_try_format(device, nullptr, nullptr, &error));
    REFUSES(v4lxx_device_set_format(nullptr, &format, nullptr, &error));
    REFUSES(v4lxx_device_set_format(device, nullptr, nullptr, &error));
    REFUSES(v4lxx_device_read_interval(nullptr, &fraction, &error));
    REFUSES(v4lxx_device_read_interval(device, nullptr, &error));
    REFUSES(v4lxx_device_set_interval(nullptr, &fraction, &error));
    REFUSES(v4lxx_device_set_interval(device, nullptr, &error));
    assert_true(made == nullptr && list == nullptr && formats == nullptr && sizes == nullptr && intervals == nullptr);
    v4lxx_device_unref(device);
}

static void no_log_is_heard_or_refused()
{
    Context context;
    REFUSES(v4lxx_context_set_log(nullptr, V4LXX_LOG_INFO, nullptr, nullptr, nullptr, &error));
    ASSERT_OK(v4lxx_context_set_log(context.get(), V4LXX_LOG_INFO, nullptr, nullptr, nullptr, &error));
    ANSWERS(v4lxx_context_get_log_left_out(nullptr), 0);
    ANSWERS(v4lxx_log_record_get_level(nullptr), V4LXX_LOG_NONE);
    ANSWERS(v4lxx_log_record_get_topic(nullptr), 0);
    ANSWERS(v4lxx_log_record_get_code(nullptr), 0);
    ANSWERS(v4lxx_log_record_get_left_out(nullptr), 0);
    ANSWERS_TEXT(v4lxx_log_record_get_device(nullptr));
    ANSWERS_TEXT(v4lxx_log_record_get_message(nullptr));
    ANSWERS_TEXT(v4lxx_log_level_get_name(V4LXX_LOG_NONE));
}

static void no_examination_is_refused_or_answers()
{
    Context context;
    v4lxx_examination *all = nullptr;
    REFUSES(v4lxx_context_examine(nullptr, null_camera, 0, &all, &error));
    REFUSES(v4lxx_context_examine(context.get(), null_camera, 0, nullptr, &error));
    DOES_NOTHING(v4lxx_examination_unref(nullptr));
    ANSWERS(v4lxx_examination_get_count(nullptr), 0);
    ANSWERS(v4lxx_examination_get_worst(nullptr), V4LXX_SEVERITY_OK);
    ANSWERS(v4lxx_examination_get_check(nullptr, 0), 0);
    ANSWERS(v4lxx_examination_get_severity(nullptr, 0), V4LXX_SEVERITY_OK);
    ANSWERS(v4lxx_examination_get_code(nullptr, 0), 0);
    ANSWERS_TEXT(v4lxx_examination_get_device(nullptr, 0));
    ANSWERS_TEXT(v4lxx_examination_get_found(nullptr, 0));
    ANSWERS_TEXT(v4lxx_examination_get_meaning(nullptr, 0));
    ANSWERS(v4lxx_examination_is_meaning_checked(nullptr, 0), 0);
    ANSWERS_TEXT(v4lxx_examination_get_advice(nullptr, 0));
    ANSWERS_TEXT(v4lxx_severity_get_name(99));
    ANSWERS_TEXT(v4lxx_check_get_name(0));
}

static void no_handle_is_a_no_op()
{
    size_t size = 77;
    DOES_NOTHING(v4lxx_context_options_init(nullptr, 8));
    DOES_NOTHING(v4lxx_device_options_init(nullptr, 8));
    DOES_NOTHING(v4lxx_format_init(nullptr, 80));
    DOES_NOTHING(v4lxx_frame_info_init(nullptr, 152));
    DOES_NOTHING(v4lxx_image_options_init(nullptr, 8));
    DOES_NOTHING(v4lxx_settling_init(nullptr, 8));
    DOES_NOTHING(v4lxx_interval_range_init(nullptr, 32));
    DOES_NOTHING(v4lxx_wish_init(nullptr, 24));
    DOES_NOTHING(v4lxx_mode_init(nullptr, 48));
    DOES_NOTHING(v4lxx_negotiation_init(nullptr, 80));
    DOES_NOTHING(v4lxx_size_range_init(nullptr, 32));
    DOES_NOTHING(v4lxx_pixel_format_info_init(nullptr, 48));
    DOES_NOTHING(v4lxx_stream_account_init(nullptr, 104));
    DOES_NOTHING(v4lxx_stream_options_init(nullptr, 40));
    DOES_NOTHING(v4lxx_stream_rate_init(nullptr, 40));
    DOES_NOTHING(v4lxx_stream_state_init(nullptr, 40));
    DOES_NOTHING(v4lxx_converted_time_init(nullptr, 32));
    DOES_NOTHING(v4lxx_held_frame_init(nullptr, 64));
    DOES_NOTHING(v4lxx_held_list_unref(nullptr));
    DOES_NOTHING(v4lxx_frame_set_holder(nullptr, 1));
    DOES_NOTHING(v4lxx_stream_statistics_init(nullptr, 40));
    DOES_NOTHING(v4lxx_context_unref(nullptr));
    DOES_NOTHING(v4lxx_device_unref(nullptr));
    DOES_NOTHING(v4lxx_device_close(nullptr));
    REFUSES(v4lxx_device_close_within(nullptr, 0, &error));
    DOES_NOTHING(v4lxx_device_info_unref(nullptr));
    DOES_NOTHING(v4lxx_device_list_unref(nullptr));
    DOES_NOTHING(v4lxx_format_list_unref(nullptr));
    DOES_NOTHING(v4lxx_size_list_unref(nullptr));
    DOES_NOTHING(v4lxx_interval_list_unref(nullptr));
    DOES_NOTHING(v4lxx_mode_list_unref(nullptr));
    DOES_NOTHING(v4lxx_stream_unref(nullptr));
    DOES_NOTHING(v4lxx_stream_close(nullptr));
    REFUSES(v4lxx_stream_close_within(nullptr, 0, &error));
    DOES_NOTHING(v4lxx_stream_cancel(nullptr));
    DOES_NOTHING(v4lxx_frame_unref(nullptr));
    DOES_NOTHING(v4lxx_bytes_unref(nullptr));
    DOES_NOTHING(v4lxx_error_free(nullptr));
    ANSWERS(v4lxx_context_ref(nullptr), nullptr);
    ANSWERS(v4lxx_device_ref(nullptr), nullptr);
    ANSWERS(v4lxx_device_info_ref(nullptr), nullptr);
    ANSWERS(v4lxx_stream_ref(nullptr), nullptr);
    ANSWERS(v4lxx_frame_ref(nullptr), nullptr);
    ANSWERS(v4lxx_bytes_ref(nullptr), nullptr);
    ANSWERS(v4lxx_device_get_info(nullptr), nullptr);
    ANSWERS(v4lxx_device_list_get(nullptr, 0), nullptr);
    ANSWERS(v4lxx_device_info_get_node(nullptr, 0), nullptr);
    ANSWERS(v4lxx_device_info_get_error(nullptr), nullptr);
    ANSWERS(v4lxx_frame_get_plane_data(nullptr, 0, &size), nullptr);
    assert_int_equal(size, 0);
    size = 77;
    ANSWERS(v4lxx_bytes_get_data(nullptr, &size), nullptr);
    assert_int_equal(size, 0);
    assert_null(v4lxx_bytes_get_data(nullptr, nullptr));
}

static void no_handle_answers_nothing()
{
    ANSWERS(v4lxx_device_list_get_count(nullptr), 0);
    ANSWERS(v4lxx_format_list_get_count(nullptr), 0);
    ANSWERS(v4lxx_format_list_get_fourcc(nullptr, 0), 0);
    ANSWERS(v4lxx_format_list_get_flags(nullptr, 0), 0);
    ANSWERS(v4lxx_size_list_get_count(nullptr), 0);
    ANSWERS(v4lxx_interval_list_get_count(nullptr), 0);
    ANSWERS(v4lxx_held_list_get_count(nullptr), 0);
    ANSWERS(v4lxx_mode_list_get_count(nullptr), 0);
    ANSWERS_TEXT(v4lxx_mode_list_get_reason(nullptr, 0));
    ANSWERS(v4lxx_device_info_get_capabilities(nullptr), 0);
    ANSWERS(v4lxx_device_info_get_role(nullptr), 0);
    ANSWERS(v4lxx_device_info_get_usb_vendor(nullptr), 0);
    ANSWERS(v4lxx_device_info_get_usb_product(nullptr), 0);
    ANSWERS(v4lxx_device_info_get_node_count(nullptr), 0);
    ANSWERS(v4lxx_device_info_is_camera(nullptr), 0);
    ANSWERS(v4lxx_device_info_is_simulated(nullptr), 0);
    ANSWERS(v4lxx_stream_get_fd(nullptr), -1);
    ANSWERS(v4lxx_stream_get_time_left(nullptr, INT64_MAX), 0);
    ANSWERS(v4lxx_context_get_time_left(nullptr, INT64_MAX), 0);
    ANSWERS(v4lxx_stream_get_buffer_count(nullptr), 0);
    ANSWERS(v4lxx_stream_get_steps_down(nullptr), 0);
    ANSWERS(v4lxx_error_get_status(nullptr), V4LXX_OK);
    ANSWERS(v4lxx_error_get_code(nullptr), 0);
    ANSWERS(v4lxx_error_get_errno(nullptr), 0);
    ANSWERS(v4lxx_error_is_cause_checked(nullptr), 0);
    ANSWERS(v4lxx_pixel_format_find(nullptr), 0);
    ANSWERS_TEXT(v4lxx_format_list_get_description(nullptr, 0));
    ANSWERS_TEXT(v4lxx_device_info_get_path(nullptr));
    ANSWERS_TEXT(v4lxx_device_info_get_card(nullptr));
    ANSWERS_TEXT(v4lxx_device_info_get_driver(nullptr));
    ANSWERS_TEXT(v4lxx_device_info_get_bus(nullptr));
    ANSWERS_TEXT(v4lxx_device_info_get_id(nullptr));
    ANSWERS_TEXT(v4lxx_device_info_get_serial(nullptr));
    ANSWERS_TEXT(v4lxx_device_info_get_media_path(nullptr));
    ANSWERS_TEXT(v4lxx_device_list_get_note(nullptr));
    ANSWERS_TEXT(v4lxx_error_get_message(nullptr));
    ANSWERS_TEXT(v4lxx_error_get_operation(nullptr));
    ANSWERS_TEXT(v4lxx_error_get_device(nullptr));
    ANSWERS_TEXT(v4lxx_error_get_asked(nullptr));
    ANSWERS_TEXT(v4lxx_error_get_answer(nullptr));
    ANSWERS_TEXT(v4lxx_error_get_cause(nullptr));
    ANSWERS_TEXT(v4lxx_error_get_advice(nullptr));
    ANSWERS_TEXT(v4lxx_error_get_field(nullptr));
    ANSWERS_TEXT(v4lxx_error_get_request(nullptr));
}

// Functions without pointers: any number.
static void any_number_is_answered()
{
    for (uint32_t number : {1u, 9999u, 0x7fffffffu, 0x80000000u, 0xffffffffu}) {
        ANSWERS(v4lxx_supports(number) != 0 && number != 1, false);
        ANSWERS_TEXT(v4lxx_pixel_format_get_name(number));
        ANSWERS(v4lxx_pixel_format_get_fourcc(number + 1000) == 0 || number == 0xffffffffu, true);
        ANSWERS(v4lxx_image_supports(number, V4LXX_IMAGE_PNG), 0);
        ANSWERS(v4lxx_image_supports(v4lxx_pixel_format_find("YUYV"), number | 4), 0);
        DOES_NOTHING(assert_non_null(v4lxx_code_get_name(number)));
        DOES_NOTHING(assert_non_null(v4lxx_errno_get_name(static_cast<int32_t>(number))));
        DOES_NOTHING(assert_non_null(v4lxx_status_get_name(static_cast<v4lxx_status>(number))));
        v4lxx_pixel_format_info info = V4LXX_PIXEL_FORMAT_INFO_INIT;
        ASSERT_CODE(v4lxx_pixel_format_describe(number, &info, &error), V4LXX_CODE_UNKNOWN_PIXEL_FORMAT);
    }
    ANSWERS(v4lxx_code_get_status(0x7fffffff), V4LXX_ERROR_SYSTEM);
    ANSWERS_TEXT(v4lxx_code_get_meaning(0x7fffffff));
    ANSWERS_TEXT(v4lxx_code_get_advice(0x7fffffff));
    ANSWERS_TEXT(v4lxx_code_get_explanation(0x7fffffff));
    ANSWERS(v4lxx_code_find(nullptr), 0);
    ANSWERS(v4lxx_histogram_get_bound(0xffffffff), -1);
    ANSWERS(v4lxx_histogram_get_quantile(nullptr, 500), 0);
    ANSWERS(v4lxx_errno_find(nullptr), 0);
    ANSWERS_TEXT(v4lxx_errno_get_explanation(4711));
    ANSWERS_TEXT(v4lxx_status_get_meaning(-9999));
    ANSWERS(v4lxx_version_at_least(0xffffffff, 0, 0), 0);
    ANSWERS(v4lxx_version_get_number() != 0, true);
    ANSWERS(v4lxx_version_get_string()[0] != '\0', true);
    ANSWERS(v4lxx_pixel_format_get_count() > 0, true);
    called.insert({"v4lxx_code_get_name", "v4lxx_errno_get_name", "v4lxx_status_get_name"});  // inside an assertion above
}

static void NULL_for_every_argument_of_every_function(void **)
{
    const Baseline before = measure();
    no_context_or_device_is_refused();
    no_stream_or_frame_is_refused();
    no_loop_or_event_is_refused();
    no_group_or_set_is_refused();
    no_log_is_heard_or_refused();
    no_examination_is_refused_or_answers();
    no_input_is_refused();
    no_standard_is_refused();
    no_timings_or_rectangle_is_refused();
    no_control_is_refused();
    no_handle_is_a_no_op();
    no_handle_answers_nothing();
    any_number_is_answered();
    for (const std::string &name : exported)
        if (called.count(name) == 0)
            fail_msg("%s is exported and was not called with NULL", name.c_str());
    assert_true(exported.size() > 90);
    called.clear();
    assert_baseline(before);
}

int main(int count, char **arguments)
{
    std::ifstream symbols(count > 1 ? arguments[1] : "");
    for (std::string line; std::getline(symbols, line);)
        exported.insert(line.substr(0, line.find_first_of(" @\t")));
    const CMUnitTest tests[] = {
        cmocka_unit_test(NULL_for_every_argument_of_every_function),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
