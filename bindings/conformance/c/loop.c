/* SPDX-License-Identifier: MIT */
/* Verbs of the loop of a context and of events. */
#include "runner.h"

#include <string.h>

void do_listen(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *context = find_object(objects, step->words[1], KIND_CONTEXT, outcome);
    uint32_t flags = 0;
    v4lxx_error *error = NULL;
    int i;

    for (i = 2; context != NULL && i < step->count; i++) {
        if (is_word(step, i, "devices"))
            flags |= V4LXX_LISTEN_DEVICES;
        else if (is_word(step, i, "streams"))
            flags |= V4LXX_LISTEN_STREAMS;
        else if (is_word(step, i, "simulated"))
            flags |= V4LXX_LISTEN_SIMULATED;
        else {
            set_broken(outcome, "there are no events '%s'", step->words[i]);
            return;
        }
    }
    if (context != NULL)
        set_status(objects, outcome, v4lxx_context_listen(context->is.context, flags, &error), &error);
}

void do_event(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *context = find_object(objects, step->words[1], KIND_CONTEXT, outcome);
    v4lxx_event_info info = V4LXX_EVENT_INFO_INIT;
    v4lxx_error *error = NULL;
    v4lxx_status status;
    int64_t timeout;

    if (context == NULL || !read_time(step->words[2], &timeout, outcome))
        return;
    v4lxx_event_unref(objects->event);
    status = v4lxx_context_next_event(context->is.context, timeout, &objects->event, &error);
    set_status(objects, outcome, status, &error);
    if (status == V4LXX_OK && v4lxx_event_read_info(objects->event, &info, NULL) >= 0)
        set_value(outcome, "%s", v4lxx_event_kind_get_name(info.kind));
}

void do_told(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    v4lxx_event_info info = V4LXX_EVENT_INFO_INIT;
    v4lxx_error *error = NULL;
    char code[16];

    if (v4lxx_event_read_info(objects->event, &info, &error) < 0) {
        set_status(objects, outcome, V4LXX_ERROR_ARGUMENT, &error);
        return;
    }
    write_code(code, info.code);
    if (is_word(step, 1, "tag"))
        set_number(outcome, info.tag);
    else if (is_word(step, 1, "code"))
        set_value(outcome, "%s", code);
    else if (is_word(step, 1, "delivered"))
        set_number(outcome, info.frames_delivered);
    else if (is_word(step, 1, "lost"))
        set_number(outcome, info.frames_lost);
    else if (is_word(step, 1, "attempts"))
        set_number(outcome, info.attempts);
    else if (is_word(step, 1, "text"))
        set_value(outcome, "%s", v4lxx_event_get_text(objects->event));
    else if (is_word(step, 1, "card"))
        set_value(outcome, "%s", v4lxx_device_info_get_card(v4lxx_event_get_device(objects->event)));
    else
        set_broken(outcome, "an event has no '%s'", step->words[1]);
}

void do_add_stream(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *context = find_object(objects, step->words[1], KIND_CONTEXT, outcome);
    struct object *stream = context != NULL ? find_object(objects, step->words[2], KIND_STREAM, outcome) : NULL;
    v4lxx_error *error = NULL;
    int64_t tag;

    if (stream != NULL && read_number(step->words[3], &tag, outcome))
        set_status(objects, outcome, v4lxx_context_add_stream(context->is.context, stream->is.stream, (uint64_t)tag, &error),
                   &error);
}

void do_remove_stream(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *context = find_object(objects, step->words[1], KIND_CONTEXT, outcome);
    struct object *stream = context != NULL ? find_object(objects, step->words[2], KIND_STREAM, outcome) : NULL;

    if (stream == NULL)
        return;
    v4lxx_context_remove_stream(context->is.context, stream->is.stream);
    set_value(outcome, "ok");
}

void do_next_of(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *context = find_object(objects, step->words[2], KIND_CONTEXT, outcome);
    v4lxx_error *error = NULL;
    struct object *frame;
    int64_t timeout;

    if (context == NULL || !read_time(step->words[3], &timeout, outcome))
        return;
    frame = new_object(objects, step->words[1], KIND_FRAME, outcome);
    if (frame != NULL)
        set_status(objects, outcome,
                   v4lxx_context_dequeue(context->is.context, timeout, &objects->tag, &frame->is.frame, &error), &error);
}

void do_of(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    (void)step;
    set_number(outcome, objects->tag);
}
