// A USB bus that simulated cameras of one context share: each that streams takes what its mode needs, and there is only so much.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>

namespace v4lxx::kernel::sim {

class Bus {
public:
    // The smallest bandwidth that one of its cameras names; 0 names none.
    void limit(uint64_t bytes_per_second)
    {
        std::lock_guard lock(mutex_);
        if (bytes_per_second != 0 && (capacity_ == 0 || bytes_per_second < capacity_))
            capacity_ = bytes_per_second;
    }
    // False if so much is not there any more.
    bool take(const void *camera, uint64_t bytes_per_second)
    {
        std::lock_guard lock(mutex_);
        uint64_t used = 0;
        for (const auto &[other, part] : used_)
            used += other == camera ? 0 : part;
        if (capacity_ != 0 && (bytes_per_second > capacity_ || used > capacity_ - bytes_per_second))
            return false;
        used_[camera] = bytes_per_second;
        return true;
    }
    void give_back(const void *camera) noexcept
    {
        std::lock_guard lock(mutex_);
        used_.erase(camera);
    }
    bool is_used_by(const void *camera) const
    {
        std::lock_guard lock(mutex_);
        return used_.count(camera) != 0;
    }

private:
    mutable std::mutex mutex_;  // guards all below; nothing is locked under it
    uint64_t capacity_ = 0;     // bytes per second; 0: no limit
    std::map<const void *, uint64_t> used_;
};

}  // namespace v4lxx::kernel::sim
