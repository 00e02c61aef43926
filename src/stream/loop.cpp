// Waiting for many streams at once, and what becomes of those that are ready. Events are in loop_events.cpp.
#include "stream/loop.hpp"

#include "kernel/kernel_failure.hpp"

#include <algorithm>

namespace v4lxx::stream {

Result<Loop *> Loop::of(device::Context &context)
{
    if (auto good = context.check_process(); !good)
        return std::move(good).failure();
    auto part = context.part([&]() -> Result<std::unique_ptr<device::ContextPart>> {
        std::unique_ptr<kernel::Event> wake, ready;
        kernel::System &system = context.system();
        int rc = system.make_event(&wake);
        if (rc == 0)
            rc = system.make_event(&ready);
        if (rc < 0)
            return kernel::call_failure(rc, "eventfd");
        std::unique_ptr<Loop> loop(new Loop(context, std::move(wake), std::move(ready)));
        if (auto good = loop->make_sets(); !good)
            return std::move(good).failure();
        return std::unique_ptr<device::ContextPart>(std::move(loop));
    });
    if (!part)
        return std::move(part).failure();
    return static_cast<Loop *>(*part);
}

Result<void> Loop::make_sets()
{
    kernel::System &system = context_.system();
    int rc = system.make_wait_set(&set_);
    if (rc == 0)
        rc = system.make_wait_set(&events_set_);
    if (rc < 0)
        return kernel::call_failure(rc, "epoll_create1");
    rc = set_->add(waker_.event().fd(), of_waker);
    if (rc == 0)
        rc = set_->add(events_set_->fd(), of_events);
    if (rc == 0)
        rc = events_set_->add(events_.ready().fd(), of_events);
    if (rc == 0)
        rc = events_set_->add(waker_.event().fd(), of_waker);
    if (rc < 0)
        return kernel::call_failure(rc, "epoll_ctl");
    return {};
}

// It is a member before its descriptors are in the set: what is ready at once finds it.
Result<void> Loop::add(Stream &stream, uint64_t tag)
{
    uint64_t token = 0;
    {
        std::lock_guard lock(mutex_);
        token = next_token_++;
        members_.emplace(token, Member{&stream, tag});
    }
    auto joined = stream.queue().join(*set_, token);
    if (!joined) {
        std::lock_guard lock(mutex_);
        members_.erase(token);
    } else {
        stream.queue().set_tag(tag);
    }
    return joined;
}

// A driver that does not return from a call may hold up whoever removes its stream, but nobody else.
void Loop::remove(Stream &stream) noexcept
{
    {
        std::lock_guard lock(mutex_);
        const auto found =
            std::find_if(members_.begin(), members_.end(), [&](const auto &entry) { return entry.second.stream == &stream; });
        if (found == members_.end())
            return;
        members_.erase(found);
    }
    stream.queue().leave();
}

// Null for one that has left since, or is about to go: it leaves with its last reference.
Ref<Stream> Loop::stream_of(uint64_t token, uint64_t *tag)
{
    std::lock_guard lock(mutex_);
    const auto found = members_.find(token);
    if (found == members_.end() || !found->second.stream->try_ref())
        return {};
    *tag = found->second.tag;
    return Ref<Stream>::adopt(found->second.stream);
}

void Loop::cancel() noexcept
{
    if (!context_.system().is_forked_child())
        waker_.cancel();
}

// False: the time is over.
Result<bool> Loop::wait_for_ready(Wait &wait, const Deadline &deadline)
{
    if (wait.take_cancel())
        return Failure{Code::wait_cancelled};
    if (has_leftover())
        return true;
    const int rc = set_->wait(ready_, usual_budget, deadline.left_ns(context_.system()));
    wait_failed_ = rc < 0;
    if (wait_failed_)
        return kernel::wait_failure(rc);
    ready_next_ = 0;
    ready_count_ = static_cast<unsigned>(rc);
    if (wait.take_cancel())
        return Failure{Code::wait_cancelled};
    return rc > 0 && !stopping_.load();
}

// What a program does to its own stream is no failure of the loop. After any other the stream leaves: it would be ready for ever.
std::optional<Failure> Loop::tell_failure(Stream &stream, uint64_t tag, Failure failure)
{
    if (failure.code == Code::not_running || failure.code == Code::stopped_meanwhile)
        return std::nullopt;
    if (failure.code == Code::wait_cancelled)
        return failure;
    if (failure.code == Code::stream_stalled)  // an event of its own has told; the stream may yet go on
        return std::nullopt;
    remove(stream);
    if (Ref<device::Device> device = stream.queue().device()) {
        Event::Facts facts;
        facts.kind = EventKind::left_loop;
        facts.tag = tag;
        facts.code = failure.code;
        post(facts, *device, [&] { return failure.message(); });
    }
    return failure;
}

Loop::Handled Loop::handle_stream(uint64_t token, Take take)
{
    Handled handled;
    Ref<Stream> stream = stream_of(token, &handled.tag);
    if (!stream)
        return handled;
    if (auto taken = take(*stream, handled); !taken)
        handled.failure = tell_failure(*stream, handled.tag, std::move(taken).failure());
    return handled;
}

Loop::Handled Loop::handle_next(Wait &wait, Take take)
{
    const uint64_t token = ready_[ready_next_++].token;
    if (token >= of_first_stream)
        return handle_stream(token, take);
    Handled handled;
    if (token == of_waker)
        wait.nothing_for_me();
    else
        handled.has_event = hand_over_events();
    return handled;
}

static Result<void> take_frame(Stream &stream, NextKind *kind, Ref<Frame> *frame)
{
    auto next = stream.dequeue(0);
    if (!next)
        return std::move(next).failure();
    *kind = next->kind;
    *frame = std::move(next->frame);
    return {};
}

static Result<void> call_back(Stream &stream, NextKind *kind)
{
    auto done = stream.dispatch(0);
    if (!done)
        return std::move(done).failure();
    *kind = *done;
    return {};
}

// Frames come before events: a program that leaves an event where it is gets its frames all the same.
Result<Loop::Taken> Loop::dequeue(int64_t timeout_ns, uint64_t *tag)
{
    const char *operation = "take a frame";
    const Turn turn(taken_);
    if (!turn)
        return Failure{Code::loop_busy}.in(operation);
    Wait wait(waker_);
    const Deadline deadline(timeout_ns, context_.system());
    for (bool has_event = false;;) {
        auto is_ready = wait_for_ready(wait, deadline);
        if (!is_ready)
            return std::move(is_ready).failure().in(operation);
        if (!*is_ready)
            return Taken{.kind = deadline.when_over()};
        Handled handled =
            handle_next(wait, [](Stream &stream, Handled &out) { return take_frame(stream, &out.kind, &out.frame); });
        *tag = handled.tag;
        if (handled.failure)
            return (*std::move(handled.failure)).in(operation);
        if (handled.kind != NextKind::again)
            return Taken{handled.kind, std::move(handled.frame)};
        has_event = has_event || handled.has_event;
        if (!has_leftover() && has_event)
            return Taken{};
        if (!has_leftover() && deadline.is_over(context_.system()))  // of what is always ready, and has nothing, too
            return Taken{.kind = deadline.when_over()};
    }
}

Result<NextKind> Loop::dispatch(int64_t timeout_ns, uint32_t budget)
{
    const char *operation = "dispatch frames";
    const Turn turn(taken_);
    if (!turn)
        return Failure{Code::loop_busy}.in(operation);
    Wait wait(waker_);
    const Deadline deadline(timeout_ns, context_.system());
    for (uint32_t done = 0; done < (budget == 0 ? usual_budget : budget) && (done == 0 || has_leftover());) {
        auto is_ready = wait_for_ready(wait, deadline);
        if (!is_ready)
            return std::move(is_ready).failure().in(operation);
        if (!*is_ready)
            return deadline.when_over();
        Handled handled = handle_next(wait, [](Stream &stream, Handled &out) { return call_back(stream, &out.kind); });
        if (handled.failure)
            return (*std::move(handled.failure)).in(operation);
        if (handled.kind == NextKind::ended)
            return NextKind::ended;
        if (handled.kind == NextKind::frame || handled.has_event)
            done++;
        else if (done == 0 && !has_leftover() && deadline.is_over(context_.system()))
            return deadline.when_over();
    }
    return NextKind::frame;
}

}  // namespace v4lxx::stream
