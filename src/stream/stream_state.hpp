// What a stream does now, for who waits for frames that do not come.
#pragma once

#include "stream/stream.hpp"

#include <optional>

namespace v4lxx::stream {

// The numbers of v4lxx_stream_phase.
enum class Phase : uint32_t { stopped = 0, streaming = 1, ended = 2, away = 3, lost = 4, closed = 5 };

struct StreamState {
    Phase phase = Phase::stopped;
    uint32_t generation = 0, buffer_count = 0, queued = 0, waiting = 0, held = 0;
    std::optional<uint32_t> input_status;
    uint32_t attempts = 0;
    Code last_code{};
    int64_t last_frame_age_ns = -1, held_age_ns = -1;
    int64_t interval_ns = 0, exposure_ns = 0, away_ns = 0;  // 0: not told
};

StreamState read_state(Stream &stream);

}  // namespace v4lxx::stream
