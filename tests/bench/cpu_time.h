/* The CPU time this process has used, user and system together. */
#ifndef CPU_TIME_H
#define CPU_TIME_H

#include <stdint.h>
#include <sys/resource.h>

static inline int64_t cpu_time_us(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * (int64_t)1000000 + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
}

#endif
