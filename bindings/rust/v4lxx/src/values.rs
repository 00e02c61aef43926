// SPDX-License-Identifier: MIT
//! Generated from abi/v0/api.json by abi/tools/gen_rust.py; do not edit.

use crate::macros::{bits, numbers};

bits! {
    /// What a node can do, from its `device_caps`.
    ///
    /// Bits have the kernel's own numbers.
    Capability: u32 {
        /// Captures, single-planar API
        VIDEO_CAPTURE = 1,
        /// Outputs, single-planar API
        VIDEO_OUTPUT = 2,
        /// Captures vertical blanking data
        VBI_CAPTURE = 16,
        /// Captures, multi-planar API
        VIDEO_CAPTURE_MPLANE = 4096,
        /// Outputs, multi-planar API
        VIDEO_OUTPUT_MPLANE = 8192,
        /// Memory to memory, multi-planar API
        VIDEO_M2M_MPLANE = 16384,
        /// Memory to memory, single-planar API
        VIDEO_M2M = 32768,
        /// A radio
        RADIO = 262144,
        /// Captures metadata
        META_CAPTURE = 8388608,
        /// Read() and write() work
        READWRITE = 16777216,
        /// Streaming works
        STREAMING = 67108864,
        /// A touch surface
        TOUCH = 268435456,
    }
}

numbers! {
    /// What was looked at.
    ///
    /// Later versions may look at more.
    Check: u32 {
        /// Whether there is a camera at all
        DEVICES = 1,
        /// Container, flatpak, snap, WSL
        SURROUNDINGS = 2,
        /// Its version
        KERNEL = 3,
        /// Whether the device can be opened, and by whom not
        ACCESS = 4,
        /// Whether the node captures video
        CAPABILITIES = 5,
        /// Other programs that have it open
        HOLDERS = 6,
        /// What it offers, and what this build can make pictures of
        FORMATS = 7,
        /// What comes in at its input
        SIGNAL = 8,
        /// The speed of its link
        USB = 9,
        /// Those that make pictures black or slow
        CONTROLS = 10,
        /// Frames that were really taken
        CAPTURE = 11,
    }
}

numbers! {
    /// A clock.
    Clock: u32 {
        /// Not known
        UNKNOWN = 0,
        /// CLOCK_MONOTONIC: since the machine started, without the time it slept
        MONOTONIC = 1,
        /// Of a time stamp: copied from the input of a memory-to-memory device
        COPY = 2,
        /// CLOCK_REALTIME: the time of day, since 1970; it can be set, forward and back
        REALTIME = 3,
        /// CLOCK_BOOTTIME: since the machine started, with the time it slept
        BOOTTIME = 4,
        /// CLOCK_TAI: as REALTIME, without leap seconds; equal to it while nobody told the kernel
        TAI = 5,
    }
}

