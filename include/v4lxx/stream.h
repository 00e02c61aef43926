/* SPDX-License-Identifier: MIT */
/** @file
 * Streaming: one buffer queue of a device. Three faces of one engine: wait (v4lxx_stream_dequeue with a time-out), poll
 * (v4lxx_stream_get_fd, then v4lxx_stream_dequeue with 0), callback (v4lxx_stream_dispatch).
 */
#ifndef V4LXX_STREAM_H
#define V4LXX_STREAM_H

#include <v4lxx/format.h>
#include <v4lxx/status.h>
#include <v4lxx/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Where the memory of frames comes from. @since 0.1 */
typedef uint32_t v4lxx_memory;
enum v4lxx_memory_values {
    V4LXX_MEMORY_AUTO = 0, /**< the library chooses; today always MMAP */
    V4LXX_MEMORY_MMAP = 1  /**< the driver allocates, the library maps once */
};

/** Bits of v4lxx_stream_options.flags. @since 0.1 */
typedef uint32_t v4lxx_stream_flags;
enum v4lxx_stream_flags_values {
    V4LXX_STREAM_DELIVER_CORRUPT = 1 << 0, /**< deliver frames the driver marked as corrupt, instead of dropping them */
    V4LXX_STREAM_STEP_DOWN = 1 << 1,       /**< start in a mode that needs less bandwidth if the USB bus has no more */
    V4LXX_STREAM_RECONNECT = 1 << 2, /**< a lost device is no failure: taking frames waits until it is back, and goes on */
    V4LXX_STREAM_GUARD = 1 << 3,     /**< for debugging: to read what was given back is a SIGSEGV; v4lxx_stream_find_frame() */
    V4LXX_STREAM_LARGE_PAGES = 1 << 4, /**< large pages behind copies, where the kernel has them */
    V4LXX_STREAM_USB_RESET = 1 << 5    /**< with V4LXX_STREAM_RECONNECT: as the last means the USB device is reset */
};

/** What happens to frames while the program is slower than the camera. Whatever it is, frames are handed out in their order, and each that is
    not is counted. @since 0.1 */
typedef uint32_t v4lxx_flow;
enum v4lxx_flow_values {
    V4LXX_FLOW_BLOCK = 0,  /**< all that the driver has buffers for is handed out; while they are full it drops what comes */
    V4LXX_FLOW_LATEST = 1, /**< only the newest frame is handed out; one that is old because the driver had no buffer is not */
    V4LXX_FLOW_DROP_OLDEST = 2, /**< flow_depth frames wait for the program; the oldest goes when one more comes */
    V4LXX_FLOW_DROP_NEWEST = 3  /**< flow_depth frames wait for the program; what comes while they do goes */
};

/** What becomes of a frame that would leave the driver fewer than min_queued buffers. @since 0.1 */
typedef uint32_t v4lxx_reserve;
enum v4lxx_reserve_values {
    V4LXX_RESERVE_COPY = 0, /**< a copy is handed out, of at most as many as there are buffers; then as V4LXX_RESERVE_DROP */
    V4LXX_RESERVE_DROP = 1, /**< it is not handed out, and counted in policy_dropped */
    V4LXX_RESERVE_GROW = 2  /**< the driver gets a buffer more, up to max_buffers; if it takes none, as V4LXX_RESERVE_COPY */
};

/** What one v4lxx_stream_read() takes. @since 0.1 */
typedef uint32_t v4lxx_read_mode;
enum v4lxx_read_mode_values {
    V4LXX_READ_FRAME = 0, /**< one frame, whole */
    V4LXX_READ_BYTES = 1  /**< what is left of a frame, as far as there is room; frames follow one another unmarked */
};

