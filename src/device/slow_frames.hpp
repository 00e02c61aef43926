// Why a camera makes fewer frames than it says: what its exposure controls tell.
#pragma once

#include "device/device.hpp"

namespace v4lxx::device {

// Nothing was lost on the way. The caller is inside the gate of the device.
Failure explain_slow_frames(Device &device, kernel::Fraction nominal_interval, uint64_t measured_uhz);

}  // namespace v4lxx::device
