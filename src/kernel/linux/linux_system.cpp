// The real system behind kernel.hpp.
#include "kernel/linux/linux_system.hpp"

#include "kernel/linux/descriptor.hpp"
#include "kernel/linux/events.hpp"
#include "kernel/linux/linux_node.hpp"
#include "kernel/linux/monotonic_clock.hpp"
#include "kernel/linux/node_monitor.hpp"
#include "kernel/linux/path_kind.hpp"
#include "kernel/linux/waiting.hpp"

#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <linux/usbdevice_fs.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace v4lxx::kernel {

static int open_retrying(const char *name, int flags)
{
    int fd;
    do
        fd = open(name, flags | O_CLOEXEC);
    while (fd < 0 && errno == EINTR);
    return fd < 0 ? -errno : fd;
}

int64_t LinuxSystem::now_ns() const { return monotonic_ns(); }
int LinuxSystem::do_read_clock(Clock clock, int64_t *out_ns) { return read_system_clock(clock, out_ns); }

int LinuxSystem::do_open(const char *name, std::unique_ptr<Node> *out, OpenProblem *)
{
    int fd = open_retrying(name, O_RDWR | O_NONBLOCK);
    bool read_only = false;
    if (fd == -EACCES || fd == -EROFS)  // everything can be asked read-only too
        if (int readable = open_retrying(name, O_RDONLY | O_NONBLOCK); readable >= 0) {
            fd = readable;
            read_only = true;
        }
    if (fd < 0)
        return fd;
    Descriptor mine(fd);
    LinuxNode::Opened opened{{}, read_only};
    if (fstat(mine.get(), &opened.status) < 0)
        return -errno;
    *out = std::make_unique<LinuxNode>(fault_plan(), std::move(mine), opened);
    return 0;
}

int LinuxSystem::do_adopt(int fd, std::unique_ptr<Node> *out)
{
    Descriptor mine(fcntl(fd, F_DUPFD_CLOEXEC, 0));
    if (mine.get() < 0)
        return -errno;
    // Somebody else's terminal or pipe must not become non-blocking by mistake.
    struct stat status{};
    if (fstat(mine.get(), &status) < 0)
        return -errno;
    if (!S_ISCHR(status.st_mode) || major(status.st_rdev) != v4l2_major)
        return -ENOTTY;
    int flags = fcntl(mine.get(), F_GETFL);
    if (flags < 0 || fcntl(mine.get(), F_SETFL, flags | O_NONBLOCK) < 0)
        return -errno;
    *out =
        std::make_unique<LinuxNode>(fault_plan(), std::move(mine), LinuxNode::Opened{status, (flags & O_ACCMODE) == O_RDONLY});
    return 0;
}

int LinuxSystem::do_make_event(std::unique_ptr<Event> *out) { return make_eventfd(out); }
int LinuxSystem::do_make_wait_set(std::unique_ptr<WaitSet> *out) { return make_epoll(fault_plan(), out); }
int LinuxSystem::do_make_clock(const char *, std::unique_ptr<DeviceClock> *out) { return make_monotonic_clock(out); }
int LinuxSystem::do_make_monitor(bool, std::unique_ptr<Monitor> *out) { return make_node_monitor(out); }
int LinuxSystem::do_unmap(void *address, size_t length) { return munmap(address, length) < 0 ? -errno : 0; }

int LinuxSystem::do_make_private(void *address, size_t length)
{
    void *copy = mmap(nullptr, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (copy == MAP_FAILED)
        return -errno;
    std::memcpy(copy, address, length);
    // One step for the kernel: readers on other threads see the old bytes or the same bytes. Frames are const, copies too.
    if (mprotect(copy, length, PROT_READ) < 0 ||
        mremap(copy, length, length, MREMAP_MAYMOVE | MREMAP_FIXED, address) == MAP_FAILED) {
        int error = errno;
        munmap(copy, length);
        return -error;
    }
    return 0;
}

int LinuxSystem::do_protect(void *address, size_t length, bool readable)
{
    return mprotect(address, length, readable ? PROT_READ : PROT_NONE) < 0 ? -errno : 0;
}

int LinuxSystem::do_reset_usb(const char *name)
{
    const Descriptor mine(open_retrying(name, O_WRONLY | O_NONBLOCK));
    if (mine.get() < 0)
        return mine.get();
    struct stat status{};
    if (fstat(mine.get(), &status) < 0)
        return -errno;
    if (!S_ISCHR(status.st_mode) || major(status.st_rdev) != usb_major)
        return -ENOTTY;
    int rc;
    do
        rc = ioctl(mine.get(), USBDEVFS_RESET, nullptr);
    while (rc < 0 && errno == EINTR);
    return rc < 0 ? -errno : 0;
}

int LinuxSystem::do_prefer_large_pages(void *address, size_t length)
{
    return madvise(address, length, MADV_HUGEPAGE) < 0 ? -errno : 0;
}

uint32_t LinuxSystem::thread_id() const { return static_cast<uint32_t>(gettid()); }

int LinuxSystem::do_path_kind(const char *path, PathKind *out)
{
    struct stat status{};
    if (stat(path, &status) < 0)
        return -errno;
    *out = path_kind_of(status);
    return 0;
}

int LinuxSystem::do_list_directory(const char *path, std::vector<std::string> *out)
{
    std::unique_ptr<DIR, int (*)(DIR *)> directory(opendir(path), closedir);
    if (!directory)
        return -errno;
    for (;;) {
        errno = 0;
        const dirent *entry = readdir(directory.get());
        if (entry == nullptr)
            return -errno;
        if (std::strcmp(entry->d_name, ".") != 0 && std::strcmp(entry->d_name, "..") != 0)
            out->emplace_back(entry->d_name);
    }
}

int LinuxSystem::do_read_file(const char *path, size_t limit_bytes, std::string *out)
{
    int fd = open_retrying(path, O_RDONLY | O_NONBLOCK);
    if (fd < 0)
        return fd;
    Descriptor file(fd);
    out->resize(limit_bytes);
    size_t have = 0;
    while (have < limit_bytes) {
        ssize_t n = read(file.get(), out->data() + have, limit_bytes - have);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -errno;
        if (n == 0)
            break;
        have += static_cast<size_t>(n);
    }
    out->resize(have);
    return 0;
}

int LinuxSystem::do_read_link(const char *path, std::string *out)
{
    char text[4096];
    const ssize_t length = readlink(path, text, sizeof text);
    if (length < 0)
        return -errno;
    if (static_cast<size_t>(length) == sizeof text)
        return -ENAMETOOLONG;
    out->assign(text, static_cast<size_t>(length));
    return 0;
}

int LinuxSystem::do_process_identity(ProcessIdentity *out)
{
    out->user = geteuid();
    const int count = getgroups(0, nullptr);
    if (count < 0)
        return -errno;
    std::vector<gid_t> groups(static_cast<size_t>(count) + 1);
    const int have = getgroups(count, groups.data() + 1);
    if (have < 0)
        return -errno;
    groups.resize(static_cast<size_t>(have) + 1);
    groups[0] = getegid();
    out->groups.assign(groups.begin(), groups.end());
    return 0;
}

}  // namespace v4lxx::kernel
