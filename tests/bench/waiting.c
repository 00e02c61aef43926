/* Beside counting.c: the calls in which a program waits, so that the rest of its time is known. Reading the clock is among them, because only
 * on the test kernel it is a system call. */
#define _GNU_SOURCE
#include "waiting.h"

#include <dlfcn.h>
#include <poll.h>
#include <stdarg.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <sys/syscall.h>
#include <time.h>

static __thread uint64_t waited;

uint64_t waited_ticks(void) { return waited; }

/* Calls the function of that name of the C library, and counts the time in it. */
#define WAIT_IN(result, name, types, arguments)                                                                                            \
    static result(*real) types;                                                                                                            \
    if (!real)                                                                                                                             \
        *(void **)&real = dlsym(RTLD_NEXT, name);                                                                                          \
    const uint64_t began = ticks();                                                                                                        \
    const result answer = real arguments;                                                                                                  \
    waited += ticks() - began;                                                                                                             \
    return answer

int poll(struct pollfd *entries, nfds_t count, int timeout_ms)
{
    WAIT_IN(int, "poll", (struct pollfd *, nfds_t, int), (entries, count, timeout_ms));
}

int ppoll(struct pollfd *entries, nfds_t count, const struct timespec *timeout, const sigset_t *mask)
{
    WAIT_IN(int, "ppoll", (struct pollfd *, nfds_t, const struct timespec *, const sigset_t *),
            (entries, count, timeout, mask));
}

int select(int count, fd_set *read, fd_set *written, fd_set *exceptions, struct timeval *timeout)
{
    WAIT_IN(int, "select", (int, fd_set *, fd_set *, fd_set *, struct timeval *), (count, read, written, exceptions, timeout));
}

int epoll_wait(int set, struct epoll_event *events, int count, int timeout_ms)
{
    WAIT_IN(int, "epoll_wait", (int, struct epoll_event *, int, int), (set, events, count, timeout_ms));
}

int nanosleep(const struct timespec *time, struct timespec *left)
{
    WAIT_IN(int, "nanosleep", (const struct timespec *, struct timespec *), (time, left));
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    WAIT_IN(int, "clock_gettime", (clockid_t, struct timespec *), (clock, now));
}

static long call(long number, const long *values)
{
    static long (*real)(long, ...);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "syscall");
    return real(number, values[0], values[1], values[2], values[3], values[4], values[5]);
}

/* libv4lxx waits with the call itself, because the C library's ppoll hides how much time is left; the crate v4l has its requests made here. */
long syscall(long number, ...)
{
    long values[6];
    va_list more;
    va_start(more, number);
    for (int i = 0; i < 6; i++)
        values[i] = va_arg(more, long);
    va_end(more);
    if (number == SYS_ioctl)
        return ioctl((int)values[0], (unsigned long)values[1], (void *)values[2]);
    const uint64_t began = ticks();
    const long answer = call(number, values);
    if (number == SYS_ppoll)
        waited += ticks() - began;
    return answer;
}
