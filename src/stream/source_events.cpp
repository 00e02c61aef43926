// What the driver tells besides frames, while the queue streams and the program listens: another source, and the end.
#include "stream/queue.hpp"

#include "kernel/event_calls.hpp"
#include "kernel/input_calls.hpp"
#include "stream/loop.hpp"

namespace v4lxx::stream {

// A driver without such events is as good as one that has nothing to tell.
void Queue::subscribe(device::Device &device)
{
    const Loop *loop = Loop::found(*context_);
    if (loop == nullptr || !loop->listens_to(Loop::to_streams))
        return;
    auto input = kernel::get_input(device.node());
    event_input_ = input ? *input : 0;
    auto source = kernel::subscribe_event(device.node(), kernel::EventType::source_change, event_input_);
    auto end = kernel::subscribe_event(device.node(), kernel::EventType::end_of_stream, 0);
    subscribed_ = (source && *source) || (end && *end);
}

// What nobody took is about the start that ends.
void Queue::unsubscribe(device::Device &device) noexcept
{
    if (!std::exchange(subscribed_, false))
        return;
    kernel::unsubscribe_event(device.node(), kernel::EventType::source_change, event_input_);
    kernel::unsubscribe_event(device.node(), kernel::EventType::end_of_stream, 0);
}

// More events than a driver keeps would be a driver that has no end of them; the next look goes on.
void Queue::take_events(device::Device &device, Arrival &arrival)
{
    static constexpr int most_at_once = 16;
    if (end_announced_)  // by an earlier look, and no frame came since: this driver marks no frame as the last
        arrival.ended = !std::exchange(end_event_told_, true);
    kernel::KernelEvent event;
    for (int i = 0; i < most_at_once; i++) {
        auto answer = kernel::dequeue_event(device.node(), &event);
        if (!answer || *answer == kernel::EventAnswer::none)
            return;
        if (event.type == kernel::EventType::source_change) {
            arrival.source_changed = true;
            arrival.source_changes |= event.changes;
            arrival.width = format_.width;
            arrival.height = format_.height;
        } else if (event.type == kernel::EventType::end_of_stream) {
            end_announced_ = true;
        }
    }
}

}  // namespace v4lxx::stream
