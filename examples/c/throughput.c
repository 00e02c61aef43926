/* Shows where the time of a frame goes: waiting, in the driver, on the way to the program, in the program.
 * Build: cc -O2 throughput.c $(pkg-config --cflags --libs v4lxx) -o throughput
 * Run:   ./throughput [--json] [--touch] [--seconds N] [1080p60|4k30|four] [DEVICE...]
 * Without devices it takes simulated ones, which draw their pictures while a frame is taken: then that is the time of the driver. */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <v4lxx/v4lxx.h>

enum { MOST_CAMERAS = 4 };

static const struct preset {
    const char *name;
    uint32_t width, height, rate;
    int cameras;
} presets[] = {{"1080p60", 1920, 1080, 60, 1}, {"4k30", 3840, 2160, 30, 1}, {"four", 1920, 1080, 30, 4}};

struct camera {
    char name[200];
    v4lxx_device *device;
    v4lxx_stream *stream;
    v4lxx_format granted;
    v4lxx_stream_account before, account; /* before: of opening and starting */
    v4lxx_stream_statistics seen;
};

static struct { /* nanoseconds of the whole run, and how often the program waited */
    int64_t wait, driver, consumer, processor, all;
    uint64_t waits;
} spent;
static volatile unsigned char sink; /* so that no compiler leaves the work out */

static int64_t now_ns(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * INT64_C(1000000000) + time.tv_nsec;
}

