// SPDX-License-Identifier: MIT
// Code generated from abi/v0/api.json by abi/tools/gen_go.py; DO NOT EDIT.

package v4lxx

import "github.com/libv4lxx/libv4lxx/bindings/go/capi"

// Capability: What a node can do, from its `device_caps`.
type Capability uint32

const (
	CapabilityVideoCapture       Capability = 1         // captures, single-planar API
	CapabilityVideoOutput        Capability = 2         // outputs, single-planar API
	CapabilityVBICapture         Capability = 16        // captures vertical blanking data
	CapabilityVideoCaptureMplane Capability = 4096      // captures, multi-planar API
	CapabilityVideoOutputMplane  Capability = 8192      // outputs, multi-planar API
	CapabilityVideoM2MMplane     Capability = 16384     // memory to memory, multi-planar API
	CapabilityVideoM2M           Capability = 32768     // memory to memory, single-planar API
	CapabilityRadio              Capability = 262144    // a radio
	CapabilityMetaCapture        Capability = 8388608   // captures metadata
	CapabilityReadwrite          Capability = 16777216  // read() and write() work
	CapabilityStreaming          Capability = 67108864  // streaming works
	CapabilityTouch              Capability = 268435456 // a touch surface
)

// Check: What was looked at.
type Check uint32

const (
	CheckDevices      Check = 1  // whether there is a camera at all
	CheckSurroundings Check = 2  // container, flatpak, snap, WSL
	CheckKernel       Check = 3  // its version
	CheckAccess       Check = 4  // whether the device can be opened, and by whom not
	CheckCapabilities Check = 5  // whether the node captures video
	CheckHolders      Check = 6  // other programs that have it open
	CheckFormats      Check = 7  // what it offers, and what this build can make pictures of
	CheckSignal       Check = 8  // what comes in at its input
	CheckUSB          Check = 9  // the speed of its link
	CheckControls     Check = 10 // those that make pictures black or slow
	CheckCapture      Check = 11 // frames that were really taken
)

// Clock: A clock.
type Clock uint32

const (
	ClockUnknown   Clock = 0 // not known
	ClockMonotonic Clock = 1 // CLOCK_MONOTONIC: since the machine started, without the time it slept
	ClockCopy      Clock = 2 // of a time stamp: copied from the input of a memory-to-memory device
	ClockRealtime  Clock = 3 // CLOCK_REALTIME: the time of day, since 1970; it can be set, forward and back
	ClockBoottime  Clock = 4 // CLOCK_BOOTTIME: since the machine started, with the time it slept
	ClockTAI       Clock = 5 // CLOCK_TAI: as REALTIME, without leap seconds; equal to it while nobody told the kernel
)

// Code: The stable number of one cause of failure: 231 is printed as V4LXX-E0231.
type Code uint32

