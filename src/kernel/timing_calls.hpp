// Typed calls about DV timings of the selected input.
#pragma once

#include "base/result.hpp"
#include "kernel/kernel.hpp"
#include "kernel/timings.hpp"
#include "uapi/videodev2.hpp"

namespace v4lxx::kernel {

Result<std::vector<Timings>> enumerate_timings(Node &node);  // empty if the input has none
Result<Timings> get_timings(Node &node);
Result<Timings> query_timings(Node &node);  // what comes in; a failure if nothing does
Result<Timings> set_timings(Node &node, const Timings &wanted);
Result<TimingsCapabilities> get_timings_capabilities(Node &node);

// The kernel's struct, checked and the other way round.
Result<Timings> checked(const v4l2_dv_timings &raw, unsigned long request);
v4l2_dv_timings to_kernel(const Timings &timings);

}  // namespace v4lxx::kernel
