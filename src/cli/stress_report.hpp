// What a stress test found, as text or as JSON.
#pragma once

#include "cli/process_state.hpp"
#include "cli/stress_phase.hpp"

#include <optional>
#include <string>
#include <vector>

namespace v4lxx::cli {

struct StressReport {
    std::string device;
    std::vector<StressPhase> phases;
    ProcessState before, after;
    std::optional<Stop> problem;  // what ended it early

    size_t findings() const;
    std::string as_text() const;
    std::string as_json() const;
};

}  // namespace v4lxx::cli
