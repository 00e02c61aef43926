// Lists that a device is asked for at most once: the second question is answered from memory. On many cameras a question costs a
// transfer over USB, and what a device offers does not change while nobody changes its input.
#pragma once

#include "base/result.hpp"

#include <map>
#include <mutex>
#include <vector>

namespace v4lxx::device {

template <class Key, class Entry>
class AskedOnce {
public:
    // ask() is called under the lock, so that two threads do not both ask; it may not come back here. A failure is not remembered.
    template <class Ask>
    Result<std::vector<Entry>> get(const Key &key, Ask &&ask)
    {
        std::lock_guard lock(mutex_);
        if (auto known = lists_.find(key); known != lists_.end())
            return known->second;
        Result<std::vector<Entry>> list = ask();
        if (list && lists_.size() < most_lists)
            lists_.emplace(key, *list);
        return list;
    }
    void forget()
    {
        std::lock_guard lock(mutex_);
        lists_.clear();
    }

private:
    // A program may ask for the intervals of any size: memory stays bounded.
    static constexpr size_t most_lists = 8192;

    std::mutex mutex_;  // guards lists_; nothing is locked before it, and only the kernel is called under it
    std::map<Key, std::vector<Entry>> lists_;
};

}  // namespace v4lxx::device
