// Starting, stopping, and giving buffers back. Taking frames is in next_frame.cpp, closing in letting_go.cpp.
#include "stream/queue.hpp"

#include "base/text.hpp"
#include "kernel/kernel_failure.hpp"

#include "uapi/videodev2.hpp"

#include <algorithm>
#include <cerrno>

namespace v4lxx::stream {

Queue::Queue(Ref<device::Device> device, std::unique_ptr<kernel::Event> wake, std::unique_ptr<kernel::DeviceClock> clock,
             QueueWish wish)
    : context_(Ref<device::Context>::share(&device->context())), waker_(std::move(wake)), clock_(std::move(clock)), wish_(wish),
      own_clocks_(device->node().own_clocks()), wanted_buffers_(wish.buffer_count), device_(std::move(device)),
      watchdog_(wish.stall_after_ns)
{
    if (own_clocks_)
        own_relations_.emplace(*own_clocks_);
}

Failure Queue::Entry::failure() const
{
    if (device_)
        return device_->closed_failure();
    Failure failure;
    failure.code = Code::object_closed;
    return failure;
}

Ref<device::Device> Queue::device()
{
    std::lock_guard lock(device_mutex_);
    return device_;
}

kernel::Format Queue::format()
{
    Lock lock(*this);
    return format_;
}

void Queue::set_format(const kernel::Format &format)
{
    Lock lock(*this);
    format_ = format;
}

uint64_t Queue::frames_counted()
{
    Lock lock(*this);
    return counted_before_ + sequence_.counted();
}

uint64_t Queue::system_calls()
{
    if (Ref<device::Device> device = this->device()) {
        Inside inside(*device);
        if (inside)
            system_calls_.set(device->calls());
        else if (device->gate().is_away())
            system_calls_.set(device->calls_before());
    }
    return system_calls_.value();
}

namespace {

// Gives the driver's buffers back unless the start succeeded.
class Allocation {
public:
    Allocation(kernel::Node &node, kernel::Api api) : node_(&node), api_(api) {}
    Allocation(const Allocation &) = delete;
    Allocation &operator=(const Allocation &) = delete;
    ~Allocation()
    {
        if (node_ != nullptr)
            kernel::release_buffers(*node_, api_);
    }
    void keep() { node_ = nullptr; }

private:
    kernel::Node *node_;
    kernel::Api api_;
};

}  // namespace

// Where memory was the trouble, with how much it is about.
static std::string asked_text(const kernel::Format &format, uint32_t buffer_count, const Failure &failure)
{
    std::string text = device::format_text(format) + ", " + std::to_string(buffer_count) + " buffers";
    uint64_t bytes = 0;
    for (uint32_t p = 0; p < format.plane_count; p++)
        bytes += format.planes[p].size_bytes;
    if (bytes == 0 || (failure.status() != Status::error_no_memory && failure.code != Code::map_failed))
        return text;
    return text + " of " + std::to_string(bytes) + " bytes: " + bytes_text(bytes * buffer_count) + " in all";
}

Result<void> Queue::start(std::optional<uint64_t> stops)
{
    const char *operation = "start streaming";
    Entry entry(*this);
    if (!entry)
        return entry.failure().in(operation);
    auto started = start_locked(entry.device(), stops);
    if (!started)
        return std::move(started).failure().in(operation);
    entry.device().tell(LogLevel::info, LogTopic::stream_started, [&] {
        const uint32_t granted = buffer_count();
        return entry.device().subject().name + " streams " + device::format_text(format()) + " with " +
               std::to_string(granted) + " buffers" +
               (granted != wanted_buffers() ? ", asked for " + std::to_string(wanted_buffers()) : "");
    });
    return {};
}

Result<void> Queue::start_locked(device::Device &device, std::optional<uint64_t> stops)
{
    Lock lock(*this);
    if (stops && *stops != stops_.load()) {
        return Failure{Code::stopped_meanwhile}.on(device.info()->label());
    }
    if (set_) {
        Failure failure;
        failure.code = Code::already_running;
        return std::move(failure).on(device.info()->label());
    }
    if (device.is_lost())
        return device.lost_failure();
    auto started = allocate_and_start(device);
    if (started)
        return {};
    Failure failure = device.settle(std::move(started).failure());
    std::string asked = asked_text(format_, wanted_buffers(), failure);
    return std::move(failure).asking(std::move(asked));
}

static uint32_t most_buffers_of(const QueueWish &wish, uint32_t granted)
{
    if (wish.reserve != Reserve::grow)
        return granted;
    return std::clamp(wish.most_buffers != 0 ? wish.most_buffers : 2 * granted, granted,
                      std::max(granted, kernel::max_buffers));
}

Result<void> Queue::allocate_and_start(device::Device &device)
{
    kernel::Node &node = device.node();
    auto granted = kernel::request_buffers(node, device.api(), wanted_buffers());
    if (!granted && granted.failure().code != Code::value_impossible)
        return std::move(granted).failure();
    Allocation allocation(node, device.api());
    if (!granted)
        return std::move(granted).failure();
    if (granted->count <= wish_.min_queued) {  // the program would never get a frame
        Failure failure;
        failure.code = Code::too_few_buffers;
        failure.request = "VIDIOC_REQBUFS";
        failure.cause =
            "it gave " + std::to_string(granted->count) +
            (wish_.min_queued != 0 ? ", and min_queued keeps " + std::to_string(wish_.min_queued) + " of them" : "");
        failure.cause_checked = true;
        return failure;
    }
    // Only now can nobody change the format any more.
    auto format = kernel::get_format(node, device.api());
    if (!format)
        return std::move(format).failure();
    const kernel::QueueShape shape{device.api(), granted->count, format->plane_count};
    // Declared after `allocation`: its mappings must be gone before the buffers are given back.
    auto set = Ref<BufferSet>::adopt(new BufferSet(*this, device.context(), *format, shape, generation_ + 1));
    if (auto good = set->map_all(node); !good)
        return good;
    for (uint32_t i = 0; i < shape.buffer_count; i++) {
        if (wish_.guard)
            set->allow_reading(set->frame(i), false);
        if (int rc = kernel::queue_buffer(node, shape, i); rc < 0)
            return kernel::kernel_failure(rc, VIDIOC_QBUF);
    }
    device.crop().ask(node);
    most_buffers_ = most_buffers_of(wish_, shape.buffer_count);
    if (wish_.flow != Flow::block)
        shelf_.reset(most_buffers_);
    subscribe(device);
    if (auto good = kernel::stream_on(node, device.api()); !good) {
        unsubscribe(device);
        return good;
    }
    allocation.keep();
    generation_++;
    format_ = *format;
    set_ = std::move(set);
    counted_before_ += sequence_.counted();
    sequence_ = {};
    rate_.restart();
    stamps_.restart();
    ended_ = end_told_ = end_announced_ = end_event_told_ = was_starved_ = false;
    slow_.restart();
    bad_.end();
    clock_guess_.restart();
    io_errors_in_a_row_ = 0;
    requeue_error_ = 0;
    start_count_.fetch_add(1);
    last_arrival_ns_ = -1;
    buffer_count_.store(shape.buffer_count);
    account_.queued.set(shape.buffer_count);
    if (watchdog_.is_on()) {
        watchdog_.feed(node.now_ns());
        watchdog_.arm(*clock_);
    }
    watch(device);
    return {};
}

// After an unplug there is nothing left to stop: that is no second failure.
Result<void> Queue::stop()
{
    const char *operation = "stop streaming";
    if (in_forked_child()) {  // the stream is the parent's; what goes is this copy of it
        Lock lock(*this);
        if (set_)
            forget_buffers();
        return {};
    }
    Entry entry(*this);
    if (!entry)
        return entry.failure().in(operation);
    Freed freed;
    {
        Lock lock(*this);
        end_polls(lock);
        if (!set_)
            return {};
        freed = free_buffers(entry.device());
    }
    waker_.wake();  // for who polls the descriptor
    entry.device().tell(LogLevel::info, LogTopic::stream_stopped, [&] {
        return entry.device().subject().name + " has stopped; " + std::to_string(account_.delivered.value()) +
               " frames were handed out";
    });
    if (freed.result == 0 || kernel::means_lost(freed.result))
        return {};
    return entry.device().settle(kernel::kernel_failure(freed.result, freed.request)).in(operation);
}

void Queue::note_stop() noexcept
{
    {
        Lock lock(*this);
        stops_.fetch_add(1);
    }
    if (!in_forked_child())
        waker_.wake();
}

// What a start made, without the driver's part of it. Mappings of held frames stay.
Ref<BufferSet> Queue::forget_buffers() noexcept
{
    Ref<BufferSet> set = std::move(set_);
    start_count_.fetch_add(1);
    buffer_count_.store(0);
    account_.queued.set(0);
    clear_shelf();
    if (!in_forked_child()) {
        unwatch();
        if (watchdog_.is_on())
            clock_->silence_alarm();
    }
    set->unmap_unheld();
    return set;
}

// STREAMOFF, unmap, REQBUFS(0): the device is really free afterwards. Held frames keep their mappings where the driver can orphan
// them; where it cannot, and after an unplug, which a held mapping would turn into a node that never comes back, their bytes move to
// private memory.
Queue::Freed Queue::free_buffers(device::Device &device) noexcept
{
    const Ref<BufferSet> set = forget_buffers();
    if (in_forked_child())  // the stream is the parent's
        return {};
    unsubscribe(device);
    const int stopped = kernel::stream_off(device.node(), device.api());
    int released = kernel::release_buffers(device.node(), device.api());
    if (kernel::means_lost(stopped) || kernel::means_lost(released))
        device.note_lost();
    if (released < 0)
        set->make_held_private(account_);
    if (released == -EBUSY)
        released = kernel::release_buffers(device.node(), device.api());
    if (device.is_lost())
        let_old_frames_go();
    return stopped < 0 ? Freed{stopped, VIDIOC_STREAMOFF} : Freed{released, VIDIOC_REQBUFS};
}

// A forked child shares the event with its parent, whom it must not wake.
void Queue::cancel() noexcept
{
    if (!in_forked_child())
        waker_.cancel();
}

DeviceState Queue::state() const noexcept
{
    if (buffer_count() > 0)
        return DeviceState::streaming;
    return account_.held.value() > 0 ? DeviceState::holding : DeviceState::any;
}

int Queue::begin_watch(Watch &watch, kernel::WaitSet &set, uint64_t token) noexcept
{
    if (wish_.flow != Flow::block && !shelf_event_) {
        std::unique_ptr<kernel::Event> event;
        if (const int rc = context_->system().make_event(&event); rc < 0)
            return rc;
        shelf_event_ = std::move(event);
        shelf_told_ = false;
        tell_shelf();
    }
    const int rc = watch.begin(set, token,
                               {waker_.event().fd(), clock_ ? clock_->alarm_fd() : -1, shelf_event_ ? shelf_event_->fd() : -1});
    if (rc == 0)
        watch.listen(return_fds_);
    return rc;
}

int Queue::poll_fd() noexcept
{
    if (in_forked_child())
        return -1;
    Entry entry(*this);
    Lock lock(*this);
    const bool is_away = !entry && !gate_.is_shut() && entry.is_away();
    if (own_set_ || (!entry && !is_away))
        return own_set_ ? own_set_->fd() : -1;
    std::unique_ptr<kernel::WaitSet> made;
    if (context_->system().make_wait_set(&made) < 0 || begin_watch(own_watch_, *made, 0) < 0)
        return -1;
    own_set_ = std::move(made);
    if (set_)
        watch(entry.device());
    return own_set_->fd();
}

Result<void> Queue::join(kernel::WaitSet &set, uint64_t token)
{
    Entry entry(*this);
    Lock lock(*this);
    if (!entry && (gate_.is_shut() || in_forked_child() || !entry.is_away()))
        return entry.failure();
    if (loop_watch_)
        return Failure{Code::stream_in_loop};
    if (const int rc = begin_watch(loop_watch_, set, token); rc < 0)
        return kernel::call_failure(rc, "epoll_ctl");
    if (set_)
        watch(entry.device());
    return {};
}

void Queue::leave() noexcept
{
    if (in_forked_child())  // the set is the parent's
        return;
    Lock lock(*this);
    loop_watch_.end();
}

// A node is polled only while it streams: polling it earlier starts file I/O on nodes that can read(), and POLLERR of an idle queue, or the
// end of a stream that was told, would keep an event loop spinning (behaviours 3 and 12).
void Queue::watch(device::Device &device) noexcept
{
    if (end_told_)
        return;
    own_watch_.watch(device.node().wait_fd());
    loop_watch_.watch(device.node().wait_fd());
}

void Queue::unwatch() noexcept
{
    own_watch_.unwatch();
    loop_watch_.unwatch();
}

void Queue::frame_released(BufferSet &set, Frame &frame) noexcept
{
    account_.held.subtract(1);
    if (frame.is_copy()) {
        set.push_returned_copy(frame);
        return;
    }
    if (in_forked_child())  // the buffer is the parent's
        return;
    if (wish_.guard)
        frame.released_by_.store(context_->system().thread_id(), std::memory_order_relaxed);
    set.push_returned(frame);
    left_behind_.store(true);
    give_back_left_behind();
}

// Waits for nobody: if the lock is taken, its holder comes by here after unlocking. The fences on both sides make sure that either this
// thread gets the lock or the holder sees the mark.
void Queue::give_back_left_behind() noexcept
{
    for (;;) {
        std::atomic_thread_fence(std::memory_order_seq_cst);
        if (!left_behind_.load(std::memory_order_relaxed))
            return;
        Ref<device::Device> device;
        std::optional<Inside<device::Device>> inside;  // left after the lock: leaving may close the device
        std::unique_lock lock(mutex_, std::try_to_lock);
        if (!lock)
            return;
        left_behind_.store(false);
        device = this->device();
        if (!set_ || !device)
            continue;
        inside.emplace(*device);
        if (*inside)
            give_back_returned(*device);
    }
}

void Queue::give_back_returned(device::Device &device) noexcept
{
    Frame *next = nullptr;
    for (Frame *frame = set_->take_returned(); frame != nullptr; frame = next) {
        next = set_->next_returned(*frame);
        frame->held_ = false;
        give_back(device, *frame);
    }
}

// A buffer the driver refuses is offered again at each dequeue; the first refusal is reported by the next one.
void Queue::give_back(device::Device &device, Frame &frame) noexcept
{
    if (wish_.guard)
        set_->allow_reading(frame, false);
    const int rc = kernel::queue_buffer(device.node(), set_->shape(), frame.index());
    if (rc == 0) {
        frame.refused_ = false;
        if (watchdog_.is_on() && account_.queued.value() == 0)
            watchdog_.feed(device.node().now_ns());
        account_.queued.add();
        watch(device);
        return;
    }
    if (kernel::means_lost(rc)) {
        device.note_lost();
        return;
    }
    if (!frame.refused_) {
        account_.requeue_failures.add();
        requeue_error_ = rc;
    }
    frame.refused_ = true;
    set_->push_returned(frame);
}

}  // namespace v4lxx::stream
