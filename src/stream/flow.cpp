// Taking frames by a flow policy: what is ready is taken from the driver, what is too much goes back to it, and one frame is handed out.
#include "stream/queue.hpp"

#include "kernel/kernel_failure.hpp"

#include <algorithm>
#include <new>
#include <optional>
#include <utility>

namespace v4lxx::stream {

// How old a frame was when it was taken, in intervals: known if its stamp can be used, once a rate was measured.
static std::optional<double> age_in_intervals(int64_t lateness_ns, const RateMeter &rate)
{
    const RateMeter::Measured measured = rate.measure();
    if (measured.intervals == 0 || lateness_ns < 0)
        return std::nullopt;
    return static_cast<double>(lateness_ns) * static_cast<double>(measured.intervals + measured.missing) /
           static_cast<double>(measured.ns);
}

// The next one is not there yet, and need not be asked for.
bool Queue::is_newest(const Frame &frame) const noexcept
{
    const auto age = age_in_intervals(frame.lateness_ns_, rate_);
    return age && *age < 0.75;
}

// A newer one would be there if the driver had had a buffer for it. With a stamp of the start, a longer exposure makes a frame look older.
bool Queue::is_stale(const Frame &frame) const noexcept
{
    const auto age = age_in_intervals(frame.lateness_ns_, rate_);
    if (!age)
        return account_.queued.value() == 0 && set_->shape().buffer_count > 1;
    return *age > (frame.origin().source == kernel::StampSource::start_of_exposure ? 2 : 1);
}

// Taken::frame if at least one came. Of several frames with trouble, the log is told of the first; the account has all.
Result<Queue::Taken> Queue::collect(device::Device &device, Arrival &arrival)
{
    bool some = false;
    Taken last = Taken::nothing;
    // A driver that has no buffer left has no frame; it is asked once all the same, because it may be gone.
    for (uint32_t asked = 0; asked < set_->shape().buffer_count && !shelf_.full(); asked++) {
        if (account_.queued.value() == 0 && (asked != 0 || !shelf_.empty()))
            break;
        Frame *frame = nullptr;
        Arrival one;
        auto taken = dequeue_one(device, one, &frame);
        arrival.add(one);
        if (!taken) {
            if (shelf_.empty())
                return taken;
            late_failure_ = std::move(taken).failure();  // told when what waits has been handed out
            break;
        }
        last = *taken;
        if (last == Taken::dropped)
            continue;
        if (last != Taken::frame)
            break;
        some = true;
        frame->shelved_ = true;
        shelf_.push(*frame);
        if (is_newest(*frame))
            break;
    }
    if (last == Taken::nothing)
        stamps_.settle();
    if (account_.queued.value() == 0 && some)
        account_.starved.add();
    return some ? Taken::frame : last;
}

void Queue::drop_by_policy(device::Device &device, Frame &frame) noexcept
{
    frame.shelved_ = false;
    account_.policy_dropped.add();
    slow_.lose(1);
    give_back(device, frame);
}

// What the policy does not keep goes back to the driver, which keeps at least one buffer to go on with.
void Queue::trim(device::Device &device) noexcept
{
    const bool stale = wish_.flow == Flow::latest && !shelf_.empty() && is_stale(shelf_.newest());
    const size_t depth = wish_.flow == Flow::latest ? 1 : wish_.depth;
    const uint64_t kept = std::max(1u, wish_.min_queued);
    while (shelf_.size() > depth || (shelf_.size() > 1 && account_.queued.value() < kept && !grow(device)))
        drop_by_policy(device, wish_.flow == Flow::drop_newest ? shelf_.take_newest() : shelf_.take_oldest());
    // Once: whatever comes next is handed out, so that no wrong guess can keep all frames away.
    if (stale && !std::exchange(skipped_stale_, true))
        drop_by_policy(device, shelf_.take_newest());
}

Result<Queue::Taken> Queue::take_by_flow(device::Device &device, Arrival &arrival)
{
    struct Tell {
        Queue &queue;
        ~Tell() { queue.tell_shelf(); }
    } tell{*this};
    Taken taken = ended_ ? Taken::ended : Taken::nothing;
    if (!ended_ && !late_failure_) {
        auto collected = collect(device, arrival);
        if (!collected)
            return collected;
        taken = *collected;
        trim(device);
    }
    if (!shelf_.empty())
        return take_from_shelf(device, arrival);
    if (late_failure_)
        return take_late_failure();
    if (taken == Taken::ended)
        return tell_end(arrival);
    return taken == Taken::frame ? Taken::dropped : taken;
}

Result<Queue::Taken> Queue::take_from_shelf(device::Device &device, Arrival &arrival)
{
    if (shelf_.empty())
        return Taken::nothing;
    Frame &frame = shelf_.take_oldest();
    frame.shelved_ = false;
    tell_shelf();
    return hand_out(device, frame, arrival);
}

// Frames that nobody will take any more, at a stop.
void Queue::clear_shelf() noexcept
{
    account_.policy_dropped.add(shelf_.size());
    while (!shelf_.empty())
        shelf_.take_oldest().shelved_ = false;
    late_failure_.reset();
    skipped_stale_ = false;
    tell_shelf();
}

// What waits is no business of the device's descriptor: an event makes the one that programs poll readable. A forked child shares the event
// with its parent.
void Queue::tell_shelf() noexcept
{
    account_.waiting.set(shelf_.size());
    const bool more = !shelf_.empty() || late_failure_;
    has_more_.store(more, std::memory_order_relaxed);
    if (!shelf_event_ || shelf_told_ == more || in_forked_child())
        return;
    shelf_told_ = more;
    if (more)
        shelf_event_->signal();
    else
        shelf_event_->clear();
}

// Gives the driver buffers more until it has its reserve: false if it has not.
bool Queue::grow(device::Device &device) noexcept
{
    const uint64_t queued = account_.queued.value();
    const uint32_t count = set_->shape().buffer_count;
    if (count >= most_buffers_ || queued >= wish_.min_queued)
        return false;
    const auto missing = static_cast<uint32_t>(wish_.min_queued - queued);
    bool has_grown = false;
    try {
        has_grown = static_cast<bool>(add_buffers(device, std::min(missing, most_buffers_ - count)));
    } catch (const std::bad_alloc &) {
        has_grown = false;  // as a driver that has no memory
    }
    if (has_grown)
        return account_.queued.value() >= wish_.min_queued;
    most_buffers_ = set_->shape().buffer_count;
    return false;
}

Result<void> Queue::add_buffers(device::Device &device, uint32_t count)
{
    auto created = kernel::create_buffers(device.node(), set_->shape(), count);
    if (!created) {
        if (kernel::means_lost(-created.failure().sys_errno))
            device.note_lost();
        return std::move(created).failure();
    }
    for (uint32_t i = 0; i < created->count; i++) {
        auto frame = set_->add_buffer(device.node());
        if (!frame)
            return std::move(frame).failure();
        account_.buffers_grown.add();
        buffer_count_.store(set_->shape().buffer_count);
        give_back(device, **frame);
    }
    return {};
}

// Whether handing out this frame leaves the driver what is kept for it; if not, a copy may go in its place.
Frame *Queue::within_reserve(device::Device &device, Frame &frame) noexcept
{
    if (account_.queued.value() >= wish_.min_queued || grow(device))
        return &frame;
    Frame *copy = wish_.reserve != Reserve::drop ? set_->copy_of(frame, account_) : nullptr;
    if (copy == nullptr) {
        account_.policy_dropped.add();
        slow_.lose(1);
    }
    give_back(device, frame);
    return copy;
}

Result<Queue::Taken> Queue::hand_out(device::Device &device, Frame &frame, Arrival &arrival)
{
    Frame *given = within_reserve(device, frame);
    if (given == nullptr) {
        arrival.dropped = true;
        return Taken::dropped;
    }
    skipped_stale_ = false;
    account_.delivered.add();
    account_.bytes.add(given->bytes());
    account_.held.add();
    arrival.slow = slow_.hand_out(frame.arrival_ns());
    if (given->flags() & frame_short)
        account_.short_frames.add();
    given->set_holder(0);
    if (wish_.guard) {
        given->taken_by_.store(context_->system().thread_id(), std::memory_order_relaxed);
        given->released_by_.store(0, std::memory_order_relaxed);
    }
    given->held_ = true;
    given->revive();
    set_->ref();
    arrival.frame = Ref<Frame>::adopt(given);
    return Taken::frame;
}

}  // namespace v4lxx::stream
