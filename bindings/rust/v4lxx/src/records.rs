// SPDX-License-Identifier: MIT
//! Generated from abi/v0/api.json by abi/tools/gen_rust.py; do not edit.

use crate::values::*;
use crate::{Array, FourCc, macros::record};

record! { versioned
    /// A time by another clock, and how exact it is.
    ConvertedTime = v4lxx_converted_time {
        /// The clock of time_ns
        clock: Clock = clock,
        /// What that clock showed then
        time_ns: i64 = time_ns,
        /// It showed no less than time_ns - error_ns and no more than time_ns + error_ns
        error_ns: i64 = error_ns,
        /// How often the clocks were seen to be set, or the machine to have slept, since the first conversion
        steps: u32 = steps,
        /// From or to `V4LXX_CLOCK_TAI`: how far it is ahead of REALTIME; 0: the kernel was not told
        tai_offset_s: i32 = tai_offset_s,
    }
}

record! { versioned
    /// What is known of an event, in numbers; zero where the kind does not tell.
    EventInfo = v4lxx_event_info {
        /// One of [`EventKind`](crate::EventKind)
        kind: EventKind = kind,
        /// When it was told, CLOCK_MONOTONIC
        time_ns: i64 = time_ns,
        /// Of the stream, as it was given to `v4lxx_context_add_stream()`; 0 outside of a loop
        tag: u64 = tag,
        /// SOURCE_CHANGED: the bits `V4L2_EVENT_SRC_CH_` of the kernel; 1 is the resolution
        source_changes: u32 = source_changes,
        /// LEFT_LOOP, DEVICE_LOST: why, one of [`Code`](crate::Code); STALLED: that, if it was too long
        code: Code = code,
        /// SOURCE_CHANGED: of the frames that came until now, pixels
        old_width: u32 = old_width,
        /// Pixels
        old_height: u32 = old_height,
        /// Of the source now, pixels; 0 if there is no signal, or the driver does not tell
        new_width: u32 = new_width,
        /// Pixels
        new_height: u32 = new_height,
        /// DEVICE_BACK: how often it was looked for
        attempts: u32 = attempts,
        /// SLOW_PROGRAM: not handed out since it began; STALLED: bad frames among the answers
        frames_lost: u64 = frames_lost,
        /// SLOW_PROGRAM: frames that were
        frames_delivered: u64 = frames_delivered,
        /// SLOW_PROGRAM, STALLED: for how long; DEVICE_BACK: how long it was away
        span_ns: i64 = span_ns,
    }
}

record! { versioned
    /// A picture format.
    ///
    /// For `v4lxx_device_set_format()` a zero field means "as it is" or "let the driver choose". One model for the single- and the multi-planar API: `memory_plane_count` separate blocks of memory.
    Format = v4lxx_format {
        /// Pixel format code of V4L2
        fourcc: FourCc = fourcc,
        /// Pixels
        width: u32 = width,
        /// Pixels
        height: u32 = height,
        /// Enum `v4l2_field`; 1 is progressive
        field: u32 = field,
        /// Enum `v4l2_colorspace`
        colorspace: u32 = colorspace,
        /// Enum `v4l2_ycbcr_encoding`
        ycbcr_encoding: u32 = ycbcr_encoding,
        /// Enum `v4l2_quantization`
        quantization: u32 = quantization,
        /// Enum `v4l2_xfer_func`
        transfer_function: u32 = transfer_function,
        /// `V4L2_PIX_FMT_FLAG_` bits as granted; zero when setting
        flags: u32 = flags,
        /// 1 to 4; out only
        memory_plane_count: u32 = memory_plane_count,
        /// Distance of two rows in each memory plane; 0 for compressed formats
        stride_bytes: [u32; 4] = stride_bytes,
        /// Size of each memory plane; out only
        size_bytes: [u32; 4] = size_bytes,
    }
}

record! { frozen
    /// A ratio; a frame interval in seconds, a rate in frames per second.
    Fraction = v4lxx_fraction {
        /// Upper number
        numerator: u32 = numerator,
        /// Lower number; 0 means "not known"
        denominator: u32 = denominator,
    }
}

