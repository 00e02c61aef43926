#include "kernel/sim/device_clock.hpp"

#include <cerrno>
#include <new>

namespace v4lxx::kernel::sim {

namespace {

class SimClock : public DeviceClock {
public:
    explicit SimClock(std::shared_ptr<Device> device) : device_(std::move(device)) {}
    int open() { return alarm_.open(); }
    int64_t now_ns() override { return device_->now_ns(); }
    int pause(Event &wake, int64_t timeout_ns) override { return device_->pause(wake, timeout_ns); }
    int alarm_fd() const override { return alarm_.fd(); }
    // Whoever comes to look moves a virtual clock.
    void set_alarm(int64_t time_ns) override { is_virtual() ? alarm_.ring_now() : alarm_.ring_at(time_ns); }
    void silence_alarm() override { alarm_.silence(); }
    bool has_come(int64_t time_ns) override
    {
        if (const int64_t now_ns = device_->now_ns(); is_virtual() && now_ns < time_ns)
            device_->advance(time_ns - now_ns);
        return device_->now_ns() >= time_ns;
    }

private:
    bool is_virtual() const { return device_->parameters().virtual_clock; }

    std::shared_ptr<Device> device_;
    Alarm alarm_;
};

}  // namespace

int make_clock_of(std::shared_ptr<Device> device, std::unique_ptr<DeviceClock> *out)
{
    std::unique_ptr<SimClock> clock(new (std::nothrow) SimClock(std::move(device)));
    if (!clock)
        return -ENOMEM;
    const int rc = clock->open();
    if (rc == 0)
        *out = std::move(clock);
    return rc;
}

}  // namespace v4lxx::kernel::sim
