#include "kernel/linux/linux_node.hpp"

#include "kernel/linux/path_kind.hpp"
#include "kernel/linux/waiting.hpp"

#include <cerrno>
#include <sys/ioctl.h>
#include <sys/mman.h>

namespace v4lxx::kernel {

int64_t LinuxNode::now_ns() { return monotonic_ns(); }

int LinuxNode::do_ioctl(unsigned long request, void *argument)
{
    for (;;) {
        int rc = ::ioctl(fd_.get(), request, argument);
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
    void *address = mmap(nullptr, length, PROT_READ, MAP_SHARED, fd_.get(), static_cast<off_t>(offset));
    if (address == MAP_FAILED)
        return -errno;
    *out = address;
    return 0;
}

int LinuxNode::do_wait(Event *wake, int64_t timeout_ns, Ready *ready)
{
    pollfd entries[2] = {{fd_.get(), POLLIN | POLLPRI, 0}, {wake != nullptr ? wake->fd() : -1, POLLIN, 0}};
    ready->left_ns = timeout_ns;
    int rc = poll_ns(entries, wake != nullptr ? 2 : 1, &ready->left_ns);
    if (rc <= 0)
        return rc;
    ready->device = entries[0].revents;
    ready->woken = entries[1].revents != 0;
    return 1;
}

int LinuxNode::do_pause(Event &wake, int64_t timeout_ns) { return wait_for_event(wake, -1, timeout_ns); }

int LinuxNode::do_kind(PathKind *out)
{
    struct stat status{};
    if (fstat(fd_.get(), &status) < 0)
        return -errno;
    *out = path_kind_of(status);
    return 0;
}

}  // namespace v4lxx::kernel