const (
	CodeNullArgument           Code = 1   // An argument that must not be NULL is NULL.
	CodeStructTooSmall         Code = 2   // struct_size is smaller than the first version of the struct.
	CodeStructTailUnknown      Code = 3   // The struct is from a newer version and uses a field this library does not know.
	CodeUnknownValue           Code = 4   // An argument has a value or a bit this version does not know.
	CodeReservedNotZero        Code = 5   // A reserved field is not zero.
	CodeValueOutOfRange        Code = 6   // A number is outside the range it may have.
	CodeBadName                Code = 7   // A name cannot be understood.
	CodeStructTooLarge         Code = 8   // struct_size is too large to be true.
	CodeObjectClosed           Code = 10  // The object was closed by this program.
	CodeWaitCancelled          Code = 11  // The wait was cancelled by this program.
	CodeAlreadyRunning         Code = 12  // The stream is running.
	CodeNotRunning             Code = 13  // The stream is not running.
	CodeStoppedMeanwhile       Code = 14  // The stream was stopped while this call waited.
	CodeCallbackIsSet          Code = 15  // The stream hands its frames to a callback.
	CodeCallbackNotSet         Code = 16  // The stream has no callback.
	CodeInsideCallback         Code = 17  // The call is not allowed inside the callback of the same stream.
	CodeStreamExists           Code = 18  // This device handle already has a capture stream.
	CodeBufferTooSmall         Code = 19  // The buffer is too small for the frame.
	CodeStreamInLoop           Code = 20  // The stream is in the loop of its context already, or in a group.
	CodeLoopBusy               Code = 21  // The loop of this context, or the group, is running already, on another thread or around this very callback.
	CodeNotListening           Code = 22  // Nobody asked this context for events.
	CodeWrongProcess           Code = 23  // The handle belongs to the process that this one was forked from.
	CodeNoSuchNode             Code = 101 // There is no such device node.
	CodeOpenDenied             Code = 102 // This user may not open the node.
	CodeIsDirectory            Code = 103 // The path is a directory, not a device node.
	CodeIsRegularFile          Code = 104 // The path is a regular file, not a device node.
	CodeIsNotACharacterDevice  Code = 105 // The path is neither a character device nor a file (a pipe, a socket or a block device).
	CodeIsNotV4l2              Code = 106 // The character device is not a V4L2 device.
	CodeOpenBusy               Code = 107 // The driver allows no further user of the node.
	CodeOpenFailed             Code = 108 // The node could not be opened.
	CodeSimBadParameter        Code = 109 // A parameter in the name of a simulated device is wrong.
	CodeSimBadScript           Code = 110 // The script of a simulated device cannot be read or understood.
	CodeSimNotBuilt            Code = 111 // This build has no simulated devices.
	CodeBadDescriptor          Code = 112 // The file descriptor is not open.
	CodeTooManyFiles           Code = 113 // The process or the system has no file descriptor left.
	CodeNodeChanged            Code = 114 // Another device took the place of the node while it was opened.
	CodeNameAmbiguous          Code = 115 // The name fits more than one device.
	CodeNoDeviceMatches        Code = 116 // No device fits the name.
	CodeOpenForbidden          Code = 117 // The node may not be opened although its modes allow it.
	CodeOtherDeviceThere       Code = 118 // Another device is plugged in where the one of this name was.
	CodeNotACaptureDevice      Code = 201 // The node does not capture video.
	CodeNoStreaming            Code = 202 // The node cannot stream.
	CodeFormatRefused          Code = 203 // The driver refused the format instead of adjusting it.
	CodeFormatBusy             Code = 204 // The format cannot be changed while buffers exist or the device streams, here or in another program.
	CodeRequestUnsupported     Code = 205 // The device has no such thing.
	CodeIntervalRefused        Code = 206 // The driver refused the frame interval.
	CodeRequestRefused         Code = 207 // The driver found a value in the request wrong.
	CodeUnknownPixelFormat     Code = 208 // The table of pixel formats does not have this code.
	CodeBuffersBusy            Code = 210 // Buffers cannot be allocated while the device is in use.
	CodeBuffersNoMemory        Code = 211 // The driver could not allocate the buffers; many need contiguous memory (CMA).
	CodeTooFewBuffers          Code = 212 // The driver gave too few buffers to stream with.
	CodeMapFailed              Code = 213 // A buffer of the driver could not be mapped.
	CodeQueueRefused           Code = 214 // The driver refused to take a buffer.
	CodeStreamBroken           Code = 215 // The driver keeps answering with I/O errors and delivers no frame.
	CodeStartFailed            Code = 220 // The driver could not start streaming.
	CodeStartBusy              Code = 221 // Another program streams from this device.
	CodePipelineMismatch       Code = 222 // Two ends of a link in front of this node have different formats.
	CodePipelineNotLinked      Code = 223 // The pipeline in front of this node is not linked.
	CodeOwnStreamBusy          Code = 224 // A stream of this program has the device.
	CodeBuffersStillHeld       Code = 225 // Buffers of this device are still in use in this program.
	CodeNoAnswer               Code = 226 // The device does not answer its driver.
	CodeUSBTransferFailed      Code = 227 // USB transfers to the device fail.
	CodeRequestBusy            Code = 228 // The device is in use in a way that forbids this.
	CodeRequestDenied          Code = 229 // The kernel does not permit this request.
	CodeStampClockUnknown      Code = 230 // It is not known which clock the time stamp is of.
	CodeUSBBandwidth           Code = 231 // USB bandwidth is exhausted; it is not about disk space.
	CodeStampsNotComparable    Code = 232 // The time stamps of these cameras cannot be compared.
	CodeCallNotReturned        Code = 233 // The driver has not returned from a call, so the close is not over.
	CodeStreamStalled          Code = 235 // No good frame came for as long as the program allows.
	CodeUSBResetFailed         Code = 236 // The USB device could not be reset.
	CodeDeviceGone             Code = 240 // The device was unplugged, or its driver is gone.
	CodeDescriptorClosed       Code = 241 // Another part of the program closed the descriptor of the device.
	CodeNoWantedFormat         Code = 250 // The device offers none of the pixel formats that were wished for.
	CodeModeNotOffered         Code = 251 // The device does not offer exactly what was wished for.
	CodeModeNotGranted         Code = 253 // The driver offers the mode that was wished for but does not grant it.
	CodeRateNotReached         Code = 254 // Frames come more slowly than the device says, and none was lost on the way.
	CodeSizeimageTooSmall      Code = 301 // sizeimage cannot hold the picture.
	CodeValueImpossible        Code = 302 // The driver answered a value that cannot be true.
	CodeIndexImpossible        Code = 303 // The driver named a buffer that does not exist or that it does not have.
	CodePlanesImpossible       Code = 304 // The driver named a number of planes that cannot be.
	CodeEndlessList            Code = 305 // The driver's list does not end.
	CodeErrnoImpossible        Code = 306 // The driver answered an errno that cannot be.
	CodeImageFormatUnsupported Code = 401 // Pictures cannot be made from this pixel format yet.
	CodeImageTypeNotBuilt      Code = 402 // This build cannot write that kind of picture.
	CodeImageDataDamaged       Code = 403 // The compressed picture in the frame is damaged.
	CodeImageTooShort          Code = 404 // The frame has fewer bytes than its picture needs.
	CodeImageEncoderFailed     Code = 405 // The library that writes the picture reported an error.
	CodeControlUnknown         Code = 500 // The device has no such control.
	CodeControlAmbiguous       Code = 501 // The name fits several controls.
	CodeControlOutOfRange      Code = 502 // The value is outside the range of the control.
	CodeControlOffStep         Code = 503 // The value is between two steps of the control.
	CodeControlNotInMenu       Code = 504 // The menu of the control has no such item.
	CodeControlWrongType       Code = 505 // The control is of another type than this is for.
	CodeControlInactive        Code = 506 // The control is inactive: another control has taken it over, and setting it would do nothing.
	CodeControlGrabbed         Code = 507 // The control cannot be changed while the device is in use.
	CodeControlReadOnly        Code = 508 // The control can only be read.
	CodeControlWriteOnly       Code = 509 // The control can only be set; it has no value to read.
	CodeControlCompound        Code = 510 // Arrays and compound controls are listed, but not read or set yet.
	CodeControlRefused         Code = 511 // The driver refused to read or set the control.
	CodeControlNoAnswer        Code = 512 // The device did not carry out what the driver told it about the control.
	CodeControlTextLength      Code = 513 // The text has a length that the control cannot hold.
	CodeControlImpossible      Code = 514 // What the driver says of the control cannot be true.
	CodeControlDisabled        Code = 515 // The driver has switched the control off for this device.
	CodeControlBadText         Code = 516 // The text is no value of the control.
	CodeControlVolatile        Code = 517 // The device changes the control by itself; the driver ignores what is set.
	CodeInputNotFound          Code = 530 // The device has no such input.
	CodeInputBusy              Code = 531 // The input cannot be changed while buffers exist or the device streams, here or in another program.
	CodeNoStandards            Code = 532 // The selected input has no analog standard.
	CodeStandardUnknown        Code = 533 // There is no analog standard of that name.
	CodeStandardRefused        Code = 534 // The selected input cannot do that standard.
	CodeStandardBusy           Code = 535 // The standard cannot be changed while buffers exist or the device streams, here or in another program.
	CodeNoTimings              Code = 536 // The selected input has no DV timings.
	CodeTimingsNotOffered      Code = 537 // The input does not list such timings.
	CodeTimingsRefused         Code = 538 // The driver refused the timings.
	CodeTimingsBusy            Code = 539 // The timings cannot be changed while buffers exist or the device streams, here or in another program.
	CodeNoSignal               Code = 540 // There is no signal at the input.
	CodeSignalNotLocked        Code = 541 // There is a signal, but the receiver cannot lock to it.
	CodeSignalOutOfRange       Code = 542 // The signal is outside what the receiver can do.
	CodeNoSelection            Code = 543 // The device cannot crop or compose at its selected input.
	CodeSelectionRefused       Code = 544 // The driver has no rectangle that fits the wish.
	CodeSelectionBusy          Code = 545 // The rectangle cannot be changed while buffers of another size exist, here or in another program.
	CodeNoDevices              Code = 560 // There is no camera on this machine.
	CodeNoFrames               Code = 561 // The device streams, but no frame comes.
	CodeUSBLinkSlow            Code = 562 // The USB link is slower than the device could use.
	CodePrivacyOn              Code = 563 // The camera is covered, so its pictures are black.
	CodeNoFormats              Code = 564 // The device offers no pixel format.
	CodeOutOfMemory            Code = 901 // Memory could not be had.
	CodeSystemCallFailed       Code = 902 // A system call failed for a reason that has no code of its own.
	CodeInternal               Code = 903 // An exception reached the C boundary: a bug in libv4lxx.
)

