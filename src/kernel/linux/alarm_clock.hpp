// What the clock of a real device and that of a simulated one have in common: the descriptor of an alarm.
#pragma once

#include "kernel/kernel.hpp"
#include "kernel/linux/alarm.hpp"

#include <cerrno>
#include <new>
#include <utility>

namespace v4lxx::kernel {

class AlarmClock : public DeviceClock {
public:
    int open() { return alarm_.open(); }
    int alarm_fd() const override { return alarm_.fd(); }
    void set_alarm(int64_t time_ns) override { alarm_.ring_at(time_ns); }
    void silence_alarm() override { alarm_.silence(); }

protected:
    Alarm alarm_;
};

template <class Clock, class... Arguments>
int make_alarm_clock(std::unique_ptr<DeviceClock> *out, Arguments &&...arguments)
{
    std::unique_ptr<Clock> clock(new (std::nothrow) Clock(std::forward<Arguments>(arguments)...));
    if (!clock)
        return -ENOMEM;
    const int rc = clock->open();
    if (rc == 0)
        *out = std::move(clock);
    return rc;
}

}  // namespace v4lxx::kernel
