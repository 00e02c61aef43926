// Typed calls about events: subscribe, take, unsubscribe. Checked like everything the kernel says.
#pragma once

#include "base/result.hpp"
#include "kernel/kernel.hpp"

namespace v4lxx::kernel {

// The kinds that are understood. A descriptor that was adopted is one the program shares: it may have subscribed to others.
enum class EventType : uint8_t {
    other,          // taken, and of no interest; controls have their place here until somebody asks for them
    source_change,  // `changes` says what; `id` is the number of the input
    end_of_stream,  // the last frame is there or on its way
};

struct KernelEvent {
    EventType type = EventType::other;
    uint32_t id = 0;
    uint32_t sequence = 0;  // of all events of the descriptor; a gap is an event that a newer one of its kind replaced
    uint32_t pending = 0;   // how many more there are, as the driver says: nothing to end a loop by
    int64_t time_ns = 0;    // CLOCK_MONOTONIC
    uint32_t changes = 0;   // V4L2_EVENT_SRC_CH_*
    bool resolution_changed = false;
};

enum class EventAnswer : uint8_t {
    event,  // *out holds it
    none,   // ENOENT
};

// False if the device has no such events (ENOTTY, EINVAL). Subscribing twice is one subscription; the flags are V4L2_EVENT_SUB_FL_*.
Result<bool> subscribe_event(Node &node, EventType type, uint32_t id, uint32_t flags = 0);
// For clean-up, which may not fail for want of memory: 0 or -errno. What was not taken of such events is gone with it.
int unsubscribe_event(Node &node, EventType type, uint32_t id) noexcept;
// Never blocks. No allocation unless it fails.
Result<EventAnswer> dequeue_event(Node &node, KernelEvent *out);

}  // namespace v4lxx::kernel
