// Controls as the rest of the library sees them: descriptions whose every number was checked.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace v4lxx::kernel {

// The kernel's own numbers (V4L2_CTRL_TYPE_...); from 0x100 on compound types.
enum class ControlType : uint32_t {
    integer = 1,
    boolean = 2,
    menu = 3,
    button = 4,
    integer64 = 5,
    control_class = 6,
    string = 7,
    bitmask = 8,
    integer_menu = 9
};

struct MenuItem {
    uint32_t index = 0;
    std::string name;   // of a menu; the number as text for an integer menu
    int64_t value = 0;  // of an integer menu; the index for a menu
};

struct ControlDescription {
    uint32_t id = 0;
    ControlType type{};
    uint32_t flags = 0;  // V4L2_CTRL_FLAG_ bits
    std::string name;
    int64_t minimum = 0, maximum = 0;
    uint64_t step = 0;  // never 0 for numbers and strings
    int64_t default_value = 0;
    uint32_t element_size = 0, elements = 1;
    std::vector<uint32_t> dimensions;
    // Why the driver's description cannot be true, such as "VIDIOC_QUERY_EXT_CTRL answered minimum = 9: it is above the maximum,
    // 3"; empty if it can. One such control does not hide the others: it is listed, and refused when it is to be set.
    std::string flaw;

    bool is(uint32_t flag) const { return (flags & flag) != 0; }
    bool is_compound() const { return !dimensions.empty() || static_cast<uint32_t>(type) >= 0x100; }
    bool is_menu() const { return type == ControlType::menu || type == ControlType::integer_menu; }
    bool is_class() const { return type == ControlType::control_class; }
    bool is_of_unknown_type() const { return static_cast<uint32_t>(type) - 1 > 8 && !is_compound(); }
};

}  // namespace v4lxx::kernel
