#include "device/bus_neighbours.hpp"

#include "base/text.hpp"
#include "device/holders.hpp"
#include "device/node_name.hpp"
#include "device/place.hpp"

#include <algorithm>

namespace v4lxx::device {

static constexpr const char *class_folder = "/sys/class/video4linux";

// "usb-0000:00:14.0-2.1" without its ports: "usb-0000:00:14.0"; "" for what is not on USB.
static std::string controller_of(const Place &place)
{
    return place.bus.compare(0, 4, "usb-") == 0 ? place.bus.substr(0, place.bus.rfind('-')) : std::string();
}

// A camera reserves bandwidth by an alternate setting, other than 0, of its interface for video streams (class 14, subclass 2).
static bool takes_bandwidth(kernel::System &system, const std::string &device_folder)
{
    std::vector<std::string> entries;
    if (system.list_directory(device_folder.c_str(), &entries) < 0)
        return false;
    return std::any_of(entries.begin(), entries.end(), [&](const std::string &entry) {
        const std::string interface = device_folder + "/" + entry + "/";
        return entry.find(':') != entry.npos && read_attribute(system, interface + "bInterfaceClass").value_or("") == "0e" &&
               read_attribute(system, interface + "bInterfaceSubClass").value_or("") == "02" &&
               read_attribute(system, interface + "bAlternateSetting").value_or("").find_first_of("123456789") !=
                   std::string::npos;
    });
}

static std::string described(kernel::System &system, const NodeName &node, const Place &place)
{
    const std::string path = "/dev/" + node.name;
    kernel::PathKind kind;
    std::string holders;
    if (system.path_kind(path.c_str(), &kind) == 0 && kind.type == kernel::PathKind::character_device)
        holders = holder_words(system, kind);
    const bool streams = takes_bandwidth(system, place.key);
    if (!streams && holders.empty())
        return {};
    const std::string card = read_attribute(system, std::string(class_folder) + "/" + node.name + "/name").value_or("");
    return in_quotes(card) + " (" + path + ")" + (streams ? " streams" : "") + (streams && !holders.empty() ? "," : "") +
           (holders.empty() ? "" : " is open in " + holders);
}

static BusNeighbours in_sysfs(kernel::System &system, const Place &mine)
{
    BusNeighbours found;
    const std::string controller = controller_of(mine);
    std::vector<std::string> names, seen{mine.key};  // a camera has several nodes
    if (controller.empty() || system.list_directory(class_folder, &names) < 0)
        return found;
    found.known = true;
    for (const NodeName &node : node_names(names)) {
        const auto place = place_in_sysfs(system, node.name);
        if (!place || controller_of(*place) != controller || std::find(seen.begin(), seen.end(), place->key) != seen.end())
            continue;
        std::string words = described(system, node, *place);
        if (words.empty())
            continue;
        seen.push_back(place->key);
        found.words.push_back(std::move(words));
    }
    return found;
}

BusNeighbours find_bus_neighbours(Device &device)
{
    kernel::System &system = device.context().system();
    const DeviceInfo &info = *device.info();
    BusNeighbours found;
    if (!info.is_simulated()) {
        const auto mine = place_of_node(system, info.path());
        return mine ? in_sysfs(system, *mine) : found;
    }
    for (const kernel::Neighbour &neighbour : system.simulated_neighbours(info.path().c_str()))
        found.words.push_back(in_quotes(neighbour.card) + " (" + neighbour.name + ") streams");
    found.known = !found.words.empty();
    return found;
}

}  // namespace v4lxx::device
