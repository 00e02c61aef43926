#include "kernel/call_marks.hpp"

#include "kernel/request_names.hpp"

namespace v4lxx::kernel {

std::string CallMarks::text() const
{
    std::string all;
    for (const std::atomic<uint32_t> &mark : marks_)
        if (const uint32_t request = mark.load(std::memory_order_relaxed); request != 0)
            all += (all.empty() ? "" : ", ") + std::string(request == close ? "close" : request_name(request));
    return all;
}

}  // namespace v4lxx::kernel
