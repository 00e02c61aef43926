// How every list of the kernel is read: entry 0, 1, 2, ... until the driver says that there are no more.
#pragma once

#include "kernel/checks.hpp"
#include "kernel/format_calls.hpp"
#include "kernel/kernel_failure.hpp"

#include <cerrno>
#include <vector>

namespace v4lxx::kernel {

// EINVAL is the documented end; ENOTTY and ENODATA are how drivers say that there is no such list. No list of a device has `limit`
// entries: one that goes on is a driver that ignores the index.
template <class Entry, class Raw, class Take>
Result<std::vector<Entry>> enumerate(Node &node, unsigned long request, uint32_t limit, const Raw &start, Take take)
{
    std::vector<Entry> entries;
    for (uint32_t index = 0;; index++) {
        if (index == limit)
            return impossible(Code::endless_list, request, "index", index, "the list does not end");
        Raw raw = start;
        raw.index = index;
        int rc = node.ioctl(request, &raw);
        if (rc == -EINVAL || rc == -ENOTTY || rc == -ENODATA)
            return entries;
        if (rc < 0)
            return kernel_failure(rc, request);
        auto entry = take(raw);
        if (!entry)
            return std::move(entry).failure();
        entries.push_back(*std::move(entry));
    }
}

}  // namespace v4lxx::kernel
