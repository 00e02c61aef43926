// SPDX-License-Identifier: MIT
// Code generated from abi/v0/api.json by abi/tools/gen_go.py; DO NOT EDIT.

package capi

import "unsafe"

// Handles of the library; 0 is C's NULL. They are numbers here: the garbage collector has nothing to do with them.
type (
	// Bytes is v4lxx_bytes. A block of encoded bytes.
	Bytes uintptr
	// Context is v4lxx_context. Everything hangs off one.
	Context uintptr
	// Control is v4lxx_control. Description of one control.
	Control uintptr
	// ControlList is v4lxx_control_list. Snapshot of the controls of a node.
	ControlList uintptr
	// Device is v4lxx_device. An open device node.
	Device uintptr
	// DeviceInfo is v4lxx_device_info. What is known of a node without streaming.
	DeviceInfo uintptr
	// DeviceList is v4lxx_device_list. Snapshot of the nodes that exist.
	DeviceList uintptr
	// Error is v4lxx_error. Details of one failure.
	Error uintptr
	// Event is v4lxx_event. Something that happened.
	Event uintptr
	// Examination is v4lxx_examination. Findings of an examination.
	Examination uintptr
	// FormatList is v4lxx_format_list. Snapshot of the pixel formats of a node.
	FormatList uintptr
	// Frame is v4lxx_frame. One buffer.
	Frame uintptr
	// FrameSet is v4lxx_frame_set. Frames taken at the same time.
	FrameSet uintptr
	// Group is v4lxx_group. Streams whose frames are matched.
	Group uintptr
	// HeldList is v4lxx_held_list. Snapshot of the frames of a stream that are held.
	HeldList uintptr
	// InputList is v4lxx_input_list. Snapshot of the inputs of a device.
	InputList uintptr
	// IntervalList is v4lxx_interval_list. Snapshot of the frame intervals of a size.
	IntervalList uintptr
	// LogRecord is v4lxx_log_record. One message.
	LogRecord uintptr
	// ModeList is v4lxx_mode_list. Snapshot of the modes of a device, ranked by a wish.
	ModeList uintptr
	// SizeList is v4lxx_size_list. Snapshot of the frame sizes of a format.
	SizeList uintptr
	// StandardList is v4lxx_standard_list. Snapshot of the standards of an input.
	StandardList uintptr
	// Stream is v4lxx_stream. One buffer queue.
	Stream uintptr
	// TimingsList is v4lxx_timings_list. Snapshot of the timings of an input.
	TimingsList uintptr
)

// ContextOptions is v4lxx_context_options: Options of a context; every field zero is the default.
type ContextOptions struct {
	StructSize uint32 // sizeof(v4lxx_context_options) as the caller compiled it
	Flags      uint32 // no bits defined yet; unknown bits fail with ERROR_ARGUMENT
}

// MakeContextOptions is V4LXX_CONTEXT_OPTIONS_INIT.
func MakeContextOptions() ContextOptions {
	return ContextOptions{StructSize: uint32(unsafe.Sizeof(ContextOptions{}))}
}

// ConvertedTime is v4lxx_converted_time: A time by another clock, and how exact it is.
type ConvertedTime struct {
	StructSize uint32 // sizeof(v4lxx_converted_time) as the caller compiled it
	Clock      Clock  // the clock of time_ns
	TimeNs     int64  // what that clock showed then
	ErrorNs    int64  // it showed no less than time_ns - error_ns and no more than time_ns + error_ns
	Steps      uint32 // how often the clocks were seen to be set, or the machine to have slept, since the first conversion
	TaiOffsetS int32  // from or to V4LXX_CLOCK_TAI: how far it is ahead of REALTIME; 0: the kernel was not told
}

// MakeConvertedTime is V4LXX_CONVERTED_TIME_INIT.
func MakeConvertedTime() ConvertedTime {
	return ConvertedTime{StructSize: uint32(unsafe.Sizeof(ConvertedTime{}))}
}

// DeviceOptions is v4lxx_device_options: Options for opening a device; every field zero is the default.
type DeviceOptions struct {
	StructSize uint32 // sizeof(v4lxx_device_options) as the caller compiled it
	Flags      uint32 // no bits defined yet; unknown bits fail with ERROR_ARGUMENT
}

// MakeDeviceOptions is V4LXX_DEVICE_OPTIONS_INIT.
func MakeDeviceOptions() DeviceOptions {
	return DeviceOptions{StructSize: uint32(unsafe.Sizeof(DeviceOptions{}))}
}

