/* SPDX-License-Identifier: MIT */
/** @file
 * How regularly frames come, and how quickly they are taken: two histograms of a stream, always on, read at any time.
 */
#ifndef V4LXX_STATISTICS_H
#define V4LXX_STATISTICS_H

#include <v4lxx/status.h>
#include <v4lxx/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** How often which time was seen. Each bucket reaches from its own bound to that of the next one, v4lxx_histogram_get_bound(): below 4
    microseconds each has a bucket, then four divide each doubling, up to 33 seconds; longer times are in the last one.  @frozen @since 0.1 */
typedef struct v4lxx_histogram {
    uint64_t count;       /**< times that were seen */
    int64_t least_ns;     /**< the shortest, nanoseconds */
    int64_t most_ns;      /**< the longest, nanoseconds */
    int64_t sum_ns;       /**< of all of them; divided by count it is their mean */
    uint64_t buckets[96]; /**< how many of them each bucket holds */
} v4lxx_histogram;

/** How a stream went since it was created. It is read while frames come: its parts may differ by the frame that just comes. With time stamps of
    the start of the exposure, the exposure is part of `delivery`.  @versioned @since 0.1 */
typedef struct v4lxx_stream_statistics {
    uint32_t struct_size;     /**< sizeof(v4lxx_stream_statistics) as the caller compiled it */
    uint32_t reserved0;       /**< zero */
    uint64_t stamps_unset;    /**< frames with V4LXX_FRAME_STAMP_UNSET */
    uint64_t stamps_repeated; /**< frames with V4LXX_FRAME_STAMP_REPEATED */
    uint64_t stamps_backward; /**< frames with V4LXX_FRAME_STAMP_BACKWARD */
    uint64_t stamps_future;   /**< frames with V4LXX_FRAME_STAMP_FUTURE */
    v4lxx_histogram interval; /**< from time stamp to the next later one, as frames were taken; none over a start */
    v4lxx_histogram delivery; /**< from time stamp to arrival, where stamps are of CLOCK_MONOTONIC */
} v4lxx_stream_statistics;
#define V4LXX_STREAM_STATISTICS_INIT { (uint32_t)sizeof(v4lxx_stream_statistics), 0, 0, 0, 0, 0, { 0, 0, 0, 0, { 0 } }, { 0, 0, 0, 0, { 0 } } }

/**
 * Writes the defaults, the same as the macro V4LXX_STREAM_STATISTICS_INIT.
 * @param statistics  @out the struct to fill; size bytes are written.
 * @param size        sizeof(v4lxx_stream_statistics) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_stream_statistics_init(v4lxx_stream_statistics *statistics, uint32_t size);

/**
 * Reads the statistics. It takes no lock of the frame path, and asks the device nothing.
 * @param stream  @borrowed the stream.
 * @param out     @out @versioned set struct_size first; the rest is written.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_stream_read_statistics(v4lxx_stream *stream, v4lxx_stream_statistics *out, v4lxx_error **error);

/**
 * The shortest time that a bucket of a histogram holds.
 * @param bucket  0 to 95; 96 is the end of the last one.
 * @returns nanoseconds; -1 if there is no such bucket.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API int64_t v4lxx_histogram_get_bound(uint32_t bucket);

/**
 * The time within which a part of all times lies, as far as buckets tell: 990 per mille is the 99th percentile.
 * @param histogram  @borrowed the histogram.
 * @param per_mille  0 to 1000.
 * @returns nanoseconds: the end of the bucket in which that part is reached, or the longest time that was seen if that is less; 0 for an
 *          empty histogram or NULL; -1 beyond 1000.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API int64_t v4lxx_histogram_get_quantile(const v4lxx_histogram *histogram, uint32_t per_mille);

#ifdef __cplusplus
}
#endif
#endif
