#include "kernel/sim/plug_board.hpp"

#include <algorithm>

namespace v4lxx::kernel::sim {

void PlugBoard::tell() noexcept
{
    std::lock_guard lock(mutex_);
    ++told_;
    set_alarms();
}

void PlugBoard::add(Watcher *watcher)
{
    std::lock_guard lock(mutex_);
    watcher->taken = told_;
    watchers_.push_back(watcher);
    set_alarm(*watcher);
}

void PlugBoard::remove(Watcher *watcher) noexcept
{
    std::lock_guard lock(mutex_);
    std::erase(watchers_, watcher);
}

bool PlugBoard::take(Watcher *watcher) noexcept
{
    std::lock_guard lock(mutex_);
    const bool anything = watcher->taken != told_;
    watcher->taken = told_;
    set_alarm(*watcher);
    return anything;
}

void PlugBoard::set_alarm(Watcher &watcher) noexcept
{
    int64_t due_ns = never;
    for (const Plug *plug : plugs_)
        due_ns = std::min(due_ns, plug->due_ns_);
    if (watcher.taken != told_)
        watcher.alarm.ring_now();
    else if (due_ns != never)
        watcher.alarm.ring_at(due_ns);
    else
        watcher.alarm.silence();
}

void PlugBoard::set_alarms() noexcept
{
    for (Watcher *watcher : watchers_)
        set_alarm(*watcher);
}

Plug::Plug(std::shared_ptr<PlugBoard> board) : board_(std::move(board))
{
    if (!board_)
        return;
    std::lock_guard lock(board_->mutex_);
    board_->plugs_.push_back(this);
}

Plug::~Plug()
{
    if (!board_)
        return;
    std::lock_guard lock(board_->mutex_);
    std::erase(board_->plugs_, this);
}

void Plug::set(uint64_t plugging, int64_t due_ns) noexcept
{
    if (!board_ || (plugging == plugging_ && due_ns == due_ns_))
        return;
    std::lock_guard lock(board_->mutex_);
    board_->told_ += plugging != plugging_;
    plugging_ = plugging;
    due_ns_ = due_ns;
    board_->set_alarms();
}

}  // namespace v4lxx::kernel::sim
