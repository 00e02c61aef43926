// Why a control cannot be read or set now, in words that say what to do about it.
#pragma once

#include "base/result.hpp"
#include "device/control.hpp"
#include "device/device.hpp"

namespace v4lxx::device {

// What a control may hold: "3 to 2047", "0 to 240 in steps of 16", "1 (Manual Mode), 3 (Aperture Priority Mode)".
std::string range_text(const Control &control, const kernel::ControlDescription &now);
// "exposure_time_absolute = 157"
std::string wish_text(const Control &control, const std::string &value);

// Whether it may be read at all; asks nothing.
Result<void> check_readable(const Control &control);
// Whether it may be set, by its state now. `value` is what is to be set, for the command that would do it.
Result<void> check_settable(Device &device, const Control &control, const kernel::ControlDescription &now,
                            const std::string &value);
// A refusal of the driver, with what can be found out about it.
Failure explain_refusal(Device &device, const Control &control, const std::string &value, Failure failure);

// A failure about this control whose cause is known.
Failure control_failure(Code code, const Control &control, std::string cause, std::string advice = {});

}  // namespace v4lxx::device