static int64_t processor_ns(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * INT64_C(1000000000) +
           (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * INT64_C(1000);
}

static void touch_every_byte(const v4lxx_frame *frame)
{
    const unsigned char *bytes;
    unsigned char sum = 0;
    size_t size, i;
    uint32_t plane;

    for (plane = 0; (bytes = v4lxx_frame_get_plane_data(frame, plane, &size)) != NULL; plane++)
        for (i = 0; i < size; i++)
            sum = (unsigned char)(sum + bytes[i]);
    sink = sum;
}

/* One wait for all cameras, then one frame of each that is ready. Below 0: *error says why. */
static v4lxx_status take_round(struct camera *cameras, int count, int touch, v4lxx_error **error)
{
    struct pollfd ready[MOST_CAMERAS];
    int64_t begin = now_ns(), taken, done;
    int i;

    for (i = 0; i < count; i++)
        ready[i] = (struct pollfd){v4lxx_stream_get_fd(cameras[i].stream), POLLIN, 0};
    if (poll(ready, (nfds_t)count, 5000) == 0)
        fprintf(stderr, "no frame within 5 seconds\n");
    spent.wait += now_ns() - begin;
    spent.waits++;
    for (i = 0; i < count; i++) {
        v4lxx_frame *frame = NULL;
        v4lxx_status status;

        if (ready[i].revents == 0)
            continue;
        begin = now_ns();
        status = v4lxx_stream_dequeue(cameras[i].stream, 0, &frame, error);
        if (status < 0 || status == V4LXX_END)
            return status;
        taken = now_ns();
        if (frame != NULL && touch)
            touch_every_byte(frame);
        done = now_ns();
        v4lxx_frame_unref(frame);
        spent.consumer += done - taken;
        spent.driver += taken - begin + now_ns() - done;
    }
    return V4LXX_OK;
}

static v4lxx_status run(v4lxx_context *context, struct camera *cameras, int count, const struct preset *preset, double seconds,
                        int touch, v4lxx_error **error)
{
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    v4lxx_status status = V4LXX_OK;
    int64_t begin, processor;
    int i;

    options.width = preset->width;
    options.height = preset->height;
    options.rate = (v4lxx_fraction){preset->rate, 1};
    for (i = 0; i < count && status >= 0; i++)
        if ((status = v4lxx_device_open(context, cameras[i].name, NULL, &cameras[i].device, error)) >= 0 &&
            (status = v4lxx_stream_create(cameras[i].device, &options, &cameras[i].stream, error)) >= 0)
            if ((status = v4lxx_stream_start(cameras[i].stream, error)) >= 0 &&
                (status = v4lxx_stream_read_format(cameras[i].stream, &cameras[i].granted, error)) >= 0)
                status = v4lxx_stream_read_account(cameras[i].stream, &cameras[i].before, error);
    begin = now_ns();
    processor = processor_ns();
    while (status == V4LXX_OK && (double)(now_ns() - begin) < seconds * 1e9)
        status = take_round(cameras, count, touch, error);
    spent.all = now_ns() - begin;
    spent.processor = processor_ns() - processor;
    for (i = 0; i < count && status >= 0; i++)
        if ((status = v4lxx_stream_read_account(cameras[i].stream, &cameras[i].account, error)) >= 0)
            status = v4lxx_stream_read_statistics(cameras[i].stream, &cameras[i].seen, error);
    return status;
}

static double ms_within(const v4lxx_histogram *times, uint32_t per_mille)
{
    return (double)v4lxx_histogram_get_quantile(times, per_mille) / 1e6;
}

struct per_frame {
    double frames, wait_ms, driver_ms, consumer_ms, processor_ms, calls, copies;
};

static struct per_frame per_frame(const struct camera *cameras, int count)
{
    struct per_frame each = {0, 0, 0, 0, 0, (double)spent.waits, 0};
    int i;

    for (i = 0; i < count; i++) {
        each.frames += (double)cameras[i].account.delivered;
        each.calls += (double)(cameras[i].account.system_calls - cameras[i].before.system_calls);
        each.copies += (double)cameras[i].account.copies;
    }
    each.frames = each.frames > 0 ? each.frames : 1;
    each.calls /= each.frames;
    each.copies /= each.frames;
    each.wait_ms = (double)spent.wait / 1e6 / each.frames;
    each.driver_ms = (double)spent.driver / 1e6 / each.frames;
    each.consumer_ms = (double)spent.consumer / 1e6 / each.frames;
    each.processor_ms = (double)spent.processor / 1e6 / each.frames;
    return each;
}

/* %s is what stands before a camera or a line; the numbers are the same in both forms. */
static void report(const struct camera *cameras, int count, const char *of_camera, const char *of_frame)
{
    const struct per_frame each = per_frame(cameras, count);
    int i;

    for (i = 0; i < count; i++)
        printf(of_camera, i > 0 ? ", " : "", cameras[i].name, (unsigned)cameras[i].granted.width,
               (unsigned)cameras[i].granted.height, (double)cameras[i].account.delivered,
               (double)cameras[i].account.driver_dropped,
               (double)cameras[i].account.bytes / 1048576 / ((double)spent.all / 1e9),
               ms_within(&cameras[i].seen.interval, 500), ms_within(&cameras[i].seen.interval, 990),
               ms_within(&cameras[i].seen.delivery, 500), ms_within(&cameras[i].seen.delivery, 990));
    printf(of_frame, each.wait_ms, each.driver_ms, each.consumer_ms, each.processor_ms, each.calls, each.copies);
}

static const char text_of_camera[] = "%.0s%-38s%5ux%-5u%7.0f%6.0f%8.1f%9.2f /%7.2f%9.2f /%7.2f\n";
static const char text_of_frame[] = "\na frame    ms\n"
                                    "wait       %8.3f  nothing to do\n"
                                    "driver     %8.3f  taking it and giving it back\n"
                                    "consumer   %8.3f  the work of the program\n"
                                    "processor  %8.3f  for all of it\n"
                                    "%.2f system calls, %.2f copies\n";
static const char json_of_camera[] =
    "%s{\"name\": \"%s\", \"width\": %u, \"height\": %u, \"frames\": %.0f, \"lost\": %.0f, \"mib_per_second\": %.1f, "
    "\"interval_ms\": [%.3f, %.3f], \"delivery_ms\": [%.3f, %.3f]}";
static const char json_of_frame[] = "], \"frame\": {\"wait_ms\": %.3f, \"driver_ms\": %.3f, \"consumer_ms\": %.3f, "
                                    "\"processor_ms\": %.3f, \"system_calls\": %.2f, \"copies\": %.2f}}\n";

int main(int argc, char **argv)
{
    struct camera cameras[MOST_CAMERAS];
    const struct preset *preset = &presets[0];
    v4lxx_context *context = NULL;
    v4lxx_error *error = NULL;
    double seconds = 5;
    int count = 0, json = 0, touch = 0, i, p;
    v4lxx_status status;

    memset(cameras, 0, sizeof(cameras));
    for (i = 1; i < argc; i++) {
        for (p = 0; p < 3 && strcmp(argv[i], presets[p].name) != 0; p++)
            ;
        if (p < 3)
            preset = &presets[p];
        else if (strcmp(argv[i], "--json") == 0)
            json = 1;
        else if (strcmp(argv[i], "--touch") == 0)
            touch = 1;
        else if (strcmp(argv[i], "--seconds") == 0 && i + 1 < argc)
            seconds = atof(argv[++i]);
        else if (count < MOST_CAMERAS)
            snprintf(cameras[count++].name, sizeof(cameras[0].name), "%s", argv[i]);
    }
    if (count == 0)
        for (; count < preset->cameras; count++)
            snprintf(cameras[count].name, sizeof(cameras[0].name), "sim:camera,size=%ux%u,fps=%u,id=%d",
                     (unsigned)preset->width, (unsigned)preset->height, (unsigned)preset->rate, count + 1);
    for (i = 0; i < count; i++) {
        cameras[i].granted = (v4lxx_format)V4LXX_FORMAT_INIT;
        cameras[i].before = cameras[i].account = (v4lxx_stream_account)V4LXX_STREAM_ACCOUNT_INIT;
        cameras[i].seen = (v4lxx_stream_statistics)V4LXX_STREAM_STATISTICS_INIT;
    }
    status = v4lxx_context_create(NULL, &context, &error);
    if (status >= 0)
        status = run(context, cameras, count, preset, seconds, touch, &error);
    if (status >= 0) {
        if (json) {
            printf("{\"preset\": \"%s\", \"cameras\": [", preset->name);
            report(cameras, count, json_of_camera, json_of_frame);
        } else {
            printf("%-38s%10s%8s%6s%8s%18s%18s\n", preset->name, "size", "frames", "lost", "MiB/s", "interval 50/99 %",
                   "delivery 50/99 %");
            report(cameras, count, text_of_camera, text_of_frame);
        }
    } else {
        fprintf(stderr, "%s\n", v4lxx_error_get_message(error));
    }
    v4lxx_error_free(error);
    for (i = 0; i < count; i++) {
        v4lxx_stream_unref(cameras[i].stream);
        v4lxx_device_unref(cameras[i].device);
    }
    v4lxx_context_unref(context);
    return status < 0;
}
