/* SPDX-License-Identifier: MIT */
/** @file
 * DV timings of the selected input: HDMI, DVI, SDI. The source decides what comes in; the receiver must be set to it before frames are
 * right. Size and frame rate of the format follow the timings.
 */
#ifndef V4LXX_TIMINGS_H
#define V4LXX_TIMINGS_H

#include <v4lxx/status.h>
#include <v4lxx/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Where timings are written down; the kernel's own bits. @since 0.1 */
typedef uint32_t v4lxx_timings_standard;
enum v4lxx_timings_standard_values {
    V4LXX_TIMINGS_CEA861 = 1 << 0, /**< consumer video: HDMI */
    V4LXX_TIMINGS_DMT = 1 << 1,    /**< VESA's list for monitors */
    V4LXX_TIMINGS_CVT = 1 << 2,    /**< VESA's formula, new */
    V4LXX_TIMINGS_GTF = 1 << 3,    /**< VESA's formula, old */
    V4LXX_TIMINGS_SDI = 1 << 4     /**< studio video */
};

/** What is special about timings; the kernel's own bits. @since 0.1 */
typedef uint32_t v4lxx_timings_flags;
enum v4lxx_timings_flags_values {
    V4LXX_TIMINGS_REDUCED_BLANKING = 1 << 0,       /**< the blanking is shorter than of old */
    V4LXX_TIMINGS_CAN_REDUCE_FPS = 1 << 1,         /**< REDUCED_FPS may be set */
    V4LXX_TIMINGS_REDUCED_FPS = 1 << 2,            /**< 1000/1001 of the rate: 59.94 for 60 */
    V4LXX_TIMINGS_HALF_LINE = 1 << 3,              /**< the blanking of the second field has half a line more */
    V4LXX_TIMINGS_IS_CE_VIDEO = 1 << 4,            /**< consumer video: limited range unless the source says otherwise */
    V4LXX_TIMINGS_FIRST_FIELD_EXTRA_LINE = 1 << 5, /**< the first field has one line more */
    V4LXX_TIMINGS_HAS_PICTURE_ASPECT = 1 << 6,     /**< picture_aspect is meant */
    V4LXX_TIMINGS_HAS_CEA861_VIC = 1 << 7,         /**< cea861_vic is meant */
    V4LXX_TIMINGS_HAS_HDMI_VIC = 1 << 8,           /**< hdmi_vic is meant */
    V4LXX_TIMINGS_CAN_DETECT_REDUCED_FPS = 1 << 9  /**< the receiver tells 59.94 from 60 */
};

/** What a receiver can do; the kernel's own bits. @since 0.1 */
typedef uint32_t v4lxx_timings_capability;
enum v4lxx_timings_capability_values {
    V4LXX_TIMINGS_CAN_INTERLACED = 1 << 0,       /**< pictures as two fields */
    V4LXX_TIMINGS_CAN_PROGRESSIVE = 1 << 1,      /**< whole pictures */
    V4LXX_TIMINGS_CAN_REDUCED_BLANKING = 1 << 2, /**< timings with reduced blanking */
    V4LXX_TIMINGS_CAN_CUSTOM = 1 << 3            /**< timings that no standard has */
};

/**
 * DV timings. Fields are the kernel's; the width and height are those of a whole picture, also when it comes as two fields.
 * @versioned @since 0.1
 */
