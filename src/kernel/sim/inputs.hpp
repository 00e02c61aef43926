// The inputs of a simulated capture device: a list, one of which is selected, and the signal at each.
#pragma once

#include "kernel/sim/input_parameters.hpp"
#include "uapi/videodev2.hpp"

namespace v4lxx::kernel::sim {

class Inputs {
public:
    explicit Inputs(const InputParameters &parameters) : parameters_(parameters) { reset(); }

    void reset();  // what a device has when it is plugged in
    static bool answers(unsigned long request);
    // `busy`: buffers exist, so nothing may change that changes the format.
    int ioctl(unsigned long request, void *argument, bool busy);
    InputKind selected_kind() const { return parameters_.kinds[selected_]; }

private:
    int enum_input(v4l2_input &arg) const;
    int s_input(int wanted, bool busy);
    uint32_t status_of(uint32_t index) const;

    const InputParameters &parameters_;
    uint32_t selected_ = 0;
    SignalState signal_ = SignalState::as_set;
};

}  // namespace v4lxx::kernel::sim
