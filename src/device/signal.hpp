// What comes in at the selected input, in one answer: no signal is a state to be read, not a failure.
#pragma once

#include "device/device.hpp"
#include "kernel/timings.hpp"

namespace v4lxx::device {

// Numbers of v4lxx_signal_state.
enum class SignalState : uint32_t { unknown, present, none, unlocked, out_of_range, no_power };

struct Signal {
    SignalState state = SignalState::unknown;
    uint32_t input = 0, input_status = 0, input_capabilities = 0;
    bool has_input = false;                  // the node has inputs
    uint64_t standard = 0;                   // what comes in, of an analog input
    std::optional<kernel::Timings> timings;  // what comes in, of a digital one
    bool is_set = false;                     // the input is set to what comes in
};

Result<Signal> read_signal(Device &device);

}  // namespace v4lxx::device
