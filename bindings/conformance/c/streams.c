/* SPDX-License-Identifier: MIT */
/* Verbs of streams, without callbacks. */
#include "runner.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>

void set_format_field(struct outcome *outcome, const v4lxx_format *format, const char *field)
{
    char fourcc[5];

    write_fourcc(fourcc, format->fourcc);
    if (strcmp(field, "width") == 0)
        set_number(outcome, format->width);
    else if (strcmp(field, "height") == 0)
        set_number(outcome, format->height);
    else if (strcmp(field, "fourcc") == 0)
        set_value(outcome, "%s", fourcc);
    else
        set_broken(outcome, "a format has no '%s'", field);
}

/* Which of these words it is, from 0; behind the last if it is none, which the library refuses. */
static uint32_t place_of(const char *word, const char *words)
{
    const size_t length = strlen(word);
    uint32_t place;

    for (place = 0; *words != '\0'; place++) {
        const size_t other = strcspn(words, " ");

        if (other == length && memcmp(word, words, length) == 0)
            break;
        words += other + (words[other] == ' ');
    }
    return place;
}

/* 1 if all options, from that word on, are understood. */
static int read_options(const struct step *step, int first, v4lxx_stream_options *options, struct outcome *outcome)
{
    int i;

    for (i = first; i < step->count; i++) {
        char key[32];
        const char *value;

        if (!split_option(step->words[i], key, &value, outcome))
            return 0;
        if (strcmp(key, "fourcc") == 0)
            options->fourcc = v4lxx_pixel_format_find(value);
        else if (strcmp(key, "width") == 0)
            options->width = (uint32_t)strtoul(value, NULL, 10);
        else if (strcmp(key, "height") == 0)
            options->height = (uint32_t)strtoul(value, NULL, 10);
        else if (strcmp(key, "buffers") == 0)
            options->buffer_count = (uint32_t)strtoul(value, NULL, 10);
        else if (strcmp(key, "flow") == 0)
            options->flow = place_of(value, "block latest drop_oldest drop_newest");
        else if (strcmp(key, "flow_depth") == 0)
            options->flow_depth = (uint32_t)strtoul(value, NULL, 10);
        else if (strcmp(key, "min_queued") == 0)
            options->min_queued = (uint32_t)strtoul(value, NULL, 10);
        else if (strcmp(key, "reserve") == 0)
            options->reserve = place_of(value, "copy drop grow");
        else if (strcmp(key, "max_buffers") == 0)
            options->max_buffers = (uint32_t)strtoul(value, NULL, 10);
        else if (strcmp(key, "stall_after_ms") == 0)
            options->stall_after_ns = (int64_t)strtoul(value, NULL, 10) * 1000000;
        else if (strcmp(key, "deliver_corrupt") == 0 && strcmp(value, "yes") == 0)
            options->flags |= V4LXX_STREAM_DELIVER_CORRUPT;
        else if (strcmp(key, "reconnect") == 0 && strcmp(value, "yes") == 0)
            options->flags |= V4LXX_STREAM_RECONNECT;
        else if (strcmp(key, "usb_reset") == 0 && strcmp(value, "yes") == 0)
            options->flags |= V4LXX_STREAM_USB_RESET;
        else if (strcmp(key, "fps") != 0)
            set_broken(outcome, "a stream has no '%s'", step->words[i]);
        else
            read_ratio(value, &options->rate.numerator, &options->rate.denominator, outcome);
        if (outcome->kind == OUTCOME_BROKEN)
            return 0;
    }
    return 1;
}

void do_stream(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *device = find_object(objects, step->words[2], KIND_DEVICE, outcome);
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    v4lxx_error *error = NULL;
    struct object *stream;

    if (device == NULL || !read_options(step, 3, &options, outcome))
        return;
    stream = new_object(objects, step->words[1], KIND_STREAM, outcome);
    if (stream == NULL)
        return;
    stream->tally = calloc(1, sizeof(*stream->tally));
    if (stream->tally == NULL)
        abort();
    stream->tally->shares = 1;
    set_status(objects, outcome, v4lxx_stream_create(device->is.device, &options, &stream->is.stream, &error), &error);
}

