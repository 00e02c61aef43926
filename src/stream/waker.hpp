// Ends waits: by cancel (from any thread or a signal handler), by stop, by close. One event for all three; the steady state of a
// stream never touches it.
#pragma once

#include "kernel/kernel.hpp"

#include <atomic>
#include <memory>

namespace v4lxx::stream {

class Waker {
public:
    explicit Waker(std::unique_ptr<kernel::Event> event) : event_(std::move(event)) {}

    kernel::Event &event() { return *event_; }
    void cancel() noexcept;         // async-signal-safe
    void wake() noexcept;           // something changed; waiters look at it themselves
    void wake_for_good() noexcept;  // closed: the event stays signalled

private:
    friend class Wait;
    void clear_if_signalled() noexcept;

    std::unique_ptr<kernel::Event> event_;
    std::atomic<uint32_t> cancels_{0};       // ever asked for
    std::atomic<uint32_t> acknowledged_{0};  // of these, reported to a wait
    std::atomic<uint32_t> waiters_{0};
    std::atomic<bool> signalled_{false};
    std::atomic<bool> for_good_{false};
};

// One wait in progress, from entry to return.
class Wait {
public:
    explicit Wait(Waker &waker) noexcept;
    ~Wait();
    Wait(const Wait &) = delete;
    Wait &operator=(const Wait &) = delete;

    // True once a cancel concerns this wait: one that came since it began, or one nobody has been told of yet.
    bool take_cancel() noexcept;
    // The event was signalled, but not for this wait.
    void nothing_for_me() noexcept { waker_.clear_if_signalled(); }

private:
    Waker &waker_;
    uint32_t cancels_at_entry_;
};

}  // namespace v4lxx::stream