record! { versioned
    /// All that is known of a frame, by one call.
    ///
    /// Colour planes, whatever API the driver speaks: NV12 and NV12M look the same.
    FrameInfo = v4lxx_frame_info {
        /// Pixel format code
        fourcc: FourCc = fourcc,
        /// Pixels
        width: u32 = width,
        /// Pixels
        height: u32 = height,
        /// Enum `v4l2_field`
        field: u32 = field,
        /// Enum `v4l2_colorspace`
        colorspace: u32 = colorspace,
        /// Enum `v4l2_ycbcr_encoding`
        ycbcr_encoding: u32 = ycbcr_encoding,
        /// Enum `v4l2_quantization`
        quantization: u32 = quantization,
        /// Enum `v4l2_xfer_func`
        transfer_function: u32 = transfer_function,
        /// Bits of [`FrameFlags`](crate::FrameFlags)
        flags: FrameFlags = flags,
        /// Frame number since start, from 0; gaps are frames the driver dropped
        sequence: u32 = sequence,
        /// The kernel's own number
        driver_sequence: u32 = driver_sequence,
        /// The driver's time stamp
        timestamp_ns: i64 = timestamp_ns,
        /// The clock of timestamp_ns, as the driver says: UNKNOWN, MONOTONIC or COPY
        clock: Clock = clock,
        /// The moment timestamp_ns stands for
        timestamp_source: TimestampSource = timestamp_source,
        /// Colour planes, 1 to 4
        plane_count: u32 = plane_count,
        /// The kernel's buffer number
        buffer_index: u32 = buffer_index,
        /// Bytes of each colour plane that hold data
        plane_bytes: [u64; 4] = plane_bytes,
        /// Distance of two rows; 0 for compressed formats
        plane_stride: [u32; 4] = plane_stride,
        /// CLOCK_MONOTONIC when the library took the frame from the driver
        arrival_ns: i64 = arrival_ns,
        /// As `sequence`, and never wraps
        number: u64 = number,
        /// One of [`PictureType`](crate::PictureType)
        picture_type: PictureType = picture_type,
        /// Which start of the stream it is of, from 1
        generation: u32 = generation,
        /// `V4L2_TC_TYPE_`…; 0: there is no time code
        timecode_type: u32 = timecode_type,
        /// Bits of `V4L2_TC_FLAG_`… and of `V4L2_TC_USERBITS_field`
        timecode_flags: u32 = timecode_flags,
        /// Of the time code
        timecode_hours: u32 = timecode_hours,
        /// Of the time code
        timecode_minutes: u32 = timecode_minutes,
        /// Of the time code
        timecode_seconds: u32 = timecode_seconds,
        /// Of the time code
        timecode_frames: u32 = timecode_frames,
        /// Its four bytes, the first one lowest
        timecode_user_bits: u32 = timecode_user_bits,
        /// As `clock`; where the driver says UNKNOWN, what was found out, or UNKNOWN
        stamp_clock: Clock = stamp_clock,
        /// Of the part of the source that the frame shows (`V4LXX_SELECTION_CROP`)
        crop_left: i32 = crop_left,
        /// Its upper edge
        crop_top: i32 = crop_top,
        /// Its pixels across; 0: the driver has no such rectangle
        crop_width: u32 = crop_width,
        /// Its pixels down
        crop_height: u32 = crop_height,
    }
}

record! { versioned
    /// What is known of a set.
    FrameSetInfo = v4lxx_frame_set_info {
        /// Of the group, the missing ones included
        camera_count: u32 = camera_count,
        /// Of the sets of this group, from 0
        number: u64 = number,
        /// Which have a frame in it: bit 0 is the stream that was added first
        cameras: u64 = cameras,
        /// From the earliest to the latest of its frames; -1: their stamps cannot be compared
        skew_ns: i64 = skew_ns,
        /// There is a frame of each camera
        is_complete: bool = is_complete,
    }
}

record! { versioned
    /// How one camera of a group went.
    ///
    /// Its frames are those in sets, those that are unmatched or late, and those held.
    GroupCamera = v4lxx_group_camera {
        /// Frames that wait for partners now
        held: u32 = held,
        /// That came
        frames: u64 = frames,
        /// Of these, in complete sets
        in_complete: u64 = in_complete,
        /// In incomplete ones
        in_incomplete: u64 = in_incomplete,
        /// Not handed out, for want of partners
        unmatched: u64 = unmatched,
        /// Not handed out, because a later set was
        late: u64 = late,
        /// How often it was started again, or its driver counted anew
        resets: u64 = resets,
        /// From frame to frame, measured over about the last thousand; at first as its driver says
        interval_ns: i64 = interval_ns,
        /// Billionths that its intervals are longer than those of the first camera, beyond what drivers say
        drift_ppb: i64 = drift_ppb,
        /// Frames that drift_ppb was measured over, about; 0: it is not known
        drift_frames: u32 = drift_frames,
        /// It has ended, or its failure was told: no frame of it is waited for
        is_gone: bool = is_gone,
    }
}

