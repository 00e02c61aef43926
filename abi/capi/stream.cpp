#include "answer.hpp"
#include "format_struct.hpp"
#include "guard.hpp"
#include "handle.hpp"
#include "user_data.hpp"
#include "versioned.hpp"

namespace v4lxx::capi {

namespace {

class CallbackSink final : public stream::FrameSink {
public:
    CallbackSink(v4lxx_stream *stream, v4lxx_frame_fn fn, UserData user_data)
        : stream_(stream), fn_(fn), user_data_(std::move(user_data))
    {
    }
    void take(stream::Frame &frame) override { fn_(stream_, borrowed<v4lxx_frame>(&frame), user_data_.get()); }

private:
    v4lxx_stream *stream_;
    v4lxx_frame_fn fn_;
    UserData user_data_;
};

}  // namespace

static std::optional<Failure> check_wish(const v4lxx_stream_options &options)
{
    if ((options.flags & ~uint32_t{V4LXX_STREAM_DELIVER_CORRUPT | V4LXX_STREAM_STEP_DOWN | V4LXX_STREAM_RECONNECT |
                                   V4LXX_STREAM_GUARD | V4LXX_STREAM_LARGE_PAGES | V4LXX_STREAM_USB_RESET}) != 0)
        return argument_failure(Code::unknown_value, "options.flags", "a bit is not known");
    if ((options.flags & V4LXX_STREAM_USB_RESET) != 0 && (options.flags & V4LXX_STREAM_RECONNECT) == 0)
        return argument_failure(Code::unknown_value, "options.flags", "V4LXX_STREAM_USB_RESET is for V4LXX_STREAM_RECONNECT");
    for (const auto &[value, field] :
         {std::pair{options.reserved0, "options.reserved0"}, {options.reserved1, "options.reserved1"}})
        if (value != 0)
            return argument_failure(Code::reserved_not_zero, field, "it must be zero");
    if (options.memory != V4LXX_MEMORY_AUTO && options.memory != V4LXX_MEMORY_MMAP)
        return argument_failure(Code::unknown_value, "options.memory", "no such kind of memory");
    if (options.buffer_count > kernel::max_buffers)
        return argument_failure(Code::value_out_of_range, "options.buffer_count",
                                "at most " + std::to_string(kernel::max_buffers) + " buffers can be asked for");
    if (options.flow > V4LXX_FLOW_DROP_NEWEST)
        return argument_failure(Code::unknown_value, "options.flow", "no such flow");
    if (options.reserve > V4LXX_RESERVE_GROW)
        return argument_failure(Code::unknown_value, "options.reserve", "no such reserve");
    const uint32_t buffers = options.buffer_count != 0 ? options.buffer_count : stream::QueueWish().buffer_count;
    if (options.min_queued >= buffers)
        return argument_failure(Code::value_out_of_range, "options.min_queued",
                                "the program would never get one of " + std::to_string(buffers) + " buffers");
    if (options.max_buffers != 0 && (options.max_buffers < buffers || options.max_buffers > kernel::max_buffers))
        return argument_failure(Code::value_out_of_range, "options.max_buffers",
                                "it is 0, or from " + std::to_string(buffers) + " to " + std::to_string(kernel::max_buffers));
    if (options.flow_depth > kernel::max_buffers)
        return argument_failure(Code::value_out_of_range, "options.flow_depth",
                                "at most " + std::to_string(kernel::max_buffers) + " frames can wait");
    if ((options.rate.numerator == 0) != (options.rate.denominator == 0))
        return argument_failure(Code::value_out_of_range, "options.rate", "a rate is n/d frames per second, or 0/0");
    if (options.stall_after_ns < 0)
        return argument_failure(Code::value_out_of_range, "options.stall_after_ns", "it is nanoseconds, or 0");
    return std::nullopt;
}

static stream::StreamWish wish_of(const v4lxx_stream_options &options)
{
    stream::StreamWish wish;
    wish.format.fourcc = options.fourcc;
    wish.format.width = options.width;
    wish.format.height = options.height;
    wish.rate = {options.rate.numerator, options.rate.denominator};
    if (options.buffer_count != 0)
        wish.queue.buffer_count = options.buffer_count;
    wish.queue.deliver_corrupt = (options.flags & V4LXX_STREAM_DELIVER_CORRUPT) != 0;
    wish.queue.flow = stream::Flow{options.flow};
    if (options.flow_depth != 0)
        wish.queue.depth = options.flow_depth;
    wish.queue.min_queued = options.min_queued;
    wish.queue.reserve = stream::Reserve{options.reserve};
    wish.queue.most_buffers = options.max_buffers;
    wish.queue.stall_after_ns = options.stall_after_ns;
    wish.queue.guard = (options.flags & V4LXX_STREAM_GUARD) != 0;
    wish.queue.large_pages = (options.flags & V4LXX_STREAM_LARGE_PAGES) != 0;
    wish.step_down = (options.flags & V4LXX_STREAM_STEP_DOWN) != 0;
    wish.reset_usb = (options.flags & V4LXX_STREAM_USB_RESET) != 0;
    wish.reconnect = (options.flags & V4LXX_STREAM_RECONNECT) != 0;
    return wish;
}

// Of the options only what a stream can change; the rest has to be left out.
static std::optional<Failure> check_change(const v4lxx_stream_options &options)
{
    if (options.memory != 0 || options.flags != 0 || options.flow != 0 || options.flow_depth != 0 || options.min_queued != 0 ||
        options.reserve != 0 || options.max_buffers != 0 || options.stall_after_ns != 0)
        return argument_failure(Code::unknown_value, "options", "only format, rate and buffer_count can change");
    return check_wish(options);
}

static v4lxx_stream_account public_account(stream::Queue &queue)
{
    const stream::Account &account = queue.account();
    v4lxx_stream_account out = V4LXX_STREAM_ACCOUNT_INIT;
    out.delivered = account.delivered.value();
    out.driver_dropped = account.driver_dropped.value();
    out.corrupt = account.corrupt.value();
    out.corrupt_dropped = account.corrupt_dropped.value();
    out.empty_dropped = account.empty_dropped.value();
    out.short_frames = account.short_frames.value();
    out.bytes = account.bytes.value();
    out.copies = account.copies.value();
    out.io_errors = account.io_errors.value();
    out.requeue_failures = account.requeue_failures.value();
    out.system_calls = queue.system_calls();
    out.queued = static_cast<uint32_t>(account.queued.value());
    out.held = static_cast<uint32_t>(account.held.value());
    out.policy_dropped = account.policy_dropped.value();
    out.starved = account.starved.value();
    out.waiting = static_cast<uint32_t>(account.waiting.value());
    out.reconnects = account.reconnects.value();
    out.others_refused = account.others_refused.value();
    out.buffers_grown = account.buffers_grown.value();
    out.large_pages = account.large_pages.value();
    out.usb_resets = account.usb_resets.value();
    out.stalls = account.stalls.value();
    return out;
}

}  // namespace v4lxx::capi

