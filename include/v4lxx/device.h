/* SPDX-License-Identifier: MIT */
/** @file
 * An open device node, and what is known of a node. Opening changes nothing on the device.
 */
#ifndef V4LXX_DEVICE_H
#define V4LXX_DEVICE_H

#include <v4lxx/format.h>
#include <v4lxx/status.h>
#include <v4lxx/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Options for opening a device; every field zero is the default.  @versioned @since 0.1 */
typedef struct v4lxx_device_options {
    uint32_t struct_size; /**< sizeof(v4lxx_device_options) as the caller compiled it */
    uint32_t flags;       /**< no bits defined yet; unknown bits fail with ERROR_ARGUMENT */
} v4lxx_device_options;
#define V4LXX_DEVICE_OPTIONS_INIT { (uint32_t)sizeof(v4lxx_device_options), 0 }

/** What a node can do, from its `device_caps`. Bits have the kernel's own numbers. @since 0.1 */
typedef uint32_t v4lxx_capability;
enum v4lxx_capability_values {
    V4LXX_CAPABILITY_VIDEO_CAPTURE = 0x00000001,        /**< captures, single-planar API */
    V4LXX_CAPABILITY_VIDEO_OUTPUT = 0x00000002,         /**< outputs, single-planar API */
    V4LXX_CAPABILITY_VBI_CAPTURE = 0x00000010,          /**< captures vertical blanking data */
    V4LXX_CAPABILITY_VIDEO_CAPTURE_MPLANE = 0x00001000, /**< captures, multi-planar API */
    V4LXX_CAPABILITY_VIDEO_OUTPUT_MPLANE = 0x00002000,  /**< outputs, multi-planar API */
    V4LXX_CAPABILITY_VIDEO_M2M_MPLANE = 0x00004000,     /**< memory to memory, multi-planar API */
    V4LXX_CAPABILITY_VIDEO_M2M = 0x00008000,            /**< memory to memory, single-planar API */
    V4LXX_CAPABILITY_RADIO = 0x00040000,                /**< a radio */
    V4LXX_CAPABILITY_META_CAPTURE = 0x00800000,         /**< captures metadata */
    V4LXX_CAPABILITY_READWRITE = 0x01000000,            /**< read() and write() work */
    V4LXX_CAPABILITY_STREAMING = 0x04000000,            /**< streaming works */
    V4LXX_CAPABILITY_TOUCH = 0x10000000                 /**< a touch surface */
};

/** What a node is for, from its `device_caps`. @since 0.1 */
typedef uint32_t v4lxx_node_role;
enum v4lxx_node_role_values {
    V4LXX_NODE_ROLE_UNKNOWN = 0,           /**< the node could not be asked, or is of a new kind */
    V4LXX_NODE_ROLE_CAPTURE = 1,           /**< captures video: a camera, a grabber */
    V4LXX_NODE_ROLE_OUTPUT = 2,            /**< outputs video */
    V4LXX_NODE_ROLE_M2M = 3,               /**< memory to memory: a codec, a scaler */
    V4LXX_NODE_ROLE_METADATA_CAPTURE = 4,  /**< captures metadata, such as the second node of a USB camera */
    V4LXX_NODE_ROLE_METADATA_OUTPUT = 5,   /**< takes metadata, such as the parameters of an image processor */
    V4LXX_NODE_ROLE_VBI_CAPTURE = 6,       /**< captures vertical blanking data */
    V4LXX_NODE_ROLE_VBI_OUTPUT = 7,        /**< outputs vertical blanking data */
    V4LXX_NODE_ROLE_RADIO_RECEIVER = 8,    /**< a radio receiver */
    V4LXX_NODE_ROLE_RADIO_TRANSMITTER = 9, /**< a radio transmitter */
    V4LXX_NODE_ROLE_SDR_RECEIVER = 10,     /**< software-defined radio, receiving */
    V4LXX_NODE_ROLE_SDR_TRANSMITTER = 11,  /**< software-defined radio, sending */
    V4LXX_NODE_ROLE_TOUCH = 12,            /**< a touch surface */
    V4LXX_NODE_ROLE_SUBDEVICE = 13         /**< a part of a media pipeline; not opened when devices are listed */
};

