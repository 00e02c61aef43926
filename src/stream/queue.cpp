// Starting, stopping, closing, and giving buffers back. Taking frames is in next_frame.cpp.
#include "stream/queue.hpp"

#include "uapi/videodev2.hpp"

#include <cerrno>

namespace v4lxx::stream {

Queue::Queue(Ref<device::Device> device, std::unique_ptr<kernel::Event> wake, QueueWish wish)
    : waker_(std::move(wake)), wish_(wish), device_(std::move(device))
{
}

Ref<device::Device> Queue::device()
{
    std::lock_guard lock(mutex_);
    return device_;
}

kernel::Format Queue::format()
{
    std::lock_guard lock(mutex_);
    return format_;
}

void Queue::set_format(const kernel::Format &format)
{
    std::lock_guard lock(mutex_);
    format_ = format;
}

Failure Queue::closed_failure() const
{
    Failure failure;
    failure.code = Code::object_closed;
    return failure;
}

uint64_t Queue::system_calls()
{
    const uint64_t before = calls_before_.value();
    Ref<device::Device> device = this->device();
    if (!device)
        return before;
    Inside inside(*device);
    return inside ? before + device->node().calls().value() : before;
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

static std::string asked_text(const kernel::Format &format, uint32_t buffer_count)
{
    return device::format_text(format) + ", " + std::to_string(buffer_count) + " buffers";
}

Result<void> Queue::start()
{
    Inside inside(*this);
    if (!inside)
        return closed_failure().in("start streaming");
    Ref<device::Device> device = this->device();
    if (!device)
        return closed_failure().in("start streaming");
    Inside device_inside(*device);
    if (!device_inside)
        return device->closed_failure().in("start streaming");
    std::lock_guard lock(mutex_);
    if (set_) {
        Failure failure;
        failure.code = Code::already_running;
        return std::move(failure).in("start streaming").on(device->info()->label());
    }
    if (device->is_lost())
        return device->lost_failure().in("start streaming");
    auto started = allocate_and_start(*device);
    if (!started)
        return device->settle(std::move(started).failure())
            .in("start streaming")
            .asking(asked_text(format_, wish_.buffer_count));
    return {};
}

Result<void> Queue::allocate_and_start(device::Device &device)
{
    kernel::Node &node = device.node();
    auto granted = kernel::request_buffers(node, device.api(), wish_.buffer_count);
    if (!granted && granted.failure().code != Code::value_impossible)
        return std::move(granted).failure();
    Allocation allocation(node, device.api());
    if (!granted)
        return std::move(granted).failure();
    if (granted->count == 0) {
        Failure failure;
        failure.code = Code::too_few_buffers;
        failure.request = "VIDIOC_REQBUFS";
        return failure;
    }
    // Only now can nobody change the format any more.
    auto format = kernel::get_format(node, device.api());
    if (!format)
        return std::move(format).failure();
    const kernel::QueueShape shape{device.api(), granted->count, format->plane_count};
    // Declared after `allocation`: its mappings must be gone before the buffers are given back.
    auto set = Ref<BufferSet>::adopt(new BufferSet(*this, device.context(), *format, shape));
    if (auto good = set->map_all(node); !good)
        return good;
    for (uint32_t i = 0; i < shape.buffer_count; i++)
        if (int rc = kernel::queue_buffer(node, shape, i); rc < 0)
            return kernel::kernel_failure(rc, VIDIOC_QBUF);
    if (auto good = kernel::stream_on(node, device.api()); !good)
        return good;
    allocation.keep();
    format_ = *format;
    set_ = std::move(set);
    sequence_ = {};
    ended_ = false;
    requeue_error_ = 0;
    start_count_.fetch_add(1);
    buffer_count_.store(shape.buffer_count);
    account_.queued.set(shape.buffer_count);
    watch(device);
    return {};
}

// After an unplug there is nothing left to stop: that is no second failure.
Result<void> Queue::stop()
{
    Inside inside(*this);
    if (!inside)
        return closed_failure().in("stop streaming");
    Ref<device::Device> device = this->device();
    if (!device)
        return closed_failure().in("stop streaming");
    Inside device_inside(*device);
    if (!device_inside)
        return device->closed_failure().in("stop streaming");
    std::unique_lock lock(mutex_);
    end_polls(lock);
    if (!set_)
        return {};
    const int rc = free_buffers(*device);
    lock.unlock();
    waker_.wake();  // for who polls the descriptor
    if (rc == 0 || kernel::means_lost(rc))
        return {};
    return device->settle(kernel::kernel_failure(rc, VIDIOC_STREAMOFF)).in("stop streaming");
}

// STREAMOFF, unmap, REQBUFS(0): the device is really free afterwards. Held frames keep their mappings where the driver can orphan
// them; where it cannot, and after an unplug, which a held mapping would turn into a node that never comes back, their bytes move to
// private memory.
int Queue::free_buffers(device::Device &device) noexcept
{
    Ref<BufferSet> set = std::move(set_);
    start_count_.fetch_add(1);
    buffer_count_.store(0);
    account_.queued.set(0);
    unwatch(device);
    for (Frame *frame = set->take_returned(); frame != nullptr; frame = set->next_returned(*frame))
        frame->held_ = false;
    set->unmap_unheld();
    if (device.context().system().is_forked_child())  // the stream is the parent's
        return 0;
    const int stopped = kernel::stream_off(device.node(), device.api());
    const int released = kernel::release_buffers(device.node(), device.api());
    if (kernel::means_lost(stopped) || kernel::means_lost(released))
        device.note_lost();
    if (released < 0)
        set->make_held_private(account_);
    if (released == -EBUSY)
        kernel::release_buffers(device.node(), device.api());
    return stopped;
}

void Queue::cancel() noexcept { waker_.cancel(); }

void Queue::close() noexcept
{
    if (gate_.is_shut())
        return;
    const bool mine = gate_.shut();
    waker_.wake_for_good();
    if (mine)
        finish_close();
}

void Queue::finish_close() noexcept
{
    Ref<device::Device> device = this->device();
    if (!device)
        return;
    {
        Inside inside(*device);
        if (!inside)
            return;  // the device is closing too: its last caller frees the buffers
        let_go(*device);
    }
    device->detach(*this);
}

void Queue::let_go(device::Device &device) noexcept
{
    Ref<device::Device> last;  // dropped after the lock: it may be the device's last reference
    std::lock_guard lock(mutex_);
    if (set_)
        free_buffers(device);
    calls_before_.add(device.node().calls().value());
    last = std::move(device_);
}

void Queue::device_closing() noexcept { waker_.wake_for_good(); }

// The device is past its gate, so nobody else is at it; its node is still open.
void Queue::device_closed() noexcept
{
    if (Ref<device::Device> device = this->device())
        let_go(*device);
}

int Queue::poll_fd() noexcept
{
    Inside inside(*this);
    Ref<device::Device> device = this->device();
    if (!inside || !device) {
        std::lock_guard lock(mutex_);
        return wait_set_ ? wait_set_->fd() : -1;
    }
    Inside device_inside(*device);
    std::lock_guard lock(mutex_);
    if (!wait_set_) {
        std::unique_ptr<kernel::WaitSet> made;
        if (device->context().system().make_wait_set(&made) < 0 || made->add(waker_.event().fd()) < 0)
            return -1;
        wait_set_ = std::move(made);
        if (set_ && device_inside)
            watch(*device);
    }
    return wait_set_->fd();
}

// A node is polled only while it streams: polling it earlier starts file I/O on nodes that can read(), and POLLERR of an idle queue
// would keep an event loop spinning (behaviour 12).
void Queue::watch(device::Device &device) noexcept
{
    if (wait_set_ && !watched_)
        watched_ = wait_set_->add(device.node().wait_fd()) == 0;
}

void Queue::unwatch(device::Device &device) noexcept
{
    if (wait_set_ && watched_)
        wait_set_->remove(device.node().wait_fd());
    watched_ = false;
}

// Whoever gets the lock gives back what others left on the list; the loop catches what came while it was held.
void Queue::frame_released(BufferSet &set, Frame &frame) noexcept
{
    account_.held.subtract(1);
    if (set.system().is_forked_child())  // the buffer is the parent's
        return;
    set.push_returned(frame);
    while (set.has_returned()) {
        Ref<device::Device> device;
        std::optional<Inside<device::Device>> inside;  // left after the lock: leaving may close the device
        std::unique_lock lock(mutex_, std::try_to_lock);
        if (!lock || set_.get() != &set)
            return;
        device = device_;
        inside.emplace(*device);
        const bool done = *inside && give_back_returned(*device);
        lock.unlock();
        if (!done)
            return;
    }
}

bool Queue::give_back_returned(device::Device &device) noexcept
{
    bool all = true;
    Frame *next = nullptr;
    for (Frame *frame = set_->take_returned(); frame != nullptr; frame = next) {
        next = set_->next_returned(*frame);
        frame->held_ = false;
        all = give_back(device, *frame) && all;
    }
    return all;
}

// A buffer the driver refuses is offered again at each dequeue; the first refusal is reported by the next one.
bool Queue::give_back(device::Device &device, Frame &frame) noexcept
{
    const int rc = kernel::queue_buffer(device.node(), set_->shape(), frame.index());
    if (rc == 0) {
        frame.refused_ = false;
        account_.queued.add();
        watch(device);
        return true;
    }
    if (kernel::means_lost(rc)) {
        device.note_lost();
        frame.refused_ = true;
        return false;
    }
    account_.requeue_failures.add();
    if (!frame.refused_)
        requeue_error_ = rc;
    frame.refused_ = true;
    set_->push_returned(frame);
    return false;
}

}  // namespace v4lxx::stream
