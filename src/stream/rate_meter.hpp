// The rate at which frames really come, from their time stamps. Written on the frame path by whoever holds the queue's lock: three
// stores. Read at any time without a lock.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

namespace v4lxx::stream {

class RateMeter {
public:
    struct Measured {
        uint32_t intervals = 0;  // measured over; 0: too few frames came
        uint64_t missing = 0;    // frames the driver counted meanwhile and did not deliver
        int64_t ns = 0;
    };

    void restart() noexcept { first_.store(count_.load(std::memory_order_relaxed), std::memory_order_release); }

    void take(int64_t stamp_ns, uint64_t number) noexcept
    {
        const uint64_t count = count_.load(std::memory_order_relaxed);
        Entry &entry = entries_[slot_of(count)];
        entry.stamp_ns.store(stamp_ns, std::memory_order_relaxed);
        entry.number.store(number, std::memory_order_relaxed);
        count_.store(count + 1, std::memory_order_release);
    }

    // Over the last frames since the restart.
    Measured measure() const noexcept
    {
        for (int attempt = 0; attempt < 4; attempt++) {
            const uint64_t first = first_.load(std::memory_order_acquire), count = count_.load(std::memory_order_acquire);
            if (count < first + 2)
                return {};
            const uint64_t last = count - 1, from = last - first > longest ? last - longest : first;
            const Entry &a = entries_[slot_of(from)], &b = entries_[slot_of(last)];
            int64_t ns = 0;
            const bool overflows = __builtin_sub_overflow(b.stamp_ns.load(std::memory_order_relaxed),
                                                          a.stamp_ns.load(std::memory_order_relaxed), &ns);
            const uint64_t numbers = b.number.load(std::memory_order_relaxed) - a.number.load(std::memory_order_relaxed);
            std::atomic_thread_fence(std::memory_order_acquire);
            if (count_.load(std::memory_order_relaxed) >= from + entries_.size())
                continue;  // the older one may have been written over meanwhile
            const uint64_t intervals = last - from;
            if (overflows || ns <= 0)  // a clock that stands or goes back measures nothing
                return {};
            return {static_cast<uint32_t>(intervals), numbers > intervals ? numbers - intervals : 0, ns};
        }
        return {};
    }

private:
    static constexpr uint64_t longest = 30;  // intervals
    struct Entry {
        std::atomic<int64_t> stamp_ns{0};
        std::atomic<uint64_t> number{0};
    };
    static constexpr size_t slots = 64;
    static size_t slot_of(uint64_t number) { return static_cast<size_t>(number % slots); }

    std::array<Entry, slots> entries_;
    std::atomic<uint64_t> count_{0}, first_{0};
};

}  // namespace v4lxx::stream
