/* SPDX-License-Identifier: MIT */
/** @file
 * Negotiation by intent: a program says what it wants (size, rate, formats it can use), the library chooses the mode of the device
 * nearest to it. How: docs/guide/choosing-a-mode.md. The functions of device.h and stream.h set exactly what they are told instead.
 */
#ifndef V4LXX_NEGOTIATION_H
#define V4LXX_NEGOTIATION_H

#include <v4lxx/format.h>
#include <v4lxx/status.h>
#include <v4lxx/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Bits of v4lxx_wish.flags. @since 0.1 */
typedef uint32_t v4lxx_wish_flags;
enum v4lxx_wish_flags_values {
    V4LXX_WISH_STRICT = 1 << 0,      /**< size and rate exactly as wished, or a failure that changes nothing */
    V4LXX_WISH_DECODE = 1 << 1,      /**< besides the outputs, every format that v4lxx_frame_encode() can make a picture of */
    V4LXX_WISH_PREFER_RATE = 1 << 2, /**< if size and rate cannot both be had, the rate matters more */
    V4LXX_WISH_STEP_DOWN = 1 << 3    /**< a mode that needs less bandwidth if the USB bus has no more; not with STRICT */
};

/** What is wanted of a camera; a zero field wishes for nothing.  @versioned @since 0.1 */
typedef struct v4lxx_wish {
    uint32_t struct_size;   /**< sizeof(v4lxx_wish) as the caller compiled it */
    v4lxx_wish_flags flags; /**< bits of ::v4lxx_wish_flags_values; unknown bits fail with ERROR_ARGUMENT */
    uint32_t width;         /**< pixels; 0 with height 0: the largest picture that comes at 25 per second or more */
    uint32_t height;        /**< pixels */
    v4lxx_fraction rate;    /**< frames per second; 0/0: 25 to 30 */
} v4lxx_wish;
#define V4LXX_WISH_INIT { (uint32_t)sizeof(v4lxx_wish), 0, 0, 0, { 0, 0 } }

/** What became of a mode in the ranking. @since 0.1 */
typedef uint32_t v4lxx_mode_verdict;
enum v4lxx_mode_verdict_values {
    V4LXX_MODE_BEST = 1,              /**< nearest to the wish */
    V4LXX_MODE_OUTSCORED = 2,         /**< would do, but another is nearer */
    V4LXX_MODE_FORMAT_NOT_WANTED = 3, /**< the pixel format is none of the outputs; sizes were not asked for */
    V4LXX_MODE_NO_PICTURE = 4,        /**< this build can make no picture of the pixel format; sizes were not asked for */
    V4LXX_MODE_SIZE_DIFFERS = 5,      /**< another size than a strict wish has */
    V4LXX_MODE_RATE_DIFFERS = 6       /**< another rate than a strict wish has */
};

/** Bits of v4lxx_mode.flags. @since 0.1 */
typedef uint32_t v4lxx_mode_flags;
enum v4lxx_mode_flags_values {
    V4LXX_MODE_SIZE_NOT_LISTED = 1 << 0 /**< the device does not tell its sizes: it may or may not have this one */
};

/** One mode of a device, and how far it is from the wish: 0 is what was wished for.  @versioned @since 0.1 */
typedef struct v4lxx_mode {
    uint32_t struct_size;       /**< sizeof(v4lxx_mode) as the caller compiled it */
    uint32_t fourcc;            /**< pixel format code of V4L2 */
    uint32_t width;             /**< pixels; 0 if sizes were not asked for */
    uint32_t height;            /**< pixels */
    v4lxx_fraction rate;        /**< frames per second; 0/0 if the device does not tell */
    v4lxx_mode_flags flags;     /**< bits of ::v4lxx_mode_flags_values */
    v4lxx_mode_verdict verdict; /**< one of ::v4lxx_mode_verdict_values */
    uint32_t penalty;           /**< the sum of the three below */
    uint32_t size_penalty;      /**< for the size */
    uint32_t rate_penalty;      /**< for the rate */
    uint32_t format_penalty;    /**< for the pixel format */
} v4lxx_mode;
#define V4LXX_MODE_INIT { (uint32_t)sizeof(v4lxx_mode), 0, 0, 0, { 0, 0 }, 0, 0, 0, 0, 0, 0 }

/** What was wished for, what the library asked for, and what the driver granted.  @versioned @since 0.1 */
typedef struct v4lxx_negotiation {
    uint32_t struct_size;           /**< sizeof(v4lxx_negotiation) as the caller compiled it */
    v4lxx_format_field differences; /**< bits of ::v4lxx_format_field_values: parts of the wish that were granted otherwise */
    v4lxx_format_field adjusted;    /**< the same of what was chosen, and of answers in which the driver contradicted itself */
    uint32_t refused;               /**< better modes that the driver lists but did not grant when asked */
    uint32_t wanted_width;          /**< as wished; 0: nothing was */
    uint32_t wanted_height;         /**< as wished */
    v4lxx_fraction wanted_rate;     /**< as wished; 0/0: nothing was */
    uint32_t chosen_fourcc;         /**< of the mode the library chose */
    uint32_t chosen_width;          /**< pixels */
    uint32_t chosen_height;         /**< pixels */
    uint32_t steps_down;            /**< better modes for which the bandwidth was not there */
    v4lxx_fraction chosen_rate;     /**< 0/0 if the device does not tell */
    uint32_t granted_fourcc;        /**< of what the device has now */
    uint32_t granted_width;         /**< pixels */
    uint32_t granted_height;        /**< pixels */
    uint32_t reserved0;             /**< zero */
    v4lxx_fraction granted_rate;    /**< 0/0 if the device does not tell */
} v4lxx_negotiation;
#define V4LXX_NEGOTIATION_INIT \
    { (uint32_t)sizeof(v4lxx_negotiation), 0, 0, 0, 0, 0, { 0, 0 }, 0, 0, 0, 0, { 0, 0 }, 0, 0, 0, 0, { 0, 0 } }

