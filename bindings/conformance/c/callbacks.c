/* SPDX-License-Identifier: MIT */
/* Verbs of callbacks. C cannot raise anything: a callback that fails writes that down for the loop, and stops the stream. */
#include "runner.h"

#include <stddef.h>

static void keep_inside(struct tally *tally, v4lxx_status status, v4lxx_error *error)
{
    tally->inside = status;
    tally->inside_code = v4lxx_error_get_code(error);
    v4lxx_error_free(error);
}

static void count_frame(v4lxx_stream *stream, v4lxx_frame *frame, void *user_data)
{
    struct tally *tally = user_data;

    (void)stream;
    (void)frame;
    tally->calls++;
}

static void stop_inside(v4lxx_stream *stream, v4lxx_frame *frame, void *user_data)
{
    v4lxx_error *error = NULL;
    const v4lxx_status status = v4lxx_stream_stop(stream, &error);

    count_frame(stream, frame, user_data);
    keep_inside(user_data, status, error);
}

static void fail_at_second(v4lxx_stream *stream, v4lxx_frame *frame, void *user_data)
{
    struct tally *tally = user_data;

    count_frame(stream, frame, user_data);
    if (tally->calls != 2)
        return;
    tally->failed = 1;
    v4lxx_stream_stop(stream, NULL);
}

static void dispatch_inside(v4lxx_stream *stream, v4lxx_frame *frame, void *user_data)
{
    v4lxx_error *error = NULL;
    const v4lxx_status status = v4lxx_stream_dispatch(stream, 0, &error);

    count_frame(stream, frame, user_data);
    keep_inside(user_data, status, error);
}

static void destroy_share(void *user_data)
{
    struct tally *tally = user_data;

    tally->destroyed++;
    drop_tally(tally);
}

void do_callback(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    static const struct {
        const char *name;
        v4lxx_frame_fn function;
    } callbacks[] = {{"count", count_frame}, {"fail", fail_at_second}, {"stop", stop_inside}, {"dispatch", dispatch_inside}};
    struct object *stream = find_object(objects, step->words[1], KIND_STREAM, outcome);
    v4lxx_error *error = NULL;
    size_t i;

    if (stream == NULL)
        return;
    if (is_word(step, 2, "none")) {
        set_status(objects, outcome, v4lxx_stream_set_frame_callback(stream->is.stream, NULL, NULL, NULL, &error), &error);
        return;
    }
    for (i = 0; i < sizeof(callbacks) / sizeof(callbacks[0]); i++) {
        if (!is_word(step, 2, callbacks[i].name))
            continue;
        stream->tally->calls = 0;
        stream->tally->failed = 0;
        stream->tally->shares++;
        set_status(
            objects, outcome,
            v4lxx_stream_set_frame_callback(stream->is.stream, callbacks[i].function, stream->tally, destroy_share, &error),
            &error);
        return;
    }
    set_broken(outcome, "there is no callback '%s'", step->words[2]);
}

void do_dispatch(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *stream = find_object(objects, step->words[1], KIND_STREAM, outcome);
    v4lxx_error *error = NULL;
    int64_t timeout;

    if (stream == NULL || !read_time(step->words[2], &timeout, outcome))
        return;
    set_status(objects, outcome, v4lxx_stream_dispatch(stream->is.stream, timeout, &error), &error);
    if (!stream->tally->failed)
        return;
    stream->tally->failed = 0;
    set_failure(outcome, "CALLBACK", "", "the callback failed");
}

void do_calls(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *stream = find_object(objects, step->words[1], KIND_STREAM, outcome);

    if (stream != NULL)
        set_number(outcome, stream->tally->calls);
}

void do_inside(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *stream = find_object(objects, step->words[1], KIND_STREAM, outcome);
    v4lxx_error *error = NULL;
    char code[16];

    if (stream == NULL)
        return;
    write_code(code, stream->tally->inside_code);
    if (stream->tally->inside < 0)
        set_failure(outcome, v4lxx_status_get_name(stream->tally->inside), code, "inside the callback");
    else
        set_status(objects, outcome, stream->tally->inside, &error);
}

void do_destroyed(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *stream = find_object(objects, step->words[1], KIND_STREAM, outcome);

    if (stream != NULL)
        set_number(outcome, stream->tally->destroyed);
}
