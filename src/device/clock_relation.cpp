#include "device/clock_relation.hpp"

#include <algorithm>
#include <cerrno>

namespace v4lxx::device {

static constexpr int64_t undisturbed_ns = 1'000;  // three looks at clocks take less, unless somebody else ran meanwhile
static constexpr int looks = 5;
static constexpr int64_t one_span_ns = 10'000;  // what is told by a span is within half of that
static constexpr int64_t step_ns = 1'000'000;   // less is drift, or a clock that is led to the right time

// The other clock was read between two looks at CLOCK_MONOTONIC: that bounds how far it is ahead. All three cut off less than a nanosecond.
int ClockRelation::look(kernel::Clocks &clocks, Span *best) const
{
    for (int i = 0; i < looks; i++) {
        int64_t before = 0, other = 0, after = 0;
        for (const auto &[clock, out] : {std::pair{kernel::Clock::monotonic, &before}, std::pair{clock_, &other},
                                         std::pair{kernel::Clock::monotonic, &after}}) {
            if (const int rc = clocks.read_clock(clock, out); rc < 0)
                return rc;
            if (*out < 0 || *out >= farthest_time_ns)
                return -ERANGE;
        }
        if (after < before)
            return -ERANGE;
        const Span seen{before, after, other - after - 1, other - before + 1};
        if (i == 0 || seen.most_ns - seen.least_ns < best->most_ns - best->least_ns)
            *best = seen;
        if (after - before <= undisturbed_ns)
            break;
    }
    return 0;
}

ClockRelation::Span ClockRelation::hull(const Span &older, const Span &newer)
{
    return {older.first_ns, std::max(older.last_ns, newer.last_ns), std::min(older.least_ns, newer.least_ns),
            std::max(older.most_ns, newer.most_ns)};
}

int ClockRelation::measure(kernel::Clocks &clocks)
{
    Span seen;
    const int rc = look(clocks, &seen);
    if (rc == 0)
        remember(seen);
    return rc;
}

// A span that may hold the truth of both times is one, however it moved between them. Where there is no room for another, the two oldest become
// one that holds both: what is told of that time is less exact, and still true.
void ClockRelation::remember(const Span &seen)
{
    if (count_ != 0) {
        Span &last = spans_[count_ - 1];
        if (const Span both = hull(last, seen); both.most_ns - both.least_ns <= one_span_ns) {
            last = both;
            return;
        }
        if (seen.least_ns - last.most_ns >= step_ns || last.least_ns - seen.most_ns >= step_ns)
            steps_++;
    }
    if (count_ == spans_.size()) {
        spans_[0] = hull(spans_[0], spans_[1]);
        std::copy(spans_.begin() + 2, spans_.end(), spans_.begin() + 1);
        count_--;
    }
    spans_[count_++] = seen;
}

static std::optional<Reading> moved_by(int64_t time_ns, int64_t ahead_ns, int64_t error_ns)
{
    Reading reading{0, error_ns};
    if (__builtin_add_overflow(time_ns, ahead_ns, &reading.time_ns))
        return std::nullopt;
    return reading;
}

// A time between two spans, in which the step was, is told by the newer one; the error says that the older one is possible.
std::optional<Reading> ClockRelation::from_monotonic(int64_t time_ns) const
{
    size_t i = count_ - 1;
    while (i > 0 && time_ns < spans_[i].first_ns)
        i--;
    const Span &span = spans_[i];
    if (i + 1 == count_ || time_ns <= span.last_ns)
        return moved_by(time_ns, span.ahead_ns(), span.error_ns());
    const Span &newer = spans_[i + 1];
    const int64_t ahead = newer.ahead_ns();
    return moved_by(time_ns, ahead, std::max({newer.error_ns(), ahead - span.least_ns, span.most_ns - ahead}));
}

// The newest span in which the other clock showed that: it shows a time twice if it was set back. One that it skipped was in the step.
std::optional<Reading> ClockRelation::to_monotonic(int64_t time_ns) const
{
    for (size_t i = count_; i-- > 0;) {
        const Span &span = spans_[i];
        const auto reading = moved_by(time_ns, -span.ahead_ns(), span.error_ns());
        if (!reading)
            return std::nullopt;
        const bool is_newest = i + 1 == count_;
        if (!is_newest && reading->time_ns > span.last_ns + reading->error_ns) {
            const int64_t end_ns = spans_[i + 1].first_ns, half_ns = (end_ns - span.last_ns + 1) / 2;
            return Reading{span.last_ns + half_ns, half_ns + std::max(span.error_ns(), spans_[i + 1].error_ns())};
        }
        if (i == 0 || reading->time_ns >= span.first_ns - reading->error_ns)
            return reading;
    }
    return std::nullopt;
}

}  // namespace v4lxx::device
