#include "kernel/sim/timing_presets.hpp"

#include "kernel/timing_calls.hpp"

#include <linux/v4l2-dv-timings.h>

// The header writes its timings with designators in the way of C; C++ wants all members of an initializer named, or none.
#undef V4L2_INIT_BT_TIMINGS
#define V4L2_INIT_BT_TIMINGS(...) .bt = {__VA_ARGS__}

namespace v4lxx::kernel::sim {

namespace {

// All of the kernel's, in the order in which its drivers list them.
constexpr v4l2_dv_timings presets[] = {
    V4L2_DV_BT_CEA_640X480P59_94,    V4L2_DV_BT_CEA_720X480I59_94,      V4L2_DV_BT_CEA_720X480P59_94,
    V4L2_DV_BT_CEA_720X576I50,       V4L2_DV_BT_CEA_720X576P50,         V4L2_DV_BT_CEA_1280X720P24,
    V4L2_DV_BT_CEA_1280X720P25,      V4L2_DV_BT_CEA_1280X720P30,        V4L2_DV_BT_CEA_1280X720P50,
    V4L2_DV_BT_CEA_1280X720P60,      V4L2_DV_BT_CEA_1920X1080P24,       V4L2_DV_BT_CEA_1920X1080P25,
    V4L2_DV_BT_CEA_1920X1080P30,     V4L2_DV_BT_CEA_1920X1080I50,       V4L2_DV_BT_CEA_1920X1080P50,
    V4L2_DV_BT_CEA_1920X1080I60,     V4L2_DV_BT_CEA_1920X1080P60,       V4L2_DV_BT_DMT_640X350P85,
    V4L2_DV_BT_DMT_640X400P85,       V4L2_DV_BT_DMT_720X400P85,         V4L2_DV_BT_DMT_640X480P72,
    V4L2_DV_BT_DMT_640X480P75,       V4L2_DV_BT_DMT_640X480P85,         V4L2_DV_BT_DMT_800X600P56,
    V4L2_DV_BT_DMT_800X600P60,       V4L2_DV_BT_DMT_800X600P72,         V4L2_DV_BT_DMT_800X600P75,
    V4L2_DV_BT_DMT_800X600P85,       V4L2_DV_BT_DMT_800X600P120_RB,     V4L2_DV_BT_DMT_848X480P60,
    V4L2_DV_BT_DMT_1024X768I43,      V4L2_DV_BT_DMT_1024X768P60,        V4L2_DV_BT_DMT_1024X768P70,
    V4L2_DV_BT_DMT_1024X768P75,      V4L2_DV_BT_DMT_1024X768P85,        V4L2_DV_BT_DMT_1024X768P120_RB,
    V4L2_DV_BT_DMT_1152X864P75,      V4L2_DV_BT_DMT_1280X768P60_RB,     V4L2_DV_BT_DMT_1280X768P60,
    V4L2_DV_BT_DMT_1280X768P75,      V4L2_DV_BT_DMT_1280X768P85,        V4L2_DV_BT_DMT_1280X768P120_RB,
    V4L2_DV_BT_DMT_1280X800P60_RB,   V4L2_DV_BT_DMT_1280X800P60,        V4L2_DV_BT_DMT_1280X800P75,
    V4L2_DV_BT_DMT_1280X800P85,      V4L2_DV_BT_DMT_1280X800P120_RB,    V4L2_DV_BT_DMT_1280X960P60,
    V4L2_DV_BT_DMT_1280X960P85,      V4L2_DV_BT_DMT_1280X960P120_RB,    V4L2_DV_BT_DMT_1280X1024P60,
    V4L2_DV_BT_DMT_1280X1024P75,     V4L2_DV_BT_DMT_1280X1024P85,       V4L2_DV_BT_DMT_1280X1024P120_RB,
    V4L2_DV_BT_DMT_1360X768P60,      V4L2_DV_BT_DMT_1360X768P120_RB,    V4L2_DV_BT_DMT_1366X768P60,
    V4L2_DV_BT_DMT_1366X768P60_RB,   V4L2_DV_BT_DMT_1400X1050P60_RB,    V4L2_DV_BT_DMT_1400X1050P60,
    V4L2_DV_BT_DMT_1400X1050P75,     V4L2_DV_BT_DMT_1400X1050P85,       V4L2_DV_BT_DMT_1400X1050P120_RB,
    V4L2_DV_BT_DMT_1440X900P60_RB,   V4L2_DV_BT_DMT_1440X900P60,        V4L2_DV_BT_DMT_1440X900P75,
    V4L2_DV_BT_DMT_1440X900P85,      V4L2_DV_BT_DMT_1440X900P120_RB,    V4L2_DV_BT_DMT_1600X900P60_RB,
    V4L2_DV_BT_DMT_1600X1200P60,     V4L2_DV_BT_DMT_1600X1200P65,       V4L2_DV_BT_DMT_1600X1200P70,
    V4L2_DV_BT_DMT_1600X1200P75,     V4L2_DV_BT_DMT_1600X1200P85,       V4L2_DV_BT_DMT_1600X1200P120_RB,
    V4L2_DV_BT_DMT_1680X1050P60_RB,  V4L2_DV_BT_DMT_1680X1050P60,       V4L2_DV_BT_DMT_1680X1050P75,
    V4L2_DV_BT_DMT_1680X1050P85,     V4L2_DV_BT_DMT_1680X1050P120_RB,   V4L2_DV_BT_DMT_1792X1344P60,
    V4L2_DV_BT_DMT_1792X1344P75,     V4L2_DV_BT_DMT_1792X1344P120_RB,   V4L2_DV_BT_DMT_1856X1392P60,
    V4L2_DV_BT_DMT_1856X1392P75,     V4L2_DV_BT_DMT_1856X1392P120_RB,   V4L2_DV_BT_DMT_1920X1200P60_RB,
    V4L2_DV_BT_DMT_1920X1200P60,     V4L2_DV_BT_DMT_1920X1200P75,       V4L2_DV_BT_DMT_1920X1200P85,
    V4L2_DV_BT_DMT_1920X1200P120_RB, V4L2_DV_BT_DMT_1920X1440P60,       V4L2_DV_BT_DMT_1920X1440P75,
    V4L2_DV_BT_DMT_1920X1440P120_RB, V4L2_DV_BT_DMT_2048X1152P60_RB,    V4L2_DV_BT_DMT_2560X1600P60_RB,
    V4L2_DV_BT_DMT_2560X1600P60,     V4L2_DV_BT_DMT_2560X1600P75,       V4L2_DV_BT_DMT_2560X1600P85,
    V4L2_DV_BT_DMT_2560X1600P120_RB, V4L2_DV_BT_CEA_3840X2160P24,       V4L2_DV_BT_CEA_3840X2160P25,
    V4L2_DV_BT_CEA_3840X2160P30,     V4L2_DV_BT_CEA_3840X2160P50,       V4L2_DV_BT_CEA_3840X2160P60,
    V4L2_DV_BT_CEA_4096X2160P24,     V4L2_DV_BT_CEA_4096X2160P25,       V4L2_DV_BT_CEA_4096X2160P30,
    V4L2_DV_BT_CEA_4096X2160P50,     V4L2_DV_BT_DMT_4096X2160P59_94_RB, V4L2_DV_BT_CEA_4096X2160P60,
};

constexpr v4l2_dv_timings first = V4L2_DV_BT_CEA_1280X720P60;

}  // namespace

static bool can_do(const v4l2_dv_timings &preset)
{
    return preset.bt.pixelclock >= least_pixelclock && preset.bt.pixelclock <= most_pixelclock &&
           preset.bt.width <= most_width && preset.bt.height <= most_height;
}

const v4l2_dv_timings *timing_preset(uint32_t index)
{
    for (const v4l2_dv_timings &preset : presets)
        if (can_do(preset) && index-- == 0)
            return &preset;
    return nullptr;
}

const v4l2_dv_timings &first_timings() { return first; }

const v4l2_dv_timings *find_timing_preset(std::string_view name)
{
    const auto wish = parse_timings(name);
    if (!wish)
        return nullptr;
    std::vector<Timings> listed;
    for (const v4l2_dv_timings &preset : presets)
        if (auto timings = checked(preset, VIDIOC_ENUM_DV_TIMINGS))
            listed.push_back(*timings);
    const auto chosen = choose_timings(listed, *wish);
    if (!chosen)
        return nullptr;
    for (const v4l2_dv_timings &preset : presets)
        if (are_same(preset, to_kernel(*chosen)))
            return &preset;
    return nullptr;
}

bool are_same(const v4l2_dv_timings &a, const v4l2_dv_timings &b)
{
    const v4l2_bt_timings x = a.bt, y = b.bt;
    const bool same_second_field =
        x.il_vfrontporch == y.il_vfrontporch && x.il_vsync == y.il_vsync && x.il_vbackporch == y.il_vbackporch;
    return a.type == b.type && x.width == y.width && x.height == y.height && x.interlaced == y.interlaced &&
           x.polarities == y.polarities && x.pixelclock == y.pixelclock && x.hfrontporch == y.hfrontporch &&
           x.hsync == y.hsync && x.hbackporch == y.hbackporch && x.vfrontporch == y.vfrontporch && x.vsync == y.vsync &&
           x.vbackporch == y.vbackporch && (x.interlaced == 0 || same_second_field);
}

bool match_timings(v4l2_dv_timings &timings)
{
    for (const v4l2_dv_timings &preset : presets) {
        if (!can_do(preset) || !are_same(preset, timings))
            continue;
        const uint32_t wanted = timings.bt.flags & V4L2_DV_FL_REDUCED_FPS;
        timings = preset;
        if ((preset.bt.flags & V4L2_DV_FL_CAN_REDUCE_FPS) != 0)
            timings.bt.flags |= wanted;
        return true;
    }
    return false;
}

}  // namespace v4lxx::kernel::sim
