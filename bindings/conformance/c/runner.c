/* SPDX-License-Identifier: MIT */
/* The runner of C: see ../README.md. Objects by name, the table of verbs, and the verbs that fit any object. */
#include "runner.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void drop_tally(struct tally *tally)
{
    if (tally != NULL && --tally->shares == 0)
        free(tally);
}

/* Lets go of what the object stands for. Its name stays, as a variable of C would. */
static void let_go(struct object *object)
{
    switch (object->kind) {
    case KIND_CONTEXT: v4lxx_context_unref(object->is.context); break;
    case KIND_LIST: v4lxx_device_list_unref(object->is.list); break;
    case KIND_DEVICE: v4lxx_device_unref(object->is.device); break;
    case KIND_STREAM: v4lxx_stream_unref(object->is.stream); break;
    case KIND_FRAME: v4lxx_frame_unref(object->is.frame); break;
    case KIND_GROUP: v4lxx_group_unref(object->is.group); break;
    case KIND_SET: v4lxx_frame_set_unref(object->is.set); break;
    case KIND_NONE: break;
    }
    memset(&object->is, 0, sizeof(object->is));
}

void release_object(struct object *object)
{
    let_go(object);
    drop_tally(object->tally);
    memset(object, 0, sizeof(*object));
}

struct object *object_of_name(struct objects *objects, const char *name)
{
    int i;

    for (i = 0; i < MOST_OBJECTS; i++) {
        if (objects->all[i].kind != KIND_NONE && strcmp(objects->all[i].name, name) == 0)
            return &objects->all[i];
    }
    return NULL;
}

struct object *find_object(struct objects *objects, const char *name, enum kind kind, struct outcome *outcome)
{
    struct object *found = object_of_name(objects, name);

    if (found != NULL && found->kind == kind)
        return found;
    set_broken(outcome, found == NULL ? "there is no '%s'" : "'%s' is of another kind", name);
    return NULL;
}

struct object *new_object(struct objects *objects, const char *name, enum kind kind, struct outcome *outcome)
{
    struct object *object = object_of_name(objects, name);
    int i;

    if (object != NULL)
        release_object(object);
    for (i = 0; i < MOST_OBJECTS; i++) {
        object = &objects->all[i];
        if (object->kind != KIND_NONE)
            continue;
        object->kind = kind;
        snprintf(object->name, sizeof(object->name), "%s", name);
        return object;
    }
    set_broken(outcome, "there is no room for one more object");
    return NULL;
}

void write_code(char text[16], v4lxx_code code) { snprintf(text, 16, "E%04u", (unsigned int)(code % 10000)); }

void write_fourcc(char text[5], uint32_t fourcc)
{
    int i;

    for (i = 0; i < 4; i++)
        text[i] = (char)(fourcc >> (8 * i) & 0x7f);
    text[4] = '\0';
}

void set_status(struct objects *objects, struct outcome *outcome, v4lxx_status status, v4lxx_error **error)
{
    char code[16] = "";

    switch (status) {
    case V4LXX_OK: set_value(outcome, "ok"); return;
    case V4LXX_AGAIN: set_value(outcome, "again"); return;
    case V4LXX_TIMED_OUT: set_value(outcome, "timed_out"); return;
    case V4LXX_END: set_value(outcome, "end"); return;
    default: break;
    }
    if (*error != NULL)
        write_code(code, v4lxx_error_get_code(*error));
    else if (status == V4LXX_ERROR_NO_MEMORY) /* not even for the details of the failure */
        write_code(code, V4LXX_CODE_OUT_OF_MEMORY);
    set_failure(outcome, v4lxx_status_get_name(status), code, v4lxx_error_get_message(*error));
    v4lxx_error_free(objects->last);
    objects->last = *error;
    *error = NULL;
}

