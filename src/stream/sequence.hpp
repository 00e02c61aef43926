// Understands the driver's frame numbers: gaps are lost frames; a wrap, a restart and a repeat are not (behaviour 8, S33).
#pragma once

#include <cstdint>

namespace v4lxx::stream {

class SequenceTracker {
public:
    struct Step {
        uint64_t number = 0;   // since the first frame of this start, from 0
        uint32_t missing = 0;  // frames between the last one and this
    };

    Step take(uint32_t driver_number) noexcept
    {
        Step step;
        const uint32_t ahead = driver_number - last_;
        if (first_) {
            first_ = false;
        } else if (ahead > restart_distance) {
            // Backwards: the driver began to count anew. How many it lost meanwhile nobody knows.
            number_ += 1;
        } else if (ahead != 0) {  // equal numbers are the two fields of one frame, or a driver that does not count
            step.missing = ahead - 1;
            number_ += ahead;
        }
        last_ = driver_number;
        step.number = number_;
        return step;
    }
    uint64_t counted() const noexcept
    {
        return first_ ? 0 : number_ + 1;
    }  // by the driver since this start, the missing ones included

private:
    static constexpr uint32_t restart_distance = 0x7fffffff;  // half of the numbers lie ahead, half behind
    bool first_ = true;
    uint32_t last_ = 0;
    uint64_t number_ = 0;
};

}  // namespace v4lxx::stream
