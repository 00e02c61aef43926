/* Preloaded into a program that takes frames: what it costs from its frame COUNT_AFTER to the end of the stream. At STREAMOFF a line of
 * JSON is added to the file COUNT_FILE. What start and end cost is not in it, so it need not be known or subtracted.
 * Allocations are those of allocations.c; copied bytes are those that memcpy and its kin copied, at least COUNT_COPY_BYTES in a call.
 * Busy is a frame's time, from taking it to taking the next, less what its thread waited: with one processor that is the CPU time of a
 * frame. The kernel's own account is of no use there: it looks which program runs at each tick, and cameras wake programs by ticks. */
#define _GNU_SOURCE
#include "bench.h"
#include "lost_frames.h"
#include "waiting.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { MOST_FRAMES = 10000 };

struct cost {
    uint64_t allocations, copied_bytes;
};

static uint64_t copied_bytes;
static size_t least_copy_bytes = SIZE_MAX; /* until the process has its environment */
static uint32_t frames, lost, count_after, last_sequence;
static struct cost cost_at_mark;
static uint64_t taken_at, waited_at, busy[MOST_FRAMES]; /* in ticks */
static uint32_t busy_frames;

/* The C library's own copies, under the only names of theirs that are not taken here. */
extern void *__memcpy_chk(void *to, const void *from, size_t size, size_t room);
extern void *__memmove_chk(void *to, const void *from, size_t size, size_t room);
extern void *__mempcpy_chk(void *to, const void *from, size_t size, size_t room);

static void note_copy(size_t size)
{
    if (size >= least_copy_bytes)
        __atomic_fetch_add(&copied_bytes, size, __ATOMIC_RELAXED);
}

void *memcpy(void *restrict to, const void *restrict from, size_t size)
{
    note_copy(size);
    return __memcpy_chk(to, from, size, SIZE_MAX);
}

void *memmove(void *to, const void *from, size_t size)
{
    note_copy(size);
    return __memmove_chk(to, from, size, SIZE_MAX);
}

void *mempcpy(void *restrict to, const void *restrict from, size_t size)
{
    note_copy(size);
    return __mempcpy_chk(to, from, size, SIZE_MAX);
}

static uint64_t number_in_environment(const char *name, uint64_t otherwise)
{
    const char *text = getenv(name);
    return text ? strtoull(text, NULL, 10) : otherwise;
}

__attribute__((constructor)) static void begin(void)
{
    least_copy_bytes = (size_t)number_in_environment("COUNT_COPY_BYTES", SIZE_MAX);
    count_after = (uint32_t)number_in_environment("COUNT_AFTER", 1);
}

static struct cost cost_until_now(void)
{
    return (struct cost){count_allocations(), __atomic_load_n(&copied_bytes, __ATOMIC_RELAXED)};
}

static int compare(const void *a, const void *b)
{
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* A machine that does something else now and then makes single frames long, which a median does not see. */
static uint64_t median_busy_ticks(void)
{
    qsort(busy, busy_frames, sizeof *busy, compare);
    return busy[busy_frames / 2];
}

/* Of this program alone. What wait4() and getrusage() tell has the peak of whoever started it in it. */
static uint64_t peak_kib(void)
{
    char text[4096];
    const int fd = open("/proc/self/status", O_RDONLY | O_CLOEXEC);
    const ssize_t size = fd < 0 ? 0 : read(fd, text, sizeof text - 1);
    if (fd >= 0)
        close(fd);
    text[size > 0 ? size : 0] = '\0';
    const char *line = strstr(text, "VmHWM:");
    return line ? strtoull(line + strlen("VmHWM:"), NULL, 10) : 0;
}

static void frame_taken(const struct v4l2_buffer *buffer)
{
    const uint64_t now = ticks(), waited = waited_ticks();
    if (frames++ != 0)
        lost += lost_between(last_sequence, buffer->sequence);
    last_sequence = buffer->sequence;
    if (frames == count_after)
        cost_at_mark = cost_until_now();
    if (frames > count_after && busy_frames < MOST_FRAMES)
        busy[busy_frames++] = now - taken_at - (waited - waited_at);
    taken_at = now;
    waited_at = waited;
}

static void stream_ended(void)
{
    const char *name = getenv("COUNT_FILE");
    if (frames <= count_after || !name)
        return;
    const struct cost cost = cost_until_now();
    const int fd = open(name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (fd < 0)
        abort();
    dprintf(
        fd,
        "{\"frames\": %u, \"lost\": %u, \"allocations\": %llu, \"copied_bytes\": %llu, \"busy_ticks\": %llu, \"peak_kib\": %llu}\n",
        frames - count_after, lost, (unsigned long long)(cost.allocations - cost_at_mark.allocations),
        (unsigned long long)(cost.copied_bytes - cost_at_mark.copied_bytes), (unsigned long long)median_busy_ticks(),
        (unsigned long long)peak_kib());
    close(fd);
    frames = lost = 0;
}

int ioctl(int fd, unsigned long request, ...)
{
    va_list more;
    va_start(more, request);
    void *argument = va_arg(more, void *);
    va_end(more);
    /* Some sign-extend the request, which the kernel does not mind. */
    if ((uint32_t)request == (uint32_t)VIDIOC_STREAMOFF)
        stream_ended();
    static int (*real)(int, unsigned long, ...);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "ioctl");
    const int answer = real(fd, request, argument);
    if (answer == 0 && (uint32_t)request == (uint32_t)VIDIOC_DQBUF)
        frame_taken(argument);
    return answer;
}