// EventInfo is v4lxx_event_info: What is known of an event, in numbers; zero where the kind does not tell.
type EventInfo struct {
	StructSize      uint32    // sizeof(v4lxx_event_info) as the caller compiled it
	Kind            EventKind // one of v4lxx_event_kind_values
	TimeNs          int64     // when it was told, CLOCK_MONOTONIC
	Tag             uint64    // of the stream, as it was given to v4lxx_context_add_stream(); 0 outside of a loop
	SourceChanges   uint32    // SOURCE_CHANGED: the bits V4L2_EVENT_SRC_CH_ of the kernel; 1 is the resolution
	Code            Code      // LEFT_LOOP, DEVICE_LOST: why, one of v4lxx_code_values; STALLED: that, if it was too long
	OldWidth        uint32    // SOURCE_CHANGED: of the frames that came until now, pixels
	OldHeight       uint32    // pixels
	NewWidth        uint32    // of the source now, pixels; 0 if there is no signal, or the driver does not tell
	NewHeight       uint32    // pixels
	Attempts        uint32    // DEVICE_BACK: how often it was looked for
	Reserved0       uint32    // zero
	FramesLost      uint64    // SLOW_PROGRAM: not handed out since it began; STALLED: bad frames among the answers
	FramesDelivered uint64    // SLOW_PROGRAM: frames that were
	SpanNs          int64     // SLOW_PROGRAM, STALLED: for how long; DEVICE_BACK: how long it was away
}

// MakeEventInfo is V4LXX_EVENT_INFO_INIT.
func MakeEventInfo() EventInfo {
	return EventInfo{StructSize: uint32(unsafe.Sizeof(EventInfo{}))}
}

// Format is v4lxx_format: A picture format.
type Format struct {
	StructSize       uint32    // sizeof(v4lxx_format) as the caller compiled it
	Fourcc           uint32    // pixel format code of V4L2
	Width            uint32    // pixels
	Height           uint32    // pixels
	Field            uint32    // enum v4l2_field; 1 is progressive
	Colorspace       uint32    // enum v4l2_colorspace
	YcbcrEncoding    uint32    // enum v4l2_ycbcr_encoding
	Quantization     uint32    // enum v4l2_quantization
	TransferFunction uint32    // enum v4l2_xfer_func
	Flags            uint32    // V4L2_PIX_FMT_FLAG_ bits as granted; zero when setting
	MemoryPlaneCount uint32    // 1 to 4; out only
	Reserved0        uint32    // must be zero
	StrideBytes      [4]uint32 // distance of two rows in each memory plane; 0 for compressed formats
	SizeBytes        [4]uint32 // size of each memory plane; out only
}

// MakeFormat is V4LXX_FORMAT_INIT.
func MakeFormat() Format {
	return Format{StructSize: uint32(unsafe.Sizeof(Format{}))}
}

// Fraction is v4lxx_fraction: A ratio; a frame interval in seconds, a rate in frames per second.
type Fraction struct {
	Numerator   uint32 // upper number
	Denominator uint32 // lower number; 0 means "not known"
}

// FrameInfo is v4lxx_frame_info: All that is known of a frame, by one call.
type FrameInfo struct {
	StructSize       uint32          // sizeof(v4lxx_frame_info) as the caller compiled it
	Fourcc           uint32          // pixel format code
	Width            uint32          // pixels
	Height           uint32          // pixels
	Field            uint32          // enum v4l2_field
	Colorspace       uint32          // enum v4l2_colorspace
	YcbcrEncoding    uint32          // enum v4l2_ycbcr_encoding
	Quantization     uint32          // enum v4l2_quantization
	TransferFunction uint32          // enum v4l2_xfer_func
	Flags            uint32          // bits of v4lxx_frame_flags_values
	Sequence         uint32          // frame number since start, from 0; gaps are frames the driver dropped
	DriverSequence   uint32          // the kernel's own number
	TimestampNs      int64           // the driver's time stamp
	Clock            Clock           // the clock of timestamp_ns, as the driver says: UNKNOWN, MONOTONIC or COPY
	TimestampSource  TimestampSource // the moment timestamp_ns stands for
	PlaneCount       uint32          // colour planes, 1 to 4
	BufferIndex      uint32          // the kernel's buffer number
	PlaneAddress     [4]uint64       // first byte of each colour plane, in this process
	PlaneBytes       [4]uint64       // bytes of each colour plane that hold data
	PlaneStride      [4]uint32       // distance of two rows; 0 for compressed formats
	ArrivalNs        int64           // CLOCK_MONOTONIC when the library took the frame from the driver
	Number           uint64          // as `sequence`, and never wraps
	PictureType      PictureType     // one of v4lxx_picture_type_values
	Generation       uint32          // which start of the stream it is of, from 1
	TimecodeType     uint32          // V4L2_TC_TYPE_…; 0: there is no time code
	TimecodeFlags    uint32          // bits of V4L2_TC_FLAG_… and of V4L2_TC_USERBITS_field
	TimecodeHours    uint32          // of the time code
	TimecodeMinutes  uint32          // of the time code
	TimecodeSeconds  uint32          // of the time code
	TimecodeFrames   uint32          // of the time code
	TimecodeUserBits uint32          // its four bytes, the first one lowest
	StampClock       Clock           // as `clock`; where the driver says UNKNOWN, what was found out, or UNKNOWN
	CropLeft         int32           // of the part of the source that the frame shows (V4LXX_SELECTION_CROP)
	CropTop          int32           // its upper edge
	CropWidth        uint32          // its pixels across; 0: the driver has no such rectangle
	CropHeight       uint32          // its pixels down
}

