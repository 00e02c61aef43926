// Whether one of several descriptors is readable.
#pragma once

#include <poll.h>
#include <vector>

namespace v4lxx::test {

inline bool is_any_readable(const std::vector<int> &fds, int timeout_ms)
{
    std::vector<pollfd> entries;
    for (const int fd : fds)
        entries.push_back({fd, POLLIN, 0});
    return ::poll(entries.data(), entries.size(), timeout_ms) > 0;
}

}  // namespace v4lxx::test
