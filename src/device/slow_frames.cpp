#include "device/slow_frames.hpp"

#include "base/text.hpp"
#include "device/control_reading.hpp"
#include "device/mode_penalty.hpp"
#include "uapi/videodev2.hpp"

#include <optional>

namespace v4lxx::device {

static constexpr int64_t exposure_unit_ns = 100'000;  // of V4L2_CID_EXPOSURE_ABSOLUTE

namespace {

struct Exposure {
    std::optional<ControlReading> automatic, dynamic, time;

    bool is_automatic() const { return !automatic || automatic->value != V4L2_EXPOSURE_MANUAL; }
    bool is_dynamic() const { return is_automatic() && dynamic && dynamic->value != 0; }
    int64_t time_ns() const { return time ? time->value * exposure_unit_ns : 0; }
    bool is_known() const { return automatic || dynamic || time; }
};

}  // namespace

static std::string milliseconds(int64_t ns)
{
    const int64_t tenths = ns / 100'000;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " ms";
}

static void blame_dynamic_rate(Failure &failure, const Exposure &exposure)
{
    failure.field = exposure.dynamic->name;
    failure.cause = exposure.dynamic->text() + ": in poor light the camera exposes longer than the time of one frame";
    if (exposure.time)
        failure.cause += " (" + exposure.time->text() + ", " + milliseconds(exposure.time_ns()) + ")";
    failure.advice = "More light, or keep the rate and take darker pictures: v4lxx ctl DEVICE " + exposure.dynamic->name + "=0";
}

static void blame_exposure_time(Failure &failure, const Exposure &exposure, int64_t frame_ns)
{
    const ControlReading &time = *exposure.time;
    failure.field = time.name;
    failure.cause = time.text() + ", " + milliseconds(exposure.time_ns()) + ": longer than the " + milliseconds(frame_ns) +
                    " that one frame has at the nominal rate";
    const std::string shorter = time.name + "=" + std::to_string(frame_ns / exposure_unit_ns);
    if (!exposure.is_automatic())
        failure.advice = "A shorter exposure, with more light or gain: v4lxx ctl DEVICE " + shorter;
    else if (exposure.automatic)
        failure.advice = "More light, or a shorter exposure by hand: v4lxx ctl DEVICE " + exposure.automatic->name + "=" +
                         std::to_string(V4L2_EXPOSURE_MANUAL) + " " + shorter;
}

Failure explain_slow_frames(Device &device, kernel::Fraction nominal_interval, uint64_t measured_uhz)
{
    const Exposure exposure{read_control(device, V4L2_CID_EXPOSURE_AUTO), read_control(device, V4L2_CID_EXPOSURE_AUTO_PRIORITY),
                            read_control(device, V4L2_CID_EXPOSURE_ABSOLUTE)};
    const uint64_t nominal_uhz = rate_uhz(nominal_interval);
    const auto frame_ns =
        static_cast<int64_t>(uint64_t{nominal_interval.numerator} * 1'000'000'000 / nominal_interval.denominator);
    Failure failure;
    failure.code = Code::rate_not_reached;
    failure.asked = rate_text(nominal_uhz) + "; measured: " + rate_text(measured_uhz) + ", no frame lost";
    failure.cause_checked = exposure.is_known();
    if (exposure.is_dynamic()) {
        blame_dynamic_rate(failure, exposure);
    } else if (exposure.time_ns() > frame_ns) {
        blame_exposure_time(failure, exposure, frame_ns);
    } else if (exposure.is_known()) {
        failure.cause = "the exposure controls do not explain it: ";
        std::string separator;
        for (const auto &reading : {exposure.automatic, exposure.dynamic, exposure.time})
            if (reading) {
                failure.cause += separator + reading->text();
                separator = ", ";
            }
        failure.advice = "Try another mode, MJPG rather than a raw format, and a port without a hub.";
    } else {
        failure.field = "exposure_dynamic_framerate";
        failure.cause =
            "most cameras expose longer in poor light, unless exposure_dynamic_framerate is 0; this one has no control "
            "that could be read to tell";
    }
    return failure;
}

}  // namespace v4lxx::device
