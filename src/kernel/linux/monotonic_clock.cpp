#include "kernel/linux/monotonic_clock.hpp"

#include "kernel/linux/alarm_clock.hpp"
#include "kernel/linux/waiting.hpp"

namespace v4lxx::kernel {

namespace {

class MonotonicClock : public AlarmClock {
public:
    int64_t now_ns() override { return monotonic_ns(); }
    int pause(Event &wake, int also_fd, int64_t timeout_ns) override { return wait_for_event(wake, also_fd, timeout_ns); }
    bool has_come(int64_t time_ns) override { return monotonic_ns() >= time_ns; }
};

}  // namespace

int make_monotonic_clock(std::unique_ptr<DeviceClock> *out) { return make_alarm_clock<MonotonicClock>(out); }

}  // namespace v4lxx::kernel
