// All modes that a device offers, the one nearest to a wish first, with the reason why each of the others lost.
// Only questions are asked, and none twice; the formula is in docs/guide/choosing-a-mode.md.
#pragma once

#include "device/device.hpp"
#include "device/mode_penalty.hpp"

namespace v4lxx::device {

struct Mode {
    uint32_t fourcc = 0;
    Size size;
    kernel::Fraction interval;  // seconds for one frame; 0/0: the device does not tell
};

// The numbers of v4lxx_mode_verdict.
enum class Verdict : uint32_t {
    best = 1,
    outscored = 2,
    format_not_wanted = 3,
    no_picture = 4,
    size_differs = 5,
    rate_differs = 6,
};

struct Penalty {
    uint32_t size = 0, rate = 0, format = 0;
    uint32_t total() const { return size + rate + format; }
};

struct Candidate {
    Mode mode;
    bool size_listed = true;  // false: the device does not tell its sizes; this one is a guess
    Verdict verdict = Verdict::outscored;
    Penalty penalty;     // zero for what is refused
    std::string reason;  // why it lost; why it won
    uint32_t order = 0;  // in which the device named them

    bool is_acceptable() const { return verdict == Verdict::best || verdict == Verdict::outscored; }
};

// Those that are acceptable come first, from the best on.
Result<std::vector<Candidate>> rank_modes(Device &device, const Wish &wish);

// "YUYV 640x480 at 30 per second, MJPG ..."; the nearest to the wish first, and not too many of them.
std::string offered_text(const std::vector<Candidate> &candidates);
// The failure when none is acceptable, with what there is.
Failure none_acceptable(const Wish &wish, const std::vector<Candidate> &candidates);

std::string mode_text(const Mode &mode);  // "MJPG 1280x720 at 30 per second"

}  // namespace v4lxx::device
