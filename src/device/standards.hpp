// Analog standards of the selected input: which it can do, which it has, and what comes in.
#pragma once

#include "device/device.hpp"
#include "kernel/inputs.hpp"

#include <string_view>

namespace v4lxx::device {

Result<std::vector<kernel::Standard>> list_standards(Device &device);
Result<uint64_t> current_standard(Device &device);
Result<uint64_t> query_standard(Device &device);  // 0: no signal, or none that was recognised
Result<void> set_standard(Device &device, uint64_t bits);
// By name ("PAL", "ntsc-m", "PAL-B/G"), by the driver's own name, by its bits ("0xff"), or "auto": what comes in.
Result<uint64_t> find_standard(Device &device, std::string_view name);

}  // namespace v4lxx::device
