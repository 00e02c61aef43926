/* SPDX-License-Identifier: MIT */
/** @file
 * One picture from one frame, encoded to memory, and how bright a frame is. Colours by the frame's own matrix and range.
 */
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
 * of MJPEG are what JPEG says (BT.601, full range), as every viewer shows them; grey is full range unless the driver says limited.
 * Alpha is passed over. More than 8 bits are rounded to 8; of Y16, whose real depth no driver tells, the highest 8 bits are shown.
 * Mosaics of raw sensors become colour by bilinear interpolation, without white balance.
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
 * How bright a frame is: the mean of its luma, from a sample of its rows, whatever its format. It costs a small part of what a
 * picture costs; an MJPEG frame is decoded at an eighth of its size.
 * @param frame  @borrowed the frame.
 * @param out    @out 0 (black) to 65535 (white).
 * @param error  @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure; ERROR_UNSUPPORTED for a format v4lxx_image_supports() does not tell.
 * @errors ARGUMENT UNSUPPORTED DATA NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_frame_measure_luma(const v4lxx_frame *frame, uint32_t *out, v4lxx_error **error);

/** Whether the exposure of a camera has settled. @since 0.1 */
typedef uint32_t v4lxx_settling_state;
enum v4lxx_settling_state_values {
    V4LXX_SETTLING_MOVING = 0,  /**< add another frame */
    V4LXX_SETTLING_SETTLED = 1, /**< the last three frames are as bright as each other, within 2 % */
    V4LXX_SETTLING_GAVE_UP = 2  /**< the limit of frames or of time was reached before that */
};

/**
 * What is known of a camera's exposure after its start. Most cameras begin too dark or too bright and find their exposure and white
 * balance within a second. Start from V4LXX_SETTLING_INIT and add frames until `state` is no longer MOVING; the last one is the
 * picture to take. It needs no release.  @versioned @since 0.1
 */
typedef struct v4lxx_settling {
    uint32_t struct_size;       /**< sizeof(v4lxx_settling) as the caller compiled it */
    v4lxx_settling_state state; /**< out: whether it has settled */
    int64_t most_ns;            /**< in: longest time from the first frame to the last, by their time stamps; 0 is 1 s */
    int64_t first_timestamp_ns; /**< out: of the first frame */
    uint32_t most_frames;       /**< in: most frames; 0 is 15 */
    uint32_t frame_count;       /**< out: frames added */
    uint32_t measured_count;    /**< out: frames of these whose brightness is known; damaged ones have none */
    uint32_t luma[3];           /**< out: brightness of the last three of these, 0 to 65535, the newest last */
} v4lxx_settling;
#define V4LXX_SETTLING_INIT { (uint32_t)sizeof(v4lxx_settling), 0, 0, 0, 0, 0, 0, { 0, 0, 0 } }

/**
 * Writes the defaults, the same as the macro V4LXX_SETTLING_INIT.
 * @param settling  @out the struct to fill; size bytes are written.
 * @param size      sizeof(v4lxx_settling) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_settling_init(v4lxx_settling *settling, uint32_t size);

/**
 * Adds a frame and tells in `state` whether the exposure has settled: if the mean luma of three frames in a row differs by less
 * than 2 % (in the dark, by less than half a step of an 8-bit picture). A frame that cannot be measured counts as a frame.
 * @param settling  @inout @versioned what is known so far.
 * @param frame     @borrowed the next frame of the stream.
 * @param error     @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure: ERROR_DATA if this frame is damaged, ERROR_UNSUPPORTED if frames of this format have no brightness
 * that is known.
 * @errors ARGUMENT ABI UNSUPPORTED DATA NO_MEMORY
 * @threadsafety object
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_settling_add_frame(v4lxx_settling *settling, const v4lxx_frame *frame, v4lxx_error **error);

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