// MakeFrameInfo is V4LXX_FRAME_INFO_INIT.
func MakeFrameInfo() FrameInfo {
	return FrameInfo{StructSize: uint32(unsafe.Sizeof(FrameInfo{}))}
}

// FrameSetInfo is v4lxx_frame_set_info: What is known of a set.
type FrameSetInfo struct {
	StructSize  uint32 // sizeof(v4lxx_frame_set_info) as the caller compiled it
	CameraCount uint32 // of the group, the missing ones included
	Number      uint64 // of the sets of this group, from 0
	Cameras     uint64 // which have a frame in it: bit 0 is the stream that was added first
	SkewNs      int64  // from the earliest to the latest of its frames; -1: their stamps cannot be compared
	IsComplete  Bool   // there is a frame of each camera
	Reserved0   uint32 // zero
}

// MakeFrameSetInfo is V4LXX_FRAME_SET_INFO_INIT.
func MakeFrameSetInfo() FrameSetInfo {
	return FrameSetInfo{StructSize: uint32(unsafe.Sizeof(FrameSetInfo{}))}
}

// GroupCamera is v4lxx_group_camera: How one camera of a group went.
type GroupCamera struct {
	StructSize   uint32 // sizeof(v4lxx_group_camera) as the caller compiled it
	Held         uint32 // frames that wait for partners now
	Frames       uint64 // that came
	InComplete   uint64 // of these, in complete sets
	InIncomplete uint64 // in incomplete ones
	Unmatched    uint64 // not handed out, for want of partners
	Late         uint64 // not handed out, because a later set was
	Resets       uint64 // how often it was started again, or its driver counted anew
	IntervalNs   int64  // from frame to frame, measured over about the last thousand; at first as its driver says
	DriftPpb     int64  // billionths that its intervals are longer than those of the first camera, beyond what drivers say
	DriftFrames  uint32 // frames that drift_ppb was measured over, about; 0: it is not known
	IsGone       Bool   // it has ended, or its failure was told: no frame of it is waited for
}

// MakeGroupCamera is V4LXX_GROUP_CAMERA_INIT.
func MakeGroupCamera() GroupCamera {
	return GroupCamera{StructSize: uint32(unsafe.Sizeof(GroupCamera{}))}
}

// GroupOptions is v4lxx_group_options: How a group matches frames; zero in any field is the usual way.
type GroupOptions struct {
	StructSize  uint32 // sizeof(v4lxx_group_options) as the caller compiled it
	MatchBy     Match  // by what frames belong together
	ToleranceNs int64  // how far apart stamps of one set may be; 0: half the shortest frame interval of the cameras
	MaxWaitNs   int64  // how long a frame waits for partners; 0: while no more than most_held of its camera wait
	MostHeld    uint32 // frames of one camera that wait at most, 1 to 32; 0 is 2. Its driver is left a buffer in any case
	Flags       uint32 // bits of v4lxx_group_flags_values; unknown bits fail with ERROR_ARGUMENT
}

// MakeGroupOptions is V4LXX_GROUP_OPTIONS_INIT.
func MakeGroupOptions() GroupOptions {
	return GroupOptions{StructSize: uint32(unsafe.Sizeof(GroupOptions{}))}
}

