/* SPDX-License-Identifier: MIT */
/** @file Streams: frames by waiting, by a descriptor, as a range, by a callback, or as bytes. Part of <v4lxx/v4lxx.hpp>. */
#ifndef V4LXX_CPP_STREAM_HPP
#define V4LXX_CPP_STREAM_HPP

#include <v4lxx/cpp/callback.hpp>
#include <v4lxx/cpp/error.hpp>
#include <v4lxx/cpp/frame.hpp>
#include <v4lxx/cpp/handle.hpp>
#include <v4lxx/cpp/held.hpp>

#include <v4lxx/rate.h>
#include <v4lxx/statistics.h>
#include <v4lxx/stream.h>
#include <v4lxx/stream_state.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <concepts>
#include <iterator>
#include <span>

namespace v4lxx {

/** A time-out without end. */
inline constexpr std::chrono::nanoseconds forever{-1};

/** A picture format: see ::v4lxx_format. */
using Format = Versioned<v4lxx_format>;
/** The exact account of a stream: see ::v4lxx_stream_account. */
using StreamAccount = Versioned<v4lxx_stream_account>;
/** What the device says of its rate and what the time stamps say: see ::v4lxx_stream_rate. */
using StreamRate = Versioned<v4lxx_stream_rate>;
/** How regularly frames come and how quickly they are taken: see ::v4lxx_stream_statistics. */
using StreamStatistics = Versioned<v4lxx_stream_statistics>;
/** What a stream does now, and why no frame comes: see ::v4lxx_stream_state. */
using StreamState = Versioned<v4lxx_stream_state>;

/** What is wanted of a stream; zero leaves it as it is, or to the driver. */
struct StreamOptions {
    std::uint32_t fourcc = 0;                   /**< pixel format code */
    std::uint32_t width = 0;                    /**< pixels */
    std::uint32_t height = 0;                   /**< pixels */
    v4lxx_fraction rate = {};                   /**< frames per second */
    v4lxx_memory memory = V4LXX_MEMORY_AUTO;    /**< where the memory comes from */
    std::uint32_t buffer_count = 0;             /**< 0 is 4 */
    std::uint32_t flags = 0;                    /**< bits of ::v4lxx_stream_flags_values */
    v4lxx_flow flow = V4LXX_FLOW_BLOCK;         /**< what happens while the program is slower than the camera */
    std::uint32_t flow_depth = 0;               /**< frames that wait for the program at most; 0 is 2 */
    std::uint32_t min_queued = 0;               /**< buffers that the driver keeps */
    v4lxx_reserve reserve = V4LXX_RESERVE_COPY; /**< what becomes of a frame that would leave it fewer */
    std::uint32_t max_buffers = 0;              /**< that V4LXX_RESERVE_GROW makes it at most; 0 is twice as many */
    std::chrono::nanoseconds stall_after{};     /**< as long without a good frame is a failure; 0 allows any time */

    /** The struct of the C API. */
    [[nodiscard]] Versioned<v4lxx_stream_options> raw() const noexcept
    {
        Versioned<v4lxx_stream_options> options;
        options.fourcc = fourcc;
        options.width = width;
        options.height = height;
        options.rate = rate;
        options.memory = memory;
        options.buffer_count = buffer_count;
        options.flags = flags;
        options.flow = flow;
        options.flow_depth = flow_depth;
        options.min_queued = min_queued;
        options.reserve = reserve;
        options.max_buffers = max_buffers;
        options.stall_after_ns = stall_after.count();
        return options;
    }
};

/** The shortest time that a bucket of a histogram holds; -1ns if there is no such bucket. */
[[nodiscard]] inline std::chrono::nanoseconds histogram_bound(std::uint32_t bucket) noexcept
{
    return std::chrono::nanoseconds(v4lxx_histogram_get_bound(bucket));
}
/** The time within which a part of all times lies, as far as buckets tell: 990 per mille is the 99th percentile. */
[[nodiscard]] inline std::chrono::nanoseconds histogram_quantile(const v4lxx_histogram &histogram,
                                                                 std::uint32_t per_mille) noexcept
{
    return std::chrono::nanoseconds(v4lxx_histogram_get_quantile(&histogram, per_mille));
}

class Stream;

/** What can take frames as a callback. */
template <class Function>
concept FrameFunction = std::invocable<Function &, Frame &> || std::invocable<Function &, Stream &, Frame &>;

/**
 * The frames of a stream as they come: `for (const auto &frame : stream.frames())`. A frame goes back to the driver when the loop turns,
 * unless the body copied or moved it away. The range ends when the stream ends, or when no frame came in time: status() tells which.
 * Failures are thrown. Can be walked through once at a time.
 */
class Frames {
public:
    /** A place in the range; the next frame is taken when somebody looks. */
    class iterator {
    public:
        /** Single pass. */
        using iterator_concept = std::input_iterator_tag;
        /** A frame. */
        using value_type = Frame;
        /** What iterators must say. */
        using difference_type = std::ptrdiff_t;

