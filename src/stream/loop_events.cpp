#include "stream/loop.hpp"

#include "kernel/kernel_failure.hpp"

namespace v4lxx::stream {

static std::string change_text(const device::Change &change)
{
    constexpr const char *what[] = {" is there", " has gone", " has changed"};
    return change.device->label() + what[static_cast<size_t>(change.kind)];
}

static EventKind kind_of(device::ChangeKind kind)
{
    return kind == device::ChangeKind::added     ? EventKind::device_added
           : kind == device::ChangeKind::removed ? EventKind::device_removed
                                                 : EventKind::device_changed;
}

Result<void> Loop::watch_devices(bool wanted, bool simulated)
{
    std::unique_ptr<device::Hotplug> made;
    std::lock_guard lock(devices_mutex_);
    if (wanted && hotplug_ && hotplug_->sees_simulated() == simulated)
        return {};
    if (wanted) {
        auto hotplug = device::Hotplug::create(context_, simulated);
        if (!hotplug)
            return std::move(hotplug).failure();
        made = *std::move(hotplug);
        for (const int fd : made->fds())  // those that are in the set already leave it when they are closed
            if (const int rc = events_set_->add(fd, of_devices); rc < 0)
                return kernel::call_failure(rc, "epoll_ctl").in("watch for devices");
    }
    if (hotplug_)
        for (const int fd : hotplug_->fds())
            events_set_->remove(fd);
    hotplug_ = std::move(made);
    return {};
}

// On whatever thread is told that there may be news. What comes of it waits like other events. A forked child shares the descriptors.
void Loop::look_at_devices()
{
    std::lock_guard lock(devices_mutex_);
    if (!hotplug_ || context_.system().is_forked_child())
        return;
    for (const device::Change &change : hotplug_->look())
        push({.kind = kind_of(change.kind)}, change.device, [&] { return change_text(change); });
}

Result<void> Loop::listen(uint32_t flags)
{
    if (auto good = watch_devices((flags & to_devices) != 0, (flags & with_simulated) != 0); !good)
        return good;
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
    look_at_devices();
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
    if (auto good = context_.check_process(); !good)
        return std::move(good).failure().in(operation);
    if (listens_.load() == 0)
        return Failure{Code::not_listening}.in(operation);
    Wait wait(waker_);
    const Deadline deadline(timeout_ns, context_.system());
    if (wait.take_cancel())
        return Failure{Code::wait_cancelled}.in(operation);
    for (;;) {
        if (Ref<Event> event = events_.take())
            return event;
        kernel::WaitSet::Entry ready[4];
        const int rc = events_set_->wait(ready, 4, deadline.left_ns(context_.system()));
        if (rc < 0)
            return kernel::wait_failure(rc).in(operation);
        if (rc == 0)
            return Ref<Event>();
        if (wait.take_cancel())
            return Failure{Code::wait_cancelled}.in(operation);
        for (int i = 0; i < rc; i++)
            if (ready[i].token == of_waker)
                wait.nothing_for_me();
            else if (ready[i].token == of_devices)
                look_at_devices();
        if (deadline.only_looks())
            return events_.take();
    }
}

}  // namespace v4lxx::stream
