// A glance at one control by its number, for what is told about a device: one description and one value, and no failure.
#pragma once

#include "device/device.hpp"
#include "kernel/controls.hpp"

#include <optional>
#include <string>

namespace v4lxx::device {

struct ControlReading {
    std::string name;  // as one writes it on a command line
    kernel::ControlType type;
    int64_t value;

    std::string text() const { return name + " is " + std::to_string(value); }
};

// Nothing if the device does not have it, or does not let it be read.
std::optional<ControlReading> read_control(Device &device, uint32_t id);

}  // namespace v4lxx::device
