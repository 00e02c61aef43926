/* Takes 10 frames, and says when each was taken by the time of day, how sure that is, and how long it took to arrive.
 * Build: cc frame_timing.c $(pkg-config --cflags --libs v4lxx) -o frame_timing
 * Run:   ./frame_timing [DEVICE] */
#include <stdio.h>
#include <time.h>
#include <v4lxx/v4lxx.h>

static void tell(v4lxx_frame *frame)
{
    v4lxx_frame_info info = V4LXX_FRAME_INFO_INIT;
    v4lxx_converted_time day = V4LXX_CONVERTED_TIME_INIT, monotonic = V4LXX_CONVERTED_TIME_INIT;
    char text[32];
    time_t seconds;

    v4lxx_frame_read_info(frame, &info, NULL);
    if (v4lxx_frame_convert_time(frame, V4LXX_CLOCK_REALTIME, &day, NULL) < 0 || /* nothing is guessed */
        v4lxx_frame_convert_time(frame, V4LXX_CLOCK_MONOTONIC, &monotonic, NULL) < 0) {
        printf("frame %u: taken at an unknown time\n", info.sequence);
        return;
    }
    seconds = (time_t)(day.time_ns / 1000000000);
    strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", gmtime(&seconds));
    printf("frame %u: taken at %s.%06d UTC, within %lld us, delivered after %lld us\n", info.sequence, text,
           (int)(day.time_ns % 1000000000 / 1000), (long long)(day.error_ns + 999) / 1000,
           (long long)(info.arrival_ns - monotonic.time_ns) / 1000);
}

int main(int argc, char **argv)
{
    const char *name;
    v4lxx_error *error = NULL;
    v4lxx_context *context = NULL;
    v4lxx_device_list *list = NULL;
    v4lxx_device *device = NULL;
    v4lxx_stream *stream = NULL;
    v4lxx_stream_statistics seen = V4LXX_STREAM_STATISTICS_INIT;
    int frames = 0;

    if (v4lxx_context_create(NULL, &context, &error) < 0 ||
        v4lxx_context_list_devices(context, V4LXX_LIST_SIMULATED, &list, &error) < 0)
        goto done;
    name = argc > 1 ? argv[1] : v4lxx_device_info_get_path(v4lxx_device_list_get(list, 0));
    printf("%s\n", name);
    if (v4lxx_device_open(context, name, NULL, &device, &error) < 0 || v4lxx_stream_create(device, NULL, &stream, &error) < 0 ||
        v4lxx_stream_start(stream, &error) < 0)
        goto done;

    for (; frames < 10; frames++) {
        v4lxx_frame *frame = NULL;
        if (v4lxx_stream_dequeue(stream, 5000000000, &frame, &error) != V4LXX_OK)
            goto done;
        tell(frame);
        v4lxx_frame_unref(frame);
    }
    v4lxx_stream_read_statistics(stream, &seen, NULL);
    printf("%llu intervals, the longest %.1f ms\n", (unsigned long long)seen.interval.count,
           (double)seen.interval.most_ns / 1e6);
done:
    if (frames < 10)
        fprintf(stderr, "%s\n", error ? v4lxx_error_get_message(error) : "no frame within 5 seconds");
    v4lxx_error_free(error);
    v4lxx_stream_unref(stream);
    v4lxx_device_unref(device);
    v4lxx_device_list_unref(list);
    v4lxx_context_unref(context);
    return frames == 10 ? 0 : 1;
}
