// Reading and setting one control. A read is one system call and never a write; a set asks for the control's state first, so that a
// value that the driver would clamp, ignore or refuse is refused here, with the reason.
#pragma once

#include "base/result.hpp"
#include "device/control.hpp"
#include "device/device.hpp"

namespace v4lxx::device {

// Integer, boolean, menu (the index), integer menu (the value of the item), button, int64, bitmask.
Result<int64_t> read_number(Device &device, const Control &control);
// Answers with what the driver made of the value.
Result<int64_t> set_number(Device &device, const Control &control, int64_t value);
Result<std::string> read_string(Device &device, const Control &control);
Result<void> set_string(Device &device, const Control &control, const std::string &text);

// A value as people write it: a number, "on", "off", or an item of a menu ("Aperture Priority Mode", "aperture").
Result<int64_t> parse_value(const Control &control, const std::string &text);

}  // namespace v4lxx::device
