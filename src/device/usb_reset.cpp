#include "device/usb_reset.hpp"

#include "device/access.hpp"
#include "device/identity.hpp"
#include "device/lookup.hpp"
#include "device/place.hpp"

#include <algorithm>
#include <cerrno>

namespace v4lxx::device {

// Where the device of this id is now: it may have been plugged in elsewhere. Which of its nodes it was does not matter, and a node that
// gives no answer would not be found by that.
static std::optional<Place> place_of_id(Context &context, std::string id)
{
    if (std::count(id.begin(), id.end(), '/') == 3)
        id.resize(id.rfind('/'));
    auto node = find_node(context, id.c_str());
    return node ? std::optional((*node)->place()) : std::nullopt;
}

// "/dev/bus/usb/001/005"
static std::optional<std::string> usb_node(kernel::System &system, const Place &place)
{
    std::string path = "/dev/bus/usb";
    for (const char *name : {"/busnum", "/devnum"}) {
        const auto number = read_number(system, place.key + name, 10, 999);
        if (!number)
            return std::nullopt;
        const std::string digits = std::to_string(*number);
        path += "/" + std::string(3 - digits.size(), '0') + digits;
    }
    return path;
}

static Failure refused(kernel::System &system, const std::string &node, const std::optional<Place> &place, int rc)
{
    Failure failure{Code::usb_reset_failed};
    failure.operation = "reset the USB device";
    failure.device = node;
    failure.sys_errno = -rc;
    failure.request = "USBDEVFS_RESET";
    if (rc != -EACCES && rc != -EPERM)
        return failure;
    failure.cause = describe_access(system, node.c_str());
    failure.cause_checked = !failure.cause.empty();
    if (place)
        failure.advice = "Give the group video the right to it by a rule of udev: SUBSYSTEM==\"usb\", ATTR{idVendor}==\"" +
                         model_text(place->vendor, place->product).replace(4, 1, "\", ATTR{idProduct}==\"") +
                         "\", GROUP=\"video\", MODE=\"0660\"";
    return failure;
}

Result<bool> reset_usb(Context &context, const WayBack &way)
{
    kernel::System &system = context.system();
    std::optional<Place> place;
    std::optional<std::string> node;
    if (way.is_id) {
        place = place_of_id(context, way.name);
        if (place && place->is_usb)
            node = usb_node(system, *place);
    } else if (system.is_simulated(way.name.c_str())) {
        node = way.name;
    }
    if (!node)
        return false;
    const int rc = system.reset_usb(node->c_str());
    if (rc == -ENODEV || rc == -ENOENT)
        return false;
    if (rc < 0)
        return refused(system, *node, place, rc);
    return true;
}

}  // namespace v4lxx::device
