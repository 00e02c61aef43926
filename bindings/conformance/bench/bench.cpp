/* SPDX-License-Identifier: MIT */
// What a call and a frame cost in C++, by the range of frames and its exceptions. Prints `bench cpp WHAT NUMBER UNIT`.
#include "bench.h"

#include <v4lxx/v4lxx.hpp>

#include <algorithm>

namespace {

double call_ns()
{
    volatile std::uint32_t sink = 0;
    const double start = now_ns();
    for (int i = 0; i < CALLS; i++)
        sink = v4lxx_version_get_number();
    (void)sink;
    return (now_ns() - start) / CALLS;
}

double frame_ns(const v4lxx::Stream &stream)
{
    volatile std::uint64_t sink = 0;
    int left = FRAMES;
    const double start = now_ns();
    for (const auto &frame : stream.frames()) {
        const auto info = frame.info();
        const auto plane = frame.plane(0);
        sink = info.width + info.height + info.sequence + reinterpret_cast<std::uintptr_t>(plane.data()) + plane.size();
        if (--left == 0)
            break;
    }
    (void)sink;
    return (now_ns() - start) / FRAMES;
}

}  // namespace

int main()
{
    auto stream = v4lxx::Context::create().open(BENCH_CAMERA).create_stream();
    stream.start();
    double call = call_ns(), frame = frame_ns(stream), allocations = 0;
    for (int i = 1; i < RUNS; i++) {
        const auto before = count_allocations();
        call = std::min(call, call_ns());
        frame = std::min(frame, frame_ns(stream));
        allocations = static_cast<double>(count_allocations() - before) / FRAMES;
    }
    print_bench("cpp", "call", call, "ns");
    print_bench("cpp", "frame", frame, "ns");
    print_bench("cpp", "frame_allocations", allocations, "per_frame");
}
