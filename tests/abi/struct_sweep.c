/* Every function that takes a versioned struct, with struct_size from 0 to 16 more than we know: too small is ERROR_ABI, an
 * unknown tail must be zero on the way in, and no byte beyond the caller's size is written. */
#define _POSIX_C_SOURCE 200809L
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <v4lxx/v4lxx.h>
#include <cmocka.h>

enum { MORE = 16, ROOM = 4096, UNTOUCHED = 0xa5 };
typedef enum Direction { IN, OUT, INOUT } Direction;

static v4lxx_context *context;
static v4lxx_device *device;
static v4lxx_stream *stream;
static v4lxx_frame *frame;
static v4lxx_event *event;
static v4lxx_size_list *sizes;
static v4lxx_interval_list *intervals;
static v4lxx_mode_list *modes;

/* One row: how to call a function with a struct at `argument`, leaving nothing behind. */
typedef struct SweepCase {
    const char *function;
    Direction direction;
    size_t size;
    size_t first_size;
    const void *init;
    v4lxx_status (*call)(void *argument, v4lxx_error **error);
} SweepCase;

static v4lxx_status call_context_create(void *argument, v4lxx_error **error)
{
    v4lxx_context *out = NULL;
    v4lxx_status status = v4lxx_context_create((const v4lxx_context_options *)argument, &out, error);
    v4lxx_context_unref(out);
    return status;
}

static v4lxx_status call_device_open(void *argument, v4lxx_error **error)
{
    v4lxx_device *out = NULL;
    v4lxx_status status = v4lxx_device_open(context, "sim:camera,id=2", (const v4lxx_device_options *)argument, &out, error);
    v4lxx_device_unref(out);
    return status;
}

/* No simulated device has a descriptor that could be adopted: /dev/null is refused, but only after the struct was accepted. */
static v4lxx_status call_device_open_fd(void *argument, v4lxx_error **error)
{
    v4lxx_device *out = NULL;
    v4lxx_error *cause = NULL;
    int file = open("/dev/null", O_RDWR | O_CLOEXEC);
    assert_true(file >= 0);
    v4lxx_status status = v4lxx_device_open_fd(context, file, (const v4lxx_device_options *)argument, &out, &cause);
    assert_int_equal(close(file), 0);
    assert_null(out);
    if (status == V4LXX_ERROR_ABI) {
        *error = cause;
        return status;
    }
    assert_true(status < 0);
    v4lxx_error_free(cause);
    return V4LXX_OK;
}

static v4lxx_status call_device_read_format(void *argument, v4lxx_error **error)
{
    return v4lxx_device_read_format(device, (v4lxx_format *)argument, error);
}

static v4lxx_status call_device_try_format(void *argument, v4lxx_error **error)
{
    return v4lxx_device_try_format(device, (v4lxx_format *)argument, NULL, error);
}

/* On a device of its own: the one that streams is busy. */
static v4lxx_status call_device_set_format(void *argument, v4lxx_error **error)
{
    v4lxx_device *other = NULL;
    assert_int_equal(v4lxx_device_open(context, "sim:camera,id=3", NULL, &other, NULL), V4LXX_OK);
    v4lxx_status status = v4lxx_device_set_format(other, (v4lxx_format *)argument, NULL, error);
    v4lxx_device_unref(other);
    return status;
}

static v4lxx_status call_size_list_at(void *argument, v4lxx_error **error)
{
    return v4lxx_size_list_at(sizes, 0, (v4lxx_size_range *)argument, error);
}

static v4lxx_status call_interval_list_at(void *argument, v4lxx_error **error)
{
    return v4lxx_interval_list_at(intervals, 0, (v4lxx_interval_range *)argument, error);
}

static v4lxx_status call_stream_find_frame(void *argument, v4lxx_error **error)
{
    return v4lxx_stream_find_frame(stream, (uintptr_t)v4lxx_frame_get_plane_data(frame, 0, NULL), (v4lxx_held_frame *)argument,
                                   error);
}

static v4lxx_status call_held_list_at(void *argument, v4lxx_error **error)
{
    v4lxx_held_list *held = NULL;
    assert_int_equal(v4lxx_stream_list_held(stream, &held, NULL), V4LXX_OK);
    v4lxx_status status = v4lxx_held_list_at(held, 0, (v4lxx_held_frame *)argument, error);
    v4lxx_held_list_unref(held);
    return status;
}

