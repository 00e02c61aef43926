/* SPDX-License-Identifier: MIT */
/** @file
 * Frames that a program has not given back: how many, how old, and who has them. For finding out who starves a camera, and who reads what
 * was given back.
 */
#ifndef V4LXX_HELD_H
#define V4LXX_HELD_H

#include <v4lxx/status.h>
#include <v4lxx/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** One frame that is held, or was: one whose references are 0 was given back.  @versioned @since 0.1 */
typedef struct v4lxx_held_frame {
    uint32_t struct_size;  /**< sizeof(v4lxx_held_frame) as the caller compiled it */
    uint32_t generation;   /**< which start of the stream it is of, from 1; one of an older start keeps no buffer of this one */
    uint64_t number;       /**< as in v4lxx_frame_info */
    uint64_t holder;       /**< what v4lxx_frame_set_holder() said last; 0: nothing */
    uint64_t bytes;        /**< of all planes */
    int64_t arrival_ns;    /**< as in v4lxx_frame_info */
    int64_t age_ns;        /**< since then; -1: not known, because the stream is closed */
    uint32_t references;   /**< that have to be given back before the driver gets its buffer */
    uint32_t buffer_index; /**< the kernel's buffer number */
    uint32_t flags;    /**< bits of ::v4lxx_frame_flags_values; of one with V4LXX_FRAME_COPIED the driver has its buffer back */
    uint32_t taken_by; /**< with V4LXX_STREAM_GUARD: the kernel's number of the thread that took it; else 0 */
    uint32_t released_by; /**< with V4LXX_STREAM_GUARD: of the one that gave back its last reference; 0 while it is held */
    uint32_t reserved0;   /**< zero */
} v4lxx_held_frame;
#define V4LXX_HELD_FRAME_INIT { (uint32_t)sizeof(v4lxx_held_frame), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/**
 * Writes the defaults, the same as the macro V4LXX_HELD_FRAME_INIT.
 * @param held  @out the struct to fill; size bytes are written.
 * @param size  sizeof(v4lxx_held_frame) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_held_frame_init(v4lxx_held_frame *held, uint32_t size);

/**
 * Says who has a frame, for v4lxx_stream_list_held(). The library only keeps the number: a stage of the program, a queue, a line. It is 0
 * when a frame is handed out.
 * @param frame   @borrowed @nullable NULL is a no-op.
 * @param holder  the program's own number.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_frame_set_holder(v4lxx_frame *frame, uint64_t holder);

/**
 * Lists the frames of a stream that were handed out and not given back, of all its starts, the oldest first. A frame that another thread
 * gives back meanwhile may still be in it. Works on a closed stream too. Asks the device nothing; takes the lock of the frame path for as
 * long as it looks.
 * @param stream  @borrowed the stream.
 * @param out     @owned the snapshot; v4lxx_held_list_unref() it. It holds no frame.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_stream_list_held(v4lxx_stream *stream, v4lxx_held_list **out, v4lxx_error **error);

/**
 * Finds the frame of a buffer by an address in it: which one it was that somebody read after it was given back. A handler of SIGSEGV may
 * call it with NULL as `error`, for a fault in the program: then it allocates nothing.
 * @param stream   @borrowed the stream.
 * @param address  of a byte: `si_addr` of the signal.
 * @param out      @out @versioned set struct_size first; the rest is written. References of 0: it was given back.
 * @param error    @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure; ERROR_ARGUMENT if no buffer that the stream knows has this address, as after a stop when its last frame
 *          has gone.
 * @errors ARGUMENT ABI NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_stream_find_frame(v4lxx_stream *stream, uint64_t address, v4lxx_held_frame *out,
                                               v4lxx_error **error);

/**
 * Gives the snapshot back.
 * @param list  @owned @nullable NULL is a no-op.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_held_list_unref(v4lxx_held_list *list);

/**
 * Number of entries.
 * @param list  @borrowed the snapshot.
 * @returns the number.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_held_list_get_count(const v4lxx_held_list *list);

/**
 * One entry.
 * @param list   @borrowed the snapshot.
 * @param index  0 to count - 1, the oldest frame first.
 * @param out    @out @versioned set struct_size first; the rest is written.
 * @param error  @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_held_list_at(const v4lxx_held_list *list, uint32_t index, v4lxx_held_frame *out,
                                          v4lxx_error **error);

#ifdef __cplusplus
}
#endif
#endif
