#include "kernel/linux/alarm.hpp"

#include "kernel/linux/waiting.hpp"

#include <cerrno>
#include <ctime>
#include <sys/timerfd.h>
#include <unistd.h>

namespace v4lxx::kernel {

Alarm::~Alarm() { close(); }

void Alarm::close()
{
    if (fd_ >= 0)
        ::close(fd_);
    fd_ = -1;
}

int Alarm::open()
{
    fd_ = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    return fd_ < 0 ? -errno : 0;
}

void Alarm::set(int64_t time_ns)
{
    // Setting a timer again takes back that it was readable; one that rings, or is set to the same time, may stay as it is.
    if (set_to_.exchange(time_ns) == time_ns)
        return;
    itimerspec spec{};
    spec.it_value = to_timespec(time_ns);
    timerfd_settime(fd_, TFD_TIMER_ABSTIME, &spec, nullptr);
}

}  // namespace v4lxx::kernel