static v4lxx_status call_input_list_at(void *argument, v4lxx_error **error)
{
    v4lxx_input_list *inputs = NULL;
    assert_int_equal(v4lxx_device_list_inputs(device, &inputs, NULL), V4LXX_OK);
    v4lxx_status status = v4lxx_input_list_at(inputs, 0, (v4lxx_input_info *)argument, error);
    v4lxx_input_list_unref(inputs);
    return status;
}

static v4lxx_status call_device_read_signal(void *argument, v4lxx_error **error)
{
    return v4lxx_device_read_signal(device, (v4lxx_signal *)argument, error);
}

static v4lxx_status call_standard_list_at(void *argument, v4lxx_error **error)
{
    v4lxx_device *tv = NULL;
    v4lxx_standard_list *standards = NULL;
    assert_int_equal(v4lxx_device_open(context, "sim:camera,inputs=tv", NULL, &tv, NULL), V4LXX_OK);
    assert_int_equal(v4lxx_device_list_standards(tv, &standards, NULL), V4LXX_OK);
    v4lxx_status status = v4lxx_standard_list_at(standards, 0, (v4lxx_standard_info *)argument, error);
    v4lxx_standard_list_unref(standards);
    v4lxx_device_unref(tv);
    return status;
}

static v4lxx_device *open_hdmi(void)
{
    v4lxx_device *hdmi = NULL;
    assert_int_equal(v4lxx_device_open(context, "sim:camera,inputs=hdmi", NULL, &hdmi, NULL), V4LXX_OK);
    return hdmi;
}

static v4lxx_status call_timings_list_at(void *argument, v4lxx_error **error)
{
    v4lxx_device *hdmi = open_hdmi();
    v4lxx_timings_list *list = NULL;
    assert_int_equal(v4lxx_device_list_timings(hdmi, &list, NULL), V4LXX_OK);
    v4lxx_status status = v4lxx_timings_list_at(list, 0, (v4lxx_timings *)argument, error);
    v4lxx_timings_list_unref(list);
    v4lxx_device_unref(hdmi);
    return status;
}

static v4lxx_status call_device_read_timings(void *argument, v4lxx_error **error)
{
    v4lxx_device *hdmi = open_hdmi();
    v4lxx_status status = v4lxx_device_read_timings(hdmi, (v4lxx_timings *)argument, error);
    v4lxx_device_unref(hdmi);
    return status;
}

static v4lxx_status call_device_query_timings(void *argument, v4lxx_error **error)
{
    v4lxx_device *hdmi = open_hdmi();
    v4lxx_status status = v4lxx_device_query_timings(hdmi, (v4lxx_timings *)argument, error);
    v4lxx_device_unref(hdmi);
    return status;
}

static v4lxx_status call_device_find_timings(void *argument, v4lxx_error **error)
{
    v4lxx_device *hdmi = open_hdmi();
    v4lxx_status status = v4lxx_device_find_timings(hdmi, "1920x1080p60", (v4lxx_timings *)argument, error);
    v4lxx_device_unref(hdmi);
    return status;
}

/* The defaults are no timings: they are refused, but only after the struct was accepted; what the device has is taken instead. */
static v4lxx_status call_device_set_timings(void *argument, v4lxx_error **error)
{
    v4lxx_device *hdmi = open_hdmi();
    v4lxx_error *cause = NULL;
    v4lxx_status status = v4lxx_device_set_timings(hdmi, (v4lxx_timings *)argument, &cause);
    if (status == V4LXX_ERROR_UNSUPPORTED) {
        v4lxx_error_free(cause);
        cause = NULL;
        status = v4lxx_device_read_timings(hdmi, (v4lxx_timings *)argument, &cause);
    }
    *error = cause;
    v4lxx_device_unref(hdmi);
    return status;
}

static v4lxx_status call_device_read_timings_capabilities(void *argument, v4lxx_error **error)
{
    v4lxx_device *hdmi = open_hdmi();
    v4lxx_status status = v4lxx_device_read_timings_capabilities(hdmi, (v4lxx_timings_capabilities *)argument, error);
    v4lxx_device_unref(hdmi);
    return status;
}

static v4lxx_status call_device_list_modes(void *argument, v4lxx_error **error)
{
    v4lxx_mode_list *out = NULL;
    v4lxx_status status = v4lxx_device_list_modes(device, (const v4lxx_wish *)argument, NULL, 0, &out, error);
    v4lxx_mode_list_unref(out);
    return status;
}