numbers! {
    /// The stable number of one cause of failure: 231 is printed as V4LXX-E0231.
    Code: u32 {
        /// An argument that must not be NULL is NULL.
        NULL_ARGUMENT = 1,
        /// Struct_size is smaller than the first version of the struct.
        STRUCT_TOO_SMALL = 2,
        /// The struct is from a newer version and uses a field this library does not know.
        STRUCT_TAIL_UNKNOWN = 3,
        /// An argument has a value or a bit this version does not know.
        UNKNOWN_VALUE = 4,
        /// A reserved field is not zero.
        RESERVED_NOT_ZERO = 5,
        /// A number is outside the range it may have.
        VALUE_OUT_OF_RANGE = 6,
        /// A name cannot be understood.
        BAD_NAME = 7,
        /// Struct_size is too large to be true.
        STRUCT_TOO_LARGE = 8,
        /// The object was closed by this program.
        OBJECT_CLOSED = 10,
        /// The wait was cancelled by this program.
        WAIT_CANCELLED = 11,
        /// The stream is running.
        ALREADY_RUNNING = 12,
        /// The stream is not running.
        NOT_RUNNING = 13,
        /// The stream was stopped while this call waited.
        STOPPED_MEANWHILE = 14,
        /// The stream hands its frames to a callback.
        CALLBACK_IS_SET = 15,
        /// The stream has no callback.
        CALLBACK_NOT_SET = 16,
        /// The call is not allowed inside the callback of the same stream.
        INSIDE_CALLBACK = 17,
        /// This device handle already has a capture stream.
        STREAM_EXISTS = 18,
        /// The buffer is too small for the frame.
        BUFFER_TOO_SMALL = 19,
        /// The stream is in the loop of its context already, or in a group.
        STREAM_IN_LOOP = 20,
        /// The loop of this context, or the group, is running already, on another thread or around this very callback.
        LOOP_BUSY = 21,
        /// Nobody asked this context for events.
        NOT_LISTENING = 22,
        /// The handle belongs to the process that this one was forked from.
        WRONG_PROCESS = 23,
        /// There is no such device node.
        NO_SUCH_NODE = 101,
        /// This user may not open the node.
        OPEN_DENIED = 102,
        /// The path is a directory, not a device node.
        IS_DIRECTORY = 103,
        /// The path is a regular file, not a device node.
        IS_REGULAR_FILE = 104,
        /// The path is neither a character device nor a file (a pipe, a socket or a block device).
        IS_NOT_A_CHARACTER_DEVICE = 105,
        /// The character device is not a V4L2 device.
        IS_NOT_V4L2 = 106,
        /// The driver allows no further user of the node.
        OPEN_BUSY = 107,
        /// The node could not be opened.
        OPEN_FAILED = 108,
        /// A parameter in the name of a simulated device is wrong.
        SIM_BAD_PARAMETER = 109,
        /// The script of a simulated device cannot be read or understood.
        SIM_BAD_SCRIPT = 110,
        /// This build has no simulated devices.
        SIM_NOT_BUILT = 111,
        /// The file descriptor is not open.
        BAD_DESCRIPTOR = 112,
        /// The process or the system has no file descriptor left.
        TOO_MANY_FILES = 113,
        /// Another device took the place of the node while it was opened.
        NODE_CHANGED = 114,
        /// The name fits more than one device.
        NAME_AMBIGUOUS = 115,
        /// No device fits the name.
        NO_DEVICE_MATCHES = 116,
        /// The node may not be opened although its modes allow it.
        OPEN_FORBIDDEN = 117,
        /// Another device is plugged in where the one of this name was.
        OTHER_DEVICE_THERE = 118,
        /// The node does not capture video.
        NOT_A_CAPTURE_DEVICE = 201,
        /// The node cannot stream.
        NO_STREAMING = 202,
        /// The driver refused the format instead of adjusting it.
        FORMAT_REFUSED = 203,
        /// The format cannot be changed while buffers exist or the device streams, here or in another program.
        FORMAT_BUSY = 204,
        /// The device has no such thing.
        REQUEST_UNSUPPORTED = 205,
        /// The driver refused the frame interval.
        INTERVAL_REFUSED = 206,
        /// The driver found a value in the request wrong.
        REQUEST_REFUSED = 207,
        /// The table of pixel formats does not have this code.
        UNKNOWN_PIXEL_FORMAT = 208,
        /// Buffers cannot be allocated while the device is in use.
        BUFFERS_BUSY = 210,
        /// The driver could not allocate the buffers; many need contiguous memory (CMA).
        BUFFERS_NO_MEMORY = 211,
        /// The driver gave too few buffers to stream with.
        TOO_FEW_BUFFERS = 212,
        /// A buffer of the driver could not be mapped.
        MAP_FAILED = 213,
        /// The driver refused to take a buffer.
        QUEUE_REFUSED = 214,
        /// The driver keeps answering with I/O errors and delivers no frame.
        STREAM_BROKEN = 215,
        /// The driver could not start streaming.
        START_FAILED = 220,
        /// Another program streams from this device.
        START_BUSY = 221,
        /// Two ends of a link in front of this node have different formats.
        PIPELINE_MISMATCH = 222,
        /// The pipeline in front of this node is not linked.
        PIPELINE_NOT_LINKED = 223,
        /// A stream of this program has the device.
        OWN_STREAM_BUSY = 224,
        /// Buffers of this device are still in use in this program.
        BUFFERS_STILL_HELD = 225,
        /// The device does not answer its driver.
        NO_ANSWER = 226,
        /// USB transfers to the device fail.
        USB_TRANSFER_FAILED = 227,
        /// The device is in use in a way that forbids this.
        REQUEST_BUSY = 228,
        /// The kernel does not permit this request.
        REQUEST_DENIED = 229,
        /// It is not known which clock the time stamp is of.
        STAMP_CLOCK_UNKNOWN = 230,
        /// USB bandwidth is exhausted; it is not about disk space.
        USB_BANDWIDTH = 231,
        /// The time stamps of these cameras cannot be compared.
        STAMPS_NOT_COMPARABLE = 232,
        /// The driver has not returned from a call, so the close is not over.
        CALL_NOT_RETURNED = 233,
        /// No good frame came for as long as the program allows.
        STREAM_STALLED = 235,
        /// The USB device could not be reset.
        USB_RESET_FAILED = 236,
        /// The device was unplugged, or its driver is gone.
        DEVICE_GONE = 240,
        /// Another part of the program closed the descriptor of the device.
        DESCRIPTOR_CLOSED = 241,
        /// The device offers none of the pixel formats that were wished for.
        NO_WANTED_FORMAT = 250,
        /// The device does not offer exactly what was wished for.
        MODE_NOT_OFFERED = 251,
        /// The driver offers the mode that was wished for but does not grant it.
        MODE_NOT_GRANTED = 253,
        /// Frames come more slowly than the device says, and none was lost on the way.
        RATE_NOT_REACHED = 254,
        /// Sizeimage cannot hold the picture.
        SIZEIMAGE_TOO_SMALL = 301,
        /// The driver answered a value that cannot be true.
        VALUE_IMPOSSIBLE = 302,
        /// The driver named a buffer that does not exist or that it does not have.
        INDEX_IMPOSSIBLE = 303,
        /// The driver named a number of planes that cannot be.
        PLANES_IMPOSSIBLE = 304,
        /// The driver's list does not end.
        ENDLESS_LIST = 305,
        /// The driver answered an errno that cannot be.
        ERRNO_IMPOSSIBLE = 306,
        /// Pictures cannot be made from this pixel format yet.
        IMAGE_FORMAT_UNSUPPORTED = 401,
        /// This build cannot write that kind of picture.
        IMAGE_TYPE_NOT_BUILT = 402,
        /// The compressed picture in the frame is damaged.
        IMAGE_DATA_DAMAGED = 403,
        /// The frame has fewer bytes than its picture needs.
        IMAGE_TOO_SHORT = 404,
        /// The library that writes the picture reported an error.
        IMAGE_ENCODER_FAILED = 405,
        /// The device has no such control.
        CONTROL_UNKNOWN = 500,
        /// The name fits several controls.
        CONTROL_AMBIGUOUS = 501,
        /// The value is outside the range of the control.
        CONTROL_OUT_OF_RANGE = 502,
        /// The value is between two steps of the control.
        CONTROL_OFF_STEP = 503,
        /// The menu of the control has no such item.
        CONTROL_NOT_IN_MENU = 504,
        /// The control is of another type than this is for.
        CONTROL_WRONG_TYPE = 505,
        /// The control is inactive: another control has taken it over, and setting it would do nothing.
        CONTROL_INACTIVE = 506,
        /// The control cannot be changed while the device is in use.
        CONTROL_GRABBED = 507,
        /// The control can only be read.
        CONTROL_READ_ONLY = 508,
        /// The control can only be set; it has no value to read.
        CONTROL_WRITE_ONLY = 509,
        /// Arrays and compound controls are listed, but not read or set yet.
        CONTROL_COMPOUND = 510,
        /// The driver refused to read or set the control.
        CONTROL_REFUSED = 511,
        /// The device did not carry out what the driver told it about the control.
        CONTROL_NO_ANSWER = 512,
        /// The text has a length that the control cannot hold.
        CONTROL_TEXT_LENGTH = 513,
        /// What the driver says of the control cannot be true.
        CONTROL_IMPOSSIBLE = 514,
        /// The driver has switched the control off for this device.
        CONTROL_DISABLED = 515,
        /// The text is no value of the control.
        CONTROL_BAD_TEXT = 516,
        /// The device changes the control by itself; the driver ignores what is set.
        CONTROL_VOLATILE = 517,
        /// The device has no such input.
        INPUT_NOT_FOUND = 530,
        /// The input cannot be changed while buffers exist or the device streams, here or in another program.
        INPUT_BUSY = 531,
        /// The selected input has no analog standard.
        NO_STANDARDS = 532,
        /// There is no analog standard of that name.
        STANDARD_UNKNOWN = 533,
        /// The selected input cannot do that standard.
        STANDARD_REFUSED = 534,
        /// The standard cannot be changed while buffers exist or the device streams, here or in another program.
        STANDARD_BUSY = 535,
        /// The selected input has no DV timings.
        NO_TIMINGS = 536,
        /// The input does not list such timings.
        TIMINGS_NOT_OFFERED = 537,
        /// The driver refused the timings.
        TIMINGS_REFUSED = 538,
        /// The timings cannot be changed while buffers exist or the device streams, here or in another program.
        TIMINGS_BUSY = 539,
        /// There is no signal at the input.
        NO_SIGNAL = 540,
        /// There is a signal, but the receiver cannot lock to it.
        SIGNAL_NOT_LOCKED = 541,
        /// The signal is outside what the receiver can do.
        SIGNAL_OUT_OF_RANGE = 542,
        /// The device cannot crop or compose at its selected input.
        NO_SELECTION = 543,
        /// The driver has no rectangle that fits the wish.
        SELECTION_REFUSED = 544,
        /// The rectangle cannot be changed while buffers of another size exist, here or in another program.
        SELECTION_BUSY = 545,
        /// There is no camera on this machine.
        NO_DEVICES = 560,
        /// The device streams, but no frame comes.
        NO_FRAMES = 561,
        /// The USB link is slower than the device could use.
        USB_LINK_SLOW = 562,
        /// The camera is covered, so its pictures are black.
        PRIVACY_ON = 563,
        /// The device offers no pixel format.
        NO_FORMATS = 564,
        /// Memory could not be had.
        OUT_OF_MEMORY = 901,
        /// A system call failed for a reason that has no code of its own.
        SYSTEM_CALL_FAILED = 902,
        /// An exception reached the C boundary: a bug in libv4lxx.
        INTERNAL = 903,
    }
}

