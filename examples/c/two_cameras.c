/* Takes 15 frames of each of two cameras in one loop, whichever has one first.
 * Build: cc two_cameras.c $(pkg-config --cflags --libs v4lxx) -o two_cameras
 * Run:   ./two_cameras [DEVICE DEVICE] */
#include <stdio.h>
#include <v4lxx/v4lxx.h>

struct camera {
    const char *name;
    v4lxx_device *device;
    v4lxx_stream *stream;
    int frames;
};

static int start(v4lxx_context *context, struct camera *camera, uint64_t tag, v4lxx_error **error)
{
    return v4lxx_device_open(context, camera->name, NULL, &camera->device, error) >= 0 &&
           v4lxx_stream_create(camera->device, NULL, &camera->stream, error) >= 0 &&
           v4lxx_context_add_stream(context, camera->stream, tag, error) >= 0 && v4lxx_stream_start(camera->stream, error) >= 0;
}

int main(int argc, char **argv)
{
    struct camera cameras[2] = {{argc > 2 ? argv[1] : "sim:camera", NULL, NULL, 0},
                                {argc > 2 ? argv[2] : "sim:camera,id=2", NULL, NULL, 0}};
    v4lxx_error *error = NULL;
    v4lxx_context *context = NULL;
    int good, i;

    good = v4lxx_context_create(NULL, &context, &error) >= 0 && start(context, &cameras[0], 0, &error) &&
           start(context, &cameras[1], 1, &error);
    while (good && (cameras[0].frames < 15 || cameras[1].frames < 15)) {
        v4lxx_frame *frame = NULL;
        uint64_t tag = 0;

        good = v4lxx_context_dequeue(context, 5000000000, &tag, &frame, &error) == V4LXX_OK; /* a frame of either */
        if (good && ++cameras[tag].frames == 15) {
            printf("%s: 15 frames\n", cameras[tag].name);
            v4lxx_context_remove_stream(context, cameras[tag].stream); /* this camera is done */
        }
        v4lxx_frame_unref(frame); /* gives the buffer back to the driver */
    }
    if (!good)
        fprintf(stderr, "%s\n", error ? v4lxx_error_get_message(error) : "no frame within 5 seconds");
    v4lxx_error_free(error);
    for (i = 0; i < 2; i++) { /* NULL is allowed, and so is any order */
        v4lxx_stream_unref(cameras[i].stream);
        v4lxx_device_unref(cameras[i].device);
    }
    v4lxx_context_unref(context);
    return good ? 0 : 1;
}
