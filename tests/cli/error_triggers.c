/* The triggers of abi/registry that only a caller of the library can cause: each with a context, a camera and a stream of its own. */
#define _POSIX_C_SOURCE 200809L
#include "error_triggers.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "error_triggers_c.inc"

typedef v4lxx_error *(*trigger)(v4lxx_context *context, v4lxx_device *camera, v4lxx_stream *stream);

/* The test starts this program in an empty folder. */
static void save_script(const char *text)
{
    FILE *file = fopen("fault.txt", "w");
    if (file == NULL || fputs(text, file) < 0 || fclose(file) != 0)
        abort();
}

static v4lxx_error *with_a_camera(trigger cause, const char *name, const char *script)
{
    v4lxx_context *context = NULL;
    v4lxx_device *camera = NULL;
    v4lxx_stream *stream = NULL;
    v4lxx_error *error = NULL;
    save_script(script);
    if (v4lxx_context_create(NULL, &context, &error) == V4LXX_OK &&
        v4lxx_device_open(context, name, NULL, &camera, &error) == V4LXX_OK &&
        v4lxx_stream_create(camera, NULL, &stream, &error) == V4LXX_OK)
        error = cause(context, camera, stream);
    v4lxx_stream_close(stream);
    v4lxx_stream_unref(stream);
    v4lxx_device_unref(camera);
    v4lxx_context_unref(context);
    return error;
}

void run_c_triggers(void)
{
#define RUN(number, cause, name, script) report(number, with_a_camera(cause, name, script));
    C_TRIGGERS(RUN)
}
