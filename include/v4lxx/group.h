/* SPDX-License-Identifier: MIT */
/** @file
 * Several cameras in step: a group of streams hands out the frames that were taken at the same time, as one set, and tells how far apart they are.
 */
#ifndef V4LXX_GROUP_H
#define V4LXX_GROUP_H

#include <v4lxx/statistics.h>
#include <v4lxx/status.h>
#include <v4lxx/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** By what frames belong together. @since 0.1 */
typedef uint32_t v4lxx_match;
enum v4lxx_match_values {
    V4LXX_MATCH_STAMPS = 0,    /**< time stamps that are near enough; all have to be of one clock, and it has to be known */
    V4LXX_MATCH_SEQUENCES = 1, /**< the same number of the driver's: cameras on one trigger, started before its first pulse */
    V4LXX_MATCH_STAMPS_OR_SEQUENCES = 2 /**< time stamps, and sequences from the first stamp on that cannot be compared */
};

/** Bits of v4lxx_group_options.flags. @since 0.1 */
typedef uint32_t v4lxx_group_flags;
enum v4lxx_group_flags_values {
    V4LXX_GROUP_INCOMPLETE = 1 << 0 /**< frames whose partners do not come are handed out, too, with the missing ones marked */
};

/** How a group matches frames; zero in any field is the usual way.  @versioned @since 0.1 */
typedef struct v4lxx_group_options {
    uint32_t struct_size; /**< sizeof(v4lxx_group_options) as the caller compiled it */
    v4lxx_match match_by; /**< by what frames belong together */
    int64_t tolerance_ns; /**< how far apart stamps of one set may be; 0: half the shortest frame interval of the cameras */
    int64_t max_wait_ns;  /**< how long a frame waits for partners; 0: while no more than most_held of its camera wait */
    uint32_t most_held; /**< frames of one camera that wait at most, 1 to 32; 0 is 2. Its driver is left a buffer in any case */
    uint32_t flags;     /**< bits of ::v4lxx_group_flags_values; unknown bits fail with ERROR_ARGUMENT */
} v4lxx_group_options;
#define V4LXX_GROUP_OPTIONS_INIT { (uint32_t)sizeof(v4lxx_group_options), 0, 0, 0, 0, 0 }

/** What is known of a set.  @versioned @since 0.1 */
typedef struct v4lxx_frame_set_info {
    uint32_t struct_size;   /**< sizeof(v4lxx_frame_set_info) as the caller compiled it */
    uint32_t camera_count;  /**< of the group, the missing ones included */
    uint64_t number;        /**< of the sets of this group, from 0 */
    uint64_t cameras;       /**< which have a frame in it: bit 0 is the stream that was added first */
    int64_t skew_ns;        /**< from the earliest to the latest of its frames; -1: their stamps cannot be compared */
    v4lxx_bool is_complete; /**< there is a frame of each camera */
    uint32_t reserved0;     /**< zero */
} v4lxx_frame_set_info;
#define V4LXX_FRAME_SET_INFO_INIT { (uint32_t)sizeof(v4lxx_frame_set_info), 0, 0, 0, 0, 0, 0 }

/** How a group went since it was made.  @versioned @since 0.1 */
typedef struct v4lxx_group_statistics {
    uint32_t struct_size;  /**< sizeof(v4lxx_group_statistics) as the caller compiled it */
    uint32_t camera_count; /**< streams in it */
    uint64_t complete;     /**< sets with a frame of each camera */
    uint64_t incomplete;   /**< sets without */
    int64_t tolerance_ns;  /**< in use now; 0 with sequences */
    v4lxx_match match_by;  /**< in use now: V4LXX_MATCH_STAMPS or V4LXX_MATCH_SEQUENCES */
    uint32_t reserved0;    /**< zero */
    v4lxx_histogram skew;  /**< of complete sets */
} v4lxx_group_statistics;
#define V4LXX_GROUP_STATISTICS_INIT { (uint32_t)sizeof(v4lxx_group_statistics), 0, 0, 0, 0, 0, 0, { 0, 0, 0, 0, { 0 } } }

