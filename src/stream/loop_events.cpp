#include "stream/loop.hpp"

#include "kernel/kernel_failure.hpp"

namespace v4lxx::stream {

Result<void> Loop::listen(uint32_t flags)
{
    listens_.store(flags);
    if (flags == 0)
        events_.clear();
    return {};
}

void Loop::set_sink(std::shared_ptr<EventSink> sink)
{
    std::lock_guard lock(mutex_);
    sink_.swap(sink);  // the old one goes after the lock, with the parameter
}

// True if there was one. Without a callback they stay where they are, for next_event().
bool Loop::hand_over_events()
{
    std::shared_ptr<EventSink> sink;
    {
        std::lock_guard lock(mutex_);
        sink = sink_;
    }
    if (!sink)
        return !events_.empty();
    bool some = false;
    while (Ref<Event> event = events_.take()) {
        some = true;
        sink->take(*event);
    }
    return some;
}

Result<Ref<Event>> Loop::next_event(int64_t timeout_ns)
{
    const char *operation = "wait for an event";
    if (listens_.load() == 0)
        return Failure{Code::not_listening}.in(operation);
    Wait wait(waker_);
    const int64_t end_ns = end_of(&timeout_ns);
    if (wait.take_cancel())
        return Failure{Code::wait_cancelled}.in(operation);
    for (;;) {
        if (Ref<Event> event = events_.take())
            return event;
        kernel::WaitSet::Entry ready[4];
        const int rc = events_set_->wait(ready, 4, left_ns(timeout_ns, end_ns));
        if (rc < 0)
            return kernel::wait_failure(rc).in(operation);
        if (rc == 0)
            return Ref<Event>();
        if (wait.take_cancel())
            return Failure{Code::wait_cancelled}.in(operation);
        for (int i = 0; i < rc; i++)
            if (ready[i].token == of_waker)
                wait.nothing_for_me();
    }
}

}  // namespace v4lxx::stream
