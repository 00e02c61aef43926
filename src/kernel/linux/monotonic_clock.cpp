#include "kernel/linux/monotonic_clock.hpp"

#include "kernel/linux/alarm.hpp"
#include "kernel/linux/waiting.hpp"

#include <cerrno>
#include <new>

namespace v4lxx::kernel {

namespace {

class MonotonicClock : public DeviceClock {
public:
    int open() { return alarm_.open(); }
    int64_t now_ns() override { return monotonic_ns(); }
    int pause(Event &wake, int64_t timeout_ns) override { return wait_for_event(wake, timeout_ns); }
    int alarm_fd() const override { return alarm_.fd(); }
    void set_alarm(int64_t time_ns) override { alarm_.ring_at(time_ns); }
    void silence_alarm() override { alarm_.silence(); }
    bool has_come(int64_t time_ns) override { return monotonic_ns() >= time_ns; }

private:
    Alarm alarm_;
};

}  // namespace

int make_monotonic_clock(std::unique_ptr<DeviceClock> *out)
{
    std::unique_ptr<MonotonicClock> clock(new (std::nothrow) MonotonicClock);
    if (!clock)
        return -ENOMEM;
    const int rc = clock->open();
    if (rc == 0)
        *out = std::move(clock);
    return rc;
}

}  // namespace v4lxx::kernel
