// A camera that runs while others do, and what it did since it was last looked at.
#pragma once

#include "cli/camera.hpp"
#include "cli/stream_report.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace v4lxx::cli {

enum class CameraState { running, ended, failed };

// Counts are since the start, times since the look before.
struct CameraLook {
    CameraState state = CameraState::running;
    uint64_t new_frames = 0;
    double rate = 0;          // by time stamps; 0 without two new frames
    double nominal_rate = 0;  // 0: the device does not tell
    v4lxx_stream_account account = V4LXX_STREAM_ACCOUNT_INIT;
    Quantiles interval, delivery;
    std::optional<int64_t> age_ns;  // since the newest frame arrived; none before the first, and with a virtual clock
};

class MonitoredCamera {
public:
    // Opens and starts it. Throws Stop.
    MonitoredCamera(const std::string &name, const Wish &wish);

    const Camera &camera() const { return camera_; }
    v4lxx_stream *stream() const { return camera_.stream(); }
    CameraState state() const { return state_; }
    // Why it failed.
    const std::optional<Stop> &problem() const { return problem_; }
    // Takes one frame, if one is there, and releases it. Throws Stop only for an interruption; what goes wrong is a state.
    void take_ready();
    CameraLook look();

private:
    Camera camera_;
    CameraState state_ = CameraState::running;
    std::optional<Stop> problem_;
    int64_t last_arrival_ns_ = 0;  // 0: no frame yet
    double nominal_rate_ = 0;
    v4lxx_stream_statistics before_ = V4LXX_STREAM_STATISTICS_INIT;
    uint64_t frames_before_ = 0;
};

}  // namespace v4lxx::cli
