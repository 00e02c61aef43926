/* SPDX-License-Identifier: MIT */
/** @file
 * Inputs: where a device can take its picture from. A webcam has one; a TV card, a frame grabber or an HDMI receiver may have several.
 * Formats, standards, timings and many controls follow the input that is selected.
 */
#ifndef V4LXX_INPUT_H
#define V4LXX_INPUT_H

#include <v4lxx/status.h>
#include <v4lxx/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What an input is; the kernel's own numbers. @since 0.1 */
typedef uint32_t v4lxx_input_type;
enum v4lxx_input_type_values {
    V4LXX_INPUT_TUNER = 1,  /**< a TV tuner */
    V4LXX_INPUT_CAMERA = 2, /**< a camera, or any connector: composite, S-Video, HDMI, SDI */
    V4LXX_INPUT_TOUCH = 3   /**< a touch surface */
};

/** What is wrong at an input, as its driver knows it; the kernel's own bits. 0: nothing is known to be wrong. @since 0.1 */
typedef uint32_t v4lxx_input_status;
enum v4lxx_input_status_values {
    V4LXX_INPUT_NO_POWER = 0x00000001,    /**< the device behind it has no power */
    V4LXX_INPUT_NO_SIGNAL = 0x00000002,   /**< nothing comes in */
    V4LXX_INPUT_NO_COLOUR = 0x00000004,   /**< the signal has no colour that can be decoded */
    V4LXX_INPUT_HFLIP = 0x00000010,       /**< mirrored left to right: no fault */
    V4LXX_INPUT_VFLIP = 0x00000020,       /**< upside down: no fault */
    V4LXX_INPUT_NO_H_LOCK = 0x00000100,   /**< there is a signal, but no lock to its lines */
    V4LXX_INPUT_COLOUR_KILL = 0x00000200, /**< the colour decoder is off because the signal is too weak */
    V4LXX_INPUT_NO_V_LOCK = 0x00000400,   /**< no lock to its pictures */
    V4LXX_INPUT_NO_STD_LOCK = 0x00000800, /**< the standard is not recognised */
    V4LXX_INPUT_NO_SYNC = 0x00010000,     /**< digital: no synchronisation */
    V4LXX_INPUT_NO_EQU = 0x00020000,      /**< digital: no equaliser lock */
    V4LXX_INPUT_NO_CARRIER = 0x00040000,  /**< digital: no carrier */
    V4LXX_INPUT_MACROVISION = 0x01000000, /**< copy protection was recognised */
    V4LXX_INPUT_NO_ACCESS = 0x02000000,   /**< conditional access denied */
    V4LXX_INPUT_VTR = 0x04000000          /**< the time constant of a video recorder: no fault */
};

/** What can be chosen at an input; the kernel's own bits. @since 0.1 */
typedef uint32_t v4lxx_input_capability;
enum v4lxx_input_capability_values {
    V4LXX_INPUT_HAS_TIMINGS = 0x00000002,    /**< DV timings: HDMI, DVI, SDI */
    V4LXX_INPUT_HAS_STANDARDS = 0x00000004,  /**< analog standards: TV, composite, S-Video */
    V4LXX_INPUT_HAS_NATIVE_SIZE = 0x00000008 /**< the native size can be set */
};

/** One input.  @versioned @since 0.1 */
typedef struct v4lxx_input_info {
    uint32_t struct_size;      /**< sizeof(v4lxx_input_info) as the caller compiled it */
    uint32_t index;            /**< its number, for v4lxx_device_select_input() */
    v4lxx_input_type type;     /**< what it is */
    v4lxx_input_status status; /**< meant for the input that is selected; drivers may leave it 0 for others */
    uint32_t capabilities;     /**< bits of ::v4lxx_input_capability_values */
    uint32_t reserved0;        /**< zero */
    uint64_t standards;        /**< analog standards it can do, bits of V4L2_STD_; 0 if none */
} v4lxx_input_info;
#define V4LXX_INPUT_INFO_INIT { (uint32_t)sizeof(v4lxx_input_info), 0, 0, 0, 0, 0, 0 }

/** What comes in at an input. @since 0.1 */
typedef uint32_t v4lxx_signal_state;
enum v4lxx_signal_state_values {
    V4LXX_SIGNAL_UNKNOWN = 0,      /**< the device cannot tell: cameras, and many analog inputs */
    V4LXX_SIGNAL_PRESENT = 1,      /**< a signal that was recognised */
    V4LXX_SIGNAL_NONE = 2,         /**< nothing, or nothing that was recognised */
    V4LXX_SIGNAL_UNLOCKED = 3,     /**< something that the receiver cannot lock to */
    V4LXX_SIGNAL_OUT_OF_RANGE = 4, /**< more than the receiver can do */
    V4LXX_SIGNAL_NO_POWER = 5      /**< the device behind the input has no power */
};

