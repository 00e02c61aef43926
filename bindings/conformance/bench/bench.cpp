/* SPDX-License-Identifier: MIT */
// What a call and a frame cost in C++, by the range of frames and its exceptions. Prints `bench cpp WHAT NUMBER UNIT`.
#include "turns.h"

#include <v4lxx/v4lxx.hpp>

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace {

double frame_ns(const v4lxx::Stream &stream, int frames)
{
    volatile std::uint64_t sink = 0;
    int left = frames;
    const double start = now_ns();
    for (const auto &frame : stream.frames()) {
        const auto info = frame.info();
        const auto plane = frame.plane(0);
        sink = info.width + info.height + info.sequence + reinterpret_cast<std::uintptr_t>(plane.data()) + plane.size();
        if (--left == 0)
            break;
    }
    (void)sink;
    return (now_ns() - start) / frames;
}

// Short rounds that take turns, so that both meet the same machine: the median of their differences.
double frame_over_c_ns(const v4lxx::Stream &stream)
{
    constexpr int rounds = 2000, frames = 50;
    std::vector<double> differences;
    for (int i = 0; i < rounds; i++) {
        const double by_c = frame_by_c_ns(stream.get(), frames);
        if (by_c < 0)
            std::abort();
        differences.push_back(frame_ns(stream, frames) - by_c);
    }
    std::ranges::nth_element(differences, differences.begin() + rounds / 2);
    return differences[rounds / 2];
}

}  // namespace

int main()
{
    auto stream = v4lxx::Context::create().open(BENCH_CAMERA).create_stream();
    stream.start();
    double call = call_ns(), frame = frame_ns(stream, FRAMES), allocations = 0;
    for (int i = 1; i < RUNS; i++) {
        const auto before = count_allocations();
        call = std::min(call, call_ns());
        frame = std::min(frame, frame_ns(stream, FRAMES));
        allocations = static_cast<double>(count_allocations() - before) / FRAMES;
    }
    print_bench("cpp", "call", call, "ns");
    print_bench("cpp", "frame", frame, "ns");
    print_bench("cpp", "frame_allocations", allocations, "per_frame");
    print_bench("cpp", "frame_over_c", frame_over_c_ns(stream), "ns");
}
