// A stream as its user holds it: what was wished for, the queue behind it, and the callback face of that queue.
#pragma once

#include "device/mode_ranking.hpp"
#include "stream/healing.hpp"
#include "stream/queue.hpp"
#include "stream/reader.hpp"

#include <condition_variable>
#include <memory>
#include <thread>

namespace v4lxx::stream {

struct StreamWish {
    kernel::Format format;  // zero fields: as it is
    kernel::Fraction rate;  // frames per second; 0/0: as it is
    QueueWish queue;
    bool step_down = false;  // start in a cheaper mode if the bus has no bandwidth left
    bool reconnect = false;  // go on when a lost device is back
    bool reset_usb = false;  // with it: what a new node does not mend, a reset of the USB device may
};

// Where frames go by v4lxx_stream_dispatch(). Destroyed exactly once, after the last frame.
class FrameSink {
public:
    virtual ~FrameSink() = default;
    virtual void take(Frame &frame) = 0;
};

// The numbers of v4lxx_rate_verdict.
enum class RateVerdict : uint32_t { unknown = 0, as_told = 1, slower = 2, frames_lost = 3 };

struct Rate {
    RateVerdict verdict = RateVerdict::unknown;
    kernel::Fraction interval;  // as the device says; 0/0: it does not
    RateMeter::Measured measured;
    uint64_t measured_uhz = 0;
};

class Stream final : public Object {
public:
    static Result<Ref<Stream>> create(device::Device &device, const StreamWish &wish);

    Result<void> start();
    Result<void> stop();
    // Another format, rate or number of buffers, running or not, by the steps that are needed. As before if it fails.
    struct Change {
        kernel::Format format;  // zero fields: as it is
        kernel::Fraction rate;  // 0/0: as it is
        uint32_t buffers = 0;   // 0: as it is
    };
    Result<void> reconfigure(const Change &change);
    void close() noexcept { queue_->close(); }
    Result<void> close_within(int64_t timeout_ns) { return queue_->close_within(timeout_ns); }
    void cancel() noexcept { queue_->cancel(); }

    Result<Next> dequeue(int64_t timeout_ns);
    // Waits for the first frame as dequeue does, and takes what is ready with it, up to `most`: references that are the caller's.
    Result<NextKind> dequeue_many(Frame **frames, uint32_t most, int64_t timeout_ns, uint32_t *count);
    // A face of its own over dequeue: `size` bytes at most, `bytes` of them were written, or are needed if the buffer is too small.
    Result<NextKind> read(void *buffer, size_t size, ReadMode mode, int64_t timeout_ns, uint64_t *bytes);
    Result<void> set_sink(std::shared_ptr<FrameSink> sink);
    Result<NextKind> dispatch(int64_t timeout_ns);

    int poll_fd() noexcept { return queue_->poll_fd(); }
    kernel::Format format() { return queue_->format(); }
    Result<kernel::Fraction> interval();
    Result<Rate> rate();
    // Fails with the reason if frames come more slowly than the device says.
    Result<RateVerdict> check_rate();
    uint32_t steps_down() const { return steps_down_.load(std::memory_order_relaxed); }
    Queue &queue() const { return *queue_; }
    Healing::Facts away() const { return healing_ ? healing_->facts() : Healing::Facts{}; }

protected:
    ~Stream() override = default;
    void last_unref() noexcept override;

private:
    Stream(Ref<Queue> queue, bool step_down) : queue_(std::move(queue)), may_step_down_(step_down) {}
    Result<void> set_mode(device::Device &device, const device::Mode &mode);
    Result<bool> take_cheaper_mode(device::Device &device);
    Result<void> negotiate(device::Device &device, const StreamWish &wish);
    Result<void> heal_from_now_on(device::Device &device, bool may_reset_usb);
    Result<void> set_as_before();
    Result<bool> change_while_running(const Change &change);
    Result<void> change_while_stopped(const Change &change);
    Change as_it_is();
    Result<void> start_queue(std::optional<uint64_t> stops);
    Result<Next> next(int64_t timeout_ns) { return healing_ ? healing_->next(timeout_ns) : queue_->next(timeout_ns); }
    bool begin_callback(uint64_t start_count);
    void end_callback() noexcept;

    Ref<Queue> queue_;
    const bool may_step_down_;
    std::atomic<uint32_t> steps_down_{0};
    std::unique_ptr<Healing> healing_;  // null: a lost device is the end
    Reader reader_;

    // Guards all below. No lock is held before it or taken under it; the sink runs without it.
    std::mutex mutex_;
    std::condition_variable callback_ended_;
    std::shared_ptr<FrameSink> sink_;
    std::thread::id callback_thread_;  // of the callback that runs now
    std::optional<kernel::Fraction> interval_;
};

}  // namespace v4lxx::stream