numbers! {
    /// What the samples of a format mean.
    ColourFamily: u32 {
        /// Vendor formats and data this version cannot describe
        UNKNOWN = 0,
        /// Red, green, blue
        RGB = 1,
        /// Luma and chroma
        YUV = 2,
        /// Luma only
        GREY = 3,
        /// Raw sensor mosaic
        BAYER = 4,
        /// Hue, saturation, value
        HSV = 5,
        /// MJPG, H264 and other coded data
        COMPRESSED = 6,
        /// Software defined radio samples
        SDR = 7,
        /// Touch surface values
        TOUCH = 8,
        /// Metadata, no picture
        METADATA = 9,
    }
}

bits! {
    /// State of a control when it was listed or found; bits have the kernel's own numbers.
    ControlFlags: u32 {
        /// Switched off for good
        DISABLED = 1,
        /// Cannot be set now, usually because a stream runs
        GRABBED = 2,
        /// Cannot be set
        READ_ONLY = 4,
        /// Setting it may change others
        UPDATE = 8,
        /// Has no effect now: another control has taken it over
        INACTIVE = 16,
        /// A hint to show a slider
        SLIDER = 32,
        /// Cannot be read
        WRITE_ONLY = 64,
        /// The device changes it by itself
        VOLATILE = 128,
        /// Its value is a block of memory: strings, arrays, compound types
        HAS_PAYLOAD = 256,
        /// Setting does something even if the value is the same
        EXECUTE_ON_WRITE = 512,
        /// Changes the layout of buffers; stop the stream before
        MODIFY_LAYOUT = 1024,
        /// An array whose number of elements changes
        DYNAMIC_ARRAY = 2048,
    }
}

