// How a device that was unplugged is found again: by its id where the machine knows one, else by the name it was opened by, and then only
// if what is there says that it is the same.
#pragma once

#include "device/opening.hpp"

#include <string>

namespace v4lxx::device {

struct WayBack {
    std::string name;  // what to open; empty: there is no way back
    bool is_id = false;
    std::string driver, card, bus;  // of the device that is looked for
};

// Asks the machine, not the device. `node` is open.
WayBack way_back_to(Context &context, const DeviceInfo &info, kernel::Node &node);
// Fails with Code::other_device_there if somebody else has taken its place.
Result<OpenedNode> open_again(Context &context, const WayBack &way);

}  // namespace v4lxx::device
