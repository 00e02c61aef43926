// The engine: one capture queue of a device. Every way to take frames (waiting, polling, callback) is this one.
// The queue outlives its stream as long as frames of it are held; it lets go of the device when the stream closes.
#pragma once

#include "device/closing.hpp"
#include "device/device.hpp"
#include "kernel/request_names.hpp"
#include "stream/account.hpp"
#include "stream/arrival.hpp"
#include "stream/buffer_set.hpp"
#include "stream/clock_guess.hpp"
#include "stream/flow.hpp"
#include "stream/rate_meter.hpp"
#include "stream/sequence.hpp"
#include "stream/stamps.hpp"
#include "stream/waker.hpp"
#include "stream/watch.hpp"
#include "stream/watchdog.hpp"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <vector>

namespace v4lxx::stream {

enum class NextKind : uint8_t { frame, again, timed_out, ended };

struct Next {
    NextKind kind = NextKind::again;
    Ref<Frame> frame;
    uint64_t start_count = 0;  // of the queue, when the frame was taken
};

struct QueueWish {
    uint32_t buffer_count = 4;
    bool deliver_corrupt = false;
    Flow flow = Flow::block;
    uint32_t depth = 2;       // frames that wait for the program at most, where the flow lets more than one wait
    uint32_t min_queued = 0;  // buffers that the driver has always, however many frames the program holds
    Reserve reserve = Reserve::copy;
    uint32_t most_buffers = 0;   // with Reserve::grow; 0: twice those of the start
    bool guard = false;          // buffers that the driver has cannot be read
    bool large_pages = false;    // asked for behind copies
    int64_t stall_after_ns = 0;  // as long nothing good may come; 0: any time
};

class Queue final : public device::QueueOwner {
public:
    // `clock` only for a queue that is started again after a loss, or that is watched.
    Queue(Ref<device::Device> device, std::unique_ptr<kernel::Event> wake, std::unique_ptr<kernel::DeviceClock> clock,
          QueueWish wish);

    // With a number of stops: only if there were no more since.
    Result<void> start(std::optional<uint64_t> stops = std::nullopt);
    Result<void> stop();
    Result<Next> next(int64_t timeout_ns);
    // Appends what is ready to `count` frames that were taken since that start, up to `most`, without a wait, and gives their number.
    uint32_t take_ready(uint64_t start_count, Frame **frames, uint32_t count, uint32_t most) noexcept;
    // Until a point of the clock that waits on this queue go by; not below 0.
    int64_t time_left(int64_t deadline_ns);
    void cancel() noexcept;  // async-signal-safe
    int poll_fd() noexcept;  // -1 if none could be made
    // One loop at a time has its descriptors, under a token.
    Result<void> join(kernel::WaitSet &set, uint64_t token);
    void leave() noexcept;
    void set_tag(uint64_t tag) noexcept { tag_.store(tag, std::memory_order_relaxed); }
    uint64_t tag() const noexcept { return tag_.load(std::memory_order_relaxed); }

    bool in_forked_child() const noexcept { return context_->system().is_forked_child(); }

    // For Healing, which starts the queue again after a loss.
    kernel::DeviceClock &clock() const { return *clock_; }
    Waker &waker() { return waker_; }
    uint64_t stops() const { return stops_.load(); }
    void note_stop() noexcept;  // from now on no start goes on that began before
    void give_up_buffers() noexcept;
    Result<void> check_away(Wait &wait, bool is_wanted);
    void tell_away(const Failure &why);
    void tell_back(int64_t away_ns, uint32_t attempts);
    void tell_refused(const Failure &failure);
    void tell_usb_reset();
    void let_old_frames_go() noexcept;                             // to memory of their own
    void listen_for_return(const std::vector<int> &fds) noexcept;  // who polls is woken by them, too

    // Closing: first nobody may get in, then, when nobody is inside, everything is let go.
    Gate &gate() { return gate_; }
    bool enter() noexcept { return gate_.enter(); }
    void close() noexcept;
    Result<void> close_within(int64_t timeout_ns);
    void finish_close() noexcept;

    // Each set tells when it is made and when its last frame has gone.
    void note_living(BufferSet &set);
    void note_gone(BufferSet &set) noexcept;

    // From the last unref of a frame, on any thread.
    void frame_released(BufferSet &set, Frame &frame) noexcept;

