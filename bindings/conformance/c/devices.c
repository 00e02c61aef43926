/* SPDX-License-Identifier: MIT */
/* Verbs of contexts, lists and devices. */
#include "runner.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static void set_yes_or_no(struct outcome *outcome, int yes) { set_value(outcome, "%s", yes ? "yes" : "no"); }

void do_context(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *context = new_object(objects, step->words[1], KIND_CONTEXT, outcome);
    v4lxx_error *error = NULL;

    if (context != NULL)
        set_status(objects, outcome, v4lxx_context_create(NULL, &context->is.context, &error), &error);
}

void do_simulated(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *context = find_object(objects, step->words[1], KIND_CONTEXT, outcome);
    v4lxx_error *error = NULL;

    if (context != NULL)
        set_status(objects, outcome, v4lxx_context_add_simulated(context->is.context, step->words[2], &error), &error);
}

void do_list(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *context = find_object(objects, step->words[2], KIND_CONTEXT, outcome);
    struct object *list = context != NULL ? new_object(objects, step->words[1], KIND_LIST, outcome) : NULL;
    const uint32_t flags = is_word(step, 3, "simulated") ? V4LXX_LIST_SIMULATED : 0;
    v4lxx_error *error = NULL;

    if (list != NULL)
        set_status(objects, outcome, v4lxx_context_list_devices(context->is.context, flags, &list->is.list, &error), &error);
}

void do_count(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *list = find_object(objects, step->words[1], KIND_LIST, outcome);

    if (list != NULL)
        set_number(outcome, v4lxx_device_list_get_count(list->is.list));
}

static void set_info_field(struct outcome *outcome, const v4lxx_device_info *info, const char *field)
{
    if (strcmp(field, "path") == 0)
        set_value(outcome, "%s", v4lxx_device_info_get_path(info));
    else if (strcmp(field, "card") == 0)
        set_value(outcome, "%s", v4lxx_device_info_get_card(info));
    else if (strcmp(field, "driver") == 0)
        set_value(outcome, "%s", v4lxx_device_info_get_driver(info));
    else if (strcmp(field, "bus") == 0)
        set_value(outcome, "%s", v4lxx_device_info_get_bus(info));
    else if (strcmp(field, "simulated") == 0)
        set_yes_or_no(outcome, v4lxx_device_info_is_simulated(info));
    else
        set_broken(outcome, "a device has no '%s'", field);
}

void do_entry(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *list = find_object(objects, step->words[1], KIND_LIST, outcome);
    const v4lxx_device_info *info;
    int64_t index;

    if (list == NULL || !read_number(step->words[2], &index, outcome))
        return;
    info = v4lxx_device_list_get(list->is.list, (uint32_t)index);
    if (info == NULL)
        set_failure(outcome, "INDEX", "", "NULL");
    else
        set_info_field(outcome, info, step->words[3]);
}

void do_open(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *context = find_object(objects, step->words[2], KIND_CONTEXT, outcome);
    struct object *device = context != NULL ? new_object(objects, step->words[1], KIND_DEVICE, outcome) : NULL;
    v4lxx_error *error = NULL;

    if (device != NULL)
        set_status(objects, outcome, v4lxx_device_open(context->is.context, step->words[3], NULL, &device->is.device, &error),
                   &error);
}

void do_device(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *device = find_object(objects, step->words[1], KIND_DEVICE, outcome);

    if (device != NULL)
        set_info_field(outcome, v4lxx_device_get_info(device->is.device), step->words[2]);
}

void do_formats(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *device = find_object(objects, step->words[1], KIND_DEVICE, outcome);
    const uint32_t wanted = v4lxx_pixel_format_find(step->words[2]);
    v4lxx_format_list *list = NULL;
    v4lxx_error *error = NULL;
    v4lxx_status status;
    uint32_t i = 0;

    if (device == NULL)
        return;
    status = v4lxx_device_list_formats(device->is.device, &list, &error);
    set_status(objects, outcome, status, &error);
    while (i < v4lxx_format_list_get_count(list) && v4lxx_format_list_get_fourcc(list, i) != wanted)
        i++;
    if (status >= 0)
        set_yes_or_no(outcome, i < v4lxx_format_list_get_count(list));
    v4lxx_format_list_unref(list);
}