record! { versioned
    /// How a group matches frames; zero in any field is the usual way.
    GroupOptions = v4lxx_group_options {
        /// By what frames belong together
        match_by: Match = match_by,
        /// How far apart stamps of one set may be; 0: half the shortest frame interval of the cameras
        tolerance_ns: i64 = tolerance_ns,
        /// How long a frame waits for partners; 0: while no more than most_held of its camera wait
        max_wait_ns: i64 = max_wait_ns,
        /// Frames of one camera that wait at most, 1 to 32; 0 is 2. Its driver is left a buffer in any case
        most_held: u32 = most_held,
        /// Bits of [`GroupFlags`](crate::GroupFlags); unknown bits fail with ERROR_ARGUMENT
        flags: GroupFlags = flags,
    }
}

record! { versioned
    /// How a group went since it was made.
    GroupStatistics = v4lxx_group_statistics {
        /// Streams in it
        camera_count: u32 = camera_count,
        /// Sets with a frame of each camera
        complete: u64 = complete,
        /// Sets without
        incomplete: u64 = incomplete,
        /// In use now; 0 with sequences
        tolerance_ns: i64 = tolerance_ns,
        /// In use now: `V4LXX_MATCH_STAMPS` or `V4LXX_MATCH_SEQUENCES`
        match_by: Match = match_by,
        /// Of complete sets
        skew: Histogram = skew,
    }
}

record! { versioned
    /// One frame that is held, or was: one whose references are 0 was given back.
    HeldFrame = v4lxx_held_frame {
        /// Which start of the stream it is of, from 1; one of an older start keeps no buffer of this one
        generation: u32 = generation,
        /// As in `v4lxx_frame_info`
        number: u64 = number,
        /// What `v4lxx_frame_set_holder()` said last; 0: nothing
        holder: u64 = holder,
        /// Of all planes
        bytes: u64 = bytes,
        /// As in `v4lxx_frame_info`
        arrival_ns: i64 = arrival_ns,
        /// Since then; -1: not known, because the stream is closed
        age_ns: i64 = age_ns,
        /// That have to be given back before the driver gets its buffer
        references: u32 = references,
        /// The kernel's buffer number
        buffer_index: u32 = buffer_index,
        /// Bits of [`FrameFlags`](crate::FrameFlags); of one with `V4LXX_FRAME_COPIED` the driver has its buffer back
        flags: FrameFlags = flags,
        /// With `V4LXX_STREAM_GUARD`: the kernel's number of the thread that took it; else 0
        taken_by: u32 = taken_by,
        /// With `V4LXX_STREAM_GUARD`: of the one that gave back its last reference; 0 while it is held
        released_by: u32 = released_by,
    }
}

record! { frozen
    /// How often which time was seen.
    ///
    /// Each bucket reaches from its own bound to that of the next one, `v4lxx_histogram_get_bound()`: below 4 microseconds each has a bucket, then four divide each doubling, up to 33 seconds; longer times are in the last one.
    Histogram = v4lxx_histogram {
        /// Times that were seen
        count: u64 = count,
        /// The shortest, nanoseconds
        least_ns: i64 = least_ns,
        /// The longest, nanoseconds
        most_ns: i64 = most_ns,
        /// Of all of them; divided by count it is their mean
        sum_ns: i64 = sum_ns,
        /// How many of them each bucket holds
        buckets: Array<u64, 96> = buckets,
    }
}

record! { versioned
    /// One input.
    InputInfo = v4lxx_input_info {
        /// Its number, for `v4lxx_device_select_input()`
        index: u32 = index,
        /// What it is
        kind: InputType = type_,
        /// Meant for the input that is selected; drivers may leave it 0 for others
        status: InputStatus = status,
        /// Bits of [`InputCapability`](crate::InputCapability)
        capabilities: InputCapability = capabilities,
        /// Analog standards it can do, bits of `V4L2_STD_`; 0 if none
        standards: u64 = standards,
    }
}

