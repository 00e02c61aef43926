/* SPDX-License-Identifier: MIT */
/* What is measured in C: C++ measures the same between turns of its own. */
#ifndef V4LXX_BENCH_TURNS_H
#define V4LXX_BENCH_TURNS_H

#include "bench.h"

#include <v4lxx/v4lxx.h>

static inline double call_ns(void)
{
    volatile uint32_t sink = 0;
    const double start = now_ns();
    int i;

    for (i = 0; i < CALLS; i++)
        sink = v4lxx_version_get_number();
    (void)sink;
    return (now_ns() - start) / CALLS;
}

/* One turn: take a frame, look at it, give it back. < 0 if a frame did not come. */
static inline double frame_by_c_ns(v4lxx_stream *stream, int frames)
{
    volatile uint64_t sink = 0;
    const double start = now_ns();
    int i;

    for (i = 0; i < frames; i++) {
        v4lxx_frame_info info = V4LXX_FRAME_INFO_INIT;
        v4lxx_frame *frame = NULL;

        if (v4lxx_stream_dequeue(stream, -1, &frame, NULL) != V4LXX_OK || v4lxx_frame_read_info(frame, &info, NULL) < 0)
            return -1;
        sink = info.width + info.height + info.sequence + info.plane_address[0] + info.plane_bytes[0];
        v4lxx_frame_unref(frame);
    }
    (void)sink;
    return (now_ns() - start) / frames;
}

#endif
