// Which part of the source the frames show, asked once at a start: a driver that has no such rectangle is left alone from then on.
#pragma once

#include "kernel/inputs.hpp"
#include "kernel/kernel.hpp"

#include <atomic>
#include <mutex>

namespace v4lxx::device {

class CropMemory {
public:
    // At a start. What fails says nothing: no stream is refused for it.
    void ask(kernel::Node &node);
    void note(const kernel::Rectangle &crop);  // what the driver granted
    void forget_input();                       // another input may have such a rectangle, unless the driver has no such call
    void forget_device();

    // Changes with the rectangle, so that a frame costs no lock.
    uint32_t version() const { return version_.load(std::memory_order_acquire); }
    kernel::Rectangle get() const;  // no width: not known

private:
    void set(const kernel::Rectangle &crop, int refusal);

    mutable std::mutex mutex_;  // guards the next two; any may be held before it, none is taken under it
    kernel::Rectangle crop_;
    int refusal_ = 0;  // the errno of a driver that has none
    std::atomic<uint32_t> version_{0};
};

}  // namespace v4lxx::device