        /** No place. */
        iterator() noexcept = default;
        /** The next frame. */
        explicit iterator(Frames *frames) noexcept : frames_(frames) {}
        /** The frame of this turn. @throws Error */
        [[nodiscard]] Frame &operator*() const
        {
            frames_->look();
            return frames_->frame_;
        }
        /** Gives the frame back and goes on. */
        iterator &operator++() noexcept
        {
            frames_->turn();
            return *this;
        }
        /** The same. */
        void operator++(int) noexcept { ++*this; }
        /** Whether there is no frame any more; waits for the next one. @throws Error */
        bool operator==(std::default_sentinel_t) const { return !frames_->look(); }

    private:
        Frames *frames_ = nullptr;
    };

    /** The frames of a stream, each within the time. */
    inline Frames(Stream stream, std::chrono::nanoseconds timeout) noexcept;

    /** The first place. */
    [[nodiscard]] iterator begin() noexcept { return iterator(this); }
    /** The end. */
    [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }
    /** What the last look gave: V4LXX_OK, V4LXX_AGAIN, V4LXX_TIMED_OUT or V4LXX_END. */
    [[nodiscard]] Status status() const noexcept { return status_; }

private:
    inline bool look();
    void turn() noexcept
    {
        frame_.reset();
        has_looked_ = false;
    }

    Shared<v4lxx_stream, v4lxx_stream_ref, v4lxx_stream_unref> stream_;
    std::chrono::nanoseconds timeout_;
    Frame frame_;
    Status status_ = V4LXX_OK;
    bool has_looked_ = false;
};

/** One buffer queue of a device. A copy is one more reference of the same stream; the last one closes it. Frames outlive it. Any thread;
 * next, read, dispatch and set_frame_callback one thread at a time. */
class Stream : public Shared<v4lxx_stream, v4lxx_stream_ref, v4lxx_stream_unref> {
public:
    using Shared::Shared;

    /** One more reference of a stream that the C API lent. */
    [[nodiscard]] static Stream borrow(v4lxx_stream *stream) noexcept { return Stream(v4lxx_stream_ref(stream)); }

    /** Ends the stream now, whoever holds a reference: waits and later calls end with ERROR_CLOSED. Twice is allowed. */
    void close() noexcept { v4lxx_stream_close(get()); }
    /** The same, and waits until it is over. ERROR_BUSY names the call that the driver has not returned from in that time. @throws Error */
    void close_within(std::chrono::nanoseconds timeout) { close_within(std::nothrow, timeout).value(); }
    /** The same, does not throw. */
    Result<void> close_within(std::nothrow_t, std::chrono::nanoseconds timeout) noexcept
    {
        return detail::run(v4lxx_stream_close_within, get(), static_cast<std::int64_t>(timeout.count()));
    }

    /** Allocates, maps and queues buffers, and starts the driver. @throws Error */
    void start() { start(std::nothrow).value(); }
    /** The same, does not throw. */
    Result<void> start(std::nothrow_t) noexcept { return detail::run(v4lxx_stream_start, get()); }

