#include "stream/clock_guess.hpp"

#include "device/clock_relation.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace v4lxx::stream {

using kernel::Clock;

static constexpr int64_t look_interval_ns = 1'000'000'000;
static constexpr int64_t most_ahead_ns = 1'000'000'000;  // vivid stamps a frame before it ends
static constexpr int64_t oldest_at_first_ns = 10'000'000'000;
static constexpr int64_t oldest_later_ns = 60'000'000'000;  // the program may be slow
static constexpr int64_t same_clock_ns = 1'000'000;
static constexpr int64_t clearly = 3;

bool ClockGuess::is_age(int64_t age_ns, int64_t oldest_ns) { return age_ns >= -most_ahead_ns && age_ns <= oldest_ns; }

// The age of a stamp by a clock that is so far ahead of CLOCK_MONOTONIC; INT64_MAX where it would not fit.
static int64_t age_by(int64_t ahead_ns, int64_t stamp_ns, int64_t arrival_ns)
{
    int64_t now_ns = 0, age_ns = 0;
    if (__builtin_add_overflow(arrival_ns, ahead_ns, &now_ns) || __builtin_sub_overflow(now_ns, stamp_ns, &age_ns) ||
        age_ns == INT64_MIN)
        return INT64_MAX;
    return age_ns;
}

bool ClockGuess::still_fits(int64_t stamp_ns, int64_t arrival_ns) const noexcept
{
    return found_ && is_age(age_by(candidate_.ahead_ns, stamp_ns, arrival_ns), oldest_later_ns);
}

// Unknown if none is near, or if two are that show different times: what cannot be told apart is not guessed. A machine that never slept has
// one time for two clocks; CLOCK_MONOTONIC comes first, and should it sleep later, stamps will no longer fit.
ClockGuess::Candidate ClockGuess::nearest(int64_t stamp_ns, int64_t arrival_ns, kernel::Clocks &clocks) noexcept
{
    Candidate all[] = {{Clock::monotonic, 0}, {Clock::boottime, 0}, {Clock::realtime, 0}};
    for (Candidate &each : all) {
        int64_t now_ns = 0;
        if (each.clock == Clock::monotonic)
            continue;
        if (clocks.read_clock(each.clock, &now_ns) < 0 || now_ns < 0 || now_ns >= device::farthest_time_ns)
            return {};
        each.ahead_ns = now_ns - arrival_ns;
    }
    const auto age = [&](const Candidate &of) { return std::abs(age_by(of.ahead_ns, stamp_ns, arrival_ns)); };
    const auto is_other = [&](const Candidate &a, const Candidate &b) {
        return std::abs(a.ahead_ns - b.ahead_ns) > same_clock_ns;
    };
    const Candidate *best = &all[0];
    for (const Candidate &each : all)
        if (is_other(each, *best) && age(each) < age(*best))
            best = &each;
    if (!is_age(age_by(best->ahead_ns, stamp_ns, arrival_ns), oldest_at_first_ns))
        return {};
    for (const Candidate &each : all)
        if (is_other(each, *best) && age(each) / clearly < age(*best))
            return {};
    return *best;
}

Clock ClockGuess::take(const kernel::Dequeued &origin, int64_t arrival_ns, kernel::Clocks &clocks) noexcept
{
    if (origin.clock != Clock::unknown)
        return origin.clock;
    if (origin.timestamp_ns == 0)  // is unset
        return Clock::unknown;
    if (still_fits(origin.timestamp_ns, arrival_ns))
        return candidate_.clock;
    if (std::exchange(found_, false))
        looks_ = 0;
    if (looks_ >= first_looks && arrival_ns < next_look_ns_)
        return Clock::unknown;
    looks_ = std::min(looks_ + 1, first_looks);
    next_look_ns_ = arrival_ns + look_interval_ns;
    const Candidate seen = nearest(origin.timestamp_ns, arrival_ns, clocks);
    if (seen.clock == Clock::unknown)  // one stamp that is rubbish decides nothing
        return Clock::unknown;
    // The same clock as another stamp spoke for, or as was found before a step: that is enough.
    found_ = seen.clock == candidate_.clock;
    candidate_ = seen;
    return found_ ? seen.clock : Clock::unknown;
}

}  // namespace v4lxx::stream
