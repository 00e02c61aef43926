// Whether the exposure of a camera has settled: pure arithmetic over the brightness of its frames, no clock and no wait.
#pragma once

#include <cstdint>

namespace v4lxx::pipeline {

enum class SettlingState : uint32_t { moving = 0, settled = 1, gave_up = 2 };  // the numbers of v4lxx_settling_state

constexpr uint32_t default_settling_frames = 15;
constexpr int64_t default_settling_ns = 1'000'000'000;

struct Settling {
    uint32_t most_frames = 0;  // 0: the default
    int64_t most_ns = 0;       // 0: the default; between time stamps
    SettlingState state = SettlingState::moving;
    uint32_t frame_count = 0, measured_count = 0;
    int64_t first_timestamp_ns = 0;
    uint32_t luma[3] = {};  // of the last three that were measured, the newest last
};

// One more frame. luma: null if it could not be measured. timestamp_ns: null if its clock is not known. Once the state is not
// `moving`, it stays.
void add_frame(Settling &settling, const uint32_t *luma, const int64_t *timestamp_ns);

}  // namespace v4lxx::pipeline
