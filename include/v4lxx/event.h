/* SPDX-License-Identifier: MIT */
/** @file
 * Events: what a context tells besides frames. Devices that come and go, and what happens to streams. Nothing is watched, and no event is made,
 * unless a program asks for it with v4lxx_context_listen().
 */
#ifndef V4LXX_EVENT_H
#define V4LXX_EVENT_H

#include <v4lxx/status.h>
#include <v4lxx/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What an event tells. Later versions may have more. @since 0.1 */
typedef uint32_t v4lxx_event_kind;
enum v4lxx_event_kind_values {
    V4LXX_EVENT_DEVICE_ADDED = 1,   /**< a device is there that was not */
    V4LXX_EVENT_DEVICE_REMOVED = 2, /**< a device has gone */
    V4LXX_EVENT_DEVICE_CHANGED = 3, /**< another node of a device came or went, or the node can be opened now */
    V4LXX_EVENT_SOURCE_CHANGED = 4, /**< what is plugged into the input has another size or rate, or came, or went */
    V4LXX_EVENT_ENDED = 5,          /**< the driver has given the last frame of a stream */
    V4LXX_EVENT_SLOW_PROGRAM = 6,   /**< the program takes frames more slowly than they come, for a while now */
    V4LXX_EVENT_DEVICE_LOST = 7,    /**< a stream with V4LXX_STREAM_RECONNECT lost its device, or gets nothing good from it */
    V4LXX_EVENT_DEVICE_BACK = 8,    /**< and it is back; the stream goes on */
    V4LXX_EVENT_OTHER_REFUSED = 9,  /**< another device is in the place of the lost one; it was not taken for it */
    V4LXX_EVENT_LEFT_LOOP = 10,     /**< a stream failed and is no longer in the loop of its context */
    V4LXX_EVENT_STALLED = 11        /**< a stream gives no good frame: many bad answers in a row, or none for too long */
};

/** Bits of the `flags` of v4lxx_context_listen(). @since 0.1 */
typedef uint32_t v4lxx_listen_flags;
enum v4lxx_listen_flags_values {
    V4LXX_LISTEN_DEVICES = 1 << 0,  /**< devices that come and go: V4LXX_EVENT_DEVICE_ADDED, _REMOVED, _CHANGED */
    V4LXX_LISTEN_STREAMS = 1 << 1,  /**< all other events: those of the streams of this context */
    V4LXX_LISTEN_SIMULATED = 1 << 2 /**< with V4LXX_LISTEN_DEVICES: the simulated cameras too */
};

/** What is known of an event, in numbers; zero where the kind does not tell.  @versioned @since 0.1 */
typedef struct v4lxx_event_info {
    uint32_t struct_size;    /**< sizeof(v4lxx_event_info) as the caller compiled it */
    v4lxx_event_kind kind;   /**< one of ::v4lxx_event_kind_values */
    int64_t time_ns;         /**< when it was told, CLOCK_MONOTONIC */
    uint64_t tag;            /**< of the stream, as it was given to v4lxx_context_add_stream(); 0 outside of a loop */
    uint32_t source_changes; /**< SOURCE_CHANGED: the bits V4L2_EVENT_SRC_CH_ of the kernel; 1 is the resolution */
    v4lxx_code code;         /**< LEFT_LOOP, DEVICE_LOST: why, one of ::v4lxx_code_values; STALLED: that, if it was too long */
    uint32_t old_width;      /**< SOURCE_CHANGED: of the frames that came until now, pixels */
    uint32_t old_height;     /**< pixels */
    uint32_t new_width;      /**< of the source now, pixels; 0 if there is no signal, or the driver does not tell */
    uint32_t new_height;     /**< pixels */
    uint32_t attempts;       /**< DEVICE_BACK: how often it was looked for */
    uint32_t reserved0;      /**< zero */
    uint64_t frames_lost;    /**< SLOW_PROGRAM: not handed out since it began; STALLED: bad frames among the answers */
    uint64_t frames_delivered; /**< SLOW_PROGRAM: frames that were */
    int64_t span_ns;           /**< SLOW_PROGRAM, STALLED: for how long; DEVICE_BACK: how long it was away */
} v4lxx_event_info;
#define V4LXX_EVENT_INFO_INIT { (uint32_t)sizeof(v4lxx_event_info), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/**
 * Writes the defaults, the same as the macro V4LXX_EVENT_INFO_INIT.
 * @param info  @out the struct to fill; size bytes are written.
 * @param size  sizeof(v4lxx_event_info) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_event_info_init(v4lxx_event_info *info, uint32_t size);

/**
 * Says which events are wanted from now on. Up to 256 of them wait for the program; of more than that the oldest are dropped and counted.
 * A stream tells of its source if it was started while V4LXX_LISTEN_STREAMS was set.
 * @param context  @borrowed the context.
 * @param flags    bits of ::v4lxx_listen_flags_values; 0 ends it, and drops what waits.
 * @param error    @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure, after which all is as it was.
 * @errors ARGUMENT NO_MEMORY SYSTEM
 * @ioctl VIDIOC_SUBSCRIBE_EVENT https://docs.kernel.org/userspace-api/media/v4l/vidioc-subscribe-event.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_context_listen(v4lxx_context *context, uint32_t flags, v4lxx_error **error);

/**
 * Takes the next event.
 * @param context     @borrowed the context.
 * @param timeout_ns  nanoseconds to wait; 0 polls, < 0 waits until an event comes or the wait is cancelled.
 * @param out         @owned the event; v4lxx_event_unref() it. NULL without one.
 * @param error       @owned @nullable details of a failure.
 * @returns V4LXX_OK with an event; V4LXX_AGAIN (timeout 0 and nothing there) or V4LXX_TIMED_OUT without; or a failure.
 * @errors ARGUMENT STATE CANCELLED NO_MEMORY SYSTEM
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_context_next_event(v4lxx_context *context, int64_t timeout_ns, v4lxx_event **out,
                                                v4lxx_error **error);

/**
 * How many events were dropped because too many waited, or for want of memory.
 * @param context  @borrowed the context.
 * @returns the number since the context was made.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint64_t v4lxx_context_get_missed_events(const v4lxx_context *context);

/**
 * Takes one more reference.
 * @param event  @borrowed @nullable NULL is a no-op.
 * @returns @owned the same event.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_event *v4lxx_event_ref(v4lxx_event *event);

/**
 * Gives a reference back.
 * @param event  @owned @nullable NULL is a no-op.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_event_unref(v4lxx_event *event);

/**
 * What the event tells, in numbers.
 * @param event  @borrowed the event.
 * @param info   @out @versioned set struct_size first; the rest is written.
 * @param error  @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_event_read_info(const v4lxx_event *event, v4lxx_event_info *info, v4lxx_error **error);

/**
 * The device the event is about, as it was then.
 * @param event  @borrowed the event.
 * @returns @borrowed event the device; NULL for NULL.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_device_info *v4lxx_event_get_device(const v4lxx_event *event);

/**
 * The event for people, such as `"HD Pro Webcam C920" (/dev/video2) is there`.
 * @param event  @borrowed the event.
 * @returns @borrowed event UTF-8 text without a final newline; "" for NULL.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_event_get_text(const v4lxx_event *event);

/**
 * The word for a kind of event: "device_added".
 * @param kind  one of ::v4lxx_event_kind_values.
 * @returns @borrowed static the word; "" for a kind this version does not know.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_event_kind_get_name(v4lxx_event_kind kind);

#ifdef __cplusplus
}
#endif
#endif
