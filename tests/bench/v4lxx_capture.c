/* What raw_capture.c does, with libv4lxx.
 * usage: v4lxx_capture DEVICE FRAMES [WIDTH HEIGHT FPS [timed]]. Prints the frames, those lost, and the median time of a turn. */
#define _GNU_SOURCE
#include "open_stream.h"

int main(int argc, char **argv)
{
    const struct task task = read_task(argc, argv);
    v4lxx_stream *stream = open_stream(&task, V4LXX_FLOW_BLOCK);
    const int fd = task.timed ? v4lxx_stream_get_fd(stream) : -1;

    take_frame(stream, FIVE_SECONDS_NS);
    for (uint32_t i = 1; i < task.frames; i++) {
        if (task.timed)
            wait_until_readable(fd);
        const int64_t began_ns = task.timed ? now_ns() : 0;
        take_frame(stream, FIVE_SECONDS_NS);
        turns_ns[i - 1] = task.timed ? now_ns() - began_ns : 0;
    }

    const unsigned long long lost = close_stream(stream);
    printf("frames %u lost %llu turn_ns %lld\n", task.frames, lost, (long long)median_turn_ns(&task));
    return 0;
}
