#include "uml/control_roles.hpp"

namespace v4lxx::test {

const Role control_roles[13] = {
    {"integer", "Brightness", "Brightness", true},
    {"boolean", "Mute", "Exposure, Dynamic Framerate", true},
    {"menu", "Menu", "Auto Exposure", true},
    {"integer menu", "Integer Menu", "Link Frequency", true},
    {"string", "String", "Serial Tag", true},
    {"bitmask", "Bitmask", "Status Lights", true},
    {"integer64", "Integer 64 Bits", "Clock Offset", true},
    {"button", "Button", "Restore Defaults", true},
    {"read-only", "Read-Only Integer 32 Bits", "Privacy", false},
    {"class", "User Controls", "User Controls", true},
    {"array", "U8 2x3x4x5 Array", "Metering Weights", true},
    {"inactive", "DV Timings", "White Balance Temperature", false},
    {"grabbed", "Enable Capture Cropping", "Rotate", false},
};

ControlAnswer find_control(Client &client, const std::string &wanted)
{
    for (const Role &role : control_roles) {
        if (wanted != role.name)
            continue;
        ControlAnswer control{};
        for (control.id = next_both; client.ask('a', VIDIOC_QUERY_EXT_CTRL, &control) == 0; control.id |= next_both)
            if (control.name == std::string(role.vivid) || control.name == std::string(role.simulated))
                return control;
    }
    client.note("there is no " + wanted);
    return {};
}

int64_t other_value(const ControlAnswer &control)
{
    switch (control.type) {
    case V4L2_CTRL_TYPE_INTEGER:
    case V4L2_CTRL_TYPE_INTEGER64: return control.default_value + static_cast<int64_t>(control.step);
    case V4L2_CTRL_TYPE_MENU: return 1;
    case V4L2_CTRL_TYPE_INTEGER_MENU: return control.maximum;
    case V4L2_CTRL_TYPE_BITMASK: return control.maximum & 0x80000000;
    default: return control.default_value == 0 ? 1 : 0;
    }
}

std::string value_text(const ControlAnswer &control, int64_t value)
{
    if (control.type == V4L2_CTRL_TYPE_BITMASK)
        value &= 0xffffffff;
    if (value == untouched)
        return "untouched";
    return value == control.default_value  ? "the default"
           : value == other_value(control) ? "another"
           : value == control.minimum      ? "the least"
           : value == control.maximum      ? "the most"
                                           : "something else";
}

}  // namespace v4lxx::test
