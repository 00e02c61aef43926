#include "stream/event_queue.hpp"

namespace v4lxx::stream {

void EventQueue::push(Ref<Event> event)
{
    Ref<Event> oldest;  // goes after the lock
    std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(event));
    if (waiting_.size() > most_waiting) {
        oldest = std::move(waiting_.front());
        waiting_.pop_front();
        count_missed();
    } else if (waiting_.size() == 1) {
        ready_->signal();
    }
}

Ref<Event> EventQueue::take() noexcept
{
    std::lock_guard lock(mutex_);
    if (waiting_.empty())
        return {};
    Ref<Event> event = std::move(waiting_.front());
    waiting_.pop_front();
    if (waiting_.empty())
        ready_->clear();
    return event;
}

bool EventQueue::empty()
{
    std::lock_guard lock(mutex_);
    return waiting_.empty();
}

void EventQueue::clear() noexcept
{
    while (take()) {
    }
}

}  // namespace v4lxx::stream