/** Stream parameters; zero in any field means "leave it as it is" or "let the driver choose".  @versioned @since 0.1 */
typedef struct v4lxx_stream_options {
    uint32_t struct_size;   /**< sizeof(v4lxx_stream_options) as the caller compiled it */
    uint32_t fourcc;        /**< V4L2 pixel format code */
    uint32_t width;         /**< pixels */
    uint32_t height;        /**< pixels */
    v4lxx_fraction rate;    /**< frames per second; 0/0 leaves the rate as it is */
    v4lxx_memory memory;    /**< where the memory comes from */
    uint32_t buffer_count;  /**< wanted; 0 is 4; v4lxx_stream_get_buffer_count() tells what was given */
    uint32_t flags;         /**< bits of ::v4lxx_stream_flags_values; unknown bits fail with ERROR_ARGUMENT */
    uint32_t reserved0;     /**< must be zero */
    v4lxx_flow flow;        /**< what happens while the program is slower than the camera */
    uint32_t flow_depth;    /**< frames that wait at most, with V4LXX_FLOW_DROP_OLDEST and V4LXX_FLOW_DROP_NEWEST; 0 is 2 */
    uint32_t min_queued;    /**< buffers that the driver keeps, however many frames the program holds; less than buffer_count */
    v4lxx_reserve reserve;  /**< what becomes of a frame that would leave it fewer */
    uint32_t max_buffers;   /**< at most, with V4LXX_RESERVE_GROW; not less than buffer_count; 0 is twice what was given */
    uint32_t reserved1;     /**< must be zero */
    int64_t stall_after_ns; /**< as long without a good frame is a failure, V4LXX_CODE_STREAM_STALLED; 0 allows any time */
} v4lxx_stream_options;
#define V4LXX_STREAM_OPTIONS_INIT { (uint32_t)sizeof(v4lxx_stream_options), 0, 0, 0, { 0, 0 }, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/** The exact account of a stream since it was created. Every frame the driver counted is in one line.  @versioned @since 0.1 */
typedef struct v4lxx_stream_account {
    uint32_t struct_size;      /**< sizeof(v4lxx_stream_account) as the caller compiled it */
    uint32_t reserved0;        /**< zero */
    uint64_t delivered;        /**< frames handed out, corrupt and short ones among them if asked for */
    uint64_t driver_dropped;   /**< frames missing in the driver's sequence numbers */
    uint64_t corrupt;          /**< frames the driver marked as corrupt, dropped or delivered */
    uint64_t corrupt_dropped;  /**< of these, not delivered */
    uint64_t empty_dropped;    /**< frames without a byte, not delivered */
    uint64_t short_frames;     /**< delivered frames with fewer bytes than the format needs */
    uint64_t bytes;            /**< payload bytes of delivered frames */
    uint64_t copies;           /**< whole planes copied, such as held frames when a stream that cannot orphan them stops */
    uint64_t io_errors;        /**< dequeue attempts the driver answered with an I/O error */
    uint64_t requeue_failures; /**< frames that could not be given back to the driver */
    uint64_t system_calls;     /**< calls into the kernel on the device since it was opened, clock reads not counted */
    uint32_t queued;           /**< buffers with the driver now */
    uint32_t held;             /**< frames not yet released now, of all generations */
    uint64_t policy_dropped;   /**< frames not handed out because of flow or reserve, and those that waited at a stop */
    uint64_t starved;          /**< how often taking frames left the driver without a buffer */
    uint32_t waiting;          /**< frames taken from the driver that wait for the program now */
    uint32_t reserved1;        /**< zero */
    uint64_t reconnects;       /**< how often the device was lost and came back (V4LXX_STREAM_RECONNECT) */
    uint64_t others_refused;   /**< how often another device was in its place meanwhile; it was not taken */
    uint64_t buffers_grown;    /**< buffers that were added while streaming (V4LXX_RESERVE_GROW) */
    uint64_t large_pages;      /**< copies whose memory the kernel agreed to put on large pages */
    uint64_t stalls;           /**< how often nothing good came for as long as stall_after_ns allows */
    uint64_t usb_resets;       /**< how often the USB device was reset (V4LXX_STREAM_USB_RESET) */
} v4lxx_stream_account;
#define V4LXX_STREAM_ACCOUNT_INIT { (uint32_t)sizeof(v4lxx_stream_account), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/**
 * Receives a frame. Runs only inside v4lxx_stream_dispatch(), on the caller's thread, with no lock of the library held. Every
 * call of the API is allowed except v4lxx_stream_dispatch() and v4lxx_stream_dequeue() on the same stream.
 * @param stream     @borrowed the stream.
 * @param frame      @borrowed the frame; v4lxx_frame_ref() it to keep it longer than the call.
 * @param user_data  @borrowed @nullable the pointer given with the callback.
 * @since 0.1
 */
typedef void (*v4lxx_frame_fn)(v4lxx_stream *stream, v4lxx_frame *frame, void *user_data);

