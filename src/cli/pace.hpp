// Time as commands spend it: now, and a pause that a signal ends.
#pragma once

#include <cstdint>
#include <string>

namespace v4lxx::cli {

int64_t monotonic_ns();
// Sleeps until then, by CLOCK_MONOTONIC. Throws Stop if a signal came.
void pause_until(int64_t time_ns);

// A consumer that is too slow: how many frame intervals it takes for each frame, unless told otherwise.
inline constexpr double slow_intervals = 2.5;
// How long that is. A rate of 0 is not known; then it is the most usual one.
int64_t slow_work_ns(double intervals, double rate);

// A simulated camera whose clock stands still while nobody waits for a frame: time that a program spends is none to it.
bool has_virtual_clock(const std::string &device_name);

}  // namespace v4lxx::cli
