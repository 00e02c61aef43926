/* SPDX-License-Identifier: MIT */
/* Verbs of frames. */
#include "runner.h"

#include <stdio.h>
#include <string.h>

void do_next(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *stream = find_object(objects, step->words[2], KIND_STREAM, outcome);
    v4lxx_error *error = NULL;
    struct object *frame;
    int64_t timeout;

    if (stream == NULL || !read_time(step->words[3], &timeout, outcome))
        return;
    frame = new_object(objects, step->words[1], KIND_FRAME, outcome);
    if (frame != NULL)
        set_status(objects, outcome, v4lxx_stream_dequeue(stream->is.stream, timeout, &frame->is.frame, &error), &error);
}

/* They become NAME1, NAME2 and so on. */
void do_next_many(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *stream = find_object(objects, step->words[2], KIND_STREAM, outcome);
    v4lxx_frame *frames[8];
    v4lxx_error *error = NULL;
    uint32_t count = 0, i;
    int64_t most, timeout;
    v4lxx_status status;

    if (stream == NULL || !read_number(step->words[3], &most, outcome) || !read_time(step->words[4], &timeout, outcome))
        return;
    most = most < 8 ? most : 8;
    status = v4lxx_stream_dequeue_many(stream->is.stream, frames, (uint32_t)most, timeout, &count, &error);
    if (status == V4LXX_OK)
        set_number(outcome, count);
    else
        set_status(objects, outcome, status, &error);
    for (i = 0; i < count; i++) {
        char name[64];
        struct object *frame;

        snprintf(name, sizeof(name), "%s%u", step->words[1], (unsigned int)i + 1);
        frame = new_object(objects, name, KIND_FRAME, outcome);
        if (frame != NULL)
            frame->is.frame = frames[i];
        else
            v4lxx_frame_unref(frames[i]);
    }
}

void do_left(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *stream = find_object(objects, step->words[1], KIND_STREAM, outcome);
    struct object *frame = stream == NULL ? NULL : find_object(objects, step->words[2], KIND_FRAME, outcome);
    v4lxx_frame_info info = V4LXX_FRAME_INFO_INIT;
    int64_t later;

    if (frame == NULL || !read_time(step->words[3], &later, outcome))
        return;
    v4lxx_frame_read_info(frame->is.frame, &info, NULL);
    set_number(outcome, (uint64_t)v4lxx_stream_get_time_left(stream->is.stream, info.arrival_ns + later) / 1000000);
}

/* "corrupt+short", "-" for none. */
static void set_flags(struct outcome *outcome, uint32_t flags)
{
    static const struct {
        uint32_t flag;
        const char *name;
    } names[] = {{V4LXX_FRAME_CORRUPT, "corrupt"},
                 {V4LXX_FRAME_SHORT, "short"},
                 {V4LXX_FRAME_KEY, "key"},
                 {V4LXX_FRAME_LAST, "last"},
                 {V4LXX_FRAME_CANCELLED, "cancelled"},
                 {V4LXX_FRAME_COPIED, "copied"},
                 {V4LXX_FRAME_STAMP_UNSET, "stamp_unset"},
                 {V4LXX_FRAME_STAMP_REPEATED, "stamp_repeated"},
                 {V4LXX_FRAME_STAMP_BACKWARD, "stamp_backward"},
                 {V4LXX_FRAME_STAMP_FUTURE, "stamp_future"}};
    char text[200] = "";
    size_t i;

    for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if ((flags & names[i].flag) == 0)
            continue;
        strcat(text, text[0] != '\0' ? "+" : "");
        strcat(text, names[i].name);
    }
    set_value(outcome, "%s", text[0] != '\0' ? text : "-");
}

static const char *picture_name(uint32_t type)
{
    static const char *const names[] = {"unknown", "key", "predicted", "bidirectional", "not_key"};

    return type < sizeof(names) / sizeof(names[0]) ? names[type] : "?";
}

