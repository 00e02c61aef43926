/* What the programs over libv4lxx share: the stream that raw_capture.c has too. */
#ifndef OPEN_STREAM_H
#define OPEN_STREAM_H

#include "stopwatch.h"

#include <v4lxx/v4lxx.h>

#define FIVE_SECONDS_NS INT64_C(5000000000)

static inline void check(v4lxx_status status, v4lxx_error *error)
{
    if (status == V4LXX_OK)
        return;
    fprintf(stderr, "status %d: %s\n", status, v4lxx_error_get_message(error));
    exit(1);
}

/* A running stream. It keeps what it was made of alive. */
static inline v4lxx_stream *open_stream(const struct task *task, v4lxx_flow flow)
{
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.fourcc = v4lxx_pixel_format_find("YUYV");
    options.width = task->width;
    options.height = task->height;
    options.rate.numerator = task->fps;
    options.rate.denominator = 1;
    options.buffer_count = 4;
    options.flow = flow;

    v4lxx_error *error = NULL;
    v4lxx_context *context = NULL;
    v4lxx_device *device = NULL;
    v4lxx_stream *stream = NULL;
    check(v4lxx_context_create(NULL, &context, &error), error);
    check(v4lxx_device_open(context, task->device, NULL, &device, &error), error);
    check(v4lxx_stream_create(device, &options, &stream, &error), error);
    check(v4lxx_stream_start(stream, &error), error);
    v4lxx_device_unref(device);
    v4lxx_context_unref(context);
    return stream;
}

static inline void take_frame(v4lxx_stream *stream, int64_t timeout_ns)
{
    v4lxx_error *error = NULL;
    v4lxx_frame *frame = NULL;
    check(v4lxx_stream_dequeue(stream, timeout_ns, &frame, &error), error);
    v4lxx_frame_unref(frame);
}

/* Ends the stream. Returns how many frames the driver dropped. */
static inline unsigned long long close_stream(v4lxx_stream *stream)
{
    v4lxx_error *error = NULL;
    v4lxx_stream_account account = V4LXX_STREAM_ACCOUNT_INIT;
    check(v4lxx_stream_read_account(stream, &account, &error), error);
    v4lxx_stream_unref(stream);
    return account.driver_dropped;
}

#endif
