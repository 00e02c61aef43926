// Streams, frames, loops and groups.
#include "sim/null_arguments.hpp"

#include "support/camera.hpp"

#include "support/context.hpp"

namespace v4lxx::test {

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
static void no_list_of_sizes_or_intervals_is_refused(v4lxx_device *device)
{
    v4lxx_size_range size = V4LXX_SIZE_RANGE_INIT;
    v4lxx_interval_range interval = V4LXX_INTERVAL_RANGE_INIT;
    v4lxx_size_list *sizes = nullptr;
    v4lxx_interval_list *intervals = nullptr;
    ASSERT_OK(v4lxx_device_list_sizes(device, v4lxx_pixel_format_find("YUYV"), &sizes, &error));
    ASSERT_OK(v4lxx_device_list_intervals(device, v4lxx_pixel_format_find("YUYV"), 64, 48, &intervals, &error));
    REFUSES(v4lxx_size_list_at(nullptr, 0, &size, &error));
    REFUSES(v4lxx_size_list_at(sizes, 0, nullptr, &error));
    REFUSES(v4lxx_interval_list_at(nullptr, 0, &interval, &error));
    REFUSES(v4lxx_interval_list_at(intervals, 0, nullptr, &error));
    ASSERT_CODE(v4lxx_size_list_at(sizes, 1000, &size, &error), V4LXX_CODE_VALUE_OUT_OF_RANGE);
    ASSERT_CODE(v4lxx_interval_list_at(intervals, 1000, &interval, &error), V4LXX_CODE_VALUE_OUT_OF_RANGE);
    v4lxx_size_list_unref(sizes);
    v4lxx_interval_list_unref(intervals);
}

static void no_frame_is_refused(v4lxx_context *context, v4lxx_frame *frame)
{
    v4lxx_bytes *bytes = nullptr;
    v4lxx_frame_info info = V4LXX_FRAME_INFO_INIT;
    REFUSES(v4lxx_frame_read_info(nullptr, &info, &error));
    REFUSES(v4lxx_frame_read_info(frame, nullptr, &error));
    v4lxx_converted_time time = V4LXX_CONVERTED_TIME_INIT;
    REFUSES(v4lxx_frame_convert_time(nullptr, V4LXX_CLOCK_TAI, &time, &error));
    REFUSES(v4lxx_frame_convert_time(frame, V4LXX_CLOCK_TAI, nullptr, &error));
    REFUSES(v4lxx_context_convert_time(nullptr, 0, V4LXX_CLOCK_MONOTONIC, V4LXX_CLOCK_TAI, &time, &error));
    REFUSES(v4lxx_context_convert_time(context, 0, V4LXX_CLOCK_MONOTONIC, V4LXX_CLOCK_TAI, nullptr, &error));
    uint32_t luma = 0;
    v4lxx_settling settling = V4LXX_SETTLING_INIT;
    REFUSES(v4lxx_frame_measure_luma(nullptr, &luma, &error));
    REFUSES(v4lxx_frame_measure_luma(frame, nullptr, &error));
    REFUSES(v4lxx_settling_add_frame(nullptr, frame, &error));
    REFUSES(v4lxx_settling_add_frame(&settling, nullptr, &error));
    REFUSES(v4lxx_frame_encode(nullptr, V4LXX_IMAGE_PNG, nullptr, &bytes, &error));
    REFUSES(v4lxx_frame_encode(frame, V4LXX_IMAGE_PNG, nullptr, nullptr, &error));
    REFUSES(v4lxx_pixel_format_describe(v4lxx_pixel_format_find("YUYV"), nullptr, &error));
    assert_null(bytes);
}

void no_stream_or_frame_is_refused()
{
    Camera camera(null_camera);
    no_list_of_modes_is_refused(camera.device());
    no_list_of_sizes_or_intervals_is_refused(camera.device());
    camera.start();
    HeldFrame held = camera.next();
    v4lxx_stream *stream = nullptr;
    v4lxx_frame *frame = nullptr;
    v4lxx_format format = V4LXX_FORMAT_INIT;
    v4lxx_fraction fraction{1, 30};
    v4lxx_stream_account account = V4LXX_STREAM_ACCOUNT_INIT;
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
    assert_true(stream == nullptr && frame == nullptr);
    no_frame_is_refused(camera.context(), held.get());
}

void no_loop_or_event_is_refused()
{
    Camera camera(null_camera);
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

void no_group_or_set_is_refused()
{
    Camera camera(null_camera);
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

}  // namespace v4lxx::test
