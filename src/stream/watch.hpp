// A wait set that has the descriptors of a queue: the one that programs poll, or that of a loop. What wakes is always in it, the node only
// while the queue streams.
#pragma once

#include "kernel/kernel.hpp"

#include <array>
#include <vector>

namespace v4lxx::stream {

class Watch {
public:
    explicit operator bool() const { return set_ != nullptr; }
    // What wakes, besides the node: -1 for what there is not.
    using Wakers = std::array<int, 3>;
    // 0, or -errno with nothing added.
    int begin(kernel::WaitSet &set, uint64_t token, const Wakers &wakers) noexcept;
    void end() noexcept;

    void watch(int node_fd) noexcept;
    void unwatch() noexcept;
    // Others', in the place of those before.
    void listen(const std::vector<int> &fds) noexcept;

private:
    kernel::WaitSet *set_ = nullptr;
    uint64_t token_ = 0;
    Wakers wakers_{};
    int node_fd_ = -1;  // -1: it is not in the set
    std::array<int, 4> heard_{-1, -1, -1, -1};
};

}  // namespace v4lxx::stream