    /** Stops the driver and frees its buffers. No callback runs after it has returned. @throws Error */
    void stop() { stop(std::nothrow).value(); }
    /** The same, does not throw. */
    Result<void> stop(std::nothrow_t) noexcept { return detail::run(v4lxx_stream_stop, get()); }

    /** The next frame; 0 asks without waiting. Without one the status is V4LXX_AGAIN (time-out 0), V4LXX_TIMED_OUT or V4LXX_END.
     * @throws Error */
    Result<Frame> next(std::chrono::nanoseconds timeout = forever) { return next(std::nothrow, timeout).checked(); }
    /** The same, does not throw. */
    Result<Frame> next(std::nothrow_t, std::chrono::nanoseconds timeout = forever) noexcept
    {
        return detail::take<Frame>(v4lxx_stream_dequeue, get(), static_cast<std::int64_t>(timeout.count()));
    }
    /** The next frame and all others that are ready, at most 32 of them, into the first places of `frames`; the value is how many they are.
     * What was in the other places stays. Without one as next(). @throws Error */
    Result<std::size_t> next_many(std::span<Frame> frames, std::chrono::nanoseconds timeout = forever)
    {
        return next_many(std::nothrow, frames, timeout).checked();
    }
    /** The same, does not throw. */
    Result<std::size_t> next_many(std::nothrow_t, std::span<Frame> frames, std::chrono::nanoseconds timeout = forever) noexcept
    {
        std::array<v4lxx_frame *, 32> taken{};
        std::uint32_t count = 0;
        Error error = detail::call(v4lxx_stream_dequeue_many, get(), taken.data(),
                                   static_cast<std::uint32_t>(std::min(frames.size(), taken.size())),
                                   static_cast<std::int64_t>(timeout.count()), &count);
        for (std::uint32_t i = 0; i < count; i++)
            frames[i].reset(taken[i]);
        return Result<std::size_t>{std::move(error), std::size_t{count}};
    }
    /** What is left until a point in time, for a wait that is to end there; 0 if it is past. Arrivals of frames are such points. */
    [[nodiscard]] std::chrono::nanoseconds time_left(std::chrono::nanoseconds deadline) const noexcept
    {
        return std::chrono::nanoseconds(v4lxx_stream_get_time_left(get(), deadline.count()));
    }
    /** The same by the clock of C++ that is CLOCK_MONOTONIC. */
    [[nodiscard]] std::chrono::nanoseconds time_left(std::chrono::steady_clock::time_point deadline) const noexcept
    {
        return time_left(std::chrono::nanoseconds(deadline.time_since_epoch()));
    }
    /** All frames that come, each within the time. */
    [[nodiscard]] Frames frames(std::chrono::nanoseconds timeout = forever) const noexcept { return {*this, timeout}; }

    /** Reads bytes: with V4LXX_READ_FRAME one whole frame, with V4LXX_READ_BYTES whatever fits. The value is the number of bytes;
     * without any the status is as that of next(). Of a frame that needs more room, nothing is lost. @throws Error */
    Result<std::size_t> read(std::span<std::byte> buffer, v4lxx_read_mode mode, std::chrono::nanoseconds timeout = forever)
    {
        return read(std::nothrow, buffer, mode, timeout).checked();
    }
    /** The same, does not throw; with the code BUFFER_TOO_SMALL the value is the number of bytes needed. */
    Result<std::size_t> read(std::nothrow_t, std::span<std::byte> buffer, v4lxx_read_mode mode,
                             std::chrono::nanoseconds timeout = forever) noexcept
    {
        return detail::read<std::size_t>(v4lxx_stream_read, get(), buffer.data(), buffer.size(), mode,
                                         static_cast<std::int64_t>(timeout.count()));
    }

