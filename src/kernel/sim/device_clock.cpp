#include "kernel/sim/device_clock.hpp"

#include "kernel/linux/alarm_clock.hpp"

namespace v4lxx::kernel::sim {

namespace {

class SimClock : public AlarmClock {
public:
    explicit SimClock(std::shared_ptr<Device> device) : device_(std::move(device)) {}
    int64_t now_ns() override { return device_->now_ns(); }
    int pause(Event &wake, int also_fd, int64_t timeout_ns) override { return device_->pause(wake, also_fd, timeout_ns); }
    // Whoever comes to look moves a virtual clock.
    void set_alarm(int64_t time_ns) override { is_virtual() ? alarm_.ring_now() : alarm_.ring_at(time_ns); }
    bool has_come(int64_t time_ns) override
    {
        if (const int64_t now_ns = device_->now_ns(); is_virtual() && now_ns < time_ns)
            device_->advance(time_ns - now_ns);
        return device_->now_ns() >= time_ns;
    }

private:
    bool is_virtual() const { return device_->parameters().virtual_clock; }

    std::shared_ptr<Device> device_;
};

}  // namespace

int make_clock_of(std::shared_ptr<Device> device, std::unique_ptr<DeviceClock> *out)
{
    return make_alarm_clock<SimClock>(out, std::move(device));
}

}  // namespace v4lxx::kernel::sim