record! { versioned
    /// Frame intervals: one, or a range, in seconds.
    IntervalRange = v4lxx_interval_range {
        /// Shortest interval: the highest rate
        min_numerator: u32 = min_numerator,
        /// Never 0
        min_denominator: u32 = min_denominator,
        /// Longest interval; equal to the shortest for one interval
        max_numerator: u32 = max_numerator,
        /// Never 0
        max_denominator: u32 = max_denominator,
        /// 0 for one interval, and where every interval of the range is offered
        step_numerator: u32 = step_numerator,
        /// Never 0
        step_denominator: u32 = step_denominator,
    }
}

record! { versioned
    /// One mode of a device, and how far it is from the wish: 0 is what was wished for.
    Mode = v4lxx_mode {
        /// Pixel format code of V4L2
        fourcc: FourCc = fourcc,
        /// Pixels; 0 if sizes were not asked for
        width: u32 = width,
        /// Pixels
        height: u32 = height,
        /// Frames per second; 0/0 if the device does not tell
        rate: Fraction = rate,
        /// Bits of [`ModeFlags`](crate::ModeFlags)
        flags: ModeFlags = flags,
        /// One of [`ModeVerdict`](crate::ModeVerdict)
        verdict: ModeVerdict = verdict,
        /// The sum of the three below
        penalty: u32 = penalty,
        /// For the size
        size_penalty: u32 = size_penalty,
        /// For the rate
        rate_penalty: u32 = rate_penalty,
        /// For the pixel format
        format_penalty: u32 = format_penalty,
    }
}

record! { versioned
    /// What was wished for, what the library asked for, and what the driver granted.
    Negotiation = v4lxx_negotiation {
        /// Bits of [`FormatField`](crate::FormatField): parts of the wish that were granted otherwise
        differences: FormatField = differences,
        /// The same of what was chosen, and of answers in which the driver contradicted itself
        adjusted: FormatField = adjusted,
        /// Better modes that the driver lists but did not grant when asked
        refused: u32 = refused,
        /// As wished; 0: nothing was
        wanted_width: u32 = wanted_width,
        /// As wished
        wanted_height: u32 = wanted_height,
        /// As wished; 0/0: nothing was
        wanted_rate: Fraction = wanted_rate,
        /// Of the mode the library chose
        chosen_fourcc: FourCc = chosen_fourcc,
        /// Pixels
        chosen_width: u32 = chosen_width,
        /// Pixels
        chosen_height: u32 = chosen_height,
        /// Better modes for which the bandwidth was not there
        steps_down: u32 = steps_down,
        /// 0/0 if the device does not tell
        chosen_rate: Fraction = chosen_rate,
        /// Of what the device has now
        granted_fourcc: FourCc = granted_fourcc,
        /// Pixels
        granted_width: u32 = granted_width,
        /// Pixels
        granted_height: u32 = granted_height,
        /// 0/0 if the device does not tell
        granted_rate: Fraction = granted_rate,
    }
}

record! { versioned
    /// Facts of a pixel format.
    PixelFormatInfo = v4lxx_pixel_format_info {
        /// The code
        fourcc: FourCc = fourcc,
        /// What the samples mean
        family: ColourFamily = family,
        /// Significant bits of one sample; 0 if it varies or is not known
        bits_per_sample: u32 = bits_per_sample,
        /// Colour planes, 1 to 4; 0 if not known
        plane_count: u32 = plane_count,
        /// Separate blocks of memory, 1 to 4; NV12: 1, NV12M: 2
        memory_plane_count: u32 = memory_plane_count,
        /// Pixels per chroma sample across: 1, 2 or 4
        horizontal_subsampling: u32 = horizontal_subsampling,
        /// Pixels per chroma sample down: 1, 2 or 4
        vertical_subsampling: u32 = vertical_subsampling,
        /// Of each colour plane, at the plane's own subsampled size; 0 if not linear
        bits_per_pixel: [u32; 4] = bits_per_pixel,
    }
}

record! { frozen
    /// A rectangle in pixels; corners may be negative.
    Rectangle = v4lxx_rectangle {
        /// From the left edge of the picture
        left: i32 = left,
        /// From its upper edge
        top: i32 = top,
        /// Pixels
        width: u32 = width,
        /// Pixels
        height: u32 = height,
    }
}