numbers! {
    /// What a control holds; the kernel's own numbers.
    ///
    /// Those from 0x100 on are compound types.
    ControlType: u32 {
        /// An integer of 32 bits
        INTEGER = 1,
        /// 0 or 1
        BOOLEAN = 2,
        /// One of the items, by index
        MENU = 3,
        /// Has no value; setting it does something
        BUTTON = 4,
        /// An integer of 64 bits
        INTEGER64 = 5,
        /// The heading of the controls that follow it
        CLASS = 6,
        /// A text; minimum, maximum and step count its bytes
        STRING = 7,
        /// Bits; the maximum has all that may be set
        BITMASK = 8,
        /// One of the items, by value
        INTEGER_MENU = 9,
        /// Bytes: compound
        U8 = 256,
        /// Compound
        U16 = 257,
        /// Compound
        U32 = 258,
        /// A width and a height: compound
        AREA = 262,
    }
}

numbers! {
    /// What an event tells.
    ///
    /// Later versions may have more.
    EventKind: u32 {
        /// A device is there that was not
        DEVICE_ADDED = 1,
        /// A device has gone
        DEVICE_REMOVED = 2,
        /// Another node of a device came or went, or the node can be opened now
        DEVICE_CHANGED = 3,
        /// What is plugged into the input has another size or rate, or came, or went
        SOURCE_CHANGED = 4,
        /// The driver has given the last frame of a stream
        ENDED = 5,
        /// The program takes frames more slowly than they come, for a while now
        SLOW_PROGRAM = 6,
        /// A stream with `V4LXX_STREAM_RECONNECT` lost its device, or gets nothing good from it
        DEVICE_LOST = 7,
        /// And it is back; the stream goes on
        DEVICE_BACK = 8,
        /// Another device is in the place of the lost one; it was not taken for it
        OTHER_REFUSED = 9,
        /// A stream failed and is no longer in the loop of its context
        LEFT_LOOP = 10,
        /// A stream gives no good frame: many bad answers in a row, or none for too long
        STALLED = 11,
    }
}

bits! {
    /// Bits of the `flags` of `v4lxx_context_examine()`.
    ExamineFlags: u32 {
        /// Take no frames: nothing is started, and no light goes on
        NO_CAPTURE = 1,
        /// Without a name: the simulated cameras, too
        SIMULATED = 2,
    }
}

numbers! {
    /// Things a build may have or lack.
    Feature: u32 {
        /// No feature; never supported
        NONE = 0,
        /// Names that begin with `sim:` open simulated devices
        SIM = 1,
        /// Frames can be encoded as PNG
        PNG = 2,
        /// Frames can be encoded as JPEG, and MJPEG frames decoded
        JPEG = 3,
    }
}

