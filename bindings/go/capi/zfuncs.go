// SPDX-License-Identifier: MIT
// Code generated from abi/v0/api.json by abi/tools/gen_go.py; DO NOT EDIT.

package capi

import "unsafe"

// The functions of the library, by their names in C without the prefix. Load() fills them in.
// Strings they return are copies; a pointer parameter may be nil where the header says so.
var (
	// BytesGetData is v4lxx_bytes_get_data: The bytes of a block.
	BytesGetData func(bytes Bytes, outSize *uintptr) unsafe.Pointer
	// BytesRef is v4lxx_bytes_ref: Takes one more reference.
	BytesRef func(bytes Bytes) Bytes
	// BytesUnref is v4lxx_bytes_unref: Gives a reference back.
	BytesUnref func(bytes Bytes)
	// CheckGetName is v4lxx_check_get_name: The word for a check: "access".
	CheckGetName func(check Check) string
	// CodeFind is v4lxx_code_find: The code somebody read in a message or in the documentation.
	CodeFind func(text *byte) Code
	// CodeGetAdvice is v4lxx_code_get_advice: What to do about a code, in general; an error may know better: v4lxx_error_get_advice().
	CodeGetAdvice func(code Code) string
	// CodeGetExplanation is v4lxx_code_get_explanation: The page of a code: when it happens, how to tell, what to do.
	CodeGetExplanation func(code Code) string
	// CodeGetMeaning is v4lxx_code_get_meaning: Meaning of a code in one sentence.
	CodeGetMeaning func(code Code) string
	// CodeGetName is v4lxx_code_get_name: Name of a code, such as "DEVICE_BUSY".
	CodeGetName func(code Code) string
	// CodeGetStatus is v4lxx_code_get_status: The status a code belongs to.
	CodeGetStatus func(code Code) Status
	// ContextAddSimulated is v4lxx_context_add_simulated: Adds a simulated device to those that a list with V4LXX_LIST_SIMULATED names and that `card:` patterns and ids find, for tests of programs that look for a camera.
	ContextAddSimulated func(context Context, name string, err *Error) Status
	// ContextAddStream is v4lxx_context_add_stream: Takes a stream into the loop.
	ContextAddStream func(context Context, stream Stream, tag uint64, err *Error) Status
	// ContextCancel is v4lxx_context_cancel: Ends the waits in progress on this context, or the next one if there is none, once, with ERROR_CANCELLED.
	ContextCancel func(context Context)
	// ContextConvertTime is v4lxx_context_convert_time: Tells a time of one clock by another.
	ContextConvertTime func(context Context, timeNs int64, from Clock, to Clock, out *ConvertedTime, err *Error) Status
	// ContextCreate is v4lxx_context_create: Creates a context.
	ContextCreate func(options *ContextOptions, out *Context, err *Error) Status
	// ContextDequeue is v4lxx_context_dequeue: Takes the next frame of any stream in the loop.
	ContextDequeue func(context Context, timeoutNs int64, tag *uint64, out *Frame, err *Error) Status
	// ContextDispatch is v4lxx_context_dispatch: Waits until a stream in the loop has a frame or an event comes, and hands all that is ready to the callbacks, on this thread: each stream has its own, v4lxx_stream_set_frame_callback(), and the context has one for events.
	ContextDispatch func(context Context, timeoutNs int64, budget uint32, err *Error) Status
	// ContextExamine is v4lxx_context_examine: Examines one device, or every camera of the machine.
	ContextExamine func(context Context, name *byte, flags uint32, out *Examination, err *Error) Status
	// ContextGetFd is v4lxx_context_get_fd: One file descriptor for poll, epoll or any event loop: readable when v4lxx_context_dispatch(context, 0, ...) has something to do, of any stream in the loop, and when an event waits.
	ContextGetFd func(context Context) int32
	// ContextGetLogLeftOut is v4lxx_context_get_log_left_out: How many messages the log of this context kept back because of the limit, or for want of memory.
	ContextGetLogLeftOut func(context Context) uint64
	// ContextGetMissedEvents is v4lxx_context_get_missed_events: How many events were dropped because too many waited, or for want of memory.
	ContextGetMissedEvents func(context Context) uint64
	// ContextGetTimeLeft is v4lxx_context_get_time_left: What is left until a point in time.
	ContextGetTimeLeft func(context Context, deadlineNs int64) int64
	// ContextListDevices is v4lxx_context_list_devices: Lists the video devices of the machine, one entry for each physical device, those that cannot be opened with the reason.
	ContextListDevices func(context Context, flags uint32, out *DeviceList, err *Error) Status
	// ContextListen is v4lxx_context_listen: Says which events are wanted from now on.
	ContextListen func(context Context, flags uint32, err *Error) Status
	// ContextNextEvent is v4lxx_context_next_event: Takes the next event.
	ContextNextEvent func(context Context, timeoutNs int64, out *Event, err *Error) Status
	// ContextOptionsInit is v4lxx_context_options_init: Writes the defaults, the same as the macro V4LXX_CONTEXT_OPTIONS_INIT.
	ContextOptionsInit func(options *ContextOptions, size uint32)
	// ContextRef is v4lxx_context_ref: Takes one more reference.
	ContextRef func(context Context) Context
	// ContextRemoveStream is v4lxx_context_remove_stream: Takes a stream out of the loop.
	ContextRemoveStream func(context Context, stream Stream)
	// ContextSetEventCallback is v4lxx_context_set_event_callback: Sets the function that v4lxx_context_dispatch() hands events to.
	ContextSetEventCallback func(context Context, fn uintptr, userData uintptr, destroy uintptr, err *Error) Status
	// ContextSetLog is v4lxx_context_set_log: Sets who hears what the library has to tell about everything that hangs off this context.
	ContextSetLog func(context Context, level LogLevel, fn uintptr, userData uintptr, destroy uintptr, err *Error) Status
	// ContextStartThread is v4lxx_context_start_thread: Starts a thread of the library's that dispatches until it is stopped; the library has no other.
	ContextStartThread func(context Context, err *Error) Status
	// ContextStopThread is v4lxx_context_stop_thread: Stops that thread, and waits until it has ended; inside one of its callbacks it does not wait.
	ContextStopThread func(context Context)
	// ContextUnref is v4lxx_context_unref: Gives a reference back.
	ContextUnref func(context Context)
	// ControlGetDefault is v4lxx_control_get_default: The value the driver begins with; of every menu the index.
	ControlGetDefault func(control Control) int64
	// ControlGetElementCount is v4lxx_control_get_element_count: Number of elements of an array.
	ControlGetElementCount func(control Control) uint32
	// ControlGetFlags is v4lxx_control_get_flags: State of a control when it was listed or found.
	ControlGetFlags func(control Control) uint32
	// ControlGetFlaw is v4lxx_control_get_flaw: Why the driver's description of a control cannot be true, such as a minimum above the maximum.
	ControlGetFlaw func(control Control) string
	// ControlGetId is v4lxx_control_get_id: Number of a control, the same on every device that has it.
	ControlGetId func(control Control) uint32
	// ControlGetItemCount is v4lxx_control_get_item_count: Number of items that a menu offers; holes are not counted.
	ControlGetItemCount func(control Control) uint32
	// ControlGetItemIndex is v4lxx_control_get_item_index: The driver's index of an item.
	ControlGetItemIndex func(control Control, number uint32) uint32
	// ControlGetItemName is v4lxx_control_get_item_name: The name of an item; of an integer menu its value as text.
	ControlGetItemName func(control Control, number uint32) string
	// ControlGetItemValue is v4lxx_control_get_item_value: What v4lxx_device_set_control_i64() takes for an item: of a menu its index, of an integer menu its value.
	ControlGetItemValue func(control Control, number uint32) int64
	// ControlGetMaster is v4lxx_control_get_master: The control that governs this one, such as the automatic mode that makes it inactive: whoever sets both sets that one first.
	ControlGetMaster func(control Control) uint32
	// ControlGetMaximum is v4lxx_control_get_maximum: The largest value; of a string the most bytes, of a menu the last index, of a bitmask all bits that may be set.
	ControlGetMaximum func(control Control) int64
	// ControlGetMinimum is v4lxx_control_get_minimum: The smallest value; of a string the fewest bytes, of a menu the first index.
	ControlGetMinimum func(control Control) int64
	// ControlGetName is v4lxx_control_get_name: The driver's name of a control, such as "Exposure Time, Absolute".
	ControlGetName func(control Control) string
	// ControlGetShortName is v4lxx_control_get_short_name: The name as it is written on a command line, such as "exposure_time_absolute".
	ControlGetShortName func(control Control) string
	// ControlGetStep is v4lxx_control_get_step: Values are the minimum and whole steps above it.
	ControlGetStep func(control Control) uint64
	// ControlGetType is v4lxx_control_get_type: What a control holds.
	ControlGetType func(control Control) uint32
	// ControlListGet is v4lxx_control_list_get: One control.
	ControlListGet func(list ControlList, index uint32) Control
	// ControlListGetCount is v4lxx_control_list_get_count: Number of controls.
	ControlListGetCount func(list ControlList) uint32
	// ControlListUnref is v4lxx_control_list_unref: Gives a reference back.
	ControlListUnref func(list ControlList)
	// ControlParseValue is v4lxx_control_parse_value: Understands a value as people write it: "157", "0x1f", "on", "off", or an item of a menu ("Manual Mode", "manual").
	ControlParseValue func(control Control, text string, value *int64, err *Error) Status
	// ControlRef is v4lxx_control_ref: Takes one more reference.
	ControlRef func(control Control) Control
	// ControlUnref is v4lxx_control_unref: Gives a reference back.
	ControlUnref func(control Control)
	// ConvertedTimeInit is v4lxx_converted_time_init: Writes the defaults, the same as the macro V4LXX_CONVERTED_TIME_INIT.
	ConvertedTimeInit func(time *ConvertedTime, size uint32)
	// DeviceClose is v4lxx_device_close: Ends the use of the device now: its streams stop, waits in progress end with ERROR_CLOSED, the node is closed as soon as no other call is inside, and later calls return ERROR_CLOSED.
	DeviceClose func(device Device)
	// DeviceCloseWithin is v4lxx_device_close_within: Closes as v4lxx_device_close() does, and waits until that is over: the streams are stopped, the node is closed, and the device is free for others.
	DeviceCloseWithin func(device Device, timeoutNs int64, err *Error) Status
	// DeviceFindControl is v4lxx_device_find_control: Finds a control by name: the driver's ("Exposure Time, Absolute"), that one as it is written on a command line ("exposure_time_absolute"), the one of an older or newer kernel ("exposure_absolute"), or its number ("0x009a0902").
	DeviceFindControl func(device Device, name string, out *Control, err *Error) Status
	// DeviceFindControlById is v4lxx_device_find_control_by_id: Finds a control by its number, such as V4L2_CID_BRIGHTNESS.
	DeviceFindControlById func(device Device, id uint32, out *Control, err *Error) Status
	// DeviceFindInput is v4lxx_device_find_input: Finds an input by what people call it: its number ("1"), its name in any case ("HDMI 000-0"), or the beginning of its name if only one input begins so ("hdmi").
	DeviceFindInput func(device Device, name string, index *uint32, err *Error) Status
	// DeviceFindStandard is v4lxx_device_find_standard: Finds the bits of a standard by what people call it: a name of the table ("PAL", "ntsc-m", "PAL-B/G"), the driver's own name, bits ("0x1000"), or "auto" for what comes in.
	DeviceFindStandard func(device Device, name string, bits *uint64, err *Error) Status
	// DeviceFindTimings is v4lxx_device_find_timings: Finds the listed timings that a text means: "1920x1080p60", "1920x1080i50" (fields per second), "1280x720@59.94", "1280x720", which takes the rate nearest to 60, or "auto" for what comes in.
	DeviceFindTimings func(device Device, name string, timings *Timings, err *Error) Status
	// DeviceGetInfo is v4lxx_device_get_info: What is known of the device.
	DeviceGetInfo func(device Device) DeviceInfo
	// DeviceInfoGetBus is v4lxx_device_info_get_bus: Where the device is plugged in, such as "usb-0000:00:14.0-2".
	DeviceInfoGetBus func(info DeviceInfo) string
	// DeviceInfoGetCapabilities is v4lxx_device_info_get_capabilities: What this node can do: the kernel's `device_caps`, not what other nodes of the same device can.
	DeviceInfoGetCapabilities func(info DeviceInfo) uint32
	// DeviceInfoGetCard is v4lxx_device_info_get_card: The name of the device for people, such as "HD Pro Webcam C920".
	DeviceInfoGetCard func(info DeviceInfo) string
	// DeviceInfoGetDriver is v4lxx_device_info_get_driver: The name of the driver, such as "uvcvideo".
	DeviceInfoGetDriver func(info DeviceInfo) string
	// DeviceInfoGetError is v4lxx_device_info_get_error: Why the node could not be asked, if it could not.
	DeviceInfoGetError func(info DeviceInfo) Error
	// DeviceInfoGetId is v4lxx_device_info_get_id: The name of the device that stays the same over replugging, reboots and other node numbers: where it is plugged in, its USB vendor, product and serial number, and, for one node of a device, what the node is for. v4lxx_device_open() takes it.
	DeviceInfoGetId func(info DeviceInfo) string
	// DeviceInfoGetMediaPath is v4lxx_device_info_get_media_path: The media controller node of the physical device, if it has one.
	DeviceInfoGetMediaPath func(info DeviceInfo) string
	// DeviceInfoGetNode is v4lxx_device_info_get_node: One node of the physical device.
	DeviceInfoGetNode func(info DeviceInfo, index uint32) DeviceInfo
	// DeviceInfoGetNodeCount is v4lxx_device_info_get_node_count: Number of nodes of the physical device, the one that a program would open among them.
	DeviceInfoGetNodeCount func(info DeviceInfo) uint32
	// DeviceInfoGetPath is v4lxx_device_info_get_path: The name that opens the node, such as "/dev/video0".
	DeviceInfoGetPath func(info DeviceInfo) string
	// DeviceInfoGetRole is v4lxx_device_info_get_role: What the node is for.
	DeviceInfoGetRole func(info DeviceInfo) NodeRole
	// DeviceInfoGetSerial is v4lxx_device_info_get_serial: Serial number of a USB device.
	DeviceInfoGetSerial func(info DeviceInfo) string
	// DeviceInfoGetUsbProduct is v4lxx_device_info_get_usb_product: Product number of a USB device.
	DeviceInfoGetUsbProduct func(info DeviceInfo) uint32
	// DeviceInfoGetUsbVendor is v4lxx_device_info_get_usb_vendor: Vendor number of a USB device.
	DeviceInfoGetUsbVendor func(info DeviceInfo) uint32
	// DeviceInfoIsCamera is v4lxx_device_info_is_camera: Whether the node can capture video by streaming: the question most programs have.
	DeviceInfoIsCamera func(info DeviceInfo) Bool
	// DeviceInfoIsSimulated is v4lxx_device_info_is_simulated: Whether the device is simulated.
	DeviceInfoIsSimulated func(info DeviceInfo) Bool
	// DeviceInfoRef is v4lxx_device_info_ref: Takes one more reference, to keep what is known longer than the list or device it came from.
	DeviceInfoRef func(info DeviceInfo) DeviceInfo
	// DeviceInfoUnref is v4lxx_device_info_unref: Gives a reference back.
	DeviceInfoUnref func(info DeviceInfo)
	// DeviceListControls is v4lxx_device_list_controls: Lists all controls of a device by rising number, headings and controls of every type included.
	DeviceListControls func(device Device, out *ControlList, err *Error) Status
	// DeviceListFormats is v4lxx_device_list_formats: Lists the pixel formats the node offers.
	DeviceListFormats func(device Device, out *FormatList, err *Error) Status
	// DeviceListGet is v4lxx_device_list_get: One device of the list.
	DeviceListGet func(list DeviceList, index uint32) DeviceInfo
	// DeviceListGetCount is v4lxx_device_list_get_count: Number of devices in the list.
	DeviceListGetCount func(list DeviceList) uint32
	// DeviceListGetNote is v4lxx_device_list_get_note: Why the list is empty: a container without device nodes, a kernel without a driver, or simply no camera.
	DeviceListGetNote func(list DeviceList) string
	// DeviceListInputs is v4lxx_device_list_inputs: Lists the inputs of a device, with what is known of the signal at each.
	DeviceListInputs func(device Device, out *InputList, err *Error) Status
	// DeviceListIntervals is v4lxx_device_list_intervals: Lists the frame intervals the node offers for a pixel format and a size.
	DeviceListIntervals func(device Device, fourcc uint32, width uint32, height uint32, out *IntervalList, err *Error) Status
	// DeviceListModes is v4lxx_device_list_modes: All modes the device offers, the one nearest to the wish first, each with the reason why it lost.
	DeviceListModes func(device Device, wish *Wish, outputs *uint32, outputCount uint32, out *ModeList, err *Error) Status
	// DeviceListSizes is v4lxx_device_list_sizes: Lists the frame sizes the node offers for a pixel format.
	DeviceListSizes func(device Device, fourcc uint32, out *SizeList, err *Error) Status
	// DeviceListStandards is v4lxx_device_list_standards: Lists the standards that the selected input can do.
	DeviceListStandards func(device Device, out *StandardList, err *Error) Status
	// DeviceListTimings is v4lxx_device_list_timings: Lists the timings that the selected input knows.
	DeviceListTimings func(device Device, out *TimingsList, err *Error) Status
	// DeviceListUnref is v4lxx_device_list_unref: Gives a reference back.
	DeviceListUnref func(list DeviceList)
	// DeviceNegotiate is v4lxx_device_negotiate: Sets the mode nearest to the wish, format and rate, and reports what the driver granted.
	DeviceNegotiate func(device Device, wish *Wish, outputs *uint32, outputCount uint32, out *Negotiation, err *Error) Status
	// DeviceOpen is v4lxx_device_open: Opens a device node.
	DeviceOpen func(context Context, name string, options *DeviceOptions, out *Device, err *Error) Status
	// DeviceOpenFd is v4lxx_device_open_fd: Opens a device over a file descriptor that somebody else opened, such as a portal or a broker.
	DeviceOpenFd func(context Context, fd int32, options *DeviceOptions, out *Device, err *Error) Status
	// DeviceOptionsInit is v4lxx_device_options_init: Writes the defaults, the same as the macro V4LXX_DEVICE_OPTIONS_INIT.
	DeviceOptionsInit func(options *DeviceOptions, size uint32)
	// DeviceQueryStandard is v4lxx_device_query_standard: Looks which standard comes in.
	DeviceQueryStandard func(device Device, bits *uint64, err *Error) Status
	// DeviceQueryTimings is v4lxx_device_query_timings: Looks which timings come in.
	DeviceQueryTimings func(device Device, timings *Timings, err *Error) Status
	// DeviceReadControlI64 is v4lxx_device_read_control_i64: Reads a control that holds a number: one system call, nothing is written.
	DeviceReadControlI64 func(device Device, control Control, value *int64, err *Error) Status
	// DeviceReadControlString is v4lxx_device_read_control_string: Reads a control that holds a text: one system call, nothing is written.
	DeviceReadControlString func(device Device, control Control, text unsafe.Pointer, size uint32, err *Error) Status
	// DeviceReadFormat is v4lxx_device_read_format: Asks for the format the device has now.
	DeviceReadFormat func(device Device, format *Format, err *Error) Status
	// DeviceReadInput is v4lxx_device_read_input: Asks which input is selected.
	DeviceReadInput func(device Device, index *uint32, err *Error) Status
	// DeviceReadInterval is v4lxx_device_read_interval: Asks for the time between two frames.
	DeviceReadInterval func(device Device, interval *Fraction, err *Error) Status
	// DeviceReadSelection is v4lxx_device_read_selection: Reads one of the rectangles.
	DeviceReadSelection func(device Device, target SelectionTarget, out *Rectangle, err *Error) Status
	// DeviceReadSignal is v4lxx_device_read_signal: Looks at the signal of the selected input.
	DeviceReadSignal func(device Device, out *Signal, err *Error) Status
	// DeviceReadStandard is v4lxx_device_read_standard: Asks which standard the input is set to.
	DeviceReadStandard func(device Device, bits *uint64, err *Error) Status
	// DeviceReadTimings is v4lxx_device_read_timings: Asks which timings the selected input is set to.
	DeviceReadTimings func(device Device, timings *Timings, err *Error) Status
	// DeviceReadTimingsCapabilities is v4lxx_device_read_timings_capabilities: Asks what timings the receiver can do.
	DeviceReadTimingsCapabilities func(device Device, out *TimingsCapabilities, err *Error) Status
	// DeviceRef is v4lxx_device_ref: Takes one more reference.
	DeviceRef func(device Device) Device
	// DeviceSelectInput is v4lxx_device_select_input: Selects an input.
	DeviceSelectInput func(device Device, index uint32, err *Error) Status
	// DeviceSetControlI64 is v4lxx_device_set_control_i64: Sets a control that holds a number, or pushes a button.
	DeviceSetControlI64 func(device Device, control Control, value int64, applied *int64, err *Error) Status
	// DeviceSetControlString is v4lxx_device_set_control_string: Sets a control that holds a text.
	DeviceSetControlString func(device Device, control Control, text string, err *Error) Status
	// DeviceSetFormat is v4lxx_device_set_format: Sets the format and reports what was granted, field by field.
	DeviceSetFormat func(device Device, format *Format, differences *uint32, err *Error) Status
	// DeviceSetInterval is v4lxx_device_set_interval: Sets the time between two frames and reports what was granted.
	DeviceSetInterval func(device Device, interval *Fraction, err *Error) Status
	// DeviceSetSelection is v4lxx_device_set_selection: Sets the crop or the compose rectangle and reports what was granted.
	DeviceSetSelection func(device Device, target SelectionTarget, flags uint32, rectangle *Rectangle, err *Error) Status
	// DeviceSetStandard is v4lxx_device_set_standard: Sets the standard.
	DeviceSetStandard func(device Device, bits uint64, err *Error) Status
	// DeviceSetTimings is v4lxx_device_set_timings: Sets the timings and reports what was granted.
	DeviceSetTimings func(device Device, timings *Timings, err *Error) Status
	// DeviceTryFormat is v4lxx_device_try_format: Asks what the device would grant, without changing anything.
	DeviceTryFormat func(device Device, format *Format, differences *uint32, err *Error) Status
	// DeviceUnref is v4lxx_device_unref: Gives a reference back; the last one closes the device.
	DeviceUnref func(device Device)
	// ErrnoFind is v4lxx_errno_find: The errno of a name.
	ErrnoFind func(name *byte) int32
	// ErrnoGetExplanation is v4lxx_errno_get_explanation: What an errno means in general, what it usually means from a video device, and which code this library makes of it for which call.
	ErrnoGetExplanation func(number int32) string
	// ErrnoGetName is v4lxx_errno_get_name: Name of an errno, such as "ENOSPC".
	ErrnoGetName func(number int32) string
	// ErrorFree is v4lxx_error_free: Frees an error.
	ErrorFree func(err Error)
	// ErrorGetAdvice is v4lxx_error_get_advice: What to do next.
	ErrorGetAdvice func(err Error) string
	// ErrorGetAnswer is v4lxx_error_get_answer: What the kernel answered, such as "VIDIOC_STREAMON: ENOSPC".
	ErrorGetAnswer func(err Error) string
	// ErrorGetAsked is v4lxx_error_get_asked: What was asked for, such as "MJPG 1920x1080, 4 buffers".
	ErrorGetAsked func(err Error) string
	// ErrorGetCause is v4lxx_error_get_cause: What it most likely means; v4lxx_error_is_cause_checked() tells whether that was verified.
	ErrorGetCause func(err Error) string
	// ErrorGetCode is v4lxx_error_get_code: The stable number people look up: 231 is `V4LXX-E0231`.
	ErrorGetCode func(err Error) Code
	// ErrorGetDevice is v4lxx_error_get_device: The device it failed on, such as `"HD Pro Webcam C920" (/dev/video2)`.
	ErrorGetDevice func(err Error) string
	// ErrorGetErrno is v4lxx_error_get_errno: The errno the kernel answered with.
	ErrorGetErrno func(err Error) int32
	// ErrorGetField is v4lxx_error_get_field: The argument or field the failure is about, such as "width" or "bytesperline".
	ErrorGetField func(err Error) string
	// ErrorGetMessage is v4lxx_error_get_message: The whole message: the first line says what failed with its code, further lines what was asked, what the kernel answered, the likely cause and what to try.
	ErrorGetMessage func(err Error) string
	// ErrorGetOperation is v4lxx_error_get_operation: What failed, such as "start streaming".
	ErrorGetOperation func(err Error) string
	// ErrorGetRequest is v4lxx_error_get_request: The request the kernel refused, such as "VIDIOC_S_FMT" or "open".
	ErrorGetRequest func(err Error) string
	// ErrorGetStatus is v4lxx_error_get_status: The status the failed call returned.
	ErrorGetStatus func(err Error) Status
	// ErrorIsCauseChecked is v4lxx_error_is_cause_checked: Whether the cause was verified, or is the usual meaning of what the kernel answered.
	ErrorIsCauseChecked func(err Error) Bool
	// EventGetDevice is v4lxx_event_get_device: The device the event is about, as it was then.
	EventGetDevice func(event Event) DeviceInfo
	// EventGetText is v4lxx_event_get_text: The event for people, such as `"HD Pro Webcam C920" (/dev/video2) is there`.
	EventGetText func(event Event) string
	// EventInfoInit is v4lxx_event_info_init: Writes the defaults, the same as the macro V4LXX_EVENT_INFO_INIT.
	EventInfoInit func(info *EventInfo, size uint32)
	// EventKindGetName is v4lxx_event_kind_get_name: The word for a kind of event: "device_added".
	EventKindGetName func(kind EventKind) string
	// EventReadInfo is v4lxx_event_read_info: What the event tells, in numbers.
	EventReadInfo func(event Event, info *EventInfo, err *Error) Status
	// EventRef is v4lxx_event_ref: Takes one more reference.
	EventRef func(event Event) Event
	// EventUnref is v4lxx_event_unref: Gives a reference back.
	EventUnref func(event Event)
	// ExaminationGetAdvice is v4lxx_examination_get_advice: What to do next: a command where there is one.
	ExaminationGetAdvice func(examination Examination, index uint32) string
	// ExaminationGetCheck is v4lxx_examination_get_check: What a finding looked at.
	ExaminationGetCheck func(examination Examination, index uint32) Check
	// ExaminationGetCode is v4lxx_examination_get_code: The code to look a finding up by.
	ExaminationGetCode func(examination Examination, index uint32) Code
	// ExaminationGetCount is v4lxx_examination_get_count: Number of findings.
	ExaminationGetCount func(examination Examination) uint32
	// ExaminationGetDevice is v4lxx_examination_get_device: The device a finding is about.
	ExaminationGetDevice func(examination Examination, index uint32) string
	// ExaminationGetFound is v4lxx_examination_get_found: What was found.
	ExaminationGetFound func(examination Examination, index uint32) string
	// ExaminationGetMeaning is v4lxx_examination_get_meaning: Why it is so, or what follows from it.
	ExaminationGetMeaning func(examination Examination, index uint32) string
	// ExaminationGetSeverity is v4lxx_examination_get_severity: How bad a finding is.
	ExaminationGetSeverity func(examination Examination, index uint32) Severity
	// ExaminationGetWorst is v4lxx_examination_get_worst: The worst of all findings.
	ExaminationGetWorst func(examination Examination) Severity
	// ExaminationIsMeaningChecked is v4lxx_examination_is_meaning_checked: Whether the meaning was verified.
	ExaminationIsMeaningChecked func(examination Examination, index uint32) Bool
	// ExaminationUnref is v4lxx_examination_unref: Gives a reference back.
	ExaminationUnref func(examination Examination)
	// FormatInit is v4lxx_format_init: Writes the defaults, the same as the macro V4LXX_FORMAT_INIT.
	FormatInit func(format *Format, size uint32)
	// FormatListGetCount is v4lxx_format_list_get_count: Number of formats.
	FormatListGetCount func(list FormatList) uint32
	// FormatListGetDescription is v4lxx_format_list_get_description: The driver's name for one entry, such as "YUYV 4:2:2".
	FormatListGetDescription func(list FormatList, index uint32) string
	// FormatListGetFlags is v4lxx_format_list_get_flags: Flags of one entry.
	FormatListGetFlags func(list FormatList, index uint32) uint32
	// FormatListGetFourcc is v4lxx_format_list_get_fourcc: Pixel format code of one entry.
	FormatListGetFourcc func(list FormatList, index uint32) uint32
	// FormatListUnref is v4lxx_format_list_unref: Gives a reference back.
	FormatListUnref func(list FormatList)
	// FrameConvertTime is v4lxx_frame_convert_time: Tells the time stamp of a frame by another clock, as v4lxx_context_convert_time() does.
	FrameConvertTime func(frame Frame, to Clock, out *ConvertedTime, err *Error) Status
	// FrameEncode is v4lxx_frame_encode: Encodes a frame to memory, from every format v4lxx_image_supports() tells.
	FrameEncode func(frame Frame, kind ImageType, options *ImageOptions, out *Bytes, err *Error) Status
	// FrameGetPlaneData is v4lxx_frame_get_plane_data: The bytes of one colour plane.
	FrameGetPlaneData func(frame Frame, plane uint32, outSize *uintptr) unsafe.Pointer
	// FrameInfoInit is v4lxx_frame_info_init: Writes the defaults, the same as the macro V4LXX_FRAME_INFO_INIT.
	FrameInfoInit func(info *FrameInfo, size uint32)
	// FrameMeasureLuma is v4lxx_frame_measure_luma: How bright a frame is: the mean of its luma, from a sample of its rows, whatever its format.
	FrameMeasureLuma func(frame Frame, out *uint32, err *Error) Status
	// FrameReadInfo is v4lxx_frame_read_info: All that is known of the frame.
	FrameReadInfo func(frame Frame, out *FrameInfo, err *Error) Status
	// FrameRef is v4lxx_frame_ref: Takes one more reference.
	FrameRef func(frame Frame) Frame
	// FrameSetGetFrame is v4lxx_frame_set_get_frame: The frame of one camera.
	FrameSetGetFrame func(set FrameSet, index uint32) Frame
	// FrameSetGetMoment is v4lxx_frame_set_get_moment: When the frame of one camera was taken, comparable with the others in the set: its time stamp and the offset that the stream was added with.
	FrameSetGetMoment func(set FrameSet, index uint32) int64
	// FrameSetHolder is v4lxx_frame_set_holder: Says who has a frame, for v4lxx_stream_list_held().
	FrameSetHolder func(frame Frame, holder uint64)
	// FrameSetInfoInit is v4lxx_frame_set_info_init: Writes the defaults, the same as the macro V4LXX_FRAME_SET_INFO_INIT.
	FrameSetInfoInit func(info *FrameSetInfo, size uint32)
	// FrameSetReadInfo is v4lxx_frame_set_read_info: What is known of the set.
	FrameSetReadInfo func(set FrameSet, out *FrameSetInfo, err *Error) Status
	// FrameSetRef is v4lxx_frame_set_ref: Takes one more reference.
	FrameSetRef func(set FrameSet) FrameSet
	// FrameSetUnref is v4lxx_frame_set_unref: Gives a reference back; the last one gives its frames back, each of which stays while it has references of its own.
	FrameSetUnref func(set FrameSet)
	// FrameUnref is v4lxx_frame_unref: Gives a reference back; the last one gives the buffer back to the driver.
	FrameUnref func(frame Frame)
	// GroupAddStream is v4lxx_group_add_stream: Takes a stream into the group.
	GroupAddStream func(group Group, stream Stream, offsetNs int64, err *Error) Status
	// GroupCameraInit is v4lxx_group_camera_init: Writes the defaults, the same as the macro V4LXX_GROUP_CAMERA_INIT.
	GroupCameraInit func(camera *GroupCamera, size uint32)
	// GroupCancel is v4lxx_group_cancel: Ends the wait in progress on this group, or the next one if there is none, once, with ERROR_CANCELLED.
	GroupCancel func(group Group)
	// GroupCreate is v4lxx_group_create: Makes a group without streams.
	GroupCreate func(context Context, options *GroupOptions, out *Group, err *Error) Status
	// GroupGetFd is v4lxx_group_get_fd: One file descriptor for poll, epoll or any event loop: readable when v4lxx_group_next(group, 0, ...) has something to do.
	GroupGetFd func(group Group) int32
	// GroupNext is v4lxx_group_next: Takes the next set.
	GroupNext func(group Group, timeoutNs int64, out *FrameSet, err *Error) Status
	// GroupOptionsInit is v4lxx_group_options_init: Writes the defaults, the same as the macro V4LXX_GROUP_OPTIONS_INIT.
	GroupOptionsInit func(options *GroupOptions, size uint32)
	// GroupReadCamera is v4lxx_group_read_camera: Reads how one of its cameras went.
	GroupReadCamera func(group Group, index uint32, out *GroupCamera, err *Error) Status
	// GroupReadStatistics is v4lxx_group_read_statistics: Reads how the group went.
	GroupReadStatistics func(group Group, out *GroupStatistics, err *Error) Status
	// GroupRef is v4lxx_group_ref: Takes one more reference.
	GroupRef func(group Group) Group
	// GroupStatisticsInit is v4lxx_group_statistics_init: Writes the defaults, the same as the macro V4LXX_GROUP_STATISTICS_INIT.
	GroupStatisticsInit func(statistics *GroupStatistics, size uint32)
	// GroupUnref is v4lxx_group_unref: Gives a reference back; the last one lets its streams go.
	GroupUnref func(group Group)
	// HeldFrameInit is v4lxx_held_frame_init: Writes the defaults, the same as the macro V4LXX_HELD_FRAME_INIT.
	HeldFrameInit func(held *HeldFrame, size uint32)
	// HeldListAt is v4lxx_held_list_at: One entry.
	HeldListAt func(list HeldList, index uint32, out *HeldFrame, err *Error) Status
	// HeldListGetCount is v4lxx_held_list_get_count: Number of entries.
	HeldListGetCount func(list HeldList) uint32
	// HeldListUnref is v4lxx_held_list_unref: Gives the snapshot back.
	HeldListUnref func(list HeldList)
	// HistogramGetBound is v4lxx_histogram_get_bound: The shortest time that a bucket of a histogram holds.
	HistogramGetBound func(bucket uint32) int64
	// HistogramGetQuantile is v4lxx_histogram_get_quantile: The time within which a part of all times lies, as far as buckets tell: 990 per mille is the 99th percentile.
	HistogramGetQuantile func(histogram *Histogram, perMille uint32) int64
	// ImageOptionsInit is v4lxx_image_options_init: Writes the defaults, the same as the macro V4LXX_IMAGE_OPTIONS_INIT.
	ImageOptionsInit func(options *ImageOptions, size uint32)
	// ImageSupports is v4lxx_image_supports: Whether this build makes pictures of a type from frames of a pixel format. v4lxx_pixel_format_get_count() and v4lxx_pixel_format_get_fourcc() walk through all formats there are.
	ImageSupports func(fourcc uint32, kind ImageType) Bool
	// InputInfoInit is v4lxx_input_info_init: Writes the defaults, the same as the macro V4LXX_INPUT_INFO_INIT.
	InputInfoInit func(info *InputInfo, size uint32)
	// InputListAt is v4lxx_input_list_at: One input.
	InputListAt func(list InputList, index uint32, out *InputInfo, err *Error) Status
	// InputListGetCount is v4lxx_input_list_get_count: Number of inputs.
	InputListGetCount func(list InputList) uint32
	// InputListGetName is v4lxx_input_list_get_name: The driver's name for one input, such as "HDMI 1".
	InputListGetName func(list InputList, index uint32) string
	// InputListUnref is v4lxx_input_list_unref: Gives a reference back.
	InputListUnref func(list InputList)
	// InputStatusGetText is v4lxx_input_status_get_text: What one bit of a status means, in words: "no signal".
	InputStatusGetText func(bit InputStatus) string
	// IntervalListAt is v4lxx_interval_list_at: One interval or range of intervals.
	IntervalListAt func(list IntervalList, index uint32, out *IntervalRange, err *Error) Status
	// IntervalListGetCount is v4lxx_interval_list_get_count: Number of intervals or ranges of intervals.
	IntervalListGetCount func(list IntervalList) uint32
	// IntervalListUnref is v4lxx_interval_list_unref: Gives a reference back.
	IntervalListUnref func(list IntervalList)
	// IntervalRangeInit is v4lxx_interval_range_init: Writes the defaults, the same as the macro V4LXX_INTERVAL_RANGE_INIT.
	IntervalRangeInit func(rng *IntervalRange, size uint32)
	// LogLevelGetName is v4lxx_log_level_get_name: The word for a level: "warning".
	LogLevelGetName func(level LogLevel) string
	// LogRecordGetCode is v4lxx_log_record_get_code: The code of the failure that the message tells of.
	LogRecordGetCode func(record LogRecord) Code
	// LogRecordGetDevice is v4lxx_log_record_get_device: The device the message is about, such as `"HD Pro Webcam C920" (/dev/video2)`.
	LogRecordGetDevice func(record LogRecord) string
	// LogRecordGetLeftOut is v4lxx_log_record_get_left_out: How many messages of this kind about this device were left out since the last one.
	LogRecordGetLeftOut func(record LogRecord) uint64
	// LogRecordGetLevel is v4lxx_log_record_get_level: How much the message matters.
	LogRecordGetLevel func(record LogRecord) LogLevel
	// LogRecordGetMessage is v4lxx_log_record_get_message: The message for people.
	LogRecordGetMessage func(record LogRecord) string
	// LogRecordGetTopic is v4lxx_log_record_get_topic: What the message is about.
	LogRecordGetTopic func(record LogRecord) LogTopic
	// ModeInit is v4lxx_mode_init: Writes the defaults, the same as the macro V4LXX_MODE_INIT.
	ModeInit func(mode *Mode, size uint32)
	// ModeListAt is v4lxx_mode_list_at: One mode.
	ModeListAt func(list ModeList, index uint32, out *Mode, err *Error) Status
	// ModeListGetCount is v4lxx_mode_list_get_count: Number of modes.
	ModeListGetCount func(list ModeList) uint32
	// ModeListGetReason is v4lxx_mode_list_get_reason: Why a mode lost, for people: "10 per second is slower than 25 to 30 per second (2400)".
	ModeListGetReason func(list ModeList, index uint32) string
	// ModeListUnref is v4lxx_mode_list_unref: Gives a reference back.
	ModeListUnref func(list ModeList)
	// NegotiationInit is v4lxx_negotiation_init: Writes the defaults, the same as the macro V4LXX_NEGOTIATION_INIT.
	NegotiationInit func(negotiation *Negotiation, size uint32)
	// PixelFormatDescribe is v4lxx_pixel_format_describe: Facts of a format.
	PixelFormatDescribe func(fourcc uint32, out *PixelFormatInfo, err *Error) Status
	// PixelFormatFind is v4lxx_pixel_format_find: The code for a name such as "NV12M", or for the four characters of a code such as "YUYV".
	PixelFormatFind func(name string) uint32
	// PixelFormatGetCount is v4lxx_pixel_format_get_count: Number of formats in the table.
	PixelFormatGetCount func() uint32
	// PixelFormatGetFourcc is v4lxx_pixel_format_get_fourcc: The code of one format of the table.
	PixelFormatGetFourcc func(index uint32) uint32
	// PixelFormatGetName is v4lxx_pixel_format_get_name: The kernel's name of a format without V4L2_PIX_FMT_, such as "NV12M".
	PixelFormatGetName func(fourcc uint32) string
	// PixelFormatInfoInit is v4lxx_pixel_format_info_init: Writes the defaults, the same as the macro V4LXX_PIXEL_FORMAT_INFO_INIT.
	PixelFormatInfoInit func(info *PixelFormatInfo, size uint32)
	// SettlingAddFrame is v4lxx_settling_add_frame: Adds a frame and tells in `state` whether the exposure has settled: if the mean luma of three frames in a row differs by less than 2 % (in the dark, by less than half a step of an 8-bit picture).
	SettlingAddFrame func(settling *Settling, frame Frame, err *Error) Status
	// SettlingInit is v4lxx_settling_init: Writes the defaults, the same as the macro V4LXX_SETTLING_INIT.
	SettlingInit func(settling *Settling, size uint32)
	// SeverityGetName is v4lxx_severity_get_name: The word for a severity: "warning".
	SeverityGetName func(severity Severity) string
	// SignalInit is v4lxx_signal_init: Writes the defaults, the same as the macro V4LXX_SIGNAL_INIT.
	SignalInit func(signal *Signal, size uint32)
	// SizeListAt is v4lxx_size_list_at: One size or range of sizes.
	SizeListAt func(list SizeList, index uint32, out *SizeRange, err *Error) Status
	// SizeListGetCount is v4lxx_size_list_get_count: Number of sizes or ranges of sizes.
	SizeListGetCount func(list SizeList) uint32
	// SizeListUnref is v4lxx_size_list_unref: Gives a reference back.
	SizeListUnref func(list SizeList)
	// SizeRangeInit is v4lxx_size_range_init: Writes the defaults, the same as the macro V4LXX_SIZE_RANGE_INIT.
	SizeRangeInit func(rng *SizeRange, size uint32)
	// StandardFind is v4lxx_standard_find: The bits of a standard by its name, whatever a device can do.
	StandardFind func(name *byte) uint64
	// StandardGetName is v4lxx_standard_get_name: The name of exactly these standards.
	StandardGetName func(bits uint64) string
	// StandardInfoInit is v4lxx_standard_info_init: Writes the defaults, the same as the macro V4LXX_STANDARD_INFO_INIT.
	StandardInfoInit func(info *StandardInfo, size uint32)
	// StandardListAt is v4lxx_standard_list_at: One standard.
	StandardListAt func(list StandardList, index uint32, out *StandardInfo, err *Error) Status
	// StandardListGetCount is v4lxx_standard_list_get_count: Number of standards.
	StandardListGetCount func(list StandardList) uint32
	// StandardListGetName is v4lxx_standard_list_get_name: The driver's name for one standard, such as "PAL-BG".
	StandardListGetName func(list StandardList, index uint32) string
	// StandardListUnref is v4lxx_standard_list_unref: Gives a reference back.
	StandardListUnref func(list StandardList)
	// StatusGetMeaning is v4lxx_status_get_meaning: Meaning of a status in one sentence.
	StatusGetMeaning func(status Status) string
	// StatusGetName is v4lxx_status_get_name: Name of a status, such as "ERROR_DEVICE_LOST".
	StatusGetName func(status Status) string
	// StreamAccountInit is v4lxx_stream_account_init: Writes the defaults, the same as the macro V4LXX_STREAM_ACCOUNT_INIT.
	StreamAccountInit func(account *StreamAccount, size uint32)
	// StreamCancel is v4lxx_stream_cancel: Ends the waits in progress on this stream, or the next one if there is none, once, with ERROR_CANCELLED.
	StreamCancel func(stream Stream)
	// StreamCheckRate is v4lxx_stream_check_rate: Finds out why frames come more slowly than the device says.
	StreamCheckRate func(stream Stream, err *Error) Status
	// StreamClose is v4lxx_stream_close: Ends the stream now: waits in progress end with ERROR_CLOSED, the driver's buffers are freed as soon as no other call is inside, later calls return ERROR_CLOSED.
	StreamClose func(stream Stream)
	// StreamCloseWithin is v4lxx_stream_close_within: Closes as v4lxx_stream_close() does, and waits until that is over: the driver is stopped, and has its buffers back.
	StreamCloseWithin func(stream Stream, timeoutNs int64, err *Error) Status
	// StreamCreate is v4lxx_stream_create: Creates the capture stream of a device.
	StreamCreate func(device Device, options *StreamOptions, out *Stream, err *Error) Status
	// StreamDequeue is v4lxx_stream_dequeue: Takes the next frame.
	StreamDequeue func(stream Stream, timeoutNs int64, out *Frame, err *Error) Status
	// StreamDequeueMany is v4lxx_stream_dequeue_many: Takes the next frame as v4lxx_stream_dequeue() does, and with it all others that are ready, without another wait: n frames cost one wait and n DQBUF.
	StreamDequeueMany func(stream Stream, frames *Frame, capacity uint32, timeoutNs int64, outCount *uint32, err *Error) Status
	// StreamDispatch is v4lxx_stream_dispatch: Waits for one frame and hands it to the callback, on this thread.
	StreamDispatch func(stream Stream, timeoutNs int64, err *Error) Status
	// StreamFindFrame is v4lxx_stream_find_frame: Finds the frame of a buffer by an address in it: which one it was that somebody read after it was given back.
	StreamFindFrame func(stream Stream, address uint64, out *HeldFrame, err *Error) Status
	// StreamGetBufferCount is v4lxx_stream_get_buffer_count: How many buffers the driver gave.
	StreamGetBufferCount func(stream Stream) uint32
	// StreamGetFd is v4lxx_stream_get_fd: One file descriptor for poll, epoll or any event loop: readable when v4lxx_stream_dequeue(stream, 0, ...) has something to say: a frame, a failure, a cancel or a close.
	StreamGetFd func(stream Stream) int32
	// StreamGetStepsDown is v4lxx_stream_get_steps_down: How often the last start had to take a mode that needs less bandwidth.
	StreamGetStepsDown func(stream Stream) uint32
	// StreamGetTimeLeft is v4lxx_stream_get_time_left: What is left until a point in time, as v4lxx_context_get_time_left() tells it, by the clock that waits on this stream go by.
	StreamGetTimeLeft func(stream Stream, deadlineNs int64) int64
	// StreamListHeld is v4lxx_stream_list_held: Lists the frames of a stream that were handed out and not given back, of all its starts, the oldest first.
	StreamListHeld func(stream Stream, out *HeldList, err *Error) Status
	// StreamOptionsInit is v4lxx_stream_options_init: Writes the defaults, the same as the macro V4LXX_STREAM_OPTIONS_INIT.
	StreamOptionsInit func(options *StreamOptions, size uint32)
	// StreamRateInit is v4lxx_stream_rate_init: Writes the defaults, the same as the macro V4LXX_STREAM_RATE_INIT.
	StreamRateInit func(rate *StreamRate, size uint32)
	// StreamRead is v4lxx_stream_read: Takes the next frame as bytes: the data of all its planes, one behind the other, as the driver gave them, copied.
	StreamRead func(stream Stream, buffer unsafe.Pointer, size uintptr, mode ReadMode, timeoutNs int64, outSize *uintptr, err *Error) Status
	// StreamReadAccount is v4lxx_stream_read_account: Reads the account.
	StreamReadAccount func(stream Stream, out *StreamAccount, err *Error) Status
	// StreamReadFormat is v4lxx_stream_read_format: The format the driver granted when the stream was created or last started.
	StreamReadFormat func(stream Stream, format *Format, err *Error) Status
	// StreamReadInterval is v4lxx_stream_read_interval: The frame interval: what the driver granted if the options asked for a rate, else what the device says at the first call.
	StreamReadInterval func(stream Stream, out *Fraction, err *Error) Status
	// StreamReadRate is v4lxx_stream_read_rate: Reads both rates.
	StreamReadRate func(stream Stream, out *StreamRate, err *Error) Status
	// StreamReadState is v4lxx_stream_read_state: Reads what a stream does now.
	StreamReadState func(stream Stream, out *StreamState, err *Error) Status
	// StreamReadStatistics is v4lxx_stream_read_statistics: Reads the statistics.
	StreamReadStatistics func(stream Stream, out *StreamStatistics, err *Error) Status
	// StreamReconfigure is v4lxx_stream_reconfigure: Changes format, rate and number of buffers in one call, of a stream that runs or not, by the steps that are needed: a rate alone is set while the driver streams, if it takes one then; else the stream is stopped, its buffers are freed, what was asked for is set, and it is started again.
	StreamReconfigure func(stream Stream, options *StreamOptions, err *Error) Status
	// StreamRef is v4lxx_stream_ref: Takes one more reference.
	StreamRef func(stream Stream) Stream
	// StreamSetFrameCallback is v4lxx_stream_set_frame_callback: Sets the function that v4lxx_stream_dispatch() calls.
	StreamSetFrameCallback func(stream Stream, fn uintptr, userData uintptr, destroy uintptr, err *Error) Status
	// StreamStart is v4lxx_stream_start: Allocates buffers, maps and queues them, and starts the driver.
	StreamStart func(stream Stream, err *Error) Status
	// StreamStateInit is v4lxx_stream_state_init: Writes the defaults, the same as the macro V4LXX_STREAM_STATE_INIT.
	StreamStateInit func(state *StreamState, size uint32)
	// StreamStatisticsInit is v4lxx_stream_statistics_init: Writes the defaults, the same as the macro V4LXX_STREAM_STATISTICS_INIT.
	StreamStatisticsInit func(statistics *StreamStatistics, size uint32)
	// StreamStop is v4lxx_stream_stop: Stops the driver and frees its buffers, so that formats can be changed and others can use the device.
	StreamStop func(stream Stream, err *Error) Status
	// StreamUnref is v4lxx_stream_unref: Gives a reference back; the last one closes the stream.
	StreamUnref func(stream Stream)
	// Supports is v4lxx_supports: Whether the loaded library was built with a feature.
	Supports func(feature Feature) Bool
	// TimingsCapabilitiesInit is v4lxx_timings_capabilities_init: Writes the defaults, the same as the macro V4LXX_TIMINGS_CAPABILITIES_INIT.
	TimingsCapabilitiesInit func(capabilities *TimingsCapabilities, size uint32)
	// TimingsInit is v4lxx_timings_init: Writes the defaults, the same as the macro V4LXX_TIMINGS_INIT.
	TimingsInit func(timings *Timings, size uint32)
	// TimingsListAt is v4lxx_timings_list_at: One entry.
	TimingsListAt func(list TimingsList, index uint32, out *Timings, err *Error) Status
	// TimingsListGetCount is v4lxx_timings_list_get_count: Number of timings.
	TimingsListGetCount func(list TimingsList) uint32
	// TimingsListGetName is v4lxx_timings_list_get_name: What one entry is called: "1920x1080p60", "1920x1080i60" (fields per second), "640x480p59.94".
	TimingsListGetName func(list TimingsList, index uint32) string
	// TimingsListUnref is v4lxx_timings_list_unref: Gives a reference back.
	TimingsListUnref func(list TimingsList)
	// VersionAtLeast is v4lxx_version_at_least: Whether the loaded library is at least this version.
	VersionAtLeast func(major uint32, minor uint32, micro uint32) Bool
	// VersionGetNumber is v4lxx_version_get_number: Version of the loaded library: `major << 16 | minor << 8 | micro`.
	VersionGetNumber func() uint32
	// VersionGetString is v4lxx_version_get_string: Version of the loaded library as text, such as "0.1.0".
	VersionGetString func() string
	// WishInit is v4lxx_wish_init: Writes the defaults, the same as the macro V4LXX_WISH_INIT.
	WishInit func(wish *Wish, size uint32)
)