using namespace v4lxx;
using namespace v4lxx::capi;

extern "C" {

void v4lxx_stream_options_init(v4lxx_stream_options *options, uint32_t size) { init_versioned(options, size); }
void v4lxx_stream_account_init(v4lxx_stream_account *account, uint32_t size) { init_versioned(account, size); }

v4lxx_status v4lxx_stream_create(v4lxx_device *device, const v4lxx_stream_options *options, v4lxx_stream **out,
                                 v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED(out);
        *out = nullptr;
        V4LXX_NEED(device);
        v4lxx_stream_options wish;
        if (auto bad = read_versioned(options, &wish, "options"))
            return fail(error, *std::move(bad));
        if (auto bad = check_wish(wish))
            return fail(error, *std::move(bad));
        auto stream = stream::Stream::create(*object(device), wish_of(wish));
        if (!stream)
            return fail(error, std::move(stream).failure());
        *out = handle<v4lxx_stream>(*std::move(stream));
        return V4LXX_OK;
    });
}

v4lxx_stream *v4lxx_stream_ref(v4lxx_stream *stream) { return ref(stream); }
void v4lxx_stream_unref(v4lxx_stream *stream) { unref(stream); }

void v4lxx_stream_close(v4lxx_stream *stream)
{
    if (stream != nullptr)
        object(stream)->close();
}

