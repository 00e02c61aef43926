// The DV timings that a simulated receiver knows: those of the kernel, which every receiver of the kernel's lists.
#pragma once

#include "uapi/videodev2.hpp"

#include <cstdint>
#include <string_view>

namespace v4lxx::kernel::sim {

// What the receiver can do; the presets beyond it are not listed and not set.
constexpr uint64_t least_pixelclock = 14000000, most_pixelclock = 775000000;
constexpr uint32_t least_side = 16, most_width = 4096, most_height = 2160;

const v4l2_dv_timings *timing_preset(uint32_t index);  // null behind the last one
const v4l2_dv_timings &first_timings();                // what a receiver is set to when it is plugged in: 1280x720p60
// By what people call them, "1920x1080p60"; null if none is meant.
const v4l2_dv_timings *find_timing_preset(std::string_view name);
// The preset that timings are, with REDUCED_FPS kept where it may be; false if they are none.
bool match_timings(v4l2_dv_timings &timings);
bool are_same(const v4l2_dv_timings &a, const v4l2_dv_timings &b);  // REDUCED_FPS apart

}  // namespace v4lxx::kernel::sim
