/* SPDX-License-Identifier: MIT */
/* Reading a stream as bytes. */
#include "runner.h"

#include <stdlib.h>

void do_read(struct objects *objects, const struct step *step, struct outcome *outcome)
{
    struct object *stream = find_object(objects, step->words[1], KIND_STREAM, outcome);
    const v4lxx_read_mode mode = is_word(step, 3, "bytes") ? V4LXX_READ_BYTES : V4LXX_READ_FRAME;
    int64_t size, timeout;
    v4lxx_error *error = NULL;
    v4lxx_status status;
    size_t got = 0;
    void *buffer;

    if (stream == NULL || !read_number(step->words[2], &size, outcome) || !read_time(step->words[4], &timeout, outcome))
        return;
    buffer = malloc((size_t)size + 1);
    if (buffer == NULL)
        abort();
    status = v4lxx_stream_read(stream->is.stream, buffer, (size_t)size, mode, timeout, &got, &error);
    if (status == V4LXX_OK)
        set_number(outcome, got);
    else
        set_status(objects, outcome, status, &error);
    free(buffer);
}