/**
 * Writes the defaults, the same as the macro V4LXX_STREAM_OPTIONS_INIT.
 * @param options  @out the struct to fill; size bytes are written.
 * @param size     sizeof(v4lxx_stream_options) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_stream_options_init(v4lxx_stream_options *options, uint32_t size);

/**
 * Writes the defaults, the same as the macro V4LXX_STREAM_ACCOUNT_INIT.
 * @param account  @out the struct to fill; size bytes are written.
 * @param size     sizeof(v4lxx_stream_account) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_stream_account_init(v4lxx_stream_account *account, uint32_t size);

/**
 * Creates the capture stream of a device. Sets the format and the rate only where the options ask for it; what was granted is
 * in v4lxx_stream_read_format(). Allocates no buffer: that is done by start.
 * @param device   @borrowed the device; the stream keeps it alive.
 * @param options  @borrowed @nullable NULL takes the defaults.
 * @param out      @owned the stream; v4lxx_stream_unref() it.
 * @param error    @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure. A format that differs from the options is no failure.
 * @errors ARGUMENT ABI CLOSED BUSY DEVICE_LOST UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_S_FMT https://docs.kernel.org/userspace-api/media/v4l/vidioc-g-fmt.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_stream_create(v4lxx_device *device, const v4lxx_stream_options *options, v4lxx_stream **out,
                                           v4lxx_error **error);

/**
 * Takes one more reference.
 * @param stream  @borrowed @nullable NULL is a no-op.
 * @returns @owned the same stream.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_stream *v4lxx_stream_ref(v4lxx_stream *stream);

/**
 * Gives a reference back; the last one closes the stream. Frames still held stay readable.
 * @param stream  @owned @nullable NULL is a no-op.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_stream_unref(v4lxx_stream *stream);

/**
 * Ends the stream now: waits in progress end with ERROR_CLOSED, the driver's buffers are freed as soon as no other call is
 * inside, later calls return ERROR_CLOSED. Frames already delivered stay readable. Closing twice is allowed.
 * @param stream  @borrowed @nullable NULL is a no-op.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_stream_close(v4lxx_stream *stream);

/**
 * Closes as v4lxx_stream_close() does, and waits until that is over: the driver is stopped, and has its buffers back. If the driver does not
 * return from a call in this time, ERROR_BUSY names the call, and the rest happens later, as told at v4lxx_device_close_within().
 * @param stream      @borrowed the stream.
 * @param timeout_ns  nanoseconds to wait; 0 only begins, < 0 waits until it is over.
 * @param error       @owned @nullable details of a failure.
 * @returns V4LXX_OK, also if it was closed before; or a failure: after any but ERROR_BUSY nothing was begun.
 * @errors ARGUMENT BUSY SYSTEM NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_stream_close_within(v4lxx_stream *stream, int64_t timeout_ns, v4lxx_error **error);

/**
 * Allocates buffers, maps and queues them, and starts the driver. On failure all of it is undone.
 * @param stream  @borrowed the stream.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure; ERROR_STATE if it is running.
 * @errors ARGUMENT STATE CLOSED BUSY DEVICE_LOST UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_REQBUFS https://docs.kernel.org/userspace-api/media/v4l/vidioc-reqbufs.html
 * @ioctl VIDIOC_STREAMON https://docs.kernel.org/userspace-api/media/v4l/vidioc-streamon.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_stream_start(v4lxx_stream *stream, v4lxx_error **error);

/**
 * Stops the driver and frees its buffers, so that formats can be changed and others can use the device. Frames still held stay
 * readable. A wait in progress on another thread ends with ERROR_STATE. No callback runs after stop has returned: from another
 * thread it waits for one that is running; inside the callback itself it does not wait.
 * @param stream  @borrowed the stream.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK, also if it was not running; or a failure, after which it is stopped all the same.
 * @errors ARGUMENT CLOSED DEVICE_LOST SYSTEM NO_MEMORY
 * @ioctl VIDIOC_STREAMOFF https://docs.kernel.org/userspace-api/media/v4l/vidioc-streamon.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_stream_stop(v4lxx_stream *stream, v4lxx_error **error);

/**
 * Changes format, rate and number of buffers in one call, of a stream that runs or not, by the steps that are needed: a rate alone is set
 * while the driver streams, if it takes one then; else the stream is stopped, its buffers are freed, what was asked for is set, and it is
 * started again. If that fails, all is as it was before, and the stream runs if it ran. Frames that are held stay readable, with the format
 * they came in; frames that come have the new one, and another generation if the stream was started again. What was granted is in
 * v4lxx_stream_read_format(), and differs from the options as it may at v4lxx_stream_create().
 * @param stream   @borrowed the stream. A wait in progress on another thread ends with ERROR_STATE if it has to be stopped.
 * @param options  @borrowed fourcc, width, height, rate and buffer_count; zero leaves a field as it is. All others are as they were when the
 *                 stream was created, and have to be zero here.
 * @param error    @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI CLOSED STATE BUSY DEVICE_LOST UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_S_FMT https://docs.kernel.org/userspace-api/media/v4l/vidioc-g-fmt.html
 * @ioctl VIDIOC_S_PARM https://docs.kernel.org/userspace-api/media/v4l/vidioc-g-parm.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_stream_reconfigure(v4lxx_stream *stream, const v4lxx_stream_options *options, v4lxx_error **error);

/**
 * Takes the next frame.
 * @param stream      @borrowed the stream.
 * @param timeout_ns  nanoseconds to wait; 0 polls, < 0 waits until a frame comes or the wait is cancelled.
 * @param out         @owned the frame; its last v4lxx_frame_unref() gives the buffer back to the driver. NULL without a frame.
 * @param error       @owned @nullable details of a failure.
 * @returns V4LXX_OK with a frame; V4LXX_AGAIN (timeout 0 and nothing there), V4LXX_TIMED_OUT, V4LXX_END without one; or a failure.
 * @errors ARGUMENT STATE CLOSED CANCELLED DEVICE_LOST DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_DQBUF https://docs.kernel.org/userspace-api/media/v4l/vidioc-qbuf.html
 * @threadsafety object
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_stream_dequeue(v4lxx_stream *stream, int64_t timeout_ns, v4lxx_frame **out, v4lxx_error **error);

/**
 * Takes the next frame as v4lxx_stream_dequeue() does, and with it all others that are ready, without another wait: n frames cost one wait and
 * n DQBUF. With V4LXX_FLOW_LATEST that is one frame. An end or a failure behind frames is told by the next call, so none of them is lost.
 * @param stream      @borrowed the stream.
 * @param frames      @owned room for `capacity` frames, the oldest first; v4lxx_frame_unref() each. Only the first out_count are written.
 * @param capacity    frames to take at most; 0 is ERROR_ARGUMENT.
 * @param timeout_ns  nanoseconds to wait for the first; 0 polls, < 0 waits until a frame comes or the wait is cancelled.
 * @param out_count   @out how many frames there are; 0 without any.
 * @param error       @owned @nullable details of a failure.
 * @returns V4LXX_OK with frames; V4LXX_AGAIN (timeout 0 and nothing there), V4LXX_TIMED_OUT, V4LXX_END without; or a failure.
 * @errors ARGUMENT STATE CLOSED CANCELLED DEVICE_LOST DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_DQBUF https://docs.kernel.org/userspace-api/media/v4l/vidioc-qbuf.html
 * @threadsafety object
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_stream_dequeue_many(v4lxx_stream *stream, v4lxx_frame **frames, uint32_t capacity,
                                                 int64_t timeout_ns, uint32_t *out_count, v4lxx_error **error);

/**
 * Takes the next frame as bytes: the data of all its planes, one behind the other, as the driver gave them, copied. What is begun is
 * read to its end, also after a stop, so that joined reads are always whole frames; a close drops it. Reads and dequeues may take
 * turns: a dequeue takes the frame behind the one that is being read.
 * @param stream      @borrowed the stream.
 * @param buffer      @out @nullable receives the bytes; NULL only if size is 0.
 * @param size        bytes it can take.
 * @param mode        V4LXX_READ_FRAME or V4LXX_READ_BYTES; after a part was read as bytes, the rest counts as a frame.
 * @param timeout_ns  nanoseconds to wait for a frame; 0 polls, < 0 waits until a frame comes or the wait is cancelled.
 * @param out_size    @out bytes that were written; 0 without any. If the buffer is too small for a frame, the bytes it needs.
 * @param error       @owned @nullable details of a failure.
 * @returns V4LXX_OK with bytes (none if size is 0 and the mode V4LXX_READ_BYTES); V4LXX_AGAIN (timeout 0 and nothing there),
 *          V4LXX_TIMED_OUT, V4LXX_END without; or a failure. ERROR_ARGUMENT with V4LXX_CODE_BUFFER_TOO_SMALL leaves the frame to be read.
 * @errors ARGUMENT STATE CLOSED CANCELLED DEVICE_LOST DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_DQBUF https://docs.kernel.org/userspace-api/media/v4l/vidioc-qbuf.html
 * @threadsafety object
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_stream_read(v4lxx_stream *stream, void *buffer, size_t size, v4lxx_read_mode mode,
                                         int64_t timeout_ns, size_t *out_size, v4lxx_error **error);

/**
 * Sets the function that v4lxx_stream_dispatch() calls. A stream with one refuses v4lxx_stream_dequeue() with ERROR_STATE.
 * @param stream     @borrowed the stream.
 * @param fn         @nullable the function; NULL takes it away.
 * @param user_data  @borrowed @nullable handed to fn and destroy; kept until destroy is called.
 * @param destroy    @nullable called once with user_data when it is no longer needed, also if this call fails.
 * @param error      @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT STATE CLOSED NO_MEMORY
 * @threadsafety object
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_stream_set_frame_callback(v4lxx_stream *stream, v4lxx_frame_fn fn, void *user_data,
                                                       v4lxx_destroy_fn destroy, v4lxx_error **error);

/**
 * Waits for one frame and hands it to the callback, on this thread.
 * @param stream      @borrowed the stream.
 * @param timeout_ns  nanoseconds to wait; 0 polls, < 0 waits until a frame comes or the wait is cancelled.
 * @param error       @owned @nullable details of a failure.
 * @returns V4LXX_OK after a callback; V4LXX_AGAIN, V4LXX_TIMED_OUT or V4LXX_END without one; or a failure.
 * @errors ARGUMENT STATE CLOSED CANCELLED DEVICE_LOST DRIVER_BUG SYSTEM NO_MEMORY
 * @threadsafety object
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_stream_dispatch(v4lxx_stream *stream, int64_t timeout_ns, v4lxx_error **error);

/**
 * Ends the waits in progress on this stream, or the next one if there is none, once, with ERROR_CANCELLED.
 * @param stream  @borrowed @nullable NULL is a no-op.
 * @threadsafety signal
 * @since 0.1
 */
