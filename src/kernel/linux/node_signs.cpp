#include "kernel/linux/node_signs.hpp"

#include <algorithm>
#include <cstring>
#include <sys/inotify.h>
#include <sys/socket.h>

namespace v4lxx::kernel {

// The text up to the next NUL, which is taken away with it; false if there is no NUL.
static bool take_text(std::string_view &rest, std::string_view &text)
{
    const size_t end = rest.find('\0');
    if (end == rest.npos)
        return false;
    text = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return true;
}

bool is_uevent_of_video(std::string_view message)
{
    constexpr std::string_view key = "SUBSYSTEM=";
    std::string_view text;
    if (!take_text(message, text) || text.find("@/") == text.npos || text.front() == '@')
        return false;
    while (take_text(message, text))
        if (text.substr(0, key.size()) == key)
            return text.substr(key.size()) == "video4linux" || text.substr(key.size()) == "media";
    return false;
}

bool is_from_kernel(const sockaddr_nl &sender, size_t sender_size)
{
    return sender_size == sizeof sender && sender.nl_family == AF_NETLINK && sender.nl_pid == 0;
}

bool is_video_node(std::string_view name)
{
    for (const std::string_view family : {"video", "vbi", "radio", "swradio", "v4l-touch", "v4l-subdev", "media"}) {
        const std::string_view number = name.substr(std::min(family.size(), name.size()));
        if (name.substr(0, family.size()) == family && !number.empty() &&
            std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return true;
    }
    return false;
}

bool has_video_node(std::string_view entries)
{
    inotify_event entry;
    while (entries.size() >= sizeof entry) {
        std::memcpy(&entry, entries.data(), sizeof entry);
        entries.remove_prefix(sizeof entry);
        if (entry.len > entries.size())
            return true;  // not what the kernel writes
        const std::string_view padded = entries.substr(0, entry.len);
        if ((entry.mask & (IN_Q_OVERFLOW | IN_IGNORED)) != 0 || is_video_node(padded.substr(0, padded.find('\0'))))
            return true;
        entries.remove_prefix(entry.len);
    }
    return false;
}

}  // namespace v4lxx::kernel
