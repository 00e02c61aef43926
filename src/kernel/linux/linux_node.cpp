#include "kernel/linux/linux_node.hpp"

#include "kernel/linux/path_kind.hpp"
#include "kernel/linux/waiting.hpp"

#include <cerrno>
#include <sys/ioctl.h>
#include <sys/mman.h>

namespace v4lxx::kernel {

// A look at each closing: a program that closes what is not its own may have opened other files since.
LinuxNode::~LinuxNode()
{
    if (do_check_descriptor() < 0)
        fd_.forget();
}

int64_t LinuxNode::now_ns() { return monotonic_ns(); }

int LinuxNode::do_ioctl(unsigned long request, void *argument)
{
    for (;;) {
        int rc = ::ioctl(wait_fd(), request, argument);
        if (rc >= 0)
            return rc;
        if (errno != EINTR)
            return -errno;
    }
}

int LinuxNode::do_map(uint64_t offset, size_t length, void **out)
{
    if (offset > static_cast<uint64_t>(INT64_MAX))
        return -EINVAL;
    void *address = mmap(nullptr, length, PROT_READ, MAP_SHARED, wait_fd(), static_cast<off_t>(offset));
    if (address == MAP_FAILED)
        return -errno;
    *out = address;
    return 0;
}

int LinuxNode::do_wait(Event *wake, int64_t timeout_ns, Ready *ready)
{
    const int fd = wait_fd();
    if (fd < 0)
        return -EBADF;
    pollfd entries[2] = {{fd, POLLIN | POLLPRI, 0}, {wake != nullptr ? wake->fd() : -1, POLLIN, 0}};
    ready->left_ns = timeout_ns;
    int rc = poll_ns(entries, wake != nullptr ? 2 : 1, &ready->left_ns);
    if (rc <= 0)
        return rc;
    if ((entries[0].revents & POLLNVAL) != 0)
        return -EBADF;
    ready->device = entries[0].revents;
    ready->woken = entries[1].revents != 0;
    return 1;
}

int LinuxNode::do_pause(Event &wake, int64_t timeout_ns) { return wait_for_event(wake, -1, timeout_ns); }

int LinuxNode::do_kind(PathKind *out)
{
    *out = path_kind_of(opened_.status);
    return 0;
}

int LinuxNode::do_check_descriptor()
{
    struct stat now{};
    int rc = -EBADF;
    if (is_ours_.load(std::memory_order_relaxed))
        rc = fstat(fd_.get(), &now) < 0 ? -errno : 0;
    const struct stat &was = opened_.status;
    if (rc == 0 && (now.st_dev != was.st_dev || now.st_ino != was.st_ino || now.st_rdev != was.st_rdev))
        rc = -ESTALE;
    if (rc == -EBADF || rc == -ESTALE)
        is_ours_.store(false, std::memory_order_relaxed);
    return rc == -EBADF || rc == -ESTALE ? rc : 0;
}

}  // namespace v4lxx::kernel