numbers! {
    /// What happens to frames while the program is slower than the camera.
    ///
    /// Whatever it is, frames are handed out in their order, and each that is not is counted.
    Flow: u32 {
        /// All that the driver has buffers for is handed out; while they are full it drops what comes
        BLOCK = 0,
        /// Only the newest frame is handed out; one that is old because the driver had no buffer is not
        LATEST = 1,
        /// Flow_depth frames wait for the program; the oldest goes when one more comes
        DROP_OLDEST = 2,
        /// Flow_depth frames wait for the program; what comes while they do goes
        DROP_NEWEST = 3,
    }
}

bits! {
    /// Fields that were wanted and granted otherwise: those of [`Format`](crate::Format), and the rate.
    FormatField: u32 {
        /// Fourcc differs
        FOURCC = 1,
        /// Width differs
        WIDTH = 2,
        /// Height differs
        HEIGHT = 4,
        /// Field differs
        FIELD = 8,
        /// Colorspace differs
        COLORSPACE = 16,
        /// Ycbcr_encoding differs
        YCBCR_ENCODING = 32,
        /// Quantization differs
        QUANTIZATION = 64,
        /// Transfer_function differs
        TRANSFER_FUNCTION = 128,
        /// A stride_bytes differs
        STRIDE = 256,
        /// The rate differs by more than a twentieth of a percent
        RATE = 512,
        /// Flags differ between two answers of the driver
        FLAGS = 1024,
        /// Memory_plane_count differs between two answers of the driver
        MEMORY_PLANES = 2048,
        /// A size_bytes differs between two answers of the driver
        SIZE_BYTES = 4096,
    }
}

bits! {
    /// Bits of the flags of a listed format.
    FormatFlags: u32 {
        /// Frames vary in size: MJPG, H264
        COMPRESSED = 1,
        /// Made by software, not by the device
        EMULATED = 2,
    }
}

bits! {
    /// Bits of `v4lxx_frame_info`.flags.
    FrameFlags: u32 {
        /// The driver says that the data may be damaged
        CORRUPT = 1,
        /// Fewer bytes than the format needs
        SHORT = 2,
        /// A key frame of a compressed format
        KEY = 4,
        /// The last frame before the stream ends or changes
        LAST = 8,
        /// Reserved for frames returned by a stop
        CANCELLED = 16,
        /// The bytes are a copy in private memory, not the driver's buffer
        COPIED = 32,
        /// Timestamp_ns is 0
        STAMP_UNSET = 64,
        /// Timestamp_ns is that of the frame before
        STAMP_REPEATED = 128,
        /// Timestamp_ns is before that of the frame before
        STAMP_BACKWARD = 256,
        /// Of CLOCK_MONOTONIC, and more than a second after arrival_ns
        STAMP_FUTURE = 512,
    }
}

bits! {
    /// Bits of `v4lxx_group_options`.flags.
    GroupFlags: u32 {
        /// Frames whose partners do not come are handed out, too, with the missing ones marked
        INCOMPLETE = 1,
    }
}

numbers! {
    /// Kinds of picture file.
    ImageType: u32 {
        /// Lossless, 8 bits, RGB or grey
        PNG = 1,
        /// Lossy; a frame that is MJPEG already is passed through
        JPEG = 2,
    }
}

bits! {
    /// What can be chosen at an input; the kernel's own bits.
    InputCapability: u32 {
        /// DV timings: HDMI, DVI, SDI
        HAS_TIMINGS = 2,
        /// Analog standards: TV, composite, S-Video
        HAS_STANDARDS = 4,
        /// The native size can be set
        HAS_NATIVE_SIZE = 8,
    }
}

bits! {
    /// What is wrong at an input, as its driver knows it; the kernel's own bits.
    ///
    /// 0: nothing is known to be wrong.
    InputStatus: u32 {
        /// The device behind it has no power
        NO_POWER = 1,
        /// Nothing comes in
        NO_SIGNAL = 2,
        /// The signal has no colour that can be decoded
        NO_COLOUR = 4,
        /// Mirrored left to right: no fault
        HFLIP = 16,
        /// Upside down: no fault
        VFLIP = 32,
        /// There is a signal, but no lock to its lines
        NO_H_LOCK = 256,
        /// The colour decoder is off because the signal is too weak
        COLOUR_KILL = 512,
        /// No lock to its pictures
        NO_V_LOCK = 1024,
        /// The standard is not recognised
        NO_STD_LOCK = 2048,
        /// Digital: no synchronisation
        NO_SYNC = 65536,
        /// Digital: no equaliser lock
        NO_EQU = 131072,
        /// Digital: no carrier
        NO_CARRIER = 262144,
        /// Copy protection was recognised
        MACROVISION = 16777216,
        /// Conditional access denied
        NO_ACCESS = 33554432,
        /// The time constant of a video recorder: no fault
        VTR = 67108864,
    }
}

numbers! {
    /// What an input is; the kernel's own numbers.
    InputType: u32 {
        /// A TV tuner
        TUNER = 1,
        /// A camera, or any connector: composite, S-Video, HDMI, SDI
        CAMERA = 2,
        /// A touch surface
        TOUCH = 3,
    }
}

