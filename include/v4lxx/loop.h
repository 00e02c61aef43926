/* SPDX-License-Identifier: MIT */
/** @file
 * The loop of a context: many streams on one thread, with one descriptor, and one wait for all of them that are ready. A program that has only
 * one camera, or a thread for each, needs none of this.
 */
#ifndef V4LXX_LOOP_H
#define V4LXX_LOOP_H

#include <v4lxx/event.h>
#include <v4lxx/status.h>
#include <v4lxx/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Receives an event. Runs only inside v4lxx_context_dispatch(), on the caller's thread, with no lock of the library held. Every call of the API
 * is allowed except v4lxx_context_dispatch() and v4lxx_context_dequeue() on the same context.
 * @param context    @borrowed the context.
 * @param event      @borrowed the event; v4lxx_event_ref() it to keep it longer than the call.
 * @param user_data  @borrowed @nullable the pointer given with the callback.
 * @since 0.1
 */
typedef void (*v4lxx_event_fn)(v4lxx_context *context, v4lxx_event *event, void *user_data);

/**
 * Takes a stream into the loop. Neither keeps the other alive: a stream leaves with its last reference, and when it is closed. One whose failure was
 * told has left too; after it was started again it can be added again.
 * @param context  @borrowed the context of its device.
 * @param stream   @borrowed the stream, running or not.
 * @param tag      a number of the program's that stands for the stream.
 * @param error    @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT STATE CLOSED NO_MEMORY SYSTEM
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_context_add_stream(v4lxx_context *context, v4lxx_stream *stream, uint64_t tag,
                                                v4lxx_error **error);

/**
 * Takes a stream out of the loop. A callback that runs on another thread may still be in progress when this returns; v4lxx_stream_stop() waits
 * for it.
 * @param context  @borrowed the context.
 * @param stream   @borrowed the stream; one that is not in the loop is left as it is.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_context_remove_stream(v4lxx_context *context, v4lxx_stream *stream);

/**
 * Takes the next frame of any stream in the loop. Streams that are ready take turns.
 * @param context     @borrowed the context.
 * @param timeout_ns  nanoseconds to wait; 0 polls, < 0 waits until a frame comes or the wait is cancelled.
 * @param tag         @out of which stream the frame, the end or the failure is; 0 if it is about none.
 * @param out         @owned the frame, as v4lxx_stream_dequeue() gives it. NULL without one.
 * @param error       @owned @nullable details of a failure.
 * @returns V4LXX_OK with a frame; V4LXX_END once for a stream that has ended; V4LXX_AGAIN if there is none now: the timeout was 0, or an event waits
 *          for v4lxx_context_next_event(); V4LXX_TIMED_OUT; or a failure, that of a stream or of the loop.
 * @errors ARGUMENT STATE CLOSED CANCELLED DEVICE_LOST DRIVER_BUG SYSTEM NO_MEMORY
 * @threadsafety object
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_context_dequeue(v4lxx_context *context, int64_t timeout_ns, uint64_t *tag, v4lxx_frame **out,
                                             v4lxx_error **error);

/**
 * Waits until a stream in the loop has a frame or an event comes, and hands all that is ready to the callbacks, on this thread: each stream has
 * its own, v4lxx_stream_set_frame_callback(), and the context has one for events.
 * @param context     @borrowed the context.
 * @param timeout_ns  nanoseconds to wait; 0 polls, < 0 waits until something comes or the wait is cancelled.
 * @param budget      return after so many callbacks, so that the program gets to do other things; 0 takes 64. What is left comes next time.
 * @param error       @owned @nullable details of a failure.
 * @returns V4LXX_OK after a callback, or if an event waits and there is no callback for it; V4LXX_END once for each stream that has ended; V4LXX_AGAIN
 *          (timeout 0 and nothing there) or V4LXX_TIMED_OUT; or a failure, that of a stream or of the loop.
 * @errors ARGUMENT STATE CLOSED CANCELLED DEVICE_LOST DRIVER_BUG SYSTEM NO_MEMORY
 * @threadsafety object
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_context_dispatch(v4lxx_context *context, int64_t timeout_ns, uint32_t budget, v4lxx_error **error);

/**
 * Sets the function that v4lxx_context_dispatch() hands events to. Without one they wait for v4lxx_context_next_event().
 * @param context    @borrowed the context.
 * @param fn         @nullable the function; NULL takes it away.
 * @param user_data  @borrowed @nullable handed to fn and destroy; kept until destroy is called.
 * @param destroy    @nullable called once with user_data when it is no longer needed, also if this call fails.
 * @param error      @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT NO_MEMORY SYSTEM
 * @threadsafety object
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_context_set_event_callback(v4lxx_context *context, v4lxx_event_fn fn, void *user_data,
                                                        v4lxx_destroy_fn destroy, v4lxx_error **error);

/**
 * Ends the waits in progress on this context, or the next one if there is none, once, with ERROR_CANCELLED. Waits on its streams go on.
 * @param context  @borrowed @nullable NULL is a no-op, and so is a context whose loop was never used.
 * @threadsafety signal
 * @since 0.1
 */
V4LXX_API void v4lxx_context_cancel(v4lxx_context *context);

/**
 * One file descriptor for poll, epoll or any event loop: readable when v4lxx_context_dispatch(context, 0, ...) has something to do, of any
 * stream in the loop, and when an event waits. The same for the life of the context, always to be polled for POLLIN. A loop that is woken by edges
 * dispatches until AGAIN.
 * @param context  @borrowed the context.
 * @returns the descriptor, which stays the context's: never read or close it; -1 if no descriptor was free.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API int32_t v4lxx_context_get_fd(v4lxx_context *context);

/**
 * Starts a thread of the library's that dispatches until it is stopped; the library has no other. All signals are blocked on it. It holds a
 * reference of the context. A failure of a stream is told by the event V4LXX_EVENT_LEFT_LOOP and to the log.
 * @param context  @borrowed the context.
 * @param error    @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure; ERROR_STATE if it runs, or another thread dispatches.
 * @errors ARGUMENT STATE NO_MEMORY SYSTEM
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_context_start_thread(v4lxx_context *context, v4lxx_error **error);

/**
 * Stops that thread, and waits until it has ended; inside one of its callbacks it does not wait.
 * @param context  @borrowed @nullable NULL is a no-op, and so is a context without a thread.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_context_stop_thread(v4lxx_context *context);

#ifdef __cplusplus
}
#endif
#endif
