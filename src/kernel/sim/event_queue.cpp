#include "kernel/sim/event_queue.hpp"

#include <algorithm>
#include <cerrno>

namespace v4lxx::kernel::sim {

bool EventQueue::answers(unsigned long request)
{
    return request == VIDIOC_SUBSCRIBE_EVENT || request == VIDIOC_UNSUBSCRIBE_EVENT || request == VIDIOC_DQEVENT;
}

int EventQueue::ioctl(unsigned long request, void *argument, const EventChoice &offered)
{
    if (!offered.source_change && !offered.end_of_stream)
        return -ENOTTY;
    if (request == VIDIOC_DQEVENT)
        return dequeue(*static_cast<v4l2_event *>(argument));
    const auto &arg = *static_cast<v4l2_event_subscription *>(argument);
    if (request == VIDIOC_SUBSCRIBE_EVENT)
        return subscribe(arg, offered);
    unsubscribe(arg);  // of what was never subscribed to, too: 0
    return 0;
}

bool EventQueue::has_subscribed(uint32_t type, uint32_t id) const
{
    return std::any_of(subscribed_.begin(), subscribed_.end(),
                       [=](const Key &key) { return key.type == type && key.id == id; });
}

// V4L2_EVENT_SUB_FL_SEND_INITIAL is about controls: the kernel's subscriptions to these two take no notice of it.
int EventQueue::subscribe(const v4l2_event_subscription &arg, const EventChoice &offered)
{
    const bool is_offered = (arg.type == V4L2_EVENT_SOURCE_CHANGE && offered.source_change) ||
                            (arg.type == V4L2_EVENT_EOS && offered.end_of_stream);
    if (!is_offered)
        return -EINVAL;
    if (has_subscribed(arg.type, arg.id))
        return 0;
    waiting_.reserve(subscribed_.size() + 1);
    subscribed_.push_back({arg.type, arg.id});
    return 0;
}

// What waits of a subscription goes with it.
void EventQueue::unsubscribe(const v4l2_event_subscription &arg)
{
    const bool all = arg.type == V4L2_EVENT_ALL;
    const auto goes = [&](const auto &entry) { return all || (entry.type == arg.type && entry.id == arg.id); };
    std::erase_if(subscribed_, goes);
    std::erase_if(waiting_, goes);
}

int EventQueue::dequeue(v4l2_event &arg)
{
    if (waiting_.empty())
        return -ENOENT;
    arg = waiting_.front();
    waiting_.erase(waiting_.begin());
    arg.pending = static_cast<uint32_t>(waiting_.size());
    return 0;
}

// The oldest gives way when there is no room; a change of the source hands on what it had to say.
void EventQueue::raise(uint32_t type, uint32_t id, uint32_t changes, int64_t time_ns) noexcept
{
    if (!has_subscribed(type, id))
        return;
    v4l2_event event{};
    event.type = type;
    event.id = id;
    event.sequence = sequence_++;
    event.timestamp.tv_sec = static_cast<decltype(event.timestamp.tv_sec)>(time_ns / 1000000000);
    event.timestamp.tv_nsec = static_cast<decltype(event.timestamp.tv_nsec)>(time_ns % 1000000000);
    const auto old = std::find_if(waiting_.begin(), waiting_.end(),
                                  [=](const v4l2_event &entry) { return entry.type == type && entry.id == id; });
    if (type == V4L2_EVENT_SOURCE_CHANGE)
        event.u.src_change.changes = changes | (old != waiting_.end() ? old->u.src_change.changes : 0);
    if (old != waiting_.end())
        waiting_.erase(old);
    waiting_.push_back(event);
}

}  // namespace v4lxx::kernel::sim
