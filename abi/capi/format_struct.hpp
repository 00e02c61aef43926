// Between v4lxx_format and the format the C++ side speaks.
#pragma once

#include "kernel/formats.hpp"

#include <v4lxx/v4lxx.h>

namespace v4lxx::capi {

kernel::Format wanted_format(const v4lxx_format &format);
v4lxx_format public_format(const kernel::Format &format);

}  // namespace v4lxx::capi
