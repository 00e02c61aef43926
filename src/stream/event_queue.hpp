// Events that wait for the program. Whoever tells of one never waits and never fails: the oldest makes room, what is lost is counted.
#pragma once

#include "stream/event.hpp"

#include "kernel/kernel.hpp"

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>

namespace v4lxx::stream {

class EventQueue {
public:
    static constexpr size_t most_waiting = 256;

    explicit EventQueue(std::unique_ptr<kernel::Event> ready) : ready_(std::move(ready)) {}

    kernel::Event &ready() { return *ready_; }  // signalled while one waits
    void push(Ref<Event> event);
    Ref<Event> take() noexcept;  // null if none waits
    bool empty();
    void clear() noexcept;
    void count_missed() noexcept { missed_.fetch_add(1, std::memory_order_relaxed); }
    uint64_t missed() const noexcept { return missed_.load(std::memory_order_relaxed); }

private:
    const std::unique_ptr<kernel::Event> ready_;
    std::atomic<uint64_t> missed_{0};
    std::mutex mutex_;  // guards waiting_; nothing is locked under it
    std::deque<Ref<Event>> waiting_;
};

}  // namespace v4lxx::stream