static v4lxx_status call_mode_list_at(void *argument, v4lxx_error **error)
{
    return v4lxx_mode_list_at(modes, 0, (v4lxx_mode *)argument, error);
}

/* On a device of its own: the one that streams is busy. */
static v4lxx_status negotiate_elsewhere(const v4lxx_wish *wish, v4lxx_negotiation *out, v4lxx_error **error)
{
    v4lxx_device *other = NULL;
    assert_int_equal(v4lxx_device_open(context, "sim:camera,id=5", NULL, &other, NULL), V4LXX_OK);
    v4lxx_status status = v4lxx_device_negotiate(other, wish, NULL, 0, out, error);
    v4lxx_device_unref(other);
    return status;
}

static v4lxx_status call_device_negotiate(void *argument, v4lxx_error **error)
{
    return negotiate_elsewhere(NULL, (v4lxx_negotiation *)argument, error);
}

static v4lxx_status call_device_negotiate_wish(void *argument, v4lxx_error **error)
{
    return negotiate_elsewhere((const v4lxx_wish *)argument, NULL, error);
}

static v4lxx_status call_stream_create(void *argument, v4lxx_error **error)
{
    v4lxx_device *other = NULL;
    v4lxx_stream *out = NULL;
    assert_int_equal(v4lxx_device_open(context, "sim:camera,id=4", NULL, &other, NULL), V4LXX_OK);
    v4lxx_status status = v4lxx_stream_create(other, (const v4lxx_stream_options *)argument, &out, error);
    v4lxx_stream_unref(out);
    v4lxx_device_unref(other);
    return status;
}

static v4lxx_status call_stream_read_format(void *argument, v4lxx_error **error)
{
    return v4lxx_stream_read_format(stream, (v4lxx_format *)argument, error);
}

static v4lxx_status call_stream_read_account(void *argument, v4lxx_error **error)
{
    return v4lxx_stream_read_account(stream, (v4lxx_stream_account *)argument, error);
}

static v4lxx_status call_stream_read_rate(void *argument, v4lxx_error **error)
{
    return v4lxx_stream_read_rate(stream, (v4lxx_stream_rate *)argument, error);
}

static v4lxx_status call_stream_reconfigure(void *argument, v4lxx_error **error)
{
    return v4lxx_stream_reconfigure(stream, (v4lxx_stream_options *)argument, error);
}

static v4lxx_status call_stream_read_state(void *argument, v4lxx_error **error)
{
    return v4lxx_stream_read_state(stream, (v4lxx_stream_state *)argument, error);
}

static v4lxx_status call_stream_read_statistics(void *argument, v4lxx_error **error)
{
    return v4lxx_stream_read_statistics(stream, (v4lxx_stream_statistics *)argument, error);
}

static v4lxx_status call_event_read_info(void *argument, v4lxx_error **error)
{
    return v4lxx_event_read_info(event, (v4lxx_event_info *)argument, error);
}

static v4lxx_status call_frame_read_info(void *argument, v4lxx_error **error)
{
    return v4lxx_frame_read_info(frame, (v4lxx_frame_info *)argument, error);
}

static v4lxx_status call_context_convert_time(void *argument, v4lxx_error **error)
{
    return v4lxx_context_convert_time(context, 1000, V4LXX_CLOCK_MONOTONIC, V4LXX_CLOCK_TAI, (v4lxx_converted_time *)argument,
                                      error);
}

static v4lxx_status call_frame_convert_time(void *argument, v4lxx_error **error)
{
    return v4lxx_frame_convert_time(frame, V4LXX_CLOCK_REALTIME, (v4lxx_converted_time *)argument, error);
}

/* A build without PNG answers UNSUPPORTED, but only after the struct was accepted. */
static v4lxx_status call_frame_encode(void *argument, v4lxx_error **error)
{
    v4lxx_bytes *out = NULL;
    v4lxx_error *cause = NULL;
    v4lxx_status status = v4lxx_frame_encode(frame, V4LXX_IMAGE_PNG, (const v4lxx_image_options *)argument, &out, &cause);
    v4lxx_bytes_unref(out);
    if (status == V4LXX_ERROR_UNSUPPORTED && !v4lxx_supports(V4LXX_FEATURE_PNG)) {
        v4lxx_error_free(cause);
        return V4LXX_OK;
    }
    *error = cause;
    return status;
}

static v4lxx_status call_settling_add_frame(void *argument, v4lxx_error **error)
{
    return v4lxx_settling_add_frame((v4lxx_settling *)argument, frame, error);
}

