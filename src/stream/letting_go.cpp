// The end of a queue: it is closed, or its device is.
#include "stream/queue.hpp"

namespace v4lxx::stream {

void Queue::wake_for_good() noexcept
{
    if (!in_forked_child())
        waker_.wake_for_good();
}

void Queue::close() noexcept
{
    if (begin_close())
        finish_close();
}

// True if the rest falls to the caller.
bool Queue::begin_close() noexcept
{
    if (gate_.is_shut())
        return false;
    const bool mine = gate_.shut();
    wake_for_good();
    return mine;
}

void Queue::finish_close() noexcept
{
    Ref<device::Device> device = this->device();
    if (!device)
        return;
    {
        Inside inside(*device);
        if (!inside && device->gate().is_shut())
            return;  // the device is closing too: its last caller frees the buffers
        let_go(*device, bool(inside));
    }
    device->detach(*this);
    closing_.tell_over();
}

Result<void> Queue::close_within(int64_t timeout_ns)
{
    const Ref<device::Device> device = this->device();  // null: it is closed already
    if (!device || in_forked_child()) {
        close();
        return {};
    }
    auto is_over = closing_.run(
        context_->system(), timeout_ns, [this] { return begin_close(); },
        [self = Ref<Queue>::share(this)] { self->finish_close(); });
    if (is_over && *is_over)
        return {};
    Failure failure = is_over ? device::not_closed_yet(timeout_ns, *device->call_marks()) : std::move(is_over).failure();
    return std::move(failure).in("close the stream").on(device->info()->label());
}

// Of a device that is away, whose node is nobody's now, there are no buffers.
void Queue::let_go(device::Device &device, bool has_node) noexcept
{
    Ref<device::Device> last;  // dropped after the locks: it may be the device's last reference
    Lock lock(*this);
    if (set_)
        free_buffers(device);
    else if (device.is_lost())
        let_old_frames_go();
    system_calls_.set(has_node ? device.calls() : device.calls_before());
    std::lock_guard device_lock(device_mutex_);
    last = std::move(device_);
}

void Queue::device_closing() noexcept { wake_for_good(); }

// The device is past its gate, so nobody else is at it; its node is still open. Nobody may have told the waiters: the last call inside
// can be quicker than the thread that closes.
void Queue::device_closed() noexcept
{
    wake_for_good();
    if (Ref<device::Device> device = this->device())
        let_go(*device, true);
    closing_.tell_over();
}

}  // namespace v4lxx::stream