// Symbols names every function of the library and the variable it is for.
var symbols = []symbol{
	{"v4lxx_bytes_get_data", &BytesGetData},
	{"v4lxx_bytes_ref", &BytesRef},
	{"v4lxx_bytes_unref", &BytesUnref},
	{"v4lxx_check_get_name", &CheckGetName},
	{"v4lxx_code_find", &CodeFind},
	{"v4lxx_code_get_advice", &CodeGetAdvice},
	{"v4lxx_code_get_explanation", &CodeGetExplanation},
	{"v4lxx_code_get_meaning", &CodeGetMeaning},
	{"v4lxx_code_get_name", &CodeGetName},
	{"v4lxx_code_get_status", &CodeGetStatus},
	{"v4lxx_context_add_simulated", &ContextAddSimulated},
	{"v4lxx_context_add_stream", &ContextAddStream},
	{"v4lxx_context_cancel", &ContextCancel},
	{"v4lxx_context_convert_time", &ContextConvertTime},
	{"v4lxx_context_create", &ContextCreate},
	{"v4lxx_context_dequeue", &ContextDequeue},
	{"v4lxx_context_dispatch", &ContextDispatch},
	{"v4lxx_context_examine", &ContextExamine},
	{"v4lxx_context_get_fd", &ContextGetFd},
	{"v4lxx_context_get_log_left_out", &ContextGetLogLeftOut},
	{"v4lxx_context_get_missed_events", &ContextGetMissedEvents},
	{"v4lxx_context_get_time_left", &ContextGetTimeLeft},
	{"v4lxx_context_list_devices", &ContextListDevices},
	{"v4lxx_context_listen", &ContextListen},
	{"v4lxx_context_next_event", &ContextNextEvent},
	{"v4lxx_context_options_init", &ContextOptionsInit},
	{"v4lxx_context_ref", &ContextRef},
	{"v4lxx_context_remove_stream", &ContextRemoveStream},
	{"v4lxx_context_set_event_callback", &ContextSetEventCallback},
	{"v4lxx_context_set_log", &ContextSetLog},
	{"v4lxx_context_start_thread", &ContextStartThread},
	{"v4lxx_context_stop_thread", &ContextStopThread},
	{"v4lxx_context_unref", &ContextUnref},
	{"v4lxx_control_get_default", &ControlGetDefault},
	{"v4lxx_control_get_element_count", &ControlGetElementCount},
	{"v4lxx_control_get_flags", &ControlGetFlags},
	{"v4lxx_control_get_flaw", &ControlGetFlaw},
	{"v4lxx_control_get_id", &ControlGetId},
	{"v4lxx_control_get_item_count", &ControlGetItemCount},
	{"v4lxx_control_get_item_index", &ControlGetItemIndex},
	{"v4lxx_control_get_item_name", &ControlGetItemName},
	{"v4lxx_control_get_item_value", &ControlGetItemValue},
	{"v4lxx_control_get_master", &ControlGetMaster},
	{"v4lxx_control_get_maximum", &ControlGetMaximum},
	{"v4lxx_control_get_minimum", &ControlGetMinimum},
	{"v4lxx_control_get_name", &ControlGetName},
	{"v4lxx_control_get_short_name", &ControlGetShortName},
	{"v4lxx_control_get_step", &ControlGetStep},
	{"v4lxx_control_get_type", &ControlGetType},
	{"v4lxx_control_list_get", &ControlListGet},
	{"v4lxx_control_list_get_count", &ControlListGetCount},
	{"v4lxx_control_list_unref", &ControlListUnref},
	{"v4lxx_control_parse_value", &ControlParseValue},
	{"v4lxx_control_ref", &ControlRef},
	{"v4lxx_control_unref", &ControlUnref},
	{"v4lxx_converted_time_init", &ConvertedTimeInit},
	{"v4lxx_device_close", &DeviceClose},
	{"v4lxx_device_close_within", &DeviceCloseWithin},
	{"v4lxx_device_find_control", &DeviceFindControl},
	{"v4lxx_device_find_control_by_id", &DeviceFindControlById},
	{"v4lxx_device_find_input", &DeviceFindInput},
	{"v4lxx_device_find_standard", &DeviceFindStandard},
	{"v4lxx_device_find_timings", &DeviceFindTimings},
	{"v4lxx_device_get_info", &DeviceGetInfo},
	{"v4lxx_device_info_get_bus", &DeviceInfoGetBus},
	{"v4lxx_device_info_get_capabilities", &DeviceInfoGetCapabilities},
	{"v4lxx_device_info_get_card", &DeviceInfoGetCard},
	{"v4lxx_device_info_get_driver", &DeviceInfoGetDriver},
	{"v4lxx_device_info_get_error", &DeviceInfoGetError},
	{"v4lxx_device_info_get_id", &DeviceInfoGetId},
	{"v4lxx_device_info_get_media_path", &DeviceInfoGetMediaPath},
	{"v4lxx_device_info_get_node", &DeviceInfoGetNode},
	{"v4lxx_device_info_get_node_count", &DeviceInfoGetNodeCount},
	{"v4lxx_device_info_get_path", &DeviceInfoGetPath},
	{"v4lxx_device_info_get_role", &DeviceInfoGetRole},
	{"v4lxx_device_info_get_serial", &DeviceInfoGetSerial},
	{"v4lxx_device_info_get_usb_product", &DeviceInfoGetUsbProduct},
	{"v4lxx_device_info_get_usb_vendor", &DeviceInfoGetUsbVendor},
	{"v4lxx_device_info_is_camera", &DeviceInfoIsCamera},
	{"v4lxx_device_info_is_simulated", &DeviceInfoIsSimulated},
	{"v4lxx_device_info_ref", &DeviceInfoRef},
	{"v4lxx_device_info_unref", &DeviceInfoUnref},
	{"v4lxx_device_list_controls", &DeviceListControls},
	{"v4lxx_device_list_formats", &DeviceListFormats},
	{"v4lxx_device_list_get", &DeviceListGet},
	{"v4lxx_device_list_get_count", &DeviceListGetCount},
	{"v4lxx_device_list_get_note", &DeviceListGetNote},
	{"v4lxx_device_list_inputs", &DeviceListInputs},
	{"v4lxx_device_list_intervals", &DeviceListIntervals},
	{"v4lxx_device_list_modes", &DeviceListModes},
	{"v4lxx_device_list_sizes", &DeviceListSizes},
	{"v4lxx_device_list_standards", &DeviceListStandards},
	{"v4lxx_device_list_timings", &DeviceListTimings},
	{"v4lxx_device_list_unref", &DeviceListUnref},
	{"v4lxx_device_negotiate", &DeviceNegotiate},
	{"v4lxx_device_open", &DeviceOpen},
	{"v4lxx_device_open_fd", &DeviceOpenFd},
	{"v4lxx_device_options_init", &DeviceOptionsInit},
	{"v4lxx_device_query_standard", &DeviceQueryStandard},
	{"v4lxx_device_query_timings", &DeviceQueryTimings},
	{"v4lxx_device_read_control_i64", &DeviceReadControlI64},
	{"v4lxx_device_read_control_string", &DeviceReadControlString},
	{"v4lxx_device_read_format", &DeviceReadFormat},
	{"v4lxx_device_read_input", &DeviceReadInput},
	{"v4lxx_device_read_interval", &DeviceReadInterval},
	{"v4lxx_device_read_selection", &DeviceReadSelection},
	{"v4lxx_device_read_signal", &DeviceReadSignal},
	{"v4lxx_device_read_standard", &DeviceReadStandard},
	{"v4lxx_device_read_timings", &DeviceReadTimings},
	{"v4lxx_device_read_timings_capabilities", &DeviceReadTimingsCapabilities},
	{"v4lxx_device_ref", &DeviceRef},
	{"v4lxx_device_select_input", &DeviceSelectInput},
	{"v4lxx_device_set_control_i64", &DeviceSetControlI64},
	{"v4lxx_device_set_control_string", &DeviceSetControlString},
	{"v4lxx_device_set_format", &DeviceSetFormat},
	{"v4lxx_device_set_interval", &DeviceSetInterval},
	{"v4lxx_device_set_selection", &DeviceSetSelection},
	{"v4lxx_device_set_standard", &DeviceSetStandard},
	{"v4lxx_device_set_timings", &DeviceSetTimings},
	{"v4lxx_device_try_format", &DeviceTryFormat},
	{"v4lxx_device_unref", &DeviceUnref},
	{"v4lxx_errno_find", &ErrnoFind},
	{"v4lxx_errno_get_explanation", &ErrnoGetExplanation},
	{"v4lxx_errno_get_name", &ErrnoGetName},
	{"v4lxx_error_free", &ErrorFree},
	{"v4lxx_error_get_advice", &ErrorGetAdvice},
	{"v4lxx_error_get_answer", &ErrorGetAnswer},
	{"v4lxx_error_get_asked", &ErrorGetAsked},
	{"v4lxx_error_get_cause", &ErrorGetCause},
	{"v4lxx_error_get_code", &ErrorGetCode},
	{"v4lxx_error_get_device", &ErrorGetDevice},
	{"v4lxx_error_get_errno", &ErrorGetErrno},
	{"v4lxx_error_get_field", &ErrorGetField},
	{"v4lxx_error_get_message", &ErrorGetMessage},
	{"v4lxx_error_get_operation", &ErrorGetOperation},
	{"v4lxx_error_get_request", &ErrorGetRequest},
	{"v4lxx_error_get_status", &ErrorGetStatus},
	{"v4lxx_error_is_cause_checked", &ErrorIsCauseChecked},
	{"v4lxx_event_get_device", &EventGetDevice},
	{"v4lxx_event_get_text", &EventGetText},
	{"v4lxx_event_info_init", &EventInfoInit},
	{"v4lxx_event_kind_get_name", &EventKindGetName},
	{"v4lxx_event_read_info", &EventReadInfo},
	{"v4lxx_event_ref", &EventRef},
	{"v4lxx_event_unref", &EventUnref},
	{"v4lxx_examination_get_advice", &ExaminationGetAdvice},
	{"v4lxx_examination_get_check", &ExaminationGetCheck},
	{"v4lxx_examination_get_code", &ExaminationGetCode},
	{"v4lxx_examination_get_count", &ExaminationGetCount},
	{"v4lxx_examination_get_device", &ExaminationGetDevice},
	{"v4lxx_examination_get_found", &ExaminationGetFound},
	{"v4lxx_examination_get_meaning", &ExaminationGetMeaning},
	{"v4lxx_examination_get_severity", &ExaminationGetSeverity},
	{"v4lxx_examination_get_worst", &ExaminationGetWorst},
	{"v4lxx_examination_is_meaning_checked", &ExaminationIsMeaningChecked},
	{"v4lxx_examination_unref", &ExaminationUnref},
	{"v4lxx_format_init", &FormatInit},
	{"v4lxx_format_list_get_count", &FormatListGetCount},
	{"v4lxx_format_list_get_description", &FormatListGetDescription},
	{"v4lxx_format_list_get_flags", &FormatListGetFlags},
	{"v4lxx_format_list_get_fourcc", &FormatListGetFourcc},
	{"v4lxx_format_list_unref", &FormatListUnref},
	{"v4lxx_frame_convert_time", &FrameConvertTime},
	{"v4lxx_frame_encode", &FrameEncode},
	{"v4lxx_frame_get_plane_data", &FrameGetPlaneData},
	{"v4lxx_frame_info_init", &FrameInfoInit},
	{"v4lxx_frame_measure_luma", &FrameMeasureLuma},
	{"v4lxx_frame_read_info", &FrameReadInfo},
	{"v4lxx_frame_ref", &FrameRef},
	{"v4lxx_frame_set_get_frame", &FrameSetGetFrame},
	{"v4lxx_frame_set_get_moment", &FrameSetGetMoment},
	{"v4lxx_frame_set_holder", &FrameSetHolder},
	{"v4lxx_frame_set_info_init", &FrameSetInfoInit},
	{"v4lxx_frame_set_read_info", &FrameSetReadInfo},
	{"v4lxx_frame_set_ref", &FrameSetRef},
	{"v4lxx_frame_set_unref", &FrameSetUnref},
	{"v4lxx_frame_unref", &FrameUnref},
	{"v4lxx_group_add_stream", &GroupAddStream},
	{"v4lxx_group_camera_init", &GroupCameraInit},
	{"v4lxx_group_cancel", &GroupCancel},
	{"v4lxx_group_create", &GroupCreate},
	{"v4lxx_group_get_fd", &GroupGetFd},
	{"v4lxx_group_next", &GroupNext},
	{"v4lxx_group_options_init", &GroupOptionsInit},
	{"v4lxx_group_read_camera", &GroupReadCamera},
	{"v4lxx_group_read_statistics", &GroupReadStatistics},
	{"v4lxx_group_ref", &GroupRef},
	{"v4lxx_group_statistics_init", &GroupStatisticsInit},
	{"v4lxx_group_unref", &GroupUnref},
	{"v4lxx_held_frame_init", &HeldFrameInit},
	{"v4lxx_held_list_at", &HeldListAt},
	{"v4lxx_held_list_get_count", &HeldListGetCount},
	{"v4lxx_held_list_unref", &HeldListUnref},
	{"v4lxx_histogram_get_bound", &HistogramGetBound},
	{"v4lxx_histogram_get_quantile", &HistogramGetQuantile},
	{"v4lxx_image_options_init", &ImageOptionsInit},
	{"v4lxx_image_supports", &ImageSupports},
	{"v4lxx_input_info_init", &InputInfoInit},
	{"v4lxx_input_list_at", &InputListAt},
	{"v4lxx_input_list_get_count", &InputListGetCount},
	{"v4lxx_input_list_get_name", &InputListGetName},
	{"v4lxx_input_list_unref", &InputListUnref},
	{"v4lxx_input_status_get_text", &InputStatusGetText},
	{"v4lxx_interval_list_at", &IntervalListAt},
	{"v4lxx_interval_list_get_count", &IntervalListGetCount},
	{"v4lxx_interval_list_unref", &IntervalListUnref},
	{"v4lxx_interval_range_init", &IntervalRangeInit},
	{"v4lxx_log_level_get_name", &LogLevelGetName},
	{"v4lxx_log_record_get_code", &LogRecordGetCode},
	{"v4lxx_log_record_get_device", &LogRecordGetDevice},
	{"v4lxx_log_record_get_left_out", &LogRecordGetLeftOut},
	{"v4lxx_log_record_get_level", &LogRecordGetLevel},
	{"v4lxx_log_record_get_message", &LogRecordGetMessage},
	{"v4lxx_log_record_get_topic", &LogRecordGetTopic},
	{"v4lxx_mode_init", &ModeInit},
	{"v4lxx_mode_list_at", &ModeListAt},
	{"v4lxx_mode_list_get_count", &ModeListGetCount},
	{"v4lxx_mode_list_get_reason", &ModeListGetReason},
	{"v4lxx_mode_list_unref", &ModeListUnref},
	{"v4lxx_negotiation_init", &NegotiationInit},
	{"v4lxx_pixel_format_describe", &PixelFormatDescribe},
	{"v4lxx_pixel_format_find", &PixelFormatFind},
	{"v4lxx_pixel_format_get_count", &PixelFormatGetCount},
	{"v4lxx_pixel_format_get_fourcc", &PixelFormatGetFourcc},
	{"v4lxx_pixel_format_get_name", &PixelFormatGetName},
	{"v4lxx_pixel_format_info_init", &PixelFormatInfoInit},
	{"v4lxx_settling_add_frame", &SettlingAddFrame},
	{"v4lxx_settling_init", &SettlingInit},
	{"v4lxx_severity_get_name", &SeverityGetName},
	{"v4lxx_signal_init", &SignalInit},
	{"v4lxx_size_list_at", &SizeListAt},
	{"v4lxx_size_list_get_count", &SizeListGetCount},
	{"v4lxx_size_list_unref", &SizeListUnref},
	{"v4lxx_size_range_init", &SizeRangeInit},
	{"v4lxx_standard_find", &StandardFind},
	{"v4lxx_standard_get_name", &StandardGetName},
	{"v4lxx_standard_info_init", &StandardInfoInit},
	{"v4lxx_standard_list_at", &StandardListAt},
	{"v4lxx_standard_list_get_count", &StandardListGetCount},
	{"v4lxx_standard_list_get_name", &StandardListGetName},
	{"v4lxx_standard_list_unref", &StandardListUnref},
	{"v4lxx_status_get_meaning", &StatusGetMeaning},
	{"v4lxx_status_get_name", &StatusGetName},
	{"v4lxx_stream_account_init", &StreamAccountInit},
	{"v4lxx_stream_cancel", &StreamCancel},
	{"v4lxx_stream_check_rate", &StreamCheckRate},
	{"v4lxx_stream_close", &StreamClose},
	{"v4lxx_stream_close_within", &StreamCloseWithin},
	{"v4lxx_stream_create", &StreamCreate},
	{"v4lxx_stream_dequeue", &StreamDequeue},
	{"v4lxx_stream_dequeue_many", &StreamDequeueMany},
	{"v4lxx_stream_dispatch", &StreamDispatch},
	{"v4lxx_stream_find_frame", &StreamFindFrame},
	{"v4lxx_stream_get_buffer_count", &StreamGetBufferCount},
	{"v4lxx_stream_get_fd", &StreamGetFd},
	{"v4lxx_stream_get_steps_down", &StreamGetStepsDown},
	{"v4lxx_stream_get_time_left", &StreamGetTimeLeft},
	{"v4lxx_stream_list_held", &StreamListHeld},
	{"v4lxx_stream_options_init", &StreamOptionsInit},
	{"v4lxx_stream_rate_init", &StreamRateInit},
	{"v4lxx_stream_read", &StreamRead},
	{"v4lxx_stream_read_account", &StreamReadAccount},
	{"v4lxx_stream_read_format", &StreamReadFormat},
	{"v4lxx_stream_read_interval", &StreamReadInterval},
	{"v4lxx_stream_read_rate", &StreamReadRate},
	{"v4lxx_stream_read_state", &StreamReadState},
	{"v4lxx_stream_read_statistics", &StreamReadStatistics},
	{"v4lxx_stream_reconfigure", &StreamReconfigure},
	{"v4lxx_stream_ref", &StreamRef},
	{"v4lxx_stream_set_frame_callback", &StreamSetFrameCallback},
	{"v4lxx_stream_start", &StreamStart},
	{"v4lxx_stream_state_init", &StreamStateInit},
	{"v4lxx_stream_statistics_init", &StreamStatisticsInit},
	{"v4lxx_stream_stop", &StreamStop},
	{"v4lxx_stream_unref", &StreamUnref},
	{"v4lxx_supports", &Supports},
	{"v4lxx_timings_capabilities_init", &TimingsCapabilitiesInit},
	{"v4lxx_timings_init", &TimingsInit},
	{"v4lxx_timings_list_at", &TimingsListAt},
	{"v4lxx_timings_list_get_count", &TimingsListGetCount},
	{"v4lxx_timings_list_get_name", &TimingsListGetName},
	{"v4lxx_timings_list_unref", &TimingsListUnref},
	{"v4lxx_version_at_least", &VersionAtLeast},
	{"v4lxx_version_get_number", &VersionGetNumber},
	{"v4lxx_version_get_string", &VersionGetString},
	{"v4lxx_wish_init", &WishInit},
}
