// Who has a device open, as /proc tells.
#pragma once

#include "base/failure.hpp"
#include "kernel/kernel.hpp"

namespace v4lxx::device {

// A failure because the device is in use, with the programs that have the node open named in it. Unchanged if /proc tells of none:
// those of other users are hidden from everybody but root.
Failure explain_busy(kernel::System &system, kernel::Node &node, Failure failure);

// Other programs that have a node open: "obs (process 4711)"; "" if /proc tells of none.
std::string holder_words(kernel::System &system, const kernel::PathKind &kind);
std::string holder_words(kernel::System &system, kernel::Node &node);

}  // namespace v4lxx::device
