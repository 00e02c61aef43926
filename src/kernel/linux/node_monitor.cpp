#include "kernel/linux/node_monitor.hpp"

#include "kernel/linux/descriptor.hpp"
#include "kernel/linux/node_signs.hpp"

#include <cerrno>
#include <sys/inotify.h>
#include <sys/socket.h>
#include <unistd.h>

namespace v4lxx::kernel {

namespace {

// Of one look. What is left keeps the descriptor readable, so a storm keeps nobody here.
constexpr int most_reads = 256;
constexpr size_t largest_message = 8192;  // the kernel's are up to 4 KiB

class NodeMonitor : public Monitor {
public:
    // Messages do not come to containers; and in /dev one sees when udev lets users at a node, some time after the message. So both are
    // wanted, and either will do.
    int open()
    {
        const int messages = open_messages(), changes = open_changes();
        return messages < 0 ? changes : 0;
    }

    std::vector<int> fds() const override
    {
        std::vector<int> all;
        for (const int fd : {messages_.get(), changes_.get()})
            if (fd >= 0)
                all.push_back(fd);
        return all;
    }

    Signs drain() override
    {
        const bool messages = read_messages(), changes = read_changes();
        return {messages || changes, false};
    }

private:
    int open_messages()
    {
        Descriptor opened(socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_KOBJECT_UEVENT));
        sockaddr_nl address{};
        address.nl_family = AF_NETLINK;
        address.nl_groups = 1;  // those of the kernel; udev sends to group 2
        if (opened.get() < 0 || bind(opened.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) < 0)
            return -errno;
        messages_ = std::move(opened);
        return 0;
    }

    int open_changes()
    {
        Descriptor opened(inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
        constexpr uint32_t wanted = IN_CREATE | IN_DELETE | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR;
        if (opened.get() < 0 || inotify_add_watch(opened.get(), "/dev", wanted) < 0)
            return -errno;
        changes_ = std::move(opened);
        return 0;
    }

    bool read_messages()
    {
        bool found = false;
        for (int i = 0; messages_.get() >= 0 && i < most_reads; i++) {
            char message[largest_message];
            sockaddr_nl sender{};
            iovec part{message, sizeof message};
            msghdr header{};
            header.msg_name = &sender;
            header.msg_namelen = sizeof sender;
            header.msg_iov = &part;
            header.msg_iovlen = 1;
            const ssize_t size = recvmsg(messages_.get(), &header, 0);
            if (size < 0 && errno == EAGAIN)
                break;
            if (size < 0)
                found = found || errno != EINTR;  // ENOBUFS: some were lost
            else if (is_from_kernel(sender, header.msg_namelen))
                found =
                    found || (header.msg_flags & MSG_TRUNC) != 0 || is_uevent_of_video({message, static_cast<size_t>(size)});
        }
        return found;
    }

    bool read_changes()
    {
        bool found = false;
        for (int i = 0; changes_.get() >= 0 && i < most_reads; i++) {
            char entries[4096];
            const ssize_t size = read(changes_.get(), entries, sizeof entries);
            if (size < 0 && errno == EAGAIN)
                break;
            if (size < 0)
                found = found || errno != EINTR;
            else
                found = found || has_video_node({entries, static_cast<size_t>(size)});
        }
        return found;
    }

    Descriptor messages_, changes_;
};

}  // namespace

int make_node_monitor(std::unique_ptr<Monitor> *out)
{
    auto monitor = std::make_unique<NodeMonitor>();
    const int rc = monitor->open();
    if (rc == 0)
        *out = std::move(monitor);
    return rc;
}

}  // namespace v4lxx::kernel
