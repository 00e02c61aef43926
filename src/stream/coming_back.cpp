// What a queue does for Healing: letting go of a lost device, and telling of its return.
#include "stream/loop.hpp"
#include "stream/queue.hpp"

#include <new>

namespace v4lxx::stream {

void Queue::give_up_buffers() noexcept
{
    Entry entry(*this);
    if (!entry)
        return;
    entry.device().tell_lost();
    Lock lock(*this);
    end_polls(lock);
    if (set_)
        free_buffers(entry.device());
    else
        let_old_frames_go();
}

void Queue::note_living(BufferSet &set)
{
    std::lock_guard lock(sets_mutex_);
    living_sets_.push_back(&set);
}

void Queue::note_gone(BufferSet &set) noexcept
{
    std::lock_guard lock(sets_mutex_);
    std::erase(living_sets_, &set);
}

// Frames that are held since before the last start still map memory of the device. Once it is lost, that keeps some drivers from giving it
// back. A set whose last frame goes at this moment waits in note_gone().
void Queue::let_old_frames_go() noexcept
{
    if (in_forked_child())
        return;
    std::lock_guard lock(sets_mutex_);
    for (BufferSet *set : living_sets_) {
        if (set == set_.get())
            continue;
        set->unmap_unheld();
        set->make_held_private(account_);
    }
}

void Queue::listen_for_return(const std::vector<int> &fds) noexcept
{
    Lock lock(*this);
    if (fds == return_fds_)
        return;
    try {
        return_fds_ = fds;
    } catch (const std::bad_alloc &) {
        return;  // the pauses wake it
    }
    own_watch_.listen(return_fds_);
    loop_watch_.listen(return_fds_);
}

Result<void> Queue::check_away(Wait &wait, bool is_wanted)
{
    Ref<device::Device> device = this->device();
    if (!device)
        return Failure{Code::object_closed};
    if (auto good = check_open(*device, wait); !good)
        return good;
    if (!is_wanted)
        return Failure{Code::stopped_meanwhile}.on(device->info()->label());
    return {};
}

void Queue::tell_back(int64_t away_ns, uint32_t attempts)
{
    account_.reconnects.add();
    Ref<device::Device> device = this->device();
    if (!device)
        return;
    const auto text = [&] {
        return device->info()->label() + " is back after " + std::to_string(away_ns / 1'000'000) + " ms, at attempt " +
               std::to_string(attempts) + "; it streams " + device::format_text(format());
    };
    device->tell(LogLevel::warning, LogTopic::device_back, text);
    post_event({.kind = EventKind::device_back, .tag = tag(), .span_ns = away_ns, .attempts = attempts}, *device, text);
}

void Queue::tell_away(const Failure &why)
{
    Ref<device::Device> device = this->device();
    if (!device)
        return;
    post_event({.kind = EventKind::device_lost, .tag = tag(), .code = why.code}, *device, [&] {
        return device->info()->label() +
               (device->is_lost() ? " is lost; it is looked for" : " gives nothing good any more; it is started anew");
    });
}

void Queue::tell_usb_reset()
{
    account_.usb_resets.add();
    if (Ref<device::Device> device = this->device())
        device->tell(LogLevel::warning, LogTopic::usb_reset,
                     [&] { return device->info()->label() + " gives nothing good: its USB device was reset"; });
}

void Queue::tell_refused(const Failure &failure)
{
    const bool is_other = failure.code == Code::other_device_there;
    if (is_other)
        account_.others_refused.add();
    Ref<device::Device> device = this->device();
    if (!device)
        return;
    const bool calls_for_help = is_other || failure.code == Code::usb_reset_failed;
    device->tell(
        calls_for_help ? LogLevel::warning : LogLevel::debug, LogTopic::operation_failed,
        [&] { return "not back yet: " + failure.message(); }, failure.code);
    if (is_other)
        post_event({.kind = EventKind::other_refused, .tag = tag(), .code = failure.code}, *device,
                   [&] { return failure.message(); });
}

}  // namespace v4lxx::stream
