// Opening a node and asking what it is, with the one message that says why it cannot be done. Nothing on the device is changed.
#pragma once

#include "base/result.hpp"
#include "device/context.hpp"
#include "device/device_info.hpp"

namespace v4lxx::device {

struct OpenedNode {
    std::unique_ptr<kernel::Node> node;
    Ref<DeviceInfo> info;
};

Result<OpenedNode> open_node(Context &context, const char *name);   // a path or a simulated device
Result<OpenedNode> open_named(Context &context, const char *name);  // or a name of lookup.hpp
Result<void> add_simulated(Context &context, const char *name);
Result<OpenedNode> adopt_node(Context &context, int fd);

}  // namespace v4lxx::device