v4lxx_status v4lxx_stream_close_within(v4lxx_stream *stream, int64_t timeout_ns, v4lxx_error **error)
{
    return guard(stream, error, [&]() -> v4lxx_status {
        V4LXX_NEED(stream);
        return report(object(stream)->close_within(timeout_ns), error);
    });
}

v4lxx_status v4lxx_stream_start(v4lxx_stream *stream, v4lxx_error **error)
{
    return guard(stream, error, [&]() -> v4lxx_status {
        V4LXX_NEED(stream);
        return report(object(stream)->start(), error);
    });
}

v4lxx_status v4lxx_stream_stop(v4lxx_stream *stream, v4lxx_error **error)
{
    return guard(stream, error, [&]() -> v4lxx_status {
        V4LXX_NEED(stream);
        return report(object(stream)->stop(), error);
    });
}

v4lxx_status v4lxx_stream_reconfigure(v4lxx_stream *stream, const v4lxx_stream_options *options, v4lxx_error **error)
{
    return guard(stream, error, [&]() -> v4lxx_status {
        V4LXX_NEED(stream);
        V4LXX_NEED(options);
        v4lxx_stream_options change;
        if (auto bad = read_versioned(options, &change, "options"))
            return fail(error, *std::move(bad));
        if (auto bad = check_change(change))
            return fail(error, *std::move(bad));
        const stream::StreamWish wish = wish_of(change);
        return report(object(stream)->reconfigure({wish.format, wish.rate, change.buffer_count}), error);
    });
}

v4lxx_status v4lxx_stream_dequeue(v4lxx_stream *stream, int64_t timeout_ns, v4lxx_frame **out, v4lxx_error **error)
{
    return guard(stream, error, [&]() -> v4lxx_status {
        V4LXX_NEED(out);
        *out = nullptr;
        V4LXX_NEED(stream);
        auto next = object(stream)->dequeue(timeout_ns);
        if (!next)
            return fail(error, std::move(next).failure());
        const v4lxx_status status = status_of(next->kind);
        *out = handle<v4lxx_frame>(std::move(next->frame));
        return status;
    });
}

v4lxx_status v4lxx_stream_dequeue_many(v4lxx_stream *stream, v4lxx_frame **frames, uint32_t capacity, int64_t timeout_ns,
                                       uint32_t *out_count, v4lxx_error **error)
{
    return guard(stream, error, [&]() -> v4lxx_status {
        V4LXX_NEED(out_count);
        *out_count = 0;
        V4LXX_NEED(stream);
        V4LXX_NEED(frames);
        if (capacity == 0)
            return fail(error, argument_failure(Code::value_out_of_range, "capacity", "there is room for no frame"));
        // Handles are the objects under another name, so an array of them is one of pointers to these.
        auto kind = object(stream)->dequeue_many(reinterpret_cast<stream::Frame **>(frames), capacity, timeout_ns, out_count);
        return kind ? status_of(*kind) : fail(error, std::move(kind).failure());
    });
}

