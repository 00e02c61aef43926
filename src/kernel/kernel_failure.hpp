// errno -> failure: device lost, busy, unsupported, ... with the usual cause.
#pragma once

#include "base/failure.hpp"
#include "data/errno_meanings.hpp"

namespace v4lxx::kernel {

// The failure for an errno that a request answered: device lost, busy, unsupported, ... with the usual cause.
Failure kernel_failure(int rc, unsigned long request);
Failure call_failure(int rc, const char *call);  // of a call that is no ioctl: "open", "mmap"; static storage
Failure wait_failure(int rc);
// The same, now that it is known what the handle was doing.
void explain_in_state(Failure &failure, DeviceState state);
// True for the answers that mean that the device is gone.
bool means_lost(int rc);

}  // namespace v4lxx::kernel
