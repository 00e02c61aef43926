#include "device/place.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <string_view>
#include <vector>

namespace v4lxx::device {

using Parts = std::vector<std::string_view>;

static Parts split(std::string_view path)
{
    Parts parts;
    while (!path.empty()) {
        const size_t slash = path.find('/');
        if (slash != 0)
            parts.push_back(path.substr(0, slash));
        path = slash == path.npos ? std::string_view{} : path.substr(slash + 1);
    }
    return parts;
}

static bool all_digits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

static bool is_usb_bus(std::string_view part) { return part.substr(0, 3) == "usb" && all_digits(part.substr(3)); }

// "0000:03:00.0"
static bool is_pci_address(std::string_view part)
{
    constexpr std::string_view form = "xxxx:xx:xx.x";
    return part.size() == form.size() && std::equal(part.begin(), part.end(), form.begin(), [](char c, char f) {
               return f == 'x' ? (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') : c == f;
           });
}

// The parts of a link such as "../../devices/pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.0/video4linux/video0" behind "devices", without
// the last two. sysfs may be anything in a container: what does not look like this is not believed.
static std::optional<Parts> parent_parts(std::string_view link)
{
    constexpr std::string_view devices = "/devices/";
    const size_t start = link.find(devices);
    if (start == link.npos)
        return std::nullopt;
    Parts parts = split(link.substr(start + devices.size()));
    if (parts.size() < 3 || std::find(parts.begin(), parts.end(), "..") != parts.end())
        return std::nullopt;
    return parts;
}

static std::string joined(const Parts &parts, size_t count)
{
    std::string path = "/sys/devices";
    for (size_t i = 0; i < count; i++)
        path.append("/").append(parts[i]);
    return path;
}

// How many of the parts lead to the physical device: a USB function is a part of its device.
static size_t depth_of_device(const Parts &parts)
{
    const auto bus = std::find_if(parts.begin(), parts.end(), is_usb_bus);
    if (bus == parts.end())
        return parts.size();
    size_t depth = parts.size();
    for (size_t i = static_cast<size_t>(bus - parts.begin()) + 1; i < parts.size(); i++)
        if (parts[i].find(':') != std::string_view::npos)
            depth = std::min(depth, i);
    return depth;
}

static bool is_missing(int rc) { return rc == -ENOENT || rc == -ENOTDIR; }

std::optional<std::string> read_attribute(kernel::System &system, const std::string &path, bool *doubt)
{
    std::string text;
    if (const int rc = system.read_file(path.c_str(), 256, &text); rc < 0) {
        if (doubt != nullptr && !is_missing(rc))
            *doubt = true;
        return std::nullopt;
    }
    text = sanitised(text.data(), std::min(text.size(), text.find('\n')));
    const size_t last = text.find_last_not_of(' ');
    return text.substr(0, last == text.npos ? 0 : last + 1);
}

std::optional<uint32_t> read_number(kernel::System &system, const std::string &path, int base, uint32_t largest, bool *doubt)
{
    const auto text = read_attribute(system, path, doubt);
    if (!text)
        return std::nullopt;
    uint32_t value = 0;
    const char *end = text->data() + text->size();
    const auto [rest, error] = std::from_chars(text->data(), end, value, base);
    if (error != std::errc() || rest != end || value > largest)
        return std::nullopt;
    return value;
}

// Fills in what is special about USB; the bus has the form of the kernel's usb_make_path(): controller and ports, without the bus
// number, which changes from boot to boot.
static void describe_usb(kernel::System &system, const Parts &parts, size_t depth, Place *place)
{
    const auto bus = std::find_if(parts.begin(), parts.end(), is_usb_bus);
    if (bus == parts.end() || bus == parts.begin() || depth == 0)
        return;
    const std::string_view device = parts[depth - 1];
    const size_t dash = device.find('-');
    if (dash == device.npos)
        return;
    place->bus = "usb-" + std::string(*(bus - 1)) + "-" + std::string(device.substr(dash + 1));
    if (depth < parts.size())
        if (const size_t point = parts[depth].rfind('.'); point != std::string_view::npos)
            place->interface = parts[depth].substr(point + 1);
    const auto vendor = read_number(system, place->key + "/idVendor", 16, 0xffff, &place->is_doubtful);
    const auto product = read_number(system, place->key + "/idProduct", 16, 0xffff, &place->is_doubtful);
    if (!vendor || !product)
        return;
    place->is_usb = true;
    place->vendor = *vendor;
    place->product = *product;
    place->serial = read_attribute(system, place->key + "/serial", &place->is_doubtful).value_or("");
}

static std::string bus_of(const Parts &parts)
{
    const std::string last(parts.back());
    if (is_pci_address(last))
        return "pci-" + last;
    return std::string(parts.front() == "virtual" ? "virtual" : "platform") + "-" + last;
}

std::optional<Place> place_in_sysfs(kernel::System &system, const std::string &node_name, bool *doubt)
{
    const std::string folder = "/sys/class/video4linux/" + node_name;
    std::string link;
    if (const int rc = system.read_link(folder.c_str(), &link); rc < 0) {
        if (doubt != nullptr)
            *doubt = !is_missing(rc);
        return std::nullopt;
    }
    auto parts = parent_parts(link);
    if (!parts || parts->back() != node_name || (*parts)[parts->size() - 2] != "video4linux")
        return std::nullopt;
    parts->resize(parts->size() - 2);
    // Nodes without a parent, such as v4l2loopback's, all stand in one folder, each a device of its own.
    const bool orphan = parts->size() == 1 && parts->front() == "virtual";
    if (orphan)
        parts->push_back(node_name);
    Place place;
    const size_t depth = depth_of_device(*parts);
    place.key = joined(*parts, depth);
    place.bus = bus_of(*parts);
    describe_usb(system, *parts, depth, &place);
    place.bus = sanitised(place.bus.data(), place.bus.size());
    place.index = orphan ? 0 : read_number(system, folder + "/index", 10, 0xffff, &place.is_doubtful);
    return place;
}

std::optional<Place> place_of_node(kernel::System &system, const std::string &path)
{
    std::string target;
    const std::string &node = system.read_link(path.c_str(), &target) == 0 ? target : path;
    return place_in_sysfs(system, node.substr(node.rfind('/') + 1));
}

std::optional<std::string> device_folder(const std::string &link)
{
    auto parts = parent_parts(link);
    if (!parts)
        return std::nullopt;
    parts->pop_back();
    return joined(*parts, depth_of_device(*parts));
}

Place place_of_bus(const std::string &bus_info)
{
    Place place;
    place.key = "bus " + bus_info;
    place.bus = bus_info;
    for (std::string_view prefix : {"PCI:", "platform:"})
        if (bus_info.compare(0, prefix.size(), prefix) == 0)
            place.bus = (prefix == "PCI:" ? "pci-" : "platform-") + bus_info.substr(prefix.size());
    return place;
}

}  // namespace v4lxx::device