// ColourFamily: What the samples of a format mean.
type ColourFamily uint32

const (
	ColourUnknown    ColourFamily = 0 // vendor formats and data this version cannot describe
	ColourRGB        ColourFamily = 1 // red, green, blue
	ColourYUV        ColourFamily = 2 // luma and chroma
	ColourGrey       ColourFamily = 3 // luma only
	ColourBayer      ColourFamily = 4 // raw sensor mosaic
	ColourHsv        ColourFamily = 5 // hue, saturation, value
	ColourCompressed ColourFamily = 6 // MJPG, H264 and other coded data
	ColourSDR        ColourFamily = 7 // software defined radio samples
	ColourTouch      ColourFamily = 8 // touch surface values
	ColourMetadata   ColourFamily = 9 // metadata, no picture
)

// ControlFlags: State of a control when it was listed or found; bits have the kernel's own numbers.
type ControlFlags uint32

const (
	ControlDisabled       ControlFlags = 1    // switched off for good
	ControlGrabbed        ControlFlags = 2    // cannot be set now, usually because a stream runs
	ControlReadOnly       ControlFlags = 4    // cannot be set
	ControlUpdate         ControlFlags = 8    // setting it may change others
	ControlInactive       ControlFlags = 16   // has no effect now: another control has taken it over
	ControlSlider         ControlFlags = 32   // a hint to show a slider
	ControlWriteOnly      ControlFlags = 64   // cannot be read
	ControlVolatile       ControlFlags = 128  // the device changes it by itself
	ControlHasPayload     ControlFlags = 256  // its value is a block of memory: strings, arrays, compound types
	ControlExecuteOnWrite ControlFlags = 512  // setting does something even if the value is the same
	ControlModifyLayout   ControlFlags = 1024 // changes the layout of buffers; stop the stream before
	ControlDynamicArray   ControlFlags = 2048 // an array whose number of elements changes
)

