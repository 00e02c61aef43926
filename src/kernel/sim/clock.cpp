#include "kernel/sim/clock.hpp"

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <poll.h>

namespace v4lxx::kernel::sim {

static timespec to_timespec(int64_t ns)
{
    timespec spec{};
    spec.tv_sec = static_cast<time_t>(ns / 1000000000);
    spec.tv_nsec = static_cast<long>(ns % 1000000000);
    return spec;
}

int64_t monotonic_ns()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return int64_t{now.tv_sec} * 1000000000 + now.tv_nsec;
}

int sleep_until_readable(int first_fd, int second_fd, int64_t timeout_ns)
{
    pollfd fds[2] = {{first_fd, POLLIN, 0}, {second_fd, POLLIN, 0}};
    int64_t end_ns = timeout_ns < 0 ? 0 : monotonic_ns() + timeout_ns;
    for (;;) {
        timespec left = to_timespec(timeout_ns < 0 ? 0 : std::max<int64_t>(0, end_ns - monotonic_ns()));
        int ready = ppoll(fds, 2, timeout_ns < 0 ? nullptr : &left, nullptr);
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0)
            return 0;
        return (fds[0].revents != 0 ? 1 : 0) | (fds[1].revents != 0 ? 2 : 0);
    }
}

}  // namespace v4lxx::kernel::sim
