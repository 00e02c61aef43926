// How another clock stands to CLOCK_MONOTONIC, as it was measured again and again. Linux lets both run at one rate, so how far one is ahead of
// the other stays the same until somebody sets the clock or the machine sleeps; clocks that drift are followed too. What was measured before a
// step is kept: a time stamp of before it is told by the clock as it was then.
#pragma once

#include "kernel/clocks.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace v4lxx::device {

// No clock shows more, and no difference of two times overflows: that is in the year 2116.
constexpr int64_t farthest_time_ns = int64_t{1} << 62;

// The truth is within error_ns of it.
struct Reading {
    int64_t time_ns = 0, error_ns = 0;
};

class ClockRelation {
public:
    explicit ClockRelation(kernel::Clock clock) : clock_(clock) {}

    // 0 or -errno; then all is as before. One look, and more if it was disturbed.
    int measure(kernel::Clocks &clocks);
    // After a first measurement, of times nearer than farthest_time_ns. Nothing if the answer would not fit in 64 bits.
    std::optional<Reading> from_monotonic(int64_t time_ns) const;
    std::optional<Reading> to_monotonic(int64_t time_ns) const;
    uint32_t steps() const { return steps_; }  // that were seen

private:
    // Between two moments of CLOCK_MONOTONIC the other clock was ahead by no less than least_ns and no more than most_ns.
    struct Span {
        int64_t first_ns = 0, last_ns = 0, least_ns = 0, most_ns = 0;
        int64_t ahead_ns() const { return least_ns + (most_ns - least_ns) / 2; }
        int64_t error_ns() const { return most_ns - ahead_ns(); }
    };
    static Span hull(const Span &older, const Span &newer);
    void remember(const Span &seen);
    int look(kernel::Clocks &clocks, Span *best) const;

    const kernel::Clock clock_;
    std::array<Span, 16> spans_;  // oldest first
    size_t count_ = 0;
    uint32_t steps_ = 0;
};

}  // namespace v4lxx::device
