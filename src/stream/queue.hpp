// The engine: one capture queue of a device. Every way to take frames (waiting, polling, callback) is this one.
// The queue outlives its stream as long as frames of it are held; it lets go of the device when the stream closes.
#pragma once

#include "device/device.hpp"
#include "kernel/request_names.hpp"
#include "stream/account.hpp"
#include "stream/buffer_set.hpp"
#include "stream/sequence.hpp"
#include "stream/waker.hpp"

#include <condition_variable>
#include <mutex>
#include <optional>

namespace v4lxx::stream {

enum class NextKind : uint8_t { frame, again, timed_out, ended };

struct Next {
    NextKind kind = NextKind::again;
    Ref<Frame> frame;
};

struct QueueWish {
    uint32_t buffer_count = 4;
    bool deliver_corrupt = false;
};

class Queue final : public device::QueueOwner {
public:
    Queue(Ref<device::Device> device, std::unique_ptr<kernel::Event> wake, QueueWish wish);

    Result<void> start();
    Result<void> stop();
    Result<Next> next(int64_t timeout_ns);
    void cancel() noexcept;  // async-signal-safe
    int poll_fd() noexcept;  // -1 if none could be made

    // Closing: first nobody may get in, then, when nobody is inside, everything is let go.
    Gate &gate() { return gate_; }
    void close() noexcept;
    void finish_close() noexcept;

    // From the last unref of a frame, on any thread.
    void frame_released(BufferSet &set, Frame &frame) noexcept;

    kernel::Format format();
    void set_format(const kernel::Format &format);
    uint32_t buffer_count() const { return buffer_count_.load(std::memory_order_relaxed); }
    // Changes with every start and stop.
    uint64_t start_count() const { return start_count_.load(); }
    const Account &account() const { return account_; }
    uint64_t system_calls();
    Ref<device::Device> device();  // null once closed

private:
    enum class Taken : uint8_t { frame, dropped, nothing, ended, io_error };
    struct Attempts;  // how a wait in progress goes

    void device_closing() noexcept override;
    void device_closed() noexcept override;
    Failure closed_failure() const;

    // With mutex_ held, inside both gates:
    Result<void> allocate_and_start(device::Device &device);
    int free_buffers(device::Device &device) noexcept;
    void watch(device::Device &device) noexcept;
    void unwatch(device::Device &device) noexcept;
    bool give_back_returned(device::Device &device) noexcept;
    bool give_back(device::Device &device, Frame &frame) noexcept;
    Result<Taken> take_locked(device::Device &device, Ref<Frame> *out);
    Result<Taken> accept(device::Device &device, const kernel::Dequeued &origin, Ref<Frame> *out);
    void reclaim_after_io_error(device::Device &device);

    // Without it, inside both gates:
    void let_go(device::Device &device) noexcept;
    Result<Taken> take(device::Device &device, uint64_t start_count, Ref<Frame> *out);
    Result<Next> wait_for_frame(device::Device &device, Wait &wait, int64_t timeout_ns);
    Result<void> check_ended_wait(device::Device &device, Wait &wait);
    Result<void> begin_poll(device::Device &device, uint64_t start_count);
    void end_poll() noexcept;
    // With `lock` on mutex_: returns when no thread polls the node any more, and none begins to.
    void end_polls(std::unique_lock<std::mutex> &lock);
    Result<void> look_into(device::Device &device, Attempts &attempts, Taken taken);

    Gate gate_;
    Waker waker_;
    const QueueWish wish_;
    Account account_;
    Counter calls_before_;  // of devices let go
    std::atomic<uint32_t> buffer_count_{0};
    std::atomic<uint64_t> start_count_{0};

    // Guards all below, the held_ and refused_ marks of frames, and every buffer request to the driver. No lock is held before it or
    // taken under it; nothing of the user's runs under it.
    std::mutex mutex_;
    Ref<device::Device> device_;
    Ref<BufferSet> set_;  // not null exactly while the queue streams
    kernel::Format format_;
    SequenceTracker sequence_;
    bool ended_ = false;
    bool stopping_ = false;
    uint32_t polling_ = 0;  // threads that wait on the node
    std::condition_variable polling_ended_;
    int requeue_error_ = 0;  // -errno of a refusal nobody was told of yet
    std::unique_ptr<kernel::WaitSet> wait_set_;
    bool watched_ = false;
};

}  // namespace v4lxx::stream
