#include "kernel/linux/waiting.hpp"

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

namespace {

struct KernelTime {  // struct __kernel_timespec, of 64 bits everywhere
    int64_t seconds, ns;
};

#ifdef SYS_ppoll_time64
constexpr long ppoll_call = SYS_ppoll_time64;
#else
constexpr long ppoll_call = SYS_ppoll;
#endif

}  // namespace

// The C library's ppoll hides that the kernel writes what is left of the time into it.
int poll_ns(pollfd *entries, unsigned count, int64_t *left_ns) noexcept
{
    KernelTime left{};
    if (*left_ns >= 0)
        left = {*left_ns / second_ns, *left_ns % second_ns};
    long rc;
    do
        rc = syscall(ppoll_call, entries, count, *left_ns < 0 ? nullptr : &left, nullptr, 0);
    while (rc < 0 && errno == EINTR);
    if (*left_ns >= 0)
        *left_ns = left.seconds * second_ns + left.ns;
    return rc < 0 ? -errno : static_cast<int>(rc);
}

}  // namespace v4lxx::kernel