static const char *const clock_names[6] = {"unknown", "monotonic", "copy", "realtime", "boottime", "tai"};

static int read_clock(const char *word, v4lxx_clock *clock, struct outcome *outcome)
{
    for (*clock = 0; *clock < 6; (*clock)++)
        if (strcmp(word, clock_names[*clock]) == 0)
            return 1;
    set_broken(outcome, "there is no clock '%s'", word);
    return 0;
}

void do_info(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *frame = find_object(objects, step->words[1], KIND_FRAME, outcome);
    v4lxx_frame_info info = V4LXX_FRAME_INFO_INIT;
    v4lxx_error *error = NULL;
    v4lxx_status status;
    char fourcc[5];

    if (frame == NULL)
        return;
    status = v4lxx_frame_read_info(frame->is.frame, &info, &error);
    write_fourcc(fourcc, info.fourcc);
    if (status < 0)
        set_status(objects, outcome, status, &error);
    else if (is_word(step, 2, "width"))
        set_number(outcome, info.width);
    else if (is_word(step, 2, "height"))
        set_number(outcome, info.height);
    else if (is_word(step, 2, "fourcc"))
        set_value(outcome, "%s", fourcc);
    else if (is_word(step, 2, "sequence"))
        set_number(outcome, info.sequence);
    else if (is_word(step, 2, "number"))
        set_number(outcome, info.number);
    else if (is_word(step, 2, "generation"))
        set_number(outcome, info.generation);
    else if (is_word(step, 2, "picture"))
        set_value(outcome, "%s", picture_name(info.picture_type));
    else if (is_word(step, 2, "clock"))
        set_value(outcome, "%s", clock_names[info.clock % 6]);
    else if (is_word(step, 2, "stamp_clock"))
        set_value(outcome, "%s", clock_names[info.stamp_clock % 6]);
    else if (is_word(step, 2, "crop") && info.crop_width == 0)
        set_value(outcome, "-");
    else if (is_word(step, 2, "crop"))
        set_value(outcome, "%ux%u%+d%+d", info.crop_width, info.crop_height, info.crop_left, info.crop_top);
    else if (is_word(step, 2, "planes"))
        set_number(outcome, info.plane_count);
    else if (is_word(step, 2, "flags"))
        set_flags(outcome, info.flags);
    else
        set_broken(outcome, "a frame has no '%s'", step->words[2]);
}

void do_convert(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *frame = find_object(objects, step->words[1], KIND_FRAME, outcome);
    v4lxx_converted_time time = V4LXX_CONVERTED_TIME_INIT;
    v4lxx_frame_info info = V4LXX_FRAME_INFO_INIT;
    v4lxx_error *error = NULL;
    v4lxx_status status;
    v4lxx_clock to;

    if (frame == NULL || !read_clock(step->words[2], &to, outcome))
        return;
    status = v4lxx_frame_convert_time(frame->is.frame, to, &time, &error);
    if (status >= 0)
        status = v4lxx_frame_read_info(frame->is.frame, &info, &error);
    if (status < 0)
        set_status(objects, outcome, status, &error);
    else if (is_word(step, 3, "ahead"))
        set_number(outcome, (uint64_t)(time.time_ns - info.timestamp_ns + 500000000) / 1000000000);
    else if (is_word(step, 3, "error"))
        set_number(outcome, (uint64_t)time.error_ns);
    else if (is_word(step, 3, "steps"))
        set_number(outcome, time.steps);
    else if (is_word(step, 3, "tai_offset"))
        set_number(outcome, (uint64_t)time.tai_offset_s);
    else
        set_broken(outcome, "a converted time has no '%s'", step->words[3]);
}

void do_time(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *context = find_object(objects, step->words[1], KIND_CONTEXT, outcome);
    v4lxx_converted_time out = V4LXX_CONVERTED_TIME_INIT;
    v4lxx_error *error = NULL;
    v4lxx_status status;
    v4lxx_clock from, to;
    int64_t time;

    if (context == NULL || !read_time(step->words[2], &time, outcome) || !read_clock(step->words[3], &from, outcome) ||
        !read_clock(step->words[4], &to, outcome))
        return;
    status = v4lxx_context_convert_time(context->is.context, time, from, to, &out, &error);
    if (status < 0)
        set_status(objects, outcome, status, &error);
    else
        set_number(outcome, (uint64_t)out.time_ns);
}

