/* SPDX-License-Identifier: MIT */
/** @file
 * Controls: brightness, exposure, focus and whatever else a driver offers. Listing, finding and reading change nothing on the
 * device. A value is never clamped in silence: one that the control cannot take is refused with what it can take.
 */
#ifndef V4LXX_CONTROL_H
#define V4LXX_CONTROL_H

#include <v4lxx/status.h>
#include <v4lxx/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a control holds; the kernel's own numbers. Those from 0x100 on are compound types. @since 0.1 */
typedef uint32_t v4lxx_control_type;
enum v4lxx_control_type_values {
    V4LXX_CONTROL_TYPE_INTEGER = 1,      /**< an integer of 32 bits */
    V4LXX_CONTROL_TYPE_BOOLEAN = 2,      /**< 0 or 1 */
    V4LXX_CONTROL_TYPE_MENU = 3,         /**< one of the items, by index */
    V4LXX_CONTROL_TYPE_BUTTON = 4,       /**< has no value; setting it does something */
    V4LXX_CONTROL_TYPE_INTEGER64 = 5,    /**< an integer of 64 bits */
    V4LXX_CONTROL_TYPE_CLASS = 6,        /**< the heading of the controls that follow it */
    V4LXX_CONTROL_TYPE_STRING = 7,       /**< a text; minimum, maximum and step count its bytes */
    V4LXX_CONTROL_TYPE_BITMASK = 8,      /**< bits; the maximum has all that may be set */
    V4LXX_CONTROL_TYPE_INTEGER_MENU = 9, /**< one of the items, by value */
    V4LXX_CONTROL_TYPE_U8 = 0x100,       /**< bytes: compound */
    V4LXX_CONTROL_TYPE_U16 = 0x101,      /**< compound */
    V4LXX_CONTROL_TYPE_U32 = 0x102,      /**< compound */
    V4LXX_CONTROL_TYPE_AREA = 0x106      /**< a width and a height: compound */
};

/** State of a control when it was listed or found; bits have the kernel's own numbers. @since 0.1 */
typedef uint32_t v4lxx_control_flags;
enum v4lxx_control_flags_values {
    V4LXX_CONTROL_DISABLED = 0x0001,         /**< switched off for good */
    V4LXX_CONTROL_GRABBED = 0x0002,          /**< cannot be set now, usually because a stream runs */
    V4LXX_CONTROL_READ_ONLY = 0x0004,        /**< cannot be set */
    V4LXX_CONTROL_UPDATE = 0x0008,           /**< setting it may change others */
    V4LXX_CONTROL_INACTIVE = 0x0010,         /**< has no effect now: another control has taken it over */
    V4LXX_CONTROL_SLIDER = 0x0020,           /**< a hint to show a slider */
    V4LXX_CONTROL_WRITE_ONLY = 0x0040,       /**< cannot be read */
    V4LXX_CONTROL_VOLATILE = 0x0080,         /**< the device changes it by itself */
    V4LXX_CONTROL_HAS_PAYLOAD = 0x0100,      /**< its value is a block of memory: strings, arrays, compound types */
    V4LXX_CONTROL_EXECUTE_ON_WRITE = 0x0200, /**< setting does something even if the value is the same */
    V4LXX_CONTROL_MODIFY_LAYOUT = 0x0400,    /**< changes the layout of buffers; stop the stream before */
    V4LXX_CONTROL_DYNAMIC_ARRAY = 0x0800     /**< an array whose number of elements changes */
};

