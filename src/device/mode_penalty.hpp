// How far a mode is from a wish, in whole numbers: docs/guide/choosing-a-mode.md is the description. Pure arithmetic: the same
// answer on every machine.
#pragma once

#include "device/wish.hpp"

#include <optional>
#include <span>

namespace v4lxx::device {

struct Size {
    uint32_t width = 0, height = 0;
    bool operator==(const Size &) const = default;
    uint64_t area() const { return uint64_t{width} * height; }
};

// Rates are compared as millionths of a frame per second.
uint64_t rate_uhz(kernel::Fraction interval);  // of seconds for one frame; 0 if it is not known
// A twentieth of a percent apart is the same rate: 333333/10000000 s is 30 per second, 29.97 is not.
bool is_same_rate(uint64_t a_uhz, uint64_t b_uhz);

// Rates between these are as good as each other.
struct RateTarget {
    uint64_t least_uhz = 0, most_uhz = 0;
    kernel::Fraction best;  // as an interval: what a range of intervals is asked for
};
RateTarget rate_target(const Wish &wish);

// 0 if the sizes are equal, nearly 1000 if they have nothing to do with each other.
uint32_t size_distance(Size wanted, Size offered);
// 0 inside the target; up to 1000 for too slow; at most 62 for too fast, which costs no picture. 0 if the device does not tell and
// nothing was wished for.
uint32_t rate_distance(const Wish &wish, const RateTarget &target, uint64_t uhz);

struct Weights {
    uint32_t size, rate;
};
Weights weights_of(const Wish &wish);

// The size of a range nearest to the wanted one.
Size nearest_size(const kernel::SizeRange &range, Size wanted);
// The interval of the lists that fits best; 0/0 if there is none. The first of equals: the faster one.
kernel::Fraction best_interval(std::span<const kernel::IntervalRange> ranges, const Wish &wish, const RateTarget &target);

}  // namespace v4lxx::device
