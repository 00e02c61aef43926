/* SPDX-License-Identifier: MIT */
/** @file
 * A frame: colour planes, time and origin of one picture. It stays readable until its last unref, whatever happens to stream,
 * device or cable; the last unref gives the buffer back to the driver, from any thread.
 */
#ifndef V4LXX_FRAME_H
#define V4LXX_FRAME_H

#include <v4lxx/clock.h>
#include <v4lxx/status.h>
#include <v4lxx/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The moment a time stamp stands for. @since 0.1 */
typedef uint32_t v4lxx_timestamp_source;
enum v4lxx_timestamp_source_values {
    V4LXX_TIMESTAMP_END_OF_FRAME = 0,     /**< the last byte arrived */
    V4LXX_TIMESTAMP_START_OF_EXPOSURE = 1 /**< the exposure began */
};

/** Bits of v4lxx_frame_info.flags. @since 0.1 */
typedef uint32_t v4lxx_frame_flags;
enum v4lxx_frame_flags_values {
    V4LXX_FRAME_CORRUPT = 1 << 0,        /**< the driver says that the data may be damaged */
    V4LXX_FRAME_SHORT = 1 << 1,          /**< fewer bytes than the format needs */
    V4LXX_FRAME_KEY = 1 << 2,            /**< a key frame of a compressed format */
    V4LXX_FRAME_LAST = 1 << 3,           /**< the last frame before the stream ends or changes */
    V4LXX_FRAME_CANCELLED = 1 << 4,      /**< reserved for frames returned by a stop */
    V4LXX_FRAME_COPIED = 1 << 5,         /**< the bytes are a copy in private memory, not the driver's buffer */
    V4LXX_FRAME_STAMP_UNSET = 1 << 6,    /**< timestamp_ns is 0 */
    V4LXX_FRAME_STAMP_REPEATED = 1 << 7, /**< timestamp_ns is that of the frame before */
    V4LXX_FRAME_STAMP_BACKWARD = 1 << 8, /**< timestamp_ns is before that of the frame before */
    V4LXX_FRAME_STAMP_FUTURE = 1 << 9    /**< of CLOCK_MONOTONIC, and more than a second after arrival_ns */
};

/** What kind of picture compressed data holds. From the driver's flags; where it sets none, from the first bytes of H.264, HEVC, VP8,
    VP9, AV1, MJPEG and JPEG. @since 0.1 */
typedef uint32_t v4lxx_picture_type;
enum v4lxx_picture_type_values {
    V4LXX_PICTURE_UNKNOWN = 0,       /**< not compressed, or neither driver nor data say */
    V4LXX_PICTURE_KEY = 1,           /**< decoding can begin here */
    V4LXX_PICTURE_PREDICTED = 2,     /**< P: needs pictures before it */
    V4LXX_PICTURE_BIDIRECTIONAL = 3, /**< B: needs pictures before and after it */
    V4LXX_PICTURE_NOT_KEY = 4        /**< decoding cannot begin here; P or B is not known */
};