v4lxx_status v4lxx_stream_read(v4lxx_stream *stream, void *buffer, size_t size, v4lxx_read_mode mode, int64_t timeout_ns,
                               size_t *out_size, v4lxx_error **error)
{
    return guard(stream, error, [&]() -> v4lxx_status {
        V4LXX_NEED(out_size);
        *out_size = 0;
        V4LXX_NEED(stream);
        if (size != 0)
            V4LXX_NEED(buffer);
        if (mode != V4LXX_READ_FRAME && mode != V4LXX_READ_BYTES)
            return fail(error, argument_failure(Code::unknown_value, "mode", "no such mode of reading"));
        uint64_t bytes = 0;
        auto kind = object(stream)->read(buffer, size, stream::ReadMode{mode}, timeout_ns, &bytes);
        *out_size = static_cast<size_t>(bytes);
        return kind ? status_of(*kind) : fail(error, std::move(kind).failure());
    });
}

v4lxx_status v4lxx_stream_set_frame_callback(v4lxx_stream *stream, v4lxx_frame_fn fn, void *user_data, v4lxx_destroy_fn destroy,
                                             v4lxx_error **error)
{
    UserData data(user_data, destroy);
    return guard(stream, error, [&]() -> v4lxx_status {
        V4LXX_NEED(stream);
        std::shared_ptr<stream::FrameSink> sink;
        if (fn != nullptr)
            sink = std::make_shared<CallbackSink>(stream, fn, std::move(data));
        return report(object(stream)->set_sink(std::move(sink)), error);
    });
}

v4lxx_status v4lxx_stream_dispatch(v4lxx_stream *stream, int64_t timeout_ns, v4lxx_error **error)
{
    return guard(stream, error, [&]() -> v4lxx_status {
        V4LXX_NEED(stream);
        // The callback may give back the last reference of the stream it runs for.
        const auto alive = Ref<stream::Stream>::share(object(stream));
        auto kind = alive->dispatch(timeout_ns);
        return kind ? status_of(*kind) : fail(error, std::move(kind).failure());
    });
}

void v4lxx_stream_cancel(v4lxx_stream *stream)
{
    if (stream != nullptr)
        object(stream)->cancel();
}

int64_t v4lxx_stream_get_time_left(v4lxx_stream *stream, int64_t deadline_ns)
{
    return stream == nullptr ? 0 : object(stream)->queue().time_left(deadline_ns);
}

int32_t v4lxx_stream_get_fd(v4lxx_stream *stream) { return stream == nullptr ? -1 : object(stream)->poll_fd(); }

v4lxx_status v4lxx_stream_read_format(v4lxx_stream *stream, v4lxx_format *format, v4lxx_error **error)
{
    return guard(stream, error, [&]() -> v4lxx_status {
        V4LXX_NEED(stream);
        V4LXX_NEED_STRUCT(format);
        write_versioned(format, public_format(object(stream)->format()));
        return V4LXX_OK;
    });
}

v4lxx_status v4lxx_stream_read_interval(v4lxx_stream *stream, v4lxx_fraction *out, v4lxx_error **error)
{
    return guard(stream, error, [&]() -> v4lxx_status {
        V4LXX_NEED(stream);
        V4LXX_NEED(out);
        auto interval = object(stream)->interval();
        if (!interval)
            return fail(error, std::move(interval).failure());
        *out = {interval->numerator, interval->denominator};
        return V4LXX_OK;
    });
}

uint32_t v4lxx_stream_get_buffer_count(const v4lxx_stream *stream)
{
    return stream == nullptr ? 0 : object(stream)->queue().buffer_count();
}

uint32_t v4lxx_stream_get_steps_down(const v4lxx_stream *stream)
{
    return stream == nullptr ? 0 : object(stream)->steps_down();
}

v4lxx_status v4lxx_stream_read_account(v4lxx_stream *stream, v4lxx_stream_account *out, v4lxx_error **error)
{
    return guard(stream, error, [&]() -> v4lxx_status {
        V4LXX_NEED(stream);
        V4LXX_NEED_STRUCT(out);
        write_versioned(out, public_account(object(stream)->queue()));
        return V4LXX_OK;
    });
}

}  // extern "C"
