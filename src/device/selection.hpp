// Crop and compose: which part of the source is taken, and where in the frame it is put.
#pragma once

#include "device/device.hpp"
#include "kernel/inputs.hpp"

namespace v4lxx::device {

Result<kernel::Rectangle> read_selection(Device &device, uint32_t target);
// Answers what was granted; the driver adjusts what it cannot do, and the format may follow.
Result<kernel::Rectangle> set_selection(Device &device, uint32_t target, uint32_t flags, const kernel::Rectangle &wanted);

}  // namespace v4lxx::device
