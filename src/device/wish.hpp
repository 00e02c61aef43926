// What a program wants of a camera, said by intent.
#pragma once

#include "base/result.hpp"
#include "kernel/formats.hpp"

#include <vector>

namespace v4lxx::device {

struct Wish {
    uint32_t width = 0, height = 0;  // both or neither
    kernel::Fraction rate;           // frames per second; 0/0: none is wished for
    bool strict = false;             // size and rate exactly, or a failure that changes nothing
    bool decode = false;             // besides the outputs, all that this build can make pictures of
    bool prefer_rate = false;        // if size and rate cannot both be had
    bool step_down = false;          // a cheaper mode if the USB bandwidth is not there
    std::vector<uint32_t> outputs;   // pixel formats, the best first; none: any

    bool has_size() const { return width != 0; }
    bool has_rate() const { return rate.numerator != 0; }
    bool wants(uint32_t fourcc) const;  // is one of the outputs
};

constexpr size_t most_outputs = 64;

// Refuses what cannot be meant; nothing was asked of the device yet.
Result<void> check(const Wish &wish);

std::string wish_text(const Wish &wish);  // "1280x720 at 30 per second, in MJPG or YUYV, exactly"

}  // namespace v4lxx::device
