/* SPDX-License-Identifier: MIT */
/* The mistakes of ../scenarios/bad_input.txt that a compiler of C refuses, with -Wall -Wextra -Wconversion -Werror: MISTAKE is the number of
 * one. Without it this is a right program. ../compiler_test.py compiles them. */
#include <math.h>
#include <v4lxx/v4lxx.h>

#ifndef MISTAKE
#define MISTAKE 0
#endif

struct list {
    int64_t values[2];
};

int main(void)
{
    v4lxx_context *context = NULL;
    v4lxx_device *device = NULL;
    v4lxx_stream *stream = NULL;
    v4lxx_frame *frame = NULL;
    v4lxx_control *control = NULL;
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    struct list list = {{1, 2}};
    int status = 0;

    (void)list;
#if MISTAKE == 1 /* number_for_name */
    status |= v4lxx_device_open(context, 7, NULL, &device, NULL);
#elif MISTAKE == 2  /* wrong_object */
    status |= v4lxx_stream_create(stream, &options, &stream, NULL);
#elif MISTAKE == 3  /* width_negative */
    options.width = -1;
#elif MISTAKE == 4  /* width_too_large */
    options.width = 4294967296;
#elif MISTAKE == 5  /* width_fraction */
    options.width = 1.5;
#elif MISTAKE == 6  /* width_text */
    options.width = "wide";
#elif MISTAKE == 7  /* time_text */
    status |= v4lxx_stream_dequeue(stream, "soon", &frame, NULL);
#elif MISTAKE == 8  /* time_not_a_number */
    status |= v4lxx_stream_dequeue(stream, (double)NAN, &frame, NULL);
#elif MISTAKE == 9  /* control_value_huge */
    status |= v4lxx_device_set_control_i64(device, control, 9223372036854775808u, NULL, NULL);
#elif MISTAKE == 10 /* control_value_table */
    status |= v4lxx_device_set_control_i64(device, control, list, NULL, NULL);
#elif MISTAKE == 11 /* callback_no_function */
    status |= v4lxx_stream_set_frame_callback(stream, 7, NULL, NULL, NULL);
#endif
    status |= v4lxx_device_open(context, "sim:camera", NULL, &device, NULL);
    status |= v4lxx_stream_create(device, &options, &stream, NULL);
    status |= v4lxx_stream_dequeue(stream, 1000, &frame, NULL);
    status |= v4lxx_device_set_control_i64(device, control, 1, NULL, NULL);
    return status != 0;
}
