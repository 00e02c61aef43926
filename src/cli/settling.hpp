// The frame to take a picture of: not the first after the start, which most cameras deliver too dark, but the first whose exposure
// has settled.
#pragma once

#include "cli/camera.hpp"

namespace v4lxx::cli {

enum class SettlingEnd { off, settled, gave_up, not_measured };

struct SettledFrame {
    Frame frame;
    SettlingEnd end = SettlingEnd::off;
    v4lxx_settling settling = V4LXX_SETTLING_INIT;
    int damaged = 0;  // frames that were passed over
};

struct SettlingLimits {
    int64_t settle_ns = 0;   // 0: the first frame
    int64_t timeout_ns = 0;  // of each frame
    bool take_damaged = false;
};

constexpr int most_damaged_frames = 10;

// --settle in nanoseconds, 1 s unless given.
int64_t read_settle_ns(const Arguments &arguments);
// Throws Stop: no frame, or too many damaged ones. While it waits for the next frame it holds the last good one, so a camera that
// delivers only one has its picture taken.
SettledFrame take_settled_frame(Camera &camera, const SettlingLimits &limits);

// The key settling.
void write_settling_json(JsonWriter &json, const SettledFrame &taken);

}  // namespace v4lxx::cli
