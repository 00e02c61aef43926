// Controls by what they are for the scenes: "the integer", "the menu with a hole". vivid and the simulator have different ones, so what
// is written down of a value is what it is to its control, such as its default or its maximum.
#pragma once

#include "uml/scenes.hpp"

namespace v4lxx::test {

using ControlAnswer = v4l2_query_ext_ctrl;

constexpr uint32_t next_both = V4L2_CTRL_FLAG_NEXT_CTRL | V4L2_CTRL_FLAG_NEXT_COMPOUND;
constexpr uint32_t unknown_id = V4L2_CID_USER_BASE | 0x999;
constexpr uint32_t hole = 2;           // both menus have it there
constexpr int32_t untouched = 0x5a5a;  // a value before the call that no control has

struct Role {
    const char *name;
    const char *vivid, *simulated;  // the names that they have for it
    bool of_one_type;               // both sides chose the same type
};
extern const Role control_roles[13];

// Notes it if there is none.
ControlAnswer find_control(Client &client, const std::string &role);
// A legal value that is not the default.
int64_t other_value(const ControlAnswer &control);
std::string value_text(const ControlAnswer &control, int64_t value);

}  // namespace v4lxx::test