record! { versioned
    /// What is known of a camera's exposure after its start.
    ///
    /// Most cameras begin too dark or too bright and find their exposure and white balance within a second. Start from `V4LXX_SETTLING_INIT` and add frames until `state` is no longer MOVING; the last one is the picture to take. It needs no release.
    Settling = v4lxx_settling {
        /// Out: whether it has settled
        state: SettlingState = state,
        /// In: longest time from the first frame to the last, by their time stamps; 0 is 1 s
        most_ns: i64 = most_ns,
        /// Out: of the first frame
        first_timestamp_ns: i64 = first_timestamp_ns,
        /// In: most frames; 0 is 15
        most_frames: u32 = most_frames,
        /// Out: frames added
        frame_count: u32 = frame_count,
        /// Out: frames of these whose brightness is known; damaged ones have none
        measured_count: u32 = measured_count,
        /// Out: brightness of the last three of these, 0 to 65535, the newest last
        luma: [u32; 3] = luma,
    }
}

record! { versioned
    /// The signal at the selected input.
    Signal = v4lxx_signal {
        /// What comes in
        state: SignalState = state,
        /// 1: the input is set to what comes in; only with `V4LXX_SIGNAL_PRESENT`
        is_set: bool = is_set,
        /// Number of the selected input; 0 if the node has none
        input: u32 = input,
        /// As `v4lxx_input_list_at()` tells it
        status: InputStatus = status,
        /// Of a digital signal, pixels; 0: not known
        width: u32 = width,
        /// Pixels
        height: u32 = height,
        /// 1: a picture comes as two fields
        interlaced: bool = interlaced,
        /// Pictures per second of a digital signal; 0/0: not known
        rate: Fraction = rate,
        /// Of an analog signal: all standards it may be; 0: not known
        standard: u64 = standard,
    }
}

record! { versioned
    /// Frame sizes: one, or a range.
    SizeRange = v4lxx_size_range {
        /// Pixels
        min_width: u32 = min_width,
        /// Pixels; equal to min_width for one size
        max_width: u32 = max_width,
        /// Pixels; 0 for one size
        step_width: u32 = step_width,
        /// Pixels
        min_height: u32 = min_height,
        /// Pixels
        max_height: u32 = max_height,
        /// Pixels; 0 for one size
        step_height: u32 = step_height,
    }
}

record! { versioned
    /// One standard that an input can do.
    StandardInfo = v4lxx_standard_info {
        /// Of a whole picture, blanking included: 525 or 625; 0 if the driver does not say
        lines: u32 = lines,
        /// Seconds from picture to picture; 0/0 if the driver does not say
        period: Fraction = period,
        /// For `v4lxx_device_set_standard()`
        bits: u64 = bits,
    }
}

record! { versioned
    /// The exact account of a stream since it was created.
    ///
    /// Every frame the driver counted is in one line.
    StreamAccount = v4lxx_stream_account {
        /// Frames handed out, corrupt and short ones among them if asked for
        delivered: u64 = delivered,
        /// Frames missing in the driver's sequence numbers
        driver_dropped: u64 = driver_dropped,
        /// Frames the driver marked as corrupt, dropped or delivered
        corrupt: u64 = corrupt,
        /// Of these, not delivered
        corrupt_dropped: u64 = corrupt_dropped,
        /// Frames without a byte, not delivered
        empty_dropped: u64 = empty_dropped,
        /// Delivered frames with fewer bytes than the format needs
        short_frames: u64 = short_frames,
        /// Payload bytes of delivered frames
        bytes: u64 = bytes,
        /// Whole planes copied, such as held frames when a stream that cannot orphan them stops
        copies: u64 = copies,
        /// Dequeue attempts the driver answered with an I/O error
        io_errors: u64 = io_errors,
        /// Frames that could not be given back to the driver
        requeue_failures: u64 = requeue_failures,
        /// Calls into the kernel on the device since it was opened, clock reads not counted
        system_calls: u64 = system_calls,
        /// Buffers with the driver now
        queued: u32 = queued,
        /// Frames not yet released now, of all generations
        held: u32 = held,
        /// Frames not handed out because of flow or reserve, and those that waited at a stop
        policy_dropped: u64 = policy_dropped,
        /// How often taking frames left the driver without a buffer
        starved: u64 = starved,
        /// Frames taken from the driver that wait for the program now
        waiting: u32 = waiting,
        /// How often the device was lost and came back (`V4LXX_STREAM_RECONNECT`)
        reconnects: u64 = reconnects,
        /// How often another device was in its place meanwhile; it was not taken
        others_refused: u64 = others_refused,
        /// Buffers that were added while streaming (`V4LXX_RESERVE_GROW`)
        buffers_grown: u64 = buffers_grown,
        /// Copies whose memory the kernel agreed to put on large pages
        large_pages: u64 = large_pages,
        /// How often nothing good came for as long as stall_after_ns allows
        stalls: u64 = stalls,
        /// How often the USB device was reset (`V4LXX_STREAM_USB_RESET`)
        usb_resets: u64 = usb_resets,
    }
}