// GroupStatistics is v4lxx_group_statistics: How a group went since it was made.
type GroupStatistics struct {
	StructSize  uint32    // sizeof(v4lxx_group_statistics) as the caller compiled it
	CameraCount uint32    // streams in it
	Complete    uint64    // sets with a frame of each camera
	Incomplete  uint64    // sets without
	ToleranceNs int64     // in use now; 0 with sequences
	MatchBy     Match     // in use now: V4LXX_MATCH_STAMPS or V4LXX_MATCH_SEQUENCES
	Reserved0   uint32    // zero
	Skew        Histogram // of complete sets
}

// MakeGroupStatistics is V4LXX_GROUP_STATISTICS_INIT.
func MakeGroupStatistics() GroupStatistics {
	return GroupStatistics{StructSize: uint32(unsafe.Sizeof(GroupStatistics{}))}
}

// HeldFrame is v4lxx_held_frame: One frame that is held, or was: one whose references are 0 was given back.
type HeldFrame struct {
	StructSize  uint32 // sizeof(v4lxx_held_frame) as the caller compiled it
	Generation  uint32 // which start of the stream it is of, from 1; one of an older start keeps no buffer of this one
	Number      uint64 // as in v4lxx_frame_info
	Holder      uint64 // what v4lxx_frame_set_holder() said last; 0: nothing
	Bytes       uint64 // of all planes
	ArrivalNs   int64  // as in v4lxx_frame_info
	AgeNs       int64  // since then; -1: not known, because the stream is closed
	References  uint32 // that have to be given back before the driver gets its buffer
	BufferIndex uint32 // the kernel's buffer number
	Flags       uint32 // bits of v4lxx_frame_flags_values; of one with V4LXX_FRAME_COPIED the driver has its buffer back
	TakenBy     uint32 // with V4LXX_STREAM_GUARD: the kernel's number of the thread that took it; else 0
	ReleasedBy  uint32 // with V4LXX_STREAM_GUARD: of the one that gave back its last reference; 0 while it is held
	Reserved0   uint32 // zero
}

// MakeHeldFrame is V4LXX_HELD_FRAME_INIT.
func MakeHeldFrame() HeldFrame {
	return HeldFrame{StructSize: uint32(unsafe.Sizeof(HeldFrame{}))}
}

// Histogram is v4lxx_histogram: How often which time was seen.
type Histogram struct {
	Count   uint64     // times that were seen
	LeastNs int64      // the shortest, nanoseconds
	MostNs  int64      // the longest, nanoseconds
	SumNs   int64      // of all of them; divided by count it is their mean
	Buckets [96]uint64 // how many of them each bucket holds
}

// ImageOptions is v4lxx_image_options: Options of an encoded picture; zero is the default.
type ImageOptions struct {
	StructSize uint32 // sizeof(v4lxx_image_options) as the caller compiled it
	Quality    uint32 // JPEG: 1 to 100; 0 is 90
}

// MakeImageOptions is V4LXX_IMAGE_OPTIONS_INIT.
func MakeImageOptions() ImageOptions {
	return ImageOptions{StructSize: uint32(unsafe.Sizeof(ImageOptions{}))}
}

// InputInfo is v4lxx_input_info: One input.
type InputInfo struct {
	StructSize   uint32      // sizeof(v4lxx_input_info) as the caller compiled it
	Index        uint32      // its number, for v4lxx_device_select_input()
	Type         InputType   // what it is
	Status       InputStatus // meant for the input that is selected; drivers may leave it 0 for others
	Capabilities uint32      // bits of v4lxx_input_capability_values
	Reserved0    uint32      // zero
	Standards    uint64      // analog standards it can do, bits of V4L2_STD_; 0 if none
}

// MakeInputInfo is V4LXX_INPUT_INFO_INIT.
func MakeInputInfo() InputInfo {
	return InputInfo{StructSize: uint32(unsafe.Sizeof(InputInfo{}))}
}

// IntervalRange is v4lxx_interval_range: Frame intervals: one, or a range, in seconds.
type IntervalRange struct {
	StructSize      uint32 // sizeof(v4lxx_interval_range) as the caller compiled it
	MinNumerator    uint32 // shortest interval: the highest rate
	MinDenominator  uint32 // never 0
	MaxNumerator    uint32 // longest interval; equal to the shortest for one interval
	MaxDenominator  uint32 // never 0
	StepNumerator   uint32 // 0 for one interval, and where every interval of the range is offered
	StepDenominator uint32 // never 0
	Reserved0       uint32 // zero
}

