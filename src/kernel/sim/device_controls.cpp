// What C++ tests do with a simulated device, and ask it.
#include "kernel/sim/device.hpp"

namespace v4lxx::kernel::sim {

void Device::unplug()
{
    Lock lock(mutex_);
    catch_up();
    do_unplug();
    set_alarms();
}

void Device::replug()
{
    Lock lock(mutex_);
    catch_up();
    do_replug();
    set_alarms();
}

void Device::set_signal(const Signal &signal)
{
    Lock lock(mutex_);
    catch_up();
    do_set_signal(signal);
    set_alarms();
}

bool Device::is_plugged() const
{
    Lock lock(mutex_);
    return plugged_;
}

void Device::advance(int64_t ns)
{
    Lock lock(mutex_);
    clock_.move_to(clock_.now_ns() + ns);
    catch_up();
    set_alarms();
}

int64_t Device::now_ns() const
{
    if (!parameters_.virtual_clock)
        return monotonic_ns();
    Lock lock(mutex_);
    return clock_.now_ns();
}

int Device::read_clock(kernel::Clock clock, int64_t *out_ns)
{
    if (clock == kernel::Clock::unknown || clock == kernel::Clock::copy)
        return -EINVAL;
    Lock lock(mutex_);
    *out_ns = clock_.now_ns() + clock_.ahead_ns(clock);
    return 0;
}

void Device::step_clock(int64_t ns)
{
    Lock lock(mutex_);
    clock_.step(ns);
}

void Device::suspend_clock(int64_t ns)
{
    Lock lock(mutex_);
    clock_.suspend(ns);
}

std::vector<std::string> Device::violations() const
{
    Lock lock(mutex_);
    return referee_.violations();
}

void Device::forget_violations()
{
    Lock lock(mutex_);
    referee_.forget_violations();
}

uint64_t Device::calls(unsigned long request) const
{
    Lock lock(mutex_);
    return referee_.calls(request);
}

uint64_t Device::setter_calls() const
{
    Lock lock(mutex_);
    return referee_.setter_calls();
}

uint64_t Device::frames_generated() const
{
    Lock lock(mutex_);
    return sensor_.frames();
}

uint64_t Device::frames_lost() const
{
    Lock lock(mutex_);
    return sensor_.lost();
}

size_t Device::open_files() const
{
    Lock lock(mutex_);
    return files_.size();
}

size_t Device::live_mappings() const
{
    Lock lock(mutex_);
    return mappings_.size();
}

Layout Device::layout() const
{
    Lock lock(mutex_);
    return negotiation_.layout();
}

int64_t Device::control_value(uint32_t id) const
{
    Lock lock(mutex_);
    return controls_.value(id);
}

}  // namespace v4lxx::kernel::sim
