#include "stream/healing.hpp"

#include "device/usb_reset.hpp"

#include <algorithm>
#include <cerrno>

namespace v4lxx::stream {

// The first attempt is made at once; then the pauses double. Looking for a device opens nodes, which is not free on every bus.
static constexpr int64_t first_search_pause_ns = 50'000'000;
static constexpr int64_t longest_search_pause_ns = 1'000'000'000;
// Where the kernel tells of devices that come: a sign may be missed, and not all that is mended gives one.
static constexpr int64_t longest_listening_pause_ns = 5'000'000'000;
// While another thread of the program is making an attempt.
static constexpr int64_t shortest_search_pause_ns = 1'000'000;
// As often a stream is started again on the node it has, before that is taken for lost.
static constexpr uint32_t most_restarts = 2;
// And as often it is opened anew before its USB device is reset, for who allowed that.
static constexpr uint32_t most_openings = 1;

// What only a new start or a new node can mend. All else is the program's doing, or will pass.
static bool can_be_mended(const Failure &failure)
{
    return failure.code == Code::device_gone || failure.code == Code::stream_stalled || failure.sys_errno == EIO ||
           failure.sys_errno == EPROTO;
}

// True if it is there: what is wrong then is that it gives nothing good.
static bool leaves_device_there(const Failure &failure) { return can_be_mended(failure) && failure.code != Code::device_gone; }

// Whoever starts a lost stream is told that it is lost; what keeps it away is the cause.
static Failure still_lost(Failure failure)
{
    if (failure.code == Code::device_gone)
        return failure;
    if (failure.cause.empty())
        failure.cause = failure.message().substr(0, failure.message().find('\n'));
    failure.code = Code::device_gone;
    return failure;
}

Result<void> Healing::start()
{
    if (queue_.in_forked_child())
        return resume_(queue_.stops(), false);
    const bool before = wanted_.exchange(true);
    const uint64_t start_count = queue_.start_count();
    auto started = away_.load() ? attempt() : resume_(queue_.stops(), false);
    if (!started && started.failure().code == Code::device_gone && !away_.load()) {
        begin(start_count, started.failure());
        started = attempt();
    }
    if (!started)
        wanted_.store(before);
    if (!started && away_.load())
        return still_lost(std::move(started).failure()).in("start streaming");
    return started;
}

void Healing::give_up() noexcept
{
    wanted_.store(false);
    queue_.note_stop();
}

// In a forked child the stream is the parent's, and so is its device.
Result<Next> Healing::next(int64_t timeout_ns)
{
    if (queue_.in_forked_child())
        return queue_.next(timeout_ns);
    const Deadline deadline(timeout_ns, queue_.clock());
    for (int64_t left = timeout_ns;; left = deadline.left_ns(queue_.clock())) {
        if (!away_.load()) {
            const uint64_t start_count = queue_.start_count();
            auto next = queue_.next(left);
            if (next && next->frame && is_tried_.load(std::memory_order_relaxed))
                tell_back();
            if (next || !wanted_.load() || !can_be_mended(next.failure()))
                return next;
            begin(start_count, next.failure());
            if (!away_.load()) {  // somebody else is at it, or has made it good
                queue_.clock().pause(queue_.waker().event(), -1, shortest_search_pause_ns);
                continue;
            }
        }
        auto is_back = come_back(deadline);
        if (!is_back)
            return std::move(is_back).failure().in("take a frame");
        if (!*is_back)
            return Next{.kind = deadline.when_over()};
    }
}

// The buffers first: what is held moves to memory of its own, so that the old node can really go. Of a start that somebody has already made
// good, or is about to, there is nothing to give up.
void Healing::begin(uint64_t start_count, const Failure &why) noexcept
{
    const Turn turn(attempting_);
    if (!turn || away_.load() || queue_.start_count() != start_count)
        return;
    is_there_ = leaves_device_there(why);
    last_code_.store(Code::device_gone);
    queue_.give_up_buffers();
    lookout_.open(queue_.context().system());
    lookout_.has_sign();  // of before
    if (queue_.account().delivered.value() != delivered_when_back_) {
        const int64_t now_ns = queue_.clock().now_ns();
        since_ns_.store(now_ns);
        next_try_ns_.store(now_ns);
        pause_ns_.store(first_search_pause_ns);
        attempts_.store(0);
        was_reset_ = false;
        queue_.tell_away(why);
    } else {
        pause_until_next_try();
    }
    away_.store(true);
}

// True: the stream goes on. False: the time is over.
Result<bool> Healing::come_back(const Deadline &deadline)
{
    kernel::DeviceClock &clock = queue_.clock();
    Wait wait(queue_.waker());
    for (;;) {
        if (auto good = queue_.check_away(wait, wanted_.load()); !good) {
            if (!wanted_.load())  // an event loop need not look again
                stop_looking();
            return std::move(good).failure();
        }
        if (!away_.load())
            return true;
        const bool listens = look_for_signs();
        const int64_t next_try_ns = next_try_ns_.load();
        if (deadline.only_looks() ? clock.has_come(next_try_ns) : clock.now_ns() >= next_try_ns)
            if (attempt())
                return true;
        const int64_t left = deadline.left_ns(clock);
        if (left == 0)
            return false;
        const int64_t until_try = std::max(next_try_ns_.load() - clock.now_ns(), shortest_search_pause_ns);
        clock.pause(queue_.waker().event(), listens ? lookout_.any_fd() : -1, left < 0 ? until_try : std::min(until_try, left));
        if (queue_.check_away(wait, wanted_.load()))
            wait.nothing_for_me();
    }
}

// A device that has come may not be ready yet: from the sign on, it is looked for as after the loss. False: another thread is at it.
bool Healing::look_for_signs()
{
    const Turn turn(attempting_);
    if (!turn)
        return false;
    if (lookout_.has_sign()) {
        pause_ns_.store(first_search_pause_ns);
        next_try_ns_.store(std::min(next_try_ns_.load(), last_try_ns_ + first_search_pause_ns));
    }
    return true;
}

void Healing::stop_looking() noexcept
{
    queue_.clock().silence_alarm();
    queue_.listen_for_return({});
}

Result<void> Healing::attempt()
{
    const uint64_t stops = queue_.stops();
    const Turn turn(attempting_);
    if (!turn || !wanted_.load() || !away_.load())
        return Failure{Code::device_gone};
    attempts_.fetch_add(1);
    kernel::DeviceClock &clock = queue_.clock();
    last_try_ns_ = clock.now_ns();
    clock.silence_alarm();  // a start may set one of its own
    auto done = try_once(stops);
    if (!done) {
        is_there_ = leaves_device_there(done.failure());
        note(done.failure());
        pause_until_next_try();
        return done;
    }
    away_.store(false);
    queue_.listen_for_return({});
    delivered_when_back_ = queue_.account().delivered.value();
    is_tried_.store(true);
    return done;
}

// A start is no return yet: only a frame is.
void Healing::tell_back()
{
    if (is_tried_.exchange(false))
        queue_.tell_back(queue_.clock().now_ns() - since_ns_.load(), attempts_.load());
}

// A device that is there and gives nothing good makes no sign.
void Healing::pause_until_next_try() noexcept
{
    const int64_t pause_ns = pause_ns_.load();
    const bool will_hear = lookout_.is_open() && !is_there_;
    pause_ns_.store(std::min(2 * pause_ns, will_hear ? longest_listening_pause_ns : longest_search_pause_ns));
    next_try_ns_.store(queue_.clock().now_ns() + pause_ns);
    queue_.clock().set_alarm(next_try_ns_.load());
    queue_.listen_for_return(lookout_.fds());
}

Result<void> Healing::try_once(uint64_t stops)
{
    Ref<device::Device> device = queue_.device();
    if (!device)
        return Failure{Code::object_closed};
    if (attempts_.load() > most_restarts && !device->is_lost()) {
        device->note_lost();
        queue_.let_old_frames_go();
    }
    if (device->is_lost()) {
        if (is_reset_due())
            reset_usb(*device);
        if (auto open = device->reopen(way_); !open)
            return open;
        Inside inside(*device);
        if (!inside)
            return device->closed_failure();
        device->restore_settings();
        is_new_node_.store(true);
    }
    auto resumed = resume_(stops, is_new_node_.load());
    if (resumed)
        is_new_node_.store(false);
    return resumed;
}

bool Healing::is_reset_due() const
{
    return may_reset_usb_ && is_there_ && !was_reset_ && attempts_.load() > most_restarts + most_openings;
}

// Once for each loss. If it is refused, the device is looked for as before.
void Healing::reset_usb(device::Device &device)
{
    device.let_node_go();
    auto done = device::reset_usb(device.context(), way_);
    was_reset_ = !done || *done;
    if (!done)
        note(done.failure());
    else if (*done)
        queue_.tell_usb_reset();
}

// Told once for each reason, not for each attempt.
void Healing::note(const Failure &failure)
{
    if (last_code_.exchange(failure.code) != failure.code)
        queue_.tell_refused(failure);
}

Healing::Facts Healing::facts() const
{
    Facts facts;
    facts.is_away = away_.load();
    if (facts.is_away)
        facts.away_ns = queue_.clock().now_ns() - since_ns_.load();
    facts.attempts = attempts_.load();
    facts.last_code = last_code_.load();
    return facts;
}

}  // namespace v4lxx::stream
