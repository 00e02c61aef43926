// Poor light, as a UVC camera meets it: it exposes longer than the time of one frame, so that frames come more slowly than S_PARM
// says, unless exposure_dynamic_framerate or an exposure by hand forbids that.
#pragma once

#include "kernel/sim/controls.hpp"
#include "kernel/sim/parameters.hpp"

namespace v4lxx::kernel::sim {

// From frame to frame; the exposure that leads to it is told by the controls.
Interval in_low_light(Interval told, Controls &controls);

}  // namespace v4lxx::kernel::sim
