// Counts calls into the kernel. Relaxed atomics: the numbers are read for statistics, never for ordering.
#pragma once

#include <atomic>
#include <cstdint>

namespace v4lxx::kernel {

class CallCounter {
public:
    void add() { count_.fetch_add(1, std::memory_order_relaxed); }
    uint64_t value() const { return count_.load(std::memory_order_relaxed); }

private:
    std::atomic<uint64_t> count_{0};
};

}  // namespace v4lxx::kernel