// ControlType: What a control holds; the kernel's own numbers.
type ControlType uint32

const (
	ControlTypeInteger     ControlType = 1   // an integer of 32 bits
	ControlTypeBoolean     ControlType = 2   // 0 or 1
	ControlTypeMenu        ControlType = 3   // one of the items, by index
	ControlTypeButton      ControlType = 4   // has no value; setting it does something
	ControlTypeInteger64   ControlType = 5   // an integer of 64 bits
	ControlTypeClass       ControlType = 6   // the heading of the controls that follow it
	ControlTypeString      ControlType = 7   // a text; minimum, maximum and step count its bytes
	ControlTypeBitmask     ControlType = 8   // bits; the maximum has all that may be set
	ControlTypeIntegerMenu ControlType = 9   // one of the items, by value
	ControlTypeU8          ControlType = 256 // bytes: compound
	ControlTypeU16         ControlType = 257 // compound
	ControlTypeU32         ControlType = 258 // compound
	ControlTypeArea        ControlType = 262 // a width and a height: compound
)

// EventKind: What an event tells.
type EventKind uint32

const (
	EventDeviceAdded   EventKind = 1  // a device is there that was not
	EventDeviceRemoved EventKind = 2  // a device has gone
	EventDeviceChanged EventKind = 3  // another node of a device came or went, or the node can be opened now
	EventSourceChanged EventKind = 4  // what is plugged into the input has another size or rate, or came, or went
	EventEnded         EventKind = 5  // the driver has given the last frame of a stream
	EventSlowProgram   EventKind = 6  // the program takes frames more slowly than they come, for a while now
	EventDeviceLost    EventKind = 7  // a stream with V4LXX_STREAM_RECONNECT lost its device, or gets nothing good from it
	EventDeviceBack    EventKind = 8  // and it is back; the stream goes on
	EventOtherRefused  EventKind = 9  // another device is in the place of the lost one; it was not taken for it
	EventLeftLoop      EventKind = 10 // a stream failed and is no longer in the loop of its context
	EventStalled       EventKind = 11 // a stream gives no good frame: many bad answers in a row, or none for too long
)

// ExamineFlags: Bits of the `flags` of v4lxx_context_examine().
type ExamineFlags uint32

const (
	ExamineNoCapture ExamineFlags = 1 // take no frames: nothing is started, and no light goes on
	ExamineSimulated ExamineFlags = 2 // without a name: the simulated cameras, too
)

// Feature: Things a build may have or lack.
type Feature uint32

const (
	FeatureNone Feature = 0 // no feature; never supported
	FeatureSim  Feature = 1 // names that begin with `sim:` open simulated devices
	FeaturePNG  Feature = 2 // frames can be encoded as PNG
	FeatureJPEG Feature = 3 // frames can be encoded as JPEG, and MJPEG frames decoded
)

