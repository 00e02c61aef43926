// Typed calls about controls. Names, ranges, menus and values are checked here before anybody believes them.
#pragma once

#include "base/result.hpp"
#include "kernel/controls.hpp"
#include "kernel/kernel.hpp"

namespace v4lxx::kernel {

// All controls by rising id, class entries and compound ones included. A device without controls has an empty list.
Result<std::vector<ControlDescription>> enumerate_controls(Node &node);
// One control as it is now; its flags and its range may have changed since it was listed.
Result<ControlDescription> describe_control(Node &node, uint32_t id);
// The items that a menu offers; holes are left out.
Result<std::vector<MenuItem>> enumerate_menu(Node &node, const ControlDescription &control);

// Integer, boolean, menu (the index), button, bitmask, int64.
Result<int64_t> get_control(Node &node, const ControlDescription &control);
// Answers with what the driver made of the value.
Result<int64_t> set_control(Node &node, const ControlDescription &control, int64_t value);
Result<std::string> get_control_string(Node &node, const ControlDescription &control);
Result<std::string> set_control_string(Node &node, const ControlDescription &control, const std::string &value);

}  // namespace v4lxx::kernel
