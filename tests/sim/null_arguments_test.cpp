// NULL for every argument of every function: those that can fail say so, the others do nothing or answer nothing.
// usage: null_arguments_test SYMBOLS   SYMBOLS: abi/v0/symbols.txt, all that is exported
#include "support/camera.hpp"

#include "support/baseline.hpp"
#include "support/context.hpp"

#include <set>

using namespace v4lxx::test;

namespace {

constexpr const char *camera_name = "sim:camera,size=64x48,fps=100,clock=virtual";

std::set<std::string> exported;
// Every function of the library is called with NULL in this test; what was not is missing from `called`.
std::set<std::string> called;

void note(const char *expression)
{
    const std::string text(expression);
    called.insert(text.substr(0, text.find('(')));
}

}  // namespace

#define REFUSES(call)                                                   \
    do {                                                                \
        note(#call);                                                    \
        ASSERT_CODE(call, V4LXX_CODE_NULL_ARGUMENT);                    \
    } while (0)
#define ANSWERS(call, wanted)      \
    do {                           \
        note(#call);               \
        assert_true((call) == (wanted)); \
    } while (0)
#define ANSWERS_TEXT(call)                  \
    do {                                    \
        note(#call);                        \
        assert_string_equal((call), "");    \
    } while (0)
#define DOES_NOTHING(call) \
    do {                   \
        note(#call);       \
        call;              \
    } while (0)

static void no_list_of_modes_is_refused(v4lxx_device *device)
{
    v4lxx_mode_list *modes = nullptr;
    v4lxx_mode mode = V4LXX_MODE_INIT;
    REFUSES(v4lxx_device_list_modes(nullptr, nullptr, nullptr, 0, &modes, &error));
    REFUSES(v4lxx_device_list_modes(device, nullptr, nullptr, 0, nullptr, &error));
    REFUSES(v4lxx_device_list_modes(device, nullptr, nullptr, 1, &modes, &error));
    REFUSES(v4lxx_device_negotiate(nullptr, nullptr, nullptr, 0, nullptr, &error));
    REFUSES(v4lxx_device_negotiate(device, nullptr, nullptr, 1, nullptr, &error));
    ASSERT_OK(v4lxx_device_list_modes(device, nullptr, nullptr, 0, &modes, &error));
    REFUSES(v4lxx_mode_list_at(nullptr, 0, &mode, &error));
    REFUSES(v4lxx_mode_list_at(modes, 0, nullptr, &error));
    v4lxx_mode_list_unref(modes);
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
    REFUSES(v4lxx_device_open(nullptr, camera_name, nullptr, &device, &error));
    REFUSES(v4lxx_device_open(context.get(), nullptr, nullptr, &device, &error));
    REFUSES(v4lxx_device_open(context.get(), camera_name, nullptr, nullptr, &error));
    REFUSES(v4lxx_device_open_fd(nullptr, 0, nullptr, &device, &error));
    REFUSES(v4lxx_device_open_fd(context.get(), 0, nullptr, nullptr, &error));
    ASSERT_OK(v4lxx_device_open(context.get(), camera_name, nullptr, &device, &error));
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

static void no_stream_or_frame_is_refused()
{
    Camera camera(camera_name);
    no_list_of_modes_is_refused(camera.device());
    camera.start();
    HeldFrame held = camera.next();
    v4lxx_stream *stream = nullptr;
    v4lxx_frame *frame = nullptr;
    v4lxx_bytes *bytes = nullptr;
    v4lxx_format format = V4LXX_FORMAT_INIT;
    v4lxx_fraction fraction{1, 30};
    v4lxx_frame_info info = V4LXX_FRAME_INFO_INIT;
    v4lxx_stream_account account = V4LXX_STREAM_ACCOUNT_INIT;
    v4lxx_size_range size = V4LXX_SIZE_RANGE_INIT;
    v4lxx_interval_range interval = V4LXX_INTERVAL_RANGE_INIT;
    v4lxx_size_list *sizes = nullptr;
    v4lxx_interval_list *intervals = nullptr;
    ASSERT_OK(v4lxx_device_list_sizes(camera.device(), v4lxx_pixel_format_find("YUYV"), &sizes, &error));
    ASSERT_OK(v4lxx_device_list_intervals(camera.device(), v4lxx_pixel_format_find("YUYV"), 64, 48, &intervals, &error));
    REFUSES(v4lxx_size_list_at(nullptr, 0, &size, &error));
    REFUSES(v4lxx_size_list_at(sizes, 0, nullptr, &error));
    REFUSES(v4lxx_interval_list_at(nullptr, 0, &interval, &error));
    REFUSES(v4lxx_interval_list_at(intervals, 0, nullptr, &error));
    ASSERT_CODE(v4lxx_size_list_at(sizes, 1000, &size, &error), V4LXX_CODE_VALUE_OUT_OF_RANGE);
    ASSERT_CODE(v4lxx_interval_list_at(intervals, 1000, &interval, &error), V4LXX_CODE_VALUE_OUT_OF_RANGE);
    v4lxx_size_list_unref(sizes);
    v4lxx_interval_list_unref(intervals);
    REFUSES(v4lxx_stream_create(nullptr, nullptr, &stream, &error));
    REFUSES(v4lxx_stream_create(camera.device(), nullptr, nullptr, &error));
    REFUSES(v4lxx_stream_start(nullptr, &error));
    REFUSES(v4lxx_stream_stop(nullptr, &error));
    REFUSES(v4lxx_stream_dequeue(nullptr, 0, &frame, &error));
    REFUSES(v4lxx_stream_dequeue(camera.stream(), 0, nullptr, &error));
    uint32_t count = 0;
    REFUSES(v4lxx_stream_dequeue_many(nullptr, &frame, 1, 0, &count, &error));
    REFUSES(v4lxx_stream_dequeue_many(camera.stream(), nullptr, 1, 0, &count, &error));
    REFUSES(v4lxx_stream_dequeue_many(camera.stream(), &frame, 1, 0, nullptr, &error));
    char some[16];
    size_t filled = 0;
    REFUSES(v4lxx_stream_read(nullptr, some, sizeof some, V4LXX_READ_BYTES, 0, &filled, &error));
    REFUSES(v4lxx_stream_read(camera.stream(), nullptr, 1, V4LXX_READ_BYTES, 0, &filled, &error));
    REFUSES(v4lxx_stream_read(camera.stream(), some, sizeof some, V4LXX_READ_BYTES, 0, nullptr, &error));
    REFUSES(v4lxx_stream_set_frame_callback(nullptr, nullptr, nullptr, nullptr, &error));
    REFUSES(v4lxx_stream_dispatch(nullptr, 0, &error));
    REFUSES(v4lxx_stream_read_format(nullptr, &format, &error));
    REFUSES(v4lxx_stream_read_format(camera.stream(), nullptr, &error));
    REFUSES(v4lxx_stream_read_interval(nullptr, &fraction, &error));
    REFUSES(v4lxx_stream_read_interval(camera.stream(), nullptr, &error));
    REFUSES(v4lxx_stream_read_account(nullptr, &account, &error));
    REFUSES(v4lxx_stream_read_account(camera.stream(), nullptr, &error));
    v4lxx_stream_rate rate = V4LXX_STREAM_RATE_INIT;
    REFUSES(v4lxx_stream_read_rate(nullptr, &rate, &error));
    REFUSES(v4lxx_stream_read_rate(camera.stream(), nullptr, &error));
    REFUSES(v4lxx_stream_check_rate(nullptr, &error));
    v4lxx_held_list *held_frames = nullptr;
    v4lxx_held_frame held_frame = V4LXX_HELD_FRAME_INIT;
    REFUSES(v4lxx_stream_list_held(nullptr, &held_frames, &error));
    REFUSES(v4lxx_stream_list_held(camera.stream(), nullptr, &error));
    REFUSES(v4lxx_held_list_at(nullptr, 0, &held_frame, &error));
    REFUSES(v4lxx_stream_find_frame(nullptr, 1, &held_frame, &error));
    REFUSES(v4lxx_stream_find_frame(camera.stream(), 1, nullptr, &error));
    v4lxx_stream_state state = V4LXX_STREAM_STATE_INIT;
    const v4lxx_stream_options change = V4LXX_STREAM_OPTIONS_INIT;
    REFUSES(v4lxx_stream_reconfigure(nullptr, &change, &error));
    REFUSES(v4lxx_stream_reconfigure(camera.stream(), nullptr, &error));
    REFUSES(v4lxx_stream_read_state(nullptr, &state, &error));
    REFUSES(v4lxx_stream_read_state(camera.stream(), nullptr, &error));
    v4lxx_stream_statistics statistics = V4LXX_STREAM_STATISTICS_INIT;
    REFUSES(v4lxx_stream_read_statistics(nullptr, &statistics, &error));
    REFUSES(v4lxx_stream_read_statistics(camera.stream(), nullptr, &error));
    REFUSES(v4lxx_frame_read_info(nullptr, &info, &error));
    REFUSES(v4lxx_frame_read_info(held.get(), nullptr, &error));
    v4lxx_converted_time time = V4LXX_CONVERTED_TIME_INIT;
    REFUSES(v4lxx_frame_convert_time(nullptr, V4LXX_CLOCK_TAI, &time, &error));
    REFUSES(v4lxx_frame_convert_time(held.get(), V4LXX_CLOCK_TAI, nullptr, &error));
    REFUSES(v4lxx_context_convert_time(nullptr, 0, V4LXX_CLOCK_MONOTONIC, V4LXX_CLOCK_TAI, &time, &error));
    REFUSES(v4lxx_context_convert_time(camera.context(), 0, V4LXX_CLOCK_MONOTONIC, V4LXX_CLOCK_TAI, nullptr, &error));
    uint32_t luma = 0;
    v4lxx_settling settling = V4LXX_SETTLING_INIT;
    REFUSES(v4lxx_frame_measure_luma(nullptr, &luma, &error));
    REFUSES(v4lxx_frame_measure_luma(held.get(), nullptr, &error));
    REFUSES(v4lxx_settling_add_frame(nullptr, held.get(), &error));
    REFUSES(v4lxx_settling_add_frame(&settling, nullptr, &error));
    REFUSES(v4lxx_frame_encode(nullptr, V4LXX_IMAGE_PNG, nullptr, &bytes, &error));
    REFUSES(v4lxx_frame_encode(held.get(), V4LXX_IMAGE_PNG, nullptr, nullptr, &error));
    REFUSES(v4lxx_pixel_format_describe(v4lxx_pixel_format_find("YUYV"), nullptr, &error));
    assert_true(stream == nullptr && frame == nullptr && bytes == nullptr);
}

static void no_loop_or_event_is_refused()
{
    Camera camera(camera_name);
    v4lxx_event_info info = V4LXX_EVENT_INFO_INIT;
    v4lxx_event *event = nullptr;
    v4lxx_frame *frame = nullptr;
    uint64_t tag = 0;
    v4lxx_context *context = camera.context();
    REFUSES(v4lxx_context_listen(nullptr, V4LXX_LISTEN_STREAMS, &error));
    REFUSES(v4lxx_context_next_event(nullptr, 0, &event, &error));
    REFUSES(v4lxx_context_next_event(context, 0, nullptr, &error));
    REFUSES(v4lxx_context_add_stream(nullptr, camera.stream(), 0, &error));
    REFUSES(v4lxx_context_add_stream(context, nullptr, 0, &error));
    REFUSES(v4lxx_context_dequeue(nullptr, 0, &tag, &frame, &error));
    REFUSES(v4lxx_context_dequeue(context, 0, nullptr, &frame, &error));
    REFUSES(v4lxx_context_dequeue(context, 0, &tag, nullptr, &error));
    REFUSES(v4lxx_context_dispatch(nullptr, 0, 0, &error));
    REFUSES(v4lxx_context_set_event_callback(nullptr, nullptr, nullptr, nullptr, &error));
    ASSERT_OK(v4lxx_context_set_event_callback(context, nullptr, nullptr, nullptr, &error));
    REFUSES(v4lxx_context_start_thread(nullptr, &error));
    REFUSES(v4lxx_event_read_info(nullptr, &info, &error));
    DOES_NOTHING(v4lxx_event_info_init(nullptr, 96));
    DOES_NOTHING(v4lxx_context_remove_stream(nullptr, camera.stream()));
    v4lxx_context_remove_stream(context, nullptr);
    DOES_NOTHING(v4lxx_context_cancel(nullptr));
    DOES_NOTHING(v4lxx_context_stop_thread(nullptr));
    DOES_NOTHING(v4lxx_event_unref(nullptr));
    ANSWERS(v4lxx_event_ref(nullptr), nullptr);
    ANSWERS(v4lxx_event_get_device(nullptr), nullptr);
    ANSWERS_TEXT(v4lxx_event_get_text(nullptr));
    ANSWERS_TEXT(v4lxx_event_kind_get_name(4711));
    ANSWERS(v4lxx_context_get_missed_events(nullptr), 0);
    ANSWERS(v4lxx_context_get_fd(nullptr), -1);
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
    REFUSES(v4lxx_context_examine(nullptr, camera_name, 0, &all, &error));
    REFUSES(v4lxx_context_examine(context.get(), camera_name, 0, nullptr, &error));
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

static void no_input_is_refused()
{
    Camera camera(camera_name);
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

static void no_standard_is_refused()
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

static void no_timings_or_rectangle_is_refused()
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

static void no_control_is_refused()
{
    Camera camera(camera_name);
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

static void no_group_or_set_is_refused()
{
    Camera camera(camera_name);
    v4lxx_group *group = nullptr;
    v4lxx_frame_set *set = nullptr;
    v4lxx_group_statistics statistics = V4LXX_GROUP_STATISTICS_INIT;
    v4lxx_group_camera told = V4LXX_GROUP_CAMERA_INIT;
    v4lxx_frame_set_info info = V4LXX_FRAME_SET_INFO_INIT;
    REFUSES(v4lxx_group_create(nullptr, nullptr, &group, &error));
    REFUSES(v4lxx_group_create(camera.context(), nullptr, nullptr, &error));
    ASSERT_OK(v4lxx_group_create(camera.context(), nullptr, &group, &error));
    REFUSES(v4lxx_group_add_stream(nullptr, camera.stream(), 0, &error));
    REFUSES(v4lxx_group_add_stream(group, nullptr, 0, &error));
    REFUSES(v4lxx_group_next(nullptr, 0, &set, &error));
    REFUSES(v4lxx_group_next(group, 0, nullptr, &error));
    REFUSES(v4lxx_group_read_statistics(nullptr, &statistics, &error));
    REFUSES(v4lxx_group_read_statistics(group, nullptr, &error));
    REFUSES(v4lxx_group_read_camera(nullptr, 0, &told, &error));
    REFUSES(v4lxx_group_read_camera(group, 0, nullptr, &error));
    REFUSES(v4lxx_frame_set_read_info(nullptr, &info, &error));
    DOES_NOTHING(v4lxx_group_options_init(nullptr, 32));
    DOES_NOTHING(v4lxx_group_statistics_init(nullptr, 32));
    DOES_NOTHING(v4lxx_group_camera_init(nullptr, 32));
    DOES_NOTHING(v4lxx_frame_set_info_init(nullptr, 32));
    DOES_NOTHING(v4lxx_group_cancel(nullptr));
    DOES_NOTHING(v4lxx_group_unref(nullptr));
    DOES_NOTHING(v4lxx_frame_set_unref(nullptr));
    ANSWERS(v4lxx_group_ref(nullptr), nullptr);
    ANSWERS(v4lxx_frame_set_ref(nullptr), nullptr);
    ANSWERS(v4lxx_group_get_fd(nullptr), -1);
    ANSWERS(v4lxx_frame_set_get_frame(nullptr, 0), nullptr);
    ANSWERS(v4lxx_frame_set_get_moment(nullptr, 0), 0);
    v4lxx_group_unref(group);
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
