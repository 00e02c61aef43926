// Names of devices that are no paths: "id:…", "usb:046d:082d", "card:*C920*". Found, not found, or several: never a silent pick.
#pragma once

#include "base/result.hpp"
#include "device/context.hpp"
#include "device/device_info.hpp"

namespace v4lxx::device {

bool is_lookup_name(const char *name);
// The node that the name means.
Result<Ref<DeviceInfo>> find_node(Context &context, const char *name);

}  // namespace v4lxx::device