// Flow: What happens to frames while the program is slower than the camera.
type Flow uint32

const (
	FlowBlock      Flow = 0 // all that the driver has buffers for is handed out; while they are full it drops what comes
	FlowLatest     Flow = 1 // only the newest frame is handed out; one that is old because the driver had no buffer is not
	FlowDropOldest Flow = 2 // flow_depth frames wait for the program; the oldest goes when one more comes
	FlowDropNewest Flow = 3 // flow_depth frames wait for the program; what comes while they do goes
)

// FormatField: Fields that were wanted and granted otherwise: those of v4lxx_format, and the rate.
type FormatField uint32

const (
	FormatFieldFourcc           FormatField = 1    // fourcc differs
	FormatFieldWidth            FormatField = 2    // width differs
	FormatFieldHeight           FormatField = 4    // height differs
	FormatFieldField            FormatField = 8    // field differs
	FormatFieldColorspace       FormatField = 16   // colorspace differs
	FormatFieldYcbcrEncoding    FormatField = 32   // ycbcr_encoding differs
	FormatFieldQuantization     FormatField = 64   // quantization differs
	FormatFieldTransferFunction FormatField = 128  // transfer_function differs
	FormatFieldStride           FormatField = 256  // a stride_bytes differs
	FormatFieldRate             FormatField = 512  // the rate differs by more than a twentieth of a percent
	FormatFieldFlags            FormatField = 1024 // flags differ between two answers of the driver
	FormatFieldMemoryPlanes     FormatField = 2048 // memory_plane_count differs between two answers of the driver
	FormatFieldSizeBytes        FormatField = 4096 // a size_bytes differs between two answers of the driver
)

// FormatFlags: Bits of the flags of a listed format.
type FormatFlags uint32

const (
	FormatCompressed FormatFlags = 1 // frames vary in size: MJPG, H264
	FormatEmulated   FormatFlags = 2 // made by software, not by the device
)

// FrameFlags: Bits of v4lxx_frame_info.flags.
type FrameFlags uint32

const (
	FrameCorrupt       FrameFlags = 1   // the driver says that the data may be damaged
	FrameShort         FrameFlags = 2   // fewer bytes than the format needs
	FrameKey           FrameFlags = 4   // a key frame of a compressed format
	FrameLast          FrameFlags = 8   // the last frame before the stream ends or changes
	FrameCancelled     FrameFlags = 16  // reserved for frames returned by a stop
	FrameCopied        FrameFlags = 32  // the bytes are a copy in private memory, not the driver's buffer
	FrameStampUnset    FrameFlags = 64  // timestamp_ns is 0
	FrameStampRepeated FrameFlags = 128 // timestamp_ns is that of the frame before
	FrameStampBackward FrameFlags = 256 // timestamp_ns is before that of the frame before
	FrameStampFuture   FrameFlags = 512 // of CLOCK_MONOTONIC, and more than a second after arrival_ns
)

// ImageType: Kinds of picture file.
type ImageType uint32

const (
	ImagePNG  ImageType = 1 // lossless, 8 bits, RGB or grey
	ImageJPEG ImageType = 2 // lossy; a frame that is MJPEG already is passed through
)

// InputCapability: What can be chosen at an input; the kernel's own bits.
type InputCapability uint32

const (
	InputHasTimings    InputCapability = 2 // DV timings: HDMI, DVI, SDI
	InputHasStandards  InputCapability = 4 // analog standards: TV, composite, S-Video
	InputHasNativeSize InputCapability = 8 // the native size can be set
)

// InputStatus: What is wrong at an input, as its driver knows it; the kernel's own bits.
type InputStatus uint32

const (
	InputNoPower     InputStatus = 1        // the device behind it has no power
	InputNoSignal    InputStatus = 2        // nothing comes in
	InputNoColour    InputStatus = 4        // the signal has no colour that can be decoded
	InputHflip       InputStatus = 16       // mirrored left to right: no fault
	InputVflip       InputStatus = 32       // upside down: no fault
	InputNoHLock     InputStatus = 256      // there is a signal, but no lock to its lines
	InputColourKill  InputStatus = 512      // the colour decoder is off because the signal is too weak
	InputNoVLock     InputStatus = 1024     // no lock to its pictures
	InputNoStdLock   InputStatus = 2048     // the standard is not recognised
	InputNoSync      InputStatus = 65536    // digital: no synchronisation
	InputNoEqu       InputStatus = 131072   // digital: no equaliser lock
	InputNoCarrier   InputStatus = 262144   // digital: no carrier
	InputMacrovision InputStatus = 16777216 // copy protection was recognised
	InputNoAccess    InputStatus = 33554432 // conditional access denied
	InputVtr         InputStatus = 67108864 // the time constant of a video recorder: no fault
)

