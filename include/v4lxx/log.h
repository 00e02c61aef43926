/* SPDX-License-Identifier: MIT */
/** @file
 * The log of a context: what the library has to tell besides what its calls return. Nothing is printed and nothing is logged unless
 * a program asks for it with v4lxx_context_set_log().
 */
#ifndef V4LXX_LOG_H
#define V4LXX_LOG_H

#include <v4lxx/status.h>
#include <v4lxx/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** How much a message matters. Each level has those before it, too. @since 0.1 */
typedef uint32_t v4lxx_log_level;
enum v4lxx_log_level_values {
    V4LXX_LOG_NONE = 0,    /**< nothing */
    V4LXX_LOG_ERROR = 1,   /**< what ends the use of a device: it is gone */
    V4LXX_LOG_WARNING = 2, /**< lost and damaged frames, another format than the one asked for, a driver's mistake */
    V4LXX_LOG_INFO = 3,    /**< what was done: opened, set, started, stopped, closed */
    V4LXX_LOG_DEBUG = 4    /**< every call that failed, too, with the message its caller got */
};

/** What a message is about. Later versions may have more. @since 0.1 */
typedef uint32_t v4lxx_log_topic;
enum v4lxx_log_topic_values {
    V4LXX_LOG_DEVICE_OPENED = 1,     /**< info */
    V4LXX_LOG_DEVICE_CLOSED = 2,     /**< info */
    V4LXX_LOG_DEVICE_LOST = 3,       /**< error; once for each open device, when a call notices it */
    V4LXX_LOG_FORMAT_SET = 4,        /**< info; a warning if it is not what was asked for */
    V4LXX_LOG_INTERVAL_SET = 5,      /**< info: the frame interval */
    V4LXX_LOG_STREAM_STARTED = 6,    /**< info: with which format and how many buffers */
    V4LXX_LOG_STREAM_STOPPED = 7,    /**< info */
    V4LXX_LOG_FRAMES_LOST = 8,       /**< warning: the driver's numbers have a gap */
    V4LXX_LOG_FRAME_DAMAGED = 9,     /**< warning: a frame with the error flag, or without bytes */
    V4LXX_LOG_DRIVER_ANSWER = 10,    /**< warning: an answer that cannot be, which was put right, or a passing I/O error */
    V4LXX_LOG_OPERATION_FAILED = 11, /**< debug; a warning if the driver is to blame, or another device is in its place */
    V4LXX_LOG_DEVICE_BACK = 12,      /**< warning: a stream with V4LXX_STREAM_RECONNECT goes on */
    V4LXX_LOG_USB_RESET = 13         /**< warning: a stream with V4LXX_STREAM_USB_RESET had its device reset */
};

/** One message. Good only during the call that hands it over. @since 0.1 */
typedef struct v4lxx_log_record v4lxx_log_record;

/**
 * Takes one message, on the thread whose call caused it: of two threads that use the context two may come at the same time. No lock
 * of the library is held. Any function may be called, with the limits a callback of the call in progress has: a function of the tag
 * `object` not for an object that is in use in this very call. What is caused from inside is not told again.
 * The call in progress waits for this function, the unref that closes a device too: be quick.
 * @param record     @borrowed the message, for the length of this call.
 * @param user_data  @borrowed @nullable the pointer given with the function.
 * @since 0.1
 */
typedef void (*v4lxx_log_fn)(const v4lxx_log_record *record, void *user_data);

/**
 * Sets who hears what the library has to tell about everything that hangs off this context. The same message about the same device
 * comes at most 5 times a second; the next one after that says how many were left out.
 * @param context    @borrowed the context.
 * @param level      the messages wanted: those of this level and of all before it.
 * @param fn         @nullable the function; NULL, like ::V4LXX_LOG_NONE, ends the log. A call in progress on another thread may still
 *                   run when this returns: destroy comes after it.
 * @param user_data  @borrowed @nullable handed to fn and destroy; kept until destroy is called.
 * @param destroy    @nullable called once with user_data when it is no longer needed, also if this call fails.
 * @param error      @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure, after which the log is as it was.
 * @errors ARGUMENT NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_context_set_log(v4lxx_context *context, v4lxx_log_level level, v4lxx_log_fn fn, void *user_data,
                                             v4lxx_destroy_fn destroy, v4lxx_error **error);

/**
 * How many messages the log of this context kept back because of the limit, or for want of memory.
 * @param context  @borrowed the context.
 * @returns the number since the context was made.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint64_t v4lxx_context_get_log_left_out(const v4lxx_context *context);

/**
 * How much the message matters.
 * @param record  @borrowed the message.
 * @returns one of ::v4lxx_log_level_values.
 * @threadsafety dispatch
 * @since 0.1
 */
V4LXX_API v4lxx_log_level v4lxx_log_record_get_level(const v4lxx_log_record *record);

/**
 * What the message is about.
 * @param record  @borrowed the message.
 * @returns one of ::v4lxx_log_topic_values.
 * @threadsafety dispatch
 * @since 0.1
 */
V4LXX_API v4lxx_log_topic v4lxx_log_record_get_topic(const v4lxx_log_record *record);

/**
 * The code of the failure that the message tells of.
 * @param record  @borrowed the message.
 * @returns one of ::v4lxx_code_values; 0 if it is no failure.
 * @threadsafety dispatch
 * @since 0.1
 */
V4LXX_API v4lxx_code v4lxx_log_record_get_code(const v4lxx_log_record *record);

/**
 * How many messages of this kind about this device were left out since the last one. The message says so, too.
 * @param record  @borrowed the message.
 * @returns the number.
 * @threadsafety dispatch
 * @since 0.1
 */
V4LXX_API uint64_t v4lxx_log_record_get_left_out(const v4lxx_log_record *record);

/**
 * The device the message is about, such as `"HD Pro Webcam C920" (/dev/video2)`.
 * @param record  @borrowed the message.
 * @returns @borrowed record text; "" if it is about none.
 * @threadsafety dispatch
 * @since 0.1
 */
V4LXX_API const char *v4lxx_log_record_get_device(const v4lxx_log_record *record);

/**
 * The message for people. That of a failure has several lines, the first of which stands alone.
 * @param record  @borrowed the message.
 * @returns @borrowed record UTF-8 text without a final newline.
 * @threadsafety dispatch
 * @since 0.1
 */
V4LXX_API const char *v4lxx_log_record_get_message(const v4lxx_log_record *record);

/**
 * The word for a level: "warning".
 * @param level  one of ::v4lxx_log_level_values.
 * @returns @borrowed static the word; "" for none and for a level this version does not know.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_log_level_get_name(v4lxx_log_level level);

#ifdef __cplusplus
}
#endif
#endif
