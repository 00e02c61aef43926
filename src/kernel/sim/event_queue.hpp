// The events of one open file description, by the rules of v4l2-event.c as of Linux 6.12 for subscriptions with room for one event.
#pragma once

#include "kernel/sim/parameters.hpp"
#include "uapi/videodev2.hpp"

#include <vector>

namespace v4lxx::kernel::sim {

class EventQueue {
public:
    static bool answers(unsigned long request);
    // The ioctls, on a copy of the argument, which goes back to the client only on success.
    int ioctl(unsigned long request, void *argument, const EventChoice &offered);

    // Allocates nothing: it happens in calls that cannot fail. Nobody who has not subscribed hears of it.
    void raise(uint32_t type, uint32_t id, uint32_t changes, int64_t time_ns) noexcept;
    bool pending() const { return !waiting_.empty(); }

private:
    struct Key {
        uint32_t type, id;
    };

    int subscribe(const v4l2_event_subscription &arg, const EventChoice &offered);
    void unsubscribe(const v4l2_event_subscription &arg);
    int dequeue(v4l2_event &arg);
    bool has_subscribed(uint32_t type, uint32_t id) const;

    std::vector<Key> subscribed_;
    std::vector<v4l2_event>
        waiting_;  // at most one of each subscription, the oldest first; room for all is made when subscribing
    uint32_t sequence_ = 0;
};

}  // namespace v4lxx::kernel::sim
