// Kernel answers are hostile input: the whole path of the C API over a machine whose every answer comes from the fuzz input.
#include "kernel_answers/hostile_device.hpp"

#include <vector>

using namespace v4lxx;
using namespace v4lxx::fuzz;

namespace {

volatile uint8_t seen;

void read_all(const void *data, size_t size)
{
    uint8_t sum = 0;
    for (size_t i = 0; i < size; i++)
        sum = static_cast<uint8_t>(sum + static_cast<const uint8_t *>(data)[i]);
    seen = sum;
}

void read_text(const char *text) { read_all(text, std::strlen(text)); }

void look_at(v4lxx_frame *frame)
{
    Call call;
    v4lxx_frame_info info = V4LXX_FRAME_INFO_INIT;
    REQUIRE(call(v4lxx_frame_read_info(frame, &info, call.error())));
    REQUIRE(info.plane_count >= 1 && info.plane_count <= 4);
    for (uint32_t i = 0; i < info.plane_count; i++) {
        size_t size = 0;
        const void *data = v4lxx_frame_get_plane_data(frame, i, &size);
        REQUIRE(size == info.plane_bytes[i]);
        read_all(data, size);
    }
}

void encode(v4lxx_frame *frame, v4lxx_image_type type)
{
    Call call;
    v4lxx_bytes *bytes = nullptr;
    if (!call(v4lxx_frame_encode(frame, type, nullptr, &bytes, call.error())))
        return;
    size_t size = 0;
    read_all(v4lxx_bytes_get_data(bytes, &size), size);
    v4lxx_bytes_unref(bytes);
}

void list_all(v4lxx_device *device)
{
    Call call;
    v4lxx_format_list *formats = nullptr;
    v4lxx_size_list *sizes = nullptr;
    v4lxx_interval_list *intervals = nullptr;
    if (call(v4lxx_device_list_formats(device, &formats, call.error())))
        for (uint32_t i = 0; i < v4lxx_format_list_get_count(formats); i++)
            read_text(v4lxx_format_list_get_description(formats, i));
    if (call(v4lxx_device_list_sizes(device, V4L2_PIX_FMT_YUYV, &sizes, call.error())))
        for (uint32_t i = 0; i < v4lxx_size_list_get_count(sizes); i++) {
            v4lxx_size_range range = V4LXX_SIZE_RANGE_INIT;
            REQUIRE(call(v4lxx_size_list_at(sizes, i, &range, call.error())));
            REQUIRE(range.min_width >= 1 && range.min_width <= range.max_width);
            REQUIRE(range.min_height >= 1 && range.min_height <= range.max_height);
            // Programs walk from min to max in steps.
            REQUIRE(range.min_width == range.max_width || range.step_width != 0);
            REQUIRE(range.min_height == range.max_height || range.step_height != 0);
        }
    if (call(v4lxx_device_list_intervals(device, V4L2_PIX_FMT_YUYV, 64, 48, &intervals, call.error())))
        for (uint32_t i = 0; i < v4lxx_interval_list_get_count(intervals); i++) {
            v4lxx_interval_range range = V4LXX_INTERVAL_RANGE_INIT;
            REQUIRE(call(v4lxx_interval_list_at(intervals, i, &range, call.error())));
            REQUIRE(range.min_denominator != 0 && range.max_denominator != 0 && range.step_denominator != 0);
        }
    v4lxx_format_list_unref(formats);
    v4lxx_size_list_unref(sizes);
    v4lxx_interval_list_unref(intervals);
}

void negotiate(v4lxx_device *device, Input &bytes)
{
    Call call;
    v4lxx_format format = V4LXX_FORMAT_INIT;
    call(v4lxx_device_read_format(device, &format, call.error()));
    constexpr uint32_t wanted[] = {V4L2_PIX_FMT_YUYV,  V4L2_PIX_FMT_NV12,  V4L2_PIX_FMT_RGB24,   V4L2_PIX_FMT_GREY,
                                   V4L2_PIX_FMT_MJPEG, V4L2_PIX_FMT_NV12M, V4L2_PIX_FMT_YUV420M, V4L2_PIX_FMT_NV12MT};
    format = V4LXX_FORMAT_INIT;
    format.fourcc = wanted[bytes.below(std::size(wanted))];
    format.width = bytes.byte();
    format.height = bytes.byte();
    format.stride_bytes[bytes.below(4)] = bytes.byte();
    v4lxx_format tried = format;
    uint32_t differences = 0;
    call(v4lxx_device_try_format(device, &tried, &differences, call.error()));
    call(v4lxx_device_set_format(device, &format, &differences, call.error()));
    v4lxx_fraction interval{1, bytes.byte()};
    call(v4lxx_device_set_interval(device, &interval, call.error()));
    call(v4lxx_device_read_interval(device, &interval, call.error()));
}

void take(v4lxx_stream *, v4lxx_frame *frame, void *) { look_at(frame); }

void dispatch(v4lxx_stream *stream)
{
    Call call;
    call(v4lxx_stream_set_frame_callback(stream, take, nullptr, nullptr, call.error()));
    call(v4lxx_stream_dispatch(stream, 100'000'000, call.error()));
    call(v4lxx_stream_set_frame_callback(stream, nullptr, nullptr, nullptr, call.error()));
}

void read_bytes(v4lxx_stream *stream, uint8_t how)
{
    Call call;
    std::vector<char> buffer(size_t{1} << (how & 15));
    size_t size = 0;
    call(v4lxx_stream_read(stream, buffer.data(), buffer.size(), how >> 7, 0, &size, call.error()));
}

void use_stream(v4lxx_device *device, v4lxx_stream *stream, Input &bytes)
{
    Call call;
    std::vector<v4lxx_frame *> held;
    call(v4lxx_stream_start(stream, call.error()));
    for (int step = 0; step < 48; step++) {
        const uint8_t action = bytes.byte();
        switch (action & 15) {
        case 1: call(v4lxx_stream_stop(stream, call.error())); break;
        case 2: call(v4lxx_stream_start(stream, call.error())); break;
        case 3: v4lxx_stream_cancel(stream); break;
        case 4: v4lxx_stream_get_fd(stream); break;
        case 5: negotiate(device, bytes); break;
        case 6: (action & 16 ? v4lxx_device_close(device) : v4lxx_stream_close(stream)); break;
        case 7: read_bytes(stream, bytes.byte()); break;
        case 8:
        case 9:
            if (!held.empty()) {
                v4lxx_frame_unref(held.back());
                held.pop_back();
            }
            break;
        case 10:
            if (!held.empty())
                encode(held.front(), action & 16 ? V4LXX_IMAGE_PNG : V4LXX_IMAGE_JPEG);
            break;
        case 11: dispatch(stream); break;
        case 12: {
            v4lxx_fraction interval{};
            v4lxx_format format = V4LXX_FORMAT_INIT;
            call(v4lxx_stream_read_interval(stream, &interval, call.error()));
            REQUIRE(call(v4lxx_stream_read_format(stream, &format, call.error())));
            break;
        }
        default: {
            constexpr int64_t timeouts[] = {100'000'000, 0, INT64_MAX, 1};
            v4lxx_frame *frame = nullptr;
            const bool ok = call(v4lxx_stream_dequeue(stream, timeouts[action >> 6], &frame, call.error()));
            REQUIRE(ok == (frame != nullptr));
            if (ok) {
                held.push_back(frame);
                look_at(frame);
            }
        }
        }
    }
    v4lxx_stream_account account = V4LXX_STREAM_ACCOUNT_INIT;
    REQUIRE(call(v4lxx_stream_read_account(stream, &account, call.error())));
    REQUIRE(account.held - held.size() <= 1);  // one more while a frame is being read
    REQUIRE(account.queued <= 1024);
    for (v4lxx_frame *frame : held)
        look_at(frame);
    if (bytes.byte() & 1)
        call(v4lxx_stream_stop(stream, call.error()));
    v4lxx_stream_unref(stream);
    v4lxx_device_unref(device);
    for (v4lxx_frame *frame : held) {
        look_at(frame);
        encode(frame, V4LXX_IMAGE_PNG);
        v4lxx_frame_unref(frame);
    }
}

void use_device(v4lxx_context *context, Input &bytes)
{
    Call call;
    v4lxx_device *device = nullptr;
    const bool by_fd = bytes.byte() & 1;
    if (!call(by_fd ? v4lxx_device_open_fd(context, 0, nullptr, &device, call.error())
                    : v4lxx_device_open(context, "/dev/video0", nullptr, &device, call.error())))
        return;
    const v4lxx_device_info *info = v4lxx_device_get_info(device);
    read_text(v4lxx_device_info_get_card(info));
    read_text(v4lxx_device_info_get_driver(info));
    read_text(v4lxx_device_info_get_bus(info));
    list_all(device);
    negotiate(device, bytes);
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.buffer_count = bytes.byte();
    const uint32_t choices = bytes.byte();
    options.flags = choices & V4LXX_STREAM_DELIVER_CORRUPT;
    options.reserve = choices >> 1 & V4LXX_RESERVE_GROW;
    options.min_queued = options.buffer_count != 1 ? choices >> 3 & 1 : 0;
    if (bytes.byte() & 1)
        options.width = options.height = 32;
    v4lxx_stream *stream = nullptr;
    if (call(v4lxx_stream_create(device, &options, &stream, call.error())))
        use_stream(device, stream, bytes);
    else
        v4lxx_device_unref(device);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Machine machine(Input(data, size));
    machine.fourcc = V4L2_PIX_FMT_YUYV;
    v4lxx_context *context = hostile_context(machine);
    if (machine.bytes.byte() & 1) {
        Call call;
        v4lxx_device_list *list = nullptr;
        call(v4lxx_context_list_devices(context, V4LXX_LIST_ALL, &list, call.error()));
        v4lxx_device_list_unref(list);
    }
    use_device(context, machine.bytes);
    v4lxx_context_unref(context);
    REQUIRE(machine.mapped.empty());
    REQUIRE(machine.open_nodes == 0);
    return 0;
}