typedef struct v4lxx_timings {
    uint32_t struct_size;          /**< sizeof(v4lxx_timings) as the caller compiled it */
    uint32_t width;                /**< pixels of the picture */
    uint32_t height;               /**< lines of the picture */
    v4lxx_bool interlaced;         /**< 1: a picture comes as two fields */
    uint32_t polarities;           /**< bit 0: vertical sync is positive; bit 1: horizontal sync is */
    uint32_t flags;                /**< bits of ::v4lxx_timings_flags_values */
    uint32_t standards;            /**< bits of ::v4lxx_timings_standard_values */
    uint32_t hfrontporch;          /**< pixels */
    uint32_t hsync;                /**< pixels */
    uint32_t hbackporch;           /**< pixels */
    uint32_t vfrontporch;          /**< lines, of the first field if there are two */
    uint32_t vsync;                /**< lines */
    uint32_t vbackporch;           /**< lines */
    uint32_t il_vfrontporch;       /**< lines of the second field */
    uint32_t il_vsync;             /**< lines of the second field */
    uint32_t il_vbackporch;        /**< lines of the second field */
    uint32_t cea861_vic;           /**< number of the format in CEA-861, if the flag says so */
    uint32_t hdmi_vic;             /**< number of the format in HDMI, if the flag says so */
    v4lxx_fraction picture_aspect; /**< width to height, if the flag says so */
    v4lxx_fraction rate;           /**< pictures per second, reduced if the flag says so; 0/0: not known; out only */
    uint64_t pixelclock_hz;        /**< pixels per second, blanking included; 0: not known */
} v4lxx_timings;
#define V4LXX_TIMINGS_INIT \
    { (uint32_t)sizeof(v4lxx_timings), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, { 0, 0 }, { 0, 0 }, 0 }

/** What timings a receiver can do at the selected input.  @versioned @since 0.1 */
typedef struct v4lxx_timings_capabilities {
    uint32_t struct_size;       /**< sizeof(v4lxx_timings_capabilities) as the caller compiled it */
    uint32_t min_width;         /**< pixels */
    uint32_t max_width;         /**< pixels */
    uint32_t min_height;        /**< lines */
    uint32_t max_height;        /**< lines */
    uint32_t standards;         /**< bits of ::v4lxx_timings_standard_values */
    uint32_t capabilities;      /**< bits of ::v4lxx_timings_capability_values */
    uint32_t reserved0;         /**< zero */
    uint64_t min_pixelclock_hz; /**< pixels per second */
    uint64_t max_pixelclock_hz; /**< pixels per second */
} v4lxx_timings_capabilities;
#define V4LXX_TIMINGS_CAPABILITIES_INIT { (uint32_t)sizeof(v4lxx_timings_capabilities), 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/**
 * Writes the defaults, the same as the macro V4LXX_TIMINGS_INIT.
 * @param timings  @out the struct to fill; size bytes are written.
 * @param size     sizeof(v4lxx_timings) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_timings_init(v4lxx_timings *timings, uint32_t size);

