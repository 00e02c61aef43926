#include "device/signal.hpp"

#include "device/inputs.hpp"
#include "device/request.hpp"
#include "kernel/input_calls.hpp"
#include "kernel/standard_calls.hpp"
#include "kernel/timing_calls.hpp"
#include "uapi/videodev2.hpp"

namespace v4lxx::device {

namespace {

// A driver that cannot say is no failure here; a device that is gone or a system without memory is.
bool ends_the_question(const Failure &failure)
{
    return failure.status() == Status::error_device_lost || failure.status() == Status::error_no_memory ||
           failure.status() == Status::error_driver_bug;
}

SignalState state_of(uint32_t status)
{
    constexpr uint32_t no_lock = V4L2_IN_ST_NO_H_LOCK | V4L2_IN_ST_NO_V_LOCK | V4L2_IN_ST_NO_STD_LOCK | V4L2_IN_ST_NO_SYNC |
                                 V4L2_IN_ST_NO_EQU | V4L2_IN_ST_NO_CARRIER;
    if ((status & V4L2_IN_ST_NO_POWER) != 0)
        return SignalState::no_power;
    if ((status & V4L2_IN_ST_NO_SIGNAL) != 0)
        return SignalState::none;
    return (status & no_lock) != 0 ? SignalState::unlocked : SignalState::unknown;
}

bool are_alike(const kernel::Timings &a, const kernel::Timings &b)
{
    return a.width == b.width && a.height == b.height && a.interlaced == b.interlaced && a.pixelclock_hz == b.pixelclock_hz &&
           (a.flags & V4L2_DV_FL_REDUCED_FPS) == (b.flags & V4L2_DV_FL_REDUCED_FPS);
}

Result<void> look_at_timings(Device &device, Signal &signal)
{
    auto incoming = request<kernel::Timings>(device, "look for a signal", [&] { return kernel::query_timings(device.node()); });
    if (!incoming) {
        const Code code = incoming.failure().code;
        if (code == Code::signal_out_of_range)
            signal.state = SignalState::out_of_range;
        else if (signal.state != SignalState::unknown)
            return {};  // the status of the input has said it
        else if (code == Code::no_signal)
            signal.state = SignalState::none;
        else if (code == Code::signal_not_locked)
            signal.state = SignalState::unlocked;
        else if (ends_the_question(incoming.failure()))
            return std::move(incoming).failure();
        return {};
    }
    signal.timings = *incoming;
    signal.state = SignalState::present;
    auto set = kernel::get_timings(device.node());
    signal.is_set = set && are_alike(*set, *incoming);
    return {};
}

Result<void> look_at_standard(Device &device, Signal &signal)
{
    auto incoming = request<uint64_t>(device, "look for a standard", [&] { return kernel::query_standard(device.node()); });
    if (!incoming)
        return ends_the_question(incoming.failure()) ? Result<void>(std::move(incoming).failure()) : Result<void>();
    signal.standard = *incoming;
    if (*incoming == 0) {
        signal.state = signal.state == SignalState::unknown ? SignalState::none : signal.state;
        return {};
    }
    signal.state = SignalState::present;
    auto set = kernel::get_standard(device.node());
    signal.is_set = set && (*set & *incoming) != 0;
    return {};
}

}  // namespace

Result<Signal> read_signal(Device &device)
{
    Signal signal;
    auto inputs = list_inputs(device);
    if (!inputs)
        return std::move(inputs).failure();
    if (inputs->empty())
        return signal;
    auto selected = current_input(device);
    if (!selected)
        return std::move(selected).failure();
    if (*selected >= inputs->size())
        return signal;
    const kernel::Input &input = (*inputs)[*selected];
    signal.has_input = true;
    signal.input = *selected;
    signal.input_status = input.status;
    signal.input_capabilities = input.capabilities;
    signal.state = state_of(input.status);
    const auto looked = (input.capabilities & V4L2_IN_CAP_DV_TIMINGS) != 0 ? look_at_timings(device, signal)
                        : (input.capabilities & V4L2_IN_CAP_STD) != 0      ? look_at_standard(device, signal)
                                                                           : Result<void>();
    if (!looked)
        return looked.failure();
    return signal;
}

}  // namespace v4lxx::device
