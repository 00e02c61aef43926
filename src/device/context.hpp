// What everything of one user hangs off: the system as this user sees it. There is no hidden global one.
#pragma once

#include "base/log.hpp"
#include "base/object.hpp"
#include "base/result.hpp"
#include "device/clock_relations.hpp"
#include "kernel/kernel.hpp"

#include <atomic>
#include <memory>
#include <mutex>

namespace v4lxx::device {

// What a layer above keeps with a context, and what ends with it.
class ContextPart {
public:
    virtual ~ContextPart() = default;
};

class Context : public Object {
public:
    Context();                                                 // of the machine it runs on
    explicit Context(std::unique_ptr<kernel::System> system);  // of another, for tests
    kernel::System &system() { return *system_; }
    Log &log() { return log_; }
    const Log &log() const { return log_; }
    ClockRelations &clocks() { return clocks_; }
    // A failure in a process that was forked from the one that made this context: all that hangs off it is that one's.
    Result<void> check_process() const;

    // Null until one was made.
    ContextPart *part() const noexcept { return part_.load(std::memory_order_acquire); }
    template <class Make>
    Result<ContextPart *> part(Make &&make)
    {
        std::lock_guard lock(part_mutex_);
        if (!owned_part_) {
            auto made = make();
            if (!made)
                return std::move(made).failure();
            owned_part_ = *std::move(made);
            part_.store(owned_part_.get(), std::memory_order_release);
        }
        return owned_part_.get();
    }

private:
    std::unique_ptr<kernel::System> system_;
    Log log_;
    std::mutex part_mutex_;  // guards the making; nothing but what the system does is locked under it
    std::unique_ptr<ContextPart> owned_part_;
    std::atomic<ContextPart *> part_{nullptr};
    ClockRelations clocks_;  // of the system
};

}  // namespace v4lxx::device
