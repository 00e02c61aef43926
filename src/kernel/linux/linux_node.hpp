// A real device node: system calls, one each, nothing else.
#pragma once

#include "kernel/kernel.hpp"
#include "kernel/linux/descriptor.hpp"

namespace v4lxx::kernel {

class LinuxNode : public Node {
public:
    LinuxNode(FaultPlan *faults, Descriptor fd, bool read_only) : Node(faults), fd_(std::move(fd)), read_only_(read_only) {}
    bool is_read_only() const override { return read_only_; }
    int wait_fd() const override { return fd_.get(); }
    int64_t now_ns() override;

protected:
    int do_ioctl(unsigned long request, void *argument) override;
    int do_map(uint64_t offset, size_t length, void **out) override;
    int do_wait(Event *wake, int64_t timeout_ns, Ready *ready) override;
    int do_pause(Event &wake, int64_t timeout_ns) override;
    int do_kind(PathKind *out) override;

private:
    Descriptor fd_;
    const bool read_only_;
};

}  // namespace v4lxx::kernel
