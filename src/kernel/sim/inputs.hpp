// The inputs of a simulated capture device: a list, one of which is selected, what each is set to, and the signal.
#pragma once

#include "kernel/sim/source.hpp"

namespace v4lxx::kernel::sim {

class Inputs {
public:
    explicit Inputs(const InputParameters &parameters) : parameters_(parameters) { reset(); }

    void reset();  // what a device has when it is plugged in
    static bool answers(unsigned long request);
    // `busy`: buffers exist, so nothing may change that changes the format.
    int ioctl(unsigned long request, void *argument, bool busy);

    const Signal &signal() const { return signal_; }
    void set_signal(const Signal &signal) { signal_ = signal; }
    Source source() const;                         // of the selected input
    bool gives_frames() const;                     // without a signal a digital receiver gives none
    uint64_t changes() const { return changes_; }  // how often the source became another

private:
    struct Setting {
        v4l2_std_id standard;
        v4l2_dv_timings timings;
    };

    InputKind kind() const { return parameters_.kinds[selected_]; }
    bool is_analog() const { return kind() == InputKind::tv || kind() == InputKind::svideo; }
    bool has(bool (*wanted)(InputKind)) const;
    int enum_input(v4l2_input &arg) const;
    int s_input(int wanted, bool busy);
    uint32_t status_of(uint32_t index) const;
    int standard_ioctl(unsigned long request, void *argument, bool busy);
    int s_std(v4l2_std_id wanted, bool busy);
    int timings_ioctl(unsigned long request, void *argument, bool busy);
    int s_dv_timings(v4l2_dv_timings &arg, bool busy);
    int query_dv_timings(v4l2_dv_timings &arg) const;

    const InputParameters &parameters_;
    uint32_t selected_ = 0;
    std::vector<Setting> settings_;  // of each input
    Signal signal_;
    uint64_t changes_ = 0;
};

}  // namespace v4lxx::kernel::sim