V4LXX_API void v4lxx_stream_cancel(v4lxx_stream *stream);

/**
 * What is left until a point in time, as v4lxx_context_get_time_left() tells it, by the clock that waits on this stream go by. That is the one
 * of the context, but for a simulated camera with a virtual clock; the arrival of a frame is a time of this clock.
 * @param stream       @borrowed the stream.
 * @param deadline_ns  the point, in nanoseconds of CLOCK_MONOTONIC.
 * @returns nanoseconds, to be given to a wait as its timeout_ns; 0 if the point is past.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API int64_t v4lxx_stream_get_time_left(v4lxx_stream *stream, int64_t deadline_ns);

/**
 * One file descriptor for poll, epoll or any event loop: readable when v4lxx_stream_dequeue(stream, 0, ...) has something to say:
 * a frame, a failure, a cancel or a close. Made at the first call, the same for the life of the stream, always to be polled for
 * POLLIN. It stays readable after close and goes with the last reference of the stream and of its frames. Take one frame per wake-up.
 * @param stream  @borrowed the stream.
 * @returns the descriptor, which stays the stream's: never read or close it; -1 if none could be made: no descriptor was free, or the
 *          stream was closed before the first call.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API int32_t v4lxx_stream_get_fd(v4lxx_stream *stream);

/**
 * The format the driver granted when the stream was created or last started.
 * @param stream  @borrowed the stream.
 * @param format  @out @versioned set struct_size first; the rest is written.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_stream_read_format(v4lxx_stream *stream, v4lxx_format *format, v4lxx_error **error);

/**
 * The frame interval: what the driver granted if the options asked for a rate, else what the device says at the first call.
 * @param stream  @borrowed the stream.
 * @param out     @out seconds per frame; 0/0 if the device does not tell.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT CLOSED DEVICE_LOST DRIVER_BUG SYSTEM NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_stream_read_interval(v4lxx_stream *stream, v4lxx_fraction *out, v4lxx_error **error);

/**
 * How many buffers the driver gave.
 * @param stream  @borrowed the stream.
 * @returns the number; 0 while the stream is not running.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_stream_get_buffer_count(const v4lxx_stream *stream);

/**
 * How often the last start had to take a mode that needs less bandwidth. Which one it is: v4lxx_stream_read_format() and
 * v4lxx_stream_read_interval().
 * @param stream  @borrowed the stream.
 * @returns the number; 0 without V4LXX_STREAM_STEP_DOWN.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_stream_get_steps_down(const v4lxx_stream *stream);

/**
 * Reads the account. It takes no lock of the frame path.
 * @param stream  @borrowed the stream.
 * @param out     @out @versioned set struct_size first; the rest is written.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_stream_read_account(v4lxx_stream *stream, v4lxx_stream_account *out, v4lxx_error **error);

#ifdef __cplusplus
}
#endif
#endif
