// The clock of a simulated device: CLOCK_MONOTONIC, or one that moves only when somebody waits (clock=virtual).
#pragma once

#include "kernel/linux/waiting.hpp"

#include <cstdint>

namespace v4lxx::kernel::sim {

using kernel::monotonic_ns;

class Clock {
public:
    explicit Clock(bool is_virtual) : virtual_(is_virtual) {}

    bool is_virtual() const { return virtual_; }
    int64_t now_ns() const { return virtual_ ? virtual_now_ns_ : monotonic_ns(); }
    // A virtual clock never goes back; a real one moves by itself.
    void move_to(int64_t time_ns)
    {
        if (virtual_ && time_ns > virtual_now_ns_)
            virtual_now_ns_ = time_ns;
    }

private:
    bool virtual_;
    int64_t virtual_now_ns_ = 1000000000000;  // not 0, so that "no time stamp" cannot be mistaken for a time
};

// Sleeps on the descriptors until one is readable or timeout_ns has passed (< 0: for ever). Signals do not shorten it.
// Bit 0 of the answer: first_fd; bit 1: second_fd. A descriptor of -1 is left out.
int sleep_until_readable(int first_fd, int second_fd, int64_t timeout_ns);

}  // namespace v4lxx::kernel::sim
