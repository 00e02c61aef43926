// What is odd about the time stamps of a driver (S32), and what they measure. Written by whoever holds the queue's lock.
#pragma once

#include "kernel/buffer_calls.hpp"
#include "stream/account.hpp"
#include "stream/histogram.hpp"

#include <algorithm>
#include <cstdint>

namespace v4lxx::stream {

enum class StampOddity : uint8_t { none, unset, repeated, backward, future };

class StampTracker {
public:
    void restart() noexcept
    {
        has_last_ = settled_ = false;
        delays_ = 0;
    }
    // The driver had no more frame: the quickest one that was seen is no longer one of those that had to wait for the program.
    void settle() noexcept { settled_ = true; }

    // `arrival_ns` is CLOCK_MONOTONIC when the frame was taken from the driver.
    StampOddity take(const kernel::Dequeued &origin, int64_t arrival_ns) noexcept
    {
        const StampOddity oddity = judge(origin, arrival_ns);
        counts_[static_cast<size_t>(oddity)].add();
        take_delay(origin, oddity, arrival_ns);
        // Between two that are ahead of their time is an interval all the same; between one of them and another is none.
        int64_t interval = 0;
        if (goes_on(oddity) && has_last_ && oddity == last_oddity_ &&
            !__builtin_sub_overflow(origin.timestamp_ns, last_ns_, &interval) && interval > 0 && interval <= longest_ns)
            intervals_.take(interval);
        if (oddity != StampOddity::unset) {
            last_ns_ = origin.timestamp_ns;
            last_oddity_ = oddity;
            has_last_ = true;
        }
        return oddity;
    }

    // How long after its stamp the last frame was taken, beyond what that takes at least in this stream; < 0: its stamp does not tell.
    // What a driver's stamps stand for, and whether they are ahead of their time as vivid's are, does not matter to it.
    int64_t lateness_ns() const noexcept { return settled_ ? lateness_ns_ : -1; }

    const Histogram &intervals() const { return intervals_; }  // from stamp to stamp
    const Histogram &delivery() const { return delivery_; }    // from stamp to arrival
    uint64_t seen(StampOddity oddity) const { return counts_[static_cast<size_t>(oddity)].value(); }

private:
    static constexpr int64_t farthest_ahead_ns =
        1'000'000'000;  // vivid, and whoever else knows when a frame will end, stamps it before
    static constexpr int64_t longest_ns = 60'000'000'000;  // beyond that a stamp is of another clock, or rubbish
    static constexpr uint64_t window = 64;                 // frames: one wrong stamp must not stay the quickest for ever

    static bool goes_on(StampOddity oddity) { return oddity == StampOddity::none || oddity == StampOddity::future; }

    void take_delay(const kernel::Dequeued &origin, StampOddity oddity, int64_t arrival_ns) noexcept
    {
        int64_t delay = 0;
        lateness_ns_ = -1;
        if (origin.clock != kernel::Clock::monotonic || !goes_on(oddity) ||
            __builtin_sub_overflow(arrival_ns, origin.timestamp_ns, &delay) || delay > longest_ns || delay < -longest_ns)
            return;
        if (oddity == StampOddity::none && delay >= 0)
            delivery_.take(delay);
        if (delays_++ % window == 0) {
            last_least_ns_ = delays_ == 1 ? delay : least_ns_;
            least_ns_ = delay;
        }
        least_ns_ = std::min(least_ns_, delay);
        lateness_ns_ = delay - std::min(least_ns_, last_least_ns_);
    }
    StampOddity judge(const kernel::Dequeued &origin, int64_t arrival_ns) const noexcept
    {
        if (origin.timestamp_ns == 0)
            return StampOddity::unset;
        int64_t ahead = 0;
        if (origin.clock == kernel::Clock::monotonic && origin.timestamp_ns > arrival_ns &&
            (__builtin_sub_overflow(origin.timestamp_ns, arrival_ns, &ahead) || ahead > farthest_ahead_ns))
            return StampOddity::future;
        if (!has_last_ || origin.timestamp_ns > last_ns_)
            return StampOddity::none;
        return origin.timestamp_ns == last_ns_ ? StampOddity::repeated : StampOddity::backward;
    }

    bool has_last_ = false, settled_ = false;
    int64_t last_ns_ = 0;
    StampOddity last_oddity_ = StampOddity::none;
    // The quickest frame of this window and of the one before.
    uint64_t delays_ = 0;
    int64_t least_ns_ = 0, last_least_ns_ = 0, lateness_ns_ = -1;
    Histogram intervals_, delivery_;
    Counter counts_[5];
};

}  // namespace v4lxx::stream