    kernel::Format format();
    void set_format(const kernel::Format &format);
    uint32_t buffer_count() const { return buffer_count_.load(std::memory_order_relaxed); }
    // For the next start. Not fewer than min_queued needs.
    uint32_t wanted_buffers() const { return wanted_buffers_.load(std::memory_order_relaxed); }
    void want_buffers(uint32_t count) { wanted_buffers_.store(count, std::memory_order_relaxed); }
    uint32_t min_queued() const { return wish_.min_queued; }
    bool wants_large_pages() const { return wish_.large_pages; }
    // Changes with every start and stop.
    uint64_t start_count() const { return start_count_.load(); }
    const Account &account() const { return account_; }
    uint64_t frames_counted();  // by the driver, as far as it has told: what the lines of the account add up to
    Counter &copies() { return account_.copies; }  // for faces that copy
    const RateMeter &rate() const { return rate_; }
    const StampTracker &stamps() const { return stamps_; }
    device::ClockRelations &clocks() { return own_relations_ ? *own_relations_ : context_->clocks(); }
    // What only a look at all frames can tell. An age of -1: there is no such frame of this start.
    struct Now {
        uint32_t generation = 0, buffer_count = 0;
        bool ended = false;
        int64_t last_frame_age_ns = -1, held_age_ns = -1;
    };
    Now now();
    std::vector<HeldFrame> held();                      // of all starts, the oldest first
    bool find_frame(uint64_t address, HeldFrame *out);  // whose buffer has this address, held or not; allocates nothing
    uint64_t system_calls();
    Ref<device::Device> device();  // null once closed
    device::Context &context() const { return *context_; }

private:
    enum class Taken : uint8_t { frame, dropped, nothing, ended, io_error };
    struct Freed {  // how the driver took it: 0 or -errno of the request that failed first
        int result = 0;
        unsigned long request = 0;
    };
    struct Attempts;  // how a wait in progress goes
    class Entry;      // a call inside both gates
    class Lock;       // mutex_, and what its holder does last

    void device_closing() noexcept override;
    void device_closed() noexcept override;
    DeviceState state() const noexcept override;
    void give_back_left_behind() noexcept;
    void wake_for_good() noexcept;

    // With mutex_ held, inside both gates:
    Result<void> start_locked(device::Device &device, std::optional<uint64_t> stops);
    Result<void> allocate_and_start(device::Device &device);
    Ref<BufferSet> forget_buffers() noexcept;
    Freed free_buffers(device::Device &device) noexcept;
    void watch(device::Device &device) noexcept;
    void unwatch() noexcept;
    int begin_watch(Watch &watch, kernel::WaitSet &set, uint64_t token) noexcept;
    Taken tell_end(Arrival &arrival) noexcept;
    void subscribe(device::Device &device);
    void unsubscribe(device::Device &device) noexcept;
    void take_events(device::Device &device, Arrival &arrival);
    void give_back_returned(device::Device &device) noexcept;
    void give_back(device::Device &device, Frame &frame) noexcept;
    Result<void> offer_returned(device::Device &device);
    Result<Taken> take_locked(device::Device &device, Arrival &arrival);
    Result<Taken> take_by_flow(device::Device &device, Arrival &arrival);
    Result<Taken> take_from_driver(device::Device &device, Arrival &arrival);
    Result<Taken> take_from_shelf(device::Device &device, Arrival &arrival);
    Failure take_late_failure();
    // One DQBUF; Taken::frame with a frame that is still nobody's.
    Result<Taken> dequeue_one(device::Device &device, Arrival &arrival, Frame **frame);
    Result<Taken> admit(device::Device &device, const kernel::Dequeued &origin, Arrival &arrival, Frame **out);
    Result<Taken> collect(device::Device &device, Arrival &arrival);
    Result<Taken> hand_out(device::Device &device, Frame &frame, Arrival &arrival);
    Frame *within_reserve(device::Device &device, Frame &frame) noexcept;
    bool grow(device::Device &device) noexcept;
    Result<void> add_buffers(device::Device &device, uint32_t count);
    bool is_newest(const Frame &frame) const noexcept;
    bool is_stale(const Frame &frame) const noexcept;
    void trim(device::Device &device) noexcept;
    void drop_by_policy(device::Device &device, Frame &frame) noexcept;
    void clear_shelf() noexcept;
    void tell_shelf() noexcept;
    void reclaim_after_io_error(device::Device &device);
    bool has_stalled(device::Device &device);

    // Without it, inside both gates:
    void let_go(device::Device &device, bool has_node) noexcept;
    bool begin_close() noexcept;
    Result<Taken> take(device::Device &device, uint64_t start_count, Ref<Frame> *out);
    Result<Taken> take_silently(device::Device &device, uint64_t start_count, Arrival &arrival);
    bool take_another(device::Device &device, uint64_t start_count, const Frame &last, Arrival &arrival);
    Result<Next> wait_for_frame(device::Device &device, Wait &wait, int64_t timeout_ns);
    Result<void> check_open(device::Device &device, Wait &wait);
    Result<void> check_ended_wait(device::Device &device, Wait &wait);
    Result<void> begin_poll(device::Device &device, uint64_t start_count);
    void end_poll() noexcept;
    void end_polls(Lock &lock);
    Result<void> look_into(device::Device &device, Attempts &attempts, Taken taken);
    Result<void> check_stall(device::Device &device, uint64_t start_count);
    void tell_idle(device::Device &device) noexcept;