static v4lxx_status call_pixel_format_describe(void *argument, v4lxx_error **error)
{
    return v4lxx_pixel_format_describe(v4lxx_pixel_format_find("YUYV"), (v4lxx_pixel_format_info *)argument, error);
}

#include "sweep_group.h"

#define VERSIONED_STRUCT(type, INIT, function, first) static const type type##_defaults = INIT; enum { type##_first = first };
#include "versioned_structs.inc"
#undef VERSIONED_STRUCT
#define ROW_BY(function, direction, type, call) \
    { "v4lxx_" #function, direction, sizeof(type), type##_first, &type##_defaults, call }
#define ROW(function, direction, type) ROW_BY(function, direction, type, call_##function)

static const SweepCase cases[] = {
    ROW(context_create, IN, v4lxx_context_options),
    ROW(device_open, IN, v4lxx_device_options),
    ROW(device_open_fd, IN, v4lxx_device_options),
    ROW(device_read_format, OUT, v4lxx_format),
    ROW(device_try_format, INOUT, v4lxx_format),
    ROW(device_set_format, INOUT, v4lxx_format),
    ROW(size_list_at, OUT, v4lxx_size_range),
    ROW(interval_list_at, OUT, v4lxx_interval_range),
    ROW(held_list_at, OUT, v4lxx_held_frame),
    ROW(stream_find_frame, OUT, v4lxx_held_frame),
    ROW(input_list_at, OUT, v4lxx_input_info),
    ROW(device_read_signal, OUT, v4lxx_signal),
    ROW(standard_list_at, OUT, v4lxx_standard_info),
    ROW(timings_list_at, OUT, v4lxx_timings),
    ROW(device_read_timings, OUT, v4lxx_timings),
    ROW(device_query_timings, OUT, v4lxx_timings),
    ROW(device_find_timings, OUT, v4lxx_timings),
    ROW(device_set_timings, INOUT, v4lxx_timings),
    ROW(device_read_timings_capabilities, OUT, v4lxx_timings_capabilities),
    ROW(device_list_modes, IN, v4lxx_wish),
    ROW(mode_list_at, OUT, v4lxx_mode),
    ROW_BY(device_negotiate, IN, v4lxx_wish, call_device_negotiate_wish),
    ROW(device_negotiate, OUT, v4lxx_negotiation),
    ROW(stream_create, IN, v4lxx_stream_options),
    ROW(stream_read_format, OUT, v4lxx_format),
    ROW(stream_read_account, OUT, v4lxx_stream_account),
    ROW(stream_read_rate, OUT, v4lxx_stream_rate),
    ROW(stream_read_state, OUT, v4lxx_stream_state),
    ROW(stream_reconfigure, IN, v4lxx_stream_options),
    ROW(stream_read_statistics, OUT, v4lxx_stream_statistics),
    ROW(group_create, IN, v4lxx_group_options),
    ROW(group_read_statistics, OUT, v4lxx_group_statistics),
    ROW(group_read_camera, OUT, v4lxx_group_camera),
    ROW(frame_set_read_info, OUT, v4lxx_frame_set_info),
    ROW(event_read_info, OUT, v4lxx_event_info),
    ROW(frame_read_info, OUT, v4lxx_frame_info),
    ROW(context_convert_time, OUT, v4lxx_converted_time),
    ROW(frame_convert_time, OUT, v4lxx_converted_time),
    ROW(frame_encode, IN, v4lxx_image_options),
    ROW(settling_add_frame, INOUT, v4lxx_settling),
    ROW(pixel_format_describe, OUT, v4lxx_pixel_format_info),
};

/* Fails with the name of the function and the size unless the status and what was written are right. */
static void sweep_one(const SweepCase *c, uint32_t size, unsigned char tail)
{
    static uint64_t aligned[ROOM / 8];
    unsigned char *memory = (unsigned char *)aligned;
    v4lxx_error *error = NULL;
    uint32_t after;
    memset(memory, UNTOUCHED, ROOM);
    memset(memory, 0, size);
    memcpy(memory, c->init, size < c->size ? size : c->size);
    memcpy(memory, &size, sizeof size); /* sizes below 4 too: the library reads these four bytes */
    for (size_t i = c->size; i < size; i++)
        memory[i] = tail;

    v4lxx_status status = c->call(memory, &error);

    int wanted = size < c->first_size || (tail != 0 && size > c->size && c->direction != OUT) ? V4LXX_ERROR_ABI : V4LXX_OK;
    if (status != wanted)
        fail_msg("%s: struct_size %u, tail %u: status %d, not %d: %s", c->function, (unsigned)size, (unsigned)tail, (int)status,
                 wanted, error != NULL ? v4lxx_error_get_message(error) : "no error object");
    if ((error != NULL) != (wanted < 0))
        fail_msg("%s: struct_size %u: the error object does not fit status %d", c->function, (unsigned)size, (int)status);
    v4lxx_error_free(error);
    memcpy(&after, memory, sizeof after);
    if (after != size)
        fail_msg("%s: struct_size %u became %u", c->function, (unsigned)size, (unsigned)after);
    for (size_t i = size < sizeof size ? sizeof size : size; i < ROOM; i++)
        if (memory[i] != UNTOUCHED)
            fail_msg("%s: struct_size %u: byte %u was written", c->function, (unsigned)size, (unsigned)i);
    for (size_t i = c->size; wanted == V4LXX_OK && i < size; i++)
        if (memory[i] != 0)
            fail_msg("%s: struct_size %u: byte %u, which this version does not know, is not zero", c->function, (unsigned)size,
                     (unsigned)i);
}

static void sweep_all(unsigned char tail)
{
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        for (uint32_t size = 0; size <= cases[i].size + MORE; size++)
            sweep_one(&cases[i], size, tail);
}

static void every_struct_size_with_a_zero_tail_is_taken_or_refused_as_promised(void **state)
{
    (void)state;
    sweep_all(0);
}

static void an_unknown_tail_that_is_not_zero_is_refused_on_the_way_in(void **state)
{
    (void)state;
    sweep_all(0x5a);
}

static void a_huge_struct_size_is_refused_or_harmless(void **state)
{
    (void)state;
    static uint64_t memory[8192 / 8];
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        uint32_t size = UINT32_MAX;
        v4lxx_error *error = NULL;
        memset(memory, 0, sizeof memory);
        memcpy(memory, &size, sizeof size);
        assert_int_equal(cases[i].call(memory, &error), V4LXX_ERROR_ABI);
        v4lxx_error_free(error);
    }
}

