/* SPDX-License-Identifier: MIT */
/** @file
 * Crop and compose: which part of the source a device takes, and where in the frame it puts it. Numbers are the kernel's own.
 */
#ifndef V4LXX_SELECTION_H
#define V4LXX_SELECTION_H

#include <v4lxx/status.h>
#include <v4lxx/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A rectangle in pixels; corners may be negative.  @frozen @since 0.1 */
typedef struct v4lxx_rectangle {
    int32_t left;    /**< from the left edge of the picture */
    int32_t top;     /**< from its upper edge */
    uint32_t width;  /**< pixels */
    uint32_t height; /**< pixels */
} v4lxx_rectangle;

/** Which rectangle is meant; the kernel's own numbers. @since 0.1 */
typedef uint32_t v4lxx_selection_target;
enum v4lxx_selection_target_values {
    V4LXX_SELECTION_CROP = 0x0000,            /**< the part of the source that is taken */
    V4LXX_SELECTION_CROP_DEFAULT = 0x0001,    /**< the part that shows the whole picture */
    V4LXX_SELECTION_CROP_BOUNDS = 0x0002,     /**< everything that can be taken */
    V4LXX_SELECTION_NATIVE_SIZE = 0x0003,     /**< all pixels of the sensor */
    V4LXX_SELECTION_COMPOSE = 0x0100,         /**< where in the frame the picture is put */
    V4LXX_SELECTION_COMPOSE_DEFAULT = 0x0101, /**< the whole frame */
    V4LXX_SELECTION_COMPOSE_BOUNDS = 0x0102,  /**< everywhere it can be put */
    V4LXX_SELECTION_COMPOSE_PADDED = 0x0103   /**< what is written to when the picture is put there; read only */
};

/** How the driver may adjust a rectangle. @since 0.1 */
typedef uint32_t v4lxx_selection_flags;
enum v4lxx_selection_flags_values {
    V4LXX_SELECTION_AT_LEAST = 1 << 0, /**< not smaller than asked */
    V4LXX_SELECTION_AT_MOST = 1 << 1   /**< not larger than asked; with AT_LEAST: exactly as asked, or not at all */
};

/**
 * Reads one of the rectangles.
 * @param device  @borrowed the device.
 * @param target  one of ::v4lxx_selection_target_values.
 * @param out     @out the rectangle.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure; UNSUPPORTED if the device has no such rectangle at its selected input.
 * @errors ARGUMENT CLOSED DEVICE_LOST UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_G_SELECTION https://docs.kernel.org/userspace-api/media/v4l/vidioc-g-selection.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_read_selection(v4lxx_device *device, v4lxx_selection_target target, v4lxx_rectangle *out,
                                                   v4lxx_error **error);

/**
 * Sets the crop or the compose rectangle and reports what was granted. The driver adjusts what it cannot do; the format may follow.
 * @param device     @borrowed the device.
 * @param target     V4LXX_SELECTION_CROP or V4LXX_SELECTION_COMPOSE.
 * @param flags      bits of ::v4lxx_selection_flags_values.
 * @param rectangle  @inout in: what is wanted, not empty; out: what was granted.
 * @param error      @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure. A rectangle that differs is no failure.
 * @errors ARGUMENT CLOSED BUSY DEVICE_LOST UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_S_SELECTION https://docs.kernel.org/userspace-api/media/v4l/vidioc-g-selection.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_set_selection(v4lxx_device *device, v4lxx_selection_target target, uint32_t flags,
                                                  v4lxx_rectangle *rectangle, v4lxx_error **error);

#ifdef __cplusplus
}
#endif
#endif
