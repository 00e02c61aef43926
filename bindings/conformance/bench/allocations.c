/* SPDX-License-Identifier: MIT */
/* A malloc that counts: operator new and everything else that allocates comes here. */
#include "bench.h"

#include <stddef.h>

static uint64_t allocations;

uint64_t count_allocations(void) { return allocations; }

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);

void *malloc(size_t size)
{
    allocations++;
    return __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    allocations++;
    return __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size)
{
    allocations++;
    return __libc_realloc(memory, size);
}
