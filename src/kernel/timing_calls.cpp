#include "kernel/timing_calls.hpp"

#include "kernel/checks.hpp"
#include "kernel/enumeration.hpp"
#include "kernel/kernel_failure.hpp"

namespace v4lxx::kernel {

static constexpr uint32_t max_timings = 1024;
static constexpr uint64_t max_pixelclock_hz = 1'000'000'000'000;  // 8K at 120 pictures per second has 6 GHz

namespace {

struct Length {
    const char *name;
    uint32_t value;
};

}  // namespace

// Sums and products of these become frame rates and buffer sizes: none may wrap or be zero.
static Result<void> check_lengths(const v4l2_bt_timings &bt, unsigned long request)
{
    if (bt.width == 0 || bt.width > max_side)
        return impossible(Code::value_impossible, request, "width", bt.width, "a picture is 1 to 65535 pixels wide");
    if (bt.height == 0 || bt.height > max_side)
        return impossible(Code::value_impossible, request, "height", bt.height, "a picture is 1 to 65535 pixels high");
    const Length blankings[] = {
        {"hfrontporch", bt.hfrontporch},       {"hsync", bt.hsync},       {"hbackporch", bt.hbackporch},
        {"vfrontporch", bt.vfrontporch},       {"vsync", bt.vsync},       {"vbackporch", bt.vbackporch},
        {"il_vfrontporch", bt.il_vfrontporch}, {"il_vsync", bt.il_vsync}, {"il_vbackporch", bt.il_vbackporch},
    };
    for (const Length &part : blankings)
        if (part.value > max_side)
            return impossible(Code::value_impossible, request, part.name, part.value, "a part of the blanking has up to 65535");
    return {};
}

Result<Timings> checked(const v4l2_dv_timings &raw, unsigned long request)
{
    if (raw.type != V4L2_DV_BT_656_1120)
        return impossible(Code::value_impossible, request, "type", raw.type, "no kind of DV timings");
    const v4l2_bt_timings bt = raw.bt;  // the kernel's struct is packed: no references into it
    if (auto good = check_lengths(bt, request); !good)
        return std::move(good).failure();
    if (bt.interlaced > V4L2_DV_INTERLACED)
        return impossible(Code::value_impossible, request, "interlaced", bt.interlaced, "0 is progressive, 1 is interlaced");
    if (bt.pixelclock > max_pixelclock_hz)
        return impossible(Code::value_impossible, request, "pixelclock", bt.pixelclock, "more than 1000 GHz");
    Timings timings;
    timings.width = bt.width;
    timings.height = bt.height;
    timings.interlaced = bt.interlaced != 0;
    timings.polarities = bt.polarities;
    timings.pixelclock_hz = bt.pixelclock;
    timings.hfrontporch = bt.hfrontporch;
    timings.hsync = bt.hsync;
    timings.hbackporch = bt.hbackporch;
    timings.vfrontporch = bt.vfrontporch;
    timings.vsync = bt.vsync;
    timings.vbackporch = bt.vbackporch;
    timings.il_vfrontporch = bt.il_vfrontporch;
    timings.il_vsync = bt.il_vsync;
    timings.il_vbackporch = bt.il_vbackporch;
    timings.standards = bt.standards;
    timings.flags = bt.flags;
    const v4l2_fract aspect = bt.picture_aspect;
    timings.picture_aspect = checked(aspect);
    timings.cea861_vic = bt.cea861_vic;
    timings.hdmi_vic = bt.hdmi_vic;
    return timings;
}

v4l2_dv_timings to_kernel(const Timings &timings)
{
    v4l2_dv_timings raw{};
    raw.type = V4L2_DV_BT_656_1120;
    raw.bt.width = timings.width;
    raw.bt.height = timings.height;
    raw.bt.interlaced = timings.interlaced ? V4L2_DV_INTERLACED : V4L2_DV_PROGRESSIVE;
    raw.bt.polarities = timings.polarities;
    raw.bt.pixelclock = timings.pixelclock_hz;
    raw.bt.hfrontporch = timings.hfrontporch;
    raw.bt.hsync = timings.hsync;
    raw.bt.hbackporch = timings.hbackporch;
    raw.bt.vfrontporch = timings.vfrontporch;
    raw.bt.vsync = timings.vsync;
    raw.bt.vbackporch = timings.vbackporch;
    raw.bt.il_vfrontporch = timings.il_vfrontporch;
    raw.bt.il_vsync = timings.il_vsync;
    raw.bt.il_vbackporch = timings.il_vbackporch;
    raw.bt.standards = timings.standards;
    raw.bt.flags = timings.flags;
    raw.bt.picture_aspect.numerator = timings.picture_aspect.numerator;
    raw.bt.picture_aspect.denominator = timings.picture_aspect.denominator;
    raw.bt.cea861_vic = static_cast<uint8_t>(timings.cea861_vic);
    raw.bt.hdmi_vic = static_cast<uint8_t>(timings.hdmi_vic);
    return raw;
}

Result<std::vector<Timings>> enumerate_timings(Node &node)
{
    return enumerate<Timings>(node, VIDIOC_ENUM_DV_TIMINGS, max_timings, v4l2_enum_dv_timings{},
                              [](const v4l2_enum_dv_timings &raw) { return checked(raw.timings, VIDIOC_ENUM_DV_TIMINGS); });
}

static Result<Timings> ask(Node &node, unsigned long request, v4l2_dv_timings raw)
{
    if (int rc = node.ioctl(request, &raw); rc < 0)
        return kernel_failure(rc, request);
    return checked(raw, request);
}

Result<Timings> get_timings(Node &node) { return ask(node, VIDIOC_G_DV_TIMINGS, {}); }
Result<Timings> query_timings(Node &node) { return ask(node, VIDIOC_QUERY_DV_TIMINGS, {}); }
Result<Timings> set_timings(Node &node, const Timings &wanted) { return ask(node, VIDIOC_S_DV_TIMINGS, to_kernel(wanted)); }

Result<TimingsCapabilities> get_timings_capabilities(Node &node)
{
    constexpr unsigned long request = VIDIOC_DV_TIMINGS_CAP;
    v4l2_dv_timings_cap raw{};
    if (int rc = node.ioctl(request, &raw); rc < 0)
        return kernel_failure(rc, request);
    if (raw.type != V4L2_DV_BT_656_1120)
        return impossible(Code::value_impossible, request, "type", raw.type, "no kind of DV timings");
    const v4l2_bt_timings_cap bt = raw.bt;
    if (bt.min_width > bt.max_width || bt.max_width == 0)
        return impossible(Code::value_impossible, request, "max_width", bt.max_width, "0, or less than min_width");
    if (bt.min_height > bt.max_height || bt.max_height == 0)
        return impossible(Code::value_impossible, request, "max_height", bt.max_height, "0, or less than min_height");
    if (bt.min_pixelclock > bt.max_pixelclock)
        return impossible(Code::value_impossible, request, "max_pixelclock", bt.max_pixelclock, "less than min_pixelclock");
    return TimingsCapabilities{bt.min_width,      bt.max_width,      bt.min_height, bt.max_height,
                               bt.min_pixelclock, bt.max_pixelclock, bt.standards,  bt.capabilities};
}

}  // namespace v4lxx::kernel
