#include "kernel/event_calls.hpp"

#include "kernel/checks.hpp"
#include "kernel/kernel_failure.hpp"
#include "uapi/videodev2.hpp"

#include <algorithm>
#include <cerrno>
#include <limits>
#include <string>

namespace v4lxx::kernel {

static constexpr int64_t ns_per_second = 1'000'000'000;

static v4l2_event_subscription subscription_to(EventType type, uint32_t id, uint32_t flags) noexcept
{
    v4l2_event_subscription raw{};
    raw.type = type == EventType::source_change ? V4L2_EVENT_SOURCE_CHANGE : V4L2_EVENT_EOS;
    raw.id = id;
    raw.flags = flags;
    return raw;
}

Result<bool> subscribe_event(Node &node, EventType type, uint32_t id, uint32_t flags)
{
    v4l2_event_subscription raw = subscription_to(type, id, flags);
    const int rc = node.ioctl(VIDIOC_SUBSCRIBE_EVENT, &raw);
    if (rc == -ENOTTY || rc == -EINVAL)
        return false;
    if (rc < 0)
        return kernel_failure(rc, VIDIOC_SUBSCRIBE_EVENT);
    return true;
}

int unsubscribe_event(Node &node, EventType type, uint32_t id) noexcept
{
    v4l2_event_subscription raw = subscription_to(type, id, 0);
    return std::min(node.ioctl(VIDIOC_UNSUBSCRIBE_EVENT, &raw), 0);
}

// A time that is none would pass for a very old or a very new one, and ages are computed with it.
static Result<int64_t> checked_time(const v4l2_event &raw)
{
    const int64_t seconds = raw.timestamp.tv_sec, rest = raw.timestamp.tv_nsec;
    if (seconds < 0 || seconds >= std::numeric_limits<int64_t>::max() / ns_per_second)
        return impossible(Code::value_impossible, VIDIOC_DQEVENT, "tv_sec", std::to_string(seconds), "no clock says that");
    if (rest < 0 || rest >= ns_per_second)
        return impossible(Code::value_impossible, VIDIOC_DQEVENT, "tv_nsec", std::to_string(rest),
                          "a second has 1000000000 nanoseconds");
    return seconds * ns_per_second + rest;
}

Result<EventAnswer> dequeue_event(Node &node, KernelEvent *out)
{
    v4l2_event raw{};
    const int rc = node.ioctl(VIDIOC_DQEVENT, &raw);
    if (rc == -ENOENT)
        return EventAnswer::none;
    if (rc < 0)
        return kernel_failure(rc, VIDIOC_DQEVENT);
    auto time_ns = checked_time(raw);
    if (!time_ns)
        return std::move(time_ns).failure();
    *out = {};
    out->id = raw.id;
    out->sequence = raw.sequence;
    out->pending = raw.pending;
    out->time_ns = *time_ns;
    if (raw.type == V4L2_EVENT_SOURCE_CHANGE) {
        out->type = EventType::source_change;
        out->changes = raw.u.src_change.changes;
        out->resolution_changed = (out->changes & V4L2_EVENT_SRC_CH_RESOLUTION) != 0;
    } else if (raw.type == V4L2_EVENT_EOS) {
        out->type = EventType::end_of_stream;
    }
    return EventAnswer::event;
}

}  // namespace v4lxx::kernel
