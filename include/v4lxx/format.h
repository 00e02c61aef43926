/* SPDX-License-Identifier: MIT */
/** @file Formats: what a device offers and what it was set to. Numbers of colour and field are the kernel's own. */
#ifndef V4LXX_FORMAT_H
#define V4LXX_FORMAT_H

#include <v4lxx/status.h>
#include <v4lxx/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * A picture format. For v4lxx_device_set_format() a zero field means "as it is" or "let the driver choose".
 * One model for the single- and the multi-planar API: `memory_plane_count` separate blocks of memory.
 * @versioned @since 0.1
 */
typedef struct v4lxx_format {
    uint32_t struct_size;        /**< sizeof(v4lxx_format) as the caller compiled it */
    uint32_t fourcc;             /**< pixel format code of V4L2 */
    uint32_t width;              /**< pixels */
    uint32_t height;             /**< pixels */
    uint32_t field;              /**< enum v4l2_field; 1 is progressive */
    uint32_t colorspace;         /**< enum v4l2_colorspace */
    uint32_t ycbcr_encoding;     /**< enum v4l2_ycbcr_encoding */
    uint32_t quantization;       /**< enum v4l2_quantization */
    uint32_t transfer_function;  /**< enum v4l2_xfer_func */
    uint32_t flags;              /**< V4L2_PIX_FMT_FLAG_ bits as granted; zero when setting */
    uint32_t memory_plane_count; /**< 1 to 4; out only */
    uint32_t reserved0;          /**< must be zero */
    uint32_t stride_bytes[4];    /**< distance of two rows in each memory plane; 0 for compressed formats */
    uint32_t size_bytes[4];      /**< size of each memory plane; out only */
} v4lxx_format;
#define V4LXX_FORMAT_INIT { (uint32_t)sizeof(v4lxx_format), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, { 0, 0, 0, 0 }, { 0, 0, 0, 0 } }

/** Fields that were wanted and granted otherwise: those of ::v4lxx_format, and the rate. @since 0.1 */
typedef uint32_t v4lxx_format_field;
enum v4lxx_format_field_values {
    V4LXX_FORMAT_FIELD_FOURCC = 1 << 0,            /**< fourcc differs */
    V4LXX_FORMAT_FIELD_WIDTH = 1 << 1,             /**< width differs */
    V4LXX_FORMAT_FIELD_HEIGHT = 1 << 2,            /**< height differs */
    V4LXX_FORMAT_FIELD_FIELD = 1 << 3,             /**< field differs */
    V4LXX_FORMAT_FIELD_COLORSPACE = 1 << 4,        /**< colorspace differs */
    V4LXX_FORMAT_FIELD_YCBCR_ENCODING = 1 << 5,    /**< ycbcr_encoding differs */
    V4LXX_FORMAT_FIELD_QUANTIZATION = 1 << 6,      /**< quantization differs */
    V4LXX_FORMAT_FIELD_TRANSFER_FUNCTION = 1 << 7, /**< transfer_function differs */
    V4LXX_FORMAT_FIELD_STRIDE = 1 << 8,            /**< a stride_bytes differs */
    V4LXX_FORMAT_FIELD_RATE = 1 << 9,              /**< the rate differs by more than a twentieth of a percent */
    V4LXX_FORMAT_FIELD_FLAGS = 1 << 10,            /**< flags differ between two answers of the driver */
    V4LXX_FORMAT_FIELD_MEMORY_PLANES = 1 << 11,    /**< memory_plane_count differs between two answers of the driver */
    V4LXX_FORMAT_FIELD_SIZE_BYTES = 1 << 12        /**< a size_bytes differs between two answers of the driver */
};

/** Bits of the flags of a listed format. @since 0.1 */
typedef uint32_t v4lxx_format_flags;
enum v4lxx_format_flags_values {
    V4LXX_FORMAT_COMPRESSED = 1 << 0, /**< frames vary in size: MJPG, H264 */
    V4LXX_FORMAT_EMULATED = 1 << 1    /**< made by software, not by the device */
};

/** Frame sizes: one, or a range.  @versioned @since 0.1 */
typedef struct v4lxx_size_range {
    uint32_t struct_size; /**< sizeof(v4lxx_size_range) as the caller compiled it */
    uint32_t min_width;   /**< pixels */
    uint32_t max_width;   /**< pixels; equal to min_width for one size */
    uint32_t step_width;  /**< pixels; 0 for one size */
    uint32_t min_height;  /**< pixels */
    uint32_t max_height;  /**< pixels */
    uint32_t step_height; /**< pixels; 0 for one size */
    uint32_t reserved0;   /**< zero */
} v4lxx_size_range;
#define V4LXX_SIZE_RANGE_INIT { (uint32_t)sizeof(v4lxx_size_range), 0, 0, 0, 0, 0, 0, 0 }

