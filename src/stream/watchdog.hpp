// Whether a stream has given nothing for longer than its program allows. Looked at only where a call finds no frame, and woken once in that time at
// most, however many frames come.
#pragma once

#include "kernel/kernel.hpp"

#include <algorithm>

namespace v4lxx::stream {

class Watchdog {
public:
    // 0: it allows anything.
    explicit Watchdog(int64_t allowed_ns) : allowed_ns_(allowed_ns) {}
    bool is_on() const { return allowed_ns_ > 0; }

    // A good frame, a start, or a driver that had no buffer and has one again: from now on the device has its time once more.
    void feed(int64_t now_ns) { fed_ns_ = now_ns; }
    int64_t hungry_ns(int64_t now_ns) const { return now_ns - fed_ns_; }
    bool is_over(int64_t now_ns) const { return is_on() && hungry_ns(now_ns) >= allowed_ns_; }

    // For who polls a descriptor that has the alarm of this clock.
    void arm(kernel::DeviceClock &clock)
    {
        if (is_on())
            clock.set_alarm(alarm_ns_ = fed_ns_ + allowed_ns_);
    }
    void rearm(kernel::DeviceClock &clock, int64_t now_ns)
    {
        if (now_ns >= alarm_ns_)
            arm(clock);
    }
    // What a wait may take without looking again; < 0 is for ever.
    int64_t shorten(int64_t wait_ns) const
    {
        if (!is_on())
            return wait_ns;
        return wait_ns < 0 ? allowed_ns_ : std::min(wait_ns, allowed_ns_);
    }

private:
    const int64_t allowed_ns_;
    int64_t fed_ns_ = 0, alarm_ns_ = 0;
};

}  // namespace v4lxx::stream
