/* SPDX-License-Identifier: MIT */
/** @file
 * Times by other clocks: a time stamp of CLOCK_MONOTONIC as the time of day, and back, with the error that this may have.
 */
#ifndef V4LXX_CLOCK_H
#define V4LXX_CLOCK_H

#include <v4lxx/status.h>
#include <v4lxx/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A clock. @since 0.1 */
typedef uint32_t v4lxx_clock;
enum v4lxx_clock_values {
    V4LXX_CLOCK_UNKNOWN = 0,   /**< not known */
    V4LXX_CLOCK_MONOTONIC = 1, /**< CLOCK_MONOTONIC: since the machine started, without the time it slept */
    V4LXX_CLOCK_COPY = 2,      /**< of a time stamp: copied from the input of a memory-to-memory device */
    V4LXX_CLOCK_REALTIME = 3,  /**< CLOCK_REALTIME: the time of day, since 1970; it can be set, forward and back */
    V4LXX_CLOCK_BOOTTIME = 4,  /**< CLOCK_BOOTTIME: since the machine started, with the time it slept */
    V4LXX_CLOCK_TAI = 5        /**< CLOCK_TAI: as REALTIME, without leap seconds; equal to it while nobody told the kernel */
};

/** A time by another clock, and how exact it is.  @versioned @since 0.1 */
typedef struct v4lxx_converted_time {
    uint32_t struct_size; /**< sizeof(v4lxx_converted_time) as the caller compiled it */
    v4lxx_clock clock;    /**< the clock of time_ns */
    int64_t time_ns;      /**< what that clock showed then */
    int64_t error_ns;     /**< it showed no less than time_ns - error_ns and no more than time_ns + error_ns */
    uint32_t steps; /**< how often the clocks were seen to be set, or the machine to have slept, since the first conversion */
    int32_t tai_offset_s; /**< from or to V4LXX_CLOCK_TAI: how far it is ahead of REALTIME; 0: the kernel was not told */
} v4lxx_converted_time;
#define V4LXX_CONVERTED_TIME_INIT { (uint32_t)sizeof(v4lxx_converted_time), 0, 0, 0, 0, 0 }

/**
 * Writes the defaults, the same as the macro V4LXX_CONVERTED_TIME_INIT.
 * @param time  @out the struct to fill; size bytes are written.
 * @param size  sizeof(v4lxx_converted_time) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_converted_time_init(v4lxx_converted_time *time, uint32_t size);

/**
 * Tells a time of one clock by another. How the clocks stand to one another is measured at each call, and what was measured
 * before a step is kept: a time before it is told as the clock showed it then. A time in which the step may have been has an
 * error as large as the step. What happened to the clocks before the first call of this context is not known; for such times
 * they are taken to have stood as they stand now.
 * @param context  @borrowed the context.
 * @param time_ns  the time, less than 146 years from 0.
 * @param from     its clock: MONOTONIC, REALTIME, BOOTTIME or TAI.
 * @param to       the clock to tell it by, one of the same.
 * @param out      @out @versioned set struct_size first; the rest is written.
 * @param error    @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI NO_MEMORY SYSTEM
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_context_convert_time(v4lxx_context *context, int64_t time_ns, v4lxx_clock from, v4lxx_clock to,
                                                  v4lxx_converted_time *out, v4lxx_error **error);

/**
 * What is left until a point in time. Waits take the time that is left; with this they end at a point instead, however many of them there are:
 * `v4lxx_context_dequeue(context, v4lxx_context_get_time_left(context, deadline_ns), ...)`. For waits on a single stream there is
 * v4lxx_stream_get_time_left(), which differs only with virtual clocks.
 * @param context      @borrowed the context.
 * @param deadline_ns  the point, in nanoseconds of CLOCK_MONOTONIC.
 * @returns nanoseconds, to be given to a wait as its timeout_ns; 0 if the point is past.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API int64_t v4lxx_context_get_time_left(v4lxx_context *context, int64_t deadline_ns);

/**
 * Tells the time stamp of a frame by another clock, as v4lxx_context_convert_time() does. A stamp of a simulated camera with a
 * virtual clock is told by the clocks of that camera. Refused where the clock of the stamp is not known, or the frame has no
 * stamp: nothing is guessed.
 * @param frame  @borrowed the frame.
 * @param to     the clock to tell it by: MONOTONIC, REALTIME, BOOTTIME or TAI.
 * @param out    @out @versioned set struct_size first; the rest is written.
 * @param error  @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI NO_MEMORY SYSTEM UNSUPPORTED
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_frame_convert_time(const v4lxx_frame *frame, v4lxx_clock to, v4lxx_converted_time *out,
                                                v4lxx_error **error);

#ifdef __cplusplus
}
#endif
#endif
