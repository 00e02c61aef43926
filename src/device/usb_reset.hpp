// The last means against a camera that is there and gives nothing: its USB device is reset.
#pragma once

#include "device/way_back.hpp"

namespace v4lxx::device {

// To the drivers it is an unplug and a replug, so all handles of the device are lost by it. Asks the machine, which is the one that `way`
// names: false if it is not there, or not on USB. Needs the right to write to the device's node below /dev/bus/usb.
Result<bool> reset_usb(Context &context, const WayBack &way);

}  // namespace v4lxx::device
