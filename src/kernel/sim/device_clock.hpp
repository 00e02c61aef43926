// The time of a simulated device, for who has no node of it open.
#pragma once

#include "kernel/sim/device.hpp"

namespace v4lxx::kernel::sim {

int make_clock_of(std::shared_ptr<Device> device, std::unique_ptr<DeviceClock> *out);

}  // namespace v4lxx::kernel::sim
