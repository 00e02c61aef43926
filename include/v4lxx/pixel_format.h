/* SPDX-License-Identifier: MIT */
/** @file The table of all pixel formats of Linux: names, planes, subsampling, bits. Needs no device. */
#ifndef V4LXX_PIXEL_FORMAT_H
#define V4LXX_PIXEL_FORMAT_H

#include <v4lxx/status.h>
#include <v4lxx/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What the samples of a format mean. @since 0.1 */
typedef uint32_t v4lxx_colour_family;
enum v4lxx_colour_family_values {
    V4LXX_COLOUR_UNKNOWN = 0,    /**< vendor formats and data this version cannot describe */
    V4LXX_COLOUR_RGB = 1,        /**< red, green, blue */
    V4LXX_COLOUR_YUV = 2,        /**< luma and chroma */
    V4LXX_COLOUR_GREY = 3,       /**< luma only */
    V4LXX_COLOUR_BAYER = 4,      /**< raw sensor mosaic */
    V4LXX_COLOUR_HSV = 5,        /**< hue, saturation, value */
    V4LXX_COLOUR_COMPRESSED = 6, /**< MJPG, H264 and other coded data */
    V4LXX_COLOUR_SDR = 7,        /**< software defined radio samples */
    V4LXX_COLOUR_TOUCH = 8,      /**< touch surface values */
    V4LXX_COLOUR_METADATA = 9    /**< metadata, no picture */
};

/** Facts of a pixel format.  @versioned @since 0.1 */
typedef struct v4lxx_pixel_format_info {
    uint32_t struct_size;            /**< sizeof(v4lxx_pixel_format_info) as the caller compiled it */
    uint32_t fourcc;                 /**< the code */
    v4lxx_colour_family family;      /**< what the samples mean */
    uint32_t bits_per_sample;        /**< significant bits of one sample; 0 if it varies or is not known */
    uint32_t plane_count;            /**< colour planes, 1 to 4; 0 if not known */
    uint32_t memory_plane_count;     /**< separate blocks of memory, 1 to 4; NV12: 1, NV12M: 2 */
    uint32_t horizontal_subsampling; /**< pixels per chroma sample across: 1, 2 or 4 */
    uint32_t vertical_subsampling;   /**< pixels per chroma sample down: 1, 2 or 4 */
    uint32_t bits_per_pixel[4];      /**< of each colour plane, at the plane's own subsampled size; 0 if not linear */
} v4lxx_pixel_format_info;
#define V4LXX_PIXEL_FORMAT_INFO_INIT { (uint32_t)sizeof(v4lxx_pixel_format_info), 0, 0, 0, 0, 0, 0, 0, { 0, 0, 0, 0 } }

/**
 * Writes the defaults, the same as the macro V4LXX_PIXEL_FORMAT_INFO_INIT.
 * @param info  @out the struct to fill; size bytes are written.
 * @param size  sizeof(v4lxx_pixel_format_info) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_pixel_format_info_init(v4lxx_pixel_format_info *info, uint32_t size);

/**
 * Number of formats in the table.
 * @returns the number.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_pixel_format_get_count(void);

/**
 * The code of one format of the table.
 * @param index  0 to count - 1.
 * @returns the code; 0 if index is too large.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_pixel_format_get_fourcc(uint32_t index);

/**
 * The kernel's name of a format without V4L2_PIX_FMT_, such as "NV12M".
 * @param fourcc  a code.
 * @returns @borrowed static the name; "" if the table does not have it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_pixel_format_get_name(uint32_t fourcc);

/**
 * The code for a name such as "NV12M", or for the four characters of a code such as "YUYV". Case does not matter in names.
 * @param name  @borrowed the name.
 * @returns the code; 0 if there is none.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_pixel_format_find(const char *name);

/**
 * Facts of a format.
 * @param fourcc  a code.
 * @param out     @out @versioned set struct_size first; the rest is written.
 * @param error   @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI NOT_FOUND NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_pixel_format_describe(uint32_t fourcc, v4lxx_pixel_format_info *out, v4lxx_error **error);

#ifdef __cplusplus
}
#endif
#endif
