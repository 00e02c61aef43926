/* SPDX-License-Identifier: MIT */
/** @file The context: devices are listed, opened and examined here. Part of <v4lxx/v4lxx.hpp>. */
#ifndef V4LXX_CPP_CONTEXT_HPP
#define V4LXX_CPP_CONTEXT_HPP

#include <v4lxx/cpp/device.hpp>
#include <v4lxx/cpp/doctor.hpp>
#include <v4lxx/cpp/error.hpp>
#include <v4lxx/cpp/event.hpp>
#include <v4lxx/cpp/handle.hpp>
#include <v4lxx/cpp/log.hpp>

#include <v4lxx/context.h>
#include <v4lxx/loop.h>

namespace v4lxx {

/** What the loop of a context gave: a frame and the tag of its stream. */
struct TaggedFrame {
    std::uint64_t tag = 0; /**< as it was given to add_stream() */
    Frame frame;           /**< none without one */
};

/** Everything hangs off one. A copy is one more reference of the same context; devices keep it alive. Any thread. Calls with std::nothrow
 * as their first argument do the same as their neighbour, and return a Result instead of throwing Error. */
class Context : public Shared<v4lxx_context, v4lxx_context_ref, v4lxx_context_unref> {
public:
    using Shared::Shared;

    /** A new context. Opens nothing and starts no thread. @throws Error */
    [[nodiscard]] static Context create() { return create(std::nothrow).value(); }
    static Result<Context> create(std::nothrow_t) noexcept { return detail::take<Context>(v4lxx_context_create, nullptr); }

    /** The devices of the machine. `flags`: bits of ::v4lxx_list_flags_values. @throws Error */
    [[nodiscard]] DeviceList list_devices(std::uint32_t flags = 0) const { return list_devices(std::nothrow, flags).value(); }
    Result<DeviceList> list_devices(std::nothrow_t, std::uint32_t flags = 0) const noexcept
    {
        return detail::take<DeviceList>(v4lxx_context_list_devices, get(), flags);
    }
    /** Adds a simulated device to those that are listed with V4LXX_LIST_SIMULATED. @throws Error */
    void add_simulated(const Text &name) { add_simulated(std::nothrow, name).value(); }
    Result<void> add_simulated(std::nothrow_t, const Text &name) noexcept
    {
        return detail::run(v4lxx_context_add_simulated, get(), name);
    }

    /** Tells a time of one clock by another, such as V4LXX_CLOCK_MONOTONIC by V4LXX_CLOCK_REALTIME. @throws Error */
    [[nodiscard]] ConvertedTime convert_time(std::chrono::nanoseconds time, v4lxx_clock from, v4lxx_clock to)
    {
        return convert_time(std::nothrow, time, from, to).value();
    }
    [[nodiscard]] Result<ConvertedTime> convert_time(std::nothrow_t, std::chrono::nanoseconds time, v4lxx_clock from,
                                                     v4lxx_clock to) noexcept
    {
        return detail::read<ConvertedTime>(v4lxx_context_convert_time, get(), std::int64_t{time.count()}, from, to);
    }

    /** What is left until a point in time, for a wait that is to end there; 0 if it is past. */
    [[nodiscard]] std::chrono::nanoseconds time_left(std::chrono::steady_clock::time_point deadline) const noexcept
    {
        const std::chrono::nanoseconds point(deadline.time_since_epoch());
        return std::chrono::nanoseconds(v4lxx_context_get_time_left(get(), point.count()));
    }

    /** Opens a device by path, id, `usb:…`, `card:PATTERN` or `sim:…`. Changes nothing on it. @throws Error */
    [[nodiscard]] Device open(const Text &name) { return open(std::nothrow, name).value(); }
    Result<Device> open(std::nothrow_t, const Text &name) noexcept
    {
        return detail::take<Device>(v4lxx_device_open, get(), name, nullptr);
    }
    /** Opens a device over a descriptor, which is duplicated and stays the caller's. @throws Error */
    [[nodiscard]] Device open_fd(int fd) { return open_fd(std::nothrow, fd).value(); }
    Result<Device> open_fd(std::nothrow_t, int fd) noexcept
    {
        return detail::take<Device>(v4lxx_device_open_fd, get(), fd, nullptr);
    }

    /** Why does my camera not work? All cameras. `flags`: bits of ::v4lxx_examine_flags_values. @throws Error */
    [[nodiscard]] Examination examine(std::uint32_t flags = 0) { return examine(std::nothrow, flags).value(); }
    Result<Examination> examine(std::nothrow_t, std::uint32_t flags = 0) noexcept
    {
        return detail::take<Examination>(v4lxx_context_examine, get(), nullptr, flags);
    }
    /** The same of one camera, by any name that open() takes. @throws Error */
    [[nodiscard]] Examination examine(const Text &name, std::uint32_t flags = 0)
    {
        return examine(std::nothrow, name, flags).value();
    }
    Result<Examination> examine(std::nothrow_t, const Text &name, std::uint32_t flags = 0) noexcept
    {
        return detail::take<Examination>(v4lxx_context_examine, get(), name, flags);
    }

