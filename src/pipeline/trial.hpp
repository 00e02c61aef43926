// A capture of a few frames, with a deadline, to see what really comes.
#pragma once

#include "device/device.hpp"
#include "device/finding.hpp"

namespace v4lxx::pipeline {

// In the mode the device has; nothing is set on it. Takes five seconds at most, or what a driver's own calls take.
void try_capture(device::Device &device, device::Findings &findings);

}  // namespace v4lxx::pipeline