/** All that is known of a frame, by one call. Colour planes, whatever API the driver speaks: NV12 and NV12M look the same.  @versioned @since 0.1 */
typedef struct v4lxx_frame_info {
    uint32_t struct_size;                    /**< sizeof(v4lxx_frame_info) as the caller compiled it */
    uint32_t fourcc;                         /**< pixel format code */
    uint32_t width;                          /**< pixels */
    uint32_t height;                         /**< pixels */
    uint32_t field;                          /**< enum v4l2_field */
    uint32_t colorspace;                     /**< enum v4l2_colorspace */
    uint32_t ycbcr_encoding;                 /**< enum v4l2_ycbcr_encoding */
    uint32_t quantization;                   /**< enum v4l2_quantization */
    uint32_t transfer_function;              /**< enum v4l2_xfer_func */
    uint32_t flags;                          /**< bits of ::v4lxx_frame_flags_values */
    uint32_t sequence;                       /**< frame number since start, from 0; gaps are frames the driver dropped */
    uint32_t driver_sequence;                /**< the kernel's own number */
    int64_t timestamp_ns;                    /**< the driver's time stamp */
    v4lxx_clock clock;                       /**< the clock of timestamp_ns, as the driver says: UNKNOWN, MONOTONIC or COPY */
    v4lxx_timestamp_source timestamp_source; /**< the moment timestamp_ns stands for */
    uint32_t plane_count;                    /**< colour planes, 1 to 4 */
    uint32_t buffer_index;                   /**< the kernel's buffer number */
    uint64_t plane_address[4];               /**< first byte of each colour plane, in this process */
    uint64_t plane_bytes[4];                 /**< bytes of each colour plane that hold data */
    uint32_t plane_stride[4];                /**< distance of two rows; 0 for compressed formats */
    int64_t arrival_ns;                      /**< CLOCK_MONOTONIC when the library took the frame from the driver */
    uint64_t number;                         /**< as `sequence`, and never wraps */
    v4lxx_picture_type picture_type;         /**< one of ::v4lxx_picture_type_values */
    uint32_t generation;                     /**< which start of the stream it is of, from 1 */
    uint32_t timecode_type;                  /**< V4L2_TC_TYPE_…; 0: there is no time code */
    uint32_t timecode_flags;                 /**< bits of V4L2_TC_FLAG_… and of V4L2_TC_USERBITS_field */
    uint32_t timecode_hours;                 /**< of the time code */
    uint32_t timecode_minutes;               /**< of the time code */
    uint32_t timecode_seconds;               /**< of the time code */
    uint32_t timecode_frames;                /**< of the time code */
    uint32_t timecode_user_bits;             /**< its four bytes, the first one lowest */
    v4lxx_clock stamp_clock;                 /**< as `clock`; where the driver says UNKNOWN, what was found out, or UNKNOWN */
    int32_t crop_left;                       /**< of the part of the source that the frame shows (V4LXX_SELECTION_CROP) */
    int32_t crop_top;                        /**< its upper edge */
    uint32_t crop_width;                     /**< its pixels across; 0: the driver has no such rectangle */
    uint32_t crop_height;                    /**< its pixels down */
} v4lxx_frame_info;
#define V4LXX_FRAME_INFO_INIT { (uint32_t)sizeof(v4lxx_frame_info), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, \
                                { 0, 0, 0, 0 }, { 0, 0, 0, 0 }, { 0, 0, 0, 0 }, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/**
 * Writes the defaults, the same as the macro V4LXX_FRAME_INFO_INIT.
 * @param info  @out the struct to fill; size bytes are written.
 * @param size  sizeof(v4lxx_frame_info) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_frame_info_init(v4lxx_frame_info *info, uint32_t size);

/**
 * Takes one more reference.
 * @param frame  @borrowed @nullable NULL is a no-op.
 * @returns @owned the same frame.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_frame *v4lxx_frame_ref(v4lxx_frame *frame);

/**
 * Gives a reference back; the last one gives the buffer back to the driver. Waits for no lock. A failure to give it back is
 * reported by the next v4lxx_stream_dequeue().
 * @param frame  @owned @nullable NULL is a no-op.
 * @ioctl VIDIOC_QBUF https://docs.kernel.org/userspace-api/media/v4l/vidioc-qbuf.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_frame_unref(v4lxx_frame *frame);

/**
 * All that is known of the frame.
 * @param frame  @borrowed the frame.
 * @param out    @out @versioned set struct_size first; the rest is written.
 * @param error  @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_frame_read_info(const v4lxx_frame *frame, v4lxx_frame_info *out, v4lxx_error **error);

/**
 * The bytes of one colour plane. Read only.
 * @param frame     @borrowed the frame.
 * @param plane     0 to plane_count - 1.
 * @param out_size  @out @nullable bytes that hold data.
 * @returns @borrowed frame the first byte, valid until the last unref, even after the stream stops; NULL if there is no such plane.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const void *v4lxx_frame_get_plane_data(const v4lxx_frame *frame, uint32_t plane, size_t *out_size);

#ifdef __cplusplus
}
#endif
#endif