/** The signal at the selected input.  @versioned @since 0.1 */
typedef struct v4lxx_signal {
    uint32_t struct_size;      /**< sizeof(v4lxx_signal) as the caller compiled it */
    v4lxx_signal_state state;  /**< what comes in */
    v4lxx_bool is_set;         /**< 1: the input is set to what comes in; only with V4LXX_SIGNAL_PRESENT */
    uint32_t input;            /**< number of the selected input; 0 if the node has none */
    v4lxx_input_status status; /**< as v4lxx_input_list_at() tells it */
    uint32_t width;            /**< of a digital signal, pixels; 0: not known */
    uint32_t height;           /**< pixels */
    v4lxx_bool interlaced;     /**< 1: a picture comes as two fields */
    v4lxx_fraction rate;       /**< pictures per second of a digital signal; 0/0: not known */
    uint64_t standard;         /**< of an analog signal: all standards it may be; 0: not known */
} v4lxx_signal;
#define V4LXX_SIGNAL_INIT { (uint32_t)sizeof(v4lxx_signal), 0, 0, 0, 0, 0, 0, 0, { 0, 0 }, 0 }

/**
 * Writes the defaults, the same as the macro V4LXX_SIGNAL_INIT.
 * @param signal  @out the struct to fill; size bytes are written.
 * @param size    sizeof(v4lxx_signal) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_signal_init(v4lxx_signal *signal, uint32_t size);

/**
 * Writes the defaults, the same as the macro V4LXX_INPUT_INFO_INIT.
 * @param info  @out the struct to fill; size bytes are written.
 * @param size  sizeof(v4lxx_input_info) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_input_info_init(v4lxx_input_info *info, uint32_t size);

/**
 * Lists the inputs of a device, with what is known of the signal at each. Nothing on the device is changed.
 * @param device  @borrowed the device.
 * @param out     @owned the snapshot; v4lxx_input_list_unref() it. Empty if the node has no inputs.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT CLOSED DEVICE_LOST DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_ENUMINPUT https://docs.kernel.org/userspace-api/media/v4l/vidioc-enuminput.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_list_inputs(v4lxx_device *device, v4lxx_input_list **out, v4lxx_error **error);

/**
 * Gives a reference back.
 * @param list  @owned @nullable NULL is a no-op.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_input_list_unref(v4lxx_input_list *list);

/**
 * Number of inputs.
 * @param list  @borrowed the list.
 * @returns the number.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_input_list_get_count(const v4lxx_input_list *list);

/**
 * The driver's name for one input, such as "HDMI 1".
 * @param list   @borrowed the list.
 * @param index  0 to count - 1.
 * @returns @borrowed list valid UTF-8 without control characters; "" if index is too large.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_input_list_get_name(const v4lxx_input_list *list, uint32_t index);

/**
 * One input.
 * @param list   @borrowed the list.
 * @param index  0 to count - 1.
 * @param out    @out @versioned set struct_size first; the rest is written.
 * @param error  @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_input_list_at(const v4lxx_input_list *list, uint32_t index, v4lxx_input_info *out,
                                           v4lxx_error **error);

/**
 * What one bit of a status means, in words: "no signal".
 * @param bit  one of ::v4lxx_input_status_values.
 * @returns @borrowed static text; "" for a bit this version does not know.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_input_status_get_text(v4lxx_input_status bit);

/**
 * Asks which input is selected.
 * @param device  @borrowed the device.
 * @param index   @out its number in the list of inputs.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure; UNSUPPORTED if the node has no inputs.
 * @errors ARGUMENT CLOSED DEVICE_LOST UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_G_INPUT https://docs.kernel.org/userspace-api/media/v4l/vidioc-g-input.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_read_input(v4lxx_device *device, uint32_t *index, v4lxx_error **error);

/**
 * Finds an input by what people call it: its number ("1"), its name in any case ("HDMI 000-0"), or the beginning of its name if only
 * one input begins so ("hdmi"). Nothing on the device is changed.
 * @param device  @borrowed the device.
 * @param name    @borrowed what is looked for.
 * @param index   @out the number of the input.
 * @param error   @owned @nullable details of a failure, with the inputs there are.
 * @returns V4LXX_OK or a failure; NOT_FOUND if there is none, or more than one.
 * @errors ARGUMENT CLOSED DEVICE_LOST NOT_FOUND DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_ENUMINPUT https://docs.kernel.org/userspace-api/media/v4l/vidioc-enuminput.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_find_input(v4lxx_device *device, const char *name, uint32_t *index, v4lxx_error **error);

/**
 * Selects an input. Format, frame interval, standard, timings and controls become those of that input: read them again.
 * @param device  @borrowed the device.
 * @param index   its number in the list of inputs.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure; BUSY while buffers exist.
 * @errors ARGUMENT CLOSED BUSY DEVICE_LOST NOT_FOUND UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_S_INPUT https://docs.kernel.org/userspace-api/media/v4l/vidioc-g-input.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_select_input(v4lxx_device *device, uint32_t index, v4lxx_error **error);

/**
 * Looks at the signal of the selected input. No signal is an answer, not a failure. Nothing on the device is changed.
 * @param device  @borrowed the device.
 * @param out     @out @versioned set struct_size first; the rest is written.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI CLOSED DEVICE_LOST UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_QUERY_DV_TIMINGS https://docs.kernel.org/userspace-api/media/v4l/vidioc-query-dv-timings.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_device_read_signal(v4lxx_device *device, v4lxx_signal *out, v4lxx_error **error);

#ifdef __cplusplus
}
#endif
#endif
