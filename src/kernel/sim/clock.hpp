// The clock of a simulated device: CLOCK_MONOTONIC, or one that moves only when somebody waits (clock=virtual). With it the other clocks that
// a driver may take its time stamps from.
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

    // How far another clock is ahead of this one.
    int64_t ahead_ns(kernel::Clock other) const;
    // Somebody sets the time of day.
    void step(int64_t ns) { realtime_ahead_ns_ += ns; }
    // The machine sleeps: this clock stands, the others go on.
    void suspend(int64_t ns)
    {
        realtime_ahead_ns_ += ns;
        boottime_ahead_ns_ += ns;
    }

private:
    static constexpr int64_t second_ns = 1'000'000'000, tai_ahead_of_realtime_ns = 37 * second_ns;

    bool virtual_;
    // With a virtual clock it is 2027, and the machine has slept for an hour. With the real one, what was stepped and slept since.
    int64_t realtime_ahead_ns_ = virtual_ ? 1'800'000'000 * second_ns : 0;
    int64_t boottime_ahead_ns_ = virtual_ ? 3600 * second_ns : 0;
    int64_t virtual_now_ns_ = 1000000000000;  // not 0, so that "no time stamp" cannot be mistaken for a time
};

// Sleeps on the descriptors until one is readable or timeout_ns has passed (< 0: for ever). Signals do not shorten it.
// Bit 0 of the answer: first_fd; bit 1: second_fd. A descriptor of -1 is left out.
int sleep_until_readable(int first_fd, int second_fd, int64_t timeout_ns);

}  // namespace v4lxx::kernel::sim
