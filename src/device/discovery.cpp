#include "device/discovery.hpp"

#include "base/text.hpp"
#include "device/identity.hpp"
#include "device/node_name.hpp"
#include "device/opening.hpp"
#include "device/surroundings.hpp"
#include "kernel/kernel_failure.hpp"

#include <algorithm>
#include <cerrno>
#include <map>

namespace v4lxx::device {

namespace {

// The nodes of one physical device, in the order of their names.
struct Group {
    std::string key;
    std::vector<Ref<DeviceInfo>> nodes;
    std::string bus = {};  // where several devices have one parent: what tells this one from the others
};

}  // namespace

static Ref<DeviceInfo> look_at(Context &context, const std::string &path, const std::string &card)
{
    auto opened = open_node(context, path.c_str());
    if (opened)
        return opened->info;
    return Ref<DeviceInfo>::adopt(
        new DeviceInfo(path, card, context.system().is_simulated(path.c_str()), std::move(opened).failure()));
}

Ref<DeviceInfo> look_at_node(Context &context, const NodeName &node)
{
    kernel::System &system = context.system();
    const std::string path = "/dev/" + node.name;
    const std::string card = read_attribute(system, "/sys/class/video4linux/" + node.name + "/name").value_or("");
    Ref<DeviceInfo> info = node.family == Family::subdevice
                               ? Ref<DeviceInfo>::adopt(new DeviceInfo(path, card, Role::subdevice))
                               : look_at(context, path, card);
    bool doubt = false;
    auto place = place_in_sysfs(system, node.name, &doubt);
    if (!place && !info->bus().empty())
        place = place_of_bus(info->bus());
    if (!place) {
        place.emplace();
        place->key = path;
        place->bus = "node-" + node.name;
    }
    place->is_doubtful = place->is_doubtful || doubt;
    info->identify(*place, "");
    return info;
}

static void add_to_groups(std::vector<Group> &groups, Ref<DeviceInfo> info, const std::string &key)
{
    const auto found = std::find_if(groups.begin(), groups.end(), [&](const Group &group) { return group.key == key; });
    if (found == groups.end())
        groups.push_back({key, {std::move(info)}});
    else
        found->nodes.push_back(std::move(info));
}

static std::vector<std::string> buses_of(const Group &group)
{
    std::vector<std::string> buses;
    for (const auto &node : group.nodes)
        if (!node->bus().empty() && std::find(buses.begin(), buses.end(), node->bus()) == buses.end())
            buses.push_back(node->bus());
    return buses;
}

// A driver without hardware may make several devices of one parent, as vivid does; only what it says of their bus tells them apart.
// Nodes that could not be asked stay with the first. What is plugged into USB is one device, whatever its driver says.
static std::vector<Group> split_by_bus(Group group)
{
    const std::vector<std::string> buses = buses_of(group);
    std::vector<Group> parts;
    if (buses.size() < 2 || group.nodes.front()->place().is_usb) {
        parts.push_back(std::move(group));
        return parts;
    }
    for (const std::string &bus : buses)
        parts.push_back({group.key, {}, place_of_bus(bus).bus});
    for (Ref<DeviceInfo> &node : group.nodes) {
        const auto part = static_cast<size_t>(std::find(buses.begin(), buses.end(), node->bus()) - buses.begin());
        Group &own = parts[part < parts.size() ? part : 0];
        Place place = node->place();
        place.bus = own.bus;
        node->identify(place, "");
        own.nodes.push_back(std::move(node));
    }
    return parts;
}

// The node a program would open: a camera, else one that may be a camera, else the first.
static const DeviceInfo &main_node(const Group &group)
{
    const auto &nodes = group.nodes;
    auto found = std::find_if(nodes.begin(), nodes.end(), [](const auto &node) { return node->is_camera(); });
    if (found == nodes.end())
        found = std::find_if(nodes.begin(), nodes.end(), [](const auto &node) { return node->error() != nullptr; });
    if (found == nodes.end())
        found = std::find_if(nodes.begin(), nodes.end(), [](const auto &node) { return node->role() != Role::subdevice; });
    return found == nodes.end() ? *nodes.front() : **found;
}

static bool may_be_camera(const DeviceInfo &node)
{
    return node.is_camera() || (node.error() != nullptr && node.path().compare(0, 10, "/dev/video") == 0);
}

// A node that could not be asked has no role, so it cannot be named beyond its device.
static void name_nodes(const Group &group)
{
    std::map<Role, uint32_t> seen;
    for (const Ref<DeviceInfo> &node : group.nodes) {
        const uint32_t order = seen[node->role()]++;
        Identity identity = identity_of(node->place());
        if (node->role() != Role::unknown)
            identity.function = function_of(node->place(), node->role(), node->place().index.value_or(order));
        node->identify(node->place(), id_text(identity));
    }
}

// The media devices of the machine by the key of their physical device.
static std::map<std::string, std::string> media_paths(kernel::System &system)
{
    std::map<std::string, std::string> paths;
    std::vector<std::string> names;
    if (system.list_directory("/sys/bus/media/devices", &names) < 0)
        return paths;
    for (const std::string &name : names) {
        std::string link;
        if (system.read_link(("/sys/bus/media/devices/" + name).c_str(), &link) < 0)
            continue;
        if (auto folder = device_folder(link))
            paths.emplace(*std::move(folder), "/dev/" + sanitised(name.data(), name.size()));
    }
    return paths;
}

static Ref<DeviceInfo> entry_of(const Group &group, const std::map<std::string, std::string> &media)
{
    name_nodes(group);
    const auto found = media.find(group.key);
    const DeviceInfo &main = main_node(group);
    return Ref<DeviceInfo>::adopt(new DeviceInfo(main, group.nodes, id_text(identity_of(main.place())),
                                                 found == media.end() ? std::string() : found->second));
}

// Only those that a program added are found by id; the name of another is all there is to know it by.
Ref<DeviceInfo> look_at_simulated(Context &context, const std::string &name)
{
    const std::vector<std::string> all_added = context.system().added_simulated_names();
    const bool added = std::find(all_added.begin(), all_added.end(), name) != all_added.end();
    Ref<DeviceInfo> info = look_at(context, name, "");
    Place place = place_of_bus(info->bus());
    info->identify(place, name);
    if (added)
        return entry_of({place.key, {std::move(info)}}, {});
    const DeviceInfo &main = *info;
    return Ref<DeviceInfo>::adopt(new DeviceInfo(main, {std::move(info)}, name, ""));
}

static void add_simulated_entries(Context &context, Simulated which, std::vector<Ref<DeviceInfo>> &entries)
{
    if (which == Simulated::none)
        return;
    kernel::System &system = context.system();
    for (const std::string &name : which == Simulated::all ? system.simulated_names() : system.added_simulated_names())
        entries.push_back(look_at_simulated(context, name));
}

Result<std::vector<NodeName>> nodes_of_machine(kernel::System &system)
{
    std::vector<std::string> names;
    if (int rc = system.list_directory("/dev", &names); rc < 0) {
        Failure failure = kernel::call_failure(rc, "opendir");
        failure.field = "/dev";
        return std::move(failure).in("list the devices");
    }
    return node_names(names);
}

std::vector<Ref<DeviceInfo>> physical_devices(kernel::System &system, std::vector<Ref<DeviceInfo>> nodes)
{
    std::vector<Group> groups;
    for (Ref<DeviceInfo> &node : nodes) {
        const std::string key = node->place().key;
        add_to_groups(groups, std::move(node), key);
    }
    const auto media = groups.empty() ? std::map<std::string, std::string>{} : media_paths(system);
    std::vector<Ref<DeviceInfo>> entries;
    for (Group &whole : groups)
        for (const Group &group : split_by_bus(std::move(whole)))
            entries.push_back(entry_of(group, media));
    return entries;
}

Result<Ref<DeviceList>> list_devices(Context &context, const ListWish &wish)
{
    kernel::System &system = context.system();
    auto nodes = nodes_of_machine(system);
    if (!nodes)
        return std::move(nodes).failure();
    std::vector<Ref<DeviceInfo>> all;
    for (const NodeName &node : *nodes)
        all.push_back(look_at_node(context, node));
    std::vector<Ref<DeviceInfo>> entries = physical_devices(system, std::move(all));
    if (!wish.all)
        std::erase_if(entries, [](const auto &entry) {
            return std::none_of(entry->nodes().begin(), entry->nodes().end(), [](const auto &n) { return may_be_camera(*n); });
        });
    add_simulated_entries(context, wish.simulated, entries);
    Absence absence = entries.empty() ? why_no_devices(system, !nodes->empty()) : Absence();
    return Ref<DeviceList>::adopt(new DeviceList(std::move(entries), std::move(absence)));
}

}  // namespace v4lxx::device
