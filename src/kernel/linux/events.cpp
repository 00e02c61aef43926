#include "kernel/linux/events.hpp"

#include "kernel/linux/descriptor.hpp"

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
    explicit Epoll(Descriptor fd) : fd_(std::move(fd)) {}
    int fd() const override { return fd_.get(); }

    int add(int fd) override
    {
        epoll_event event{};
        event.events = EPOLLIN | EPOLLPRI;
        event.data.fd = fd;
        return epoll_ctl(fd_.get(), EPOLL_CTL_ADD, fd, &event) < 0 ? -errno : 0;
    }

    int remove(int fd) override { return epoll_ctl(fd_.get(), EPOLL_CTL_DEL, fd, nullptr) < 0 ? -errno : 0; }

private:
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

int make_epoll(std::unique_ptr<WaitSet> *out)
{
    Descriptor fd(epoll_create1(EPOLL_CLOEXEC));
    if (fd.get() < 0)
        return -errno;
    out->reset(new (std::nothrow) Epoll(std::move(fd)));
    return *out ? 0 : -ENOMEM;
}

}  // namespace v4lxx::kernel
