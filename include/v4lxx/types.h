/* SPDX-License-Identifier: MIT */
/** @file
 * Names that every other header uses: handles, small frozen structs, callback types.
 * Included by the umbrella header <v4lxx/v4lxx.h>, which is the one to include.
 */
#ifndef V4LXX_TYPES_H
#define V4LXX_TYPES_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#ifndef V4LXX_API
#if defined(__GNUC__)
#define V4LXX_API __attribute__((visibility("default")))
#else
#define V4LXX_API
#endif
#endif

typedef struct v4lxx_context v4lxx_context;         /**< Everything hangs off one. Refcounted. */
typedef struct v4lxx_device v4lxx_device;           /**< An open device node. Refcounted; keeps its context alive. */
typedef struct v4lxx_device_info v4lxx_device_info; /**< What is known of a node without streaming. Immutable, refcounted. */
typedef struct v4lxx_device_list v4lxx_device_list; /**< Snapshot of the nodes that exist. Immutable, refcounted. */
typedef struct v4lxx_format_list v4lxx_format_list; /**< Snapshot of the pixel formats of a node. Immutable, refcounted. */
typedef struct v4lxx_size_list v4lxx_size_list;     /**< Snapshot of the frame sizes of a format. Immutable, refcounted. */
typedef struct v4lxx_interval_list
    v4lxx_interval_list;                              /**< Snapshot of the frame intervals of a size. Immutable, refcounted. */
typedef struct v4lxx_control v4lxx_control;           /**< Description of one control. Immutable, refcounted. */
typedef struct v4lxx_control_list v4lxx_control_list; /**< Snapshot of the controls of a node. Immutable, refcounted. */
typedef struct v4lxx_input_list v4lxx_input_list;     /**< Snapshot of the inputs of a device. Immutable, refcounted. */
typedef struct v4lxx_standard_list v4lxx_standard_list; /**< Snapshot of the standards of an input. Immutable, refcounted. */
typedef struct v4lxx_timings_list v4lxx_timings_list;   /**< Snapshot of the timings of an input. Immutable, refcounted. */
typedef struct v4lxx_mode_list
    v4lxx_mode_list; /**< Snapshot of the modes of a device, ranked by a wish. Immutable, refcounted. */
typedef struct v4lxx_held_list v4lxx_held_list; /**< Snapshot of the frames of a stream that are held. Immutable, refcounted. */
typedef struct v4lxx_stream v4lxx_stream;       /**< One buffer queue. Refcounted; keeps its device alive. */
typedef struct v4lxx_frame v4lxx_frame;         /**< One buffer. Refcounted; keeps its memory alive. */
typedef struct v4lxx_group v4lxx_group;         /**< Streams whose frames are matched. Refcounted; keeps its streams alive. */
typedef struct v4lxx_frame_set v4lxx_frame_set; /**< Frames taken at the same time. Refcounted; keeps its frames alive. */
typedef struct v4lxx_event v4lxx_event;         /**< Something that happened. Immutable, refcounted. */
typedef struct v4lxx_bytes v4lxx_bytes;         /**< A block of encoded bytes. Immutable, refcounted. */
typedef struct v4lxx_error v4lxx_error;         /**< Details of one failure. Single owner. */

typedef int32_t v4lxx_bool; /**< 0 is false, anything else is true. */

/** A ratio; a frame interval in seconds, a rate in frames per second.  @frozen @since 0.1 */
typedef struct v4lxx_fraction {
    uint32_t numerator;   /**< upper number */
    uint32_t denominator; /**< lower number; 0 means "not known" */
} v4lxx_fraction;

/**
 * Called exactly once when the library no longer needs `user_data`, also when the call that took it failed.
 * @param user_data  @borrowed @nullable the pointer given with the callback.
 * @since 0.1
 */
typedef void (*v4lxx_destroy_fn)(void *user_data);

#ifdef __cplusplus
}
#endif
#endif
