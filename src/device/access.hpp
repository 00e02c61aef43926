// Why a node may not be opened: facts from the node, from this process and from its surroundings, and the command that helps.
#pragma once

#include "base/failure.hpp"
#include "kernel/kernel.hpp"

namespace v4lxx::device {

// Completes the failure of an open() that answered EACCES or EPERM. Only looks; what cannot be found out is left out.
Failure explain_denied(kernel::System &system, const char *path, Failure failure);
// Whose the node is, and who this process is; empty if that cannot be found out.
std::string describe_access(kernel::System &system, const char *path);

}  // namespace v4lxx::device