/**
 * Lists all controls of a device by rising number, headings and controls of every type included.
 * @param device  @borrowed the device.
 * @param out     @owned the list; v4lxx_control_list_unref() it. Empty for a device without controls.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT CLOSED DEVICE_LOST DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_QUERY_EXT_CTRL https://docs.kernel.org/userspace-api/media/v4l/vidioc-queryctrl.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_list_controls(v4lxx_device *device, v4lxx_control_list **out, v4lxx_error **error);

/**
 * Finds a control by name: the driver's ("Exposure Time, Absolute"), that one as it is written on a command line
 * ("exposure_time_absolute"), the one of an older or newer kernel ("exposure_absolute"), or its number ("0x009a0902").
 * A name that fits several controls fails, with the candidates in the error; an unknown one with the nearest names.
 * @param device  @borrowed the device.
 * @param name    @borrowed the name.
 * @param out     @owned the control; v4lxx_control_unref() it.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT NOT_FOUND CLOSED DEVICE_LOST DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_QUERY_EXT_CTRL https://docs.kernel.org/userspace-api/media/v4l/vidioc-queryctrl.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_find_control(v4lxx_device *device, const char *name, v4lxx_control **out,
                                                 v4lxx_error **error);

/**
 * Finds a control by its number, such as V4L2_CID_BRIGHTNESS.
 * @param device  @borrowed the device.
 * @param id      the number.
 * @param out     @owned the control; v4lxx_control_unref() it.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT NOT_FOUND CLOSED DEVICE_LOST DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_QUERY_EXT_CTRL https://docs.kernel.org/userspace-api/media/v4l/vidioc-queryctrl.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_find_control_by_id(v4lxx_device *device, uint32_t id, v4lxx_control **out,
                                                       v4lxx_error **error);

/**
 * Reads a control that holds a number: one system call, nothing is written. A menu gives the index of its item, an integer menu
 * the value of its item. A value that the control cannot have, as the driver describes it now, is ERROR_DRIVER_BUG.
 * @param device   @borrowed the device.
 * @param control  @borrowed a control of this device.
 * @param value    @out the value.
 * @param error    @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT STATE BUSY UNSUPPORTED CLOSED DEVICE_LOST DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_G_CTRL https://docs.kernel.org/userspace-api/media/v4l/vidioc-g-ctrl.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_read_control_i64(v4lxx_device *device, const v4lxx_control *control, int64_t *value,
                                                     v4lxx_error **error);

/**
 * Sets a control that holds a number, or pushes a button. A value that the control cannot take is refused before the driver is
 * asked, with what it can take; so is a set that would do nothing (inactive), or that is not allowed now (grabbed), with what
 * makes it possible.
 * @param device   @borrowed the device.
 * @param control  @borrowed a control of this device.
 * @param value    the value; of an integer menu the value of the item; anything for a button.
 * @param applied  @out @nullable what the driver made of it, where its true limits are narrower than those it tells.
 * @param error    @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT STATE BUSY UNSUPPORTED NOT_FOUND CLOSED DEVICE_LOST DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_S_CTRL https://docs.kernel.org/userspace-api/media/v4l/vidioc-g-ctrl.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_set_control_i64(v4lxx_device *device, const v4lxx_control *control, int64_t value,
                                                    int64_t *applied, v4lxx_error **error);

/**
 * Reads a control that holds a text: one system call, nothing is written.
 * @param device   @borrowed the device.
 * @param control  @borrowed a control of this device.
 * @param text     @out the caller's memory, of size bytes; the text is UTF-8 and ends with a NUL.
 * @param size     its size; the maximum of the control and 1 is always enough.
 * @param error    @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure; nothing is written if the text does not fit.
 * @errors ARGUMENT STATE BUSY UNSUPPORTED CLOSED DEVICE_LOST DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_G_EXT_CTRLS https://docs.kernel.org/userspace-api/media/v4l/vidioc-g-ext-ctrls.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_read_control_string(v4lxx_device *device, const v4lxx_control *control, void *text,
                                                        uint32_t size, v4lxx_error **error);

/**
 * Sets a control that holds a text. A length that the control cannot hold is refused before the driver is asked.
 * @param device   @borrowed the device.
 * @param control  @borrowed a control of this device.
 * @param text     @borrowed the text, ended by a NUL.
 * @param error    @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT STATE BUSY UNSUPPORTED NOT_FOUND CLOSED DEVICE_LOST DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_S_EXT_CTRLS https://docs.kernel.org/userspace-api/media/v4l/vidioc-g-ext-ctrls.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_set_control_string(v4lxx_device *device, const v4lxx_control *control, const char *text,
                                                       v4lxx_error **error);

/**
 * Takes one more reference.
 * @param control  @borrowed @nullable NULL is a no-op.
 * @returns @owned the same control.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_control *v4lxx_control_ref(v4lxx_control *control);

/**
 * Gives a reference back.
 * @param control  @owned @nullable NULL is a no-op.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_control_unref(v4lxx_control *control);

/**
 * Number of a control, the same on every device that has it.
 * @param control  @borrowed the control.
 * @returns the number.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_control_get_id(const v4lxx_control *control);

/**
 * The driver's name of a control, such as "Exposure Time, Absolute".
 * @param control  @borrowed the control.
 * @returns @borrowed control valid UTF-8.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_control_get_name(const v4lxx_control *control);

/**
 * The name as it is written on a command line, such as "exposure_time_absolute".
 * @param control  @borrowed the control.
 * @returns @borrowed control small letters, digits and '_' only.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_control_get_short_name(const v4lxx_control *control);

/**
 * What a control holds.
 * @param control  @borrowed the control.
 * @returns a number of ::v4lxx_control_type_values, or another of the kernel's.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_control_get_type(const v4lxx_control *control);

/**
 * State of a control when it was listed or found.
 * @param control  @borrowed the control.
 * @returns bits of ::v4lxx_control_flags_values, and others of the kernel's.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_control_get_flags(const v4lxx_control *control);

/**
 * The smallest value; of a string the fewest bytes, of a menu the first index.
 * @param control  @borrowed the control.
 * @returns the value.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API int64_t v4lxx_control_get_minimum(const v4lxx_control *control);

/**
 * The largest value; of a string the most bytes, of a menu the last index, of a bitmask all bits that may be set.
 * @param control  @borrowed the control.
 * @returns the value.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API int64_t v4lxx_control_get_maximum(const v4lxx_control *control);

/**
 * Values are the minimum and whole steps above it.
 * @param control  @borrowed the control.
 * @returns the step; 0 for controls without a range.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint64_t v4lxx_control_get_step(const v4lxx_control *control);

/**
 * The value the driver begins with; of every menu the index.
 * @param control  @borrowed the control.
 * @returns the value.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API int64_t v4lxx_control_get_default(const v4lxx_control *control);

/**
 * Number of elements of an array.
 * @param control  @borrowed the control.
 * @returns the number; 1 for a control that is no array.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_control_get_element_count(const v4lxx_control *control);

/**
 * Why the driver's description of a control cannot be true, such as a minimum above the maximum. Such a control is listed, but
 * setting it fails with ERROR_DRIVER_BUG.
 * @param control  @borrowed the control.
 * @returns @borrowed control English text; "" if all is well.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_control_get_flaw(const v4lxx_control *control);

/**
 * The control that governs this one, such as the automatic mode that makes it inactive: whoever sets both sets that one first.
 * @param control  @borrowed the control.
 * @returns its number, which this device need not have; 0 if none is known.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_control_get_master(const v4lxx_control *control);

/**
 * Number of items that a menu offers; holes are not counted.
 * @param control  @borrowed the control.
 * @returns the number; 0 if it is no menu.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_control_get_item_count(const v4lxx_control *control);

/**
 * The driver's index of an item.
 * @param control  @borrowed the control.
 * @param number   0 to item count - 1.
 * @returns the index; 0 if number is too large.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_control_get_item_index(const v4lxx_control *control, uint32_t number);

/**
 * The name of an item; of an integer menu its value as text.
 * @param control  @borrowed the control.
 * @param number   0 to item count - 1.
 * @returns @borrowed control valid UTF-8; "" if number is too large.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_control_get_item_name(const v4lxx_control *control, uint32_t number);

/**
 * What v4lxx_device_set_control_i64() takes for an item: of a menu its index, of an integer menu its value.
 * @param control  @borrowed the control.
 * @param number   0 to item count - 1.
 * @returns the value; 0 if number is too large.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API int64_t v4lxx_control_get_item_value(const v4lxx_control *control, uint32_t number);

/**
 * Understands a value as people write it: "157", "0x1f", "on", "off", or an item of a menu ("Manual Mode", "manual"). Whether the
 * control takes the number is not asked here.
 * @param control  @borrowed the control.
 * @param text     @borrowed the text.
 * @param value    @out what v4lxx_device_set_control_i64() takes for it.
 * @param error    @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_control_parse_value(const v4lxx_control *control, const char *text, int64_t *value,
                                                 v4lxx_error **error);

/**
 * Gives a reference back.
 * @param list  @owned @nullable NULL is a no-op.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_control_list_unref(v4lxx_control_list *list);

/**
 * Number of controls.
 * @param list  @borrowed the list.
 * @returns the number.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_control_list_get_count(const v4lxx_control_list *list);

/**
 * One control.
 * @param list   @borrowed the list.
 * @param index  0 to count - 1.
 * @returns @borrowed list the control; NULL if index is too large.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_control *v4lxx_control_list_get(const v4lxx_control_list *list, uint32_t index);

#ifdef __cplusplus
}
#endif
#endif
