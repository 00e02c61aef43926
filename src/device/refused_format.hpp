// Which part of a format a driver most likely refused: EINVAL does not tell, but its own lists do.
#pragma once

#include "device/device.hpp"

namespace v4lxx::device {

// Completes a refusal: the field, and what the device lists instead. What it does not list is left out; asked for at most once.
Failure explain_refused_format(Device &device, const kernel::Format &refused, Failure failure);

}  // namespace v4lxx::device
