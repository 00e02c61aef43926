/* Takes one picture when the exposure of the camera has settled, and writes it as PNG.
 * Build: cc snap.c $(pkg-config --cflags --libs v4lxx) -o snap
 * Run:   ./snap [DEVICE] [FILE] */
#include <stdio.h>
#include <v4lxx/v4lxx.h>

/* The first frames of a camera are too dark or too bright: takes frames until they are steady. NULL if none came, or on failure. */
static v4lxx_frame *take_settled(v4lxx_stream *stream, v4lxx_error **error)
{
    v4lxx_settling settling = V4LXX_SETTLING_INIT;
    v4lxx_frame *frame = NULL;

    while (v4lxx_stream_dequeue(stream, 5000000000LL, &frame, error) == V4LXX_OK) {
        v4lxx_settling_add_frame(&settling, frame, NULL); /* one that cannot be measured counts, too */
        if (settling.state != V4LXX_SETTLING_MOVING)
            return frame;
        v4lxx_frame_unref(frame);
    }
    return NULL;
}

static int write_picture(const v4lxx_frame *frame, const char *path, v4lxx_error **error)
{
    v4lxx_frame_info info = V4LXX_FRAME_INFO_INIT;
    v4lxx_bytes *picture = NULL;
    const void *bytes;
    size_t size = 0;
    FILE *file;
    int good;

    if (v4lxx_frame_read_info(frame, &info, error) < 0 || v4lxx_frame_encode(frame, V4LXX_IMAGE_PNG, NULL, &picture, error) < 0)
        return 0;
    bytes = v4lxx_bytes_get_data(picture, &size);
    file = fopen(path, "wb");
    good = file != NULL && fwrite(bytes, 1, size, file) == size;
    good = file != NULL && fclose(file) == 0 && good;
    v4lxx_bytes_unref(picture);
    if (good)
        printf("wrote %s: %ux%u from %s\n", path, info.width, info.height, v4lxx_pixel_format_get_name(info.fourcc));
    else
        perror(path);
    return good;
}

int main(int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : "sim:camera", *path = argc > 2 ? argv[2] : "snap.png";
    v4lxx_error *error = NULL;
    v4lxx_context *context = NULL;
    v4lxx_device *device = NULL;
    v4lxx_stream *stream = NULL;
    v4lxx_frame *frame = NULL;
    int written = 0;

    if (v4lxx_context_create(NULL, &context, &error) >= 0 && v4lxx_device_open(context, name, NULL, &device, &error) >= 0 &&
        v4lxx_stream_create(device, NULL, &stream, &error) >= 0 && v4lxx_stream_start(stream, &error) >= 0) {
        frame = take_settled(stream, &error);
        written = frame != NULL && write_picture(frame, path, &error);
    }
    if (error)
        fprintf(stderr, "%s\n", v4lxx_error_get_message(error));
    else if (frame == NULL)
        fprintf(stderr, "no frame within 5 seconds\n");
    v4lxx_error_free(error);
    v4lxx_frame_unref(frame); /* NULL is allowed, and so is any order */
    v4lxx_stream_unref(stream);
    v4lxx_device_unref(device);
    v4lxx_context_unref(context);
    return written ? 0 : 1;
}
