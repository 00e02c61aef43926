/* SPDX-License-Identifier: MIT */
/* Functions with the parameters of those that are called for every frame; each answers with what it was given. A time that is not 0 is
 * answered with a failure. Built without a C library, so that any compiler of the machine is enough. */
#include <stddef.h>
#include <stdint.h>

int32_t stub_dequeue(uintptr_t stream, int64_t timeout_ns, uintptr_t *out, uintptr_t *error)
{
    *out = stream + 1;
    *error = 7;
    return timeout_ns == 0 ? 1 : -1;
}

int32_t stub_read(uintptr_t stream, volatile unsigned char *buffer, size_t size, uint32_t mode, int64_t timeout_ns,
                  size_t *out_size, uintptr_t *error)
{
    size_t i;

    for (i = 0; i < size; i++)
        buffer[i] = 0xa5;
    *out_size = stream + size + mode;
    *error = 9;
    return timeout_ns == 0 ? 3 : -1;
}

int32_t stub_read_info(uintptr_t frame, uint32_t *info, uintptr_t *error)
{
    info[1] = (uint32_t)frame;
    *error = 3;
    return 2;
}

void stub_unref(unsigned char *frame) { *frame = 0x5a; }