/* The formats of "MJPG+YUYV". Returns their number. */
static uint32_t read_outputs(const char *text, uint32_t outputs[8])
{
    uint32_t count = 0;

    while (*text != '\0' && count < 8) {
        char name[16] = "";
        const size_t length = strcspn(text, "+");

        memcpy(name, text, length < sizeof(name) ? length : sizeof(name) - 1);
        outputs[count++] = v4lxx_pixel_format_find(name);
        text += length + (text[length] == '+');
    }
    return count;
}

void do_negotiate(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *device = find_object(objects, step->words[1], KIND_DEVICE, outcome);
    v4lxx_wish wish = V4LXX_WISH_INIT;
    v4lxx_negotiation negotiation = V4LXX_NEGOTIATION_INIT;
    uint32_t outputs[8], output_count = 0;
    v4lxx_error *error = NULL;
    int i;

    for (i = 2; device != NULL && i < step->count; i++) {
        char key[32];
        const char *value;

        if (!split_option(step->words[i], key, &value, outcome))
            return;
        if (strcmp(key, "width") == 0)
            wish.width = (uint32_t)strtoul(value, NULL, 10);
        else if (strcmp(key, "height") == 0)
            wish.height = (uint32_t)strtoul(value, NULL, 10);
        else if (strcmp(key, "fourcc") == 0)
            output_count = read_outputs(value, outputs);
        else if (strcmp(key, "fps") != 0)
            set_broken(outcome, "a wish has no '%s'", key);
        else
            read_ratio(value, &wish.rate.numerator, &wish.rate.denominator, outcome);
        if (outcome->kind == OUTCOME_BROKEN)
            return;
    }
    if (device != NULL)
        set_status(objects, outcome,
                   v4lxx_device_negotiate(device->is.device, &wish, outputs, output_count, &negotiation, &error), &error);
}

void do_format(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *device = find_object(objects, step->words[1], KIND_DEVICE, outcome);
    v4lxx_format format = V4LXX_FORMAT_INIT;
    v4lxx_error *error = NULL;
    v4lxx_status status;

    if (device == NULL)
        return;
    status = v4lxx_device_read_format(device->is.device, &format, &error);
    if (status < 0)
        set_status(objects, outcome, status, &error);
    else
        set_format_field(outcome, &format, step->words[2]);
}

/* The control of a step, owned; NULL if there is none, which the outcome tells. */
static v4lxx_control *control_of(struct objects *objects, v4lxx_device *device, const char *name, struct outcome *outcome)
{
    v4lxx_control *control = NULL;
    v4lxx_error *error = NULL;

    set_status(objects, outcome, v4lxx_device_find_control(device, name, &control, &error), &error);
    return control;
}

static int is_text(const v4lxx_control *control) { return v4lxx_control_get_type(control) == V4LXX_CONTROL_TYPE_STRING; }

void do_get(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *device = find_object(objects, step->words[1], KIND_DEVICE, outcome);
    v4lxx_control *control = device != NULL ? control_of(objects, device->is.device, step->words[2], outcome) : NULL;
    v4lxx_error *error = NULL;
    v4lxx_status status;
    char text[256];
    int64_t value = 0;

    if (control == NULL)
        return;
    if (is_text(control))
        status = v4lxx_device_read_control_string(device->is.device, control, text, sizeof(text), &error);
    else
        status = v4lxx_device_read_control_i64(device->is.device, control, &value, &error);
    set_status(objects, outcome, status, &error);
    if (status >= 0 && is_text(control))
        set_value(outcome, "%s", text);
    else if (status >= 0)
        set_value(outcome, "%" PRId64, value);
    v4lxx_control_unref(control);
}

void do_set(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *device = find_object(objects, step->words[1], KIND_DEVICE, outcome);
    v4lxx_control *control = device != NULL ? control_of(objects, device->is.device, step->words[2], outcome) : NULL;
    v4lxx_error *error = NULL;
    int64_t value = 0;

    if (control == NULL)
        return;
    if (is_text(control))
        set_status(objects, outcome, v4lxx_device_set_control_string(device->is.device, control, step->words[3], &error),
                   &error);
    else if (v4lxx_control_parse_value(control, step->words[3], &value, &error) < 0)
        set_status(objects, outcome, V4LXX_ERROR_ARGUMENT, &error);
    else
        set_status(objects, outcome, v4lxx_device_set_control_i64(device->is.device, control, value, NULL, &error), &error);
    v4lxx_control_unref(control);
}
