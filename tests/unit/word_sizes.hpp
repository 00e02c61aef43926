// Requests that carry a time have another number on each word size: where this compiles they are the kernel's. Tests compile it for ARM, too.
#pragma once

#include "uapi/videodev2.hpp"

#include <cstddef>
#include <sys/time.h>

// The kernel has one layout for 64 bits and two for 32: with a time of 32 bits, and of 64. In those of i386 eight bytes may begin at
// every fourth, in those of ARM and all others only at every eighth.
struct Probe {
    char first;
    long long second;
};
constexpr bool wide = sizeof(void *) == 8, long_time = sizeof(timeval) == 16, by_eight = offsetof(Probe, second) == 8;
constexpr size_t buffer_bytes = wide ? 88 : !long_time ? 68 : by_eight ? 80 : 76;
constexpr size_t event_bytes = (wide ? 136 : long_time ? 128 : 120) + (!wide && by_eight ? 8 : 0);
static_assert(sizeof(v4l2_buffer) == buffer_bytes && sizeof(v4l2_event) == event_bytes);
static_assert(_IOC_SIZE(VIDIOC_QUERYBUF) == buffer_bytes && _IOC_SIZE(VIDIOC_QBUF) == buffer_bytes &&
              _IOC_SIZE(VIDIOC_DQBUF) == buffer_bytes && _IOC_SIZE(VIDIOC_DQEVENT) == event_bytes);
#if defined(_TIME_BITS) && _TIME_BITS == 64
static_assert(long_time);
#endif
static_assert(sizeof(v4l2_plane) == (wide ? 64 : 60) && sizeof(v4l2_format) == (wide ? 208 : 204));
