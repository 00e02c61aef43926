#include "stream/watch.hpp"

#include <utility>

namespace v4lxx::stream {

int Watch::begin(kernel::WaitSet &set, uint64_t token, std::vector<int> fds)
{
    for (size_t i = 0; i < fds.size(); i++) {
        const int rc = set.add(fds[i], token);
        if (rc == 0)
            continue;
        while (i-- > 0)
            set.remove(fds[i]);
        return rc;
    }
    set_ = &set;
    token_ = token;
    fds_ = std::move(fds);
    return 0;
}

void Watch::end() noexcept
{
    if (set_ == nullptr)
        return;
    unwatch();
    for (int fd : fds_)
        set_->remove(fd);
    fds_.clear();
    set_ = nullptr;
}

// A set that takes nothing more is asked again when the next buffer goes to the driver.
void Watch::watch(int node_fd) noexcept
{
    if (set_ != nullptr && node_fd_ < 0 && set_->add(node_fd, token_) == 0)
        node_fd_ = node_fd;
}

void Watch::unwatch() noexcept
{
    if (node_fd_ >= 0)
        set_->remove(node_fd_);
    node_fd_ = -1;
}

}  // namespace v4lxx::stream
