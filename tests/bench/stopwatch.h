/* What both programs share: their command line, and the time that one turn of their loop takes.
 * A turn is timed only if a frame is there already, so that the time is work and not waiting. Its median says more than its mean: a
 * machine that does something else now and then makes single turns long. CPU time will not do: the kernel counts it in ticks. */
#ifndef STOPWATCH_H
#define STOPWATCH_H

#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST_FRAMES = 10000 };

struct task {
    const char *device;
    uint32_t frames, width, height, fps;
    int timed;
};

static inline struct task read_task(int argc, char **argv)
{
    if (argc != 3 && argc != 6 && (argc != 7 || strcmp(argv[6], "timed") != 0)) {
        fprintf(stderr, "usage: %s DEVICE FRAMES [WIDTH HEIGHT FPS [timed]]\n", argv[0]);
        exit(2);
    }
    struct task task = {argv[1], (uint32_t)strtoul(argv[2], NULL, 10), 640, 360, 30, argc == 7};
    if (argc >= 6) {
        task.width = (uint32_t)strtoul(argv[3], NULL, 10);
        task.height = (uint32_t)strtoul(argv[4], NULL, 10);
        task.fps = (uint32_t)strtoul(argv[5], NULL, 10);
    }
    if (task.frames < 2 || task.frames > MOST_FRAMES) {
        fprintf(stderr, "from 2 to %d frames\n", MOST_FRAMES);
        exit(2);
    }
    return task;
}

static inline int64_t now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

static inline void wait_until_readable(int fd)
{
    struct pollfd entry = {fd, POLLIN, 0};
    if (poll(&entry, 1, 5000) != 1) {
        fprintf(stderr, "no frame within 5 s\n");
        exit(1);
    }
}

static int64_t turns_ns[MOST_FRAMES];

static inline int compare_turns(const void *a, const void *b)
{
    const int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

static inline int64_t median_turn_ns(const struct task *task)
{
    const uint32_t turns = task->frames - 1;
    if (!task->timed)
        return 0;
    qsort(turns_ns, turns, sizeof *turns_ns, compare_turns);
    return turns_ns[turns / 2];
}

#endif
