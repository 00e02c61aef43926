// An open device node: what it offers, its format, and the one place that decides whether it is lost or closed.
#pragma once

#include "base/gate.hpp"
#include "base/result.hpp"
#include "data/errno_meanings.hpp"
#include "device/closing.hpp"
#include "device/context.hpp"
#include "device/crop_memory.hpp"
#include "device/device_info.hpp"
#include "device/mode_catalogue.hpp"
#include "device/negotiation.hpp"
#include "device/settings_memory.hpp"
#include "device/way_back.hpp"
#include "kernel/format_calls.hpp"

#include <atomic>
#include <deque>
#include <mutex>

namespace v4lxx::device {

// Somebody above with buffers on this device: told when the device closes. Neither call may block on the user.
class QueueOwner : public Object {
public:
    virtual void device_closing() noexcept = 0;      // wake all waits; they find the device closed
    virtual void device_closed() noexcept = 0;       // nobody is inside any more: free the buffers while the node is open
    virtual DeviceState state() const noexcept = 0;  // what it does now; takes no lock
};

class Device : public Object {
public:
    static Result<Ref<Device>> open(Context &context, const char *name);
    static Result<Ref<Device>> adopt(Context &context, int fd);

    void close() noexcept;
    // Fails if the time is over first; the close goes on without the caller.
    Result<void> close_within(int64_t timeout_ns);
    // Of the node it has, or had last.
    std::shared_ptr<const kernel::CallMarks> call_marks() const;

    // Of the node that is open now; what it was before a reopening stays readable.
    const Ref<DeviceInfo> &info() const { return *info_.load(std::memory_order_acquire); }
    Context &context() { return *context_; }
    kernel::Api api() const { return info()->api(); }
    bool is_lost() const { return lost_.load(std::memory_order_acquire); }

    // Everything below needs the caller to be inside the gate (Inside<Device>), which keeps the node open.
    Gate &gate() { return gate_; }
    bool enter() noexcept;  // false in a forked child, too: this is where it is kept from what is its parent's
    void finish_close() noexcept;
    kernel::Node &node() { return *node_; }

    // What the device offers: asked once, then remembered until somebody changes its input.
    Result<std::vector<kernel::FormatDescription>> formats();
    Result<std::vector<kernel::SizeRange>> sizes(uint32_t fourcc);
    Result<std::vector<kernel::IntervalRange>> intervals(uint32_t fourcc, uint32_t width, uint32_t height);
    void forget_modes()
    {
        modes_.forget();
        crop_.forget_input();
    }
    Result<kernel::Format> format();
    Result<Negotiated> try_format(const kernel::Format &wanted);
    Result<Negotiated> set_format(const kernel::Format &wanted);
    Result<kernel::Fraction> interval();
    Result<kernel::Fraction> set_interval(kernel::Fraction wanted);

    CropMemory &crop() { return crop_; }
    // What is set through this handle and has to be set again after a reopening.
    SettingsMemory &settings() { return settings_; }
    // Sets it again. What the device refuses now is told to the log; all else goes on.
    void restore_settings();

    // One capture queue at a time, kept alive until it detaches or the device has closed. False if there is one.
    bool attach(QueueOwner &owner);
    void detach(QueueOwner &owner) noexcept;

    // For a device that is lost, with no buffers left and the caller outside the gate: closes the node and opens the device anew. While it
    // is away, all others find it lost.
    Result<void> reopen(const WayBack &way);
    // Its first half alone, for what has to be done meanwhile.
    void let_node_go();
    // System calls on its nodes: on those it had before, and, with a caller inside, on the one it has.
    uint64_t calls_before() const { return calls_before_.load(std::memory_order_relaxed); }
    uint64_t calls() const { return calls_before() + (node_ ? node_->calls().value() : 0); }

    // Completes a failure of a request on this device: names the device, and settles whether the device is lost (an I/O error of an
    // unplugged device is DEVICE_LOST, but only once that was confirmed).
    Failure settle(Failure failure);
    // Whether the device is still there, asked of the driver.
    bool confirm_lost() noexcept;
    void note_lost() noexcept { lost_.store(true, std::memory_order_release); }
    // Tells the log of a loss, once. Losses are noted under locks, so this is for whoever comes by later without one.
    void tell_lost() noexcept;
    template <class Text>
    void tell(LogLevel level, LogTopic topic, Text &&text, Code code = {}) const noexcept
    {
        context_->log().say(level, topic, subject_, std::forward<Text>(text), code);
    }
    const LogSubject &subject() const { return subject_; }
    Failure lost_failure() const;
    Failure closed_failure() const;
    Failure not_a_camera() const;

protected:
    ~Device() override = default;
    void last_unref() noexcept override;

private:
    Device(Context &context, std::unique_ptr<kernel::Node> node, Ref<DeviceInfo> info);
    DeviceState state();
    bool begin_close() noexcept;
    class Alone;
    void take_node(OpenedNode opened);

    Ref<Context> context_;
    std::unique_ptr<kernel::Node> node_;  // null once closed, and while the device is away
    std::deque<Ref<DeviceInfo>>
        infos_;  // grows when a reopening finds something to say anew; only whoever is alone inside adds
    std::atomic<const Ref<DeviceInfo> *> info_;
    const LogSubject subject_;
    ModeCatalogue modes_;
    SettingsMemory settings_;
    CropMemory crop_;
    std::atomic<uint64_t> calls_before_{0};
    Gate gate_;
    std::atomic<bool> lost_{false}, loss_told_{false};
    Closing closing_;
    mutable std::mutex owner_mutex_;  // guards all below; a queue's may be held before it, none is taken under it
    Ref<QueueOwner> owner_;
    std::shared_ptr<kernel::CallMarks> call_marks_;
};

}  // namespace v4lxx::device