/** How one camera of a group went. Its frames are those in sets, those that are unmatched or late, and those held.  @versioned @since 0.1 */
typedef struct v4lxx_group_camera {
    uint32_t struct_size;   /**< sizeof(v4lxx_group_camera) as the caller compiled it */
    uint32_t held;          /**< frames that wait for partners now */
    uint64_t frames;        /**< that came */
    uint64_t in_complete;   /**< of these, in complete sets */
    uint64_t in_incomplete; /**< in incomplete ones */
    uint64_t unmatched;     /**< not handed out, for want of partners */
    uint64_t late;          /**< not handed out, because a later set was */
    uint64_t resets;        /**< how often it was started again, or its driver counted anew */
    int64_t interval_ns;    /**< from frame to frame, measured over about the last thousand; at first as its driver says */
    int64_t drift_ppb; /**< billionths that its intervals are longer than those of the first camera, beyond what drivers say */
    uint32_t drift_frames; /**< frames that drift_ppb was measured over, about; 0: it is not known */
    v4lxx_bool is_gone;    /**< it has ended, or its failure was told: no frame of it is waited for */
} v4lxx_group_camera;
#define V4LXX_GROUP_CAMERA_INIT { (uint32_t)sizeof(v4lxx_group_camera), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/**
 * Writes the defaults, the same as the macro V4LXX_GROUP_OPTIONS_INIT.
 * @param options  @out the struct to fill; size bytes are written.
 * @param size     sizeof(v4lxx_group_options) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_group_options_init(v4lxx_group_options *options, uint32_t size);

/**
 * Writes the defaults, the same as the macro V4LXX_FRAME_SET_INFO_INIT.
 * @param info  @out the struct to fill; size bytes are written.
 * @param size  sizeof(v4lxx_frame_set_info) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_frame_set_info_init(v4lxx_frame_set_info *info, uint32_t size);

/**
 * Writes the defaults, the same as the macro V4LXX_GROUP_STATISTICS_INIT.
 * @param statistics  @out the struct to fill; size bytes are written.
 * @param size        sizeof(v4lxx_group_statistics) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_group_statistics_init(v4lxx_group_statistics *statistics, uint32_t size);

/**
 * Writes the defaults, the same as the macro V4LXX_GROUP_CAMERA_INIT.
 * @param camera  @out the struct to fill; size bytes are written.
 * @param size    sizeof(v4lxx_group_camera) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_group_camera_init(v4lxx_group_camera *camera, uint32_t size);

/**
 * Makes a group without streams.
 * @param context  @borrowed the context of its devices.
 * @param options  @borrowed @nullable NULL takes the defaults.
 * @param out      @owned the group; v4lxx_group_unref() it.
 * @param error    @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI SYSTEM NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_group_create(v4lxx_context *context, const v4lxx_group_options *options, v4lxx_group **out,
                                          v4lxx_error **error);

/**
 * Takes one more reference.
 * @param group  @borrowed @nullable NULL is a no-op.
 * @returns @owned the same group.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_group *v4lxx_group_ref(v4lxx_group *group);

/**
 * Gives a reference back; the last one lets its streams go. Sets that are held stay as they are.
 * @param group  @owned @nullable NULL is a no-op.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_group_unref(v4lxx_group *group);

/**
 * Takes a stream into the group. Streams have numbers, from 0, in the order in which they were added; one that has left the group, because it ended
 * or its failure was told, takes its old place again. A stream can be in one group, or in the loop of its context.
 * @param group      @borrowed the group.
 * @param stream     @borrowed the stream, running or not; the group keeps it alive.
 * @param offset_ns  added to each of its time stamps before they are compared, an hour at most: where it is known that they come late, by the
 *                   time the camera reads out its sensor, for example, this is less than 0.
 * @param error      @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure; ERROR_STATE inside v4lxx_group_next() on another thread.
 * @errors ARGUMENT STATE CLOSED DEVICE_LOST DRIVER_BUG NO_MEMORY SYSTEM
 * @ioctl VIDIOC_G_PARM https://docs.kernel.org/userspace-api/media/v4l/vidioc-g-parm.html
 * @threadsafety object
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_group_add_stream(v4lxx_group *group, v4lxx_stream *stream, int64_t offset_ns, v4lxx_error **error);

/**
 * Takes the next set. Sets come in the order of time. A failure of a stream is told once, then the stream has left the group: without
 * V4LXX_GROUP_INCOMPLETE no set is complete any more, and the next call says V4LXX_END. A stream with V4LXX_STREAM_RECONNECT does not fail: its frames
 * are missing while it is away.
 * @param group       @borrowed the group.
 * @param timeout_ns  nanoseconds to wait; 0 polls, < 0 waits until a set comes or the wait is cancelled.
 * @param out         @owned the set; v4lxx_frame_set_unref() gives its frames back. NULL without one.
 * @param error       @owned @nullable details of a failure.
 * @returns V4LXX_OK with a set; V4LXX_AGAIN (timeout 0 and nothing there), V4LXX_TIMED_OUT, V4LXX_END (none can come any more) without one; or a
 *          failure, that of a stream or of the group. ERROR_UNSUPPORTED where time stamps cannot be compared.
 * @errors ARGUMENT STATE CLOSED CANCELLED DEVICE_LOST UNSUPPORTED DRIVER_BUG SYSTEM NO_MEMORY
 * @ioctl VIDIOC_DQBUF https://docs.kernel.org/userspace-api/media/v4l/vidioc-qbuf.html
 * @threadsafety object
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_group_next(v4lxx_group *group, int64_t timeout_ns, v4lxx_frame_set **out, v4lxx_error **error);

/**
 * Ends the wait in progress on this group, or the next one if there is none, once, with ERROR_CANCELLED.
 * @param group  @borrowed @nullable NULL is a no-op.
 * @threadsafety signal
 * @since 0.1
 */
