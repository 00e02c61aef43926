#include "device/control_reading.hpp"

#include "data/controls.hpp"
#include "kernel/control_calls.hpp"
#include "uapi/videodev2.hpp"

namespace v4lxx::device {

std::optional<ControlReading> read_control(Device &device, uint32_t id)
{
    auto description = kernel::describe_control(device.node(), id);
    if (!description || !description->flaw.empty() || description->is(V4L2_CTRL_FLAG_DISABLED | V4L2_CTRL_FLAG_WRITE_ONLY))
        return std::nullopt;
    auto value = kernel::get_control(device.node(), *description);
    if (!value)
        return std::nullopt;
    return ControlReading{data::normalised(description->name), description->type, *value};
}

}  // namespace v4lxx::device
