#include "device/mode_penalty.hpp"

#include <algorithm>
#include <numeric>

namespace v4lxx::device {

using kernel::Fraction;

static constexpr uint64_t million = 1000000, milliard = 1000000000;
// Without a wish: what looks fluent. Film has 24, which is a little less than enough; television 25 and 30.
static constexpr uint64_t fluent_least_uhz = 25 * million, fluent_most_uhz = 30 * million;
// Frames that come faster than wanted can be dropped; they only cost bandwidth.
static constexpr uint32_t too_fast_divisor = 16;
// A device that does not tell its rates may have the right one.
static constexpr uint32_t unknown_rate_distance = 250;

// Below 2^52: 2^32 millionths.
uint64_t rate_uhz(Fraction interval)
{
    return interval.numerator == 0 ? 0 : uint64_t{interval.denominator} * million / interval.numerator;
}

bool is_same_rate(uint64_t a_uhz, uint64_t b_uhz)
{
    const uint64_t apart = a_uhz > b_uhz ? a_uhz - b_uhz : b_uhz - a_uhz;
    return apart * 2000 <= std::max(a_uhz, b_uhz);
}

RateTarget rate_target(const Wish &wish)
{
    if (!wish.has_rate())
        return {fluent_least_uhz, fluent_most_uhz, {1, 30}};
    const Fraction interval{wish.rate.denominator, wish.rate.numerator};
    const uint64_t uhz = rate_uhz(interval);
    return {uhz, uhz, interval};
}

// What both have in common, as a part of the rectangle that holds both.
uint32_t size_distance(Size wanted, Size offered)
{
    const Size common{std::min(wanted.width, offered.width), std::min(wanted.height, offered.height)};
    const Size both{std::max(wanted.width, offered.width), std::max(wanted.height, offered.height)};
    if (both.area() == 0 || common == both)
        return 0;
    return std::max<uint32_t>(1, 1000 - static_cast<uint32_t>(common.area() * 1000 / both.area()));
}

uint32_t rate_distance(const Wish &wish, const RateTarget &target, uint64_t uhz)
{
    if (uhz == 0)
        return wish.has_rate() ? unknown_rate_distance : 0;
    if (is_same_rate(uhz, target.least_uhz) || is_same_rate(uhz, target.most_uhz))
        return 0;
    if (uhz < target.least_uhz)
        return std::max<uint32_t>(1, 1000 - static_cast<uint32_t>(uhz * 1000 / target.least_uhz));
    if (uhz > target.most_uhz)
        return std::max<uint32_t>(1, (1000 - static_cast<uint32_t>(target.most_uhz * 1000 / uhz)) / too_fast_divisor);
    return 0;
}

Weights weights_of(const Wish &wish)
{
    if (wish.has_size() && wish.has_rate())
        return wish.prefer_rate ? Weights{6, 8} : Weights{8, 6};
    if (wish.has_size())
        return {8, 1};
    return wish.has_rate() ? Weights{1, 8} : Weights{1, 4};
}

static uint32_t nearest(uint32_t least, uint32_t most, uint32_t step, uint32_t wanted)
{
    if (wanted <= least || most <= least)
        return least;
    const uint64_t within = std::min(wanted, most) - uint64_t{least};
    const uint64_t steps = std::max(step, 1u);
    const uint64_t highest = (most - uint64_t{least}) / steps;
    return static_cast<uint32_t>(least + std::min((within + steps / 2) / steps, highest) * steps);
}

Size nearest_size(const kernel::SizeRange &range, Size wanted)
{
    return {nearest(range.min_width, range.max_width, range.step_width, wanted.width),
            nearest(range.min_height, range.max_height, range.step_height, wanted.height)};
}

static uint64_t nanoseconds(Fraction interval) { return interval.numerator * milliard / interval.denominator; }

// min + steps * step, in lowest terms; nothing if 32 bits cannot say it.
static std::optional<Fraction> stepped(Fraction min, Fraction step, uint64_t steps)
{
    uint64_t left = uint64_t{min.numerator} * step.denominator, right = 0, sum = 0;
    uint64_t below = uint64_t{min.denominator} * step.denominator;
    if (__builtin_mul_overflow(steps, uint64_t{step.numerator} * min.denominator, &right) ||
        __builtin_add_overflow(left, right, &sum))
        return std::nullopt;
    const uint64_t common = std::gcd(sum, below);
    sum /= common;
    below /= common;
    if (sum > UINT32_MAX || below > UINT32_MAX)
        return std::nullopt;
    return Fraction{static_cast<uint32_t>(sum), static_cast<uint32_t>(below)};
}

// What a range offers nearest to an interval. A value that cannot be said exactly is left to the driver to round.
static Fraction nearest_interval(const kernel::IntervalRange &range, Fraction wanted)
{
    const uint64_t least = nanoseconds(range.min), most = nanoseconds(range.max), want = nanoseconds(wanted);
    if (want <= least)
        return range.min;
    if (want >= most)
        return range.max;
    const uint64_t step = range.step.numerator == 0 ? 0 : nanoseconds(range.step);
    if (step == 0)
        return wanted;
    const uint64_t steps = std::min((want - least + step / 2) / step, (most - least) / step);
    return stepped(range.min, range.step, steps).value_or(wanted);
}

Fraction best_interval(std::span<const kernel::IntervalRange> ranges, const Wish &wish, const RateTarget &target)
{
    Fraction best;
    uint32_t best_distance = UINT32_MAX;
    for (const kernel::IntervalRange &range : ranges) {
        const Fraction interval = nearest_interval(range, target.best);
        const uint64_t uhz = rate_uhz(interval);
        const uint32_t distance = rate_distance(wish, target, uhz);
        if (distance < best_distance || (distance == best_distance && uhz > rate_uhz(best))) {
            best = interval;
            best_distance = distance;
        }
    }
    return best;
}

}  // namespace v4lxx::device
