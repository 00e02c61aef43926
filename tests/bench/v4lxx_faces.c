/* The loop of v4lxx_capture.c with the other faces of libv4lxx.
 * usage: v4lxx_faces epoll|callback|thread|latest DEVICE FRAMES [WIDTH HEIGHT FPS]. Prints the frames and those lost. */
#define _GNU_SOURCE
#include "open_stream.h"

#include <pthread.h>
#include <sys/epoll.h>

struct loop {
    v4lxx_stream *stream;
    uint32_t frames;
};

static void *wait_for_each(void *data)
{
    const struct loop *loop = data;
    for (uint32_t i = 0; i < loop->frames; i++)
        take_frame(loop->stream, FIVE_SECONDS_NS);
    return NULL;
}

/* As a program does that waits for other things, too. */
static void *wait_by_epoll(void *data)
{
    const struct loop *loop = data;
    struct epoll_event event = {.events = EPOLLIN};
    const int set = epoll_create1(EPOLL_CLOEXEC);
    if (set < 0 || epoll_ctl(set, EPOLL_CTL_ADD, v4lxx_stream_get_fd(loop->stream), &event) < 0) {
        perror("epoll");
        exit(1);
    }
    for (uint32_t i = 0; i < loop->frames; i++) {
        if (epoll_wait(set, &event, 1, 5000) != 1) {
            fprintf(stderr, "no frame within 5 s\n");
            exit(1);
        }
        take_frame(loop->stream, 0);
    }
    return NULL;
}

static void count_frame(v4lxx_stream *stream, v4lxx_frame *frame, void *user_data)
{
    (void)stream;
    (void)frame;
    ++*(uint32_t *)user_data;
}

static void *be_called(void *data)
{
    const struct loop *loop = data;
    uint32_t frames = 0;
    v4lxx_error *error = NULL;
    check(v4lxx_stream_set_frame_callback(loop->stream, count_frame, &frames, NULL, &error), error);
    while (frames < loop->frames)
        check(v4lxx_stream_dispatch(loop->stream, FIVE_SECONDS_NS, &error), error);
    check(v4lxx_stream_set_frame_callback(loop->stream, NULL, NULL, NULL, &error), error);
    return NULL;
}

static void *wait_on_a_thread(void *data)
{
    pthread_t thread;
    if (pthread_create(&thread, NULL, wait_for_each, data) != 0 || pthread_join(thread, NULL) != 0) {
        fprintf(stderr, "no thread\n");
        exit(1);
    }
    return NULL;
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void *(*run)(void *loop);
        v4lxx_flow flow;
    } faces[] = {{"epoll", wait_by_epoll, V4LXX_FLOW_BLOCK},
                 {"callback", be_called, V4LXX_FLOW_BLOCK},
                 {"thread", wait_on_a_thread, V4LXX_FLOW_BLOCK},
                 {"latest", wait_for_each, V4LXX_FLOW_LATEST}};
    for (size_t i = 0; i < sizeof faces / sizeof *faces; i++) {
        if (argc < 2 || strcmp(argv[1], faces[i].name) != 0)
            continue;
        const struct task task = read_task(argc - 1, argv + 1);
        struct loop loop = {open_stream(&task, faces[i].flow), task.frames};
        faces[i].run(&loop);
        printf("frames %u lost %llu\n", task.frames, close_stream(loop.stream));
        return 0;
    }
    fprintf(stderr, "usage: %s epoll|callback|thread|latest DEVICE FRAMES [WIDTH HEIGHT FPS]\n", argv[0]);
    return 2;
}
