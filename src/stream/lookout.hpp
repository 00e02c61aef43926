// For signs that a lost device may be back: made at the first loss, and watched only while the device is away.
#pragma once

#include "kernel/kernel.hpp"

#include <memory>
#include <vector>

namespace v4lxx::stream {

class Lookout {
public:
    // Without one, or where it sees nothing, the device is found by looking again and again.
    void open(kernel::System &system) noexcept;
    bool is_open() const { return set_ != nullptr; }

    const std::vector<int> &fds() const { return fds_; }
    int any_fd() const { return set_ ? set_->fd() : -1; }  // readable when one of them is
    bool has_sign();

private:
    std::unique_ptr<kernel::Monitor> monitor_;
    std::unique_ptr<kernel::WaitSet> set_;
    std::vector<int> fds_;
};

}  // namespace v4lxx::stream
