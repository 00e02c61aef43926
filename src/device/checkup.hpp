// The looks of an examination that need no frame. Each only asks, none sets; what one of them meets does not keep the others from looking.
#pragma once

#include "device/device.hpp"
#include "device/finding.hpp"
#include "device/surroundings.hpp"

namespace v4lxx::device {

// What is true of the machine whatever the device: where this runs, and on which kernel.
void look_at_machine(kernel::System &system, Findings &findings);
// That there is nothing to examine, with the reason.
Failure no_devices(const Absence &absence);

// Opens the device. Null after a finding that says why not.
Ref<Device> look_at_access(Context &context, const std::string &name, Findings &findings);
// False if no frame can come of it: everything else would only follow from that.
bool look_at_capabilities(Device &device, Findings &findings);
void look_at_holders(Device &device, Findings &findings);
bool look_at_formats(Device &device, Findings &findings);
// False if nothing comes in.
bool look_at_signal(Device &device, Findings &findings);
void look_at_usb(Device &device, Findings &findings);
void look_at_controls(Device &device, Findings &findings);

// The failures that only an examination tells of.
Failure slow_usb_link(const std::string &device, uint32_t megabits, bool checked);
Failure privacy_is_on(const std::string &device);
Failure no_formats(const std::string &device);

}  // namespace v4lxx::device
