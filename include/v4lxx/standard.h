/* SPDX-License-Identifier: MIT */
/** @file
 * Analog television standards of the selected input: TV tuner, composite, S-Video. Size and frame rate follow the standard.
 * A standard is a number with one or more bits, the kernel's own; all names stand in docs/reference/analog_standards.md.
 */
#ifndef V4LXX_STANDARD_H
#define V4LXX_STANDARD_H

#include <v4lxx/status.h>
#include <v4lxx/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** One standard that an input can do.  @versioned @since 0.1 */
typedef struct v4lxx_standard_info {
    uint32_t struct_size;  /**< sizeof(v4lxx_standard_info) as the caller compiled it */
    uint32_t lines;        /**< of a whole picture, blanking included: 525 or 625; 0 if the driver does not say */
    v4lxx_fraction period; /**< seconds from picture to picture; 0/0 if the driver does not say */
    uint64_t bits;         /**< for v4lxx_device_set_standard() */
} v4lxx_standard_info;
#define V4LXX_STANDARD_INFO_INIT { (uint32_t)sizeof(v4lxx_standard_info), 0, { 0, 0 }, 0 }

/**
 * Writes the defaults, the same as the macro V4LXX_STANDARD_INFO_INIT.
 * @param info  @out the struct to fill; size bytes are written.
 * @param size  sizeof(v4lxx_standard_info) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_standard_info_init(v4lxx_standard_info *info, uint32_t size);

/**
 * Lists the standards that the selected input can do. A name that stands for several comes before those.
 * @param device  @borrowed the device.
 * @param out     @owned the snapshot; v4lxx_standard_list_unref() it. Empty if the input has no standards.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT CLOSED DEVICE_LOST DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_ENUMSTD https://docs.kernel.org/userspace-api/media/v4l/vidioc-enumstd.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_list_standards(v4lxx_device *device, v4lxx_standard_list **out, v4lxx_error **error);

/**
 * Gives a reference back.
 * @param list  @owned @nullable NULL is a no-op.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_standard_list_unref(v4lxx_standard_list *list);

/**
 * Number of standards.
 * @param list  @borrowed the list.
 * @returns the number.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_standard_list_get_count(const v4lxx_standard_list *list);

/**
 * The driver's name for one standard, such as "PAL-BG".
 * @param list   @borrowed the list.
 * @param index  0 to count - 1.
 * @returns @borrowed list valid UTF-8 without control characters; "" if index is too large.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_standard_list_get_name(const v4lxx_standard_list *list, uint32_t index);

/**
 * One standard.
 * @param list   @borrowed the list.
 * @param index  0 to count - 1.
 * @param out    @out @versioned set struct_size first; the rest is written.
 * @param error  @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_standard_list_at(const v4lxx_standard_list *list, uint32_t index, v4lxx_standard_info *out,
                                              v4lxx_error **error);

/**
 * The bits of a standard by its name, whatever a device can do.
 * @param name  @borrowed @nullable such as "PAL", "NTSC-M" or "PAL-B/G"; case, dashes and slashes do not matter.
 * @returns the bits; 0 if there is no such standard.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint64_t v4lxx_standard_find(const char *name);

/**
 * The name of exactly these standards.
 * @param bits  one or more standards.
 * @returns @borrowed static text; "" if they have no name together.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_standard_get_name(uint64_t bits);

/**
 * Asks which standard the input is set to.
 * @param device  @borrowed the device.
 * @param bits    @out the standard; several bits if the device treats them alike.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure; UNSUPPORTED if the input has no standards.
 * @errors ARGUMENT CLOSED DEVICE_LOST UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_G_STD https://docs.kernel.org/userspace-api/media/v4l/vidioc-g-std.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_read_standard(v4lxx_device *device, uint64_t *bits, v4lxx_error **error);

/**
 * Looks which standard comes in. Nothing on the device is changed.
 * @param device  @borrowed the device.
 * @param bits    @out all standards it may be; 0 if there is no signal or none was recognised, which is no failure.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure; UNSUPPORTED if the input has no standards or the device cannot look.
 * @errors ARGUMENT CLOSED BUSY DEVICE_LOST UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_QUERYSTD https://docs.kernel.org/userspace-api/media/v4l/vidioc-querystd.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_query_standard(v4lxx_device *device, uint64_t *bits, v4lxx_error **error);

/**
 * Finds the bits of a standard by what people call it: a name of the table ("PAL", "ntsc-m", "PAL-B/G"), the driver's own name, bits
 * ("0x1000"), or "auto" for what comes in. Nothing on the device is changed.
 * @param device  @borrowed the device.
 * @param name    @borrowed what is looked for.
 * @param bits    @out for v4lxx_device_set_standard().
 * @param error   @owned @nullable details of a failure, with the standards there are.
 * @returns V4LXX_OK or a failure; NOT_FOUND if there is none, STATE if "auto" finds no signal.
 * @errors ARGUMENT CLOSED STATE BUSY DEVICE_LOST NOT_FOUND UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_ENUMSTD https://docs.kernel.org/userspace-api/media/v4l/vidioc-enumstd.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_find_standard(v4lxx_device *device, const char *name, uint64_t *bits, v4lxx_error **error);

/**
 * Sets the standard. Format and frame interval become those of the standard: read them again.
 * @param device  @borrowed the device.
 * @param bits    one standard or several, of which the device chooses.
 * @param error   @owned @nullable details of a failure, with the standards there are.
 * @returns V4LXX_OK or a failure; BUSY while buffers exist.
 * @errors ARGUMENT CLOSED BUSY DEVICE_LOST UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_S_STD https://docs.kernel.org/userspace-api/media/v4l/vidioc-g-std.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_set_standard(v4lxx_device *device, uint64_t bits, v4lxx_error **error);

#ifdef __cplusplus
}
#endif
#endif
