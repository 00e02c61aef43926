// One run of a benchmark: a flow, a consumer, and what came of them.
#pragma once

#include "cli/camera.hpp"
#include "cli/capture_summary.hpp"
#include "cli/times.hpp"

#include <cstdint>

namespace v4lxx::cli {

struct BenchLimits {
    uint64_t frames = 0;      // 0: as long as duration_ns
    int64_t duration_ns = 0;  // from the first frame on
    int64_t timeout_ns = -1;  // of each frame
};

struct BenchRun {
    BenchRun(const FlowWish &flow_given, int64_t work_ns_given) : flow(flow_given), work_ns(work_ns_given) {}

    FlowWish flow;
    int64_t work_ns;  // that the consumer takes for each frame; 0: it is prompt
    CaptureSummary counts{0};
    int64_t cpu_ns_per_frame = 0;  // of this process
    // Of the frames that were handed out. Age is from time stamp to the moment the consumer has the frame; none with a virtual clock.
    Times interval, delivery, age;

    bool is_prompt() const { return work_ns == 0; }
    const char *consumer() const { return is_prompt() ? "prompt" : "slow"; }
    const char *flow_name() const { return flow_word(flow.flow); }
};

// Starts the camera, takes frames, stops it. Throws Stop.
void take(BenchRun &run, Camera &camera, const BenchLimits &limits);

}  // namespace v4lxx::cli
