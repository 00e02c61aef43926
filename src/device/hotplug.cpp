#include "device/hotplug.hpp"

#include "kernel/kernel_failure.hpp"

#include <algorithm>

namespace v4lxx::device {

// udev needs some milliseconds from the kernel's message to the node's last access right, on a busy machine some tens.
static constexpr int64_t settling_ns = 100'000'000;
// Where signs never end, news may not wait for ever.
static constexpr int64_t longest_settling_ns = 1'000'000'000;
// What was not ready is looked at again after 100, 200, 400, 800 ms, and then at the next sign.
static constexpr uint32_t most_repeats = 4;

static Failure cannot_watch(int rc, const char *call) { return kernel::call_failure(rc, call).in("watch for devices"); }

Result<std::unique_ptr<Hotplug>> Hotplug::create(Context &context, bool simulated)
{
    std::unique_ptr<Hotplug> hotplug(new Hotplug(context, simulated));
    if (auto open = hotplug->open(); !open)
        return std::move(open).failure();
    return hotplug;
}

// The monitor comes first: what comes or goes after the first look must give a sign.
Result<void> Hotplug::open()
{
    kernel::System &system = context_.system();
    if (int rc = system.make_monitor(simulated_, &monitor_); rc < 0)
        return cannot_watch(rc, "inotify_init1");
    if (int rc = system.make_clock("", &clock_); rc < 0)
        return cannot_watch(rc, "timerfd_create");
    auto stock = take_stock(context_, {}, true, simulated_);
    if (!stock)
        return std::move(stock).failure().in("watch for devices");
    stock_ = *std::move(stock);
    settle(stock_.unready);
    return {};
}

std::vector<int> Hotplug::fds() const
{
    std::vector<int> all = monitor_->fds();
    all.push_back(clock_->alarm_fd());
    return all;
}

void Hotplug::look_later(int64_t due_ns)
{
    due_ns_ = due_ns;
    clock_->set_alarm(due_ns);
}

void Hotplug::note(const kernel::Signs &signs)
{
    due_simulated_ = due_simulated_ || signs.simulated;  // they are ready at once
    if (signs.real || signs.simulated)
        repeats_ = 0;
    if (!signs.real)
        return;
    const int64_t now_ns = clock_->now_ns();
    if (latest_ns_ == 0)
        latest_ns_ = now_ns + longest_settling_ns;
    look_later(std::min(now_ns + settling_ns, latest_ns_));
}

// There was a look; nobody waits for another one.
void Hotplug::settle(uint32_t unready)
{
    latest_ns_ = due_ns_ = 0;
    if (unready > 0 && repeats_ < most_repeats)
        look_later(clock_->now_ns() + (settling_ns << repeats_++));
    else
        clock_->silence_alarm();
}

std::vector<Change> Hotplug::look()
{
    note(monitor_->drain());
    const bool real = due_ns_ != 0 && clock_->has_come(due_ns_);
    if (!real && !due_simulated_)
        return {};
    auto now = take_stock(context_, stock_, real, simulated_);
    if (!now) {  // it is not known what there is, so nothing has become of anything
        look_later(clock_->now_ns() + longest_settling_ns);
        return {};
    }
    std::vector<Change> changes = changes_between(stock_, *now);
    stock_ = *std::move(now);
    due_simulated_ = false;
    if (real || due_ns_ == 0)
        settle(stock_.unready);
    return changes;
}

}  // namespace v4lxx::device
