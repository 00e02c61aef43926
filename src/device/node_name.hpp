// Names of V4L2 nodes below /dev: "video12" is number 12 of its family; "video-capture" is none of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace v4lxx::device {

// In the order in which they are listed.
enum class Family : uint8_t { video, vbi, radio, swradio, touch, subdevice };

struct NodeName {
    Family family;
    uint32_t number;
    std::string name;
};

// Those of the names that are nodes, by family and number.
std::vector<NodeName> node_names(const std::vector<std::string> &names);

}  // namespace v4lxx::device
