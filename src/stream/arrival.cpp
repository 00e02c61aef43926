#include "stream/arrival.hpp"

#include "device/signal.hpp"
#include "stream/loop.hpp"

#include <new>

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

void Arrival::add(const Arrival &other)
{
    if (!has_trouble())
        static_cast<Trouble &>(*this) = other;
    ended = ended || other.ended;
    if (other.bad.answers != 0)
        bad = other.bad;
    if (!other.source_changed)
        return;
    source_changed = true;
    source_changes |= other.source_changes;
    width = other.width;
    height = other.height;
}

static std::string source_text(const device::Device &device, const Event::Facts &facts)
{
    const auto size = [](uint32_t width, uint32_t height) { return std::to_string(width) + "x" + std::to_string(height); };
    return "the source of " + device.info()->label() + " has changed from " + size(facts.old_width, facts.old_height) +
           (facts.new_width == 0 ? "" : " to " + size(facts.new_width, facts.new_height));
}

// What comes in now is asked of the driver: the event does not say.
static void post_source_change(device::Device &device, const Arrival &arrival, uint64_t tag) noexcept
{
    Event::Facts facts{.kind = EventKind::source_changed, .tag = tag, .changes = arrival.source_changes};
    facts.old_width = arrival.width;
    facts.old_height = arrival.height;
    Loop *loop = Loop::found(device.context());
    if (loop == nullptr || !loop->listens_to(Loop::to_streams))
        return;
    try {
        auto signal = device::read_signal(device);
        if (signal && signal->timings) {
            facts.new_width = signal->timings->width;
            facts.new_height = signal->timings->height;
        }
    } catch (const std::bad_alloc &) {
        facts.new_width = facts.new_height = 0;  // then the program has to ask
    }
    loop->post(facts, device, [&] { return source_text(device, facts); });
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
    if (const BadRun::Told &bad = arrival.bad; bad.answers != 0) {
        const Event::Facts facts{
            .kind = EventKind::stalled, .tag = tag, .frames_lost = bad.frames_lost, .span_ns = bad.span_ns};
        post_event(facts, device, [&] {
            return device.info()->label() + " gives no good frame: " + std::to_string(bad.answers) +
                   " answers in a row without one, in " + std::to_string(bad.span_ns / 1'000'000) + " ms; " +
                   std::to_string(bad.frames_lost) + " were frames that are damaged or empty";
        });
    }
    if (arrival.source_changed)
        post_source_change(device, arrival, tag);
    if (arrival.ended)
        post_event({.kind = EventKind::ended, .tag = tag}, device,
                   [&] { return device.info()->label() + " has given its last frame"; });
}

void tell_arrival(device::Device &device, const Arrival &arrival, uint64_t tag) noexcept
{
    if (arrival.has_trouble())
        tell_trouble(device, arrival);
    if (arrival.has_event())
        post_events(device, arrival, tag);
}

}  // namespace v4lxx::stream
