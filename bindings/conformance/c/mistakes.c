/* SPDX-License-Identifier: MIT */
/* The mistakes of ../scenarios/bad_input.txt: each is refused with a status, or by the compiler, which refused.c shows. */
#include "runner.h"

#include <stdio.h>

/* A camera that runs, with a frame that is let go of as C does: the variable is NULL from then on. */
struct camera {
    v4lxx_context *context;
    v4lxx_device *device;
    v4lxx_stream *stream;
    v4lxx_frame *frame;
};

static v4lxx_status open_camera(struct camera *camera)
{
    const char *name = "sim:camera,clock=virtual,pattern=cells";
    v4lxx_status status = v4lxx_context_create(NULL, &camera->context, NULL);

    if (status >= 0)
        status = v4lxx_device_open(camera->context, name, NULL, &camera->device, NULL);
    if (status >= 0)
        status = v4lxx_stream_create(camera->device, NULL, &camera->stream, NULL);
    if (status >= 0)
        status = v4lxx_stream_start(camera->stream, NULL);
    if (status >= 0)
        status = v4lxx_stream_dequeue(camera->stream, 1000000000, &camera->frame, NULL);
    v4lxx_frame_unref(camera->frame);
    camera->frame = NULL;
    return status;
}

static void close_camera(struct camera *camera)
{
    v4lxx_frame_unref(camera->frame);
    v4lxx_stream_unref(camera->stream);
    v4lxx_device_unref(camera->device);
    v4lxx_context_unref(camera->context);
}

static v4lxx_status open_another(v4lxx_context *context, const char *name)
{
    v4lxx_device *device = NULL;
    const v4lxx_status status = v4lxx_device_open(context, name, NULL, &device, NULL);

    v4lxx_device_unref(device);
    return status;
}

static v4lxx_status nil_name(struct camera *camera) { return open_another(camera->context, NULL); }

static v4lxx_status nil_context(struct camera *camera)
{
    (void)camera;
    return open_another(NULL, "sim:camera");
}

static v4lxx_status nil_device(struct camera *camera)
{
    v4lxx_stream *stream = NULL;
    const v4lxx_status status = v4lxx_stream_create(NULL, NULL, &stream, NULL);

    (void)camera;
    v4lxx_stream_unref(stream);
    return status;
}

static v4lxx_status released_info(struct camera *camera)
{
    v4lxx_frame_info info = V4LXX_FRAME_INFO_INIT;

    return v4lxx_frame_read_info(camera->frame, &info, NULL);
}

static v4lxx_status released_bytes(struct camera *camera)
{
    return v4lxx_frame_get_plane_data(camera->frame, 0, NULL) == NULL ? V4LXX_ERROR_ARGUMENT : V4LXX_OK;
}

static v4lxx_status released_twice(struct camera *camera)
{
    v4lxx_frame_unref(camera->frame);
    v4lxx_frame_unref(camera->frame);
    return V4LXX_ERROR_ARGUMENT; /* allowed, which counts as refused */
}

static v4lxx_status closed_context(struct camera *camera)
{
    v4lxx_context_unref(camera->context);
    camera->context = NULL;
    return open_another(camera->context, "sim:camera");
}

static v4lxx_status abi_too_small(struct camera *camera)
{
    v4lxx_frame_info info = V4LXX_FRAME_INFO_INIT;
    v4lxx_frame *frame = NULL;
    v4lxx_status status = v4lxx_stream_dequeue(camera->stream, 1000000000, &frame, NULL);

    info.struct_size = 4;
    if (status >= 0)
        status = v4lxx_frame_read_info(frame, &info, NULL);
    v4lxx_frame_unref(frame);
    return status;
}

static const struct {
    const char *name;
    v4lxx_status (*make)(struct camera *camera); /* NULL: the compiler refuses it */
    const char *why;
} mistakes[] = {
    {"nil_name", nil_name, ""},
    {"nil_context", nil_context, ""},
    {"nil_device", nil_device, ""},
    {"released_info", released_info, ""},
    {"released_bytes", released_bytes, ""},
    {"released_twice", released_twice, ""},
    {"closed_context", closed_context, ""},
    {"abi_too_small", abi_too_small, ""},
    {"name_with_nul", NULL, "a text ends at its first NUL"},
    {"number_for_name", NULL, "a number is no pointer"},
    {"wrong_object", NULL, "each handle has a type of its own"},
    {"width_negative", NULL, "the field is unsigned (-Wconversion)"},
    {"width_too_large", NULL, "the field has 32 bits (-Woverflow)"},
    {"width_fraction", NULL, "the field is an integer (-Wconversion)"},
    {"width_text", NULL, "a text is no number"},
    {"time_text", NULL, "a text is no number"},
    {"time_not_a_number", NULL, "times are integers (-Wconversion)"},
    {"control_value_huge", NULL, "the parameter has 64 bits (-Wconversion)"},
    {"control_value_table", NULL, "a struct is no number"},
    {"callback_no_function", NULL, "a number is no function"},
};

void do_bad(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct camera camera = {NULL, NULL, NULL, NULL};
    v4lxx_status status;
    size_t i = 0;

    (void)objects;
    while (i < sizeof(mistakes) / sizeof(mistakes[0]) && !is_word(step, 1, mistakes[i].name))
        i++;
    if (i == sizeof(mistakes) / sizeof(mistakes[0])) {
        set_broken(outcome, "there is no mistake '%s'", step->words[1]);
        return;
    }
    if (mistakes[i].make == NULL) {
        snprintf(outcome->by_type, sizeof(outcome->by_type), "%s", mistakes[i].why);
        set_value(outcome, "refused");
        return;
    }
    status = open_camera(&camera);
    if (status < 0)
        set_broken(outcome, "the camera does not run: %s", v4lxx_status_get_name(status));
    else
        set_value(outcome, "%s", mistakes[i].make(&camera) < 0 ? "refused" : "accepted");
    close_camera(&camera);
}