void do_bytes(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *frame = find_object(objects, step->words[1], KIND_FRAME, outcome);
    int64_t plane;
    size_t size = 0;

    if (frame == NULL || !read_number(step->words[2], &plane, outcome))
        return;
    if (v4lxx_frame_get_plane_data(frame->is.frame, (uint32_t)plane, &size) == NULL)
        set_failure(outcome, "INDEX", "", "NULL");
    else
        set_number(outcome, size);
}

void do_checksum(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *frame = find_object(objects, step->words[1], KIND_FRAME, outcome);
    uint32_t checksum = FNV_START;
    const void *bytes;
    uint32_t plane;
    size_t size = 0;

    if (frame == NULL)
        return;
    for (plane = 0; (bytes = v4lxx_frame_get_plane_data(frame->is.frame, plane, &size)) != NULL; plane++)
        checksum = add_to_checksum(checksum, bytes, size);
    set_value(outcome, "%08x", (unsigned int)checksum);
}

void do_keep(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *frame = find_object(objects, step->words[2], KIND_FRAME, outcome);
    v4lxx_frame *reference = frame != NULL ? v4lxx_frame_ref(frame->is.frame) : NULL;
    struct object *kept = frame != NULL ? new_object(objects, step->words[1], KIND_FRAME, outcome) : NULL;

    if (kept == NULL) {
        v4lxx_frame_unref(reference);
        return;
    }
    kept->is.frame = reference;
    set_value(outcome, "ok");
}

void do_hold(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *frame = find_object(objects, step->words[1], KIND_FRAME, outcome);
    int64_t holder;

    if (frame == NULL || !read_number(step->words[2], &holder, outcome))
        return;
    v4lxx_frame_set_holder(frame->is.frame, (uint64_t)holder);
    set_value(outcome, "ok");
}

static void set_held_field(struct outcome *outcome, const v4lxx_held_frame *held, const char *field)
{
    if (strcmp(field, "number") == 0)
        set_number(outcome, held->number);
    else if (strcmp(field, "generation") == 0)
        set_number(outcome, held->generation);
    else if (strcmp(field, "holder") == 0)
        set_number(outcome, held->holder);
    else if (strcmp(field, "references") == 0)
        set_number(outcome, held->references);
    else if (strcmp(field, "bytes") == 0)
        set_number(outcome, held->bytes);
    else
        set_broken(outcome, "a held frame has no '%s'", field);
}

void do_held(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *stream = find_object(objects, step->words[1], KIND_STREAM, outcome);
    v4lxx_held_frame held = V4LXX_HELD_FRAME_INIT;
    v4lxx_held_list *list = NULL;
    v4lxx_error *error = NULL;
    v4lxx_status status;
    int64_t index;

    if (stream == NULL)
        return;
    status = v4lxx_stream_list_held(stream->is.stream, &list, &error);
    if (status < 0)
        set_status(objects, outcome, status, &error);
    else if (is_word(step, 2, "count"))
        set_number(outcome, v4lxx_held_list_get_count(list));
    else if (read_number(step->words[2], &index, outcome)) {
        status = v4lxx_held_list_at(list, (uint32_t)index, &held, &error);
        if (status < 0)
            set_status(objects, outcome, status, &error);
        else
            set_held_field(outcome, &held, step->words[3]);
    }
    v4lxx_held_list_unref(list);
}

void do_release(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *frame = find_object(objects, step->words[1], KIND_FRAME, outcome);

    if (frame == NULL)
        return;
    v4lxx_frame_unref(frame->is.frame);
    frame->is.frame = NULL;
    set_value(outcome, "ok");
}
