// What the name of a simulated device says about its inputs and what is plugged into them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace v4lxx::kernel::sim {

struct Parameters;

enum class InputKind : uint8_t { camera, tv, svideo, hdmi };

// What is plugged into the inputs that take a signal from outside.
enum class SignalState : uint8_t {
    as_set,        // exactly what the input is set to
    off,           // the source has no power
    none,          // nothing
    unlocked,      // something, too poor to lock to
    unsynced,      // the same, where the receiver knows that it is the synchronisation
    out_of_range,  // more than the receiver can do; for digital inputs
};

struct InputParameters {
    std::vector<InputKind> kinds{InputKind::camera};
    bool given = false;  // the name speaks of inputs: there are more ioctls then
    uint32_t first = 0;  // the one that is selected when the device is plugged in
    SignalState signal = SignalState::as_set;
};

// Readers of single parameters: null, or what would have been right.
const char *read_inputs(std::string_view value, InputParameters &inputs);
const char *read_signal(std::string_view value, InputParameters &inputs);
const char *read_input(std::string_view value, InputParameters &inputs);

}  // namespace v4lxx::kernel::sim
