#include "stream/watch.hpp"

namespace v4lxx::stream {

int Watch::begin(kernel::WaitSet &set, uint64_t token, const Wakers &wakers) noexcept
{
    set_ = &set;
    token_ = token;
    wakers_.fill(-1);
    for (size_t i = 0; i < wakers.size(); i++) {
        if (wakers[i] < 0)
            continue;
        if (const int rc = set.add(wakers[i], token); rc < 0) {
            end();
            return rc;
        }
        wakers_[i] = wakers[i];
    }
    return 0;
}

void Watch::end() noexcept
{
    if (set_ == nullptr)
        return;
    unwatch();
    listen({});
    for (const int fd : wakers_)
        if (fd >= 0)
            set_->remove(fd);
    set_ = nullptr;
}

// A set that takes nothing more is asked again when the next buffer goes to the driver.
void Watch::watch(int node_fd) noexcept
{
    if (set_ != nullptr && node_fd_ < 0 && set_->add(node_fd, token_) == 0)
        node_fd_ = node_fd;
}

void Watch::listen(const std::vector<int> &fds) noexcept
{
    if (set_ == nullptr)
        return;
    for (size_t i = 0; i < heard_.size(); i++) {
        const int wanted = i < fds.size() ? fds[i] : -1;
        if (wanted == heard_[i])
            continue;
        if (heard_[i] >= 0)
            set_->remove(heard_[i]);
        heard_[i] = wanted >= 0 && set_->add(wanted, token_) == 0 ? wanted : -1;
    }
}

void Watch::unwatch() noexcept
{
    if (node_fd_ >= 0)
        set_->remove(node_fd_);
    node_fd_ = -1;
}

}  // namespace v4lxx::stream
