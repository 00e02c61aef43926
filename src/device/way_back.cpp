#include "device/way_back.hpp"

#include "device/discovery.hpp"

namespace v4lxx::device {

static bool is_same_node(kernel::System &system, const std::string &path, const kernel::PathKind &wanted)
{
    kernel::PathKind kind;
    return system.path_kind(path.c_str(), &kind) == 0 && kind.type == kernel::PathKind::character_device &&
           kind.major == wanted.major && kind.minor == wanted.minor;
}

// The id of an open node, whatever it was opened by: a path, a link to it, a descriptor. Empty if the machine does not know.
static std::string id_of(Context &context, kernel::Node &node)
{
    kernel::PathKind own;
    if (node.kind(&own) < 0)
        return {};
    auto list = list_devices(context, {Simulated::none, true});
    if (!list)
        return {};
    for (const Ref<DeviceInfo> &entry : (*list)->entries())
        for (const Ref<DeviceInfo> &one : entry->nodes())
            if (is_same_node(context.system(), one->path(), own))
                return one->id();
    return {};
}

WayBack way_back_to(Context &context, const DeviceInfo &info, kernel::Node &node)
{
    WayBack way{info.path(), false, info.driver(), info.card(), info.bus()};
    if (info.is_simulated())
        return way;
    std::string id = info.id().empty() ? id_of(context, node) : info.id();
    // A node without a place in the machine has an id made of its name, which says nothing of the device.
    if (id.empty() || id.compare(0, 8, "id:node-") == 0)
        return way;
    way.name = std::move(id);
    way.is_id = true;
    return way;
}

Result<OpenedNode> open_again(Context &context, const WayBack &way)
{
    auto opened = open_named(context, way.name.c_str());
    if (!opened || way.is_id)
        return opened;
    const DeviceInfo &now = *opened->info;
    if (now.driver() == way.driver && now.card() == way.card && now.bus() == way.bus)
        return opened;
    Failure failure;
    failure.code = Code::other_device_there;
    failure.operation = "open";
    failure.device = way.name;
    failure.cause = now.label() + ", bus " + now.bus() + ", has taken the place of \"" + way.card + "\", bus " + way.bus;
    failure.cause_checked = true;
    return failure;
}

}  // namespace v4lxx::device
