/* SPDX-License-Identifier: MIT */
/** @file
 * libv4lxx: Linux video for C and everything that can call C. Include this header and link with `pkg-config --libs v4lxx`.
 *
 * Rules that hold for every function:
 * - A function that can fail returns ::v4lxx_status: >= 0 is success, < 0 is failure. Its last parameter takes the details;
 *   pass NULL if they are not wanted. It is written on every call: NULL on success.
 * - `out` parameters tagged `owned` hand over a reference; give it back with the matching `_unref()`.
 * - Every `_unref()` takes NULL and does nothing then. Children keep their parents alive: any order of `_unref()` is right.
 * - A `get_` function cannot fail, allocates nothing and needs a handle that is not NULL (NULL gives 0, NULL or "").
 * - Times are nanoseconds in `int64_t`. Sizes are bytes unless the name says otherwise.
 * - The library prints nothing and installs no signal handler. Its one thread is that of v4lxx_context_start_thread().
 *
 * Words of the tag `threadsafety`: `safe`: any thread, any time. `object`: one thread at a time per object. `dispatch`: only
 * inside a callback. `signal`: as `safe`, and in a signal handler too.
 */
#ifndef V4LXX_H
#define V4LXX_H

#include <v4lxx/clock.h>
#include <v4lxx/context.h>
#include <v4lxx/control.h>
#include <v4lxx/device.h>
#include <v4lxx/doctor.h>
#include <v4lxx/error.h>
#include <v4lxx/event.h>
#include <v4lxx/format.h>
#include <v4lxx/frame.h>
#include <v4lxx/group.h>
#include <v4lxx/held.h>
#include <v4lxx/image.h>
#include <v4lxx/input.h>
#include <v4lxx/log.h>
#include <v4lxx/loop.h>
#include <v4lxx/negotiation.h>
#include <v4lxx/pixel_format.h>
#include <v4lxx/rate.h>
#include <v4lxx/selection.h>
#include <v4lxx/standard.h>
#include <v4lxx/statistics.h>
#include <v4lxx/status.h>
#include <v4lxx/stream.h>
#include <v4lxx/stream_state.h>
#include <v4lxx/timings.h>
#include <v4lxx/types.h>
#include <v4lxx/version.h>

#endif
