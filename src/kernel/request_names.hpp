// Names of ioctls, for messages, scripts and traces.
#pragma once

#include <cstddef>
#include <string_view>

namespace v4lxx::kernel {

const char *request_name(unsigned long request);      // "VIDIOC_S_FMT"; "ioctl" for one without a name
const char *request_name_at(size_t index);            // every name in turn; null behind the last
unsigned long request_number(std::string_view name);  // 0 if there is none of that name

}  // namespace v4lxx::kernel