/**
 * Writes the defaults, the same as the macro V4LXX_TIMINGS_CAPABILITIES_INIT.
 * @param capabilities  @out the struct to fill; size bytes are written.
 * @param size          sizeof(v4lxx_timings_capabilities) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_timings_capabilities_init(v4lxx_timings_capabilities *capabilities, uint32_t size);

/**
 * Lists the timings that the selected input knows.
 * @param device  @borrowed the device.
 * @param out     @owned the snapshot; v4lxx_timings_list_unref() it. Empty if the input has no timings.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT CLOSED DEVICE_LOST DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_ENUM_DV_TIMINGS https://docs.kernel.org/userspace-api/media/v4l/vidioc-enum-dv-timings.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_list_timings(v4lxx_device *device, v4lxx_timings_list **out, v4lxx_error **error);

/**
 * Gives a reference back.
 * @param list  @owned @nullable NULL is a no-op.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_timings_list_unref(v4lxx_timings_list *list);

/**
 * Number of timings.
 * @param list  @borrowed the list.
 * @returns the number.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_timings_list_get_count(const v4lxx_timings_list *list);

/**
 * What one entry is called: "1920x1080p60", "1920x1080i60" (fields per second), "640x480p59.94".
 * @param list   @borrowed the list.
 * @param index  0 to count - 1.
 * @returns @borrowed list text that v4lxx_device_find_timings() understands; "" if index is too large.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_timings_list_get_name(const v4lxx_timings_list *list, uint32_t index);

/**
 * One entry.
 * @param list   @borrowed the list.
 * @param index  0 to count - 1.
 * @param out    @out @versioned set struct_size first; the rest is written.
 * @param error  @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_timings_list_at(const v4lxx_timings_list *list, uint32_t index, v4lxx_timings *out,
                                             v4lxx_error **error);

/**
 * Asks which timings the selected input is set to.
 * @param device   @borrowed the device.
 * @param timings  @out @versioned set struct_size first; the rest is written.
 * @param error    @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure; UNSUPPORTED if the input has no timings.
 * @errors ARGUMENT ABI CLOSED DEVICE_LOST UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_G_DV_TIMINGS https://docs.kernel.org/userspace-api/media/v4l/vidioc-g-dv-timings.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_read_timings(v4lxx_device *device, v4lxx_timings *timings, v4lxx_error **error);

/**
 * Looks which timings come in. Nothing on the device is changed; set them with v4lxx_device_set_timings().
 * To ask without a failure when there is no signal: v4lxx_device_read_signal().
 * @param device   @borrowed the device.
 * @param timings  @out @versioned set struct_size first; the rest is written.
 * @param error    @owned @nullable details of a failure: no signal, no lock and out of range have codes of their own.
 * @returns V4LXX_OK or a failure; STATE if there is no signal or no lock, UNSUPPORTED if it is out of range or the input has no timings.
 * @errors ARGUMENT ABI CLOSED STATE BUSY DEVICE_LOST UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_QUERY_DV_TIMINGS https://docs.kernel.org/userspace-api/media/v4l/vidioc-query-dv-timings.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_query_timings(v4lxx_device *device, v4lxx_timings *timings, v4lxx_error **error);

/**
 * Sets the timings and reports what was granted. Format and frame interval become those of the timings: read them again.
 * @param device   @borrowed the device.
 * @param timings  @inout @versioned in: what is wanted, from the list, from a query or from v4lxx_device_find_timings(); `rate` is not
 *                 looked at; out: what was granted.
 * @param error    @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure; BUSY while buffers exist.
 * @errors ARGUMENT ABI CLOSED BUSY DEVICE_LOST UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_S_DV_TIMINGS https://docs.kernel.org/userspace-api/media/v4l/vidioc-g-dv-timings.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_set_timings(v4lxx_device *device, v4lxx_timings *timings, v4lxx_error **error);

/**
 * Finds the listed timings that a text means: "1920x1080p60", "1920x1080i50" (fields per second), "1280x720@59.94", "1280x720", which
 * takes the rate nearest to 60, or "auto" for what comes in. A rate may be half a picture off; where 1000/1001 of a listed rate comes nearer, REDUCED_FPS is set.
 * @param device   @borrowed the device.
 * @param name     @borrowed what is looked for.
 * @param timings  @out @versioned set struct_size first; the rest is written.
 * @param error    @owned @nullable details of a failure, with the nearest that are listed.
 * @returns V4LXX_OK or a failure; NOT_FOUND if nothing fits.
 * @errors ARGUMENT ABI CLOSED STATE BUSY DEVICE_LOST NOT_FOUND UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_ENUM_DV_TIMINGS https://docs.kernel.org/userspace-api/media/v4l/vidioc-enum-dv-timings.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_find_timings(v4lxx_device *device, const char *name, v4lxx_timings *timings,
                                                 v4lxx_error **error);

/**
 * Asks what timings the receiver can do.
 * @param device  @borrowed the device.
 * @param out     @out @versioned set struct_size first; the rest is written.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure; UNSUPPORTED if the input has no timings.
 * @errors ARGUMENT ABI CLOSED DEVICE_LOST UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_DV_TIMINGS_CAP https://docs.kernel.org/userspace-api/media/v4l/vidioc-dv-timings-cap.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_read_timings_capabilities(v4lxx_device *device, v4lxx_timings_capabilities *out,
                                                              v4lxx_error **error);

#ifdef __cplusplus
}
#endif
#endif
