// What stat(2) says of a path or of a descriptor, as the door tells it.
#pragma once

#include "kernel/kernel.hpp"

#include <sys/stat.h>

namespace v4lxx::kernel {

PathKind path_kind_of(const struct stat &status);

}  // namespace v4lxx::kernel
