// Taking frames: wait, DQBUF, and what to do about everything DQBUF may say.
#include "kernel/kernel_failure.hpp"
#include "stream/deadline.hpp"
#include "stream/queue.hpp"

#include "kernel/checks.hpp"

#include <algorithm>
#include <cerrno>
#include <new>
#include <poll.h>

namespace v4lxx::stream {

// Retries of a driver that is ready but has nothing, or answers with I/O errors: at most 20 a second (S07).
static constexpr int64_t first_pause_ns = 1'000'000;
static constexpr int64_t longest_pause_ns = 50'000'000;
static constexpr uint32_t hopeless_io_errors = 20;
// No driver has more frames ready than buffers; one that hands out bad frames beyond that would keep a poll for ever.
static constexpr uint32_t most_dropped_by_one_poll = kernel::max_buffers;

static Failure state_failure(Code code, const device::Device &device)
{
    Failure failure;
    failure.code = code;
    return std::move(failure).on(device.info()->label());
}

// How the attempts of one call go. A wake-up without a frame is normal once; from the second in a row on the driver is not believed.
struct Queue::Attempts {
    uint64_t start_count;
    std::optional<Deadline> deadline;  // known only from the first attempt without a frame on
    uint32_t fruitless = 0;
    bool io_error = false;
    uint32_t dropped = 0;
    short device_ready = 0;

