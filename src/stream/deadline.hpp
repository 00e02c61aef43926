// A time-out as the moment in which it is over, by a clock that the caller has.
#pragma once

#include "stream/queue.hpp"

#include <algorithm>
#include <cstdint>

namespace v4lxx::stream {

// What is left until a moment, for a wait that takes a time-out.
inline int64_t time_until(int64_t deadline_ns, int64_t now_ns)
{
    return deadline_ns > now_ns ? deadline_ns - std::max<int64_t>(now_ns, 0) : 0;
}

class Deadline {
public:
    // As waits count: 0 only looks, < 0 waits for ever. The clock is read only where there is an end.
    template <class Clock>
    Deadline(int64_t timeout_ns, Clock &clock) : timeout_ns_(timeout_ns)
    {
        if (timeout_ns > 0 && __builtin_add_overflow(clock.now_ns(), timeout_ns, &end_ns_))
            timeout_ns_ = kernel::forever_ns;  // further away than the clock can say
    }
    bool only_looks() const { return timeout_ns_ == 0; }
    NextKind when_over() const { return only_looks() ? NextKind::again : NextKind::timed_out; }
    // Of the time given; for the next wait.
    template <class Clock>
    int64_t left_ns(Clock &clock) const
    {
        return timeout_ns_ <= 0 ? timeout_ns_ : std::max<int64_t>(end_ns_ - clock.now_ns(), 0);
    }
    template <class Clock>
    bool is_over(Clock &clock) const
    {
        return left_ns(clock) == 0;
    }

private:
    int64_t timeout_ns_, end_ns_ = 0;
};

}  // namespace v4lxx::stream
