#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <v4lxx/v4lxx.h>

int main(void)
{
    v4lxx_context *context = NULL;
    v4lxx_device *device = NULL;
    v4lxx_error *error = NULL;

    if (v4lxx_context_create(NULL, &context, &error) == V4LXX_OK &&
        v4lxx_device_open(context, "sim:camera", NULL, &device, &error) == V4LXX_OK) {
        SNIPPET;
    }
    int failed = error != NULL;
    if (failed)
        fprintf(stderr, "%s\n", v4lxx_error_get_message(error));
    v4lxx_error_free(error);
    v4lxx_device_unref(device);
    v4lxx_context_unref(context);
    return failed;
}
