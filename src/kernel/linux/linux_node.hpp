// A real device node: system calls, one each, nothing else.
#pragma once

#include "kernel/kernel.hpp"
#include "kernel/linux/descriptor.hpp"

#include <atomic>
#include <sys/stat.h>

namespace v4lxx::kernel {

class LinuxNode : public Node {
public:
    struct Opened {
        struct stat status;  // as fstat() told right after the opening
        bool read_only;
    };
    LinuxNode(FaultPlan *faults, Descriptor fd, const Opened &opened) : Node(faults), fd_(std::move(fd)), opened_(opened) {}
    // A number that is somebody else's by now is not closed.
    ~LinuxNode() override;
    bool is_read_only() const override { return opened_.read_only; }
    int wait_fd() const override { return is_ours_.load(std::memory_order_relaxed) ? fd_.get() : -1; }
    int64_t now_ns() override;

protected:
    int do_ioctl(unsigned long request, void *argument) override;
    int do_map(uint64_t offset, size_t length, void **out) override;
    int do_wait(Event *wake, int64_t timeout_ns, Ready *ready) override;
    int do_pause(Event &wake, int64_t timeout_ns) override;
    int do_kind(PathKind *out) override;
    int do_check_descriptor() override;

private:
    Descriptor fd_;
    const Opened opened_;
    std::atomic<bool> is_ours_{true};  // the descriptor, as far as was looked
};

}  // namespace v4lxx::kernel
