// Waiting on the real system: ppoll with nanoseconds, interrupted by signals without anybody noticing.
#pragma once

#include "kernel/kernel.hpp"

#include <cstdint>
#include <ctime>
#include <poll.h>
#include <sys/epoll.h>

namespace v4lxx::kernel {

int64_t monotonic_ns() noexcept;
int read_system_clock(Clock clock, int64_t *out_ns) noexcept;  // 0 or -errno

// ppoll that goes on after a signal with the time that is left. *left_ns < 0: for ever; else it is how long, and how much of that is left
// afterwards. Number of ready entries, 0, or -errno. With 64 bits it reads no clock: the kernel counts.
int poll_ns(pollfd *entries, unsigned count, int64_t *left_ns) noexcept;

// epoll_wait that goes on after a signal; the time is rounded up to milliseconds where the kernel knows no finer ones. As poll_ns(): the number
// of events, 0, or -errno.
int epoll_wait_ns(int fd, epoll_event *events, int most, int64_t timeout_ns) noexcept;

// Waits for the event, and for a descriptor unless that is < 0: how many are readable, 0 if the time ran out, or -errno.
int wait_for_event(Event &event, int also_fd, int64_t timeout_ns) noexcept;

timespec to_timespec(int64_t ns) noexcept;

}  // namespace v4lxx::kernel