// InputType: What an input is; the kernel's own numbers.
type InputType uint32

const (
	InputTuner  InputType = 1 // a TV tuner
	InputCamera InputType = 2 // a camera, or any connector: composite, S-Video, HDMI, SDI
	InputTouch  InputType = 3 // a touch surface
)

// ListFlags: Bits of the `flags` of v4lxx_context_list_devices().
type ListFlags uint32

const (
	ListSimulated ListFlags = 1 // name simulated cameras too, after the real devices
	ListAll       ListFlags = 2 // devices that cannot capture video too
)

// ListenFlags: Bits of the `flags` of v4lxx_context_listen().
type ListenFlags uint32

const (
	ListenDevices   ListenFlags = 1 // devices that come and go: V4LXX_EVENT_DEVICE_ADDED, _REMOVED, _CHANGED
	ListenStreams   ListenFlags = 2 // all other events: those of the streams of this context
	ListenSimulated ListenFlags = 4 // with V4LXX_LISTEN_DEVICES: the simulated cameras too
)

// LogTopic: What a message is about.
type LogTopic uint32

const (
	LogDeviceOpened    LogTopic = 1  // info
	LogDeviceClosed    LogTopic = 2  // info
	LogDeviceLost      LogTopic = 3  // error; once for each open device, when a call notices it
	LogFormatSet       LogTopic = 4  // info; a warning if it is not what was asked for
	LogIntervalSet     LogTopic = 5  // info: the frame interval
	LogStreamStarted   LogTopic = 6  // info: with which format and how many buffers
	LogStreamStopped   LogTopic = 7  // info
	LogFramesLost      LogTopic = 8  // warning: the driver's numbers have a gap
	LogFrameDamaged    LogTopic = 9  // warning: a frame with the error flag, or without bytes
	LogDriverAnswer    LogTopic = 10 // warning: an answer that cannot be, which was put right, or a passing I/O error
	LogOperationFailed LogTopic = 11 // debug; a warning if the driver is to blame, or another device is in its place
	LogDeviceBack      LogTopic = 12 // warning: a stream with V4LXX_STREAM_RECONNECT goes on
	LogUSBReset        LogTopic = 13 // warning: a stream with V4LXX_STREAM_USB_RESET had its device reset
)

// Match: By what frames belong together.
type Match uint32

const (
	MatchStamps            Match = 0 // time stamps that are near enough; all have to be of one clock, and it has to be known
	MatchSequences         Match = 1 // the same number of the driver's: cameras on one trigger, started before its first pulse
	MatchStampsOrSequences Match = 2 // time stamps, and sequences from the first stamp on that cannot be compared
)

// ModeFlags: Bits of v4lxx_mode.flags.
type ModeFlags uint32

const (
	ModeSizeNotListed ModeFlags = 1 // the device does not tell its sizes: it may or may not have this one
)

// ModeVerdict: What became of a mode in the ranking.
type ModeVerdict uint32

const (
	ModeBest            ModeVerdict = 1 // nearest to the wish
	ModeOutscored       ModeVerdict = 2 // would do, but another is nearer
	ModeFormatNotWanted ModeVerdict = 3 // the pixel format is none of the outputs; sizes were not asked for
	ModeNoPicture       ModeVerdict = 4 // this build can make no picture of the pixel format; sizes were not asked for
	ModeSizeDiffers     ModeVerdict = 5 // another size than a strict wish has
	ModeRateDiffers     ModeVerdict = 6 // another rate than a strict wish has
)

// NodeRole: What a node is for, from its `device_caps`.
type NodeRole uint32

const (
	NodeRoleUnknown          NodeRole = 0  // the node could not be asked, or is of a new kind
	NodeRoleCapture          NodeRole = 1  // captures video: a camera, a grabber
	NodeRoleOutput           NodeRole = 2  // outputs video
	NodeRoleM2M              NodeRole = 3  // memory to memory: a codec, a scaler
	NodeRoleMetadataCapture  NodeRole = 4  // captures metadata, such as the second node of a USB camera
	NodeRoleMetadataOutput   NodeRole = 5  // takes metadata, such as the parameters of an image processor
	NodeRoleVBICapture       NodeRole = 6  // captures vertical blanking data
	NodeRoleVBIOutput        NodeRole = 7  // outputs vertical blanking data
	NodeRoleRadioReceiver    NodeRole = 8  // a radio receiver
	NodeRoleRadioTransmitter NodeRole = 9  // a radio transmitter
	NodeRoleSDRReceiver      NodeRole = 10 // software-defined radio, receiving
	NodeRoleSDRTransmitter   NodeRole = 11 // software-defined radio, sending
	NodeRoleTouch            NodeRole = 12 // a touch surface
	NodeRoleSubdevice        NodeRole = 13 // a part of a media pipeline; not opened when devices are listed
)