V4LXX_API void v4lxx_group_cancel(v4lxx_group *group);

/**
 * One file descriptor for poll, epoll or any event loop: readable when v4lxx_group_next(group, 0, ...) has something to do. The same for the life of
 * the group, always to be polled for POLLIN. A loop that is woken by edges takes sets until AGAIN.
 * @param group  @borrowed the group.
 * @returns the descriptor, which stays the group's: never read or close it; -1 for NULL.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API int32_t v4lxx_group_get_fd(v4lxx_group *group);

/**
 * Reads how the group went.
 * @param group  @borrowed the group.
 * @param out    @out @versioned set struct_size first; the rest is written.
 * @param error  @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_group_read_statistics(v4lxx_group *group, v4lxx_group_statistics *out, v4lxx_error **error);

/**
 * Reads how one of its cameras went.
 * @param group  @borrowed the group.
 * @param index  the number of its stream.
 * @param out    @out @versioned set struct_size first; the rest is written.
 * @param error  @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_group_read_camera(v4lxx_group *group, uint32_t index, v4lxx_group_camera *out,
                                               v4lxx_error **error);

/**
 * Takes one more reference.
 * @param set  @borrowed @nullable NULL is a no-op.
 * @returns @owned the same set.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_frame_set *v4lxx_frame_set_ref(v4lxx_frame_set *set);

/**
 * Gives a reference back; the last one gives its frames back, each of which stays while it has references of its own.
 * @param set  @owned @nullable NULL is a no-op.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_frame_set_unref(v4lxx_frame_set *set);

/**
 * What is known of the set.
 * @param set    @borrowed the set.
 * @param out    @out @versioned set struct_size first; the rest is written.
 * @param error  @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_frame_set_read_info(const v4lxx_frame_set *set, v4lxx_frame_set_info *out, v4lxx_error **error);

/**
 * The frame of one camera.
 * @param set    @borrowed the set.
 * @param index  the number of its stream in the group.
 * @returns @borrowed set the frame; v4lxx_frame_ref() it to keep it longer than the set. NULL if it is missing.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_frame *v4lxx_frame_set_get_frame(const v4lxx_frame_set *set, uint32_t index);

/**
 * When the frame of one camera was taken, comparable with the others in the set: its time stamp and the offset that the stream was added with. In a
 * group in which some cameras stamp the start of the exposure and some the end of the frame, a frame interval is taken off the latter: exposure and
 * readout together are taken to last that long.
 * @param set    @borrowed the set.
 * @param index  the number of its stream in the group.
 * @returns nanoseconds, in the time of the frame's clock; 0 if it is missing.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API int64_t v4lxx_frame_set_get_moment(const v4lxx_frame_set *set, uint32_t index);

#ifdef __cplusplus
}
#endif
#endif