void do_reconfigure(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *stream = find_object(objects, step->words[1], KIND_STREAM, outcome);
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    v4lxx_error *error = NULL;

    if (stream != NULL && read_options(step, 2, &options, outcome))
        set_status(objects, outcome, v4lxx_stream_reconfigure(stream->is.stream, &options, &error), &error);
}

void do_granted(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *stream = find_object(objects, step->words[1], KIND_STREAM, outcome);
    v4lxx_format format = V4LXX_FORMAT_INIT;
    v4lxx_error *error = NULL;
    v4lxx_status status;

    if (stream == NULL)
        return;
    if (is_word(step, 2, "buffers")) {
        set_number(outcome, v4lxx_stream_get_buffer_count(stream->is.stream));
        return;
    }
    status = v4lxx_stream_read_format(stream->is.stream, &format, &error);
    if (status < 0)
        set_status(objects, outcome, status, &error);
    else
        set_format_field(outcome, &format, step->words[2]);
}

void do_start(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *stream = find_object(objects, step->words[1], KIND_STREAM, outcome);
    v4lxx_error *error = NULL;

    if (stream != NULL)
        set_status(objects, outcome, v4lxx_stream_start(stream->is.stream, &error), &error);
}

void do_stop(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *stream = find_object(objects, step->words[1], KIND_STREAM, outcome);
    v4lxx_error *error = NULL;

    if (stream != NULL)
        set_status(objects, outcome, v4lxx_stream_stop(stream->is.stream, &error), &error);
}

void do_cancel(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *object = object_of_name(objects, step->words[1]);

    if (object != NULL && object->kind == KIND_STREAM)
        v4lxx_stream_cancel(object->is.stream);
    else if (object != NULL && object->kind == KIND_CONTEXT)
        v4lxx_context_cancel(object->is.context);
    else if (object != NULL && object->kind == KIND_GROUP)
        v4lxx_group_cancel(object->is.group);
    else {
        set_broken(outcome, "there is no stream, context or group '%s'", step->words[1]);
        return;
    }
    set_value(outcome, "ok");
}

void do_wait(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *stream = find_object(objects, step->words[1], KIND_STREAM, outcome);
    struct pollfd waiting = {-1, POLLIN, 0};
    int64_t timeout;

    if (stream == NULL || !read_time(step->words[2], &timeout, outcome))
        return;
    waiting.fd = v4lxx_stream_get_fd(stream->is.stream);
    if (waiting.fd < 0)
        set_broken(outcome, "the stream has no descriptor");
    else
        set_value(outcome, poll(&waiting, 1, timeout < 0 ? -1 : (int)(timeout / 1000000)) > 0 ? "ready" : "nothing");
}

