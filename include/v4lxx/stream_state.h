/* SPDX-License-Identifier: MIT */
/** @file
 * What a stream does now: what there is to know when no frame comes, and while a lost device is looked for.
 */
#ifndef V4LXX_STREAM_STATE_H
#define V4LXX_STREAM_STATE_H

#include <v4lxx/input.h>
#include <v4lxx/status.h>
#include <v4lxx/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Where a stream is. Later versions may have more. @since 0.1 */
typedef uint32_t v4lxx_stream_phase;
enum v4lxx_stream_phase_values {
    V4LXX_STREAM_STOPPED = 0,   /**< never started, or stopped */
    V4LXX_STREAM_STREAMING = 1, /**< the driver has buffers to fill, unless the program holds them all */
    V4LXX_STREAM_ENDED = 2,     /**< the driver has sent its last frame */
    V4LXX_STREAM_AWAY = 3,      /**< the device is lost, and is looked for whenever frames are taken (V4LXX_STREAM_RECONNECT) */
    V4LXX_STREAM_LOST = 4,      /**< the device is lost for good */
    V4LXX_STREAM_CLOSED = 5     /**< the stream or its device was closed */
};

/** What is known of a stream when no frame comes. Nothing in it is a guess.  @versioned @since 0.1 */
typedef struct v4lxx_stream_state {
    uint32_t struct_size;            /**< sizeof(v4lxx_stream_state) as the caller compiled it */
    v4lxx_stream_phase phase;        /**< where it is */
    uint32_t generation;             /**< how often it was started; frames carry the number of theirs */
    uint32_t buffer_count;           /**< that the driver gave; 0 while it does not stream */
    uint32_t queued;                 /**< of these, with the driver; with 0 it has nowhere to put a frame */
    uint32_t waiting;                /**< taken from it, and waiting for the program */
    uint32_t held;                   /**< frames the program has not yet released, of all generations */
    v4lxx_bool has_input_status;     /**< the driver was asked for input_status, and told */
    v4lxx_input_status input_status; /**< of the selected input; 0: nothing is wrong with it, or the driver does not look */
    uint32_t attempts;               /**< to get a lost device back, since it was lost; since the last loss if it is back */
    uint32_t last_code;              /**< while it is away: why the last attempt failed, for v4lxx_code_get_meaning(); else 0 */
    uint32_t reserved0;              /**< zero */
    int64_t last_frame_age_ns;       /**< since the last frame came; -1: none since the last start */
    int64_t held_age_ns; /**< since the oldest frame came that the program holds now; -1: it holds none of this generation */
    int64_t interval_ns; /**< from frame to frame as the device says; 0: it does not */
    int64_t exposure_ns; /**< how long it exposes a frame as its control says; 0: it has none, or could not be asked */
    int64_t away_ns;     /**< how long it is away; 0 while it is there */
} v4lxx_stream_state;
#define V4LXX_STREAM_STATE_INIT { (uint32_t)sizeof(v4lxx_stream_state), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/**
 * Writes the defaults, the same as the macro V4LXX_STREAM_STATE_INIT.
 * @param state  @out the struct to fill; size bytes are written.
 * @param size   sizeof(v4lxx_stream_state) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_stream_state_init(v4lxx_stream_state *state, uint32_t size);

/**
 * Reads what a stream does now. For who got V4LXX_TIMED_OUT and wants to say why; it asks the device for its input and its exposure, so
 * it is nothing for every frame. What the device does not answer is left out: that is no failure.
 * @param stream  @borrowed the stream.
 * @param out     @out @versioned set struct_size first; the rest is written.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI NO_MEMORY
 * @ioctl VIDIOC_ENUMINPUT https://docs.kernel.org/userspace-api/media/v4l/vidioc-enuminput.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_stream_read_state(v4lxx_stream *stream, v4lxx_stream_state *out, v4lxx_error **error);

#ifdef __cplusplus
}
#endif
#endif
