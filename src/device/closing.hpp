// A close that does not wait longer than it was given. Only a thread of its own can do that: the driver may keep the one that closes.
#pragma once

#include "base/result.hpp"
#include "kernel/kernel.hpp"

#include <functional>
#include <memory>
#include <mutex>

namespace v4lxx::device {

// How far the close of one object is.
class Closing {
public:
    // `begin` keeps everybody out, without a call to the driver, and says whether the rest falls to this caller. `finish` is that rest: it runs
    // on another thread while this one waits; 0 does not, < 0 waits for ever. False: it is not over, and goes on alone.
    Result<bool> run(kernel::System &system, int64_t timeout_ns, const std::function<bool()> &begin,
                     const std::function<void()> &finish);
    void tell_over() noexcept;

private:
    // Signalled at the end; null if that was already.
    Result<std::shared_ptr<kernel::Event>> end(kernel::System &system);

    std::mutex mutex_;  // guards all below; nothing is locked under it
    bool is_over_ = false;
    std::shared_ptr<kernel::Event> end_;  // null until somebody waits for it
};

// Of one that was not over in time. `calls`: what the driver is in.
Failure not_closed_yet(int64_t timeout_ns, const kernel::CallMarks &calls);

}  // namespace v4lxx::device
