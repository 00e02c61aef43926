// What the name of a simulated device says: "sim:camera,format=NV12,size=1920x1080". All parameters: docs/guide/simulator.md.
#pragma once

#include "kernel/sim/chart.hpp"
#include "kernel/sim/controls.hpp"
#include "kernel/sim/input_parameters.hpp"
#include "kernel/sim/jpeg_habits.hpp"
#include "kernel/sim/pixel_layout.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace v4lxx::kernel::sim {

struct Interval {
    uint32_t numerator = 1, denominator = 30;  // seconds from frame to frame
};

enum class Range : uint8_t { discrete, stepwise, continuous };
// The clock of time stamps. All but the first are told as unknown.
enum class Stamps : uint8_t { monotonic, unknown, realtime, boottime, own };
constexpr int64_t own_clock_ahead_ns = 1'000'000'000'000'000;  // of CLOCK_MONOTONIC: 11 days, so that no other is near
enum class NodeKind : uint8_t { capture, output, m2m, metadata };

// What events a device lets clients subscribe to; with none of them it has no such ioctls.
struct EventChoice {
    bool source_change = true, end_of_stream = true;
};

struct Parameters {
    NodeKind kind = NodeKind::capture;
    uint32_t id = 1;
    std::string card = "Simulated camera";
    std::string driver = "v4lxx-sim";
    std::vector<const PixelFormat *> formats;  // enumerated in this order; never empty
    const PixelFormat *initial_format = nullptr;
    Size initial_size{640, 480};
    Range size_range = Range::discrete;
    std::vector<Size> sizes;
    Interval initial_interval;
    Range interval_range = Range::discrete;
    bool multi_planar = false;
    bool streaming = true;
    bool readwrite = false;
    bool read_only = false;  // as a node that may not be written: what is opened has no memory to map
    bool orphan = true;
    bool create_buffers = true;
    ControlChoice controls = ControlChoice::camera;  // only of a node that captures
    bool virtual_clock = false;
    Stamps stamps = Stamps::monotonic;
    bool start_of_exposure = false;
    int32_t drift_ppm = 0;  // its frames take so much longer than it says
    std::optional<int64_t>
        phase_ns;                 // frames end so long after multiples of the interval; none: after multiples since the start
    int64_t stamp_offset_ns = 0;  // of all time stamps
    uint32_t exact_buffers = 0;   // 0: as asked
    int32_t extra_buffers = 0;
    uint32_t min_buffers = 0;  // this many must be queued before frames come
    uint32_t padding = 0;
    uint32_t data_offset = 0;
    uint32_t first_sequence = 0;
    bool low_light = false;
    std::string bus;         // shared by all devices that name it
    uint64_t bandwidth = 0;  // bytes per second; 0: without end
    Scene scene;
    JpegHabit jpeg = JpegHabit::complete;
    InputParameters inputs;
    EventChoice events;
    std::string script;  // a file name; empty: none
};

constexpr Size smallest_size{32, 32};
constexpr Size largest_size{8192, 8192};

// 0, or -EINVAL with *problem naming the parameter. have_jpeg: an encoder was handed down, so MJPG can be offered.
int parse_name(std::string_view name, bool have_jpeg, Parameters *out, std::string *problem);

}  // namespace v4lxx::kernel::sim
