// Which controls a device has, and which one is meant by a name.
#pragma once

#include "base/result.hpp"
#include "device/control.hpp"
#include "device/device.hpp"

namespace v4lxx::device {

// The caller is inside the gate of the device, here and in all that takes one.
Result<Ref<ControlList>> list_controls(Device &device);
// By the driver's name, by that name as it is written on a command line, by an older name, or by number ("0x009a0902").
Result<Ref<Control>> find_control(Device &device, const std::string &name);
Result<Ref<Control>> find_control_by_id(Device &device, uint32_t id);
// NAME=VALUE as a command line takes it for this control and no other; asks the device for its controls.
std::string calling_word(Device &device, const Control &control, const std::string &value);

}  // namespace v4lxx::device