/** Frame intervals: one, or a range, in seconds.  @versioned @since 0.1 */
typedef struct v4lxx_interval_range {
    uint32_t struct_size;      /**< sizeof(v4lxx_interval_range) as the caller compiled it */
    uint32_t min_numerator;    /**< shortest interval: the highest rate */
    uint32_t min_denominator;  /**< never 0 */
    uint32_t max_numerator;    /**< longest interval; equal to the shortest for one interval */
    uint32_t max_denominator;  /**< never 0 */
    uint32_t step_numerator;   /**< 0 for one interval, and where every interval of the range is offered */
    uint32_t step_denominator; /**< never 0 */
    uint32_t reserved0;        /**< zero */
} v4lxx_interval_range;
#define V4LXX_INTERVAL_RANGE_INIT { (uint32_t)sizeof(v4lxx_interval_range), 0, 0, 0, 0, 0, 0, 0 }

/**
 * Writes the defaults, the same as the macro V4LXX_FORMAT_INIT.
 * @param format  @out the struct to fill; size bytes are written.
 * @param size    sizeof(v4lxx_format) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_format_init(v4lxx_format *format, uint32_t size);

/**
 * Writes the defaults, the same as the macro V4LXX_SIZE_RANGE_INIT.
 * @param range  @out the struct to fill; size bytes are written.
 * @param size   sizeof(v4lxx_size_range) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_size_range_init(v4lxx_size_range *range, uint32_t size);

/**
 * Writes the defaults, the same as the macro V4LXX_INTERVAL_RANGE_INIT.
 * @param range  @out the struct to fill; size bytes are written.
 * @param size   sizeof(v4lxx_interval_range) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_interval_range_init(v4lxx_interval_range *range, uint32_t size);

/**
 * Gives a reference back.
 * @param list  @owned @nullable NULL is a no-op.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_format_list_unref(v4lxx_format_list *list);

/**
 * Number of formats.
 * @param list  @borrowed the list.
 * @returns the number.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_format_list_get_count(const v4lxx_format_list *list);

/**
 * Pixel format code of one entry.
 * @param list   @borrowed the list.
 * @param index  0 to count - 1.
 * @returns the code; 0 if index is too large.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_format_list_get_fourcc(const v4lxx_format_list *list, uint32_t index);

/**
 * Flags of one entry.
 * @param list   @borrowed the list.
 * @param index  0 to count - 1.
 * @returns bits of ::v4lxx_format_flags_values; 0 if index is too large.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_format_list_get_flags(const v4lxx_format_list *list, uint32_t index);

/**
 * The driver's name for one entry, such as "YUYV 4:2:2".
 * @param list   @borrowed the list.
 * @param index  0 to count - 1.
 * @returns @borrowed list valid UTF-8; "" if index is too large.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_format_list_get_description(const v4lxx_format_list *list, uint32_t index);

/**
 * Gives a reference back.
 * @param list  @owned @nullable NULL is a no-op.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_size_list_unref(v4lxx_size_list *list);

/**
 * Number of sizes or ranges of sizes.
 * @param list  @borrowed the list.
 * @returns the number.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_size_list_get_count(const v4lxx_size_list *list);

/**
 * One size or range of sizes.
 * @param list   @borrowed the list.
 * @param index  0 to count - 1.
 * @param out    @out @versioned set struct_size first; the rest is written.
 * @param error  @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_size_list_at(const v4lxx_size_list *list, uint32_t index, v4lxx_size_range *out,
                                          v4lxx_error **error);

/**
 * Gives a reference back.
 * @param list  @owned @nullable NULL is a no-op.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_interval_list_unref(v4lxx_interval_list *list);

/**
 * Number of intervals or ranges of intervals.
 * @param list  @borrowed the list.
 * @returns the number.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_interval_list_get_count(const v4lxx_interval_list *list);

/**
 * One interval or range of intervals.
 * @param list   @borrowed the list.
 * @param index  0 to count - 1.
 * @param out    @out @versioned set struct_size first; the rest is written.
 * @param error  @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_interval_list_at(const v4lxx_interval_list *list, uint32_t index, v4lxx_interval_range *out,
                                              v4lxx_error **error);

#ifdef __cplusplus
}
#endif
#endif
