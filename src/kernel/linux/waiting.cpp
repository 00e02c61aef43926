#include "kernel/linux/waiting.hpp"

#include <algorithm>
#include <cerrno>
#include <ctime>

namespace v4lxx::kernel {

static constexpr int64_t second_ns = 1'000'000'000;
static constexpr int64_t longest_ns = 86'400 * second_ns;  // of one ppoll: a 32-bit time_t holds it

int64_t monotonic_ns() noexcept
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return int64_t{now.tv_sec} * second_ns + now.tv_nsec;
}

int poll_ns(pollfd *entries, unsigned count, int64_t timeout_ns) noexcept
{
    // The clock is needed only to know what is left after a signal, or of a wait longer than one ppoll takes.
    const int64_t start = timeout_ns > 0 ? monotonic_ns() : 0;
    int64_t left = timeout_ns;
    for (;;) {
        const int64_t now = std::clamp<int64_t>(left, 0, longest_ns);
        timespec limit{};
        limit.tv_sec = static_cast<time_t>(now / second_ns);
        limit.tv_nsec = static_cast<long>(now % second_ns);
        int rc = ppoll(entries, count, timeout_ns < 0 ? nullptr : &limit, nullptr);
        if (rc > 0 || (rc == 0 && left <= longest_ns))
            return rc;
        if (rc < 0 && errno != EINTR)
            return -errno;
        if (timeout_ns > 0)
            left = std::max<int64_t>(timeout_ns - (monotonic_ns() - start), 0);
    }
}

}  // namespace v4lxx::kernel
