#include "stream/lookout.hpp"

#include <algorithm>
#include <new>

namespace v4lxx::stream {

void Lookout::open(kernel::System &system) noexcept
{
    if (is_open())
        return;
    try {
        std::unique_ptr<kernel::WaitSet> set;
        if (system.make_monitor(true, &monitor_) < 0 || system.make_wait_set(&set) < 0)
            return;
        fds_ = monitor_->fds();
        if (std::all_of(fds_.begin(), fds_.end(), [&](int fd) { return set->add(fd, 0) == 0; }))
            set_ = std::move(set);
    } catch (const std::bad_alloc &) {
        fds_.clear();
    }
}

bool Lookout::has_sign()
{
    if (!is_open())
        return false;
    const kernel::Signs signs = monitor_->drain();
    return signs.real || signs.simulated;
}

}  // namespace v4lxx::stream