// MakeIntervalRange is V4LXX_INTERVAL_RANGE_INIT.
func MakeIntervalRange() IntervalRange {
	return IntervalRange{StructSize: uint32(unsafe.Sizeof(IntervalRange{}))}
}

// Mode is v4lxx_mode: One mode of a device, and how far it is from the wish: 0 is what was wished for.
type Mode struct {
	StructSize    uint32      // sizeof(v4lxx_mode) as the caller compiled it
	Fourcc        uint32      // pixel format code of V4L2
	Width         uint32      // pixels; 0 if sizes were not asked for
	Height        uint32      // pixels
	Rate          Fraction    // frames per second; 0/0 if the device does not tell
	Flags         ModeFlags   // bits of v4lxx_mode_flags_values
	Verdict       ModeVerdict // one of v4lxx_mode_verdict_values
	Penalty       uint32      // the sum of the three below
	SizePenalty   uint32      // for the size
	RatePenalty   uint32      // for the rate
	FormatPenalty uint32      // for the pixel format
}

// MakeMode is V4LXX_MODE_INIT.
func MakeMode() Mode {
	return Mode{StructSize: uint32(unsafe.Sizeof(Mode{}))}
}

// Negotiation is v4lxx_negotiation: What was wished for, what the library asked for, and what the driver granted.
type Negotiation struct {
	StructSize    uint32      // sizeof(v4lxx_negotiation) as the caller compiled it
	Differences   FormatField // bits of v4lxx_format_field_values: parts of the wish that were granted otherwise
	Adjusted      FormatField // the same of what was chosen, and of answers in which the driver contradicted itself
	Refused       uint32      // better modes that the driver lists but did not grant when asked
	WantedWidth   uint32      // as wished; 0: nothing was
	WantedHeight  uint32      // as wished
	WantedRate    Fraction    // as wished; 0/0: nothing was
	ChosenFourcc  uint32      // of the mode the library chose
	ChosenWidth   uint32      // pixels
	ChosenHeight  uint32      // pixels
	StepsDown     uint32      // better modes for which the bandwidth was not there
	ChosenRate    Fraction    // 0/0 if the device does not tell
	GrantedFourcc uint32      // of what the device has now
	GrantedWidth  uint32      // pixels
	GrantedHeight uint32      // pixels
	Reserved0     uint32      // zero
	GrantedRate   Fraction    // 0/0 if the device does not tell
}

// MakeNegotiation is V4LXX_NEGOTIATION_INIT.
func MakeNegotiation() Negotiation {
	return Negotiation{StructSize: uint32(unsafe.Sizeof(Negotiation{}))}
}

// PixelFormatInfo is v4lxx_pixel_format_info: Facts of a pixel format.
type PixelFormatInfo struct {
	StructSize            uint32       // sizeof(v4lxx_pixel_format_info) as the caller compiled it
	Fourcc                uint32       // the code
	Family                ColourFamily // what the samples mean
	BitsPerSample         uint32       // significant bits of one sample; 0 if it varies or is not known
	PlaneCount            uint32       // colour planes, 1 to 4; 0 if not known
	MemoryPlaneCount      uint32       // separate blocks of memory, 1 to 4; NV12: 1, NV12M: 2
	HorizontalSubsampling uint32       // pixels per chroma sample across: 1, 2 or 4
	VerticalSubsampling   uint32       // pixels per chroma sample down: 1, 2 or 4
	BitsPerPixel          [4]uint32    // of each colour plane, at the plane's own subsampled size; 0 if not linear
}

// MakePixelFormatInfo is V4LXX_PIXEL_FORMAT_INFO_INIT.
func MakePixelFormatInfo() PixelFormatInfo {
	return PixelFormatInfo{StructSize: uint32(unsafe.Sizeof(PixelFormatInfo{}))}
}

// Rectangle is v4lxx_rectangle: A rectangle in pixels; corners may be negative.
type Rectangle struct {
	Left   int32  // from the left edge of the picture
	Top    int32  // from its upper edge
	Width  uint32 // pixels
	Height uint32 // pixels
}

// Settling is v4lxx_settling: What is known of a camera's exposure after its start.
type Settling struct {
	StructSize       uint32        // sizeof(v4lxx_settling) as the caller compiled it
	State            SettlingState // out: whether it has settled
	MostNs           int64         // in: longest time from the first frame to the last, by their time stamps; 0 is 1 s
	FirstTimestampNs int64         // out: of the first frame
	MostFrames       uint32        // in: most frames; 0 is 15
	FrameCount       uint32        // out: frames added
	MeasuredCount    uint32        // out: frames of these whose brightness is known; damaged ones have none
	Luma             [3]uint32     // out: brightness of the last three of these, 0 to 65535, the newest last
}

