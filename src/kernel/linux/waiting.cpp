#include "kernel/linux/waiting.hpp"

#include <algorithm>
#include <cerrno>
#include <ctime>

namespace v4lxx::kernel {

static constexpr int64_t second_ns = 1'000'000'000;

int64_t monotonic_ns() noexcept
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return int64_t{now.tv_sec} * second_ns + now.tv_nsec;
}

int poll_ns(pollfd *entries, unsigned count, int64_t timeout_ns) noexcept
{
    // The clock is needed only to know what is left after a signal.
    const int64_t start = timeout_ns > 0 ? monotonic_ns() : 0;
    int64_t left = timeout_ns;
    for (;;) {
        timespec limit{};
        limit.tv_sec = static_cast<time_t>(std::max<int64_t>(left, 0) / second_ns);
        limit.tv_nsec = static_cast<long>(std::max<int64_t>(left, 0) % second_ns);
        int rc = ppoll(entries, count, timeout_ns < 0 ? nullptr : &limit, nullptr);
        if (rc >= 0)
            return rc;
        if (errno != EINTR)
            return -errno;
        if (timeout_ns > 0)
            left = std::max<int64_t>(timeout_ns - (monotonic_ns() - start), 0);
    }
}

}  // namespace v4lxx::kernel
