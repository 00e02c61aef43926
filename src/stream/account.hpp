// The exact account of a stream. Written on the frame path with relaxed atomics, read at any time without a lock.
#pragma once

#include <atomic>
#include <cstdint>

namespace v4lxx::stream {

class Counter {
public:
    void add(uint64_t n = 1) noexcept { value_.fetch_add(n, std::memory_order_relaxed); }
    void subtract(uint64_t n) noexcept { value_.fetch_sub(n, std::memory_order_relaxed); }
    void set(uint64_t n) noexcept { value_.store(n, std::memory_order_relaxed); }
    uint64_t value() const noexcept { return value_.load(std::memory_order_relaxed); }

private:
    std::atomic<uint64_t> value_{0};
};

// Every frame the driver counted is in exactly one of delivered, driver_dropped, corrupt_dropped, empty_dropped, policy_dropped, waiting.
struct Account {
    Counter delivered, driver_dropped, corrupt_dropped, empty_dropped, policy_dropped;
    Counter corrupt, short_frames;  // among the others
    Counter bytes, copies, io_errors, requeue_failures;
    Counter starved;                // how often taking frames left the driver without a buffer
    Counter reconnects;             // how often its device was lost and came back
    Counter buffers_grown;          // that were added while streaming
    Counter large_pages;            // copies for which the kernel took the hint
    Counter others_refused;         // how often another device was at its place meanwhile
    Counter usb_resets;             // how often the USB device was reset to get it back
    Counter stalls;                 // how often nothing good came for longer than the program allows
    Counter queued, held, waiting;  // now
};

}  // namespace v4lxx::stream
