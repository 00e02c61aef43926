// Times told by one clock, told by another: CLOCK_MONOTONIC is between any two.
#pragma once

#include "base/result.hpp"
#include "device/clock_relation.hpp"

#include <mutex>

namespace v4lxx::device {

struct ConvertedTime {
    Reading reading;
    uint32_t steps = 0;        // of both clocks against CLOCK_MONOTONIC that were seen so far
    int32_t tai_offset_s = 0;  // with TAI: as the kernel has it, 0 if nobody told it
};

class ClockRelations {
public:
    explicit ClockRelations(kernel::Clocks &clocks) : clocks_(clocks) {}

    // Each call measures: a step since the last one is seen. Fails with value_out_of_range, and as looks at clocks fail.
    Result<ConvertedTime> convert(int64_t time_ns, kernel::Clock from, kernel::Clock to);

private:
    ClockRelation *relation(kernel::Clock clock);
    Result<void> measure(kernel::Clock clock, ConvertedTime *out);

    kernel::Clocks &clocks_;
    // Guards what follows; only looks at clocks are made under it. Not taken for frames, unless a conversion is asked for.
    std::mutex mutex_;
    ClockRelation realtime_{kernel::Clock::realtime}, boottime_{kernel::Clock::boottime}, tai_{kernel::Clock::tai};
};

}  // namespace v4lxx::device
