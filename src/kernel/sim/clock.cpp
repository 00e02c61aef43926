#include "kernel/sim/clock.hpp"

namespace v4lxx::kernel::sim {

int64_t Clock::ahead_ns(kernel::Clock other) const
{
    if (other == kernel::Clock::monotonic)
        return 0;
    const int64_t moved_ns = other == kernel::Clock::boottime ? boottime_ahead_ns_ : realtime_ahead_ns_;
    if (virtual_)
        return moved_ns + (other == kernel::Clock::tai ? tai_ahead_of_realtime_ns : 0);
    int64_t there_ns = 0;
    return read_system_clock(other, &there_ns) < 0 ? moved_ns : there_ns - monotonic_ns() + moved_ns;
}

int sleep_until_readable(int first_fd, int second_fd, int64_t timeout_ns)
{
    pollfd fds[2] = {{first_fd, POLLIN, 0}, {second_fd, POLLIN, 0}};
    if (poll_ns(fds, 2, &timeout_ns) <= 0)
        return 0;
    return (fds[0].revents != 0 ? 1 : 0) | (fds[1].revents != 0 ? 2 : 0);
}

}  // namespace v4lxx::kernel::sim