/**
 * Writes the defaults, the same as the macro V4LXX_WISH_INIT.
 * @param wish  @out the struct to fill; size bytes are written.
 * @param size  sizeof(v4lxx_wish) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_wish_init(v4lxx_wish *wish, uint32_t size);

/**
 * Writes the defaults, the same as the macro V4LXX_MODE_INIT.
 * @param mode  @out the struct to fill; size bytes are written.
 * @param size  sizeof(v4lxx_mode) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_mode_init(v4lxx_mode *mode, uint32_t size);

/**
 * Writes the defaults, the same as the macro V4LXX_NEGOTIATION_INIT.
 * @param negotiation  @out the struct to fill; size bytes are written.
 * @param size         sizeof(v4lxx_negotiation) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_negotiation_init(v4lxx_negotiation *negotiation, uint32_t size);

/**
 * All modes the device offers, the one nearest to the wish first, each with the reason why it lost. Only questions are asked of
 * the device, each at most once as long as it is open, and nothing on it is changed.
 * @param device        @borrowed the device.
 * @param wish          @borrowed @nullable NULL wishes for nothing: a good picture.
 * @param outputs       @borrowed @nullable pixel formats the program can use, the best first; NULL if there are none.
 * @param output_count  their number, at most 64; 0: any, or with V4LXX_WISH_DECODE any that pictures can be made of.
 * @param out           @owned the snapshot; v4lxx_mode_list_unref() it.
 * @param error         @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure. That no mode fits is no failure: see their verdicts.
 * @errors ARGUMENT ABI CLOSED DEVICE_LOST UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_ENUM_FMT https://docs.kernel.org/userspace-api/media/v4l/vidioc-enum-fmt.html
 * @ioctl VIDIOC_ENUM_FRAMESIZES https://docs.kernel.org/userspace-api/media/v4l/vidioc-enum-framesizes.html
 * @ioctl VIDIOC_ENUM_FRAMEINTERVALS https://docs.kernel.org/userspace-api/media/v4l/vidioc-enum-frameintervals.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_list_modes(v4lxx_device *device, const v4lxx_wish *wish, const uint32_t *outputs,
                                               uint32_t output_count, v4lxx_mode_list **out, v4lxx_error **error);

/**
 * Gives a reference back.
 * @param list  @owned @nullable NULL is a no-op.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_mode_list_unref(v4lxx_mode_list *list);

/**
 * Number of modes.
 * @param list  @borrowed the list.
 * @returns the number.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_mode_list_get_count(const v4lxx_mode_list *list);

/**
 * One mode.
 * @param list   @borrowed the list.
 * @param index  0 to count - 1; 0 is the best, if its verdict is V4LXX_MODE_BEST.
 * @param out    @out @versioned set struct_size first; the rest is written.
 * @param error  @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_mode_list_at(const v4lxx_mode_list *list, uint32_t index, v4lxx_mode *out, v4lxx_error **error);

/**
 * Why a mode lost, for people: "10 per second is slower than 25 to 30 per second (2400)". Of the best: what it lacks.
 * @param list   @borrowed the list.
 * @param index  0 to count - 1.
 * @returns @borrowed list valid UTF-8; "" if index is too large.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_mode_list_get_reason(const v4lxx_mode_list *list, uint32_t index);

/**
 * Sets the mode nearest to the wish, format and rate, and reports what the driver granted. What it answers is verified: tried,
 * set, and read back. At most three times the device is asked for a format (TRY_FMT and S_FMT, each a transfer on USB).
 * @param device        @borrowed the device.
 * @param wish          @borrowed @nullable NULL wishes for nothing: a good picture.
 * @param outputs       @borrowed @nullable pixel formats the program can use, the best first; NULL if there are none.
 * @param output_count  their number, at most 64; 0: any, or with V4LXX_WISH_DECODE any that pictures can be made of.
 * @param out           @out @nullable @versioned set struct_size first; the rest is written.
 * @param error         @owned @nullable details of a failure: the modes there are, if none fits.
 * @returns V4LXX_OK or a failure, after which the device is as it was. Without V4LXX_WISH_STRICT another size or rate is no failure.
 * @errors ARGUMENT ABI CLOSED BUSY DEVICE_LOST UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_S_FMT https://docs.kernel.org/userspace-api/media/v4l/vidioc-g-fmt.html
 * @ioctl VIDIOC_S_PARM https://docs.kernel.org/userspace-api/media/v4l/vidioc-g-parm.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_negotiate(v4lxx_device *device, const v4lxx_wish *wish, const uint32_t *outputs,
                                              uint32_t output_count, v4lxx_negotiation *out, v4lxx_error **error);

#ifdef __cplusplus
}
#endif
#endif
