#include "kernel/linux/events.hpp"

#include "kernel/linux/descriptor.hpp"
#include "kernel/linux/waiting.hpp"

#include <algorithm>
#include <cerrno>
#include <new>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace v4lxx::kernel {

namespace {

class EventFd : public Event {
public:
    explicit EventFd(Descriptor fd) : fd_(std::move(fd)) {}

    void signal() noexcept override
    {
        int saved = errno;  // also called in signal handlers
        uint64_t one = 1;
        while (write(fd_.get(), &one, sizeof one) < 0 && errno == EINTR) {
        }
        errno = saved;
    }

    void clear() override
    {
        uint64_t count;
        while (read(fd_.get(), &count, sizeof count) < 0 && errno == EINTR) {
        }
    }

    int fd() const override { return fd_.get(); }

private:
    Descriptor fd_;
};

class Epoll : public WaitSet {
public:
    Epoll(Descriptor fd, FaultPlan *faults) : WaitSet(faults), fd_(std::move(fd)) {}
    int fd() const override { return fd_.get(); }

    int add(int fd, uint64_t token) override
    {
        epoll_event event{};
        event.events = EPOLLIN | EPOLLPRI;
        event.data.u64 = token;
        return epoll_ctl(fd_.get(), EPOLL_CTL_ADD, fd, &event) < 0 ? -errno : 0;
    }

    int remove(int fd) override { return epoll_ctl(fd_.get(), EPOLL_CTL_DEL, fd, nullptr) < 0 ? -errno : 0; }

protected:
    int do_wait(Entry *ready, unsigned most, int64_t timeout_ns) override
    {
        epoll_event events[most_at_once];
        const int count = epoll_wait_ns(fd_.get(), events, static_cast<int>(std::min(most, most_at_once)), timeout_ns);
        for (int i = 0; i < count; i++)
            ready[i] = {events[i].data.u64, static_cast<short>(events[i].events)};
        return count;
    }

private:
    static constexpr unsigned most_at_once = 64;
    Descriptor fd_;
};

}  // namespace

int make_eventfd(std::unique_ptr<Event> *out)
{
    Descriptor fd(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (fd.get() < 0)
        return -errno;
    out->reset(new (std::nothrow) EventFd(std::move(fd)));
    return *out ? 0 : -ENOMEM;
}

int make_epoll(FaultPlan *faults, std::unique_ptr<WaitSet> *out)
{
    Descriptor fd(epoll_create1(EPOLL_CLOEXEC));
    if (fd.get() < 0)
        return -errno;
    out->reset(new (std::nothrow) Epoll(std::move(fd), faults));
    return *out ? 0 : -ENOMEM;
}

}  // namespace v4lxx::kernel
