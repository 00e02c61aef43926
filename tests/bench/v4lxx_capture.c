/* What raw_capture.c does, with libv4lxx.
 * usage: v4lxx_capture DEVICE FRAMES [WIDTH HEIGHT FPS]. Prints the frames, those lost, and the CPU time from first to last frame. */
#define _GNU_SOURCE
#include "cpu_time.h"

#include <v4lxx/v4lxx.h>

#include <stdio.h>
#include <stdlib.h>

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
    if (argc != 3 && argc != 6) {
        fprintf(stderr, "usage: %s DEVICE FRAMES [WIDTH HEIGHT FPS]\n", argv[0]);
        return 2;
    }
    const uint32_t frames = (uint32_t)strtoul(argv[2], NULL, 10);
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.fourcc = v4lxx_pixel_format_find("YUYV");
    options.width = argc == 6 ? (uint32_t)strtoul(argv[3], NULL, 10) : 640;
    options.height = argc == 6 ? (uint32_t)strtoul(argv[4], NULL, 10) : 360;
    options.rate.numerator = argc == 6 ? (uint32_t)strtoul(argv[5], NULL, 10) : 30;
    options.rate.denominator = 1;
    options.buffer_count = 4;

    v4lxx_error *error = NULL;
    v4lxx_context *context = NULL;
    v4lxx_device *device = NULL;
    v4lxx_stream *stream = NULL;
    check(v4lxx_context_create(NULL, &context, &error), error);
    check(v4lxx_device_open(context, argv[1], NULL, &device, &error), error);
    check(v4lxx_stream_create(device, &options, &stream, &error), error);
    check(v4lxx_stream_start(stream, &error), error);

    take_frame(stream);
    const int64_t began_us = cpu_time_us();
    for (uint32_t i = 1; i < frames; i++)
        take_frame(stream);
    const int64_t used_us = cpu_time_us() - began_us;

    v4lxx_stream_account account = V4LXX_STREAM_ACCOUNT_INIT;
    check(v4lxx_stream_read_account(stream, &account, &error), error);
    v4lxx_stream_unref(stream);
    v4lxx_device_unref(device);
    v4lxx_context_unref(context);
    printf("frames %u lost %llu cpu_us %lld\n", frames, (unsigned long long)account.driver_dropped, (long long)used_us);
    return 0;
}
