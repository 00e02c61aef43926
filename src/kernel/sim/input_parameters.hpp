// What the name of a simulated device says about its inputs and what is plugged into them.
#pragma once

#include "uapi/videodev2.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace v4lxx::kernel::sim {

enum class InputKind : uint8_t { camera, tv, svideo, hdmi };

enum class SignalState : uint8_t {
    good,          // a picture
    off,           // the source has no power
    none,          // nothing
    unlocked,      // something, too poor to lock to
    unsynced,      // the same, where the receiver knows that it is the synchronisation
    out_of_range,  // more than a digital receiver can do
};

// What is plugged into the inputs that take a signal from outside.
struct Signal {
    SignalState state = SignalState::good;
    v4l2_std_id standard = 0;                  // of analog inputs; 0: whatever the input is set to
    const v4l2_dv_timings *timings = nullptr;  // of digital ones; null: whatever the input is set to
};

// Whether an input of a kind sees a difference between two signals.
bool is_another_signal(InputKind kind, const Signal &before, const Signal &now);

struct InputParameters {
    std::vector<InputKind> kinds{InputKind::camera};
    uint32_t first = 0;  // the one that is selected when the device is plugged in
    Signal signal;
    bool can_crop = false, can_compose = false;
};

// Readers of single parameters: null, or what would have been right.
const char *read_inputs(std::string_view value, InputParameters &inputs);
const char *read_input(std::string_view value, InputParameters &inputs);
const char *read_signal(std::string_view value, Signal &signal);
const char *read_selection(std::string_view value, InputParameters &inputs);

}  // namespace v4lxx::kernel::sim