    /**
     * Sets who hears what the library has to tell: anything that takes a `const LogRecord &`. It runs on the thread whose call caused the
     * message, of two threads maybe at once, and should not throw: what it throws is dropped, for destructors cause messages too.
     * @throws Error; std::bad_alloc; what moving the function throws.
     */
    template <LogFunction Function>
    void set_log(v4lxx_log_level level, Function function)
    {
        set_log(std::nothrow, level, std::move(function)).value();
    }
    template <LogFunction Function>
    Result<void> set_log(std::nothrow_t, v4lxx_log_level level, Function function)
    {
        using State = detail::LogCallback<Function>;
        auto *state = new State{std::move(function)};  // the library destroys it, also if the call fails
        return detail::run(v4lxx_context_set_log, get(), level, &State::call, static_cast<void *>(state), &State::destroy);
    }
    /** Ends the log. @throws Error */
    void clear_log() { clear_log(std::nothrow).value(); }
    Result<void> clear_log(std::nothrow_t) noexcept
    {
        return detail::run(v4lxx_context_set_log, get(), v4lxx_log_level{V4LXX_LOG_NONE}, nullptr, nullptr, nullptr);
    }
    /** Messages kept back because of the limit. */
    [[nodiscard]] std::uint64_t log_left_out() const noexcept { return v4lxx_context_get_log_left_out(get()); }

    /** Says which events are wanted from now on: bits of ::v4lxx_listen_flags_values; 0 ends it. @throws Error */
    void listen(std::uint32_t flags) { listen(std::nothrow, flags).value(); }
    Result<void> listen(std::nothrow_t, std::uint32_t flags) noexcept
    {
        return detail::run(v4lxx_context_listen, get(), flags);
    }
    /** The next event; the status tells why there is none: V4LXX_AGAIN or V4LXX_TIMED_OUT. Any thread. @throws Error */
    [[nodiscard]] Result<Event> next_event(std::chrono::nanoseconds timeout = forever)
    {
        return next_event(std::nothrow, timeout).checked();
    }
    Result<Event> next_event(std::nothrow_t, std::chrono::nanoseconds timeout = forever) noexcept
    {
        return detail::take<Event>(v4lxx_context_next_event, get(), static_cast<std::int64_t>(timeout.count()));
    }
    /** Events that were dropped because too many waited. */
    [[nodiscard]] std::uint64_t missed_events() const noexcept { return v4lxx_context_get_missed_events(get()); }

    /** Takes a stream into the loop; the tag stands for it. Neither keeps the other alive. @throws Error */
    void add_stream(const Stream &stream, std::uint64_t tag) { add_stream(std::nothrow, stream, tag).value(); }
    Result<void> add_stream(std::nothrow_t, const Stream &stream, std::uint64_t tag) noexcept
    {
        return detail::run(v4lxx_context_add_stream, get(), stream.get(), tag);
    }
    /** Takes a stream out of the loop. */
    void remove_stream(const Stream &stream) noexcept { v4lxx_context_remove_stream(get(), stream.get()); }
    /** The next frame of any stream in the loop. The status tells why there is none: V4LXX_TIMED_OUT; V4LXX_END once for the stream of the tag;
     * V4LXX_AGAIN if the timeout was 0, or an event waits. @throws Error */
    [[nodiscard]] Result<TaggedFrame> next(std::chrono::nanoseconds timeout = forever)
    {
        return next(std::nothrow, timeout).checked();
    }
    /** The same, does not throw; of a failure of a stream the value has its tag. */
    Result<TaggedFrame> next(std::nothrow_t, std::chrono::nanoseconds timeout = forever) noexcept
    {
        TaggedFrame taken;
        v4lxx_frame *frame = nullptr;
        Error error =
            detail::call(v4lxx_context_dequeue, get(), static_cast<std::int64_t>(timeout.count()), &taken.tag, &frame);
        taken.frame.reset(frame);
        return Result<TaggedFrame>{std::move(error), std::move(taken)};
    }
    /** Waits, and hands all that is ready to the callbacks, on this thread; after `budget` of them it returns, 0 is 64. V4LXX_OK after a
     * callback; V4LXX_AGAIN, V4LXX_TIMED_OUT or V4LXX_END without one. @throws Error; what a callback threw. */
    Status dispatch(std::chrono::nanoseconds timeout = forever, std::uint32_t budget = 0)
    {
        return dispatch(std::nothrow, timeout, budget).value();
    }
    /** The same, with failures of the library as a result. @throws what a callback threw, and nothing else. */
    Result<void> dispatch(std::nothrow_t, std::chrono::nanoseconds timeout = forever, std::uint32_t budget = 0)
    {
        detail::Dispatching dispatching;
        Result<void> result = detail::run(v4lxx_context_dispatch, get(), static_cast<std::int64_t>(timeout.count()), budget);
        dispatching.rethrow();
        return result;
    }
    /** Sets what dispatch() calls with each event: anything that takes an `Event &`. What it throws comes out of dispatch().
     * @throws Error; std::bad_alloc; what moving the function throws. */
    template <EventFunction Function>
    void set_event_callback(Function function)
    {
        using State = detail::EventCallback<Function>;
        auto *state = new State{std::move(function)};  // the library destroys it, also if the call fails
        detail::run(v4lxx_context_set_event_callback, get(), &State::call, static_cast<void *>(state), &State::destroy).value();
    }
    /** Takes the callback away. @throws Error */
    void clear_event_callback() { detail::run(v4lxx_context_set_event_callback, get(), nullptr, nullptr, nullptr).value(); }
    /** Ends the waits in progress on this context, or the next one, once, with ERROR_CANCELLED. Any thread, a signal handler too. */
    void cancel() noexcept { v4lxx_context_cancel(get()); }
    /** A descriptor for poll and event loops, POLLIN, the context's own: never read or close it. -1 if none could be made. */
    [[nodiscard]] int fd() const noexcept { return v4lxx_context_get_fd(get()); }
    /** Starts a thread of the library's that dispatches until it is stopped. It keeps the context alive. @throws Error */
    void start_thread() { start_thread(std::nothrow).value(); }
    Result<void> start_thread(std::nothrow_t) noexcept { return detail::run(v4lxx_context_start_thread, get()); }
    /** Stops that thread, and waits for it unless it is this one. */
    void stop_thread() noexcept { v4lxx_context_stop_thread(get()); }
};

}  // namespace v4lxx

#endif
