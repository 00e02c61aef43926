// Why does my camera not work? All looks at the machine and at devices, and a capture of a few frames, as one list of findings.
#pragma once

#include "base/result.hpp"
#include "device/context.hpp"
#include "device/finding.hpp"

#include <string>

namespace v4lxx::pipeline {

struct ExaminationWish {
    std::string name;        // empty: every camera of the machine
    bool simulated = false;  // without a name: the simulated ones, too
    bool capture = true;     // take a few frames
};

Result<Ref<device::Examination>> examine(device::Context &context, const ExaminationWish &wish);

// The failure that only a capture tells of.
Failure no_frames(const std::string &name, int64_t waited_ns);

}  // namespace v4lxx::pipeline
