/* Time without a system call: reading the clock is one on the test kernel, which exists for x86 only. */
#ifndef WAITING_H
#define WAITING_H

#include <stdint.h>

static inline uint64_t ticks(void) { return __builtin_ia32_rdtsc(); }

/* How long this thread has been in calls that wait. */
uint64_t waited_ticks(void);

#endif
