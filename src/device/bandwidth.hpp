// What a mode costs on the bus, by the camera's own figures, and what to do when the bus has no more.
#pragma once

#include "device/mode_ranking.hpp"

namespace v4lxx::device {

// Of compressed formats an estimate: two bits for each pixel.
uint64_t bytes_per_second(const Mode &mode);
// The best acceptable mode that costs less; null if there is none.
const Candidate *best_cheaper(const std::vector<Candidate> &candidates, const Mode &than);
// The mode the device has now, and the mode nearest to it that costs less.
Result<Mode> current_mode(Device &device);
Result<std::optional<Mode>> next_cheaper(Device &device, const Mode &than);

// Completes a refusal for lack of USB bandwidth: who else is on the bus, and which mode of this device costs less. What cannot be
// found out is left out.
Failure explain_bandwidth(Device &device, Failure failure);

}  // namespace v4lxx::device