    Gate gate_;
    device::Closing closing_;
    const Ref<device::Context> context_;
    Waker waker_;
    const std::unique_ptr<kernel::DeviceClock> clock_;
    const QueueWish wish_;
    Account account_;
    RateMeter rate_;
    StampTracker stamps_;
    ClockGuess clock_guess_;
    const std::shared_ptr<kernel::Clocks> own_clocks_;  // null: those of the context
    std::optional<device::ClockRelations> own_relations_;
    Counter system_calls_;  // as last seen
    std::atomic<uint32_t> buffer_count_{0}, wanted_buffers_;
    std::atomic<uint64_t> start_count_{0}, stops_{0}, tag_{0};
    std::atomic<bool> has_more_{false};     // the shelf has a frame, or there is a failure or an end to tell
    std::atomic<bool> left_behind_{false};  // a frame was released while somebody held mutex_

    // Guards living_sets_. Taken alone or under mutex_; only calls of the system and allocations are made under it.
    std::mutex sets_mutex_;
    std::vector<BufferSet *> living_sets_;  // of which a frame is held, and set_

    // Guards device_, which is changed under mutex_ too. Taken alone or under mutex_.
    std::mutex device_mutex_;
    Ref<device::Device> device_;

    // Guards all below, the held_, shelved_ and refused_ marks of frames, and every buffer request to the driver. No lock is held before it, only
    // device_mutex_ is taken under it; nothing of the user's runs under it. Always held through Lock.
    std::mutex mutex_;
    Ref<BufferSet> set_;       // not null exactly while the queue streams
    uint32_t generation_ = 0;  // of set_, or of the one before
    kernel::Format format_;
    SequenceTracker sequence_;
    uint64_t counted_before_ = 0;  // by the driver, before the last start
    SlowProgram slow_;
    BadRun bad_;
    Watchdog watchdog_;
    bool was_starved_ = false;  // the driver had no buffer after the last frame
    bool ended_ = false, end_told_ = false, end_announced_ = false, end_event_told_ = false;
    bool subscribed_ = false;   // to events of the driver
    uint32_t event_input_ = 0;  // of these
    uint32_t io_errors_in_a_row_ = 0;
    kernel::Rectangle crop_;  // of the device, as of crop_version_
    uint32_t crop_version_ = 0;
    int64_t last_arrival_ns_ = -1;  // of this start; < 0: none came
    uint32_t stopping_ = 0;         // threads that wait for the end of all polls
    uint32_t polling_ = 0;          // threads that wait on the node
    std::condition_variable polling_ended_;
    uint32_t most_buffers_ = 0;  // that set_ may grow to; what the driver refused is not asked for again until the next start
    int requeue_error_ = 0;      // -errno of a refusal nobody was told of yet
    Shelf shelf_;
    std::optional<Failure> late_failure_;         // of taking a frame, told by the next call that has none
    std::unique_ptr<kernel::WaitSet> own_set_;    // behind poll_fd()
    std::unique_ptr<kernel::Event> shelf_event_;  // of what watches; without Flow::block
    Watch own_watch_, loop_watch_;
    std::vector<int> return_fds_;  // that tell of devices that come, while this one is away
    bool shelf_told_ = false;
    bool skipped_stale_ = false;  // since a frame was handed out
};

// Inside both gates, or the reason why not.
class Queue::Entry {
public:
    explicit Entry(Queue &queue) : inside_(queue), device_(inside_ ? queue.device() : Ref<device::Device>())
    {
        if (device_)
            device_inside_.emplace(*device_);
    }
    explicit operator bool() const { return device_inside_ && *device_inside_; }
    device::Device &device() const { return *device_; }
    bool is_away() const { return device_ && device_->gate().is_away() && !device_->gate().is_shut(); }
    Failure failure() const;

private:
    Inside<Queue> inside_;
    Ref<device::Device> device_;
    std::optional<Inside<device::Device>> device_inside_;
};

// A frame that is released while the lock is held is left on its set's list; whoever holds the lock gives it back after unlocking.
class Queue::Lock {
public:
    explicit Lock(Queue &queue) : queue_(queue), lock_(queue.mutex_) {}
    Lock(const Lock &) = delete;
    Lock &operator=(const Lock &) = delete;
    ~Lock()
    {
        lock_.unlock();
        queue_.give_back_left_behind();
    }
    void wait(std::condition_variable &condition) { condition.wait(lock_); }

private:
    Queue &queue_;
    std::unique_lock<std::mutex> lock_;
};

}  // namespace v4lxx::stream
