/* SPDX-License-Identifier: MIT */
/* What the benches of C and C++ share: time, and the count of allocations. */
#ifndef V4LXX_BENCH_H
#define V4LXX_BENCH_H

#include <stdint.h>
#include <stdio.h>
#include <time.h>

#ifdef __cplusplus
extern "C" {
#endif

#define RUNS 5
#define CALLS 5000000
#define FRAMES 50000
#define BENCH_CAMERA "sim:camera,clock=virtual,pattern=cells"

/* Calls of malloc and its kin since the start, by everybody in the process. */
uint64_t count_allocations(void);

static inline double now_ns(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static inline void print_bench(const char *language, const char *what, double number, const char *unit)
{
    printf("bench %s %s %.3f %s\n", language, what, number, unit);
}

#ifdef __cplusplus
}
#endif
#endif
