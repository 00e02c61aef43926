// Which calls a driver has not returned from: two plain stores for each call. For whoever waits for one that does not return.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <string>

namespace v4lxx::kernel {

class CallMarks {
public:
    // A second thread inside the same request takes the mark of the first along when it returns; a driver that holds up one of them
    // holds up both.
    void begin(unsigned long request) noexcept { at(request).store(static_cast<uint32_t>(request), std::memory_order_relaxed); }
    void end(unsigned long request) noexcept { at(request).store(0, std::memory_order_relaxed); }

    static constexpr unsigned long close = 127;  // the call that ends a node; no request of V4L2 has that number

    std::string text() const;  // "VIDIOC_STREAMOFF, VIDIOC_G_CTRL"; "" if the driver is in none

private:
    static constexpr size_t slots = 128;  // the lowest bits of a request are its number, which tells those of V4L2 apart
    std::atomic<uint32_t> &at(unsigned long request) noexcept { return marks_[request % slots]; }

    std::array<std::atomic<uint32_t>, slots> marks_{};
};

}  // namespace v4lxx::kernel
