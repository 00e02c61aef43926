// A simulated device as one open file description: the door's interface over a shared Device.
#pragma once

#include "kernel/sim/device.hpp"

#include <cerrno>
#include <new>

namespace v4lxx::kernel::sim {

class SimNode : public Node {
public:
    SimNode(FaultPlan *faults, std::shared_ptr<Device> device, OpenFile *file)
        : Node(faults), device_(std::move(device)), file_(file)
    {
    }
    ~SimNode() override { device_->close(file_); }

    bool is_read_only() const override { return device_->parameters().read_only; }
    int wait_fd() const override { return file_->alarm.fd(); }
    int64_t now_ns() override { return device_->now_ns(); }
    std::shared_ptr<Clocks> own_clocks() override { return device_->parameters().virtual_clock ? device_ : nullptr; }

protected:
    // A kernel throws nothing; some callers are noexcept and rely on that.
    int do_ioctl(unsigned long request, void *argument) override
    {
        try {
            return device_->ioctl(*file_, request, argument);
        } catch (const std::bad_alloc &) {
            return -ENOMEM;
        }
    }
    int do_map(uint64_t offset, size_t length, void **out) override { return device_->map(*file_, offset, length, out); }
    int do_wait(Event *wake, int64_t timeout_ns, Ready *ready) override
    {
        return device_->wait(*file_, wake, timeout_ns, ready);
    }
    int do_pause(Event &wake, int64_t timeout_ns) override { return device_->pause(wake, -1, timeout_ns); }
    int do_check_descriptor() override { return device_->check_descriptor(*file_); }

private:
    std::shared_ptr<Device> device_;
    OpenFile *file_;
};

}  // namespace v4lxx::kernel::sim
