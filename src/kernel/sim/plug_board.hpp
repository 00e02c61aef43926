// Which simulated devices of a context are plugged in, for those who watch them come and go: devices write, and watchers are rung.
#pragma once

#include "kernel/linux/alarm.hpp"

#include <cstdint>
#include <limits>
#include <memory>
#include <mutex>
#include <vector>

namespace v4lxx::kernel::sim {

class Plug;

class PlugBoard {
public:
    static constexpr int64_t never = std::numeric_limits<int64_t>::max();

    // Its alarm rings once something came or went that it has not taken, and when the next thing is due.
    struct Watcher {
        Alarm alarm;
        uint64_t taken = 0;
    };

    void tell() noexcept;  // something came or went
    void add(Watcher *watcher);
    void remove(Watcher *watcher) noexcept;
    bool take(Watcher *watcher) noexcept;  // whether anything came or went since it last took

private:
    friend class Plug;
    void set_alarm(Watcher &watcher) noexcept;
    void set_alarms() noexcept;

    std::mutex mutex_;  // guards all below and the plugs' due_ns_; nothing is locked under it
    uint64_t told_ = 0;
    std::vector<Plug *> plugs_;
    std::vector<Watcher *> watchers_;
};

// The place of one device on the board. What is set is guarded by the device.
class Plug {
public:
    explicit Plug(std::shared_ptr<PlugBoard> board);  // null: nobody watches
    Plug(const Plug &) = delete;
    Plug &operator=(const Plug &) = delete;
    ~Plug();

    // Which plugging in this is, 0 for none, and when its script has something to do.
    void set(uint64_t plugging, int64_t due_ns) noexcept;

private:
    friend class PlugBoard;

    const std::shared_ptr<PlugBoard> board_;
    uint64_t plugging_ = 1;
    int64_t due_ns_ = PlugBoard::never;
};

}  // namespace v4lxx::kernel::sim
