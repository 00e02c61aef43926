// The keys that tell what a device is, the same in list and info.
#pragma once

#include "cli/json_writer.hpp"

#include <v4lxx/v4lxx.h>

namespace v4lxx::cli {

// The keys id, role, usb (vendor, product, serial; null if the device is not on USB), media (null or a path) and nodes of an entry of a
// list into the object that is open.
void write_nodes_json(JsonWriter &json, const v4lxx_device_info *info);

// The keys device, card, driver, bus, camera, simulated, capabilities, capability_bits into the object that is open.
void write_device_json(JsonWriter &json, const v4lxx_device_info *info, const char *name);

}  // namespace v4lxx::cli
