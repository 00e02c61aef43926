#include "kernel/sim/clock.hpp"

namespace v4lxx::kernel::sim {

int sleep_until_readable(int first_fd, int second_fd, int64_t timeout_ns)
{
    pollfd fds[2] = {{first_fd, POLLIN, 0}, {second_fd, POLLIN, 0}};
    if (poll_ns(fds, 2, &timeout_ns) <= 0)
        return 0;
    return (fds[0].revents != 0 ? 1 : 0) | (fds[1].revents != 0 ? 2 : 0);
}

}  // namespace v4lxx::kernel::sim
