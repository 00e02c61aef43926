// Tells of real video nodes that come and go, without libudev: the kernel's messages about devices, and what changes in /dev.
#pragma once

#include "kernel/kernel.hpp"

namespace v4lxx::kernel {

int make_node_monitor(std::unique_ptr<Monitor> *out);

}  // namespace v4lxx::kernel
