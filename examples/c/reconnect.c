/* Takes 30 frames, and goes on when the camera was unplugged and is plugged in again.
 * Build: cc reconnect.c $(pkg-config --cflags --libs v4lxx) -o reconnect
 * Run:   ./reconnect [DEVICE] */
#include <stdio.h>
#include <v4lxx/v4lxx.h>

int main(int argc, char **argv)
{
    const char *name;
    v4lxx_error *error = NULL;
    v4lxx_context *context = NULL;
    v4lxx_device_list *list = NULL;
    v4lxx_device *device = NULL;
    v4lxx_stream *stream = NULL;
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    uint32_t generation = 1;
    int frames = 0;

    options.flags = V4LXX_STREAM_RECONNECT;
    if (v4lxx_context_create(NULL, &context, &error) < 0 ||
        v4lxx_context_list_devices(context, V4LXX_LIST_SIMULATED, &list, &error) < 0)
        goto done;
    name = argc > 1 ? argv[1] : v4lxx_device_info_get_path(v4lxx_device_list_get(list, 0));
    printf("%s\n", name);
    if (v4lxx_device_open(context, name, NULL, &device, &error) < 0 ||
        v4lxx_stream_create(device, &options, &stream, &error) < 0 || v4lxx_stream_start(stream, &error) < 0)
        goto done;

    while (frames < 30) {
        v4lxx_frame *frame = NULL;
        v4lxx_frame_info info = V4LXX_FRAME_INFO_INIT;
        const v4lxx_status status = v4lxx_stream_dequeue(stream, 5000000000, &frame, &error);

        if (status == V4LXX_TIMED_OUT) { /* away, or silent: the state knows */
            v4lxx_stream_state state = V4LXX_STREAM_STATE_INIT;
            v4lxx_stream_read_state(stream, &state, NULL);
            printf("%s\n", state.phase == V4LXX_STREAM_AWAY ? "still away" : "no frame within 5 seconds");
            continue;
        }
        if (status != V4LXX_OK)
            break;
        v4lxx_frame_read_info(frame, &info, NULL);
        if (info.generation != generation) /* it may have come back with another size */
            printf("back after %d frames: %ux%u\n", frames, info.width, info.height);
        generation = info.generation;
        v4lxx_frame_unref(frame);
        frames++;
    }
    v4lxx_stream_stop(stream, error ? NULL : &error);
    printf("%d frames\n", frames);
done:
    if (error != NULL)
        fprintf(stderr, "%s\n", v4lxx_error_get_message(error));
    v4lxx_error_free(error);
    v4lxx_stream_unref(stream);
    v4lxx_device_unref(device);
    v4lxx_device_list_unref(list);
    v4lxx_context_unref(context);
    return frames == 30 ? 0 : 1;
}
