/* SPDX-License-Identifier: MIT */
/** @file
 * Statuses and codes. Generated from abi/registry by abi/tools/gen_status.py; do not edit. */
#ifndef V4LXX_STATUS_H
#define V4LXX_STATUS_H

#include <v4lxx/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a call returns: >= 0 is success, < 0 is failure. @since 0.1 */
typedef int32_t v4lxx_status;
enum v4lxx_status_values {
    V4LXX_OK = 0, /**< The call did what it was asked to do. @since 0.1 */
    V4LXX_AGAIN = 1, /**< The time-out was 0 and there is nothing yet. @since 0.1 */
    V4LXX_END = 2, /**< The stream has ended; no more frames will come. @since 0.1 */
    V4LXX_TIMED_OUT = 3, /**< The time given ran out before anything came. @since 0.1 */
    V4LXX_ERROR_ARGUMENT = -1, /**< An argument is wrong; the call did nothing. @since 0.1 */
    V4LXX_ERROR_NO_MEMORY = -2, /**< Memory could not be had; what had been set up is undone. @since 0.1 */
    V4LXX_ERROR_SYSTEM = -3, /**< The system refused for a reason that has no status of its own. @since 0.1 */
    V4LXX_ERROR_DEVICE_LOST = -4, /**< The device was unplugged, or its driver is gone. @since 0.1 */
    V4LXX_ERROR_STATE = -5, /**< The call does not fit the state the object is in. @since 0.1 */
    V4LXX_ERROR_ABI = -6, /**< A struct does not fit this version of the library. @since 0.1 */
    V4LXX_ERROR_CLOSED = -7, /**< The object was closed by this program. @since 0.1 */
    V4LXX_ERROR_CANCELLED = -8, /**< The wait was cancelled by this program. @since 0.1 */
    V4LXX_ERROR_BUSY = -9, /**< Somebody else is using the device, or it is in use in a way that forbids this. @since 0.1 */
    V4LXX_ERROR_DENIED = -10, /**< Permission was denied. @since 0.1 */
    V4LXX_ERROR_NOT_FOUND = -11, /**< There is no such thing. @since 0.1 */
    V4LXX_ERROR_UNSUPPORTED = -12, /**< The device, the driver or this build cannot do that. @since 0.1 */
    V4LXX_ERROR_DRIVER_BUG = -13, /**< The driver answered something that cannot be true; it was not believed. @since 0.1 */
    V4LXX_ERROR_DATA = -14 /**< The data of a frame is damaged or is not what it should be. @since 0.1 */
};