// MakeSettling is V4LXX_SETTLING_INIT.
func MakeSettling() Settling {
	return Settling{StructSize: uint32(unsafe.Sizeof(Settling{}))}
}

// Signal is v4lxx_signal: The signal at the selected input.
type Signal struct {
	StructSize uint32      // sizeof(v4lxx_signal) as the caller compiled it
	State      SignalState // what comes in
	IsSet      Bool        // 1: the input is set to what comes in; only with V4LXX_SIGNAL_PRESENT
	Input      uint32      // number of the selected input; 0 if the node has none
	Status     InputStatus // as v4lxx_input_list_at() tells it
	Width      uint32      // of a digital signal, pixels; 0: not known
	Height     uint32      // pixels
	Interlaced Bool        // 1: a picture comes as two fields
	Rate       Fraction    // pictures per second of a digital signal; 0/0: not known
	Standard   uint64      // of an analog signal: all standards it may be; 0: not known
}

// MakeSignal is V4LXX_SIGNAL_INIT.
func MakeSignal() Signal {
	return Signal{StructSize: uint32(unsafe.Sizeof(Signal{}))}
}

// SizeRange is v4lxx_size_range: Frame sizes: one, or a range.
type SizeRange struct {
	StructSize uint32 // sizeof(v4lxx_size_range) as the caller compiled it
	MinWidth   uint32 // pixels
	MaxWidth   uint32 // pixels; equal to min_width for one size
	StepWidth  uint32 // pixels; 0 for one size
	MinHeight  uint32 // pixels
	MaxHeight  uint32 // pixels
	StepHeight uint32 // pixels; 0 for one size
	Reserved0  uint32 // zero
}

// MakeSizeRange is V4LXX_SIZE_RANGE_INIT.
func MakeSizeRange() SizeRange {
	return SizeRange{StructSize: uint32(unsafe.Sizeof(SizeRange{}))}
}

// StandardInfo is v4lxx_standard_info: One standard that an input can do.
type StandardInfo struct {
	StructSize uint32   // sizeof(v4lxx_standard_info) as the caller compiled it
	Lines      uint32   // of a whole picture, blanking included: 525 or 625; 0 if the driver does not say
	Period     Fraction // seconds from picture to picture; 0/0 if the driver does not say
	Bits       uint64   // for v4lxx_device_set_standard()
}

// MakeStandardInfo is V4LXX_STANDARD_INFO_INIT.
func MakeStandardInfo() StandardInfo {
	return StandardInfo{StructSize: uint32(unsafe.Sizeof(StandardInfo{}))}
}

// StreamAccount is v4lxx_stream_account: The exact account of a stream since it was created.
type StreamAccount struct {
	StructSize      uint32 // sizeof(v4lxx_stream_account) as the caller compiled it
	Reserved0       uint32 // zero
	Delivered       uint64 // frames handed out, corrupt and short ones among them if asked for
	DriverDropped   uint64 // frames missing in the driver's sequence numbers
	Corrupt         uint64 // frames the driver marked as corrupt, dropped or delivered
	CorruptDropped  uint64 // of these, not delivered
	EmptyDropped    uint64 // frames without a byte, not delivered
	ShortFrames     uint64 // delivered frames with fewer bytes than the format needs
	Bytes           uint64 // payload bytes of delivered frames
	Copies          uint64 // whole planes copied, such as held frames when a stream that cannot orphan them stops
	IoErrors        uint64 // dequeue attempts the driver answered with an I/O error
	RequeueFailures uint64 // frames that could not be given back to the driver
	SystemCalls     uint64 // calls into the kernel on the device since it was opened, clock reads not counted
	Queued          uint32 // buffers with the driver now
	Held            uint32 // frames not yet released now, of all generations
	PolicyDropped   uint64 // frames not handed out because of flow or reserve, and those that waited at a stop
	Starved         uint64 // how often taking frames left the driver without a buffer
	Waiting         uint32 // frames taken from the driver that wait for the program now
	Reserved1       uint32 // zero
	Reconnects      uint64 // how often the device was lost and came back (V4LXX_STREAM_RECONNECT)
	OthersRefused   uint64 // how often another device was in its place meanwhile; it was not taken
	BuffersGrown    uint64 // buffers that were added while streaming (V4LXX_RESERVE_GROW)
	LargePages      uint64 // copies whose memory the kernel agreed to put on large pages
	Stalls          uint64 // how often nothing good came for as long as stall_after_ns allows
	UsbResets       uint64 // how often the USB device was reset (V4LXX_STREAM_USB_RESET)
}

