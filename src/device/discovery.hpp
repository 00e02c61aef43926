// Which devices there are: one entry for each physical device, with its nodes. Never fails or leaks because one node is broken: that
// node stays listed with the reason.
#pragma once

#include "base/result.hpp"
#include "device/context.hpp"
#include "device/device_info.hpp"
#include "device/node_name.hpp"
#include "device/surroundings.hpp"

#include <vector>

namespace v4lxx::device {

// Simulated devices are never offered unasked; those a program added itself count as asked for by name.
enum class Simulated : uint8_t { none, added, all };

struct ListWish {
    Simulated simulated = Simulated::none;
    bool all = false;  // devices without a node that captures video too
};

class DeviceList : public Object {
public:
    DeviceList(std::vector<Ref<DeviceInfo>> entries, Absence absence)
        : entries_(std::move(entries)), absence_(std::move(absence)), note_(absence_.text())
    {
    }
    const std::vector<Ref<DeviceInfo>> &entries() const { return entries_; }
    // Why there is no entry, and as one text; empty if there is one.
    const Absence &absence() const { return absence_; }
    const std::string &note() const { return note_; }

private:
    std::vector<Ref<DeviceInfo>> entries_;
    Absence absence_;
    std::string note_;
};

Result<Ref<DeviceList>> list_devices(Context &context, const ListWish &wish);

// Its steps, for those who keep what they saw.
Result<std::vector<NodeName>> nodes_of_machine(kernel::System &system);
// A node with the place of its hardware: from sysfs, else from the driver, else it stands alone. It has no name yet.
Ref<DeviceInfo> look_at_node(Context &context, const NodeName &node);
// Groups them and gives them their names: they are changed by it.
std::vector<Ref<DeviceInfo>> physical_devices(kernel::System &system, std::vector<Ref<DeviceInfo>> nodes);
// The entry of a simulated device. Each is a device of its own, whatever bus it claims.
Ref<DeviceInfo> look_at_simulated(Context &context, const std::string &name);

}  // namespace v4lxx::device
