// The DV timings that a simulated receiver knows: those of the kernel, which every receiver of the kernel's lists.
#pragma once

#include "uapi/videodev2.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace v4lxx::kernel::sim {

std::span<const v4l2_dv_timings> timing_presets();
const v4l2_dv_timings &first_timings();  // what a receiver is set to when it is plugged in: 1280x720p60
// By what people call them, "1920x1080p60"; null if none is meant.
const v4l2_dv_timings *find_timing_preset(std::string_view name);
// The preset that timings are, with REDUCED_FPS kept where it may be; false if they are none.
bool match_timings(v4l2_dv_timings &timings);
bool are_same(const v4l2_dv_timings &a, const v4l2_dv_timings &b);  // REDUCED_FPS apart

}  // namespace v4lxx::kernel::sim
