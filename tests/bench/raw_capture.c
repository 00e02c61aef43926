/* The smallest correct MMAP capture straight on the ioctls, over both planar APIs: what v4lxx_capture.c is measured against.
 * usage: raw_capture DEVICE FRAMES [WIDTH HEIGHT FPS [timed]]. Prints the frames, those lost, and the median time of a turn. */
#define _GNU_SOURCE
#include "lost_frames.h"
#include "stopwatch.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

enum { BUFFERS = 4 };

struct capture {
    int fd;
    uint32_t type;
    struct {
        void *data;
        size_t length;
    } mappings[BUFFERS];
};

static void call(const struct capture *capture, unsigned long request, void *argument, const char *name)
{
    int answer;
    do
        answer = ioctl(capture->fd, request, argument);
    while (answer < 0 && errno == EINTR);
    if (answer < 0) {
        perror(name);
        exit(1);
    }
}

static struct v4l2_buffer empty_buffer(const struct capture *capture, uint32_t index, struct v4l2_plane *plane)
{
    struct v4l2_buffer buffer = {.index = index, .type = capture->type, .memory = V4L2_MEMORY_MMAP};
    memset(plane, 0, sizeof *plane);
    if (capture->type == V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE) {
        buffer.m.planes = plane;
        buffer.length = 1;
    }
    return buffer;
}

static void set_format(const struct capture *capture, uint32_t width, uint32_t height, uint32_t fps)
{
    struct v4l2_format format = {.type = capture->type};
    if (capture->type == V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE) {
        format.fmt.pix_mp.width = width;
        format.fmt.pix_mp.height = height;
        format.fmt.pix_mp.pixelformat = V4L2_PIX_FMT_YUYV;
    } else {
        format.fmt.pix.width = width;
        format.fmt.pix.height = height;
        format.fmt.pix.pixelformat = V4L2_PIX_FMT_YUYV;
    }
    call(capture, VIDIOC_S_FMT, &format, "VIDIOC_S_FMT");
    struct v4l2_streamparm parameters = {.type = capture->type};
    parameters.parm.capture.timeperframe.numerator = 1;
    parameters.parm.capture.timeperframe.denominator = fps;
    call(capture, VIDIOC_S_PARM, &parameters, "VIDIOC_S_PARM");
}

static void start(struct capture *capture)
{
    struct v4l2_requestbuffers request = {.count = BUFFERS, .type = capture->type, .memory = V4L2_MEMORY_MMAP};
    call(capture, VIDIOC_REQBUFS, &request, "VIDIOC_REQBUFS");
    if (request.count != BUFFERS) {
        fprintf(stderr, "the driver gave %u buffers\n", request.count);
        exit(1);
    }
    for (uint32_t i = 0; i < BUFFERS; i++) {
        struct v4l2_plane plane;
        struct v4l2_buffer buffer = empty_buffer(capture, i, &plane);
        call(capture, VIDIOC_QUERYBUF, &buffer, "VIDIOC_QUERYBUF");
        const int multi = capture->type == V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE;
        capture->mappings[i].length = multi ? plane.length : buffer.length;
        capture->mappings[i].data = mmap(NULL, capture->mappings[i].length, PROT_READ, MAP_SHARED, capture->fd,
                                         multi ? plane.m.mem_offset : buffer.m.offset);
        if (capture->mappings[i].data == MAP_FAILED) {
            perror("mmap");
            exit(1);
        }
        buffer = empty_buffer(capture, i, &plane);
        call(capture, VIDIOC_QBUF, &buffer, "VIDIOC_QBUF");
    }
    call(capture, VIDIOC_STREAMON, &capture->type, "VIDIOC_STREAMON");
}

/* Waits for a frame, takes it and gives it back. Returns its number. */
static uint32_t take_frame(const struct capture *capture)
{
    struct pollfd entry = {.fd = capture->fd, .events = POLLIN};
    if (poll(&entry, 1, 5000) != 1 || (entry.revents & POLLIN) == 0) {
        fprintf(stderr, "poll: events 0x%x\n", (unsigned)entry.revents);
        exit(1);
    }
    struct v4l2_plane plane;
    struct v4l2_buffer buffer = empty_buffer(capture, 0, &plane);
    call(capture, VIDIOC_DQBUF, &buffer, "VIDIOC_DQBUF");
    const uint32_t sequence = buffer.sequence;
    buffer = empty_buffer(capture, buffer.index, &plane);
    call(capture, VIDIOC_QBUF, &buffer, "VIDIOC_QBUF");
    return sequence;
}

int main(int argc, char **argv)
{
    const struct task task = read_task(argc, argv);
    struct capture capture = {.fd = open(task.device, O_RDWR | O_NONBLOCK | O_CLOEXEC)};
    if (capture.fd < 0) {
        perror(task.device);
        return 1;
    }
    struct v4l2_capability capability = {0};
    call(&capture, VIDIOC_QUERYCAP, &capability, "VIDIOC_QUERYCAP");
    capture.type = (capability.device_caps & V4L2_CAP_VIDEO_CAPTURE_MPLANE) != 0 ? V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE
                                                                                 : V4L2_BUF_TYPE_VIDEO_CAPTURE;
    set_format(&capture, task.width, task.height, task.fps);
    start(&capture);

    uint32_t last = take_frame(&capture), lost = 0;
    for (uint32_t i = 1; i < task.frames; i++) {
        if (task.timed)
            wait_until_readable(capture.fd);
        const int64_t began_ns = task.timed ? now_ns() : 0;
        const uint32_t number = take_frame(&capture);
        turns_ns[i - 1] = task.timed ? now_ns() - began_ns : 0;
        lost += lost_between(last, number);
        last = number;
    }

    call(&capture, VIDIOC_STREAMOFF, &capture.type, "VIDIOC_STREAMOFF");
    for (uint32_t i = 0; i < BUFFERS; i++)
        munmap(capture.mappings[i].data, capture.mappings[i].length);
    close(capture.fd);
    printf("frames %u lost %u turn_ns %lld\n", task.frames, lost, (long long)median_turn_ns(&task));
    return 0;
}
