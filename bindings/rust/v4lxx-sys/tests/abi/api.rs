// SPDX-License-Identifier: MIT
// Generated from abi/v0/api.json by abi/tools/gen_rust.py; do not edit.

layout!(v4lxx_context_options, 8, { struct_size: 0, flags: 4 });
layout!(v4lxx_converted_time, 32, { struct_size: 0, clock: 4, time_ns: 8, error_ns: 16, steps: 24, tai_offset_s: 28 });
layout!(v4lxx_device_options, 8, { struct_size: 0, flags: 4 });
layout!(v4lxx_event_info, 80, { struct_size: 0, kind: 4, time_ns: 8, tag: 16, source_changes: 24, code: 28, old_width: 32, old_height: 36, new_width: 40, new_height: 44, attempts: 48, reserved0: 52, frames_lost: 56, frames_delivered: 64, span_ns: 72 });
layout!(v4lxx_format, 80, { struct_size: 0, fourcc: 4, width: 8, height: 12, field: 16, colorspace: 20, ycbcr_encoding: 24, quantization: 28, transfer_function: 32, flags: 36, memory_plane_count: 40, reserved0: 44, stride_bytes: 48, size_bytes: 64 });
layout!(v4lxx_fraction, 8, { numerator: 0, denominator: 4 });
layout!(v4lxx_frame_info, 224, { struct_size: 0, fourcc: 4, width: 8, height: 12, field: 16, colorspace: 20, ycbcr_encoding: 24, quantization: 28, transfer_function: 32, flags: 36, sequence: 40, driver_sequence: 44, timestamp_ns: 48, clock: 56, timestamp_source: 60, plane_count: 64, buffer_index: 68, plane_address: 72, plane_bytes: 104, plane_stride: 136, arrival_ns: 152, number: 160, picture_type: 168, generation: 172, timecode_type: 176, timecode_flags: 180, timecode_hours: 184, timecode_minutes: 188, timecode_seconds: 192, timecode_frames: 196, timecode_user_bits: 200, stamp_clock: 204, crop_left: 208, crop_top: 212, crop_width: 216, crop_height: 220 });
layout!(v4lxx_frame_set_info, 40, { struct_size: 0, camera_count: 4, number: 8, cameras: 16, skew_ns: 24, is_complete: 32, reserved0: 36 });
layout!(v4lxx_group_camera, 80, { struct_size: 0, held: 4, frames: 8, in_complete: 16, in_incomplete: 24, unmatched: 32, late: 40, resets: 48, interval_ns: 56, drift_ppb: 64, drift_frames: 72, is_gone: 76 });
layout!(v4lxx_group_options, 32, { struct_size: 0, match_by: 4, tolerance_ns: 8, max_wait_ns: 16, most_held: 24, flags: 28 });
layout!(v4lxx_group_statistics, 840, { struct_size: 0, camera_count: 4, complete: 8, incomplete: 16, tolerance_ns: 24, match_by: 32, reserved0: 36, skew: 40 });
layout!(v4lxx_held_frame, 72, { struct_size: 0, generation: 4, number: 8, holder: 16, bytes: 24, arrival_ns: 32, age_ns: 40, references: 48, buffer_index: 52, flags: 56, taken_by: 60, released_by: 64, reserved0: 68 });
layout!(v4lxx_histogram, 800, { count: 0, least_ns: 8, most_ns: 16, sum_ns: 24, buckets: 32 });
layout!(v4lxx_image_options, 8, { struct_size: 0, quality: 4 });
layout!(v4lxx_input_info, 32, { struct_size: 0, index: 4, type_: 8, status: 12, capabilities: 16, reserved0: 20, standards: 24 });
layout!(v4lxx_interval_range, 32, { struct_size: 0, min_numerator: 4, min_denominator: 8, max_numerator: 12, max_denominator: 16, step_numerator: 20, step_denominator: 24, reserved0: 28 });
layout!(v4lxx_mode, 48, { struct_size: 0, fourcc: 4, width: 8, height: 12, rate: 16, flags: 24, verdict: 28, penalty: 32, size_penalty: 36, rate_penalty: 40, format_penalty: 44 });
layout!(v4lxx_negotiation, 80, { struct_size: 0, differences: 4, adjusted: 8, refused: 12, wanted_width: 16, wanted_height: 20, wanted_rate: 24, chosen_fourcc: 32, chosen_width: 36, chosen_height: 40, steps_down: 44, chosen_rate: 48, granted_fourcc: 56, granted_width: 60, granted_height: 64, reserved0: 68, granted_rate: 72 });
layout!(v4lxx_pixel_format_info, 48, { struct_size: 0, fourcc: 4, family: 8, bits_per_sample: 12, plane_count: 16, memory_plane_count: 20, horizontal_subsampling: 24, vertical_subsampling: 28, bits_per_pixel: 32 });
layout!(v4lxx_rectangle, 16, { left: 0, top: 4, width: 8, height: 12 });
layout!(v4lxx_settling, 48, { struct_size: 0, state: 4, most_ns: 8, first_timestamp_ns: 16, most_frames: 24, frame_count: 28, measured_count: 32, luma: 36 });
layout!(v4lxx_signal, 48, { struct_size: 0, state: 4, is_set: 8, input: 12, status: 16, width: 20, height: 24, interlaced: 28, rate: 32, standard: 40 });
layout!(v4lxx_size_range, 32, { struct_size: 0, min_width: 4, max_width: 8, step_width: 12, min_height: 16, max_height: 20, step_height: 24, reserved0: 28 });
layout!(v4lxx_standard_info, 24, { struct_size: 0, lines: 4, period: 8, bits: 16 });
layout!(v4lxx_stream_account, 176, { struct_size: 0, reserved0: 4, delivered: 8, driver_dropped: 16, corrupt: 24, corrupt_dropped: 32, empty_dropped: 40, short_frames: 48, bytes: 56, copies: 64, io_errors: 72, requeue_failures: 80, system_calls: 88, queued: 96, held: 100, policy_dropped: 104, starved: 112, waiting: 120, reserved1: 124, reconnects: 128, others_refused: 136, buffers_grown: 144, large_pages: 152, stalls: 160, usb_resets: 168 });
layout!(v4lxx_stream_options, 72, { struct_size: 0, fourcc: 4, width: 8, height: 12, rate: 16, memory: 24, buffer_count: 28, flags: 32, reserved0: 36, flow: 40, flow_depth: 44, min_queued: 48, reserve: 52, max_buffers: 56, reserved1: 60, stall_after_ns: 64 });
layout!(v4lxx_stream_rate, 40, { struct_size: 0, verdict: 4, nominal: 8, measured_uhz: 16, measured_ns: 24, measured_intervals: 32, missing: 36 });
layout!(v4lxx_stream_state, 88, { struct_size: 0, phase: 4, generation: 8, buffer_count: 12, queued: 16, waiting: 20, held: 24, has_input_status: 28, input_status: 32, attempts: 36, last_code: 40, reserved0: 44, last_frame_age_ns: 48, held_age_ns: 56, interval_ns: 64, exposure_ns: 72, away_ns: 80 });
layout!(v4lxx_stream_statistics, 1640, { struct_size: 0, reserved0: 4, stamps_unset: 8, stamps_repeated: 16, stamps_backward: 24, stamps_future: 32, interval: 40, delivery: 840 });
layout!(v4lxx_timings, 96, { struct_size: 0, width: 4, height: 8, interlaced: 12, polarities: 16, flags: 20, standards: 24, hfrontporch: 28, hsync: 32, hbackporch: 36, vfrontporch: 40, vsync: 44, vbackporch: 48, il_vfrontporch: 52, il_vsync: 56, il_vbackporch: 60, cea861_vic: 64, hdmi_vic: 68, picture_aspect: 72, rate: 80, pixelclock_hz: 88 });
layout!(v4lxx_timings_capabilities, 48, { struct_size: 0, min_width: 4, max_width: 8, min_height: 12, max_height: 16, standards: 20, capabilities: 24, reserved0: 28, min_pixelclock_hz: 32, max_pixelclock_hz: 40 });
layout!(v4lxx_wish, 24, { struct_size: 0, flags: 4, width: 8, height: 12, rate: 16 });
constant!(V4LXX_AGAIN, 1);
constant!(V4LXX_CAPABILITY_META_CAPTURE, 8388608);
constant!(V4LXX_CAPABILITY_RADIO, 262144);
constant!(V4LXX_CAPABILITY_READWRITE, 16777216);
constant!(V4LXX_CAPABILITY_STREAMING, 67108864);
constant!(V4LXX_CAPABILITY_TOUCH, 268435456);
constant!(V4LXX_CAPABILITY_VBI_CAPTURE, 16);
constant!(V4LXX_CAPABILITY_VIDEO_CAPTURE, 1);
constant!(V4LXX_CAPABILITY_VIDEO_CAPTURE_MPLANE, 4096);
constant!(V4LXX_CAPABILITY_VIDEO_M2M, 32768);
constant!(V4LXX_CAPABILITY_VIDEO_M2M_MPLANE, 16384);
constant!(V4LXX_CAPABILITY_VIDEO_OUTPUT, 2);
constant!(V4LXX_CAPABILITY_VIDEO_OUTPUT_MPLANE, 8192);
constant!(V4LXX_CHECK_ACCESS, 4);
constant!(V4LXX_CHECK_CAPABILITIES, 5);
constant!(V4LXX_CHECK_CAPTURE, 11);
constant!(V4LXX_CHECK_CONTROLS, 10);
constant!(V4LXX_CHECK_DEVICES, 1);
constant!(V4LXX_CHECK_FORMATS, 7);
constant!(V4LXX_CHECK_HOLDERS, 6);
constant!(V4LXX_CHECK_KERNEL, 3);
constant!(V4LXX_CHECK_SIGNAL, 8);
constant!(V4LXX_CHECK_SURROUNDINGS, 2);
constant!(V4LXX_CHECK_USB, 9);
constant!(V4LXX_CLOCK_BOOTTIME, 4);
constant!(V4LXX_CLOCK_COPY, 2);
constant!(V4LXX_CLOCK_MONOTONIC, 1);
constant!(V4LXX_CLOCK_REALTIME, 3);
constant!(V4LXX_CLOCK_TAI, 5);
constant!(V4LXX_CLOCK_UNKNOWN, 0);
constant!(V4LXX_CODE_ALREADY_RUNNING, 12);
constant!(V4LXX_CODE_BAD_DESCRIPTOR, 112);
constant!(V4LXX_CODE_BAD_NAME, 7);
constant!(V4LXX_CODE_BUFFERS_BUSY, 210);
constant!(V4LXX_CODE_BUFFERS_NO_MEMORY, 211);
constant!(V4LXX_CODE_BUFFERS_STILL_HELD, 225);
constant!(V4LXX_CODE_BUFFER_TOO_SMALL, 19);
constant!(V4LXX_CODE_CALLBACK_IS_SET, 15);
constant!(V4LXX_CODE_CALLBACK_NOT_SET, 16);
constant!(V4LXX_CODE_CALL_NOT_RETURNED, 233);
constant!(V4LXX_CODE_CONTROL_AMBIGUOUS, 501);
constant!(V4LXX_CODE_CONTROL_BAD_TEXT, 516);
constant!(V4LXX_CODE_CONTROL_COMPOUND, 510);
constant!(V4LXX_CODE_CONTROL_DISABLED, 515);
constant!(V4LXX_CODE_CONTROL_GRABBED, 507);
constant!(V4LXX_CODE_CONTROL_IMPOSSIBLE, 514);
constant!(V4LXX_CODE_CONTROL_INACTIVE, 506);
constant!(V4LXX_CODE_CONTROL_NOT_IN_MENU, 504);
constant!(V4LXX_CODE_CONTROL_NO_ANSWER, 512);
constant!(V4LXX_CODE_CONTROL_OFF_STEP, 503);
constant!(V4LXX_CODE_CONTROL_OUT_OF_RANGE, 502);
constant!(V4LXX_CODE_CONTROL_READ_ONLY, 508);
constant!(V4LXX_CODE_CONTROL_REFUSED, 511);
constant!(V4LXX_CODE_CONTROL_TEXT_LENGTH, 513);
constant!(V4LXX_CODE_CONTROL_UNKNOWN, 500);
constant!(V4LXX_CODE_CONTROL_VOLATILE, 517);
constant!(V4LXX_CODE_CONTROL_WRITE_ONLY, 509);
constant!(V4LXX_CODE_CONTROL_WRONG_TYPE, 505);
constant!(V4LXX_CODE_DESCRIPTOR_CLOSED, 241);
constant!(V4LXX_CODE_DEVICE_GONE, 240);
constant!(V4LXX_CODE_ENDLESS_LIST, 305);
constant!(V4LXX_CODE_ERRNO_IMPOSSIBLE, 306);
constant!(V4LXX_CODE_FORMAT_BUSY, 204);
constant!(V4LXX_CODE_FORMAT_REFUSED, 203);
constant!(V4LXX_CODE_IMAGE_DATA_DAMAGED, 403);
constant!(V4LXX_CODE_IMAGE_ENCODER_FAILED, 405);
constant!(V4LXX_CODE_IMAGE_FORMAT_UNSUPPORTED, 401);
constant!(V4LXX_CODE_IMAGE_TOO_SHORT, 404);
constant!(V4LXX_CODE_IMAGE_TYPE_NOT_BUILT, 402);
constant!(V4LXX_CODE_INDEX_IMPOSSIBLE, 303);
constant!(V4LXX_CODE_INPUT_BUSY, 531);
constant!(V4LXX_CODE_INPUT_NOT_FOUND, 530);
constant!(V4LXX_CODE_INSIDE_CALLBACK, 17);
constant!(V4LXX_CODE_INTERNAL, 903);
constant!(V4LXX_CODE_INTERVAL_REFUSED, 206);
constant!(V4LXX_CODE_IS_DIRECTORY, 103);
constant!(V4LXX_CODE_IS_NOT_A_CHARACTER_DEVICE, 105);
constant!(V4LXX_CODE_IS_NOT_V4L2, 106);
constant!(V4LXX_CODE_IS_REGULAR_FILE, 104);
constant!(V4LXX_CODE_LOOP_BUSY, 21);
constant!(V4LXX_CODE_MAP_FAILED, 213);
constant!(V4LXX_CODE_MODE_NOT_GRANTED, 253);
constant!(V4LXX_CODE_MODE_NOT_OFFERED, 251);
constant!(V4LXX_CODE_NAME_AMBIGUOUS, 115);
constant!(V4LXX_CODE_NODE_CHANGED, 114);
constant!(V4LXX_CODE_NOT_A_CAPTURE_DEVICE, 201);
constant!(V4LXX_CODE_NOT_LISTENING, 22);
constant!(V4LXX_CODE_NOT_RUNNING, 13);
constant!(V4LXX_CODE_NO_ANSWER, 226);
constant!(V4LXX_CODE_NO_DEVICES, 560);
constant!(V4LXX_CODE_NO_DEVICE_MATCHES, 116);
constant!(V4LXX_CODE_NO_FORMATS, 564);
constant!(V4LXX_CODE_NO_FRAMES, 561);
constant!(V4LXX_CODE_NO_SELECTION, 543);
constant!(V4LXX_CODE_NO_SIGNAL, 540);
constant!(V4LXX_CODE_NO_STANDARDS, 532);
constant!(V4LXX_CODE_NO_STREAMING, 202);
constant!(V4LXX_CODE_NO_SUCH_NODE, 101);
constant!(V4LXX_CODE_NO_TIMINGS, 536);
constant!(V4LXX_CODE_NO_WANTED_FORMAT, 250);
constant!(V4LXX_CODE_NULL_ARGUMENT, 1);
constant!(V4LXX_CODE_OBJECT_CLOSED, 10);
constant!(V4LXX_CODE_OPEN_BUSY, 107);
constant!(V4LXX_CODE_OPEN_DENIED, 102);
constant!(V4LXX_CODE_OPEN_FAILED, 108);
constant!(V4LXX_CODE_OPEN_FORBIDDEN, 117);
constant!(V4LXX_CODE_OTHER_DEVICE_THERE, 118);
constant!(V4LXX_CODE_OUT_OF_MEMORY, 901);
constant!(V4LXX_CODE_OWN_STREAM_BUSY, 224);
constant!(V4LXX_CODE_PIPELINE_MISMATCH, 222);
constant!(V4LXX_CODE_PIPELINE_NOT_LINKED, 223);
constant!(V4LXX_CODE_PLANES_IMPOSSIBLE, 304);
constant!(V4LXX_CODE_PRIVACY_ON, 563);
constant!(V4LXX_CODE_QUEUE_REFUSED, 214);
constant!(V4LXX_CODE_RATE_NOT_REACHED, 254);
constant!(V4LXX_CODE_REQUEST_BUSY, 228);
constant!(V4LXX_CODE_REQUEST_DENIED, 229);
constant!(V4LXX_CODE_REQUEST_REFUSED, 207);
constant!(V4LXX_CODE_REQUEST_UNSUPPORTED, 205);
constant!(V4LXX_CODE_RESERVED_NOT_ZERO, 5);
constant!(V4LXX_CODE_SELECTION_BUSY, 545);
constant!(V4LXX_CODE_SELECTION_REFUSED, 544);
constant!(V4LXX_CODE_SIGNAL_NOT_LOCKED, 541);
constant!(V4LXX_CODE_SIGNAL_OUT_OF_RANGE, 542);
constant!(V4LXX_CODE_SIM_BAD_PARAMETER, 109);
constant!(V4LXX_CODE_SIM_BAD_SCRIPT, 110);
constant!(V4LXX_CODE_SIM_NOT_BUILT, 111);
constant!(V4LXX_CODE_SIZEIMAGE_TOO_SMALL, 301);
constant!(V4LXX_CODE_STAMPS_NOT_COMPARABLE, 232);
constant!(V4LXX_CODE_STAMP_CLOCK_UNKNOWN, 230);
constant!(V4LXX_CODE_STANDARD_BUSY, 535);
constant!(V4LXX_CODE_STANDARD_REFUSED, 534);
constant!(V4LXX_CODE_STANDARD_UNKNOWN, 533);
constant!(V4LXX_CODE_START_BUSY, 221);
constant!(V4LXX_CODE_START_FAILED, 220);
constant!(V4LXX_CODE_STOPPED_MEANWHILE, 14);
constant!(V4LXX_CODE_STREAM_BROKEN, 215);
constant!(V4LXX_CODE_STREAM_EXISTS, 18);
constant!(V4LXX_CODE_STREAM_IN_LOOP, 20);
constant!(V4LXX_CODE_STREAM_STALLED, 235);
constant!(V4LXX_CODE_STRUCT_TAIL_UNKNOWN, 3);
constant!(V4LXX_CODE_STRUCT_TOO_LARGE, 8);
constant!(V4LXX_CODE_STRUCT_TOO_SMALL, 2);
constant!(V4LXX_CODE_SYSTEM_CALL_FAILED, 902);
constant!(V4LXX_CODE_TIMINGS_BUSY, 539);
constant!(V4LXX_CODE_TIMINGS_NOT_OFFERED, 537);
constant!(V4LXX_CODE_TIMINGS_REFUSED, 538);
constant!(V4LXX_CODE_TOO_FEW_BUFFERS, 212);
constant!(V4LXX_CODE_TOO_MANY_FILES, 113);
constant!(V4LXX_CODE_UNKNOWN_PIXEL_FORMAT, 208);
constant!(V4LXX_CODE_UNKNOWN_VALUE, 4);
constant!(V4LXX_CODE_USB_BANDWIDTH, 231);
constant!(V4LXX_CODE_USB_LINK_SLOW, 562);
constant!(V4LXX_CODE_USB_RESET_FAILED, 236);
constant!(V4LXX_CODE_USB_TRANSFER_FAILED, 227);
constant!(V4LXX_CODE_VALUE_IMPOSSIBLE, 302);
constant!(V4LXX_CODE_VALUE_OUT_OF_RANGE, 6);
constant!(V4LXX_CODE_WAIT_CANCELLED, 11);
constant!(V4LXX_CODE_WRONG_PROCESS, 23);
constant!(V4LXX_COLOUR_BAYER, 4);
constant!(V4LXX_COLOUR_COMPRESSED, 6);
constant!(V4LXX_COLOUR_GREY, 3);
constant!(V4LXX_COLOUR_HSV, 5);
constant!(V4LXX_COLOUR_METADATA, 9);
constant!(V4LXX_COLOUR_RGB, 1);
constant!(V4LXX_COLOUR_SDR, 7);
constant!(V4LXX_COLOUR_TOUCH, 8);
constant!(V4LXX_COLOUR_UNKNOWN, 0);
constant!(V4LXX_COLOUR_YUV, 2);
constant!(V4LXX_CONTROL_DISABLED, 1);
constant!(V4LXX_CONTROL_DYNAMIC_ARRAY, 2048);
constant!(V4LXX_CONTROL_EXECUTE_ON_WRITE, 512);
constant!(V4LXX_CONTROL_GRABBED, 2);
constant!(V4LXX_CONTROL_HAS_PAYLOAD, 256);
constant!(V4LXX_CONTROL_INACTIVE, 16);
constant!(V4LXX_CONTROL_MODIFY_LAYOUT, 1024);
constant!(V4LXX_CONTROL_READ_ONLY, 4);
constant!(V4LXX_CONTROL_SLIDER, 32);
constant!(V4LXX_CONTROL_TYPE_AREA, 262);
constant!(V4LXX_CONTROL_TYPE_BITMASK, 8);
constant!(V4LXX_CONTROL_TYPE_BOOLEAN, 2);
constant!(V4LXX_CONTROL_TYPE_BUTTON, 4);
constant!(V4LXX_CONTROL_TYPE_CLASS, 6);
constant!(V4LXX_CONTROL_TYPE_INTEGER, 1);
constant!(V4LXX_CONTROL_TYPE_INTEGER64, 5);
constant!(V4LXX_CONTROL_TYPE_INTEGER_MENU, 9);
constant!(V4LXX_CONTROL_TYPE_MENU, 3);
constant!(V4LXX_CONTROL_TYPE_STRING, 7);
constant!(V4LXX_CONTROL_TYPE_U16, 257);
constant!(V4LXX_CONTROL_TYPE_U32, 258);
constant!(V4LXX_CONTROL_TYPE_U8, 256);
constant!(V4LXX_CONTROL_UPDATE, 8);
constant!(V4LXX_CONTROL_VOLATILE, 128);
constant!(V4LXX_CONTROL_WRITE_ONLY, 64);
constant!(V4LXX_END, 2);
constant!(V4LXX_ERROR_ABI, -6);
constant!(V4LXX_ERROR_ARGUMENT, -1);
constant!(V4LXX_ERROR_BUSY, -9);
constant!(V4LXX_ERROR_CANCELLED, -8);
constant!(V4LXX_ERROR_CLOSED, -7);
constant!(V4LXX_ERROR_DATA, -14);
constant!(V4LXX_ERROR_DENIED, -10);
constant!(V4LXX_ERROR_DEVICE_LOST, -4);
constant!(V4LXX_ERROR_DRIVER_BUG, -13);
constant!(V4LXX_ERROR_NOT_FOUND, -11);
constant!(V4LXX_ERROR_NO_MEMORY, -2);
constant!(V4LXX_ERROR_STATE, -5);
constant!(V4LXX_ERROR_SYSTEM, -3);
constant!(V4LXX_ERROR_UNSUPPORTED, -12);
constant!(V4LXX_EVENT_DEVICE_ADDED, 1);
constant!(V4LXX_EVENT_DEVICE_BACK, 8);
constant!(V4LXX_EVENT_DEVICE_CHANGED, 3);
constant!(V4LXX_EVENT_DEVICE_LOST, 7);
constant!(V4LXX_EVENT_DEVICE_REMOVED, 2);
constant!(V4LXX_EVENT_ENDED, 5);
constant!(V4LXX_EVENT_LEFT_LOOP, 10);
constant!(V4LXX_EVENT_OTHER_REFUSED, 9);
constant!(V4LXX_EVENT_SLOW_PROGRAM, 6);
constant!(V4LXX_EVENT_SOURCE_CHANGED, 4);
constant!(V4LXX_EVENT_STALLED, 11);
constant!(V4LXX_EXAMINE_NO_CAPTURE, 1);
constant!(V4LXX_EXAMINE_SIMULATED, 2);
constant!(V4LXX_FEATURE_JPEG, 3);
constant!(V4LXX_FEATURE_NONE, 0);
constant!(V4LXX_FEATURE_PNG, 2);
constant!(V4LXX_FEATURE_SIM, 1);
constant!(V4LXX_FLOW_BLOCK, 0);
constant!(V4LXX_FLOW_DROP_NEWEST, 3);
constant!(V4LXX_FLOW_DROP_OLDEST, 2);
constant!(V4LXX_FLOW_LATEST, 1);
constant!(V4LXX_FORMAT_COMPRESSED, 1);
constant!(V4LXX_FORMAT_EMULATED, 2);
constant!(V4LXX_FORMAT_FIELD_COLORSPACE, 16);
constant!(V4LXX_FORMAT_FIELD_FIELD, 8);
constant!(V4LXX_FORMAT_FIELD_FLAGS, 1024);
constant!(V4LXX_FORMAT_FIELD_FOURCC, 1);
constant!(V4LXX_FORMAT_FIELD_HEIGHT, 4);
constant!(V4LXX_FORMAT_FIELD_MEMORY_PLANES, 2048);
constant!(V4LXX_FORMAT_FIELD_QUANTIZATION, 64);
constant!(V4LXX_FORMAT_FIELD_RATE, 512);
constant!(V4LXX_FORMAT_FIELD_SIZE_BYTES, 4096);
constant!(V4LXX_FORMAT_FIELD_STRIDE, 256);
constant!(V4LXX_FORMAT_FIELD_TRANSFER_FUNCTION, 128);
constant!(V4LXX_FORMAT_FIELD_WIDTH, 2);
constant!(V4LXX_FORMAT_FIELD_YCBCR_ENCODING, 32);
constant!(V4LXX_FRAME_CANCELLED, 16);
constant!(V4LXX_FRAME_COPIED, 32);
constant!(V4LXX_FRAME_CORRUPT, 1);
constant!(V4LXX_FRAME_KEY, 4);
constant!(V4LXX_FRAME_LAST, 8);
constant!(V4LXX_FRAME_SHORT, 2);
constant!(V4LXX_FRAME_STAMP_BACKWARD, 256);
constant!(V4LXX_FRAME_STAMP_FUTURE, 512);
constant!(V4LXX_FRAME_STAMP_REPEATED, 128);
constant!(V4LXX_FRAME_STAMP_UNSET, 64);
constant!(V4LXX_GROUP_INCOMPLETE, 1);
constant!(V4LXX_IMAGE_JPEG, 2);
constant!(V4LXX_IMAGE_PNG, 1);
constant!(V4LXX_INPUT_CAMERA, 2);
constant!(V4LXX_INPUT_COLOUR_KILL, 512);
constant!(V4LXX_INPUT_HAS_NATIVE_SIZE, 8);
constant!(V4LXX_INPUT_HAS_STANDARDS, 4);
constant!(V4LXX_INPUT_HAS_TIMINGS, 2);
constant!(V4LXX_INPUT_HFLIP, 16);
constant!(V4LXX_INPUT_MACROVISION, 16777216);
constant!(V4LXX_INPUT_NO_ACCESS, 33554432);
constant!(V4LXX_INPUT_NO_CARRIER, 262144);
constant!(V4LXX_INPUT_NO_COLOUR, 4);
constant!(V4LXX_INPUT_NO_EQU, 131072);
constant!(V4LXX_INPUT_NO_H_LOCK, 256);
constant!(V4LXX_INPUT_NO_POWER, 1);
constant!(V4LXX_INPUT_NO_SIGNAL, 2);
constant!(V4LXX_INPUT_NO_STD_LOCK, 2048);
constant!(V4LXX_INPUT_NO_SYNC, 65536);
constant!(V4LXX_INPUT_NO_V_LOCK, 1024);
constant!(V4LXX_INPUT_TOUCH, 3);
constant!(V4LXX_INPUT_TUNER, 1);
constant!(V4LXX_INPUT_VFLIP, 32);
constant!(V4LXX_INPUT_VTR, 67108864);
constant!(V4LXX_LISTEN_DEVICES, 1);
constant!(V4LXX_LISTEN_SIMULATED, 4);
constant!(V4LXX_LISTEN_STREAMS, 2);
constant!(V4LXX_LIST_ALL, 2);
constant!(V4LXX_LIST_SIMULATED, 1);
constant!(V4LXX_LOG_DEBUG, 4);
constant!(V4LXX_LOG_DEVICE_BACK, 12);
constant!(V4LXX_LOG_DEVICE_CLOSED, 2);
constant!(V4LXX_LOG_DEVICE_LOST, 3);
constant!(V4LXX_LOG_DEVICE_OPENED, 1);
constant!(V4LXX_LOG_DRIVER_ANSWER, 10);
constant!(V4LXX_LOG_ERROR, 1);
constant!(V4LXX_LOG_FORMAT_SET, 4);
constant!(V4LXX_LOG_FRAMES_LOST, 8);
constant!(V4LXX_LOG_FRAME_DAMAGED, 9);
constant!(V4LXX_LOG_INFO, 3);
constant!(V4LXX_LOG_INTERVAL_SET, 5);
constant!(V4LXX_LOG_NONE, 0);
constant!(V4LXX_LOG_OPERATION_FAILED, 11);
constant!(V4LXX_LOG_STREAM_STARTED, 6);
constant!(V4LXX_LOG_STREAM_STOPPED, 7);
constant!(V4LXX_LOG_USB_RESET, 13);
constant!(V4LXX_LOG_WARNING, 2);
constant!(V4LXX_MATCH_SEQUENCES, 1);
constant!(V4LXX_MATCH_STAMPS, 0);
constant!(V4LXX_MATCH_STAMPS_OR_SEQUENCES, 2);
constant!(V4LXX_MEMORY_AUTO, 0);
constant!(V4LXX_MEMORY_MMAP, 1);
constant!(V4LXX_MODE_BEST, 1);
constant!(V4LXX_MODE_FORMAT_NOT_WANTED, 3);
constant!(V4LXX_MODE_NO_PICTURE, 4);
constant!(V4LXX_MODE_OUTSCORED, 2);
constant!(V4LXX_MODE_RATE_DIFFERS, 6);
constant!(V4LXX_MODE_SIZE_DIFFERS, 5);
constant!(V4LXX_MODE_SIZE_NOT_LISTED, 1);
constant!(V4LXX_NODE_ROLE_CAPTURE, 1);
constant!(V4LXX_NODE_ROLE_M2M, 3);
constant!(V4LXX_NODE_ROLE_METADATA_CAPTURE, 4);
constant!(V4LXX_NODE_ROLE_METADATA_OUTPUT, 5);
constant!(V4LXX_NODE_ROLE_OUTPUT, 2);
constant!(V4LXX_NODE_ROLE_RADIO_RECEIVER, 8);
constant!(V4LXX_NODE_ROLE_RADIO_TRANSMITTER, 9);
constant!(V4LXX_NODE_ROLE_SDR_RECEIVER, 10);
constant!(V4LXX_NODE_ROLE_SDR_TRANSMITTER, 11);
constant!(V4LXX_NODE_ROLE_SUBDEVICE, 13);
constant!(V4LXX_NODE_ROLE_TOUCH, 12);
constant!(V4LXX_NODE_ROLE_UNKNOWN, 0);
constant!(V4LXX_NODE_ROLE_VBI_CAPTURE, 6);
constant!(V4LXX_NODE_ROLE_VBI_OUTPUT, 7);
constant!(V4LXX_OK, 0);
constant!(V4LXX_PICTURE_BIDIRECTIONAL, 3);
constant!(V4LXX_PICTURE_KEY, 1);
constant!(V4LXX_PICTURE_NOT_KEY, 4);
constant!(V4LXX_PICTURE_PREDICTED, 2);
constant!(V4LXX_PICTURE_UNKNOWN, 0);
constant!(V4LXX_RATE_AS_TOLD, 1);
constant!(V4LXX_RATE_FRAMES_LOST, 3);
constant!(V4LXX_RATE_SLOWER, 2);
constant!(V4LXX_RATE_UNKNOWN, 0);
constant!(V4LXX_READ_BYTES, 1);
constant!(V4LXX_READ_FRAME, 0);
constant!(V4LXX_RESERVE_COPY, 0);
constant!(V4LXX_RESERVE_DROP, 1);
constant!(V4LXX_RESERVE_GROW, 2);
constant!(V4LXX_SELECTION_AT_LEAST, 1);
constant!(V4LXX_SELECTION_AT_MOST, 2);
constant!(V4LXX_SELECTION_COMPOSE, 256);
constant!(V4LXX_SELECTION_COMPOSE_BOUNDS, 258);
constant!(V4LXX_SELECTION_COMPOSE_DEFAULT, 257);
constant!(V4LXX_SELECTION_COMPOSE_PADDED, 259);
constant!(V4LXX_SELECTION_CROP, 0);
constant!(V4LXX_SELECTION_CROP_BOUNDS, 2);
constant!(V4LXX_SELECTION_CROP_DEFAULT, 1);
constant!(V4LXX_SELECTION_NATIVE_SIZE, 3);
constant!(V4LXX_SETTLING_GAVE_UP, 2);
constant!(V4LXX_SETTLING_MOVING, 0);
constant!(V4LXX_SETTLING_SETTLED, 1);
constant!(V4LXX_SEVERITY_NOTE, 1);
constant!(V4LXX_SEVERITY_OK, 0);
constant!(V4LXX_SEVERITY_PROBLEM, 3);
constant!(V4LXX_SEVERITY_WARNING, 2);
constant!(V4LXX_SIGNAL_NONE, 2);
constant!(V4LXX_SIGNAL_NO_POWER, 5);
constant!(V4LXX_SIGNAL_OUT_OF_RANGE, 4);
constant!(V4LXX_SIGNAL_PRESENT, 1);
constant!(V4LXX_SIGNAL_UNKNOWN, 0);
constant!(V4LXX_SIGNAL_UNLOCKED, 3);
constant!(V4LXX_STREAM_AWAY, 3);
constant!(V4LXX_STREAM_CLOSED, 5);
constant!(V4LXX_STREAM_DELIVER_CORRUPT, 1);
constant!(V4LXX_STREAM_ENDED, 2);
constant!(V4LXX_STREAM_GUARD, 8);
constant!(V4LXX_STREAM_LARGE_PAGES, 16);
constant!(V4LXX_STREAM_LOST, 4);
constant!(V4LXX_STREAM_RECONNECT, 4);
constant!(V4LXX_STREAM_STEP_DOWN, 2);
constant!(V4LXX_STREAM_STOPPED, 0);
constant!(V4LXX_STREAM_STREAMING, 1);
constant!(V4LXX_STREAM_USB_RESET, 32);
constant!(V4LXX_TIMED_OUT, 3);
constant!(V4LXX_TIMESTAMP_END_OF_FRAME, 0);
constant!(V4LXX_TIMESTAMP_START_OF_EXPOSURE, 1);
constant!(V4LXX_TIMINGS_CAN_CUSTOM, 8);
constant!(V4LXX_TIMINGS_CAN_DETECT_REDUCED_FPS, 512);
constant!(V4LXX_TIMINGS_CAN_INTERLACED, 1);
constant!(V4LXX_TIMINGS_CAN_PROGRESSIVE, 2);
constant!(V4LXX_TIMINGS_CAN_REDUCED_BLANKING, 4);
constant!(V4LXX_TIMINGS_CAN_REDUCE_FPS, 2);
constant!(V4LXX_TIMINGS_CEA861, 1);
constant!(V4LXX_TIMINGS_CVT, 4);
constant!(V4LXX_TIMINGS_DMT, 2);
constant!(V4LXX_TIMINGS_FIRST_FIELD_EXTRA_LINE, 32);
constant!(V4LXX_TIMINGS_GTF, 8);
constant!(V4LXX_TIMINGS_HALF_LINE, 8);
constant!(V4LXX_TIMINGS_HAS_CEA861_VIC, 128);
constant!(V4LXX_TIMINGS_HAS_HDMI_VIC, 256);
constant!(V4LXX_TIMINGS_HAS_PICTURE_ASPECT, 64);
constant!(V4LXX_TIMINGS_IS_CE_VIDEO, 16);
constant!(V4LXX_TIMINGS_REDUCED_BLANKING, 1);
constant!(V4LXX_TIMINGS_REDUCED_FPS, 4);
constant!(V4LXX_TIMINGS_SDI, 16);
constant!(V4LXX_WISH_DECODE, 2);
constant!(V4LXX_WISH_PREFER_RATE, 4);
constant!(V4LXX_WISH_STEP_DOWN, 8);
constant!(V4LXX_WISH_STRICT, 1);
signature!(v4lxx_bytes_get_data(*const v4lxx_bytes, *mut usize) -> *const ::core::ffi::c_void);
signature!(v4lxx_bytes_ref(*mut v4lxx_bytes) -> *mut v4lxx_bytes);
signature!(v4lxx_bytes_unref(*mut v4lxx_bytes));
signature!(v4lxx_check_get_name(v4lxx_check) -> *const ::core::ffi::c_char);
signature!(v4lxx_code_find(*const ::core::ffi::c_char) -> v4lxx_code);
signature!(v4lxx_code_get_advice(v4lxx_code) -> *const ::core::ffi::c_char);
signature!(v4lxx_code_get_explanation(v4lxx_code) -> *const ::core::ffi::c_char);
signature!(v4lxx_code_get_meaning(v4lxx_code) -> *const ::core::ffi::c_char);
signature!(v4lxx_code_get_name(v4lxx_code) -> *const ::core::ffi::c_char);
signature!(v4lxx_code_get_status(v4lxx_code) -> v4lxx_status);
signature!(v4lxx_context_add_simulated(*mut v4lxx_context, *const ::core::ffi::c_char, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_context_add_stream(*mut v4lxx_context, *mut v4lxx_stream, u64, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_context_cancel(*mut v4lxx_context));
signature!(v4lxx_context_convert_time(*mut v4lxx_context, i64, v4lxx_clock, v4lxx_clock, *mut v4lxx_converted_time, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_context_create(*const v4lxx_context_options, *mut *mut v4lxx_context, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_context_dequeue(*mut v4lxx_context, i64, *mut u64, *mut *mut v4lxx_frame, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_context_dispatch(*mut v4lxx_context, i64, u32, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_context_examine(*mut v4lxx_context, *const ::core::ffi::c_char, u32, *mut *mut v4lxx_examination, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_context_get_fd(*mut v4lxx_context) -> i32);
signature!(v4lxx_context_get_log_left_out(*const v4lxx_context) -> u64);
signature!(v4lxx_context_get_missed_events(*const v4lxx_context) -> u64);
signature!(v4lxx_context_get_time_left(*mut v4lxx_context, i64) -> i64);
signature!(v4lxx_context_list_devices(*mut v4lxx_context, u32, *mut *mut v4lxx_device_list, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_context_listen(*mut v4lxx_context, u32, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_context_next_event(*mut v4lxx_context, i64, *mut *mut v4lxx_event, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_context_options_init(*mut v4lxx_context_options, u32));
signature!(v4lxx_context_ref(*mut v4lxx_context) -> *mut v4lxx_context);
signature!(v4lxx_context_remove_stream(*mut v4lxx_context, *mut v4lxx_stream));
signature!(v4lxx_context_set_event_callback(*mut v4lxx_context, v4lxx_event_fn, *mut ::core::ffi::c_void, v4lxx_destroy_fn, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_context_set_log(*mut v4lxx_context, v4lxx_log_level, v4lxx_log_fn, *mut ::core::ffi::c_void, v4lxx_destroy_fn, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_context_start_thread(*mut v4lxx_context, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_context_stop_thread(*mut v4lxx_context));
signature!(v4lxx_context_unref(*mut v4lxx_context));
signature!(v4lxx_control_get_default(*const v4lxx_control) -> i64);
signature!(v4lxx_control_get_element_count(*const v4lxx_control) -> u32);
signature!(v4lxx_control_get_flags(*const v4lxx_control) -> u32);
signature!(v4lxx_control_get_flaw(*const v4lxx_control) -> *const ::core::ffi::c_char);
signature!(v4lxx_control_get_id(*const v4lxx_control) -> u32);
signature!(v4lxx_control_get_item_count(*const v4lxx_control) -> u32);
signature!(v4lxx_control_get_item_index(*const v4lxx_control, u32) -> u32);
signature!(v4lxx_control_get_item_name(*const v4lxx_control, u32) -> *const ::core::ffi::c_char);
signature!(v4lxx_control_get_item_value(*const v4lxx_control, u32) -> i64);
signature!(v4lxx_control_get_master(*const v4lxx_control) -> u32);
signature!(v4lxx_control_get_maximum(*const v4lxx_control) -> i64);
signature!(v4lxx_control_get_minimum(*const v4lxx_control) -> i64);
signature!(v4lxx_control_get_name(*const v4lxx_control) -> *const ::core::ffi::c_char);
signature!(v4lxx_control_get_short_name(*const v4lxx_control) -> *const ::core::ffi::c_char);
signature!(v4lxx_control_get_step(*const v4lxx_control) -> u64);
signature!(v4lxx_control_get_type(*const v4lxx_control) -> u32);
signature!(v4lxx_control_list_get(*const v4lxx_control_list, u32) -> *mut v4lxx_control);
signature!(v4lxx_control_list_get_count(*const v4lxx_control_list) -> u32);
signature!(v4lxx_control_list_unref(*mut v4lxx_control_list));
signature!(v4lxx_control_parse_value(*const v4lxx_control, *const ::core::ffi::c_char, *mut i64, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_control_ref(*mut v4lxx_control) -> *mut v4lxx_control);
signature!(v4lxx_control_unref(*mut v4lxx_control));
signature!(v4lxx_converted_time_init(*mut v4lxx_converted_time, u32));
signature!(v4lxx_device_close(*mut v4lxx_device));
signature!(v4lxx_device_close_within(*mut v4lxx_device, i64, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_find_control(*mut v4lxx_device, *const ::core::ffi::c_char, *mut *mut v4lxx_control, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_find_control_by_id(*mut v4lxx_device, u32, *mut *mut v4lxx_control, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_find_input(*mut v4lxx_device, *const ::core::ffi::c_char, *mut u32, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_find_standard(*mut v4lxx_device, *const ::core::ffi::c_char, *mut u64, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_find_timings(*mut v4lxx_device, *const ::core::ffi::c_char, *mut v4lxx_timings, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_get_info(*const v4lxx_device) -> *mut v4lxx_device_info);
signature!(v4lxx_device_info_get_bus(*const v4lxx_device_info) -> *const ::core::ffi::c_char);
signature!(v4lxx_device_info_get_capabilities(*const v4lxx_device_info) -> u32);
signature!(v4lxx_device_info_get_card(*const v4lxx_device_info) -> *const ::core::ffi::c_char);
signature!(v4lxx_device_info_get_driver(*const v4lxx_device_info) -> *const ::core::ffi::c_char);
signature!(v4lxx_device_info_get_error(*const v4lxx_device_info) -> *const v4lxx_error);
signature!(v4lxx_device_info_get_id(*const v4lxx_device_info) -> *const ::core::ffi::c_char);
signature!(v4lxx_device_info_get_media_path(*const v4lxx_device_info) -> *const ::core::ffi::c_char);
signature!(v4lxx_device_info_get_node(*const v4lxx_device_info, u32) -> *mut v4lxx_device_info);
signature!(v4lxx_device_info_get_node_count(*const v4lxx_device_info) -> u32);
signature!(v4lxx_device_info_get_path(*const v4lxx_device_info) -> *const ::core::ffi::c_char);
signature!(v4lxx_device_info_get_role(*const v4lxx_device_info) -> v4lxx_node_role);
signature!(v4lxx_device_info_get_serial(*const v4lxx_device_info) -> *const ::core::ffi::c_char);
signature!(v4lxx_device_info_get_usb_product(*const v4lxx_device_info) -> u32);
signature!(v4lxx_device_info_get_usb_vendor(*const v4lxx_device_info) -> u32);
signature!(v4lxx_device_info_is_camera(*const v4lxx_device_info) -> v4lxx_bool);
signature!(v4lxx_device_info_is_simulated(*const v4lxx_device_info) -> v4lxx_bool);
signature!(v4lxx_device_info_ref(*mut v4lxx_device_info) -> *mut v4lxx_device_info);
signature!(v4lxx_device_info_unref(*mut v4lxx_device_info));
signature!(v4lxx_device_list_controls(*mut v4lxx_device, *mut *mut v4lxx_control_list, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_list_formats(*mut v4lxx_device, *mut *mut v4lxx_format_list, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_list_get(*const v4lxx_device_list, u32) -> *mut v4lxx_device_info);
signature!(v4lxx_device_list_get_count(*const v4lxx_device_list) -> u32);
signature!(v4lxx_device_list_get_note(*const v4lxx_device_list) -> *const ::core::ffi::c_char);
signature!(v4lxx_device_list_inputs(*mut v4lxx_device, *mut *mut v4lxx_input_list, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_list_intervals(*mut v4lxx_device, u32, u32, u32, *mut *mut v4lxx_interval_list, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_list_modes(*mut v4lxx_device, *const v4lxx_wish, *const u32, u32, *mut *mut v4lxx_mode_list, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_list_sizes(*mut v4lxx_device, u32, *mut *mut v4lxx_size_list, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_list_standards(*mut v4lxx_device, *mut *mut v4lxx_standard_list, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_list_timings(*mut v4lxx_device, *mut *mut v4lxx_timings_list, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_list_unref(*mut v4lxx_device_list));
signature!(v4lxx_device_negotiate(*mut v4lxx_device, *const v4lxx_wish, *const u32, u32, *mut v4lxx_negotiation, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_open(*mut v4lxx_context, *const ::core::ffi::c_char, *const v4lxx_device_options, *mut *mut v4lxx_device, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_open_fd(*mut v4lxx_context, i32, *const v4lxx_device_options, *mut *mut v4lxx_device, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_options_init(*mut v4lxx_device_options, u32));
signature!(v4lxx_device_query_standard(*mut v4lxx_device, *mut u64, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_query_timings(*mut v4lxx_device, *mut v4lxx_timings, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_read_control_i64(*mut v4lxx_device, *const v4lxx_control, *mut i64, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_read_control_string(*mut v4lxx_device, *const v4lxx_control, *mut ::core::ffi::c_void, u32, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_read_format(*mut v4lxx_device, *mut v4lxx_format, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_read_input(*mut v4lxx_device, *mut u32, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_read_interval(*mut v4lxx_device, *mut v4lxx_fraction, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_read_selection(*mut v4lxx_device, v4lxx_selection_target, *mut v4lxx_rectangle, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_read_signal(*mut v4lxx_device, *mut v4lxx_signal, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_read_standard(*mut v4lxx_device, *mut u64, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_read_timings(*mut v4lxx_device, *mut v4lxx_timings, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_read_timings_capabilities(*mut v4lxx_device, *mut v4lxx_timings_capabilities, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_ref(*mut v4lxx_device) -> *mut v4lxx_device);
signature!(v4lxx_device_select_input(*mut v4lxx_device, u32, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_set_control_i64(*mut v4lxx_device, *const v4lxx_control, i64, *mut i64, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_set_control_string(*mut v4lxx_device, *const v4lxx_control, *const ::core::ffi::c_char, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_set_format(*mut v4lxx_device, *mut v4lxx_format, *mut u32, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_set_interval(*mut v4lxx_device, *mut v4lxx_fraction, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_set_selection(*mut v4lxx_device, v4lxx_selection_target, u32, *mut v4lxx_rectangle, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_set_standard(*mut v4lxx_device, u64, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_set_timings(*mut v4lxx_device, *mut v4lxx_timings, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_try_format(*mut v4lxx_device, *mut v4lxx_format, *mut u32, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_device_unref(*mut v4lxx_device));
signature!(v4lxx_errno_find(*const ::core::ffi::c_char) -> i32);
signature!(v4lxx_errno_get_explanation(i32) -> *const ::core::ffi::c_char);
signature!(v4lxx_errno_get_name(i32) -> *const ::core::ffi::c_char);
signature!(v4lxx_error_free(*mut v4lxx_error));
signature!(v4lxx_error_get_advice(*const v4lxx_error) -> *const ::core::ffi::c_char);
signature!(v4lxx_error_get_answer(*const v4lxx_error) -> *const ::core::ffi::c_char);
signature!(v4lxx_error_get_asked(*const v4lxx_error) -> *const ::core::ffi::c_char);
signature!(v4lxx_error_get_cause(*const v4lxx_error) -> *const ::core::ffi::c_char);
signature!(v4lxx_error_get_code(*const v4lxx_error) -> v4lxx_code);
signature!(v4lxx_error_get_device(*const v4lxx_error) -> *const ::core::ffi::c_char);
signature!(v4lxx_error_get_errno(*const v4lxx_error) -> i32);
signature!(v4lxx_error_get_field(*const v4lxx_error) -> *const ::core::ffi::c_char);
signature!(v4lxx_error_get_message(*const v4lxx_error) -> *const ::core::ffi::c_char);
signature!(v4lxx_error_get_operation(*const v4lxx_error) -> *const ::core::ffi::c_char);
signature!(v4lxx_error_get_request(*const v4lxx_error) -> *const ::core::ffi::c_char);
signature!(v4lxx_error_get_status(*const v4lxx_error) -> v4lxx_status);
signature!(v4lxx_error_is_cause_checked(*const v4lxx_error) -> v4lxx_bool);
signature!(v4lxx_event_get_device(*const v4lxx_event) -> *mut v4lxx_device_info);
signature!(v4lxx_event_get_text(*const v4lxx_event) -> *const ::core::ffi::c_char);
signature!(v4lxx_event_info_init(*mut v4lxx_event_info, u32));
signature!(v4lxx_event_kind_get_name(v4lxx_event_kind) -> *const ::core::ffi::c_char);
signature!(v4lxx_event_read_info(*const v4lxx_event, *mut v4lxx_event_info, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_event_ref(*mut v4lxx_event) -> *mut v4lxx_event);
signature!(v4lxx_event_unref(*mut v4lxx_event));
signature!(v4lxx_examination_get_advice(*const v4lxx_examination, u32) -> *const ::core::ffi::c_char);
signature!(v4lxx_examination_get_check(*const v4lxx_examination, u32) -> v4lxx_check);
signature!(v4lxx_examination_get_code(*const v4lxx_examination, u32) -> v4lxx_code);
signature!(v4lxx_examination_get_count(*const v4lxx_examination) -> u32);
signature!(v4lxx_examination_get_device(*const v4lxx_examination, u32) -> *const ::core::ffi::c_char);
signature!(v4lxx_examination_get_found(*const v4lxx_examination, u32) -> *const ::core::ffi::c_char);
signature!(v4lxx_examination_get_meaning(*const v4lxx_examination, u32) -> *const ::core::ffi::c_char);
signature!(v4lxx_examination_get_severity(*const v4lxx_examination, u32) -> v4lxx_severity);
signature!(v4lxx_examination_get_worst(*const v4lxx_examination) -> v4lxx_severity);
signature!(v4lxx_examination_is_meaning_checked(*const v4lxx_examination, u32) -> v4lxx_bool);
signature!(v4lxx_examination_unref(*mut v4lxx_examination));
signature!(v4lxx_format_init(*mut v4lxx_format, u32));
signature!(v4lxx_format_list_get_count(*const v4lxx_format_list) -> u32);
signature!(v4lxx_format_list_get_description(*const v4lxx_format_list, u32) -> *const ::core::ffi::c_char);
signature!(v4lxx_format_list_get_flags(*const v4lxx_format_list, u32) -> u32);
signature!(v4lxx_format_list_get_fourcc(*const v4lxx_format_list, u32) -> u32);
signature!(v4lxx_format_list_unref(*mut v4lxx_format_list));
signature!(v4lxx_frame_convert_time(*const v4lxx_frame, v4lxx_clock, *mut v4lxx_converted_time, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_frame_encode(*const v4lxx_frame, v4lxx_image_type, *const v4lxx_image_options, *mut *mut v4lxx_bytes, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_frame_get_plane_data(*const v4lxx_frame, u32, *mut usize) -> *const ::core::ffi::c_void);
signature!(v4lxx_frame_info_init(*mut v4lxx_frame_info, u32));
signature!(v4lxx_frame_measure_luma(*const v4lxx_frame, *mut u32, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_frame_read_info(*const v4lxx_frame, *mut v4lxx_frame_info, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_frame_ref(*mut v4lxx_frame) -> *mut v4lxx_frame);
signature!(v4lxx_frame_set_get_frame(*const v4lxx_frame_set, u32) -> *mut v4lxx_frame);
signature!(v4lxx_frame_set_get_moment(*const v4lxx_frame_set, u32) -> i64);
signature!(v4lxx_frame_set_holder(*mut v4lxx_frame, u64));
signature!(v4lxx_frame_set_info_init(*mut v4lxx_frame_set_info, u32));
signature!(v4lxx_frame_set_read_info(*const v4lxx_frame_set, *mut v4lxx_frame_set_info, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_frame_set_ref(*mut v4lxx_frame_set) -> *mut v4lxx_frame_set);
signature!(v4lxx_frame_set_unref(*mut v4lxx_frame_set));
signature!(v4lxx_frame_unref(*mut v4lxx_frame));
signature!(v4lxx_group_add_stream(*mut v4lxx_group, *mut v4lxx_stream, i64, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_group_camera_init(*mut v4lxx_group_camera, u32));
signature!(v4lxx_group_cancel(*mut v4lxx_group));
signature!(v4lxx_group_create(*mut v4lxx_context, *const v4lxx_group_options, *mut *mut v4lxx_group, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_group_get_fd(*mut v4lxx_group) -> i32);
signature!(v4lxx_group_next(*mut v4lxx_group, i64, *mut *mut v4lxx_frame_set, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_group_options_init(*mut v4lxx_group_options, u32));
signature!(v4lxx_group_read_camera(*mut v4lxx_group, u32, *mut v4lxx_group_camera, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_group_read_statistics(*mut v4lxx_group, *mut v4lxx_group_statistics, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_group_ref(*mut v4lxx_group) -> *mut v4lxx_group);
signature!(v4lxx_group_statistics_init(*mut v4lxx_group_statistics, u32));
signature!(v4lxx_group_unref(*mut v4lxx_group));
signature!(v4lxx_held_frame_init(*mut v4lxx_held_frame, u32));
signature!(v4lxx_held_list_at(*const v4lxx_held_list, u32, *mut v4lxx_held_frame, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_held_list_get_count(*const v4lxx_held_list) -> u32);
signature!(v4lxx_held_list_unref(*mut v4lxx_held_list));
signature!(v4lxx_histogram_get_bound(u32) -> i64);
signature!(v4lxx_histogram_get_quantile(*const v4lxx_histogram, u32) -> i64);
signature!(v4lxx_image_options_init(*mut v4lxx_image_options, u32));
signature!(v4lxx_image_supports(u32, v4lxx_image_type) -> v4lxx_bool);
signature!(v4lxx_input_info_init(*mut v4lxx_input_info, u32));
signature!(v4lxx_input_list_at(*const v4lxx_input_list, u32, *mut v4lxx_input_info, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_input_list_get_count(*const v4lxx_input_list) -> u32);
signature!(v4lxx_input_list_get_name(*const v4lxx_input_list, u32) -> *const ::core::ffi::c_char);
signature!(v4lxx_input_list_unref(*mut v4lxx_input_list));
signature!(v4lxx_input_status_get_text(v4lxx_input_status) -> *const ::core::ffi::c_char);
signature!(v4lxx_interval_list_at(*const v4lxx_interval_list, u32, *mut v4lxx_interval_range, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_interval_list_get_count(*const v4lxx_interval_list) -> u32);
signature!(v4lxx_interval_list_unref(*mut v4lxx_interval_list));
signature!(v4lxx_interval_range_init(*mut v4lxx_interval_range, u32));
signature!(v4lxx_log_level_get_name(v4lxx_log_level) -> *const ::core::ffi::c_char);
signature!(v4lxx_log_record_get_code(*const v4lxx_log_record) -> v4lxx_code);
signature!(v4lxx_log_record_get_device(*const v4lxx_log_record) -> *const ::core::ffi::c_char);
signature!(v4lxx_log_record_get_left_out(*const v4lxx_log_record) -> u64);
signature!(v4lxx_log_record_get_level(*const v4lxx_log_record) -> v4lxx_log_level);
signature!(v4lxx_log_record_get_message(*const v4lxx_log_record) -> *const ::core::ffi::c_char);
signature!(v4lxx_log_record_get_topic(*const v4lxx_log_record) -> v4lxx_log_topic);
signature!(v4lxx_mode_init(*mut v4lxx_mode, u32));
signature!(v4lxx_mode_list_at(*const v4lxx_mode_list, u32, *mut v4lxx_mode, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_mode_list_get_count(*const v4lxx_mode_list) -> u32);
signature!(v4lxx_mode_list_get_reason(*const v4lxx_mode_list, u32) -> *const ::core::ffi::c_char);
signature!(v4lxx_mode_list_unref(*mut v4lxx_mode_list));
signature!(v4lxx_negotiation_init(*mut v4lxx_negotiation, u32));
signature!(v4lxx_pixel_format_describe(u32, *mut v4lxx_pixel_format_info, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_pixel_format_find(*const ::core::ffi::c_char) -> u32);
signature!(v4lxx_pixel_format_get_count() -> u32);
signature!(v4lxx_pixel_format_get_fourcc(u32) -> u32);
signature!(v4lxx_pixel_format_get_name(u32) -> *const ::core::ffi::c_char);
signature!(v4lxx_pixel_format_info_init(*mut v4lxx_pixel_format_info, u32));
signature!(v4lxx_settling_add_frame(*mut v4lxx_settling, *const v4lxx_frame, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_settling_init(*mut v4lxx_settling, u32));
signature!(v4lxx_severity_get_name(v4lxx_severity) -> *const ::core::ffi::c_char);
signature!(v4lxx_signal_init(*mut v4lxx_signal, u32));
signature!(v4lxx_size_list_at(*const v4lxx_size_list, u32, *mut v4lxx_size_range, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_size_list_get_count(*const v4lxx_size_list) -> u32);
signature!(v4lxx_size_list_unref(*mut v4lxx_size_list));
signature!(v4lxx_size_range_init(*mut v4lxx_size_range, u32));
signature!(v4lxx_standard_find(*const ::core::ffi::c_char) -> u64);
signature!(v4lxx_standard_get_name(u64) -> *const ::core::ffi::c_char);
signature!(v4lxx_standard_info_init(*mut v4lxx_standard_info, u32));
signature!(v4lxx_standard_list_at(*const v4lxx_standard_list, u32, *mut v4lxx_standard_info, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_standard_list_get_count(*const v4lxx_standard_list) -> u32);
signature!(v4lxx_standard_list_get_name(*const v4lxx_standard_list, u32) -> *const ::core::ffi::c_char);
signature!(v4lxx_standard_list_unref(*mut v4lxx_standard_list));
signature!(v4lxx_status_get_meaning(v4lxx_status) -> *const ::core::ffi::c_char);
signature!(v4lxx_status_get_name(v4lxx_status) -> *const ::core::ffi::c_char);
signature!(v4lxx_stream_account_init(*mut v4lxx_stream_account, u32));
signature!(v4lxx_stream_cancel(*mut v4lxx_stream));
signature!(v4lxx_stream_check_rate(*mut v4lxx_stream, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_stream_close(*mut v4lxx_stream));
signature!(v4lxx_stream_close_within(*mut v4lxx_stream, i64, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_stream_create(*mut v4lxx_device, *const v4lxx_stream_options, *mut *mut v4lxx_stream, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_stream_dequeue(*mut v4lxx_stream, i64, *mut *mut v4lxx_frame, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_stream_dequeue_many(*mut v4lxx_stream, *mut *mut v4lxx_frame, u32, i64, *mut u32, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_stream_dispatch(*mut v4lxx_stream, i64, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_stream_find_frame(*mut v4lxx_stream, u64, *mut v4lxx_held_frame, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_stream_get_buffer_count(*const v4lxx_stream) -> u32);
signature!(v4lxx_stream_get_fd(*mut v4lxx_stream) -> i32);
signature!(v4lxx_stream_get_steps_down(*const v4lxx_stream) -> u32);
signature!(v4lxx_stream_get_time_left(*mut v4lxx_stream, i64) -> i64);
signature!(v4lxx_stream_list_held(*mut v4lxx_stream, *mut *mut v4lxx_held_list, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_stream_options_init(*mut v4lxx_stream_options, u32));
signature!(v4lxx_stream_rate_init(*mut v4lxx_stream_rate, u32));
signature!(v4lxx_stream_read(*mut v4lxx_stream, *mut ::core::ffi::c_void, usize, v4lxx_read_mode, i64, *mut usize, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_stream_read_account(*mut v4lxx_stream, *mut v4lxx_stream_account, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_stream_read_format(*mut v4lxx_stream, *mut v4lxx_format, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_stream_read_interval(*mut v4lxx_stream, *mut v4lxx_fraction, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_stream_read_rate(*mut v4lxx_stream, *mut v4lxx_stream_rate, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_stream_read_state(*mut v4lxx_stream, *mut v4lxx_stream_state, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_stream_read_statistics(*mut v4lxx_stream, *mut v4lxx_stream_statistics, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_stream_reconfigure(*mut v4lxx_stream, *const v4lxx_stream_options, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_stream_ref(*mut v4lxx_stream) -> *mut v4lxx_stream);
signature!(v4lxx_stream_set_frame_callback(*mut v4lxx_stream, v4lxx_frame_fn, *mut ::core::ffi::c_void, v4lxx_destroy_fn, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_stream_start(*mut v4lxx_stream, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_stream_state_init(*mut v4lxx_stream_state, u32));
signature!(v4lxx_stream_statistics_init(*mut v4lxx_stream_statistics, u32));
signature!(v4lxx_stream_stop(*mut v4lxx_stream, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_stream_unref(*mut v4lxx_stream));
signature!(v4lxx_supports(v4lxx_feature) -> v4lxx_bool);
signature!(v4lxx_timings_capabilities_init(*mut v4lxx_timings_capabilities, u32));
signature!(v4lxx_timings_init(*mut v4lxx_timings, u32));
signature!(v4lxx_timings_list_at(*const v4lxx_timings_list, u32, *mut v4lxx_timings, *mut *mut v4lxx_error) -> v4lxx_status);
signature!(v4lxx_timings_list_get_count(*const v4lxx_timings_list) -> u32);
signature!(v4lxx_timings_list_get_name(*const v4lxx_timings_list, u32) -> *const ::core::ffi::c_char);
signature!(v4lxx_timings_list_unref(*mut v4lxx_timings_list));
signature!(v4lxx_version_at_least(u32, u32, u32) -> v4lxx_bool);
signature!(v4lxx_version_get_number() -> u32);
signature!(v4lxx_version_get_string() -> *const ::core::ffi::c_char);
signature!(v4lxx_wish_init(*mut v4lxx_wish, u32));
const FUNCTIONS: &[&str] = &[
    "v4lxx_bytes_get_data",
    "v4lxx_bytes_ref",
    "v4lxx_bytes_unref",
    "v4lxx_check_get_name",
    "v4lxx_code_find",
    "v4lxx_code_get_advice",
    "v4lxx_code_get_explanation",
    "v4lxx_code_get_meaning",
    "v4lxx_code_get_name",
    "v4lxx_code_get_status",
    "v4lxx_context_add_simulated",
    "v4lxx_context_add_stream",
    "v4lxx_context_cancel",
    "v4lxx_context_convert_time",
    "v4lxx_context_create",
    "v4lxx_context_dequeue",
    "v4lxx_context_dispatch",
    "v4lxx_context_examine",
    "v4lxx_context_get_fd",
    "v4lxx_context_get_log_left_out",
    "v4lxx_context_get_missed_events",
    "v4lxx_context_get_time_left",
    "v4lxx_context_list_devices",
    "v4lxx_context_listen",
    "v4lxx_context_next_event",
    "v4lxx_context_options_init",
    "v4lxx_context_ref",
    "v4lxx_context_remove_stream",
    "v4lxx_context_set_event_callback",
    "v4lxx_context_set_log",
    "v4lxx_context_start_thread",
    "v4lxx_context_stop_thread",
    "v4lxx_context_unref",
    "v4lxx_control_get_default",
    "v4lxx_control_get_element_count",
    "v4lxx_control_get_flags",
    "v4lxx_control_get_flaw",
    "v4lxx_control_get_id",
    "v4lxx_control_get_item_count",
    "v4lxx_control_get_item_index",
    "v4lxx_control_get_item_name",
    "v4lxx_control_get_item_value",
    "v4lxx_control_get_master",
    "v4lxx_control_get_maximum",
    "v4lxx_control_get_minimum",
    "v4lxx_control_get_name",
    "v4lxx_control_get_short_name",
    "v4lxx_control_get_step",
    "v4lxx_control_get_type",
    "v4lxx_control_list_get",
    "v4lxx_control_list_get_count",
    "v4lxx_control_list_unref",
    "v4lxx_control_parse_value",
    "v4lxx_control_ref",
    "v4lxx_control_unref",
    "v4lxx_converted_time_init",
    "v4lxx_device_close",
    "v4lxx_device_close_within",
    "v4lxx_device_find_control",
    "v4lxx_device_find_control_by_id",
    "v4lxx_device_find_input",
    "v4lxx_device_find_standard",
    "v4lxx_device_find_timings",
    "v4lxx_device_get_info",
    "v4lxx_device_info_get_bus",
    "v4lxx_device_info_get_capabilities",
    "v4lxx_device_info_get_card",
    "v4lxx_device_info_get_driver",
    "v4lxx_device_info_get_error",
    "v4lxx_device_info_get_id",
    "v4lxx_device_info_get_media_path",
    "v4lxx_device_info_get_node",
    "v4lxx_device_info_get_node_count",
    "v4lxx_device_info_get_path",
    "v4lxx_device_info_get_role",
    "v4lxx_device_info_get_serial",
    "v4lxx_device_info_get_usb_product",
    "v4lxx_device_info_get_usb_vendor",
    "v4lxx_device_info_is_camera",
    "v4lxx_device_info_is_simulated",
    "v4lxx_device_info_ref",
    "v4lxx_device_info_unref",
    "v4lxx_device_list_controls",
    "v4lxx_device_list_formats",
    "v4lxx_device_list_get",
    "v4lxx_device_list_get_count",
    "v4lxx_device_list_get_note",
    "v4lxx_device_list_inputs",
    "v4lxx_device_list_intervals",
    "v4lxx_device_list_modes",
    "v4lxx_device_list_sizes",
    "v4lxx_device_list_standards",
    "v4lxx_device_list_timings",
    "v4lxx_device_list_unref",
    "v4lxx_device_negotiate",
    "v4lxx_device_open",
    "v4lxx_device_open_fd",
    "v4lxx_device_options_init",
    "v4lxx_device_query_standard",
    "v4lxx_device_query_timings",
    "v4lxx_device_read_control_i64",
    "v4lxx_device_read_control_string",
    "v4lxx_device_read_format",
    "v4lxx_device_read_input",
    "v4lxx_device_read_interval",
    "v4lxx_device_read_selection",
    "v4lxx_device_read_signal",
    "v4lxx_device_read_standard",
    "v4lxx_device_read_timings",
    "v4lxx_device_read_timings_capabilities",
    "v4lxx_device_ref",
    "v4lxx_device_select_input",
    "v4lxx_device_set_control_i64",
    "v4lxx_device_set_control_string",
    "v4lxx_device_set_format",
    "v4lxx_device_set_interval",
    "v4lxx_device_set_selection",
    "v4lxx_device_set_standard",
    "v4lxx_device_set_timings",
    "v4lxx_device_try_format",
    "v4lxx_device_unref",
    "v4lxx_errno_find",
    "v4lxx_errno_get_explanation",
    "v4lxx_errno_get_name",
    "v4lxx_error_free",
    "v4lxx_error_get_advice",
    "v4lxx_error_get_answer",
    "v4lxx_error_get_asked",
    "v4lxx_error_get_cause",
    "v4lxx_error_get_code",
    "v4lxx_error_get_device",
    "v4lxx_error_get_errno",
    "v4lxx_error_get_field",
    "v4lxx_error_get_message",
    "v4lxx_error_get_operation",
    "v4lxx_error_get_request",
    "v4lxx_error_get_status",
    "v4lxx_error_is_cause_checked",
    "v4lxx_event_get_device",
    "v4lxx_event_get_text",
    "v4lxx_event_info_init",
    "v4lxx_event_kind_get_name",
    "v4lxx_event_read_info",
    "v4lxx_event_ref",
    "v4lxx_event_unref",
    "v4lxx_examination_get_advice",
    "v4lxx_examination_get_check",
    "v4lxx_examination_get_code",
    "v4lxx_examination_get_count",
    "v4lxx_examination_get_device",
    "v4lxx_examination_get_found",
    "v4lxx_examination_get_meaning",
    "v4lxx_examination_get_severity",
    "v4lxx_examination_get_worst",
    "v4lxx_examination_is_meaning_checked",
    "v4lxx_examination_unref",
    "v4lxx_format_init",
    "v4lxx_format_list_get_count",
    "v4lxx_format_list_get_description",
    "v4lxx_format_list_get_flags",
    "v4lxx_format_list_get_fourcc",
    "v4lxx_format_list_unref",
    "v4lxx_frame_convert_time",
    "v4lxx_frame_encode",
    "v4lxx_frame_get_plane_data",
    "v4lxx_frame_info_init",
    "v4lxx_frame_measure_luma",
    "v4lxx_frame_read_info",
    "v4lxx_frame_ref",
    "v4lxx_frame_set_get_frame",
    "v4lxx_frame_set_get_moment",
    "v4lxx_frame_set_holder",
    "v4lxx_frame_set_info_init",
    "v4lxx_frame_set_read_info",
    "v4lxx_frame_set_ref",
    "v4lxx_frame_set_unref",
    "v4lxx_frame_unref",
    "v4lxx_group_add_stream",
    "v4lxx_group_camera_init",
    "v4lxx_group_cancel",
    "v4lxx_group_create",
    "v4lxx_group_get_fd",
    "v4lxx_group_next",
    "v4lxx_group_options_init",
    "v4lxx_group_read_camera",
    "v4lxx_group_read_statistics",
    "v4lxx_group_ref",
    "v4lxx_group_statistics_init",
    "v4lxx_group_unref",
    "v4lxx_held_frame_init",
    "v4lxx_held_list_at",
    "v4lxx_held_list_get_count",
    "v4lxx_held_list_unref",
    "v4lxx_histogram_get_bound",
    "v4lxx_histogram_get_quantile",
    "v4lxx_image_options_init",
    "v4lxx_image_supports",
    "v4lxx_input_info_init",
    "v4lxx_input_list_at",
    "v4lxx_input_list_get_count",
    "v4lxx_input_list_get_name",
    "v4lxx_input_list_unref",
    "v4lxx_input_status_get_text",
    "v4lxx_interval_list_at",
    "v4lxx_interval_list_get_count",
    "v4lxx_interval_list_unref",
    "v4lxx_interval_range_init",
    "v4lxx_log_level_get_name",
    "v4lxx_log_record_get_code",
    "v4lxx_log_record_get_device",
    "v4lxx_log_record_get_left_out",
    "v4lxx_log_record_get_level",
    "v4lxx_log_record_get_message",
    "v4lxx_log_record_get_topic",
    "v4lxx_mode_init",
    "v4lxx_mode_list_at",
    "v4lxx_mode_list_get_count",
    "v4lxx_mode_list_get_reason",
    "v4lxx_mode_list_unref",
    "v4lxx_negotiation_init",
    "v4lxx_pixel_format_describe",
    "v4lxx_pixel_format_find",
    "v4lxx_pixel_format_get_count",
    "v4lxx_pixel_format_get_fourcc",
    "v4lxx_pixel_format_get_name",
    "v4lxx_pixel_format_info_init",
    "v4lxx_settling_add_frame",
    "v4lxx_settling_init",
    "v4lxx_severity_get_name",
    "v4lxx_signal_init",
    "v4lxx_size_list_at",
    "v4lxx_size_list_get_count",
    "v4lxx_size_list_unref",
    "v4lxx_size_range_init",
    "v4lxx_standard_find",
    "v4lxx_standard_get_name",
    "v4lxx_standard_info_init",
    "v4lxx_standard_list_at",
    "v4lxx_standard_list_get_count",
    "v4lxx_standard_list_get_name",
    "v4lxx_standard_list_unref",
    "v4lxx_status_get_meaning",
    "v4lxx_status_get_name",
    "v4lxx_stream_account_init",
    "v4lxx_stream_cancel",
    "v4lxx_stream_check_rate",
    "v4lxx_stream_close",
    "v4lxx_stream_close_within",
    "v4lxx_stream_create",
    "v4lxx_stream_dequeue",
    "v4lxx_stream_dequeue_many",
    "v4lxx_stream_dispatch",
    "v4lxx_stream_find_frame",
    "v4lxx_stream_get_buffer_count",
    "v4lxx_stream_get_fd",
    "v4lxx_stream_get_steps_down",
    "v4lxx_stream_get_time_left",
    "v4lxx_stream_list_held",
    "v4lxx_stream_options_init",
    "v4lxx_stream_rate_init",
    "v4lxx_stream_read",
    "v4lxx_stream_read_account",
    "v4lxx_stream_read_format",
    "v4lxx_stream_read_interval",
    "v4lxx_stream_read_rate",
    "v4lxx_stream_read_state",
    "v4lxx_stream_read_statistics",
    "v4lxx_stream_reconfigure",
    "v4lxx_stream_ref",
    "v4lxx_stream_set_frame_callback",
    "v4lxx_stream_start",
    "v4lxx_stream_state_init",
    "v4lxx_stream_statistics_init",
    "v4lxx_stream_stop",
    "v4lxx_stream_unref",
    "v4lxx_supports",
    "v4lxx_timings_capabilities_init",
    "v4lxx_timings_init",
    "v4lxx_timings_list_at",
    "v4lxx_timings_list_get_count",
    "v4lxx_timings_list_get_name",
    "v4lxx_timings_list_unref",
    "v4lxx_version_at_least",
    "v4lxx_version_get_number",
    "v4lxx_version_get_string",
    "v4lxx_wish_init",
];