void do_account(struct objects *objects, const struct step *step, struct outcome *outcome)
{
#define FIELD(name, type) {#name, offsetof(v4lxx_stream_account, name), sizeof(type)}
    static const struct {
        const char *name;
        size_t offset;
        size_t size;
    } fields[] = {
        FIELD(delivered, uint64_t),     FIELD(driver_dropped, uint64_t),
        FIELD(corrupt, uint64_t),       FIELD(corrupt_dropped, uint64_t),
        FIELD(empty_dropped, uint64_t), FIELD(short_frames, uint64_t),
        FIELD(bytes, uint64_t),         FIELD(copies, uint64_t),
        FIELD(io_errors, uint64_t),     FIELD(requeue_failures, uint64_t),
        FIELD(system_calls, uint64_t),  FIELD(queued, uint32_t),
        FIELD(held, uint32_t),          FIELD(policy_dropped, uint64_t),
        FIELD(starved, uint64_t),       FIELD(waiting, uint32_t),
        FIELD(reconnects, uint64_t),    FIELD(others_refused, uint64_t),
        FIELD(buffers_grown, uint64_t), FIELD(large_pages, uint64_t),
        FIELD(stalls, uint64_t),        FIELD(usb_resets, uint64_t),
    };
#undef FIELD
    struct object *stream = find_object(objects, step->words[1], KIND_STREAM, outcome);
    v4lxx_stream_account account = V4LXX_STREAM_ACCOUNT_INIT;
    v4lxx_error *error = NULL;
    v4lxx_status status;
    size_t i;

    if (stream == NULL)
        return;
    status = v4lxx_stream_read_account(stream->is.stream, &account, &error);
    set_status(objects, outcome, status, &error);
    for (i = 0; status >= 0 && i < sizeof(fields) / sizeof(fields[0]); i++) {
        uint32_t small;
        uint64_t number;

        if (!is_word(step, 2, fields[i].name))
            continue;
        memcpy(&small, (const char *)&account + fields[i].offset, sizeof(small));
        memcpy(&number, (const char *)&account + fields[i].offset, sizeof(number));
        set_number(outcome, fields[i].size == sizeof(small) ? small : number);
        return;
    }
    if (status >= 0)
        set_broken(outcome, "an account has no '%s'", step->words[2]);
}

void do_statistics(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *stream = find_object(objects, step->words[1], KIND_STREAM, outcome);
    v4lxx_stream_statistics statistics = V4LXX_STREAM_STATISTICS_INIT;
    v4lxx_error *error = NULL;
    v4lxx_status status;

    if (stream == NULL)
        return;
    status = v4lxx_stream_read_statistics(stream->is.stream, &statistics, &error);
    if (status < 0)
        set_status(objects, outcome, status, &error);
    else if (is_word(step, 2, "stamps_unset"))
        set_number(outcome, statistics.stamps_unset);
    else if (is_word(step, 2, "stamps_repeated"))
        set_number(outcome, statistics.stamps_repeated);
    else if (is_word(step, 2, "stamps_backward"))
        set_number(outcome, statistics.stamps_backward);
    else if (is_word(step, 2, "stamps_future"))
        set_number(outcome, statistics.stamps_future);
    else if (is_word(step, 2, "intervals"))
        set_number(outcome, statistics.interval.count);
    else if (is_word(step, 2, "deliveries"))
        set_number(outcome, statistics.delivery.count);
    else if (is_word(step, 2, "longest_interval"))
        set_number(outcome, (uint64_t)statistics.interval.most_ns);
    else if (is_word(step, 2, "interval_990"))
        set_number(outcome, (uint64_t)v4lxx_histogram_get_quantile(&statistics.interval, 990));
    else
        set_broken(outcome, "statistics have no '%s'", step->words[2]);
}

void do_state(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    static const char *const phases[] = {"stopped", "streaming", "ended", "away", "lost", "closed"};
    struct object *stream = find_object(objects, step->words[1], KIND_STREAM, outcome);
    v4lxx_stream_state state = V4LXX_STREAM_STATE_INIT;
    v4lxx_error *error = NULL;
    v4lxx_status status;

    if (stream == NULL)
        return;
    status = v4lxx_stream_read_state(stream->is.stream, &state, &error);
    if (status < 0)
        set_status(objects, outcome, status, &error);
    else if (is_word(step, 2, "phase"))
        set_value(outcome, "%s", state.phase < sizeof(phases) / sizeof(phases[0]) ? phases[state.phase] : "unknown");
    else if (is_word(step, 2, "generation"))
        set_number(outcome, state.generation);
    else if (is_word(step, 2, "queued"))
        set_number(outcome, state.queued);
    else if (is_word(step, 2, "held"))
        set_number(outcome, state.held);
    else
        set_broken(outcome, "a state has no '%s'", step->words[2]);
}
