// What is odd about the time stamps of a driver (S32), and what they measure. Written by whoever holds the queue's lock.
#pragma once

#include "kernel/buffer_calls.hpp"
#include "stream/account.hpp"
#include "stream/histogram.hpp"

#include <cstdint>

namespace v4lxx::stream {

enum class StampOddity : uint8_t { none, unset, repeated, backward, future };

class StampTracker {
public:
    void restart() noexcept { has_last_ = false; }

    // `arrival_ns` is CLOCK_MONOTONIC when the frame was taken from the driver.
    StampOddity take(const kernel::Dequeued &origin, int64_t arrival_ns) noexcept
    {
        const StampOddity oddity = judge(origin, arrival_ns);
        count(oddity);
        const int64_t stamp = origin.timestamp_ns;
        if (oddity == StampOddity::none && origin.clock == kernel::Clock::monotonic)
            delivery_.take(arrival_ns - stamp);
        int64_t interval = 0;
        if (oddity == StampOddity::none && has_last_ && !__builtin_sub_overflow(stamp, last_ns_, &interval))
            intervals_.take(interval);
        if (oddity != StampOddity::unset) {
            last_ns_ = stamp;
            has_last_ = true;
        }
        return oddity;
    }

    const Histogram &intervals() const { return intervals_; }  // from stamp to stamp
    const Histogram &delivery() const { return delivery_; }    // from stamp to arrival
    uint64_t seen(StampOddity oddity) const { return counts_[static_cast<size_t>(oddity)].value(); }

private:
    StampOddity judge(const kernel::Dequeued &origin, int64_t arrival_ns) const noexcept
    {
        if (origin.timestamp_ns == 0)
            return StampOddity::unset;
        if (origin.clock == kernel::Clock::monotonic && origin.timestamp_ns > arrival_ns)
            return StampOddity::future;
        if (!has_last_ || origin.timestamp_ns > last_ns_)
            return StampOddity::none;
        return origin.timestamp_ns == last_ns_ ? StampOddity::repeated : StampOddity::backward;
    }
    void count(StampOddity oddity) noexcept { counts_[static_cast<size_t>(oddity)].add(); }

    bool has_last_ = false;
    int64_t last_ns_ = 0;
    Histogram intervals_, delivery_;
    Counter counts_[5];
};

}  // namespace v4lxx::stream
