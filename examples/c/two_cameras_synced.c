/* Takes 15 frames of each of two cameras that were taken at the same time, and tells how far apart they are.
 * Build: cc two_cameras_synced.c $(pkg-config --cflags --libs v4lxx) -o two_cameras_synced
 * Run:   ./two_cameras_synced [DEVICE DEVICE] */
#include <stdio.h>
#include <v4lxx/v4lxx.h>

static int start(v4lxx_context *context, v4lxx_group *group, const char *name, v4lxx_stream **stream, v4lxx_error **error)
{
    v4lxx_device *device = NULL;
    int good = v4lxx_device_open(context, name, NULL, &device, error) >= 0 &&
               v4lxx_stream_create(device, NULL, stream, error) >= 0 && v4lxx_group_add_stream(group, *stream, 0, error) >= 0 &&
               v4lxx_stream_start(*stream, error) >= 0;

    v4lxx_device_unref(device); /* the stream keeps it */
    return good;
}

int main(int argc, char **argv)
{
    const char *names[2] = {argc > 2 ? argv[1] : "sim:camera,phase=0ms", argc > 2 ? argv[2] : "sim:camera,id=2,phase=2ms"};
    v4lxx_stream *streams[2] = {NULL, NULL};
    v4lxx_context *context = NULL;
    v4lxx_group *group = NULL;
    v4lxx_error *error = NULL;
    int64_t most_ns = 0;
    int good, sets = 0;

    good = v4lxx_context_create(NULL, &context, &error) >= 0 && v4lxx_group_create(context, NULL, &group, &error) >= 0 &&
           start(context, group, names[0], &streams[0], &error) && start(context, group, names[1], &streams[1], &error);
    while (good && sets < 15) {
        v4lxx_frame_set *set = NULL;
        v4lxx_frame_set_info info = V4LXX_FRAME_SET_INFO_INIT;

        good =
            v4lxx_group_next(group, 5000000000, &set, &error) == V4LXX_OK && v4lxx_frame_set_read_info(set, &info, &error) >= 0;
        if (good && info.skew_ns > most_ns)
            most_ns = info.skew_ns;
        sets += good;               /* v4lxx_frame_set_get_frame(set, 0) and (set, 1) are its frames */
        v4lxx_frame_set_unref(set); /* gives their buffers back to the drivers */
    }
    if (good)
        printf("%d sets, %.1f ms apart at most\n", sets, (double)most_ns / 1e6);
    else
        fprintf(stderr, "%s\n", error ? v4lxx_error_get_message(error) : "no set within 5 seconds");
    v4lxx_error_free(error);
    v4lxx_group_unref(group);
    v4lxx_stream_unref(streams[0]);
    v4lxx_stream_unref(streams[1]);
    v4lxx_context_unref(context);
    return good ? 0 : 1;
}
