// The time of a real device.
#pragma once

#include "kernel/kernel.hpp"

namespace v4lxx::kernel {

int make_monotonic_clock(std::unique_ptr<DeviceClock> *out);

}  // namespace v4lxx::kernel
