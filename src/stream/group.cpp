#include "stream/group.hpp"

#include "kernel/kernel_failure.hpp"
#include "stream/deadline.hpp"
#include "stream/turn.hpp"

#include <algorithm>

namespace v4lxx::stream {

Result<Ref<Group>> Group::create(device::Context &context, const GroupWish &wish)
{
    const char *operation = "make a group";
    if (auto good = context.check_process(); !good)
        return std::move(good).failure().in(operation);
    std::unique_ptr<kernel::Event> wake, more;
    int rc = context.system().make_event(&wake);
    if (rc == 0)
        rc = context.system().make_event(&more);
    if (rc < 0)
        return kernel::call_failure(rc, "eventfd").in(operation);
    auto group = Ref<Group>::adopt(new Group(context, wish, std::move(wake), std::move(more)));
    if (auto good = group->make_set(wish.max_wait_ns > 0); !good)
        return std::move(good).failure().in(operation);
    return group;
}

Result<void> Group::make_set(bool has_deadlines)
{
    if (has_deadlines)
        if (const int rc = context_->system().make_clock("", &clock_); rc < 0)
            return kernel::call_failure(rc, "timerfd_create");
    if (const int rc = context_->system().make_wait_set(&set_); rc < 0)
        return kernel::call_failure(rc, "epoll_create1");
    int rc = set_->add(waker_.event().fd(), of_waker);
    if (rc == 0)
        rc = set_->add(more_->fd(), of_more);
    if (rc == 0 && clock_)
        rc = set_->add(clock_->alarm_fd(), of_alarm);
    if (rc < 0)
        return kernel::call_failure(rc, "epoll_ctl");
    return {};
}

Group::~Group()
{
    for (uint32_t i = 0; i < members_.size(); i++)
        leave(i);
}

uint32_t Group::index_of(const Stream &stream) const
{
    const auto found =
        std::find_if(members_.begin(), members_.end(), [&](const Member &member) { return member.stream.get() == &stream; });
    return static_cast<uint32_t>(found - members_.begin());
}

Result<void> Group::add(Stream &stream, int64_t offset_ns)
{
    const char *operation = "add a stream to a group";
    if (auto good = context_->check_process(); !good)
        return std::move(good).failure().in(operation);
    const Turn turn(taken_);
    if (!turn)
        return Failure{Code::loop_busy}.in(operation);
    const uint32_t index = index_of(stream);
    if (index == GroupMatcher::most_cameras)
        return argument_failure(Code::value_out_of_range, "stream", "a group has 32 streams at most").in(operation);
    auto interval = stream.interval();
    if (!interval)
        return std::move(interval).failure().in(operation);
    if (auto joined = stream.queue().join(*set_, of_first_stream + index); !joined)
        return std::move(joined).failure().in(operation);
    std::lock_guard lock(mutex_);
    if (index == members_.size()) {  // there is room for all
        members_.emplace_back().stream = Ref<Stream>::share(&stream);
        matcher_.add();
    }
    members_[index].is_in = true;
    matcher_.expect(index, *interval, offset_ns);
    return {};
}

// Whoever has left is waited for no more; the frames of it that wait stay.
void Group::leave(uint32_t index)
{
    Member &member = members_[index];
    if (!std::exchange(member.is_in, false))
        return;
    member.stream->queue().leave();
    std::lock_guard lock(mutex_);
    matcher_.set_gone(index);
}

void Group::cancel() noexcept
{
    if (!context_->system().is_forked_child())
        waker_.cancel();
}

int Group::fd()
{
    if (context_->system().is_forked_child())
        return -1;
    if (!fd_asked_.exchange(true)) {
        if (has_more_.load())
            more_->signal();
        set_alarm();
    }
    return set_->fd();
}

// Two system calls at most for a set, and only for a program that polls the descriptor and does not let frames wait without end.
void Group::set_alarm()
{
    if (!clock_ || !fd_asked_.load())
        return;
    std::lock_guard lock(mutex_);
    const int64_t deadline_ns = matcher_.next_deadline_ns();
    if (deadline_ns == alarm_ns_)
        return;
    alarm_ns_ = deadline_ns;
    deadline_ns < 0 ? clock_->silence_alarm() : clock_->set_alarm(deadline_ns);
}

// False: the time is over. A frame that has waited long enough ends the wait, too.
Result<bool> Group::wait_for_ready(int64_t left_ns)
{
    int64_t deadline_ns = -1;
    {
        std::lock_guard lock(mutex_);
        deadline_ns = matcher_.next_deadline_ns();
    }
    int64_t wait_ns = left_ns;
    if (deadline_ns >= 0) {
        const int64_t until_ns = std::max<int64_t>(deadline_ns - context_->system().now_ns(), 0);
        wait_ns = left_ns < 0 ? until_ns : std::min(left_ns, until_ns);
    }
    const int rc = set_->wait(ready_, static_cast<unsigned>(std::size(ready_)), wait_ns);
    if (rc < 0)
        return kernel::wait_failure(rc);
    ready_next_ = 0;
    ready_count_ = static_cast<unsigned>(rc);
    fruitless_++;
    least_waiting_ = GroupMatcher::most_waiting;
    for (unsigned i = 0; i < ready_count_; i++)
        if (ready_[i].token >= of_first_stream)
            least_waiting_ =
                std::min(least_waiting_,
                         static_cast<uint32_t>(members_[static_cast<size_t>(ready_[i].token - of_first_stream)].frames.size()));
    return rc > 0 || wait_ns != left_ns;
}

// A camera that is ahead of another one that is ready keeps its frames in its driver, where they cost nothing, unless the other one only says
// that it is ready.
Result<void> Group::handle_ready(Wait &wait)
{
    constexpr uint32_t patience = 3;
    const uint64_t token = ready_[ready_next_++].token;
    if (token == of_waker) {
        wait.nothing_for_me();
    } else if (token == of_alarm) {
        std::lock_guard lock(mutex_);
        clock_->silence_alarm();
        alarm_ns_ = -1;
    } else if (token >= of_first_stream) {
        const auto index = static_cast<uint32_t>(token - of_first_stream);
        if (members_[index].is_in && (members_[index].frames.size() <= least_waiting_ || fruitless_ > patience))
            return take_from(index);
    }
    return {};
}

Result<void> Group::take_from(uint32_t index)
{
    Stream &stream = *members_[index].stream;
    auto next = stream.dequeue(0);
    if (!next)
        return tell_failure(index, std::move(next).failure());
    if (next->kind == NextKind::ended)
        leave(index);
    return next->kind == NextKind::frame ? take_in(index, std::move(next->frame)) : Result<void>();
}

// What a program does to its own stream is no failure of the group. A stall is told by an event, and frames of others wait no longer than asked.
Result<void> Group::tell_failure(uint32_t index, Failure failure)
{
    if (failure.code == Code::not_running || failure.code == Code::stopped_meanwhile || failure.code == Code::stream_stalled)
        return {};
    if (failure.code != Code::wait_cancelled)
        leave(index);
    return failure;
}

// `is_new`: of the first frames after a start the clock may not be known yet.
static GroupMatcher::Sighting sighting_of(const Frame &frame, bool is_new, uint32_t buffers, int64_t now_ns)
{
    const kernel::Dequeued &origin = frame.origin();
    GroupMatcher::Sighting seen;
    seen.stamp_ns = origin.timestamp_ns;
    seen.clock = frame.stamp_clock();
    seen.at_start = origin.source == kernel::StampSource::start_of_exposure;
    seen.stamp_is_odd =
        (frame.flags() & (frame_stamp_unset | frame_stamp_repeated | frame_stamp_backward | frame_stamp_future)) != 0 ||
        (is_new && seen.clock == kernel::Clock::unknown);
    seen.number = frame.number();
    seen.driver_number = origin.sequence;
    seen.generation = frame.generation();
    seen.most_held = buffers > 3 ? buffers - 2 : 1;  // one more is the program's, and one stays with the driver
    seen.now_ns = now_ns;
    return seen;
}

Result<void> Group::take_in(uint32_t index, Ref<Frame> frame)
{
    Member &member = members_[index];
    fruitless_ = 0;
    auto interval = Result<kernel::Fraction>(kernel::Fraction());
    const bool has_started = std::exchange(member.generation, frame->generation()) != frame->generation();
    if (has_started) {
        interval = member.stream->interval();
        member.frames_since_start = 0;
    }
    const bool is_new = member.frames_since_start++ < ClockGuess::first_looks;
    const int64_t now_ns = clock_ ? context_->system().now_ns() : frame->arrival_ns();
    std::unique_lock lock(mutex_);
    if (has_started && interval)
        matcher_.set_interval(index, *interval);
    const auto fate = matcher_.take(index, sighting_of(*frame, is_new, member.stream->queue().buffer_count(), now_ns));
    lock.unlock();
    if (fate == GroupMatcher::Fate::waits)
        member.frames.push(std::move(frame));
    if (fate != GroupMatcher::Fate::cannot_compare)
        return {};
    const Ref<device::Device> device = member.stream->queue().device();
    return Failure{Code::stamps_not_comparable}.on(device ? device->info()->label() : "");
}

Ref<FrameSet> Group::gather(const GroupMatcher::Decision &decision)
{
    Ref<FrameSet> set = pool_->take(static_cast<uint32_t>(members_.size()));
    set->facts_.decision = decision;
    for (uint32_t i = 0; i < members_.size(); i++)
        if ((decision.cameras >> i & 1) != 0)
            set->members_[i].frame = members_[i].frames.pop();
    return set;
}

// Frames without partners go back to their drivers at once.
Ref<FrameSet> Group::decide()
{
    for (;;) {
        const int64_t now_ns = clock_ ? context_->system().now_ns() : 0;
        std::array<int64_t, GroupMatcher::most_cameras> moments{};
        std::unique_lock lock(mutex_);
        for (uint32_t i = 0; i < members_.size(); i++)
            moments[i] = matcher_.waiting(i) != 0 ? matcher_.oldest_ns(i) : 0;
        const auto decision = matcher_.decide(now_ns);
        lock.unlock();
        if (!decision)
            return {};
        Ref<FrameSet> set = gather(*decision);
        if (!decision->is_set)
            continue;
        set->facts_.number = sets_++;
        for (uint32_t i = 0; i < members_.size(); i++)
            set->members_[i].moment_ns = set->members_[i].frame ? moments[i] : 0;
        return set;
    }
}

// One set ahead: who polls the descriptor has to know whether there is more.
Ref<FrameSet> Group::take_set()
{
    Ref<FrameSet> set = waiting_set_ ? std::move(waiting_set_) : decide();
    waiting_set_ = set ? decide() : Ref<FrameSet>();
    const bool has_more = static_cast<bool>(waiting_set_);
    if (has_more_.exchange(has_more) != has_more && fd_asked_.load())
        has_more ? more_->signal() : more_->clear();
    return set;
}

bool Group::is_over()
{
    std::lock_guard lock(mutex_);
    return !members_.empty() && !matcher_.can_have_sets();
}

Result<Group::Taken> Group::next(int64_t timeout_ns)
{
    const char *operation = "take frames of several cameras";
    if (auto good = context_->check_process(); !good)
        return std::move(good).failure().in(operation);
    const Turn turn(taken_);
    if (!turn)
        return Failure{Code::loop_busy}.in(operation);
    struct Alarm {
        Group &group;
        ~Alarm() { group.set_alarm(); }
    } alarm{*this};
    Wait wait(waker_);
    const Deadline deadline(timeout_ns, context_->system());
    for (bool looked = false;;) {
        if (wait.take_cancel())
            return Failure{Code::wait_cancelled}.in(operation);
        if (Ref<FrameSet> set = take_set())
            return Taken{NextKind::frame, std::move(set)};
        if (is_over())
            return Taken{NextKind::ended, {}};
        if (ready_next_ == ready_count_) {
            const int64_t left_ns = deadline.left_ns(context_->system());
            if (looked && left_ns == 0)
                return Taken{deadline.when_over(), {}};
            looked = true;
            auto is_ready = wait_for_ready(left_ns);
            if (!is_ready)
                return std::move(is_ready).failure().in(operation);
            if (!*is_ready)
                return Taken{deadline.when_over(), {}};
        }
        if (ready_next_ < ready_count_)
            if (auto good = handle_ready(wait); !good)
                return std::move(good).failure().in(operation);
    }
}

Group::Facts Group::facts()
{
    Facts facts;
    facts.waits = set_->calls().value();
    std::lock_guard lock(mutex_);
    facts.camera_count = matcher_.camera_count();
    facts.by_sequences = matcher_.by_sequences();
    facts.tolerance_ns = matcher_.tolerance();
    facts.complete = matcher_.complete();
    facts.incomplete = matcher_.incomplete();
    facts.skew = matcher_.skew().read();
    return facts;
}

std::optional<GroupMatcher::CameraFacts> Group::camera(uint32_t index)
{
    std::lock_guard lock(mutex_);
    if (index >= matcher_.camera_count())
        return std::nullopt;
    return matcher_.facts(index);
}

}  // namespace v4lxx::stream
