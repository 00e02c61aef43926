#include "kernel/linux/waiting.hpp"

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <sys/syscall.h>
#include <unistd.h>

namespace v4lxx::kernel {

static constexpr int64_t second_ns = 1'000'000'000;

int64_t monotonic_ns() noexcept
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return int64_t{now.tv_sec} * second_ns + now.tv_nsec;
}

int read_system_clock(Clock clock, int64_t *out_ns) noexcept
{
    clockid_t id = CLOCK_MONOTONIC;
    switch (clock) {
    case Clock::monotonic: break;
    case Clock::realtime: id = CLOCK_REALTIME; break;
    case Clock::boottime: id = CLOCK_BOOTTIME; break;
    case Clock::tai: id = CLOCK_TAI; break;
    case Clock::unknown:
    case Clock::copy: return -EINVAL;
    }
    timespec now{};
    if (clock_gettime(id, &now) < 0)
        return -errno;
    *out_ns = int64_t{now.tv_sec} * second_ns + now.tv_nsec;
    return 0;
}

timespec to_timespec(int64_t ns) noexcept
{
    timespec time{};
    time.tv_sec = static_cast<time_t>(ns / second_ns);
    time.tv_nsec = static_cast<long>(ns % second_ns);
    return time;
}

#if __SIZEOF_LONG__ == 8

// The C library's ppoll hides that the kernel writes what is left of the time.
int poll_ns(pollfd *entries, unsigned count, int64_t *left_ns) noexcept
{
    timespec left = to_timespec(std::max<int64_t>(*left_ns, 0));
    long rc;
    do
        rc = syscall(SYS_ppoll, entries, count, *left_ns < 0 ? nullptr : &left, nullptr, 0);
    while (rc < 0 && errno == EINTR);
    if (*left_ns >= 0)
        *left_ns = left.tv_sec * second_ns + left.tv_nsec;
    return rc < 0 ? -errno : static_cast<int>(rc);
}

#else

// There are two calls with 32 bits, of which only the C library knows which one this kernel has; so time is kept by the clock.
int poll_ns(pollfd *entries, unsigned count, int64_t *left_ns) noexcept
{
    constexpr int64_t longest_ns = 86'400 * second_ns;  // of one ppoll: a 32-bit time_t holds it
    const int64_t timeout_ns = *left_ns, start = timeout_ns > 0 ? monotonic_ns() : 0;
    for (;;) {
        const timespec limit = to_timespec(std::clamp<int64_t>(*left_ns, 0, longest_ns));
        const bool is_last = *left_ns <= longest_ns;
        const int rc = ppoll(entries, count, timeout_ns < 0 ? nullptr : &limit, nullptr);
        const int error = errno;
        if (timeout_ns > 0)
            *left_ns = std::max<int64_t>(timeout_ns - (monotonic_ns() - start), 0);
        if (rc > 0 || (rc == 0 && is_last))
            return rc;
        if (rc < 0 && error != EINTR)
            return -error;
    }
}

#endif

// epoll_pwait2, of Linux 5.11, takes 64-bit times on every machine. Older kernels do not have it, and older sandboxes refuse it.
static int epoll_once(int fd, epoll_event *events, int most, int64_t timeout_ns) noexcept
{
#ifdef SYS_epoll_pwait2
    const int64_t time[2] = {timeout_ns / second_ns, timeout_ns % second_ns};
    if (timeout_ns > 0) {
        const long rc = syscall(SYS_epoll_pwait2, fd, events, most, time, nullptr, 0);
        if (rc >= 0 || (errno != ENOSYS && errno != EPERM))
            return rc < 0 ? -errno : static_cast<int>(rc);
    }
#endif
    constexpr int64_t ms = 1'000'000, longest_ms = 86'400'000;
    const int64_t timeout_ms = timeout_ns < 0 ? -1 : std::min((timeout_ns / ms) + (timeout_ns % ms != 0 ? 1 : 0), longest_ms);
    const int rc = epoll_wait(fd, events, most, static_cast<int>(timeout_ms));
    return rc < 0 ? -errno : rc;
}

int epoll_wait_ns(int fd, epoll_event *events, int most, int64_t timeout_ns) noexcept
{
    const int64_t start = timeout_ns > 0 ? monotonic_ns() : 0;
    for (int64_t left_ns = timeout_ns;;) {
        const int rc = epoll_once(fd, events, most, left_ns);
        if (rc > 0 || timeout_ns == 0 || (rc < 0 && rc != -EINTR))
            return rc;
        if (timeout_ns > 0)
            left_ns = timeout_ns - (monotonic_ns() - start);
        if (timeout_ns > 0 && left_ns <= 0)
            return 0;
    }
}

int wait_for_event(Event &event, int also_fd, int64_t timeout_ns) noexcept
{
    pollfd entries[] = {{event.fd(), POLLIN, 0}, {also_fd, POLLIN, 0}};
    return poll_ns(entries, also_fd < 0 ? 1 : 2, &timeout_ns);
}

}  // namespace v4lxx::kernel