    /** Sets what dispatch() calls with each frame: anything that takes a `Frame &`, or a `Stream &` before it. It should hold no copy
     * of the stream, which would keep itself alive. What it throws stops the stream and comes out of dispatch().
     * @throws Error; std::bad_alloc; what moving the function throws. */
    template <FrameFunction Function>
    void set_frame_callback(Function function)
    {
        set_frame_callback(std::nothrow, std::move(function)).value();
    }
    /** The same, with failures of the library as a result. */
    template <FrameFunction Function>
    Result<void> set_frame_callback(std::nothrow_t, Function function)
    {
        using State = detail::FrameCallback<Function>;
        auto *state = new State{std::move(function)};  // the library destroys it, also if the call fails
        return detail::run(v4lxx_stream_set_frame_callback, get(), &State::call, static_cast<void *>(state), &State::destroy);
    }
    /** Takes the callback away. @throws Error */
    void clear_frame_callback() { clear_frame_callback(std::nothrow).value(); }
    /** The same, does not throw. */
    Result<void> clear_frame_callback(std::nothrow_t) noexcept
    {
        return detail::run(v4lxx_stream_set_frame_callback, get(), nullptr, nullptr, nullptr);
    }
    /** Waits for one frame and hands it to the callback, on this thread. V4LXX_OK after a callback; V4LXX_AGAIN, V4LXX_TIMED_OUT or
     * V4LXX_END without one. @throws Error; what the callback threw. */
    Status dispatch(std::chrono::nanoseconds timeout = forever) { return dispatch(std::nothrow, timeout).value(); }
    /** The same, with failures of the library as a result. @throws what the callback threw, and nothing else. */
    Result<void> dispatch(std::nothrow_t, std::chrono::nanoseconds timeout = forever)
    {
        detail::Dispatching dispatching;
        Result<void> result = detail::run(v4lxx_stream_dispatch, get(), static_cast<std::int64_t>(timeout.count()));
        dispatching.rethrow();
        return result;
    }

    /** Ends the waits in progress, or the next one, once, with ERROR_CANCELLED. Any thread, a signal handler too. */
    void cancel() noexcept { v4lxx_stream_cancel(get()); }
    /** A descriptor for poll and event loops, POLLIN, the stream's own: never read or close it. -1 if none could be made. */
    [[nodiscard]] int fd() const noexcept { return v4lxx_stream_get_fd(get()); }
    /** How many buffers the driver gave; 0 while it is not running. */
    [[nodiscard]] std::uint32_t buffer_count() const noexcept { return v4lxx_stream_get_buffer_count(get()); }
    /** How often the last start took a mode that needs less bandwidth. */
    [[nodiscard]] std::uint32_t steps_down() const noexcept { return v4lxx_stream_get_steps_down(get()); }