static int open_all(void **state)
{
    (void)state;
    assert_int_equal(v4lxx_context_create(NULL, &context, NULL), V4LXX_OK);
    assert_int_equal(v4lxx_device_open(context, "sim:camera,format=YUYV,size=640x480", NULL, &device, NULL), V4LXX_OK);
    uint32_t yuyv = v4lxx_pixel_format_find("YUYV");
    assert_int_equal(v4lxx_device_list_sizes(device, yuyv, &sizes, NULL), V4LXX_OK);
    assert_int_equal(v4lxx_device_list_intervals(device, yuyv, 640, 480, &intervals, NULL), V4LXX_OK);
    assert_int_equal(v4lxx_device_list_modes(device, NULL, NULL, 0, &modes, NULL), V4LXX_OK);
    assert_int_equal(v4lxx_stream_create(device, NULL, &stream, NULL), V4LXX_OK);
    assert_int_equal(v4lxx_stream_start(stream, NULL), V4LXX_OK);
    assert_int_equal(v4lxx_stream_dequeue(stream, -1, &frame, NULL), V4LXX_OK);
    /* A stream without a callback leaves the loop, which is an event. */
    assert_int_equal(v4lxx_context_listen(context, V4LXX_LISTEN_STREAMS, NULL), V4LXX_OK);
    assert_int_equal(v4lxx_context_add_stream(context, stream, 1, NULL), V4LXX_OK);
    assert_int_equal(v4lxx_context_dispatch(context, -1, 0, NULL), V4LXX_ERROR_STATE);
    assert_int_equal(v4lxx_context_next_event(context, 0, &event, NULL), V4LXX_OK);
    open_group(context, stream);
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    close_group();
    v4lxx_event_unref(event);
    v4lxx_frame_unref(frame);
    v4lxx_stream_unref(stream);
    v4lxx_mode_list_unref(modes);
    v4lxx_interval_list_unref(intervals);
    v4lxx_size_list_unref(sizes);
    v4lxx_device_unref(device);
    v4lxx_context_unref(context);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_struct_size_with_a_zero_tail_is_taken_or_refused_as_promised),
        cmocka_unit_test(an_unknown_tail_that_is_not_zero_is_refused_on_the_way_in),
        cmocka_unit_test(a_huge_struct_size_is_refused_or_harmless),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
