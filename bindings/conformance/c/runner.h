/* SPDX-License-Identifier: MIT */
/* The runner of C: the objects of a scenario by name, and the verbs. */
#ifndef V4LXX_CONFORMANCE_C_RUNNER_H
#define V4LXX_CONFORMANCE_C_RUNNER_H

#include "scenario.h"

#include <v4lxx/v4lxx.h>

enum { MOST_OBJECTS = 32 };

enum kind { KIND_NONE, KIND_CONTEXT, KIND_LIST, KIND_DEVICE, KIND_STREAM, KIND_FRAME, KIND_GROUP, KIND_SET };

/* What a callback of a stream did. The stream's object has a share of it, and so has each callback until it is destroyed. */
struct tally {
    int shares;
    uint64_t calls;     /* of the callback that was set last */
    uint64_t destroyed; /* callbacks, in all */
    v4lxx_status inside;
    v4lxx_code inside_code;
    int failed; /* the callback wants the loop to end: C has nothing that it could raise */
};

struct object {
    char name[32];
    enum kind kind;
    union {
        v4lxx_context *context;
        v4lxx_device_list *list;
        v4lxx_device *device;
        v4lxx_stream *stream;
        v4lxx_frame *frame;
        v4lxx_group *group;
        v4lxx_frame_set *set;
    } is; /* NULL once it was let go of: every function of the library takes that */
    struct tally *tally;
};

struct objects {
    struct object all[MOST_OBJECTS];
    v4lxx_error *last;  /* the last failure */
    v4lxx_event *event; /* that was taken last */
    uint64_t tag;       /* that the loop of a context told last */
};

typedef void verb_fn(struct objects *objects, const struct step *step, struct outcome *outcome);

/* The object of any kind, or NULL. */
struct object *object_of_name(struct objects *objects, const char *name);
/* The object of this kind, or NULL, which the outcome tells. */
struct object *find_object(struct objects *objects, const char *name, enum kind kind, struct outcome *outcome);
/* An object to put something into; what it held before is released. NULL if there are too many. */
struct object *new_object(struct objects *objects, const char *name, enum kind kind, struct outcome *outcome);
void release_object(struct object *object);
/* Gives the share back, if there is one. */
void drop_tally(struct tally *tally);

/* Says how a call ended, and takes its error: a pointer to it, as the call itself is another argument here. */
void set_status(struct objects *objects, struct outcome *outcome, v4lxx_status status, v4lxx_error **error);
/* "E0101" */
void write_code(char text[16], v4lxx_code code);
/* "YUYV" */
void write_fourcc(char text[5], uint32_t fourcc);
/* "width", "height", "fourcc" */
void set_format_field(struct outcome *outcome, const v4lxx_format *format, const char *field);

#define DECLARE(name) verb_fn do_##name;
EACH_VERB(DECLARE)
#undef DECLARE

#endif