bits! {
    /// Bits of the `flags` of `v4lxx_context_list_devices()`.
    ListFlags: u32 {
        /// Name simulated cameras too, after the real devices
        SIMULATED = 1,
        /// Devices that cannot capture video too
        ALL = 2,
    }
}

bits! {
    /// Bits of the `flags` of `v4lxx_context_listen()`.
    ListenFlags: u32 {
        /// Devices that come and go: `V4LXX_EVENT_DEVICE_ADDED`, _REMOVED, _CHANGED
        DEVICES = 1,
        /// All other events: those of the streams of this context
        STREAMS = 2,
        /// With `V4LXX_LISTEN_DEVICES`: the simulated cameras too
        SIMULATED = 4,
    }
}

numbers! {
    /// How much a message matters.
    ///
    /// Each level has those before it, too.
    LogLevel: u32 {
        /// Nothing
        NONE = 0,
        /// What ends the use of a device: it is gone
        ERROR = 1,
        /// Lost and damaged frames, another format than the one asked for, a driver's mistake
        WARNING = 2,
        /// What was done: opened, set, started, stopped, closed
        INFO = 3,
        /// Every call that failed, too, with the message its caller got
        DEBUG = 4,
    }
}

numbers! {
    /// What a message is about.
    ///
    /// Later versions may have more.
    LogTopic: u32 {
        /// Info
        DEVICE_OPENED = 1,
        /// Info
        DEVICE_CLOSED = 2,
        /// Error; once for each open device, when a call notices it
        DEVICE_LOST = 3,
        /// Info; a warning if it is not what was asked for
        FORMAT_SET = 4,
        /// Info: the frame interval
        INTERVAL_SET = 5,
        /// Info: with which format and how many buffers
        STREAM_STARTED = 6,
        /// Info
        STREAM_STOPPED = 7,
        /// Warning: the driver's numbers have a gap
        FRAMES_LOST = 8,
        /// Warning: a frame with the error flag, or without bytes
        FRAME_DAMAGED = 9,
        /// Warning: an answer that cannot be, which was put right, or a passing I/O error
        DRIVER_ANSWER = 10,
        /// Debug; a warning if the driver is to blame, or another device is in its place
        OPERATION_FAILED = 11,
        /// Warning: a stream with `V4LXX_STREAM_RECONNECT` goes on
        DEVICE_BACK = 12,
        /// Warning: a stream with `V4LXX_STREAM_USB_RESET` had its device reset
        USB_RESET = 13,
    }
}

numbers! {
    /// By what frames belong together.
    Match: u32 {
        /// Time stamps that are near enough; all have to be of one clock, and it has to be known
        STAMPS = 0,
        /// The same number of the driver's: cameras on one trigger, started before its first pulse
        SEQUENCES = 1,
        /// Time stamps, and sequences from the first stamp on that cannot be compared
        STAMPS_OR_SEQUENCES = 2,
    }
}

numbers! {
    /// Where the memory of frames comes from.
    Memory: u32 {
        /// The library chooses; today always MMAP
        AUTO = 0,
        /// The driver allocates, the library maps once
        MMAP = 1,
    }
}

bits! {
    /// Bits of `v4lxx_mode`.flags.
    ModeFlags: u32 {
        /// The device does not tell its sizes: it may or may not have this one
        SIZE_NOT_LISTED = 1,
    }
}

numbers! {
    /// What became of a mode in the ranking.
    ModeVerdict: u32 {
        /// Nearest to the wish
        BEST = 1,
        /// Would do, but another is nearer
        OUTSCORED = 2,
        /// The pixel format is none of the outputs; sizes were not asked for
        FORMAT_NOT_WANTED = 3,
        /// This build can make no picture of the pixel format; sizes were not asked for
        NO_PICTURE = 4,
        /// Another size than a strict wish has
        SIZE_DIFFERS = 5,
        /// Another rate than a strict wish has
        RATE_DIFFERS = 6,
    }
}

numbers! {
    /// What a node is for, from its `device_caps`.
    NodeRole: u32 {
        /// The node could not be asked, or is of a new kind
        UNKNOWN = 0,
        /// Captures video: a camera, a grabber
        CAPTURE = 1,
        /// Outputs video
        OUTPUT = 2,
        /// Memory to memory: a codec, a scaler
        M2M = 3,
        /// Captures metadata, such as the second node of a USB camera
        METADATA_CAPTURE = 4,
        /// Takes metadata, such as the parameters of an image processor
        METADATA_OUTPUT = 5,
        /// Captures vertical blanking data
        VBI_CAPTURE = 6,
        /// Outputs vertical blanking data
        VBI_OUTPUT = 7,
        /// A radio receiver
        RADIO_RECEIVER = 8,
        /// A radio transmitter
        RADIO_TRANSMITTER = 9,
        /// Software-defined radio, receiving
        SDR_RECEIVER = 10,
        /// Software-defined radio, sending
        SDR_TRANSMITTER = 11,
        /// A touch surface
        TOUCH = 12,
        /// A part of a media pipeline; not opened when devices are listed
        SUBDEVICE = 13,
    }
}