// MakeStreamAccount is V4LXX_STREAM_ACCOUNT_INIT.
func MakeStreamAccount() StreamAccount {
	return StreamAccount{StructSize: uint32(unsafe.Sizeof(StreamAccount{}))}
}

// StreamOptions is v4lxx_stream_options: Stream parameters; zero in any field means "leave it as it is" or "let the driver choose".
type StreamOptions struct {
	StructSize   uint32   // sizeof(v4lxx_stream_options) as the caller compiled it
	Fourcc       uint32   // V4L2 pixel format code
	Width        uint32   // pixels
	Height       uint32   // pixels
	Rate         Fraction // frames per second; 0/0 leaves the rate as it is
	Memory       Memory   // where the memory comes from
	BufferCount  uint32   // wanted; 0 is 4; v4lxx_stream_get_buffer_count() tells what was given
	Flags        uint32   // bits of v4lxx_stream_flags_values; unknown bits fail with ERROR_ARGUMENT
	Reserved0    uint32   // must be zero
	Flow         Flow     // what happens while the program is slower than the camera
	FlowDepth    uint32   // frames that wait at most, with V4LXX_FLOW_DROP_OLDEST and V4LXX_FLOW_DROP_NEWEST; 0 is 2
	MinQueued    uint32   // buffers that the driver keeps, however many frames the program holds; less than buffer_count
	Reserve      Reserve  // what becomes of a frame that would leave it fewer
	MaxBuffers   uint32   // at most, with V4LXX_RESERVE_GROW; not less than buffer_count; 0 is twice what was given
	Reserved1    uint32   // must be zero
	StallAfterNs int64    // as long without a good frame is a failure, V4LXX_CODE_STREAM_STALLED; 0 allows any time
}

// MakeStreamOptions is V4LXX_STREAM_OPTIONS_INIT.
func MakeStreamOptions() StreamOptions {
	return StreamOptions{StructSize: uint32(unsafe.Sizeof(StreamOptions{}))}
}

// StreamRate is v4lxx_stream_rate: Both rates of a stream.
type StreamRate struct {
	StructSize        uint32      // sizeof(v4lxx_stream_rate) as the caller compiled it
	Verdict           RateVerdict // one of v4lxx_rate_verdict_values
	Nominal           Fraction    // frames per second as the device says; 0/0 if it does not
	MeasuredUhz       uint64      // millionths of a frame per second, by time stamps; 0: not measured
	MeasuredNs        int64       // nanoseconds it was measured over
	MeasuredIntervals uint32      // from frame to frame, within that time: the last 30 at most
	Missing           uint32      // frames missing in the driver's numbers meanwhile
}

// MakeStreamRate is V4LXX_STREAM_RATE_INIT.
func MakeStreamRate() StreamRate {
	return StreamRate{StructSize: uint32(unsafe.Sizeof(StreamRate{}))}
}

// StreamState is v4lxx_stream_state: What is known of a stream when no frame comes.
type StreamState struct {
	StructSize     uint32      // sizeof(v4lxx_stream_state) as the caller compiled it
	Phase          StreamPhase // where it is
	Generation     uint32      // how often it was started; frames carry the number of theirs
	BufferCount    uint32      // that the driver gave; 0 while it does not stream
	Queued         uint32      // of these, with the driver; with 0 it has nowhere to put a frame
	Waiting        uint32      // taken from it, and waiting for the program
	Held           uint32      // frames the program has not yet released, of all generations
	HasInputStatus Bool        // the driver was asked for input_status, and told
	InputStatus    InputStatus // of the selected input; 0: nothing is wrong with it, or the driver does not look
	Attempts       uint32      // to get a lost device back, since it was lost; since the last loss if it is back
	LastCode       uint32      // while it is away: why the last attempt failed, for v4lxx_code_get_meaning(); else 0
	Reserved0      uint32      // zero
	LastFrameAgeNs int64       // since the last frame came; -1: none since the last start
	HeldAgeNs      int64       // since the oldest frame came that the program holds now; -1: it holds none of this generation
	IntervalNs     int64       // from frame to frame as the device says; 0: it does not
	ExposureNs     int64       // how long it exposes a frame as its control says; 0: it has none, or could not be asked
	AwayNs         int64       // how long it is away; 0 while it is there
}

