// The name of a device that survives replugging and reboots. Grammar: docs/guide/finding-devices.md.
//   id:usb-0000:00:14.0-2/046d:082d/5A3C1D2F            a physical device
//   id:usb-0000:00:14.0-2/046d:082d/5A3C1D2F/capture-0.0   one of its nodes
#pragma once

#include "device/place.hpp"
#include "device/role.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace v4lxx::device {

struct Identity {
    std::string bus;
    std::string model;     // "046d:082d"; empty: not on USB
    std::string serial;    // empty: there is none
    std::string function;  // "capture-0.0"; empty: the whole device
};

Identity identity_of(const Place &place);                                       // of the physical device
std::string function_of(const Place &place, Role role, uint32_t index);         // of one node of it
std::string id_text(const Identity &identity);                                  // begins with "id:"
std::optional<Identity> parse_id(std::string_view text, std::string *problem);  // with or without "id:"
std::string model_text(uint32_t vendor, uint32_t product);                      // "046d:082d"

}  // namespace v4lxx::device
