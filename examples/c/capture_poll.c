/* Takes 30 frames with poll(), which can wait for a program's other descriptors too.
 * Build: cc capture_poll.c $(pkg-config --cflags --libs v4lxx) -o capture_poll
 * Run:   ./capture_poll [DEVICE] */
#include <poll.h>
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
    struct pollfd waiting = {-1, POLLIN, 0};
    int frames = 0;

    if (v4lxx_context_create(NULL, &context, &error) < 0 ||
        v4lxx_context_list_devices(context, V4LXX_LIST_SIMULATED, &list, &error) < 0)
        goto done;
    /* The simulated camera comes last in the list. The name lives as long as the list. */
    name = argc > 1 ? argv[1] : v4lxx_device_info_get_path(v4lxx_device_list_get(list, 0));
    printf("%s\n", name);
    if (v4lxx_device_open(context, name, NULL, &device, &error) < 0 || v4lxx_stream_create(device, NULL, &stream, &error) < 0 ||
        v4lxx_stream_start(stream, &error) < 0)
        goto done;
    waiting.fd = v4lxx_stream_get_fd(stream); /* the stream's own: never read or close it */

    while (frames < 30) {
        v4lxx_frame *frame = NULL;
        v4lxx_frame_info info = V4LXX_FRAME_INFO_INIT;
        v4lxx_status status;

        if (poll(&waiting, 1, 5000) <= 0)
            break;
        status = v4lxx_stream_dequeue(stream, 0, &frame, &error);
        if (status == V4LXX_AGAIN)
            continue;
        if (status != V4LXX_OK)
            break;
        v4lxx_frame_read_info(frame, &info, NULL);
        printf("frame %u: %ux%u, %llu bytes\n", info.sequence, info.width, info.height,
               (unsigned long long)info.plane_bytes[0]);
        v4lxx_frame_unref(frame); /* gives the buffer back to the driver */
        frames++;
    }
    v4lxx_stream_stop(stream, error ? NULL : &error);
done:
    if (frames < 30)
        fprintf(stderr, "%s\n", error ? v4lxx_error_get_message(error) : "no frame within 5 seconds");
    v4lxx_error_free(error);
    v4lxx_stream_unref(stream); /* NULL is allowed, and so is any order */
    v4lxx_device_unref(device);
    v4lxx_device_list_unref(list);
    v4lxx_context_unref(context);
    return frames == 30 ? 0 : 1;
}
