// Which controls the simulated camera has: those of a usual UVC camera under their names since Linux 5.16, and one of every other
// basic type, so that everything a program may meet can be met without hardware.
#include "kernel/sim/controls.hpp"

namespace v4lxx::kernel::sim {

namespace {

constexpr uint32_t private_base = V4L2_CID_USER_BASE | 0xf000;  // of drivers, as vivid chooses it
constexpr uint32_t class_flags = V4L2_CTRL_FLAG_READ_ONLY | V4L2_CTRL_FLAG_WRITE_ONLY;

ControlModel control_class(uint32_t id, const char *name)
{
    return {id, V4L2_CTRL_TYPE_CTRL_CLASS, name, 0, 0, 0, 0, class_flags};
}

ControlModel integer(uint32_t id, const char *name, int64_t min, int64_t max, uint64_t step, int64_t def, uint32_t flags = 0)
{
    return {id, V4L2_CTRL_TYPE_INTEGER, name, min, max, step, def, flags};
}

ControlModel boolean(uint32_t id, const char *name, bool def, uint32_t flags = 0)
{
    return {id, V4L2_CTRL_TYPE_BOOLEAN, name, 0, 1, 1, def ? 1 : 0, flags};
}

ControlModel menu(uint32_t id, const char *name, std::vector<const char *> items, int64_t def, uint64_t skip_mask = 0)
{
    const auto last = static_cast<int64_t>(items.size()) - 1;
    ControlModel model{id, V4L2_CTRL_TYPE_MENU, name, 0, last, 1, def};
    model.items = std::move(items);
    model.skip_mask = skip_mask;
    return model;
}

ControlModel integer_menu(uint32_t id, const char *name, std::vector<int64_t> items, int64_t def)
{
    const auto last = static_cast<int64_t>(items.size()) - 1;
    ControlModel model{id, V4L2_CTRL_TYPE_INTEGER_MENU, name, 0, last, 1, def};
    model.integer_items = std::move(items);
    return model;
}

ControlModel array(uint32_t id, const char *name, int64_t max, int64_t def, std::vector<uint32_t> dimensions)
{
    ControlModel model{id, V4L2_CTRL_TYPE_U8, name, 0, max, 1, def};
    model.dimensions = std::move(dimensions);
    return model;
}

}  // namespace

const Governor governors[3] = {
    {V4L2_CID_WHITE_BALANCE_TEMPERATURE, V4L2_CID_AUTO_WHITE_BALANCE, 0},
    {V4L2_CID_EXPOSURE_ABSOLUTE, V4L2_CID_EXPOSURE_AUTO, V4L2_EXPOSURE_MANUAL},
    {V4L2_CID_FOCUS_ABSOLUTE, V4L2_CID_FOCUS_AUTO, 0},
};

std::vector<ControlModel> camera_controls()
{
    constexpr uint32_t button_flags = V4L2_CTRL_FLAG_WRITE_ONLY | V4L2_CTRL_FLAG_EXECUTE_ON_WRITE;
    return {
        control_class(V4L2_CID_USER_CLASS, "User Controls"),
        integer(V4L2_CID_BRIGHTNESS, "Brightness", -64, 64, 1, 0, V4L2_CTRL_FLAG_SLIDER),
        integer(V4L2_CID_CONTRAST, "Contrast", 0, 64, 1, 32, V4L2_CTRL_FLAG_SLIDER),
        integer(V4L2_CID_SATURATION, "Saturation", 0, 128, 1, 64, V4L2_CTRL_FLAG_SLIDER),
        integer(V4L2_CID_HUE, "Hue", -40, 40, 1, 0, V4L2_CTRL_FLAG_SLIDER),
        boolean(V4L2_CID_AUTO_WHITE_BALANCE, "White Balance, Automatic", true, V4L2_CTRL_FLAG_UPDATE),
        integer(V4L2_CID_GAIN, "Gain", 0, 240, 16, 64, V4L2_CTRL_FLAG_SLIDER),
        menu(V4L2_CID_POWER_LINE_FREQUENCY, "Power Line Frequency", {"Disabled", "50 Hz", "60 Hz"}, 1),
        integer(V4L2_CID_WHITE_BALANCE_TEMPERATURE, "White Balance Temperature", 2800, 6500, 10, 4600),
        integer(V4L2_CID_ROTATE, "Rotate", 0, 270, 90, 0, V4L2_CTRL_FLAG_MODIFY_LAYOUT),
        {private_base + 0, V4L2_CTRL_TYPE_BUTTON, "Restore Defaults", 0, 0, 0, 0, button_flags},
        {private_base + 1, V4L2_CTRL_TYPE_INTEGER64, "Clock Offset", -(int64_t{1} << 40), int64_t{1} << 40, 1, 0},
        {private_base + 2, V4L2_CTRL_TYPE_STRING, "Serial Tag", 2, 8, 2, 0},
        {private_base + 3, V4L2_CTRL_TYPE_BITMASK, "Status Lights", 0, 0x8000000f, 0, 0x1},
        integer(private_base + 4, "Sensor Temperature", -40, 125, 1, 31, V4L2_CTRL_FLAG_READ_ONLY | V4L2_CTRL_FLAG_VOLATILE),
        integer(private_base + 5, "Unlock Key", 0, 65535, 1, 0, V4L2_CTRL_FLAG_WRITE_ONLY),
        array(private_base + 6, "Metering Weights", 15, 1, {4, 4}),
        // Two names that v4l2-ctl cannot tell apart.
        integer(private_base + 7, "LED Mode", 0, 3, 1, 3),
        integer(private_base + 8, "LED, Mode", 0, 255, 1, 0),
        control_class(V4L2_CID_CAMERA_CLASS, "Camera Controls"),
        menu(V4L2_CID_EXPOSURE_AUTO, "Auto Exposure",
             {"Auto Mode", "Manual Mode", "Shutter Priority Mode", "Aperture Priority Mode"}, V4L2_EXPOSURE_APERTURE_PRIORITY,
             1 << V4L2_EXPOSURE_AUTO | 1 << V4L2_EXPOSURE_SHUTTER_PRIORITY),
        integer(V4L2_CID_EXPOSURE_ABSOLUTE, "Exposure Time, Absolute", 3, 2047, 1, 250),
        boolean(V4L2_CID_EXPOSURE_AUTO_PRIORITY, "Exposure, Dynamic Framerate", false),
        integer(V4L2_CID_FOCUS_ABSOLUTE, "Focus, Absolute", 0, 250, 5, 0),
        boolean(V4L2_CID_FOCUS_AUTO, "Focus, Automatic Continuous", true, V4L2_CTRL_FLAG_UPDATE),
        integer(V4L2_CID_ZOOM_ABSOLUTE, "Zoom, Absolute", 100, 500, 1, 100),
        boolean(V4L2_CID_PRIVACY, "Privacy", false, V4L2_CTRL_FLAG_READ_ONLY),
        control_class(V4L2_CID_IMAGE_PROC_CLASS, "Image Processing Controls"),
        integer_menu(V4L2_CID_LINK_FREQ, "Link Frequency", {200000000, 400000000, 750000000}, 1),
    };
}

}  // namespace v4lxx::kernel::sim