// PictureType: What kind of picture compressed data holds.
type PictureType uint32

const (
	PictureUnknown       PictureType = 0 // not compressed, or neither driver nor data say
	PictureKey           PictureType = 1 // decoding can begin here
	PicturePredicted     PictureType = 2 // P: needs pictures before it
	PictureBidirectional PictureType = 3 // B: needs pictures before and after it
	PictureNotKey        PictureType = 4 // decoding cannot begin here; P or B is not known
)

// RateVerdict: What the two rates say together.
type RateVerdict uint32

const (
	RateUnknown    RateVerdict = 0 // too few frames so far, time stamps that measure nothing, or the device tells no rate
	RateAsTold     RateVerdict = 1 // measured is at least four fifths of nominal
	RateSlower     RateVerdict = 2 // it is less, and no frame was lost: the camera makes fewer
	RateFramesLost RateVerdict = 3 // it is less, and frames are missing: the program, or the bus, is late
)

// ReadMode: What one v4lxx_stream_read() takes.
type ReadMode uint32

const (
	ReadFrame ReadMode = 0 // one frame, whole
	ReadBytes ReadMode = 1 // what is left of a frame, as far as there is room; frames follow one another unmarked
)

// Reserve: What becomes of a frame that would leave the driver fewer than min_queued buffers.
type Reserve uint32

const (
	ReserveCopy Reserve = 0 // a copy is handed out, of at most as many as there are buffers; then as V4LXX_RESERVE_DROP
	ReserveDrop Reserve = 1 // it is not handed out, and counted in policy_dropped
	ReserveGrow Reserve = 2 // the driver gets a buffer more, up to max_buffers; if it takes none, as V4LXX_RESERVE_COPY
)

// SelectionFlags: How the driver may adjust a rectangle.
type SelectionFlags uint32

const (
	SelectionAtLeast SelectionFlags = 1 // not smaller than asked
	SelectionAtMost  SelectionFlags = 2 // not larger than asked; with AT_LEAST: exactly as asked, or not at all
)

// SelectionTarget: Which rectangle is meant; the kernel's own numbers.
type SelectionTarget uint32

const (
	SelectionCrop           SelectionTarget = 0   // the part of the source that is taken
	SelectionCropDefault    SelectionTarget = 1   // the part that shows the whole picture
	SelectionCropBounds     SelectionTarget = 2   // everything that can be taken
	SelectionNativeSize     SelectionTarget = 3   // all pixels of the sensor
	SelectionCompose        SelectionTarget = 256 // where in the frame the picture is put
	SelectionComposeDefault SelectionTarget = 257 // the whole frame
	SelectionComposeBounds  SelectionTarget = 258 // everywhere it can be put
	SelectionComposePadded  SelectionTarget = 259 // what is written to when the picture is put there; read only
)

// SettlingState: Whether the exposure of a camera has settled.
type SettlingState uint32

const (
	SettlingMoving  SettlingState = 0 // add another frame
	SettlingSettled SettlingState = 1 // the last three frames are as bright as each other, within 2 %
	SettlingGaveUp  SettlingState = 2 // the limit of frames or of time was reached before that
)

// Severity: How bad a finding is.
type Severity uint32

const (
	SeverityOK      Severity = 0 // looked at and found good
	SeverityNote    Severity = 1 // worth knowing
	SeverityWarning Severity = 2 // pictures come, but worse or fewer than they could be
	SeverityProblem Severity = 3 // no picture comes
)

// SignalState: What comes in at an input.
type SignalState uint32

const (
	SignalUnknown    SignalState = 0 // the device cannot tell: cameras, and many analog inputs
	SignalPresent    SignalState = 1 // a signal that was recognised
	SignalNone       SignalState = 2 // nothing, or nothing that was recognised
	SignalUnlocked   SignalState = 3 // something that the receiver cannot lock to
	SignalOutOfRange SignalState = 4 // more than the receiver can do
	SignalNoPower    SignalState = 5 // the device behind the input has no power
)

// StreamPhase: Where a stream is.
type StreamPhase uint32

