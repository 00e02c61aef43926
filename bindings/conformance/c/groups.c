/* SPDX-License-Identifier: MIT */
/* Verbs of several cameras in step. */
#include "runner.h"

#include <stdlib.h>
#include <string.h>

static int read_group_option(const char *key, const char *value, v4lxx_group_options *options, struct outcome *outcome)
{
    if (strcmp(key, "match") == 0)
        options->match_by = strcmp(value, "stamps") == 0      ? V4LXX_MATCH_STAMPS
                            : strcmp(value, "sequences") == 0 ? V4LXX_MATCH_SEQUENCES
                                                              : V4LXX_MATCH_STAMPS_OR_SEQUENCES;
    else if (strcmp(key, "tolerance") == 0)
        return read_time(value, &options->tolerance_ns, outcome);
    else if (strcmp(key, "most_held") == 0)
        options->most_held = (uint32_t)strtoul(value, NULL, 10);
    else if (strcmp(key, "incomplete") == 0)
        options->flags |= V4LXX_GROUP_INCOMPLETE;
    else
        set_broken(outcome, "a group has no option '%s'", key);
    return outcome->kind != OUTCOME_BROKEN;
}

void do_group(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *context = find_object(objects, step->words[2], KIND_CONTEXT, outcome);
    v4lxx_group_options options = V4LXX_GROUP_OPTIONS_INIT;
    v4lxx_error *error = NULL;
    struct object *group;
    int i;

    for (i = 3; context != NULL && i < step->count; i++) {
        char key[32];
        const char *value;

        if (!split_option(step->words[i], key, &value, outcome) || !read_group_option(key, value, &options, outcome))
            return;
    }
    if (context == NULL)
        return;
    group = new_object(objects, step->words[1], KIND_GROUP, outcome);
    if (group != NULL)
        set_status(objects, outcome, v4lxx_group_create(context->is.context, &options, &group->is.group, &error), &error);
}

void do_join(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *group = find_object(objects, step->words[1], KIND_GROUP, outcome);
    struct object *stream = group != NULL ? find_object(objects, step->words[2], KIND_STREAM, outcome) : NULL;
    v4lxx_error *error = NULL;
    int64_t offset = 0;

    if (stream != NULL && (step->count < 4 || read_time(step->words[3], &offset, outcome)))
        set_status(objects, outcome, v4lxx_group_add_stream(group->is.group, stream->is.stream, offset, &error), &error);
}

void do_next_set(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *group = find_object(objects, step->words[2], KIND_GROUP, outcome);
    v4lxx_error *error = NULL;
    struct object *set;
    int64_t timeout;

    if (group == NULL || !read_time(step->words[3], &timeout, outcome))
        return;
    set = new_object(objects, step->words[1], KIND_SET, outcome);
    if (set != NULL)
        set_status(objects, outcome, v4lxx_group_next(group->is.group, timeout, &set->is.set, &error), &error);
}

void do_of_set(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *set = find_object(objects, step->words[1], KIND_SET, outcome);
    v4lxx_frame_set_info info = V4LXX_FRAME_SET_INFO_INIT;
    v4lxx_error *error = NULL;

    if (set == NULL)
        return;
    if (v4lxx_frame_set_read_info(set->is.set, &info, &error) < 0)
        set_status(objects, outcome, V4LXX_ERROR_ARGUMENT, &error);
    else if (is_word(step, 2, "number"))
        set_number(outcome, info.number);
    else if (is_word(step, 2, "count"))
        set_number(outcome, info.camera_count);
    else if (is_word(step, 2, "complete"))
        set_value(outcome, "%s", info.is_complete ? "yes" : "no");
    else if (is_word(step, 2, "skew_us"))
        set_number(outcome, (uint64_t)(info.skew_ns / 1000));
    else if (is_word(step, 2, "apart_us")) /* the moment of the second, from that of the first */
        set_number(
            outcome,
            (uint64_t)((v4lxx_frame_set_get_moment(set->is.set, 1) - v4lxx_frame_set_get_moment(set->is.set, 0)) / 1000));
    else
        set_broken(outcome, "a set has no '%s'", step->words[2]);
}

void do_frame_of(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *set = find_object(objects, step->words[2], KIND_SET, outcome);
    struct object *frame;
    int64_t camera;

    if (set == NULL || !read_number(step->words[3], &camera, outcome))
        return;
    if (v4lxx_frame_set_get_frame(set->is.set, (uint32_t)camera) == NULL) {
        set_value(outcome, "missing");
        return;
    }
    frame = new_object(objects, step->words[1], KIND_FRAME, outcome);
    if (frame == NULL)
        return;
    frame->is.frame = v4lxx_frame_ref(v4lxx_frame_set_get_frame(set->is.set, (uint32_t)camera));
    set_value(outcome, "ok");
}

void do_of_group(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *group = find_object(objects, step->words[1], KIND_GROUP, outcome);
    v4lxx_group_statistics seen = V4LXX_GROUP_STATISTICS_INIT;
    v4lxx_error *error = NULL;

    if (group == NULL)
        return;
    if (v4lxx_group_read_statistics(group->is.group, &seen, &error) < 0)
        set_status(objects, outcome, V4LXX_ERROR_ARGUMENT, &error);
    else if (is_word(step, 2, "complete"))
        set_number(outcome, seen.complete);
    else if (is_word(step, 2, "incomplete"))
        set_number(outcome, seen.incomplete);
    else if (is_word(step, 2, "skews"))
        set_number(outcome, seen.skew.count);
    else if (is_word(step, 2, "match"))
        set_value(outcome, "%s", seen.match_by == V4LXX_MATCH_SEQUENCES ? "sequences" : "stamps");
    else
        set_broken(outcome, "a group has no '%s'", step->words[2]);
}

void do_of_camera(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *group = find_object(objects, step->words[1], KIND_GROUP, outcome);
    v4lxx_group_camera seen = V4LXX_GROUP_CAMERA_INIT;
    v4lxx_error *error = NULL;
    v4lxx_status status;
    int64_t camera;

    if (group == NULL || !read_number(step->words[2], &camera, outcome))
        return;
    status = v4lxx_group_read_camera(group->is.group, (uint32_t)camera, &seen, &error);
    if (status < 0)
        set_status(objects, outcome, status, &error);
    else if (is_word(step, 3, "frames"))
        set_number(outcome, seen.frames);
    else if (is_word(step, 3, "in_complete"))
        set_number(outcome, seen.in_complete);
    else if (is_word(step, 3, "in_incomplete"))
        set_number(outcome, seen.in_incomplete);
    else if (is_word(step, 3, "unmatched"))
        set_number(outcome, seen.unmatched);
    else if (is_word(step, 3, "gone"))
        set_value(outcome, "%s", seen.is_gone ? "yes" : "no");
    else
        set_broken(outcome, "a camera of a group has no '%s'", step->words[3]);
}
