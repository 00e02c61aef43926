/* SPDX-License-Identifier: MIT */
/* What a call and a frame cost in C: the measure for all other languages. Prints `bench c WHAT NUMBER UNIT`. */
#include "turns.h"

static v4lxx_stream *open_stream(void)
{
    v4lxx_context *context = NULL;
    v4lxx_device *device = NULL;
    v4lxx_stream *stream = NULL;

    if (v4lxx_context_create(NULL, &context, NULL) >= 0 && v4lxx_device_open(context, BENCH_CAMERA, NULL, &device, NULL) >= 0 &&
        v4lxx_stream_create(device, NULL, &stream, NULL) >= 0)
        v4lxx_stream_start(stream, NULL);
    v4lxx_device_unref(device);
    v4lxx_context_unref(context);
    return stream;
}

int main(void)
{
    v4lxx_stream *stream = open_stream();
    double call = 0, frame = 0, allocations = 0;
    int i;

    for (i = 0; i < RUNS; i++) {
        const double ns = call_ns();

        call = i == 0 || ns < call ? ns : call;
    }
    for (i = 0; i < RUNS; i++) {
        const uint64_t before = count_allocations();
        const double ns = frame_by_c_ns(stream, FRAMES);

        if (ns < 0)
            return 1;
        frame = i == 0 || ns < frame ? ns : frame;
        allocations = (double)(count_allocations() - before) / FRAMES;
    }
    v4lxx_stream_unref(stream);
    print_bench("c", "call", call, "ns");
    print_bench("c", "frame", frame, "ns");
    print_bench("c", "frame_allocations", allocations, "per_frame");
    return 0;
}