/** The stable number of one cause of failure: 231 is printed as V4LXX-E0231. @since 0.1 */
typedef uint32_t v4lxx_code;
enum v4lxx_code_values {
    V4LXX_CODE_NULL_ARGUMENT = 1, /**< An argument that must not be NULL is NULL. @since 0.1 */
    V4LXX_CODE_STRUCT_TOO_SMALL = 2, /**< struct_size is smaller than the first version of the struct. @since 0.1 */
    V4LXX_CODE_STRUCT_TAIL_UNKNOWN = 3, /**< The struct is from a newer version and uses a field this library does not know. @since 0.1 */
    V4LXX_CODE_UNKNOWN_VALUE = 4, /**< An argument has a value or a bit this version does not know. @since 0.1 */
    V4LXX_CODE_RESERVED_NOT_ZERO = 5, /**< A reserved field is not zero. @since 0.1 */
    V4LXX_CODE_VALUE_OUT_OF_RANGE = 6, /**< A number is outside the range it may have. @since 0.1 */
    V4LXX_CODE_BAD_NAME = 7, /**< A name cannot be understood. @since 0.1 */
    V4LXX_CODE_STRUCT_TOO_LARGE = 8, /**< struct_size is too large to be true. @since 0.1 */
    V4LXX_CODE_OBJECT_CLOSED = 10, /**< The object was closed by this program. @since 0.1 */
    V4LXX_CODE_WAIT_CANCELLED = 11, /**< The wait was cancelled by this program. @since 0.1 */
    V4LXX_CODE_ALREADY_RUNNING = 12, /**< The stream is running. @since 0.1 */
    V4LXX_CODE_NOT_RUNNING = 13, /**< The stream is not running. @since 0.1 */
    V4LXX_CODE_STOPPED_MEANWHILE = 14, /**< The stream was stopped while this call waited. @since 0.1 */
    V4LXX_CODE_CALLBACK_IS_SET = 15, /**< The stream hands its frames to a callback. @since 0.1 */
    V4LXX_CODE_CALLBACK_NOT_SET = 16, /**< The stream has no callback. @since 0.1 */
    V4LXX_CODE_INSIDE_CALLBACK = 17, /**< The call is not allowed inside the callback of the same stream. @since 0.1 */
    V4LXX_CODE_STREAM_EXISTS = 18, /**< This device handle already has a capture stream. @since 0.1 */
    V4LXX_CODE_BUFFER_TOO_SMALL = 19, /**< The buffer is too small for the frame. @since 0.1 */
    V4LXX_CODE_STREAM_IN_LOOP = 20, /**< The stream is in the loop of its context already, or in a group. @since 0.1 */
    V4LXX_CODE_LOOP_BUSY = 21, /**< The loop of this context, or the group, is running already, on another thread or around this very callback. @since 0.1 */
    V4LXX_CODE_NOT_LISTENING = 22, /**< Nobody asked this context for events. @since 0.1 */
    V4LXX_CODE_WRONG_PROCESS = 23, /**< The handle belongs to the process that this one was forked from. @since 0.1 */
    V4LXX_CODE_NO_SUCH_NODE = 101, /**< There is no such device node. @since 0.1 */
    V4LXX_CODE_OPEN_DENIED = 102, /**< This user may not open the node. @since 0.1 */
    V4LXX_CODE_IS_DIRECTORY = 103, /**< The path is a directory, not a device node. @since 0.1 */
    V4LXX_CODE_IS_REGULAR_FILE = 104, /**< The path is a regular file, not a device node. @since 0.1 */
    V4LXX_CODE_IS_NOT_A_CHARACTER_DEVICE = 105, /**< The path is neither a character device nor a file (a pipe, a socket or a block device). @since 0.1 */
    V4LXX_CODE_IS_NOT_V4L2 = 106, /**< The character device is not a V4L2 device. @since 0.1 */
    V4LXX_CODE_OPEN_BUSY = 107, /**< The driver allows no further user of the node. @since 0.1 */
    V4LXX_CODE_OPEN_FAILED = 108, /**< The node could not be opened. @since 0.1 */
    V4LXX_CODE_SIM_BAD_PARAMETER = 109, /**< A parameter in the name of a simulated device is wrong. @since 0.1 */
    V4LXX_CODE_SIM_BAD_SCRIPT = 110, /**< The script of a simulated device cannot be read or understood. @since 0.1 */
    V4LXX_CODE_SIM_NOT_BUILT = 111, /**< This build has no simulated devices. @since 0.1 */
    V4LXX_CODE_BAD_DESCRIPTOR = 112, /**< The file descriptor is not open. @since 0.1 */
    V4LXX_CODE_TOO_MANY_FILES = 113, /**< The process or the system has no file descriptor left. @since 0.1 */
    V4LXX_CODE_NODE_CHANGED = 114, /**< Another device took the place of the node while it was opened. @since 0.1 */
    V4LXX_CODE_NAME_AMBIGUOUS = 115, /**< The name fits more than one device. @since 0.1 */
    V4LXX_CODE_NO_DEVICE_MATCHES = 116, /**< No device fits the name. @since 0.1 */
    V4LXX_CODE_OPEN_FORBIDDEN = 117, /**< The node may not be opened although its modes allow it. @since 0.1 */
    V4LXX_CODE_OTHER_DEVICE_THERE = 118, /**< Another device is plugged in where the one of this name was. @since 0.1 */
    V4LXX_CODE_NOT_A_CAPTURE_DEVICE = 201, /**< The node does not capture video. @since 0.1 */
    V4LXX_CODE_NO_STREAMING = 202, /**< The node cannot stream. @since 0.1 */
    V4LXX_CODE_FORMAT_REFUSED = 203, /**< The driver refused the format instead of adjusting it. @since 0.1 */
    V4LXX_CODE_FORMAT_BUSY = 204, /**< The format cannot be changed while buffers exist or the device streams, here or in another program. @since 0.1 */
    V4LXX_CODE_REQUEST_UNSUPPORTED = 205, /**< The device has no such thing. @since 0.1 */
    V4LXX_CODE_INTERVAL_REFUSED = 206, /**< The driver refused the frame interval. @since 0.1 */
    V4LXX_CODE_REQUEST_REFUSED = 207, /**< The driver found a value in the request wrong. @since 0.1 */
    V4LXX_CODE_UNKNOWN_PIXEL_FORMAT = 208, /**< The table of pixel formats does not have this code. @since 0.1 */
    V4LXX_CODE_BUFFERS_BUSY = 210, /**< Buffers cannot be allocated while the device is in use. @since 0.1 */
    V4LXX_CODE_BUFFERS_NO_MEMORY = 211, /**< The driver could not allocate the buffers; many need contiguous memory (CMA). @since 0.1 */
    V4LXX_CODE_TOO_FEW_BUFFERS = 212, /**< The driver gave too few buffers to stream with. @since 0.1 */
    V4LXX_CODE_MAP_FAILED = 213, /**< A buffer of the driver could not be mapped. @since 0.1 */
    V4LXX_CODE_QUEUE_REFUSED = 214, /**< The driver refused to take a buffer. @since 0.1 */
    V4LXX_CODE_STREAM_BROKEN = 215, /**< The driver keeps answering with I/O errors and delivers no frame. @since 0.1 */
    V4LXX_CODE_START_FAILED = 220, /**< The driver could not start streaming. @since 0.1 */
    V4LXX_CODE_START_BUSY = 221, /**< Another program streams from this device. @since 0.1 */
    V4LXX_CODE_PIPELINE_MISMATCH = 222, /**< Two ends of a link in front of this node have different formats. @since 0.1 */
    V4LXX_CODE_PIPELINE_NOT_LINKED = 223, /**< The pipeline in front of this node is not linked. @since 0.1 */
    V4LXX_CODE_OWN_STREAM_BUSY = 224, /**< A stream of this program has the device. @since 0.1 */
    V4LXX_CODE_BUFFERS_STILL_HELD = 225, /**< Buffers of this device are still in use in this program. @since 0.1 */
    V4LXX_CODE_NO_ANSWER = 226, /**< The device does not answer its driver. @since 0.1 */
    V4LXX_CODE_USB_TRANSFER_FAILED = 227, /**< USB transfers to the device fail. @since 0.1 */
    V4LXX_CODE_REQUEST_BUSY = 228, /**< The device is in use in a way that forbids this. @since 0.1 */
    V4LXX_CODE_REQUEST_DENIED = 229, /**< The kernel does not permit this request. @since 0.1 */
    V4LXX_CODE_STAMP_CLOCK_UNKNOWN = 230, /**< It is not known which clock the time stamp is of. @since 0.1 */
    V4LXX_CODE_USB_BANDWIDTH = 231, /**< USB bandwidth is exhausted; it is not about disk space. @since 0.1 */
    V4LXX_CODE_STAMPS_NOT_COMPARABLE = 232, /**< The time stamps of these cameras cannot be compared. @since 0.1 */
    V4LXX_CODE_CALL_NOT_RETURNED = 233, /**< The driver has not returned from a call, so the close is not over. @since 0.1 */
    V4LXX_CODE_STREAM_STALLED = 235, /**< No good frame came for as long as the program allows. @since 0.1 */
    V4LXX_CODE_USB_RESET_FAILED = 236, /**< The USB device could not be reset. @since 0.1 */
    V4LXX_CODE_DEVICE_GONE = 240, /**< The device was unplugged, or its driver is gone. @since 0.1 */
    V4LXX_CODE_DESCRIPTOR_CLOSED = 241, /**< Another part of the program closed the descriptor of the device. @since 0.1 */
    V4LXX_CODE_NO_WANTED_FORMAT = 250, /**< The device offers none of the pixel formats that were wished for. @since 0.1 */
    V4LXX_CODE_MODE_NOT_OFFERED = 251, /**< The device does not offer exactly what was wished for. @since 0.1 */
    V4LXX_CODE_MODE_NOT_GRANTED = 253, /**< The driver offers the mode that was wished for but does not grant it. @since 0.1 */
    V4LXX_CODE_RATE_NOT_REACHED = 254, /**< Frames come more slowly than the device says, and none was lost on the way. @since 0.1 */
    V4LXX_CODE_SIZEIMAGE_TOO_SMALL = 301, /**< sizeimage cannot hold the picture. @since 0.1 */
    V4LXX_CODE_VALUE_IMPOSSIBLE = 302, /**< The driver answered a value that cannot be true. @since 0.1 */
    V4LXX_CODE_INDEX_IMPOSSIBLE = 303, /**< The driver named a buffer that does not exist or that it does not have. @since 0.1 */
    V4LXX_CODE_PLANES_IMPOSSIBLE = 304, /**< The driver named a number of planes that cannot be. @since 0.1 */
    V4LXX_CODE_ENDLESS_LIST = 305, /**< The driver's list does not end. @since 0.1 */
    V4LXX_CODE_ERRNO_IMPOSSIBLE = 306, /**< The driver answered an errno that cannot be. @since 0.1 */
    V4LXX_CODE_IMAGE_FORMAT_UNSUPPORTED = 401, /**< Pictures cannot be made from this pixel format yet. @since 0.1 */
    V4LXX_CODE_IMAGE_TYPE_NOT_BUILT = 402, /**< This build cannot write that kind of picture. @since 0.1 */
    V4LXX_CODE_IMAGE_DATA_DAMAGED = 403, /**< The compressed picture in the frame is damaged. @since 0.1 */
    V4LXX_CODE_IMAGE_TOO_SHORT = 404, /**< The frame has fewer bytes than its picture needs. @since 0.1 */
    V4LXX_CODE_IMAGE_ENCODER_FAILED = 405, /**< The library that writes the picture reported an error. @since 0.1 */
    V4LXX_CODE_CONTROL_UNKNOWN = 500, /**< The device has no such control. @since 0.1 */
    V4LXX_CODE_CONTROL_AMBIGUOUS = 501, /**< The name fits several controls. @since 0.1 */
    V4LXX_CODE_CONTROL_OUT_OF_RANGE = 502, /**< The value is outside the range of the control. @since 0.1 */
    V4LXX_CODE_CONTROL_OFF_STEP = 503, /**< The value is between two steps of the control. @since 0.1 */
    V4LXX_CODE_CONTROL_NOT_IN_MENU = 504, /**< The menu of the control has no such item. @since 0.1 */
    V4LXX_CODE_CONTROL_WRONG_TYPE = 505, /**< The control is of another type than this is for. @since 0.1 */
    V4LXX_CODE_CONTROL_INACTIVE = 506, /**< The control is inactive: another control has taken it over, and setting it would do nothing. @since 0.1 */
    V4LXX_CODE_CONTROL_GRABBED = 507, /**< The control cannot be changed while the device is in use. @since 0.1 */
    V4LXX_CODE_CONTROL_READ_ONLY = 508, /**< The control can only be read. @since 0.1 */
    V4LXX_CODE_CONTROL_WRITE_ONLY = 509, /**< The control can only be set; it has no value to read. @since 0.1 */
    V4LXX_CODE_CONTROL_COMPOUND = 510, /**< Arrays and compound controls are listed, but not read or set yet. @since 0.1 */
    V4LXX_CODE_CONTROL_REFUSED = 511, /**< The driver refused to read or set the control. @since 0.1 */
    V4LXX_CODE_CONTROL_NO_ANSWER = 512, /**< The device did not carry out what the driver told it about the control. @since 0.1 */
    V4LXX_CODE_CONTROL_TEXT_LENGTH = 513, /**< The text has a length that the control cannot hold. @since 0.1 */
    V4LXX_CODE_CONTROL_IMPOSSIBLE = 514, /**< What the driver says of the control cannot be true. @since 0.1 */
    V4LXX_CODE_CONTROL_DISABLED = 515, /**< The driver has switched the control off for this device. @since 0.1 */
    V4LXX_CODE_CONTROL_BAD_TEXT = 516, /**< The text is no value of the control. @since 0.1 */
    V4LXX_CODE_CONTROL_VOLATILE = 517, /**< The device changes the control by itself; the driver ignores what is set. @since 0.1 */
    V4LXX_CODE_INPUT_NOT_FOUND = 530, /**< The device has no such input. @since 0.1 */
    V4LXX_CODE_INPUT_BUSY = 531, /**< The input cannot be changed while buffers exist or the device streams, here or in another program. @since 0.1 */
    V4LXX_CODE_NO_STANDARDS = 532, /**< The selected input has no analog standard. @since 0.1 */
    V4LXX_CODE_STANDARD_UNKNOWN = 533, /**< There is no analog standard of that name. @since 0.1 */
    V4LXX_CODE_STANDARD_REFUSED = 534, /**< The selected input cannot do that standard. @since 0.1 */
    V4LXX_CODE_STANDARD_BUSY = 535, /**< The standard cannot be changed while buffers exist or the device streams, here or in another program. @since 0.1 */
    V4LXX_CODE_NO_TIMINGS = 536, /**< The selected input has no DV timings. @since 0.1 */
    V4LXX_CODE_TIMINGS_NOT_OFFERED = 537, /**< The input does not list such timings. @since 0.1 */
    V4LXX_CODE_TIMINGS_REFUSED = 538, /**< The driver refused the timings. @since 0.1 */
    V4LXX_CODE_TIMINGS_BUSY = 539, /**< The timings cannot be changed while buffers exist or the device streams, here or in another program. @since 0.1 */
    V4LXX_CODE_NO_SIGNAL = 540, /**< There is no signal at the input. @since 0.1 */
    V4LXX_CODE_SIGNAL_NOT_LOCKED = 541, /**< There is a signal, but the receiver cannot lock to it. @since 0.1 */
    V4LXX_CODE_SIGNAL_OUT_OF_RANGE = 542, /**< The signal is outside what the receiver can do. @since 0.1 */
    V4LXX_CODE_NO_SELECTION = 543, /**< The device cannot crop or compose at its selected input. @since 0.1 */
    V4LXX_CODE_SELECTION_REFUSED = 544, /**< The driver has no rectangle that fits the wish. @since 0.1 */
    V4LXX_CODE_SELECTION_BUSY = 545, /**< The rectangle cannot be changed while buffers of another size exist, here or in another program. @since 0.1 */
    V4LXX_CODE_NO_DEVICES = 560, /**< There is no camera on this machine. @since 0.1 */
    V4LXX_CODE_NO_FRAMES = 561, /**< The device streams, but no frame comes. @since 0.1 */
    V4LXX_CODE_USB_LINK_SLOW = 562, /**< The USB link is slower than the device could use. @since 0.1 */
    V4LXX_CODE_PRIVACY_ON = 563, /**< The camera is covered, so its pictures are black. @since 0.1 */
    V4LXX_CODE_NO_FORMATS = 564, /**< The device offers no pixel format. @since 0.1 */
    V4LXX_CODE_OUT_OF_MEMORY = 901, /**< Memory could not be had. @since 0.1 */
    V4LXX_CODE_SYSTEM_CALL_FAILED = 902, /**< A system call failed for a reason that has no code of its own. @since 0.1 */
    V4LXX_CODE_INTERNAL = 903 /**< An exception reached the C boundary: a bug in libv4lxx. @since 0.1 */
};

#ifdef __cplusplus
}
#endif
#endif