// MakeStreamState is V4LXX_STREAM_STATE_INIT.
func MakeStreamState() StreamState {
	return StreamState{StructSize: uint32(unsafe.Sizeof(StreamState{}))}
}

// StreamStatistics is v4lxx_stream_statistics: How a stream went since it was created.
type StreamStatistics struct {
	StructSize     uint32    // sizeof(v4lxx_stream_statistics) as the caller compiled it
	Reserved0      uint32    // zero
	StampsUnset    uint64    // frames with V4LXX_FRAME_STAMP_UNSET
	StampsRepeated uint64    // frames with V4LXX_FRAME_STAMP_REPEATED
	StampsBackward uint64    // frames with V4LXX_FRAME_STAMP_BACKWARD
	StampsFuture   uint64    // frames with V4LXX_FRAME_STAMP_FUTURE
	Interval       Histogram // from time stamp to the next later one, as frames were taken; none over a start
	Delivery       Histogram // from time stamp to arrival, where stamps are of CLOCK_MONOTONIC
}

// MakeStreamStatistics is V4LXX_STREAM_STATISTICS_INIT.
func MakeStreamStatistics() StreamStatistics {
	return StreamStatistics{StructSize: uint32(unsafe.Sizeof(StreamStatistics{}))}
}

// Timings is v4lxx_timings: DV timings.
type Timings struct {
	StructSize    uint32   // sizeof(v4lxx_timings) as the caller compiled it
	Width         uint32   // pixels of the picture
	Height        uint32   // lines of the picture
	Interlaced    Bool     // 1: a picture comes as two fields
	Polarities    uint32   // bit 0: vertical sync is positive; bit 1: horizontal sync is
	Flags         uint32   // bits of v4lxx_timings_flags_values
	Standards     uint32   // bits of v4lxx_timings_standard_values
	Hfrontporch   uint32   // pixels
	Hsync         uint32   // pixels
	Hbackporch    uint32   // pixels
	Vfrontporch   uint32   // lines, of the first field if there are two
	Vsync         uint32   // lines
	Vbackporch    uint32   // lines
	IlVfrontporch uint32   // lines of the second field
	IlVsync       uint32   // lines of the second field
	IlVbackporch  uint32   // lines of the second field
	Cea861Vic     uint32   // number of the format in CEA-861, if the flag says so
	HdmiVic       uint32   // number of the format in HDMI, if the flag says so
	PictureAspect Fraction // width to height, if the flag says so
	Rate          Fraction // pictures per second, reduced if the flag says so; 0/0: not known; out only
	PixelclockHz  uint64   // pixels per second, blanking included; 0: not known
}

// MakeTimings is V4LXX_TIMINGS_INIT.
func MakeTimings() Timings {
	return Timings{StructSize: uint32(unsafe.Sizeof(Timings{}))}
}

// TimingsCapabilities is v4lxx_timings_capabilities: What timings a receiver can do at the selected input.
type TimingsCapabilities struct {
	StructSize      uint32 // sizeof(v4lxx_timings_capabilities) as the caller compiled it
	MinWidth        uint32 // pixels
	MaxWidth        uint32 // pixels
	MinHeight       uint32 // lines
	MaxHeight       uint32 // lines
	Standards       uint32 // bits of v4lxx_timings_standard_values
	Capabilities    uint32 // bits of v4lxx_timings_capability_values
	Reserved0       uint32 // zero
	MinPixelclockHz uint64 // pixels per second
	MaxPixelclockHz uint64 // pixels per second
}

// MakeTimingsCapabilities is V4LXX_TIMINGS_CAPABILITIES_INIT.
func MakeTimingsCapabilities() TimingsCapabilities {
	return TimingsCapabilities{StructSize: uint32(unsafe.Sizeof(TimingsCapabilities{}))}
}

// Wish is v4lxx_wish: What is wanted of a camera; a zero field wishes for nothing.
type Wish struct {
	StructSize uint32    // sizeof(v4lxx_wish) as the caller compiled it
	Flags      WishFlags // bits of v4lxx_wish_flags_values; unknown bits fail with ERROR_ARGUMENT
	Width      uint32    // pixels; 0 with height 0: the largest picture that comes at 25 per second or more
	Height     uint32    // pixels
	Rate       Fraction  // frames per second; 0/0: 25 to 30
}

// MakeWish is V4LXX_WISH_INIT.
func MakeWish() Wish {
	return Wish{StructSize: uint32(unsafe.Sizeof(Wish{}))}
}