numbers! {
    /// What kind of picture compressed data holds.
    ///
    /// From the driver's flags; where it sets none, from the first bytes of H.264, HEVC, VP8, VP9, AV1, MJPEG and JPEG.
    PictureType: u32 {
        /// Not compressed, or neither driver nor data say
        UNKNOWN = 0,
        /// Decoding can begin here
        KEY = 1,
        /// P: needs pictures before it
        PREDICTED = 2,
        /// B: needs pictures before and after it
        BIDIRECTIONAL = 3,
        /// Decoding cannot begin here; P or B is not known
        NOT_KEY = 4,
    }
}

numbers! {
    /// What the two rates say together.
    RateVerdict: u32 {
        /// Too few frames so far, time stamps that measure nothing, or the device tells no rate
        UNKNOWN = 0,
        /// Measured is at least four fifths of nominal
        AS_TOLD = 1,
        /// It is less, and no frame was lost: the camera makes fewer
        SLOWER = 2,
        /// It is less, and frames are missing: the program, or the bus, is late
        FRAMES_LOST = 3,
    }
}

numbers! {
    /// What one `v4lxx_stream_read()` takes.
    ReadMode: u32 {
        /// One frame, whole
        FRAME = 0,
        /// What is left of a frame, as far as there is room; frames follow one another unmarked
        BYTES = 1,
    }
}

numbers! {
    /// What becomes of a frame that would leave the driver fewer than min_queued buffers.
    Reserve: u32 {
        /// A copy is handed out, of at most as many as there are buffers; then as `V4LXX_RESERVE_DROP`
        COPY = 0,
        /// It is not handed out, and counted in policy_dropped
        DROP = 1,
        /// The driver gets a buffer more, up to max_buffers; if it takes none, as `V4LXX_RESERVE_COPY`
        GROW = 2,
    }
}

bits! {
    /// How the driver may adjust a rectangle.
    SelectionFlags: u32 {
        /// Not smaller than asked
        AT_LEAST = 1,
        /// Not larger than asked; with AT_LEAST: exactly as asked, or not at all
        AT_MOST = 2,
    }
}

numbers! {
    /// Which rectangle is meant; the kernel's own numbers.
    SelectionTarget: u32 {
        /// The part of the source that is taken
        CROP = 0,
        /// The part that shows the whole picture
        CROP_DEFAULT = 1,
        /// Everything that can be taken
        CROP_BOUNDS = 2,
        /// All pixels of the sensor
        NATIVE_SIZE = 3,
        /// Where in the frame the picture is put
        COMPOSE = 256,
        /// The whole frame
        COMPOSE_DEFAULT = 257,
        /// Everywhere it can be put
        COMPOSE_BOUNDS = 258,
        /// What is written to when the picture is put there; read only
        COMPOSE_PADDED = 259,
    }
}

numbers! {
    /// Whether the exposure of a camera has settled.
    SettlingState: u32 {
        /// Add another frame
        MOVING = 0,
        /// The last three frames are as bright as each other, within 2 %
        SETTLED = 1,
        /// The limit of frames or of time was reached before that
        GAVE_UP = 2,
    }
}

numbers! {
    /// How bad a finding is.
    Severity: u32 {
        /// Looked at and found good
        OK = 0,
        /// Worth knowing
        NOTE = 1,
        /// Pictures come, but worse or fewer than they could be
        WARNING = 2,
        /// No picture comes
        PROBLEM = 3,
    }
}

numbers! {
    /// What comes in at an input.
    SignalState: u32 {
        /// The device cannot tell: cameras, and many analog inputs
        UNKNOWN = 0,
        /// A signal that was recognised
        PRESENT = 1,
        /// Nothing, or nothing that was recognised
        NONE = 2,
        /// Something that the receiver cannot lock to
        UNLOCKED = 3,
        /// More than the receiver can do
        OUT_OF_RANGE = 4,
        /// The device behind the input has no power
        NO_POWER = 5,
    }
}

