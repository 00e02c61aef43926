/* What raw_capture.c does, with libv4lxx.
 * usage: v4lxx_capture DEVICE FRAMES [WIDTH HEIGHT FPS [timed]]. Prints the frames, those lost, and the median time of a turn. */
#define _GNU_SOURCE
#include "stopwatch.h"

#include <v4lxx/v4lxx.h>

static void check(v4lxx_status status, v4lxx_error *error)
{
    if (status == V4LXX_OK)
        return;
    fprintf(stderr, "status %d: %s\n", status, v4lxx_error_get_message(error));
    exit(1);
}

static void take_frame(v4lxx_stream *stream)
{
    v4lxx_error *error = NULL;
    v4lxx_frame *frame = NULL;
    check(v4lxx_stream_dequeue(stream, INT64_C(5000000000), &frame, &error), error);
    v4lxx_frame_unref(frame);
}

int main(int argc, char **argv)
{
    const struct task task = read_task(argc, argv);
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.fourcc = v4lxx_pixel_format_find("YUYV");
    options.width = task.width;
    options.height = task.height;
    options.rate.numerator = task.fps;
    options.rate.denominator = 1;
    options.buffer_count = 4;

    v4lxx_error *error = NULL;
    v4lxx_context *context = NULL;
    v4lxx_device *device = NULL;
    v4lxx_stream *stream = NULL;
    check(v4lxx_context_create(NULL, &context, &error), error);
    check(v4lxx_device_open(context, task.device, NULL, &device, &error), error);
    check(v4lxx_stream_create(device, &options, &stream, &error), error);
    check(v4lxx_stream_start(stream, &error), error);
    const int fd = task.timed ? v4lxx_stream_get_fd(stream) : -1;

    take_frame(stream);
    for (uint32_t i = 1; i < task.frames; i++) {
        if (task.timed)
            wait_until_readable(fd);
        const int64_t began_ns = task.timed ? now_ns() : 0;
        take_frame(stream);
        turns_ns[i - 1] = task.timed ? now_ns() - began_ns : 0;
    }

    v4lxx_stream_account account = V4LXX_STREAM_ACCOUNT_INIT;
    check(v4lxx_stream_read_account(stream, &account, &error), error);
    v4lxx_stream_unref(stream);
    v4lxx_device_unref(device);
    v4lxx_context_unref(context);
    printf("frames %u lost %llu turn_ns %lld\n", task.frames, (unsigned long long)account.driver_dropped,
           (long long)median_turn_ns(&task));
    return 0;
}