    // A wait tells what is left of its time, so a frame that comes at once costs no look at the clock for it.
    void begin_retries(kernel::Node &node, int64_t left_ns)
    {
        if (!deadline)
            deadline.emplace(left_ns, node);
    }
    int64_t left_ns(kernel::Node &node) const { return deadline ? deadline->left_ns(node) : kernel::forever_ns; }
    int64_t pause_ns() const
    {
        if (io_error)
            return longest_pause_ns;
        return fruitless < 2 ? 0 : std::min(first_pause_ns << std::min(fruitless - 2, 6u), longest_pause_ns);
    }
};

Result<Next> Queue::next(int64_t timeout_ns)
{
    const char *operation = "take a frame";
    Entry entry(*this);
    if (!entry)
        return entry.failure().in(operation);
    Wait wait(waker_);
    auto next = wait_for_frame(entry.device(), wait, timeout_ns);
    if (!next)
        return entry.device().settle(std::move(next).failure()).in(operation);
    return next;
}

Result<Next> Queue::wait_for_frame(device::Device &device, Wait &wait, int64_t timeout_ns)
{
    kernel::Node &node = device.node();
    Attempts attempts{.start_count = start_count()};
    int64_t left = timeout_ns;
    for (;;) {
        if (auto good = check_ended_wait(device, wait); !good)
            return std::move(good).failure();
        if (timeout_ns != 0 && !has_more_.load(std::memory_order_relaxed)) {
            kernel::Ready ready;
            if (auto good = begin_poll(device, attempts.start_count); !good)
                return std::move(good).failure();
            const int64_t given = watchdog_.shorten(left);
            const int rc = node.wait(&waker_.event(), given, &ready);
            auto good = check_ended_wait(device, wait);
            if (good && ready.woken)
                wait.nothing_for_me();
            end_poll();
            if (!good)
                return std::move(good).failure();
            if (rc < 0)
                return kernel::wait_failure(rc);
            attempts.device_ready = ready.device;
            if (given == left)
                left = ready.left_ns;
            else if (left > 0)
                left -= given - ready.left_ns;
        }
        Next next;
        auto taken = take(device, attempts.start_count, &next.frame);
        if (!taken)
            return std::move(taken).failure();
        if (*taken == Taken::frame || *taken == Taken::ended) {
            next.kind = *taken == Taken::frame ? NextKind::frame : NextKind::ended;
            next.start_count = attempts.start_count;
            return next;
        }
        if (auto good = check_stall(device, attempts.start_count); !good)
            return std::move(good).failure();
        if (timeout_ns == 0 && (*taken != Taken::dropped || ++attempts.dropped == most_dropped_by_one_poll))
            return Next{};
        attempts.begin_retries(node, left);
        if (auto good = look_into(device, attempts, *taken); !good)
            return std::move(good).failure();
        // A driver that is always ready but has no good frame may not keep anybody beyond the time given.
        left = attempts.left_ns(node);
        if (timeout_ns > 0 && left == 0)
            return Next{.kind = NextKind::timed_out};
    }
}

// Polling a node without buffers starts file I/O on drivers that can read(), and makes the next REQBUFS fail (behaviour 12): only a
// queue that streams is polled, and stop waits until nobody does before it takes the buffers away.
Result<void> Queue::begin_poll(device::Device &device, uint64_t start_count)
{
    Lock lock(*this);
    if (stopping_ != 0 || this->start_count() != start_count)
        return state_failure(Code::stopped_meanwhile, device);
    if (!set_)
        return state_failure(Code::not_running, device);
    if (auto good = offer_returned(device); !good)  // without a buffer the driver would never end the wait
        return good;
    polling_++;
    return {};
}

// One waiter may have taken the wake-up meant for another: on its way out it repeats it.
void Queue::end_poll() noexcept
{
    Lock lock(*this);
    polling_--;
    if (stopping_ == 0)
        return;
    if (polling_ == 0)
        polling_ended_.notify_all();
    else
        waker_.wake();
}

// Returns when no thread polls the node any more; none begins to as long as this waits.
void Queue::end_polls(Lock &lock)
{
    stopping_++;
    if (polling_ != 0)
        waker_.wake();
    while (polling_ != 0)
        lock.wait(polling_ended_);
    stopping_--;
}

Result<void> Queue::offer_returned(device::Device &device)
{
    give_back_returned(device);
    if (const int rc = std::exchange(requeue_error_, 0); rc != 0)
        return kernel::kernel_failure(rc, VIDIOC_QBUF);
    return {};
}

Result<void> Queue::check_open(device::Device &device, Wait &wait)
{
    if (gate_.is_shut() || device.gate().is_shut())
        return state_failure(Code::object_closed, device);
    if (wait.take_cancel())
        return state_failure(Code::wait_cancelled, device);
    return {};
}

// Closed and cancelled are told apart from a lost device and from a stop, which the locked part looks at.
Result<void> Queue::check_ended_wait(device::Device &device, Wait &wait)
{
    if (auto good = check_open(device, wait); !good)
        return good;
    if (device.is_lost())
        return device.lost_failure();
    return {};
}

// After an attempt without a frame: is the device still there, and how long to leave it alone.
Result<void> Queue::look_into(device::Device &device, Attempts &attempts, Taken taken)
{
    if (taken == Taken::dropped) {
        attempts.fruitless = 0;
        attempts.io_error = false;
        return {};
    }
    attempts.io_error = taken == Taken::io_error;
    attempts.fruitless += attempts.device_ready != 0 ? 1 : 0;
    if (attempts.device_ready != 0 && taken == Taken::nothing)
        tell_idle(device);
    const bool suspicious = attempts.io_error || (attempts.device_ready & (POLLERR | POLLHUP | POLLNVAL)) != 0;
    if (suspicious && device.confirm_lost())  // the errno that was seen first stays in the failure (S02)
        return attempts.io_error ? kernel::kernel_failure(-EIO, VIDIOC_DQBUF) : device.lost_failure();
    if (const int64_t pause = attempts.pause_ns(); pause != 0) {
        const int64_t left = attempts.left_ns(device.node());
        device.node().pause(waker_.event(), left < 0 ? pause : std::min(pause, left));
    }
    return {};
}

Result<Queue::Taken> Queue::take(device::Device &device, uint64_t start_count, Ref<Frame> *out)
{
    Arrival arrival;
    auto taken = take_silently(device, start_count, arrival);
    tell_arrival(device, arrival, tag());
    *out = std::move(arrival.frame);
    return taken;
}

Result<Queue::Taken> Queue::take_silently(device::Device &device, uint64_t start_count, Arrival &arrival)
{
    Lock lock(*this);
    if (this->start_count() != start_count)
        return state_failure(Code::stopped_meanwhile, device);
    if (!set_)
        return state_failure(Code::not_running, device);
    if (auto good = offer_returned(device); !good)
        return std::move(good).failure();
    return take_locked(device, arrival);
}

Result<Queue::Taken> Queue::take_locked(device::Device &device, Arrival &arrival)
{
    if (wish_.flow != Flow::block)
        return take_by_flow(device, arrival);
    if (late_failure_)
        return take_late_failure();
    auto taken = ended_ ? Result<Taken>(Taken::ended) : take_from_driver(device, arrival);
    if (taken && *taken == Taken::ended)
        return tell_end(arrival);
    return taken;
}

Result<Queue::Taken> Queue::take_from_driver(device::Device &device, Arrival &arrival)
{
    Frame *frame = nullptr;
    auto taken = dequeue_one(device, arrival, &frame);
    if (!taken || *taken != Taken::frame)
        return taken;
    if (account_.queued.value() == 0)
        account_.starved.add();
    return hand_out(device, *frame, arrival);
}

Failure Queue::take_late_failure()
{
    Failure failure = std::move(*late_failure_);
    late_failure_.reset();
    tell_shelf();
    return failure;
}

uint32_t Queue::take_ready(uint64_t start_count, Frame **frames, uint32_t count, uint32_t most) noexcept
{
    Entry entry(*this);
    bool goes_on = static_cast<bool>(entry);
    for (uint32_t asked = 0; goes_on && count < most && asked < most_dropped_by_one_poll; asked++) {
        Arrival arrival;
        try {
            goes_on = take_another(entry.device(), start_count, *frames[count - 1], arrival);
        } catch (const std::bad_alloc &) {  // for a failure, which comes again
            goes_on = false;
        }
        tell_arrival(entry.device(), arrival, tag());
        if (arrival.frame)
            frames[count++] = arrival.frame.release();
    }
    return count;
}

// True if there may be more. Neither an end nor a failure may come in place of the frames that were taken already: the next call tells it.
bool Queue::take_another(device::Device &device, uint64_t start_count, const Frame &last, Arrival &arrival)
{
    Lock lock(*this);
    if (this->start_count() != start_count || !set_ || (late_failure_ && shelf_.empty()))
        return false;
    if (wish_.flow == Flow::block && (ended_ || account_.queued.value() == 0 || (!last.is_copy() && is_newest(last))))
        return false;
    auto taken = wish_.flow == Flow::block ? take_from_driver(device, arrival) : take_from_shelf(device, arrival);
    if (!taken || *taken == Taken::ended)
        has_more_.store(true, std::memory_order_relaxed);
    if (!taken) {
        late_failure_ = std::move(taken).failure();
        return false;
    }
    if (*taken == Taken::nothing)
        stamps_.settle();
    return *taken == Taken::frame || *taken == Taken::dropped;
}

// Whoever is told need not be woken again.
Queue::Taken Queue::tell_end(Arrival &arrival) noexcept
{
    if (!std::exchange(end_told_, true))
        arrival.ended = !std::exchange(end_event_told_, true);
    unwatch();
    return Taken::ended;
}

Result<Queue::Taken> Queue::dequeue_one(device::Device &device, Arrival &arrival, Frame **frame)
{
    kernel::Dequeued origin;
    auto answer = kernel::dequeue_buffer(device.node(), set_->shape(), set_->lengths(), &origin);
    if (!answer)
        return std::move(answer).failure();
    switch (*answer) {
    case kernel::DequeueAnswer::frame: return admit(device, origin, arrival, frame);
    case kernel::DequeueAnswer::ended: ended_ = true; return Taken::ended;
    case kernel::DequeueAnswer::io_error:
        arrival.io_error = true;
        arrival.bad = bad_.add(false, device.node().now_ns());
        reclaim_after_io_error(device);
        if (++io_errors_in_a_row_ < hopeless_io_errors)
            return Taken::io_error;
        io_errors_in_a_row_ = 0;
        return kernel::kernel_failure(-EIO, VIDIOC_DQBUF);
    case kernel::DequeueAnswer::nothing: break;
    }
    // With no buffer at the driver an event loop would be told of POLLERR again and again; the next buffer given back ends that.
    if (account_.queued.value() == 0)
        unwatch();
    if (subscribed_)
        take_events(device, arrival);
    return Taken::nothing;
}

static uint32_t flag_of(StampOddity oddity)
{
    switch (oddity) {
    case StampOddity::none: return 0;
    case StampOddity::unset: return frame_stamp_unset;
    case StampOddity::repeated: return frame_stamp_repeated;
    case StampOddity::backward: return frame_stamp_backward;
    case StampOddity::future: return frame_stamp_future;
    }
    return 0;
}

// Puts a dequeued buffer into exactly one line of the account.
Result<Queue::Taken> Queue::admit(device::Device &device, const kernel::Dequeued &origin, Arrival &arrival, Frame **out)
{
    Frame &frame = set_->frame(origin.index);
    if (frame.held_ || frame.shelved_ || frame.refused_)
        return kernel::impossible(Code::index_impossible, VIDIOC_DQBUF, "index", origin.index, "the driver does not have it");
    account_.queued.subtract(1);
    io_errors_in_a_row_ = 0;
    const SequenceTracker::Step step = sequence_.take(origin.sequence);
    account_.driver_dropped.add(step.missing);
    if (std::exchange(was_starved_, account_.queued.value() == 0))
        slow_.lose(step.missing);
    const int64_t arrival_ns = device.node().now_ns();
    last_arrival_ns_ = arrival_ns;
    const StampOddity oddity = stamps_.take(origin, arrival_ns);
    kernel::Clocks &clocks = own_clocks_ ? *own_clocks_ : context_->system();
    const kernel::Clock stamp_clock = clock_guess_.take(origin, arrival_ns, clocks);
    rate_.take(origin.timestamp_ns, step.number);
    if (origin.corrupt)
        account_.corrupt.add();
    arrival.number = step.number;
    arrival.missing = step.missing;
    arrival.cut = origin.cut;
    if (const int rc = wish_.guard ? set_->allow_reading(frame, true) : 0; rc < 0) {
        account_.policy_dropped.add();
        give_back(device, frame);
        return kernel::call_failure(rc, "mprotect");
    }
    if (const uint32_t version = device.crop().version(); version != crop_version_) {
        crop_version_ = version;
        crop_ = device.crop().get();
    }
    set_->describe(frame, origin, {step.number, arrival_ns, stamps_.lateness_ns(), flag_of(oddity), stamp_clock, crop_});
    if (frame.bytes() == 0) {  // nothing to see: a lost frame with ERROR, the end with LAST (behaviours 1 and 3)
        if (origin.last) {
            ended_ = true;
            return Taken::ended;
        }
        arrival.empty = arrival.dropped = true;
        account_.empty_dropped.add();
        arrival.bad = bad_.add(true, arrival_ns);
        give_back(device, frame);
        return Taken::dropped;
    }
    arrival.corrupt = origin.corrupt;
    if (origin.corrupt && !wish_.deliver_corrupt) {
        arrival.dropped = true;
        account_.corrupt_dropped.add();
        arrival.bad = bad_.add(true, arrival_ns);
        give_back(device, frame);
        return Taken::dropped;
    }
    bad_.end();
    watchdog_.feed(arrival_ns);
    *out = &frame;
    return Taken::frame;
}

// EIO says nothing about the buffer it concerned; the driver may have taken one off its queue. Whoever it no longer has goes back to it
// (behaviour 2).
void Queue::reclaim_after_io_error(device::Device &device)
{
    account_.io_errors.add();
    for (uint32_t i = 0; i < set_->shape().buffer_count; i++) {
        Frame &frame = set_->frame(i);
        if (frame.held_ || frame.shelved_ || frame.refused_)
            continue;
        auto holder = kernel::query_holder(device.node(), set_->shape(), i);
        if (!holder)
            return;
        if (*holder == kernel::Holder::program) {
            account_.queued.subtract(1);
            give_back(device, frame);
        }
    }
}

}  // namespace v4lxx::stream
