#include "stream/waker.hpp"

namespace v4lxx::stream {

// The event is signalled before the flag is set: a waiter that sees the flag and clears the event then clears this signal too, and a
// waiter that clears too early leaves the flag for the next one. The other order could leave a signal nobody ever clears.
void Waker::wake() noexcept
{
    event_->signal();
    signalled_.store(true);
}

void Waker::cancel() noexcept
{
    cancels_.fetch_add(1);
    wake();
}

void Waker::wake_for_good() noexcept
{
    for_good_.store(true);
    wake();
}

void Waker::clear_if_signalled() noexcept
{
    if (for_good_.load() || !signalled_.exchange(false))
        return;
    event_->clear();
    // A close or a cancel that came meanwhile must not lose its signal.
    if (for_good_.load() || cancels_.load() != acknowledged_.load())
        wake();
}

Wait::Wait(Waker &waker) noexcept : waker_(waker)
{
    waker_.waiters_.fetch_add(1);
    cancels_at_entry_ = waker_.cancels_.load();
}

// The last one out clears the event, so that every waiter has seen it.
Wait::~Wait()
{
    if (waker_.waiters_.fetch_sub(1) == 1 && waker_.signalled_.load())
        waker_.clear_if_signalled();
}

bool Wait::take_cancel() noexcept
{
    const uint32_t now = waker_.cancels_.load();
    if (now == cancels_at_entry_ && waker_.acknowledged_.load() == now)
        return false;
    waker_.acknowledged_.store(now);
    return true;
}

}  // namespace v4lxx::stream
