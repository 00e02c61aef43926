// What the selected input gives to the rest of a simulated device: the picture that format, frame rate and rectangles follow.
#pragma once

#include "kernel/sim/parameters.hpp"

namespace v4lxx::kernel::sim {

struct Source {
    bool is_camera = true;  // size and rate are chosen by the client; otherwise by what comes in
    Size size;              // of a whole picture
    uint32_t field = V4L2_FIELD_NONE;
    Interval interval;  // from whole picture to whole picture
};

}  // namespace v4lxx::kernel::sim