/**
 * Writes the defaults, the same as the macro V4LXX_DEVICE_OPTIONS_INIT.
 * @param options  @out the struct to fill; size bytes are written.
 * @param size     sizeof(v4lxx_device_options) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_device_options_init(v4lxx_device_options *options, uint32_t size);

/**
 * Opens a device node. Only questions are asked of the device; nothing on it is changed. The name is a path or a symlink; the id
 * of a device or of one of its nodes (`id:…`, see v4lxx_device_info_get_id()); `usb:VENDOR:PRODUCT` or
 * `usb:VENDOR:PRODUCT:SERIAL`; `card:PATTERN` with * and ?, such as `card:*C920*`; or a simulated device (`sim:…`). An id, a
 * model or a card that fits several devices is an error that lists them. Of a device with several nodes its camera is opened,
 * unless the id names another node. Within one context the same `sim:` name is the same device.
 * @param context  @borrowed the context; the device keeps it alive.
 * @param name     @borrowed such as "/dev/video0", "card:*C920*" or "sim:camera,format=NV12,size=1920x1080,fps=60".
 * @param options  @borrowed @nullable NULL takes the defaults.
 * @param out      @owned the device; v4lxx_device_unref() it.
 * @param error    @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI NOT_FOUND DENIED BUSY UNSUPPORTED DEVICE_LOST DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_QUERYCAP https://docs.kernel.org/userspace-api/media/v4l/vidioc-querycap.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_open(v4lxx_context *context, const char *name, const v4lxx_device_options *options,
                                         v4lxx_device **out, v4lxx_error **error);

/**
 * Opens a device over a file descriptor that somebody else opened, such as a portal or a broker. The descriptor is duplicated;
 * the caller keeps its own. Both share one open file description, which the library makes non-blocking.
 * @param context  @borrowed the context; the device keeps it alive.
 * @param fd       an open file descriptor of a video node.
 * @param options  @borrowed @nullable NULL takes the defaults.
 * @param out      @owned the device; v4lxx_device_unref() it.
 * @param error    @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI UNSUPPORTED DEVICE_LOST DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_QUERYCAP https://docs.kernel.org/userspace-api/media/v4l/vidioc-querycap.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_open_fd(v4lxx_context *context, int32_t fd, const v4lxx_device_options *options,
                                            v4lxx_device **out, v4lxx_error **error);

/**
 * Takes one more reference.
 * @param device  @borrowed @nullable NULL is a no-op.
 * @returns @owned the same device.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_device *v4lxx_device_ref(v4lxx_device *device);

/**
 * Gives a reference back; the last one closes the device.
 * @param device  @owned @nullable NULL is a no-op.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_device_unref(v4lxx_device *device);

/**
 * Ends the use of the device now: its streams stop, waits in progress end with ERROR_CLOSED, the node is closed as soon as no
 * other call is inside, and later calls return ERROR_CLOSED. Frames already delivered stay readable. Closing twice is allowed.
 * @param device  @borrowed @nullable NULL is a no-op.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_device_close(v4lxx_device *device);

/**
 * Closes as v4lxx_device_close() does, and waits until that is over: the streams are stopped, the node is closed, and the device is free for
 * others. If the driver does not return from a call in this time, ERROR_BUSY with V4LXX_CODE_CALL_NOT_RETURNED names the call; the device is
 * closed for this program all the same, and the rest happens on whatever thread returns from that call. The call may be made again to wait on.
 * Where the rest falls to this call it runs on a thread of its own for as long as it takes: what keeps that must not keep the caller.
 * In a log function that is told by a call on the device it would wait for that call, which waits for the function: give it a time there.
 * @param device      @borrowed the device.
 * @param timeout_ns  nanoseconds to wait; 0 only begins, < 0 waits until it is over.
 * @param error       @owned @nullable details of a failure.
 * @returns V4LXX_OK, also if it was closed before; or a failure: after any but ERROR_BUSY nothing was begun.
 * @errors ARGUMENT BUSY SYSTEM NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_close_within(v4lxx_device *device, int64_t timeout_ns, v4lxx_error **error);

/**
 * What is known of the device.
 * @param device  @borrowed the device.
 * @returns @borrowed device the snapshot taken when the device was opened.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_device_info *v4lxx_device_get_info(const v4lxx_device *device);

/**
 * Takes one more reference, to keep what is known longer than the list or device it came from.
 * @param info  @borrowed @nullable NULL is a no-op.
 * @returns @owned the same snapshot.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_device_info *v4lxx_device_info_ref(v4lxx_device_info *info);

/**
 * Gives a reference back.
 * @param info  @owned @nullable NULL is a no-op.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_device_info_unref(v4lxx_device_info *info);

/**
 * The name that opens the node, such as "/dev/video0".
 * @param info  @borrowed the snapshot.
 * @returns @borrowed info text; "" if it was opened by file descriptor.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_device_info_get_path(const v4lxx_device_info *info);

/**
 * The name of the device for people, such as "HD Pro Webcam C920".
 * @param info  @borrowed the snapshot.
 * @returns @borrowed info valid UTF-8 without control characters.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_device_info_get_card(const v4lxx_device_info *info);

/**
 * The name of the driver, such as "uvcvideo".
 * @param info  @borrowed the snapshot.
 * @returns @borrowed info valid UTF-8 without control characters; "" if the node could not be asked.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_device_info_get_driver(const v4lxx_device_info *info);

/**
 * Where the device is plugged in, such as "usb-0000:00:14.0-2".
 * @param info  @borrowed the snapshot.
 * @returns @borrowed info valid UTF-8 without control characters; "" if the node could not be asked.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_device_info_get_bus(const v4lxx_device_info *info);

/**
 * The name of the device that stays the same over replugging, reboots and other node numbers: where it is plugged in, its USB
 * vendor, product and serial number, and, for one node of a device, what the node is for. v4lxx_device_open() takes it. A device
 * with a serial number is found at another port too.
 * @param info  @borrowed the snapshot.
 * @returns @borrowed info text such as "id:usb-0000:00:14.0-2/046d:082d/5A3C1D2F"; "" if the device was opened by path or by
 *          descriptor, which does not look for it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_device_info_get_id(const v4lxx_device_info *info);

/**
 * What the node is for.
 * @param info  @borrowed the snapshot.
 * @returns one of ::v4lxx_node_role_values.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_node_role v4lxx_device_info_get_role(const v4lxx_device_info *info);

/**
 * Vendor number of a USB device.
 * @param info  @borrowed the snapshot.
 * @returns the number, such as 0x046d; 0 if the device is not on USB, or was opened by path.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_device_info_get_usb_vendor(const v4lxx_device_info *info);

/**
 * Product number of a USB device.
 * @param info  @borrowed the snapshot.
 * @returns the number, such as 0x082d; 0 if the device is not on USB, or was opened by path.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_device_info_get_usb_product(const v4lxx_device_info *info);

/**
 * Serial number of a USB device. Cheap cameras have none, or the same for a whole model.
 * @param info  @borrowed the snapshot.
 * @returns @borrowed info valid UTF-8 without control characters; "" if there is none.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_device_info_get_serial(const v4lxx_device_info *info);

/**
 * The media controller node of the physical device, if it has one.
 * @param info  @borrowed the snapshot, an entry of a list.
 * @returns @borrowed info a path such as "/dev/media0"; "" if there is none.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_device_info_get_media_path(const v4lxx_device_info *info);

/**
 * Number of nodes of the physical device, the one that a program would open among them.
 * @param info  @borrowed the snapshot, an entry of a list.
 * @returns the number; 0 if the snapshot is not an entry of a list.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_device_info_get_node_count(const v4lxx_device_info *info);

/**
 * One node of the physical device.
 * @param info   @borrowed the snapshot, an entry of a list.
 * @param index  0 to count - 1.
 * @returns @borrowed info what is known of the node; NULL if index is too large.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_device_info *v4lxx_device_info_get_node(const v4lxx_device_info *info, uint32_t index);

/**
 * What this node can do: the kernel's `device_caps`, not what other nodes of the same device can.
 * @param info  @borrowed the snapshot.
 * @returns bits of ::v4lxx_capability_values and others of the kernel's; 0 if the node could not be asked.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_device_info_get_capabilities(const v4lxx_device_info *info);

/**
 * Whether the node can capture video by streaming: the question most programs have.
 * @param info  @borrowed the snapshot.
 * @returns 1 or 0.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_bool v4lxx_device_info_is_camera(const v4lxx_device_info *info);

/**
 * Whether the device is simulated.
 * @param info  @borrowed the snapshot.
 * @returns 1 or 0.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_bool v4lxx_device_info_is_simulated(const v4lxx_device_info *info);

/**
 * Why the node could not be asked, if it could not.
 * @param info  @borrowed the snapshot.
 * @returns @borrowed info @nullable NULL if all is well; do not free it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const v4lxx_error *v4lxx_device_info_get_error(const v4lxx_device_info *info);

/**
 * Lists the pixel formats the node offers.
 * @param device  @borrowed the device.
 * @param out     @owned the snapshot; v4lxx_format_list_unref() it.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT CLOSED DEVICE_LOST UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_ENUM_FMT https://docs.kernel.org/userspace-api/media/v4l/vidioc-enum-fmt.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_list_formats(v4lxx_device *device, v4lxx_format_list **out, v4lxx_error **error);

/**
 * Lists the frame sizes the node offers for a pixel format.
 * @param device  @borrowed the device.
 * @param fourcc  a code from the list of formats.
 * @param out     @owned the snapshot; v4lxx_size_list_unref() it. Empty if the driver does not tell.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT CLOSED DEVICE_LOST DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_ENUM_FRAMESIZES https://docs.kernel.org/userspace-api/media/v4l/vidioc-enum-framesizes.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_list_sizes(v4lxx_device *device, uint32_t fourcc, v4lxx_size_list **out,
                                               v4lxx_error **error);

/**
 * Lists the frame intervals the node offers for a pixel format and a size.
 * @param device  @borrowed the device.
 * @param fourcc  a code from the list of formats.
 * @param width   pixels.
 * @param height  pixels.
 * @param out     @owned the snapshot; v4lxx_interval_list_unref() it. Empty if the driver does not tell.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT CLOSED DEVICE_LOST DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_ENUM_FRAMEINTERVALS https://docs.kernel.org/userspace-api/media/v4l/vidioc-enum-frameintervals.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_list_intervals(v4lxx_device *device, uint32_t fourcc, uint32_t width, uint32_t height,
                                                   v4lxx_interval_list **out, v4lxx_error **error);

/**
 * Asks for the format the device has now.
 * @param device  @borrowed the device.
 * @param format  @out @versioned set struct_size first; the rest is written.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI CLOSED DEVICE_LOST UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_G_FMT https://docs.kernel.org/userspace-api/media/v4l/vidioc-g-fmt.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_read_format(v4lxx_device *device, v4lxx_format *format, v4lxx_error **error);

/**
 * Asks what the device would grant, without changing anything.
 * @param device       @borrowed the device.
 * @param format       @inout @versioned in: what is wanted; a zero fourcc, width or height stays as it is, another
 *                     zero field is left to the driver; out: what would be granted.
 * @param differences  @out @nullable bits of ::v4lxx_format_field_values: wanted fields that would be granted otherwise.
 * @param error        @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure. A format that differs is no failure.
 * @errors ARGUMENT ABI CLOSED DEVICE_LOST UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_TRY_FMT https://docs.kernel.org/userspace-api/media/v4l/vidioc-g-fmt.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_try_format(v4lxx_device *device, v4lxx_format *format, uint32_t *differences,
                                               v4lxx_error **error);

/**
 * Sets the format and reports what was granted, field by field. The driver adjusts what it cannot do.
 * @param device       @borrowed the device.
 * @param format       @inout @versioned in: what is wanted; a zero fourcc, width or height stays as it is, another
 *                     zero field is left to the driver; out: what was granted.
 * @param differences  @out @nullable bits of ::v4lxx_format_field_values: wanted fields that were granted otherwise.
 * @param error        @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure. A format that differs is no failure.
 * @errors ARGUMENT ABI STATE CLOSED BUSY DEVICE_LOST UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_S_FMT https://docs.kernel.org/userspace-api/media/v4l/vidioc-g-fmt.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_set_format(v4lxx_device *device, v4lxx_format *format, uint32_t *differences,
                                               v4lxx_error **error);

/**
 * Asks for the time between two frames.
 * @param device    @borrowed the device.
 * @param interval  @out seconds per frame.
 * @param error     @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT CLOSED DEVICE_LOST UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_G_PARM https://docs.kernel.org/userspace-api/media/v4l/vidioc-g-parm.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_read_interval(v4lxx_device *device, v4lxx_fraction *interval, v4lxx_error **error);

/**
 * Sets the time between two frames and reports what was granted.
 * @param device    @borrowed the device.
 * @param interval  @inout in: wanted seconds per frame; out: granted.
 * @param error     @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure. An interval that differs is no failure.
 * @errors ARGUMENT CLOSED BUSY DEVICE_LOST UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_S_PARM https://docs.kernel.org/userspace-api/media/v4l/vidioc-g-parm.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_set_interval(v4lxx_device *device, v4lxx_fraction *interval, v4lxx_error **error);

#ifdef __cplusplus
}
#endif
#endif
