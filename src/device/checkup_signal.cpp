#include "device/checkup.hpp"

#include "device/inputs.hpp"
#include "device/signal.hpp"

namespace v4lxx::device {

static Code code_of(SignalState state)
{
    switch (state) {
    case SignalState::unlocked: return Code::signal_not_locked;
    case SignalState::out_of_range: return Code::signal_out_of_range;
    default: return Code::no_signal;
    }
}

static std::string name_of_input(Device &device, uint32_t index)
{
    auto inputs = list_inputs(device);
    return "input " + std::to_string(index) + (inputs && index < inputs->size() ? " (" + (*inputs)[index].name + ")" : "");
}

static Finding not_set_to_it(Device &device, const Signal &signal)
{
    const std::string label = device.info()->label();
    return {Check::signal,
            Severity::warning,
            {},
            label,
            "a signal comes in that " + name_of_input(device, signal.input) + " is not set to",
            "frames may be cut, empty, or not come at all",
            false,
            hint_for(label, signal.timings ? "v4lxx timings DEVICE auto" : "v4lxx standard DEVICE auto")};
}

bool look_at_signal(Device &device, Findings &findings)
{
    const std::string label = device.info()->label();
    auto signal = read_signal(device);
    if (!signal) {
        findings.push_back(finding_of(Check::signal, std::move(signal).failure().on(label), Severity::warning));
        return true;
    }
    const SignalState state = signal->state;
    if (!signal->has_input || state == SignalState::unknown) {
        findings.push_back(
            {Check::signal, Severity::ok, {}, label, "its input has no signal that could be missing, or does not tell"});
        return true;
    }
    if (state == SignalState::present) {
        findings.push_back(
            signal->is_set ? Finding{Check::signal,
                                     Severity::ok,
                                     {},
                                     label,
                                     "a signal comes in at " + name_of_input(device, signal->input) + ", which is set to it"}
                           : not_set_to_it(device, *signal));
        return true;
    }
    findings.push_back(
        finding_of(Check::signal, seen_failure(code_of(state), label,
                                               name_of_input(device, signal->input) + " says so" +
                                                   (state == SignalState::no_power ? ": it has no power" : ""))));
    return false;
}

}  // namespace v4lxx::device
