#include "stream/stream_state.hpp"

#include "device/control_finding.hpp"
#include "device/control_values.hpp"
#include "device/signal.hpp"
#include "stream/deadline.hpp"
#include "uapi/videodev2.hpp"

#include <algorithm>

namespace v4lxx::stream {

static constexpr int64_t second_ns = 1'000'000'000;
static constexpr int64_t exposure_unit_ns = 100'000;  // of V4L2_CID_EXPOSURE_ABSOLUTE

static int64_t exposure_ns(device::Device &device)
{
    auto control = device::find_control_by_id(device, V4L2_CID_EXPOSURE_ABSOLUTE);
    if (!control)
        return 0;
    auto units = device::read_number(device, **control);
    int64_t ns = 0;
    return units && *units > 0 && !__builtin_mul_overflow(*units, exposure_unit_ns, &ns) ? ns : 0;
}

static int64_t to_ns(kernel::Fraction interval)
{
    return interval.denominator == 0 ? 0 : int64_t{interval.numerator} * second_ns / interval.denominator;
}

// Frames of an older start are no longer the driver's, so their age says nothing about why none comes.
Queue::Now Queue::now()
{
    Now now;
    Entry entry(*this);
    Lock lock(*this);
    now.generation = generation_;
    if (!set_ || !entry)
        return now;
    now.buffer_count = set_->shape().buffer_count;
    now.ended = ended_;
    const int64_t now_ns = entry.device().node().now_ns();
    if (last_arrival_ns_ >= 0)
        now.last_frame_age_ns = std::max<int64_t>(now_ns - last_arrival_ns_, 0);
    for (uint32_t i = 0; i < now.buffer_count; i++)
        if (const Frame &frame = set_->frame(i); frame.held_)
            now.held_age_ns = std::max(now.held_age_ns, now_ns - frame.arrival_ns());
    return now;
}

// A device that is closed, or away, has no time: no wait on it takes any.
int64_t Queue::time_left(int64_t deadline_ns)
{
    Entry entry(*this);
    if (clock_)
        return time_until(deadline_ns, clock_->now_ns());
    return time_until(deadline_ns, entry ? entry.device().node().now_ns() : context_->system().now_ns());
}

static void ask_device(device::Device &device, StreamState &state)
{
    if (auto signal = device::read_signal(device); signal && signal->has_input)
        state.input_status = signal->input_status;
    state.exposure_ns = exposure_ns(device);
}

static Phase phase_of(Stream &stream, device::Device *device, const Queue::Now &now)
{
    if (device == nullptr || stream.queue().gate().is_shut() || device->gate().is_shut())
        return Phase::closed;
    if (stream.away().is_away)
        return Phase::away;
    if (device->is_lost())
        return Phase::lost;
    if (now.ended)
        return Phase::ended;
    return now.buffer_count > 0 ? Phase::streaming : Phase::stopped;
}

StreamState read_state(Stream &stream)
{
    StreamState state;
    Queue &queue = stream.queue();
    const Queue::Now now = queue.now();
    Ref<device::Device> device = queue.device();
    state.phase = phase_of(stream, device.get(), now);
    state.generation = now.generation;
    state.buffer_count = now.buffer_count;
    state.queued = static_cast<uint32_t>(queue.account().queued.value());
    state.waiting = static_cast<uint32_t>(queue.account().waiting.value());
    state.held = static_cast<uint32_t>(queue.account().held.value());
    state.last_frame_age_ns = now.last_frame_age_ns;
    state.held_age_ns = now.held_age_ns;
    if (auto interval = stream.interval())
        state.interval_ns = to_ns(*interval);
    const Healing::Facts away = stream.away();
    state.attempts = away.attempts;
    state.away_ns = away.away_ns;
    if (away.is_away)
        state.last_code = away.last_code;
    if (!device)
        return state;
    Inside inside(*device);
    if (inside && !device->is_lost())
        ask_device(*device, state);
    return state;
}

}  // namespace v4lxx::stream
