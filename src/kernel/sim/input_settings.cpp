// What the inputs of a simulated device are set to: analog standards and DV timings, as V4L2's core and its drivers answer.
#include "kernel/sim/inputs.hpp"

#include "data/analog_standard.hpp"
#include "kernel/sim/timing_presets.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace v4lxx::kernel::sim {

namespace {

// The core lists the names of what is left: a group takes its members with it, but NTSC, PAL and SECAM are followed by their kinds.
int enum_std(v4l2_standard &arg)
{
    uint32_t index = arg.index;
    v4l2_std_id left = V4L2_STD_ALL;
    for (const data::AnalogStandard &standard : data::analog_standards) {
        if ((standard.bits & ~left) != 0)
            continue;
        if (standard.bits != V4L2_STD_NTSC && standard.bits != V4L2_STD_PAL && standard.bits != V4L2_STD_SECAM)
            left &= ~standard.bits;
        if (index-- != 0)
            continue;
        index = arg.index;
        arg = {};
        arg.index = index;
        arg.id = standard.bits;
        std::memcpy(arg.name, standard.name, std::min(sizeof arg.name - 1, std::strlen(standard.name)));
        arg.framelines = standard.lines;
        arg.frameperiod = standard.lines == 525 ? v4l2_fract{1001, 30000} : v4l2_fract{1, 25};
        return 0;
    }
    return -EINVAL;
}

int enum_dv_timings(v4l2_enum_dv_timings &arg)
{
    const uint32_t index = arg.index, pad = arg.pad;
    const v4l2_dv_timings *preset = timing_preset(index);
    if (preset == nullptr)
        return -EINVAL;
    arg = {};
    arg.index = index;
    arg.pad = pad;
    arg.timings = *preset;
    return 0;
}

int dv_timings_cap(v4l2_dv_timings_cap &arg)
{
    const uint32_t pad = arg.pad;
    arg = {};
    arg.type = V4L2_DV_BT_656_1120;
    arg.pad = pad;
    arg.bt.min_width = arg.bt.min_height = least_side;
    arg.bt.max_width = most_width;
    arg.bt.max_height = most_height;
    arg.bt.min_pixelclock = least_pixelclock;
    arg.bt.max_pixelclock = most_pixelclock;
    arg.bt.standards = V4L2_DV_BT_STD_CEA861 | V4L2_DV_BT_STD_DMT | V4L2_DV_BT_STD_CVT | V4L2_DV_BT_STD_GTF;
    arg.bt.capabilities = V4L2_DV_BT_CAP_PROGRESSIVE | V4L2_DV_BT_CAP_INTERLACED;
    return 0;
}

}  // namespace

int Inputs::standard_ioctl(unsigned long request, void *argument, bool busy)
{
    auto &bits = *static_cast<v4l2_std_id *>(argument);
    const bool is_seen = signal_.state == SignalState::good || signal_.state == SignalState::out_of_range;
    switch (request) {
    case VIDIOC_ENUMSTD: return enum_std(*static_cast<v4l2_standard *>(argument));
    case VIDIOC_G_STD: bits = settings_[selected_].standard; return 0;
    case VIDIOC_S_STD: return s_std(bits, busy);
    default:
        bits = !is_seen ? V4L2_STD_UNKNOWN : signal_.standard != 0 ? signal_.standard : settings_[selected_].standard;
        return 0;
    }
}

int Inputs::s_std(v4l2_std_id wanted, bool busy)
{
    const v4l2_std_id standard = wanted & V4L2_STD_ALL;
    if (standard == 0)
        return -EINVAL;
    if (settings_[selected_].standard == standard)
        return 0;
    if (busy)
        return -EBUSY;
    settings_[selected_].standard = standard;
    changes_++;
    return 0;
}

int Inputs::timings_ioctl(unsigned long request, void *argument, bool busy)
{
    switch (request) {
    case VIDIOC_ENUM_DV_TIMINGS: return enum_dv_timings(*static_cast<v4l2_enum_dv_timings *>(argument));
    case VIDIOC_G_DV_TIMINGS: *static_cast<v4l2_dv_timings *>(argument) = settings_[selected_].timings; return 0;
    case VIDIOC_S_DV_TIMINGS: return s_dv_timings(*static_cast<v4l2_dv_timings *>(argument), busy);
    case VIDIOC_QUERY_DV_TIMINGS: return query_dv_timings(*static_cast<v4l2_dv_timings *>(argument));
    default: return dv_timings_cap(*static_cast<v4l2_dv_timings_cap *>(argument));
    }
}

int Inputs::s_dv_timings(v4l2_dv_timings &arg, bool busy)
{
    v4l2_dv_timings wanted = arg;
    if (!match_timings(wanted))
        return -EINVAL;
    v4l2_dv_timings &now = settings_[selected_].timings;
    const bool is_same = are_same(wanted, now) && wanted.bt.flags == now.bt.flags;
    if (!is_same && busy)
        return -EBUSY;
    changes_ += is_same ? 0 : 1;
    now = arg = wanted;
    return 0;
}

int Inputs::query_dv_timings(v4l2_dv_timings &arg) const
{
    switch (signal_.state) {
    case SignalState::off:
    case SignalState::none: return -ENOLINK;
    case SignalState::unlocked:
    case SignalState::unsynced: return -ENOLCK;
    case SignalState::out_of_range: return -ERANGE;
    case SignalState::good: break;
    }
    arg = signal_.timings != nullptr ? *signal_.timings : settings_[selected_].timings;
    return 0;
}

}  // namespace v4lxx::kernel::sim
