#include "stream/arrival.hpp"

#include "stream/loop.hpp"

namespace v4lxx::stream {

static void tell_trouble(const device::Device &device, const Arrival &arrival) noexcept
{
    const auto frame = [&] { return "frame " + std::to_string(arrival.number) + " of " + device.subject().name; };
    const auto fate = [&] { return arrival.dropped ? "; it is not handed out" : "; it is handed out, marked"; };
    if (arrival.missing != 0)
        device.tell(LogLevel::warning, LogTopic::frames_lost, [&] {
            return std::to_string(arrival.missing) + " lost before " + frame() +
                   ": the driver had no free buffer, or lost them on the way";
        });
    if (arrival.cut)
        device.tell(LogLevel::warning, LogTopic::driver_answer,
                    [&] { return "the driver told of more bytes in " + frame() + " than its buffer has; they were cut off"; });
    if (arrival.empty)
        device.tell(LogLevel::warning, LogTopic::frame_damaged, [&] { return frame() + " has no bytes" + fate(); });
    else if (arrival.corrupt)
        device.tell(LogLevel::warning, LogTopic::frame_damaged,
                    [&] { return frame() + " is damaged, says the driver" + fate(); });
    if (arrival.io_error)
        device.tell(LogLevel::warning, LogTopic::driver_answer,
                    [&] { return "VIDIOC_DQBUF of " + device.subject().name + " answered EIO; it is tried again"; });
}

static void post_events(device::Device &device, const Arrival &arrival, uint64_t tag) noexcept
{
    if (const SlowSpell &slow = arrival.slow; slow.frames_lost != 0) {
        Event::Facts facts{.kind = EventKind::slow_program, .tag = tag};
        facts.frames_lost = slow.frames_lost;
        facts.frames_delivered = slow.frames_delivered;
        facts.span_ns = slow.span_ns;
        post_event(facts, device, [&] {
            return "the program is slower than " + device.info()->label() + ": of the last " +
                   std::to_string(slow.frames_lost + slow.frames_delivered) + " frames it took " +
                   std::to_string(slow.frames_delivered) + ", in " + std::to_string(slow.span_ns / 1'000'000) + " ms";
        });
    }
    if (arrival.ended)
        post_event({.kind = EventKind::ended, .tag = tag}, device,
                   [&] { return device.info()->label() + " has given its last frame"; });
}

void tell_arrival(device::Device &device, const Arrival &arrival, uint64_t tag) noexcept
{
    if (!arrival.has_trouble())
        return;
    tell_trouble(device, arrival);
    post_events(device, arrival, tag);
}

}  // namespace v4lxx::stream
