// What a node is for, from its `device_caps`: the question "which of them is the camera?".
#pragma once

#include <cstdint>

namespace v4lxx::device {

// The numbers of v4lxx_node_role.
enum class Role : uint32_t {
    unknown = 0,
    capture = 1,
    output = 2,
    m2m = 3,
    metadata_capture = 4,
    metadata_output = 5,
    vbi_capture = 6,
    vbi_output = 7,
    radio_receiver = 8,
    radio_transmitter = 9,
    sdr_receiver = 10,
    sdr_transmitter = 11,
    touch = 12,
    subdevice = 13,
};

Role role_of(uint32_t device_caps);
const char *role_name(Role role);  // "capture", as it stands in an id

}  // namespace v4lxx::device
