// Which other cameras are in use on the USB controller of a device: they share its bandwidth.
#pragma once

#include "device/device.hpp"

namespace v4lxx::device {

struct BusNeighbours {
    bool known = false;              // which controller it is
    std::vector<std::string> words;  // of each: "Camera A" (/dev/video2) streams, open in obs (process 4711)
};

// Only looks; what cannot be found out is left out.
BusNeighbours find_bus_neighbours(Device &device);

}  // namespace v4lxx::device
