// Where a node's hardware is plugged in, as sysfs tells or, without sysfs, the driver. Nodes with the same key are one physical device.
#pragma once

#include "kernel/kernel.hpp"

#include <optional>
#include <string>

namespace v4lxx::device {

struct Place {
    std::string key;        // the folder of the physical device in sysfs, or what stands for it
    std::string bus;        // "usb-0000:00:14.0-2", "pci-0000:03:00.0", "platform-vivid.0"
    std::string interface;  // of a USB device: "0"; else empty
    bool is_usb = false;    // with the two numbers below
    uint32_t vendor = 0, product = 0;
    std::string serial;                  // of a USB device; may be empty, and the same for a whole model
    std::optional<uint32_t> index = {};  // the kernel's number of the node among those of its parent
    bool is_doubtful = false;  // something of it could not be read for a reason that may pass, such as too many open files
};

// nullopt without sysfs, for a node it does not know, and for an answer that makes no sense; with *doubt if it could not be read.
std::optional<Place> place_in_sysfs(kernel::System &system, const std::string &node_name, bool *doubt = nullptr);
// The same of the path of a node, which may be one of the links below /dev/v4l.
std::optional<Place> place_of_node(kernel::System &system, const std::string &path);
// What QUERYCAP says of a node: "usb-0000:00:14.0-2", "PCI:0000:03:00.0", "platform:vivid-000".
Place place_of_bus(const std::string &bus_info);

// The physical device that a folder of sysfs belongs to: the key of Place. For nodes of other kinds, such as /dev/media0.
std::optional<std::string> device_folder(const std::string &link);

// One small file of sysfs as a line of text; nullopt if it cannot be read, with *doubt unless there is no such file.
std::optional<std::string> read_attribute(kernel::System &system, const std::string &path, bool *doubt = nullptr);
// The same as a number of at most `largest`; nullopt if it is none.
std::optional<uint32_t> read_number(kernel::System &system, const std::string &path, int base, uint32_t largest,
                                    bool *doubt = nullptr);

}  // namespace v4lxx::device
