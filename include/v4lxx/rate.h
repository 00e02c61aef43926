/* SPDX-License-Identifier: MIT */
/** @file
 * The rate at which frames come: what the device says (nominal) and what the time stamps of its frames say (measured), kept apart.
 * Many cameras say 30 per second and expose longer than a thirtieth of a second in poor light: docs/guide/choosing-a-mode.md.
 */
#ifndef V4LXX_RATE_H
#define V4LXX_RATE_H

#include <v4lxx/status.h>
#include <v4lxx/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What the two rates say together. @since 0.1 */
typedef uint32_t v4lxx_rate_verdict;
enum v4lxx_rate_verdict_values {
    V4LXX_RATE_UNKNOWN = 0,    /**< too few frames so far, time stamps that measure nothing, or the device tells no rate */
    V4LXX_RATE_AS_TOLD = 1,    /**< measured is at least four fifths of nominal */
    V4LXX_RATE_SLOWER = 2,     /**< it is less, and no frame was lost: the camera makes fewer */
    V4LXX_RATE_FRAMES_LOST = 3 /**< it is less, and frames are missing: the program, or the bus, is late */
};

/** Both rates of a stream.  @versioned @since 0.1 */
typedef struct v4lxx_stream_rate {
    uint32_t struct_size;        /**< sizeof(v4lxx_stream_rate) as the caller compiled it */
    v4lxx_rate_verdict verdict;  /**< one of ::v4lxx_rate_verdict_values */
    v4lxx_fraction nominal;      /**< frames per second as the device says; 0/0 if it does not */
    uint64_t measured_uhz;       /**< millionths of a frame per second, by time stamps; 0: not measured */
    int64_t measured_ns;         /**< nanoseconds it was measured over */
    uint32_t measured_intervals; /**< from frame to frame, within that time: the last 30 at most */
    uint32_t missing;            /**< frames missing in the driver's numbers meanwhile */
} v4lxx_stream_rate;
#define V4LXX_STREAM_RATE_INIT { (uint32_t)sizeof(v4lxx_stream_rate), 0, { 0, 0 }, 0, 0, 0, 0 }

/**
 * Writes the defaults, the same as the macro V4LXX_STREAM_RATE_INIT.
 * @param rate  @out the struct to fill; size bytes are written.
 * @param size  sizeof(v4lxx_stream_rate) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_stream_rate_init(v4lxx_stream_rate *rate, uint32_t size);

/**
 * Reads both rates. It takes no lock of the frame path. The device is asked only at the first call, for what
 * v4lxx_stream_read_interval() tells.
 * @param stream  @borrowed the stream; since its last start.
 * @param out     @out @versioned set struct_size first; the rest is written.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure. A rate that is not as told is no failure.
 * @errors ARGUMENT ABI CLOSED DEVICE_LOST DRIVER_BUG SYSTEM NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_stream_read_rate(v4lxx_stream *stream, v4lxx_stream_rate *out, v4lxx_error **error);

/**
 * Finds out why frames come more slowly than the device says. Reads the exposure controls, if they do.
 * @param stream  @borrowed the stream.
 * @param error   @owned @nullable details of a failure. With V4LXX_CODE_RATE_NOT_REACHED: the field is the name of the control that
 *                is the likely reason, if one is; the cause has its value, checked if the control could be read, else guessed.
 * @returns V4LXX_OK: as told; V4LXX_AGAIN: that cannot be said, for want of frames or because frames were lost; or a failure.
 * @errors ARGUMENT CLOSED DEVICE_LOST UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_G_CTRL https://docs.kernel.org/userspace-api/media/v4l/vidioc-g-ctrl.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_stream_check_rate(v4lxx_stream *stream, v4lxx_error **error);

#ifdef __cplusplus
}
#endif
#endif
