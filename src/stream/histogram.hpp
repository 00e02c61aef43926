// How often which time was seen: four steps to each doubling, from a microsecond to half a minute. One writer, who holds the queue's lock:
// a few relaxed stores. Read at any time without a lock.
#pragma once

#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace v4lxx::stream {

class Histogram {
public:
    static constexpr uint32_t bucket_count = 96;

    struct Snapshot {
        uint64_t count = 0;
        int64_t least_ns = 0, most_ns = 0, sum_ns = 0;
        std::array<uint64_t, bucket_count> buckets{};
    };

    // Times below 4 us have a bucket each; what is longer than the last bound is in the last bucket.
    static uint32_t bucket_of(int64_t ns) noexcept
    {
        const uint64_t us = static_cast<uint64_t>(ns) / 1000;
        if (us < 4)
            return static_cast<uint32_t>(us);
        const auto doubling = static_cast<uint32_t>(std::bit_width(us)) - 1;
        const uint32_t bucket = (doubling - 1) * 4 + static_cast<uint32_t>(us >> (doubling - 2) & 3);
        return bucket < bucket_count ? bucket : bucket_count - 1;
    }
    static int64_t lower_bound_ns(uint32_t bucket) noexcept
    {
        const uint64_t us = bucket < 4 ? bucket : uint64_t{4 + bucket % 4} << (bucket / 4 - 1);
        return static_cast<int64_t>(us * 1000);
    }

    void take(int64_t ns) noexcept  // not below 0
    {
        if (count_.load(std::memory_order_relaxed) == 0 || ns < least_.load(std::memory_order_relaxed))
            least_.store(ns, std::memory_order_relaxed);
        if (ns > most_.load(std::memory_order_relaxed))
            most_.store(ns, std::memory_order_relaxed);
        raise(sum_, ns);
        raise(buckets_[bucket_of(ns)], uint64_t{1});
        count_.store(count_.load(std::memory_order_relaxed) + 1, std::memory_order_release);
    }

    // Taken while frames come, its parts may differ by the frame that just comes; `count` is the sum of the buckets.
    Snapshot read() const noexcept
    {
        Snapshot snapshot;
        (void)count_.load(std::memory_order_acquire);
        for (uint32_t i = 0; i < bucket_count; i++)
            snapshot.count += snapshot.buckets[i] = buckets_[i].load(std::memory_order_relaxed);
        snapshot.least_ns = least_.load(std::memory_order_relaxed);
        snapshot.most_ns = most_.load(std::memory_order_relaxed);
        snapshot.sum_ns = sum_.load(std::memory_order_relaxed);
        return snapshot;
    }

private:
    template <class T>
    static void raise(std::atomic<T> &value, T by) noexcept
    {
        value.store(static_cast<T>(static_cast<uint64_t>(value.load(std::memory_order_relaxed)) + static_cast<uint64_t>(by)),
                    std::memory_order_relaxed);
    }

    std::atomic<uint64_t> count_{0};
    std::atomic<int64_t> least_{0}, most_{0}, sum_{0};
    std::array<std::atomic<uint64_t>, bucket_count> buckets_{};
};

}  // namespace v4lxx::stream
