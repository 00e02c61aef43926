// Keeps a stream going over the loss of its device, for whoever asked for it. All of it runs on the thread that takes frames: the buffers are
// given up, the device is looked for again and again, and once it is there it is set and started as before. No lock is held meanwhile.
#pragma once

#include "device/way_back.hpp"
#include "stream/deadline.hpp"
#include "stream/lookout.hpp"
#include "stream/turn.hpp"

#include <atomic>
#include <functional>

namespace v4lxx::stream {

class Healing {
public:
    // Starts the device, unless the queue was stopped since that many stops; `anew`: a node that was just opened is set as the old one was.
    using Resume = std::function<Result<void>(uint64_t stops, bool anew)>;
    Healing(Queue &queue, device::WayBack way, bool may_reset_usb, Resume resume)
        : queue_(queue), way_(std::move(way)), may_reset_usb_(may_reset_usb), resume_(std::move(resume))
    {
    }

    Result<void> start();
    void give_up() noexcept;  // stopped: whoever waits for the device stops waiting
    Result<Next> next(int64_t timeout_ns);

    struct Facts {
        bool is_away = false;
        int64_t away_ns = 0;
        uint32_t attempts = 0;
        Code last_code{};  // why the last one failed
    };
    Facts facts() const;

private:
    void begin(uint64_t start_count, const Failure &why) noexcept;
    Result<bool> come_back(const Deadline &deadline);
    Result<void> attempt();
    Result<void> try_once(uint64_t stops);
    void tell_back();
    void pause_until_next_try() noexcept;
    bool is_reset_due() const;
    void reset_usb(device::Device &device);
    bool look_for_signs();
    void stop_looking() noexcept;
    void note(const Failure &failure);

    Queue &queue_;
    const device::WayBack way_;
    const bool may_reset_usb_;
    const Resume resume_;
    std::atomic<bool> wanted_{false};  // started, and not stopped since
    std::atomic<bool> away_{false};
    std::atomic<bool> is_tried_{false};  // an attempt was made good, and no frame has come since
    // A thread gives up the buffers, or tries to get the device back; a start may want to as well.
    std::atomic<bool> attempting_{false};
    std::atomic<bool> is_new_node_{false};  // nothing is set on it yet
    std::atomic<int64_t> since_ns_{0}, next_try_ns_{0}, pause_ns_{0};
    std::atomic<uint32_t> attempts_{0};
    std::atomic<Code> last_code_{};
    // With attempting_:
    int64_t last_try_ns_ = 0;
    Lookout lookout_;         // opened before away_ is set for the first time, and then the same
    bool is_there_ = false;   // what is wrong is not that the device is gone
    bool was_reset_ = false;  // its USB device, or that was refused, since frames came last
    // Frames that were handed out when it last came back. A start that brings none was no cure.
    uint64_t delivered_when_back_ = UINT64_MAX;
};

}  // namespace v4lxx::stream
