// The loop of a context: one descriptor for the frames of all streams that are in it and for events. The descriptors of devices are in its own
// set, so that one wait serves all of them.
#pragma once

#include "device/hotplug.hpp"
#include "kernel/linux/worker.hpp"
#include "stream/deadline.hpp"
#include "stream/event_queue.hpp"
#include "stream/stream.hpp"
#include "stream/turn.hpp"

#include <unordered_map>

namespace v4lxx::stream {

// Where events go by v4lxx_context_dispatch(). Destroyed exactly once, after the last event.
class EventSink {
public:
    virtual ~EventSink() = default;
    virtual void take(Event &event) = 0;
};

class Loop final : public device::ContextPart {
public:
    // Bits of v4lxx_listen_flags.
    enum Listen : uint32_t { to_devices = 1, to_streams = 2, with_simulated = 4 };
    static constexpr uint32_t usual_budget = 64;

    // Of a context, made when it is first asked for.
    static Result<Loop *> of(device::Context &context);
    // Null if nobody asked for it yet.
    static Loop *found(const device::Context &context) noexcept { return static_cast<Loop *>(context.part()); }

    ~Loop() override;

    int fd() const { return set_->fd(); }
    uint64_t waits() const { return set_->calls().value(); }  // system calls of its own
    // Neither keeps the other alive. A stream whose failure was told has left.
    Result<void> add(Stream &stream, uint64_t tag);
    void remove(Stream &stream) noexcept;

    struct Taken {
        NextKind kind = NextKind::again;
        Ref<Frame> frame;
    };
    // *tag says of which stream the frame, the end or the failure is.
    Result<Taken> dequeue(int64_t timeout_ns, uint64_t *tag);
    // Hands what is ready to callbacks, `budget` of them at most.
    Result<NextKind> dispatch(int64_t timeout_ns, uint32_t budget);
    void cancel() noexcept;  // async-signal-safe
    // A thread that dispatches, and holds the context, until it is stopped.
    Result<void> start_thread();
    void stop_thread() noexcept;

    Result<void> listen(uint32_t flags);
    bool listens_to(Listen what) const noexcept { return (listens_.load(std::memory_order_relaxed) & what) != 0; }
    // Null: the time is over.
    Result<Ref<Event>> next_event(int64_t timeout_ns);
    void set_sink(std::shared_ptr<EventSink> sink);
    uint64_t missed_events() const noexcept { return events_.missed(); }
    // `text` makes the sentence, if somebody listens. Never fails; what cannot be told is counted.
    template <class Text>
    void post(const Event::Facts &facts, const device::Device &device, Text &&text) noexcept
    {
        if (listens_to(to_streams) && !context_.system().is_forked_child())
            push(facts, device.info(), text);
    }

private:
    enum Token : uint64_t { of_waker = 0, of_events = 1, of_devices = 2, of_first_stream = 3 };
    struct Member {
        Stream *stream;
        uint64_t tag;
    };
    struct Handled {  // what one that was ready came to
        NextKind kind = NextKind::again;
        Ref<Frame> frame;
        uint64_t tag = 0;
        bool has_event = false;
        std::optional<Failure> failure;
    };

    Loop(device::Context &context, std::unique_ptr<kernel::Event> wake, std::unique_ptr<kernel::Event> ready)
        : context_(context), waker_(std::move(wake)), events_(std::move(ready))
    {
    }
    template <class Text>
    void push(Event::Facts facts, const Ref<device::DeviceInfo> &device, Text &&text) noexcept
    {
        try {
            facts.time_ns = context_.system().now_ns();
            events_.push(Ref<Event>::adopt(new Event(facts, device, text())));
        } catch (...) {
            events_.count_missed();
        }
    }
    Result<void> make_sets();
    bool has_leftover() const { return ready_next_ < ready_count_; }
    Result<bool> wait_for_ready(Wait &wait, const Deadline &deadline);
    Ref<Stream> stream_of(uint64_t token, uint64_t *tag);
    using Take = Result<void> (*)(Stream &stream, Handled &out);
    Handled handle_next(Wait &wait, Take take);
    Handled handle_stream(uint64_t token, Take take);
    std::optional<Failure> tell_failure(Stream &stream, uint64_t tag, Failure failure);
    bool hand_over_events();
    Result<void> watch_devices(bool wanted, bool simulated);
    void look_at_devices();
    void run_thread() noexcept;

    device::Context &context_;
    Waker waker_;
    EventQueue events_;
    std::atomic<uint32_t> listens_{0};
    std::unique_ptr<kernel::WaitSet> set_, events_set_;  // the second is in the first

    // Of the thread whose turn it is.
    std::atomic<bool> taken_{false};
    kernel::WaitSet::Entry ready_[usual_budget];
    unsigned ready_next_ = 0, ready_count_ = 0;
    bool wait_failed_ = false;
    std::atomic<bool> stopping_{false};  // the thread of the loop leaves it

    std::mutex thread_mutex_;  // guards thread_, which is null without a thread; held while that ends
    std::unique_ptr<kernel::Worker> thread_;

    std::mutex devices_mutex_;                  // guards hotplug_; only that of the events is locked under it
    std::unique_ptr<device::Hotplug> hotplug_;  // null: nobody wants to know; else its descriptors are in events_set_

    // Guards all below. Nothing is locked under it, and nothing of the user's runs under it.
    std::mutex mutex_;
    std::unordered_map<uint64_t, Member> members_;
    uint64_t next_token_ = of_first_stream;
    std::shared_ptr<EventSink> sink_;
};

// Costs one load if nobody ever used the loop of the context.
template <class Text>
void post_event(const Event::Facts &facts, device::Device &device, Text &&text) noexcept
{
    if (Loop *loop = Loop::found(device.context()))
        loop->post(facts, device, std::forward<Text>(text));
}

}  // namespace v4lxx::stream