numbers! {
    /// What a call returns: \>= 0 is success, \< 0 is failure.
    Status: i32 {
        /// The call did what it was asked to do.
        OK = 0,
        /// The time-out was 0 and there is nothing yet.
        AGAIN = 1,
        /// The stream has ended; no more frames will come.
        END = 2,
        /// The time given ran out before anything came.
        TIMED_OUT = 3,
        /// An argument is wrong; the call did nothing.
        ERROR_ARGUMENT = -1,
        /// Memory could not be had; what had been set up is undone.
        ERROR_NO_MEMORY = -2,
        /// The system refused for a reason that has no status of its own.
        ERROR_SYSTEM = -3,
        /// The device was unplugged, or its driver is gone.
        ERROR_DEVICE_LOST = -4,
        /// The call does not fit the state the object is in.
        ERROR_STATE = -5,
        /// A struct does not fit this version of the library.
        ERROR_ABI = -6,
        /// The object was closed by this program.
        ERROR_CLOSED = -7,
        /// The wait was cancelled by this program.
        ERROR_CANCELLED = -8,
        /// Somebody else is using the device, or it is in use in a way that forbids this.
        ERROR_BUSY = -9,
        /// Permission was denied.
        ERROR_DENIED = -10,
        /// There is no such thing.
        ERROR_NOT_FOUND = -11,
        /// The device, the driver or this build cannot do that.
        ERROR_UNSUPPORTED = -12,
        /// The driver answered something that cannot be true; it was not believed.
        ERROR_DRIVER_BUG = -13,
        /// The data of a frame is damaged or is not what it should be.
        ERROR_DATA = -14,
    }
}

bits! {
    /// Bits of `v4lxx_stream_options`.flags.
    StreamFlags: u32 {
        /// Deliver frames the driver marked as corrupt, instead of dropping them
        DELIVER_CORRUPT = 1,
        /// Start in a mode that needs less bandwidth if the USB bus has no more
        STEP_DOWN = 2,
        /// A lost device is no failure: taking frames waits until it is back, and goes on
        RECONNECT = 4,
        /// For debugging: to read what was given back is a SIGSEGV; `v4lxx_stream_find_frame()`
        GUARD = 8,
        /// Large pages behind copies, where the kernel has them
        LARGE_PAGES = 16,
        /// With `V4LXX_STREAM_RECONNECT`: as the last means the USB device is reset
        USB_RESET = 32,
    }
}

numbers! {
    /// Where a stream is.
    ///
    /// Later versions may have more.
    StreamPhase: u32 {
        /// Never started, or stopped
        STOPPED = 0,
        /// The driver has buffers to fill, unless the program holds them all
        STREAMING = 1,
        /// The driver has sent its last frame
        ENDED = 2,
        /// The device is lost, and is looked for whenever frames are taken (`V4LXX_STREAM_RECONNECT`)
        AWAY = 3,
        /// The device is lost for good
        LOST = 4,
        /// The stream or its device was closed
        CLOSED = 5,
    }
}

numbers! {
    /// The moment a time stamp stands for.
    TimestampSource: u32 {
        /// The last byte arrived
        END_OF_FRAME = 0,
        /// The exposure began
        START_OF_EXPOSURE = 1,
    }
}

bits! {
    /// What a receiver can do; the kernel's own bits.
    TimingsCapability: u32 {
        /// Pictures as two fields
        CAN_INTERLACED = 1,
        /// Whole pictures
        CAN_PROGRESSIVE = 2,
        /// Timings with reduced blanking
        CAN_REDUCED_BLANKING = 4,
        /// Timings that no standard has
        CAN_CUSTOM = 8,
    }
}

bits! {
    /// What is special about timings; the kernel's own bits.
    TimingsFlags: u32 {
        /// The blanking is shorter than of old
        REDUCED_BLANKING = 1,
        /// REDUCED_FPS may be set
        CAN_REDUCE_FPS = 2,
        /// 1000/1001 of the rate: 59.94 for 60
        REDUCED_FPS = 4,
        /// The blanking of the second field has half a line more
        HALF_LINE = 8,
        /// Consumer video: limited range unless the source says otherwise
        IS_CE_VIDEO = 16,
        /// The first field has one line more
        FIRST_FIELD_EXTRA_LINE = 32,
        /// Picture_aspect is meant
        HAS_PICTURE_ASPECT = 64,
        /// Cea861_vic is meant
        HAS_CEA861_VIC = 128,
        /// Hdmi_vic is meant
        HAS_HDMI_VIC = 256,
        /// The receiver tells 59.94 from 60
        CAN_DETECT_REDUCED_FPS = 512,
    }
}

bits! {
    /// Where timings are written down; the kernel's own bits.
    TimingsStandard: u32 {
        /// Consumer video: HDMI
        CEA861 = 1,
        /// VESA's list for monitors
        DMT = 2,
        /// VESA's formula, new
        CVT = 4,
        /// VESA's formula, old
        GTF = 8,
        /// Studio video
        SDI = 16,
    }
}

bits! {
    /// Bits of `v4lxx_wish`.flags.
    WishFlags: u32 {
        /// Size and rate exactly as wished, or a failure that changes nothing
        STRICT = 1,
        /// Besides the outputs, every format that `v4lxx_frame_encode()` can make a picture of
        DECODE = 2,
        /// If size and rate cannot both be had, the rate matters more
        PREFER_RATE = 4,
        /// A mode that needs less bandwidth if the USB bus has no more; not with STRICT
        STEP_DOWN = 8,
    }
}
