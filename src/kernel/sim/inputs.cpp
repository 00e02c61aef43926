#include "kernel/sim/inputs.hpp"

#include "kernel/sim/answer_text.hpp"
#include "kernel/sim/timing_presets.hpp"
#include "kernel/timing_calls.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>

namespace v4lxx::kernel::sim {

namespace {

struct KindFacts {
    const char *name;
    uint32_t type, capabilities;
    v4l2_std_id standards;
};

constexpr KindFacts facts[] = {
    {"Camera", V4L2_INPUT_TYPE_CAMERA, 0, 0},
    {"TV", V4L2_INPUT_TYPE_TUNER, V4L2_IN_CAP_STD, V4L2_STD_ALL},
    {"S-Video", V4L2_INPUT_TYPE_CAMERA, V4L2_IN_CAP_STD, V4L2_STD_ALL},
    {"HDMI", V4L2_INPUT_TYPE_CAMERA, V4L2_IN_CAP_DV_TIMINGS, 0},
};

const KindFacts &facts_of(InputKind kind) { return facts[static_cast<size_t>(kind)]; }

bool is_standard_call(unsigned long request)
{
    return request == VIDIOC_ENUMSTD || request == VIDIOC_G_STD || request == VIDIOC_S_STD || request == VIDIOC_QUERYSTD;
}

bool is_timings_call(unsigned long request)
{
    return request == VIDIOC_ENUM_DV_TIMINGS || request == VIDIOC_G_DV_TIMINGS || request == VIDIOC_S_DV_TIMINGS ||
           request == VIDIOC_QUERY_DV_TIMINGS || request == VIDIOC_DV_TIMINGS_CAP;
}

}  // namespace

void Inputs::reset()
{
    selected_ = parameters_.first;
    signal_ = parameters_.signal;
    settings_.assign(parameters_.kinds.size(), {V4L2_STD_PAL, first_timings()});
    changes_++;
}

bool Inputs::answers(unsigned long request)
{
    return request == VIDIOC_ENUMINPUT || request == VIDIOC_G_INPUT || request == VIDIOC_S_INPUT || is_standard_call(request) ||
           is_timings_call(request);
}

bool Inputs::has(bool (*wanted)(InputKind)) const
{
    return std::any_of(parameters_.kinds.begin(), parameters_.kinds.end(), wanted);
}

// A device of which no input has standards has no such ioctls; one that has some answers ENODATA at the others.
int Inputs::ioctl(unsigned long request, void *argument, bool busy)
{
    switch (request) {
    case VIDIOC_ENUMINPUT: return enum_input(*static_cast<v4l2_input *>(argument));
    case VIDIOC_G_INPUT: *static_cast<int *>(argument) = static_cast<int>(selected_); return 0;
    case VIDIOC_S_INPUT: return s_input(*static_cast<int *>(argument), busy);
    default: break;
    }
    if (is_standard_call(request)) {
        if (!has([](InputKind k) { return k == InputKind::tv || k == InputKind::svideo; }))
            return -ENOTTY;
        return is_analog() ? standard_ioctl(request, argument, busy) : -ENODATA;
    }
    if (!has([](InputKind k) { return k == InputKind::hdmi; }))
        return -ENOTTY;
    return kind() == InputKind::hdmi ? timings_ioctl(request, argument, busy) : -ENODATA;
}

// "TV 1", "HDMI 2": numbered within their kind.
int Inputs::enum_input(v4l2_input &arg) const
{
    const uint32_t index = arg.index;
    if (index >= parameters_.kinds.size())
        return -EINVAL;
    const InputKind kind = parameters_.kinds[index];
    const auto begin = parameters_.kinds.begin();
    arg = {};
    arg.index = index;
    arg.type = facts_of(kind).type;
    arg.std = facts_of(kind).standards;
    arg.capabilities = facts_of(kind).capabilities;
    arg.status = status_of(index);
    put_text(arg.name, std::string(facts_of(kind).name) + " " + std::to_string(std::count(begin, begin + index + 1, kind)));
    return 0;
}

// A digital receiver watches all its connectors, an analog decoder only the one it is switched to.
uint32_t Inputs::status_of(uint32_t index) const
{
    const InputKind kind = parameters_.kinds[index];
    if (kind == InputKind::camera || (kind != InputKind::hdmi && index != selected_))
        return 0;
    switch (signal_.state) {
    case SignalState::off: return V4L2_IN_ST_NO_POWER | V4L2_IN_ST_NO_SIGNAL;
    case SignalState::none: return V4L2_IN_ST_NO_SIGNAL;
    case SignalState::unlocked: return V4L2_IN_ST_NO_H_LOCK;
    case SignalState::unsynced: return V4L2_IN_ST_NO_SYNC;
    case SignalState::out_of_range: return kind == InputKind::hdmi ? V4L2_IN_ST_NO_H_LOCK : 0;
    case SignalState::good: break;
    }
    return 0;
}

int Inputs::s_input(int wanted, bool busy)
{
    const auto index = static_cast<uint32_t>(wanted);
    if (index >= parameters_.kinds.size())
        return -EINVAL;
    if (index == selected_)
        return 0;
    if (busy)
        return -EBUSY;
    selected_ = index;
    changes_++;
    return 0;
}

Source Inputs::source() const
{
    Source source;
    if (is_analog()) {
        const bool is_525 = (settings_[selected_].standard & V4L2_STD_525_60) != 0;
        source.size = {720, is_525 ? 480u : 576u};
        source.field = V4L2_FIELD_INTERLACED;
        source.interval = is_525 ? Interval{1001, 30000} : Interval{1, 25};
    } else if (kind() == InputKind::hdmi) {
        const auto timings = checked(settings_[selected_].timings, VIDIOC_S_DV_TIMINGS);
        const Fraction rate = picture_rate(*timings);
        source.size = {timings->width, timings->height};
        source.field = timings->interlaced ? V4L2_FIELD_ALTERNATE : V4L2_FIELD_NONE;
        source.interval = {rate.denominator, rate.numerator};
    }
    source.is_camera = kind() == InputKind::camera;
    return source;
}

bool Inputs::gives_frames() const
{
    if (kind() == InputKind::camera)
        return true;
    if (signal_.state != SignalState::good)
        return is_analog() && signal_.state == SignalState::out_of_range;
    return is_analog() || signal_.timings == nullptr || are_same(*signal_.timings, settings_[selected_].timings);
}

}  // namespace v4lxx::kernel::sim