record! { versioned
    /// Stream parameters; zero in any field means "leave it as it is" or "let the driver choose".
    StreamOptions = v4lxx_stream_options {
        /// V4L2 pixel format code
        fourcc: FourCc = fourcc,
        /// Pixels
        width: u32 = width,
        /// Pixels
        height: u32 = height,
        /// Frames per second; 0/0 leaves the rate as it is
        rate: Fraction = rate,
        /// Where the memory comes from
        memory: Memory = memory,
        /// Wanted; 0 is 4; `v4lxx_stream_get_buffer_count()` tells what was given
        buffer_count: u32 = buffer_count,
        /// Bits of [`StreamFlags`](crate::StreamFlags); unknown bits fail with ERROR_ARGUMENT
        flags: StreamFlags = flags,
        /// What happens while the program is slower than the camera
        flow: Flow = flow,
        /// Frames that wait at most, with `V4LXX_FLOW_DROP_OLDEST` and `V4LXX_FLOW_DROP_NEWEST`; 0 is 2
        flow_depth: u32 = flow_depth,
        /// Buffers that the driver keeps, however many frames the program holds; less than buffer_count
        min_queued: u32 = min_queued,
        /// What becomes of a frame that would leave it fewer
        reserve: Reserve = reserve,
        /// At most, with `V4LXX_RESERVE_GROW`; not less than buffer_count; 0 is twice what was given
        max_buffers: u32 = max_buffers,
        /// As long without a good frame is a failure, `V4LXX_CODE_STREAM_STALLED`; 0 allows any time
        stall_after_ns: i64 = stall_after_ns,
    }
}

record! { versioned
    /// Both rates of a stream.
    StreamRate = v4lxx_stream_rate {
        /// One of [`RateVerdict`](crate::RateVerdict)
        verdict: RateVerdict = verdict,
        /// Frames per second as the device says; 0/0 if it does not
        nominal: Fraction = nominal,
        /// Millionths of a frame per second, by time stamps; 0: not measured
        measured_uhz: u64 = measured_uhz,
        /// Nanoseconds it was measured over
        measured_ns: i64 = measured_ns,
        /// From frame to frame, within that time: the last 30 at most
        measured_intervals: u32 = measured_intervals,
        /// Frames missing in the driver's numbers meanwhile
        missing: u32 = missing,
    }
}

record! { versioned
    /// What is known of a stream when no frame comes.
    ///
    /// Nothing in it is a guess.
    StreamState = v4lxx_stream_state {
        /// Where it is
        phase: StreamPhase = phase,
        /// How often it was started; frames carry the number of theirs
        generation: u32 = generation,
        /// That the driver gave; 0 while it does not stream
        buffer_count: u32 = buffer_count,
        /// Of these, with the driver; with 0 it has nowhere to put a frame
        queued: u32 = queued,
        /// Taken from it, and waiting for the program
        waiting: u32 = waiting,
        /// Frames the program has not yet released, of all generations
        held: u32 = held,
        /// The driver was asked for input_status, and told
        has_input_status: bool = has_input_status,
        /// Of the selected input; 0: nothing is wrong with it, or the driver does not look
        input_status: InputStatus = input_status,
        /// To get a lost device back, since it was lost; since the last loss if it is back
        attempts: u32 = attempts,
        /// While it is away: why the last attempt failed, for `v4lxx_code_get_meaning()`; else 0
        last_code: u32 = last_code,
        /// Since the last frame came; -1: none since the last start
        last_frame_age_ns: i64 = last_frame_age_ns,
        /// Since the oldest frame came that the program holds now; -1: it holds none of this generation
        held_age_ns: i64 = held_age_ns,
        /// From frame to frame as the device says; 0: it does not
        interval_ns: i64 = interval_ns,
        /// How long it exposes a frame as its control says; 0: it has none, or could not be asked
        exposure_ns: i64 = exposure_ns,
        /// How long it is away; 0 while it is there
        away_ns: i64 = away_ns,
    }
}

