// Which clock time stamps are of that a driver calls UNKNOWN. A stamp lies shortly before the moment its frame is taken: the clock that shows
// little more than the stamp is the one. Written by whoever holds the queue's lock.
#pragma once

#include "kernel/buffer_calls.hpp"

#include <cstdint>

namespace v4lxx::stream {

class ClockGuess {
public:
    static constexpr uint32_t first_looks = 3;  // frames after a start whose clock may not be known yet

    void restart() noexcept { *this = {}; }

    // The clock of this stamp: the driver's word if it says one; else monotonic, realtime or boottime once two frames speak for it; else
    // unknown. `arrival_ns` is of CLOCK_MONOTONIC, and now. Clocks are read for the first three frames, and afterwards only where a stamp does
    // not fit what was found, not more often than each second.
    kernel::Clock take(const kernel::Dequeued &origin, int64_t arrival_ns, kernel::Clocks &clocks) noexcept;

private:
    struct Candidate {
        kernel::Clock clock = kernel::Clock::unknown;
        int64_t ahead_ns = 0;  // of CLOCK_MONOTONIC
    };
    static bool is_age(int64_t age_ns, int64_t oldest_ns);
    bool still_fits(int64_t stamp_ns, int64_t arrival_ns) const noexcept;
    static Candidate nearest(int64_t stamp_ns, int64_t arrival_ns, kernel::Clocks &clocks) noexcept;

    Candidate candidate_;  // of the last look that saw one
    bool found_ = false;   // that is the clock
    uint32_t looks_ = 0;   // since a stamp did not fit
    int64_t next_look_ns_ = 0;
};

}  // namespace v4lxx::stream
