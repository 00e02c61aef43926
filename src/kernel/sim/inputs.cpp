#include "kernel/sim/inputs.hpp"

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

template <size_t n>
void put_text(unsigned char (&to)[n], const std::string &text)
{
    std::memcpy(to, text.data(), std::min(n - 1, text.size()));
}

}  // namespace

void Inputs::reset()
{
    selected_ = parameters_.first;
    signal_ = parameters_.signal;
}

bool Inputs::answers(unsigned long request)
{
    return request == VIDIOC_ENUMINPUT || request == VIDIOC_G_INPUT || request == VIDIOC_S_INPUT;
}

int Inputs::ioctl(unsigned long request, void *argument, bool busy)
{
    switch (request) {
    case VIDIOC_ENUMINPUT: return enum_input(*static_cast<v4l2_input *>(argument));
    case VIDIOC_G_INPUT: *static_cast<int *>(argument) = static_cast<int>(selected_); return 0;
    case VIDIOC_S_INPUT: return s_input(*static_cast<int *>(argument), busy);
    default: return -ENOTTY;
    }
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
    switch (signal_) {
    case SignalState::off: return V4L2_IN_ST_NO_POWER | V4L2_IN_ST_NO_SIGNAL;
    case SignalState::none: return V4L2_IN_ST_NO_SIGNAL;
    case SignalState::unlocked: return V4L2_IN_ST_NO_H_LOCK;
    case SignalState::unsynced: return V4L2_IN_ST_NO_SYNC;
    case SignalState::out_of_range: return kind == InputKind::hdmi ? V4L2_IN_ST_NO_H_LOCK : 0;
    case SignalState::as_set: break;
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
    return 0;
}

}  // namespace v4lxx::kernel::sim
