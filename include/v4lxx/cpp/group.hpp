/* SPDX-License-Identifier: MIT */
/** @file Several cameras in step: groups and the sets they hand out. Part of <v4lxx/v4lxx.hpp>. */
#ifndef V4LXX_CPP_GROUP_HPP
#define V4LXX_CPP_GROUP_HPP

#include <v4lxx/cpp/context.hpp>
#include <v4lxx/cpp/error.hpp>
#include <v4lxx/cpp/frame.hpp>
#include <v4lxx/cpp/handle.hpp>
#include <v4lxx/cpp/stream.hpp>

#include <v4lxx/group.h>

#include <chrono>
#include <cstdint>

namespace v4lxx {

/** How a group matches frames; what is left as it is made is the usual way. See ::v4lxx_group_options. */
struct GroupOptions {
    v4lxx_match match_by = V4LXX_MATCH_STAMPS; /**< by what frames belong together */
    std::chrono::nanoseconds tolerance{0};     /**< how far apart stamps of one set may be; 0: half the shortest interval */
    std::chrono::nanoseconds max_wait{0};      /**< how long a frame waits for its partners; 0: as long as most_held lets it */
    std::uint32_t most_held = 0;               /**< frames of one camera that wait at most; 0 is 2 */
    std::uint32_t flags = 0;                   /**< bits of ::v4lxx_group_flags_values */

    /** For calls of the C API. */
    [[nodiscard]] v4lxx_group_options raw() const noexcept
    {
        v4lxx_group_options options = V4LXX_GROUP_OPTIONS_INIT;
        options.match_by = match_by;
        options.tolerance_ns = tolerance.count();
        options.max_wait_ns = max_wait.count();
        options.most_held = most_held;
        options.flags = flags;
        return options;
    }
};
/** What is known of a set: see ::v4lxx_frame_set_info. */
using FrameSetInfo = Versioned<v4lxx_frame_set_info>;
/** How a group went: see ::v4lxx_group_statistics. */
using GroupStatistics = Versioned<v4lxx_group_statistics>;
/** How one camera of a group went: see ::v4lxx_group_camera. */
using GroupCamera = Versioned<v4lxx_group_camera>;

/** Frames that were taken at the same time, one of each camera of a group. A copy is one more reference; the last one gives its frames
 * back. */
class FrameSet : public Shared<v4lxx_frame_set, v4lxx_frame_set_ref, v4lxx_frame_set_unref> {
public:
    using Shared::Shared;

    /** What is known of it. @throws Error */
    [[nodiscard]] FrameSetInfo read_info() const { return read_info(std::nothrow).value(); }
    /** The same, does not throw. */
    [[nodiscard]] Result<FrameSetInfo> read_info(std::nothrow_t) const noexcept
    {
        return detail::read<FrameSetInfo>(v4lxx_frame_set_read_info, get());
    }
    /** One more reference of the frame of a camera, by the number of its stream; an empty one if it is missing. */
    [[nodiscard]] Frame frame(std::uint32_t index) const noexcept
    {
        return Frame::borrow(v4lxx_frame_set_get_frame(get(), index));
    }
    /** When it was taken, comparable with the others of the set. */
    [[nodiscard]] std::chrono::nanoseconds moment(std::uint32_t index) const noexcept
    {
        return std::chrono::nanoseconds(v4lxx_frame_set_get_moment(get(), index));
    }
};

/** Several streams whose frames are matched. It keeps them alive. One thread at a time; cancel() and what only reads: any thread. */
class Group : public Shared<v4lxx_group, v4lxx_group_ref, v4lxx_group_unref> {
public:
    using Shared::Shared;

    /** A group without streams. @throws Error */
    [[nodiscard]] static Group create(const Context &context, const GroupOptions &options = {})
    {
        return create(std::nothrow, context, options).value();
    }
    /** The same, does not throw. */
    [[nodiscard]] static Result<Group> create(std::nothrow_t, const Context &context, const GroupOptions &options = {}) noexcept
    {
        const auto raw = options.raw();
        return detail::take<Group>(v4lxx_group_create, context.get(), &raw);
    }

    /** Takes a stream into the group; `offset` is added to its time stamps. Its number is how many there were before. @throws Error */
    void add_stream(const Stream &stream, std::chrono::nanoseconds offset = {})
    {
        add_stream(std::nothrow, stream, offset).value();
    }
    /** The same, does not throw. */
    Result<void> add_stream(std::nothrow_t, const Stream &stream, std::chrono::nanoseconds offset = {}) noexcept
    {
        return detail::run(v4lxx_group_add_stream, get(), stream.get(), static_cast<std::int64_t>(offset.count()));
    }
    /** The next set; 0 asks without waiting. Without one the status is V4LXX_AGAIN (time-out 0), V4LXX_TIMED_OUT or V4LXX_END.
     * @throws Error */
    Result<FrameSet> next(std::chrono::nanoseconds timeout = forever) { return next(std::nothrow, timeout).checked(); }
    /** The same, does not throw. */
    Result<FrameSet> next(std::nothrow_t, std::chrono::nanoseconds timeout = forever) noexcept
    {
        return detail::take<FrameSet>(v4lxx_group_next, get(), static_cast<std::int64_t>(timeout.count()));
    }
    /** Ends the wait in progress, or the next one, once, with ERROR_CANCELLED. Any thread, a signal handler too. */
    void cancel() noexcept { v4lxx_group_cancel(get()); }
    /** A descriptor for poll and event loops, POLLIN, the group's own: never read or close it. */
    [[nodiscard]] int fd() const noexcept { return v4lxx_group_get_fd(get()); }
    /** How it went. @throws Error */
    [[nodiscard]] GroupStatistics read_statistics() const { return read_statistics(std::nothrow).value(); }
    /** The same, does not throw. */
    [[nodiscard]] Result<GroupStatistics> read_statistics(std::nothrow_t) const noexcept
    {
        return detail::read<GroupStatistics>(v4lxx_group_read_statistics, get());
    }
    /** How one of its cameras went, by the number of its stream. @throws Error */
    [[nodiscard]] GroupCamera read_camera(std::uint32_t index) const { return read_camera(std::nothrow, index).value(); }
    /** The same, does not throw. */
    [[nodiscard]] Result<GroupCamera> read_camera(std::nothrow_t, std::uint32_t index) const noexcept
    {
        return detail::read<GroupCamera>(v4lxx_group_read_camera, get(), index);
    }
};

}  // namespace v4lxx

#endif
