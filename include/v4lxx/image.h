/* SPDX-License-Identifier: MIT */
/** @file One picture from one frame, encoded to memory. Colours by the frame's own matrix and range. */
#ifndef V4LXX_IMAGE_H
#define V4LXX_IMAGE_H

#include <v4lxx/status.h>
#include <v4lxx/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Kinds of picture file. @since 0.1 */
typedef uint32_t v4lxx_image_type;
enum v4lxx_image_type_values {
    V4LXX_IMAGE_PNG = 1, /**< lossless, 8 bits, RGB or grey */
    V4LXX_IMAGE_JPEG = 2 /**< lossy; a frame that is MJPEG already is passed through */
};

/** Options of an encoded picture; zero is the default.  @versioned @since 0.1 */
typedef struct v4lxx_image_options {
    uint32_t struct_size; /**< sizeof(v4lxx_image_options) as the caller compiled it */
    uint32_t quality;     /**< JPEG: 1 to 100; 0 is 90 */
} v4lxx_image_options;
#define V4LXX_IMAGE_OPTIONS_INIT { (uint32_t)sizeof(v4lxx_image_options), 0 }

/**
 * Writes the defaults, the same as the macro V4LXX_IMAGE_OPTIONS_INIT.
 * @param options  @out the struct to fill; size bytes are written.
 * @param size     sizeof(v4lxx_image_options) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_image_options_init(v4lxx_image_options *options, uint32_t size);

/**
 * Whether this build makes pictures of a type from frames of a pixel format. v4lxx_pixel_format_get_count() and
 * v4lxx_pixel_format_get_fourcc() walk through all formats there are.
 * @param fourcc  a pixel format code.
 * @param type    one of ::v4lxx_image_type_values.
 * @returns 1 if v4lxx_frame_encode() takes such frames; 0 if it answers ERROR_UNSUPPORTED, or if there is no such type.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_bool v4lxx_image_supports(uint32_t fourcc, v4lxx_image_type type);

/**
 * Encodes a frame to memory, from every format v4lxx_image_supports() tells. Colours by the matrix and range the driver granted; those
 * of MJPEG are what JPEG says (BT.601, full range), as every viewer shows them. Alpha is passed over. More than 8 bits are
 * rounded to 8; of Y16, whose real depth no driver tells, the highest 8 bits are shown. Mosaics of raw sensors become colour by
 * bilinear interpolation, without white balance.
 * @param frame    @borrowed the frame.
 * @param type     one of ::v4lxx_image_type_values.
 * @param options  @borrowed @nullable NULL takes the defaults.
 * @param out      @owned the bytes of the file; v4lxx_bytes_unref() them.
 * @param error    @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure; ERROR_UNSUPPORTED for another pixel format or a build without the library it needs.
 * @errors ARGUMENT ABI UNSUPPORTED DATA NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_frame_encode(const v4lxx_frame *frame, v4lxx_image_type type, const v4lxx_image_options *options,
                                          v4lxx_bytes **out, v4lxx_error **error);

/**
 * The bytes of a block.
 * @param bytes     @borrowed the block.
 * @param out_size  @out @nullable number of bytes.
 * @returns @borrowed bytes the first byte; valid until the last unref.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const void *v4lxx_bytes_get_data(const v4lxx_bytes *bytes, size_t *out_size);

/**
 * Takes one more reference.
 * @param bytes  @borrowed @nullable NULL is a no-op.
 * @returns @owned the same block.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_bytes *v4lxx_bytes_ref(v4lxx_bytes *bytes);

/**
 * Gives a reference back.
 * @param bytes  @owned @nullable NULL is a no-op.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_bytes_unref(v4lxx_bytes *bytes);

#ifdef __cplusplus
}
#endif
#endif