const (
	StreamStopped   StreamPhase = 0 // never started, or stopped
	StreamStreaming StreamPhase = 1 // the driver has buffers to fill, unless the program holds them all
	StreamEnded     StreamPhase = 2 // the driver has sent its last frame
	StreamAway      StreamPhase = 3 // the device is lost, and is looked for whenever frames are taken (V4LXX_STREAM_RECONNECT)
	StreamLost      StreamPhase = 4 // the device is lost for good
	StreamClosed    StreamPhase = 5 // the stream or its device was closed
)

// TimestampSource: The moment a time stamp stands for.
type TimestampSource uint32

const (
	TimestampEndOfFrame      TimestampSource = 0 // the last byte arrived
	TimestampStartOfExposure TimestampSource = 1 // the exposure began
)

// TimingsCapability: What a receiver can do; the kernel's own bits.
type TimingsCapability uint32

const (
	TimingsCanInterlaced      TimingsCapability = 1 // pictures as two fields
	TimingsCanProgressive     TimingsCapability = 2 // whole pictures
	TimingsCanReducedBlanking TimingsCapability = 4 // timings with reduced blanking
	TimingsCanCustom          TimingsCapability = 8 // timings that no standard has
)

// TimingsFlags: What is special about timings; the kernel's own bits.
type TimingsFlags uint32

const (
	TimingsReducedBlanking     TimingsFlags = 1   // the blanking is shorter than of old
	TimingsCanReduceFps        TimingsFlags = 2   // REDUCED_FPS may be set
	TimingsReducedFps          TimingsFlags = 4   // 1000/1001 of the rate: 59.94 for 60
	TimingsHalfLine            TimingsFlags = 8   // the blanking of the second field has half a line more
	TimingsIsCeVideo           TimingsFlags = 16  // consumer video: limited range unless the source says otherwise
	TimingsFirstFieldExtraLine TimingsFlags = 32  // the first field has one line more
	TimingsHasPictureAspect    TimingsFlags = 64  // picture_aspect is meant
	TimingsHasCEA861Vic        TimingsFlags = 128 // cea861_vic is meant
	TimingsHasHDMIVic          TimingsFlags = 256 // hdmi_vic is meant
	TimingsCanDetectReducedFps TimingsFlags = 512 // the receiver tells 59.94 from 60
)

// TimingsStandard: Where timings are written down; the kernel's own bits.
type TimingsStandard uint32

const (
	TimingsCEA861 TimingsStandard = 1  // consumer video: HDMI
	TimingsDMT    TimingsStandard = 2  // VESA's list for monitors
	TimingsCVT    TimingsStandard = 4  // VESA's formula, new
	TimingsGTF    TimingsStandard = 8  // VESA's formula, old
	TimingsSDI    TimingsStandard = 16 // studio video
)

// What a failure is, for errors.Is. The details: errors.As with a *Error.
var (
	// ErrArgument: An argument is wrong; the call did nothing.
	ErrArgument error = statusError(capi.ErrorArgument)
	// ErrNoMemory: Memory could not be had; what had been set up is undone.
	ErrNoMemory error = statusError(capi.ErrorNoMemory)
	// ErrSystem: The system refused for a reason that has no status of its own.
	ErrSystem error = statusError(capi.ErrorSystem)
	// ErrDeviceLost: The device was unplugged, or its driver is gone.
	ErrDeviceLost error = statusError(capi.ErrorDeviceLost)
	// ErrState: The call does not fit the state the object is in.
	ErrState error = statusError(capi.ErrorState)
	// ErrABI: A struct does not fit this version of the library.
	ErrABI error = statusError(capi.ErrorABI)
	// ErrClosed: The object was closed by this program.
	ErrClosed error = statusError(capi.ErrorClosed)
	// ErrCancelled: The wait was cancelled by this program.
	ErrCancelled error = statusError(capi.ErrorCancelled)
	// ErrBusy: Somebody else is using the device, or it is in use in a way that forbids this.
	ErrBusy error = statusError(capi.ErrorBusy)
	// ErrDenied: Permission was denied.
	ErrDenied error = statusError(capi.ErrorDenied)
	// ErrNotFound: There is no such thing.
	ErrNotFound error = statusError(capi.ErrorNotFound)
	// ErrUnsupported: The device, the driver or this build cannot do that.
	ErrUnsupported error = statusError(capi.ErrorUnsupported)
	// ErrDriverBug: The driver answered something that cannot be true; it was not believed.
	ErrDriverBug error = statusError(capi.ErrorDriverBug)
	// ErrData: The data of a frame is damaged or is not what it should be.
	ErrData error = statusError(capi.ErrorData)
)
