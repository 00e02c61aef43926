// What a benchmark found, as a page of text or as JSON.
#pragma once

#include "cli/bench_run.hpp"

#include <optional>
#include <string>
#include <vector>

namespace v4lxx::cli {

struct BenchReport {
    BenchLimits limits;
    double slow_consumer_intervals = 0;  // intervals that the slow consumer takes for a frame
    bool virtual_clock = false;
    std::vector<BenchRun> runs;
    std::optional<Stop> problem;  // what ended it early

    std::string as_text(const Camera &camera) const;
    std::string as_json(const Camera &camera) const;
};

}  // namespace v4lxx::cli