void do_error(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    static const struct {
        const char *name;
        const char *(*get)(const v4lxx_error *error);
    } texts[] = {
        {"message", v4lxx_error_get_message}, {"operation", v4lxx_error_get_operation}, {"device", v4lxx_error_get_device},
        {"asked", v4lxx_error_get_asked},     {"answer", v4lxx_error_get_answer},       {"cause", v4lxx_error_get_cause},
        {"advice", v4lxx_error_get_advice},   {"field", v4lxx_error_get_field},         {"request", v4lxx_error_get_request},
    };
    char code[16];
    size_t i;

    for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        if (is_word(step, 1, texts[i].name)) {
            set_value(outcome, "%s", texts[i].get(objects->last));
            return;
        }
    }
    write_code(code, v4lxx_error_get_code(objects->last));
    if (is_word(step, 1, "errno"))
        set_value(outcome, "%d", (int)v4lxx_error_get_errno(objects->last));
    else if (is_word(step, 1, "status"))
        set_value(outcome, "%s", v4lxx_status_get_name(v4lxx_error_get_status(objects->last)) + strlen("ERROR_"));
    else if (is_word(step, 1, "code"))
        set_value(outcome, "%s", code);
    else
        set_broken(outcome, "an error has no '%s'", step->words[1]);
}

void do_library(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    (void)objects;
    if (is_word(step, 1, "version"))
        set_value(outcome, "%s", v4lxx_version_get_string());
    else if (is_word(step, 1, "loaded"))
        set_value(outcome,
                  v4lxx_version_at_least(V4LXX_VERSION_MAJOR, V4LXX_VERSION_MINOR, V4LXX_VERSION_MICRO) ? "yes" : "no");
    else
        set_broken(outcome, "the library has no '%s'", step->words[1]);
}

void do_close(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *object = object_of_name(objects, step->words[1]);

    if (object != NULL && object->kind == KIND_DEVICE)
        v4lxx_device_close(object->is.device);
    else if (object != NULL && object->kind == KIND_STREAM)
        v4lxx_stream_close(object->is.stream);
    else {
        set_broken(outcome, "there is no device and no stream '%s'", step->words[1]);
        return;
    }
    set_value(outcome, "ok");
}

void do_close_within(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *object = object_of_name(objects, step->words[1]);
    v4lxx_error *error = NULL;
    int64_t timeout;

    if (!read_time(step->words[2], &timeout, outcome))
        return;
    if (object != NULL && object->kind == KIND_DEVICE)
        set_status(objects, outcome, v4lxx_device_close_within(object->is.device, timeout, &error), &error);
    else if (object != NULL && object->kind == KIND_STREAM)
        set_status(objects, outcome, v4lxx_stream_close_within(object->is.stream, timeout, &error), &error);
    else
        set_broken(outcome, "there is no device and no stream '%s'", step->words[1]);
}

void do_drop(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *object = object_of_name(objects, step->words[1]);

    if (object == NULL) {
        set_broken(outcome, "there is no '%s'", step->words[1]);
        return;
    }
    let_go(object);
    set_value(outcome, "ok");
}

/* C has no collector: what was dropped is gone already. */
void do_collect(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    (void)objects;
    (void)step;
    set_value(outcome, "ok");
}

void do_fail_allocation(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    int (*arm)(void *unused) = NULL;

    (void)objects;
    (void)step;
    *(void **)&arm = dlsym(RTLD_DEFAULT, "v4lxx_failing_new_arm");
    if (arm == NULL) {
        set_broken(outcome, "failing_new.so is not preloaded");
        return;
    }
    arm(NULL);
    set_value(outcome, "ok");
}

static const struct {
    const char *name;
    verb_fn *perform;
} verbs[] = {
#define ENTRY(name) {#name, do_##name},
    EACH_VERB(ENTRY)
#undef ENTRY
};

static void perform(void *state, const struct step *step, struct outcome *outcome)
{
    size_t i;

    for (i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++) {
        if (is_word(step, 0, verbs[i].name)) {
            verbs[i].perform(state, step, outcome);
            return;
        }
    }
    set_broken(outcome, "there is no such verb");
}

static void release_all(void *state)
{
    struct objects *objects = state;
    int i;

    for (i = 0; i < MOST_OBJECTS; i++)
        release_object(&objects->all[i]);
    v4lxx_error_free(objects->last);
    objects->last = NULL;
    v4lxx_event_unref(objects->event);
    objects->event = NULL;
    objects->tag = 0;
}

int main(int argc, char **argv)
{
    static struct objects objects;
    const struct runner runner = {&objects, perform, release_all};

    return run_scenarios(&runner, argc, argv);
}
