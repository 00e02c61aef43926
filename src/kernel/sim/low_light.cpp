#include "kernel/sim/low_light.hpp"

namespace v4lxx::kernel::sim {

// A sensor reads out once a frame: an exposure that is longer than one frame takes two, three or more of them. Below 2^32: 2047
// tenths of a millisecond at 10000 per second are 2047 frames.
Interval in_low_light(Interval told, Controls &controls)
{
    constexpr uint64_t units_per_second = 10000;  // of V4L2_CID_EXPOSURE_ABSOLUTE
    uint64_t frames = 1;
    if (controls.value(V4L2_CID_EXPOSURE_AUTO) == V4L2_EXPOSURE_MANUAL) {
        const auto exposure = static_cast<uint64_t>(controls.value(V4L2_CID_EXPOSURE_ABSOLUTE)) * told.denominator;
        const uint64_t frame = uint64_t{told.numerator} * units_per_second;
        frames = exposure <= frame ? 1 : (exposure + frame - 1) / frame;
    } else {
        frames = !controls.exist() || controls.value(V4L2_CID_EXPOSURE_AUTO_PRIORITY) != 0 ? 2 : 1;
        controls.note_exposure(static_cast<int64_t>(frames * told.numerator * units_per_second / told.denominator));
    }
    return {static_cast<uint32_t>(told.numerator * frames), told.denominator};
}

}  // namespace v4lxx::kernel::sim
