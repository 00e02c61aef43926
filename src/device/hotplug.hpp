// Cameras that come and go, without libudev: descriptors of which one is readable when there may be news, and a look that tells what has
// become of each physical device. The kernel's messages only say when to look; what is told comes from comparing what is there with what was there,
// so nothing is lost however many messages are, and a device that came and went between two looks is not told of.
#pragma once

#include "device/stock.hpp"

#include <memory>
#include <vector>

namespace v4lxx::device {

// For one thread at a time. May not outlive the context.
class Hotplug {
public:
    // What is there now is what changes are told against: present().
    static Result<std::unique_ptr<Hotplug>> create(Context &context, bool simulated);

    std::vector<int> fds() const;  // the same for its life
    // Never waits. Real nodes are given a moment after the last sign of change: they come one by one, and udev sets their owner and mode after
    // that; until then nothing is told, and a descriptor becomes readable when the moment is over. A device that may not be opened even then
    // is told as added, with its error, and as changed once it may be.
    std::vector<Change> look();
    bool sees_simulated() const { return simulated_; }
    const std::vector<Ref<DeviceInfo>> &present() const { return stock_.devices; }

private:
    Hotplug(Context &context, bool simulated) : context_(context), simulated_(simulated) {}
    Result<void> open();
    void note(const kernel::Signs &signs);
    void look_later(int64_t due_ns);
    void settle(uint32_t unready);

    Context &context_;
    const bool simulated_;
    std::unique_ptr<kernel::Monitor> monitor_;
    std::unique_ptr<kernel::DeviceClock> clock_;
    Stock stock_;
    bool due_simulated_ = false;
    int64_t due_ns_ = 0, latest_ns_ = 0;  // when real nodes are to be looked at, and when at the latest; 0: they need not be
    uint32_t repeats_ = 0;                // looks without a sign, for what was not ready
};

}  // namespace v4lxx::device
