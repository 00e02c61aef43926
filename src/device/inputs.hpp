// The inputs of a device: which there are, which one is selected, and finding one by what people call it.
#pragma once

#include "device/device.hpp"
#include "kernel/inputs.hpp"

#include <string_view>

namespace v4lxx::device {

Result<std::vector<kernel::Input>> list_inputs(Device &device);
Result<uint32_t> current_input(Device &device);
Result<void> select_input(Device &device, uint32_t index);

// By number ("1"), by name in any case ("HDMI 000-0"), or by the beginning of a name if only one begins so ("hdmi").
Result<uint32_t> find_input(Device &device, std::string_view wanted);

}  // namespace v4lxx::device