    /** The format the driver granted. @throws Error */
    [[nodiscard]] Format read_format() const { return read_format(std::nothrow).value(); }
    /** The same, does not throw. */
    [[nodiscard]] Result<Format> read_format(std::nothrow_t) const noexcept
    {
        return detail::read<Format>(v4lxx_stream_read_format, get());
    }
    /** Seconds from frame to frame; 0/0 if the device does not tell. @throws Error */
    [[nodiscard]] v4lxx_fraction read_interval() const { return read_interval(std::nothrow).value(); }
    /** The same, does not throw. */
    [[nodiscard]] Result<v4lxx_fraction> read_interval(std::nothrow_t) const noexcept
    {
        return detail::read<v4lxx_fraction>(v4lxx_stream_read_interval, get());
    }
    /** The account since the stream was created. @throws Error */
    [[nodiscard]] StreamAccount read_account() const { return read_account(std::nothrow).value(); }
    /** The same, does not throw. */
    [[nodiscard]] Result<StreamAccount> read_account(std::nothrow_t) const noexcept
    {
        return detail::read<StreamAccount>(v4lxx_stream_read_account, get());
    }
    /** The rate as told and as measured. @throws Error */
    [[nodiscard]] StreamRate read_rate() const { return read_rate(std::nothrow).value(); }
    /** The same, does not throw. */
    [[nodiscard]] Result<StreamRate> read_rate(std::nothrow_t) const noexcept
    {
        return detail::read<StreamRate>(v4lxx_stream_read_rate, get());
    }
    /** The statistics since the stream was created. @throws Error */
    [[nodiscard]] StreamStatistics read_statistics() const { return read_statistics(std::nothrow).value(); }
    /** The same, does not throw. */
    [[nodiscard]] Result<StreamStatistics> read_statistics(std::nothrow_t) const noexcept
    {
        return detail::read<StreamStatistics>(v4lxx_stream_read_statistics, get());
    }
    /** Changes format, rate and number of buffers; all else of the options has to be left as it is made. As before if it fails. @throws Error */
    void reconfigure(const StreamOptions &options) { reconfigure(std::nothrow, options).value(); }
    /** The same, does not throw. */
    Result<void> reconfigure(std::nothrow_t, const StreamOptions &options) noexcept
    {
        const auto raw = options.raw();
        return detail::run(v4lxx_stream_reconfigure, get(), &raw);
    }
    /** What the stream does now; for who got no frame in time. @throws Error */
    [[nodiscard]] StreamState read_state() const { return read_state(std::nothrow).value(); }
    /** The same, does not throw. */
    [[nodiscard]] Result<StreamState> read_state(std::nothrow_t) const noexcept
    {
        return detail::read<StreamState>(v4lxx_stream_read_state, get());
    }
    /** The frames that were handed out and not given back, of all starts, the oldest first. @throws Error */
    [[nodiscard]] HeldList list_held() const { return list_held(std::nothrow).value(); }
    /** The same, does not throw. */
    [[nodiscard]] Result<HeldList> list_held(std::nothrow_t) const noexcept
    {
        return detail::take<HeldList>(v4lxx_stream_list_held, get());
    }
    /** The frame whose buffer has an address, held or given back; with V4LXX_STREAM_GUARD. @throws Error */
    [[nodiscard]] HeldFrame find_frame(std::uint64_t address) const { return find_frame(std::nothrow, address).value(); }
    /** The same, does not throw. */
    [[nodiscard]] Result<HeldFrame> find_frame(std::nothrow_t, std::uint64_t address) const noexcept
    {
        return detail::read<HeldFrame>(v4lxx_stream_find_frame, get(), address);
    }
    /** Finds out why frames come slowly: V4LXX_OK if they do not, V4LXX_AGAIN if that cannot be said. @throws Error with the reason. */
    Status check_rate() const { return check_rate(std::nothrow).value(); }
    /** The same, does not throw. */
    Result<void> check_rate(std::nothrow_t) const noexcept { return detail::run(v4lxx_stream_check_rate, get()); }
};

/** A function that takes frames. */
template <class Function>
struct detail::FrameCallback {
    Function function;

    static void call(v4lxx_stream *stream, v4lxx_frame *frame, void *state) noexcept
    {
        // If the function stops the stream or sets another callback, the library keeps this one until the call is over.
        Function &function = static_cast<FrameCallback *>(state)->function;
        try {
            Frame reference = Frame::borrow(frame);
            if constexpr (std::invocable<Function &, Frame &>) {
                function(reference);
            } else {
                Stream owner = Stream::borrow(stream);
                function(owner, reference);
            }
        } catch (...) {
            v4lxx_stream_stop(stream, nullptr);
            if (Dispatching *dispatching = Dispatching::current())
                dispatching->keep(std::current_exception());
        }
    }
    static void destroy(void *state) noexcept { delete static_cast<FrameCallback *>(state); }
};

inline Frames::Frames(Stream stream, std::chrono::nanoseconds timeout) noexcept : stream_(std::move(stream)), timeout_(timeout)
{
}

inline bool Frames::look()
{
    if (has_looked_)
        return static_cast<bool>(frame_);
    v4lxx_frame *next = nullptr;
    v4lxx_error *error = nullptr;
    status_ = v4lxx_stream_dequeue(stream_.get(), timeout_.count(), &next, &error);
    detail::demand(status_, error);
    has_looked_ = true;
    frame_.reset(next);
    return static_cast<bool>(frame_);
}

}  // namespace v4lxx

#endif