record! { versioned
    /// How a stream went since it was created.
    ///
    /// It is read while frames come: its parts may differ by the frame that just comes. With time stamps of the start of the exposure, the exposure is part of `delivery`.
    StreamStatistics = v4lxx_stream_statistics {
        /// Frames with `V4LXX_FRAME_STAMP_UNSET`
        stamps_unset: u64 = stamps_unset,
        /// Frames with `V4LXX_FRAME_STAMP_REPEATED`
        stamps_repeated: u64 = stamps_repeated,
        /// Frames with `V4LXX_FRAME_STAMP_BACKWARD`
        stamps_backward: u64 = stamps_backward,
        /// Frames with `V4LXX_FRAME_STAMP_FUTURE`
        stamps_future: u64 = stamps_future,
        /// From time stamp to the next later one, as frames were taken; none over a start
        interval: Histogram = interval,
        /// From time stamp to arrival, where stamps are of CLOCK_MONOTONIC
        delivery: Histogram = delivery,
    }
}

record! { versioned
    /// DV timings.
    ///
    /// Fields are the kernel's; the width and height are those of a whole picture, also when it comes as two fields.
    Timings = v4lxx_timings {
        /// Pixels of the picture
        width: u32 = width,
        /// Lines of the picture
        height: u32 = height,
        /// 1: a picture comes as two fields
        interlaced: bool = interlaced,
        /// Bit 0: vertical sync is positive; bit 1: horizontal sync is
        polarities: u32 = polarities,
        /// Bits of [`TimingsFlags`](crate::TimingsFlags)
        flags: TimingsFlags = flags,
        /// Bits of [`TimingsStandard`](crate::TimingsStandard)
        standards: TimingsStandard = standards,
        /// Pixels
        hfrontporch: u32 = hfrontporch,
        /// Pixels
        hsync: u32 = hsync,
        /// Pixels
        hbackporch: u32 = hbackporch,
        /// Lines, of the first field if there are two
        vfrontporch: u32 = vfrontporch,
        /// Lines
        vsync: u32 = vsync,
        /// Lines
        vbackporch: u32 = vbackporch,
        /// Lines of the second field
        il_vfrontporch: u32 = il_vfrontporch,
        /// Lines of the second field
        il_vsync: u32 = il_vsync,
        /// Lines of the second field
        il_vbackporch: u32 = il_vbackporch,
        /// Number of the format in CEA-861, if the flag says so
        cea861_vic: u32 = cea861_vic,
        /// Number of the format in HDMI, if the flag says so
        hdmi_vic: u32 = hdmi_vic,
        /// Width to height, if the flag says so
        picture_aspect: Fraction = picture_aspect,
        /// Pictures per second, reduced if the flag says so; 0/0: not known; out only
        rate: Fraction = rate,
        /// Pixels per second, blanking included; 0: not known
        pixelclock_hz: u64 = pixelclock_hz,
    }
}

record! { versioned
    /// What timings a receiver can do at the selected input.
    TimingsCapabilities = v4lxx_timings_capabilities {
        /// Pixels
        min_width: u32 = min_width,
        /// Pixels
        max_width: u32 = max_width,
        /// Lines
        min_height: u32 = min_height,
        /// Lines
        max_height: u32 = max_height,
        /// Bits of [`TimingsStandard`](crate::TimingsStandard)
        standards: TimingsStandard = standards,
        /// Bits of [`TimingsCapability`](crate::TimingsCapability)
        capabilities: TimingsCapability = capabilities,
        /// Pixels per second
        min_pixelclock_hz: u64 = min_pixelclock_hz,
        /// Pixels per second
        max_pixelclock_hz: u64 = max_pixelclock_hz,
    }
}

record! { versioned
    /// What is wanted of a camera; a zero field wishes for nothing.
    Wish = v4lxx_wish {
        /// Bits of [`WishFlags`](crate::WishFlags); unknown bits fail with ERROR_ARGUMENT
        flags: WishFlags = flags,
        /// Pixels; 0 with height 0: the largest picture that comes at 25 per second or more
        width: u32 = width,
        /// Pixels
        height: u32 = height,
        /// Frames per second; 0/0: 25 to 30
        rate: Fraction = rate,
    }
}
