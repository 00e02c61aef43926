// Taking frames by a flow policy: what is ready is taken from the driver, what is too much goes back to it, and one frame is handed out.
#include "stream/queue.hpp"

#include <optional>
#include <utility>

namespace v4lxx::stream {

// How old the frame that was taken last is, in intervals: it is known of a frame with a usable stamp, once a rate was measured.
static std::optional<double> age_in_intervals(const RateMeter &rate, const StampTracker &stamps)
{
    const RateMeter::Measured measured = rate.measure();
    if (measured.intervals == 0 || stamps.lateness_ns() < 0)
        return std::nullopt;
    return static_cast<double>(stamps.lateness_ns()) * static_cast<double>(measured.intervals + measured.missing) /
           static_cast<double>(measured.ns);
}

// The next one is not there yet, and need not be asked for.
bool Queue::last_is_newest() const noexcept
{
    const auto age = age_in_intervals(rate_, stamps_);
    return age && *age < 0.75;
}

// A newer one would be there if the driver had had a buffer for it. With a stamp of the start, a longer exposure makes a frame look older.
bool Queue::last_is_stale() const noexcept
{
    const auto age = age_in_intervals(rate_, stamps_);
    if (!age)
        return account_.queued.value() == 0 && set_->shape().buffer_count > 1;
    return *age > (shelf_.newest().origin().source == kernel::StampSource::start_of_exposure ? 2 : 1);
}

// Taken::frame if at least one came.
Result<Queue::Taken> Queue::collect(device::Device &device, Arrival &arrival)
{
    bool some = false;
    Taken last = Taken::nothing;
    // A driver that has no buffer left has nothing to say.
    for (uint32_t asked = 0; asked < set_->shape().buffer_count && account_.queued.value() != 0 && !shelf_.full(); asked++) {
        Frame *frame = nullptr;
        auto taken = dequeue_one(device, arrival, &frame);
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
        if (last_is_newest())
            break;
    }
    if (account_.queued.value() == 0 && some)
        account_.starved.add();
    else if (account_.queued.value() == 0)
        unwatch(device);  // as dequeue_one() says
    return some ? Taken::frame : last;
}

void Queue::drop_by_policy(device::Device &device, Frame &frame) noexcept
{
    frame.shelved_ = false;
    account_.policy_dropped.add();
    give_back(device, frame);
}

// What the policy does not keep goes back to the driver.
void Queue::trim(device::Device &device) noexcept
{
    const bool stale = wish_.flow == Flow::latest && !shelf_.empty() && last_is_stale();
    const size_t depth = wish_.flow == Flow::latest ? 1 : wish_.depth;
    while (shelf_.size() > depth || (shelf_.size() > 1 && account_.queued.value() < wish_.min_queued))
        drop_by_policy(device, wish_.flow == Flow::drop_newest ? shelf_.take_newest() : shelf_.take_oldest());
    // Once: whatever comes next is handed out, so that no wrong guess can keep all frames away.
    if (stale && !std::exchange(skipped_stale_, true))
        drop_by_policy(device, shelf_.take_newest());
}

Result<Queue::Taken> Queue::take_by_flow(device::Device &device, Arrival &arrival)
{
    Taken taken = ended_ ? Taken::ended : Taken::nothing;
    if (!ended_ && !late_failure_) {
        auto collected = collect(device, arrival);
        if (!collected)
            return collected;
        taken = *collected;
        trim(device);
    }
    if (shelf_.empty()) {
        tell_shelf();
        if (late_failure_) {
            Failure failure = std::move(*late_failure_);
            late_failure_.reset();
            return failure;
        }
        return taken == Taken::frame ? Taken::dropped : taken;
    }
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
    tell_shelf();
}

// Frames that wait are no business of the device's descriptor: an event makes the one that programs poll readable.
void Queue::tell_shelf() noexcept
{
    account_.waiting.set(shelf_.size());
    if (!shelf_event_ || shelf_told_ == !shelf_.empty())
        return;
    shelf_told_ = !shelf_.empty();
    if (shelf_told_)
        shelf_event_->signal();
    else
        shelf_event_->clear();
}

// Whether handing out this frame leaves the driver what is kept for it; if not, a copy may go in its place.
Frame *Queue::within_reserve(device::Device &device, Frame &frame) noexcept
{
    if (account_.queued.value() >= wish_.min_queued)
        return &frame;
    Frame *copy = wish_.reserve == Reserve::copy ? set_->copy_of(frame, account_) : nullptr;
    if (copy == nullptr)
        account_.policy_dropped.add();
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
    uint64_t bytes = 0;
    for (uint32_t i = 0; i < given->plane_count(); i++)
        bytes += given->plane(i).bytes;
    skipped_stale_ = false;
    account_.delivered.add();
    account_.bytes.add(bytes);
    account_.held.add();
    if (given->flags() & frame_short)
        account_.short_frames.add();
    given->held_ = true;
    given->revive();
    set_->ref();
    arrival.frame = Ref<Frame>::adopt(given);
    return Taken::frame;
}

}  // namespace v4lxx::stream
