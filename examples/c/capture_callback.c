/* Takes 30 frames by a callback, which runs only inside v4lxx_stream_dispatch(), on this thread.
 * Build: cc capture_callback.c $(pkg-config --cflags --libs v4lxx) -o capture_callback
 * Run:   ./capture_callback [DEVICE] */
#include <stdio.h>
#include <v4lxx/v4lxx.h>

static void on_frame(v4lxx_stream *stream, v4lxx_frame *frame, void *user_data)
{
    int *frames = user_data;
    v4lxx_frame_info info = V4LXX_FRAME_INFO_INIT;

    (void)stream;
    v4lxx_frame_read_info(frame, &info, NULL);
    printf("frame %u: %ux%u, %llu bytes\n", info.sequence, info.width, info.height, (unsigned long long)info.plane_bytes[0]);
    ++*frames; /* v4lxx_frame_ref() would keep the frame longer than this call */
}

int main(int argc, char **argv)
{
    const char *name;
    v4lxx_error *error = NULL;
    v4lxx_context *context = NULL;
    v4lxx_device_list *list = NULL;
    v4lxx_device *device = NULL;
    v4lxx_stream *stream = NULL;
    v4lxx_status status = V4LXX_OK;
    int frames = 0;

    if (v4lxx_context_create(NULL, &context, &error) < 0 ||
        v4lxx_context_list_devices(context, V4LXX_LIST_SIMULATED, &list, &error) < 0)
        goto done;
    /* The simulated camera comes last in the list. The name lives as long as the list. */
    name = argc > 1 ? argv[1] : v4lxx_device_info_get_path(v4lxx_device_list_get(list, 0));
    printf("%s\n", name);
    if (v4lxx_device_open(context, name, NULL, &device, &error) < 0 || v4lxx_stream_create(device, NULL, &stream, &error) < 0 ||
        v4lxx_stream_set_frame_callback(stream, on_frame, &frames, NULL, &error) < 0 || v4lxx_stream_start(stream, &error) < 0)
        goto done;

    while (frames < 30 && status == V4LXX_OK) /* at most 5 seconds for each frame */
        status = v4lxx_stream_dispatch(stream, 5000000000LL, &error);
    if (status == V4LXX_TIMED_OUT)
        fprintf(stderr, "no frame within 5 seconds\n");
    v4lxx_stream_stop(stream, error ? NULL : &error);
done:
    if (error)
        fprintf(stderr, "%s\n", v4lxx_error_get_message(error));
    v4lxx_error_free(error);
    v4lxx_stream_unref(stream); /* NULL is allowed, and so is any order */
    v4lxx_device_unref(device);
    v4lxx_device_list_unref(list);
    v4lxx_context_unref(context);
    return frames == 30 ? 0 : 1;
}
