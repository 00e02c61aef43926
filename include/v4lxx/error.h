/* SPDX-License-Identifier: MIT */
/** @file
 * Details of a failure: six parts, each a field, and one message composed from them. English in every locale.
 */
#ifndef V4LXX_ERROR_H
#define V4LXX_ERROR_H

#include <v4lxx/status.h>
#include <v4lxx/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Frees an error. There is no ref: an error has one owner.
 * @param error  @owned @nullable the error; NULL is a no-op.
 * @threadsafety object
 * @since 0.1
 */
V4LXX_API void v4lxx_error_free(v4lxx_error *error);

/**
 * The status the failed call returned.
 * @param error  @borrowed the error.
 * @returns a negative ::v4lxx_status.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_error_get_status(const v4lxx_error *error);

/**
 * The stable number people look up: 231 is `V4LXX-E0231`.
 * @param error  @borrowed the error.
 * @returns one of ::v4lxx_code_values.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_code v4lxx_error_get_code(const v4lxx_error *error);

/**
 * The whole message: the first line says what failed with its code, further lines what was asked, what the kernel answered,
 * the likely cause and what to try.
 * @param error  @borrowed the error.
 * @returns @borrowed error UTF-8 text without a final newline.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_error_get_message(const v4lxx_error *error);

/**
 * What failed, such as "start streaming".
 * @param error  @borrowed the error.
 * @returns @borrowed error text; "" if not known.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_error_get_operation(const v4lxx_error *error);

/**
 * The device it failed on, such as `"HD Pro Webcam C920" (/dev/video2)`.
 * @param error  @borrowed the error.
 * @returns @borrowed error text; "" if no device is concerned.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_error_get_device(const v4lxx_error *error);

/**
 * What was asked for, such as "MJPG 1920x1080, 4 buffers".
 * @param error  @borrowed the error.
 * @returns @borrowed error text; "" if nothing was.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_error_get_asked(const v4lxx_error *error);

/**
 * What the kernel answered, such as "VIDIOC_STREAMON: ENOSPC".
 * @param error  @borrowed the error.
 * @returns @borrowed error text; "" if the kernel was not asked.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_error_get_answer(const v4lxx_error *error);

/**
 * What it most likely means; v4lxx_error_is_cause_checked() tells whether that was verified.
 * @param error  @borrowed the error.
 * @returns @borrowed error text; "" if nothing can be said.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_error_get_cause(const v4lxx_error *error);

/**
 * Whether the cause was verified, or is the usual meaning of what the kernel answered.
 * @param error  @borrowed the error.
 * @returns 1 if it was checked, 0 if it is a guess.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_bool v4lxx_error_is_cause_checked(const v4lxx_error *error);

/**
 * What to do next.
 * @param error  @borrowed the error.
 * @returns @borrowed error text; "" if there is no advice.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_error_get_advice(const v4lxx_error *error);

/**
 * The argument or field the failure is about, such as "width" or "bytesperline".
 * @param error  @borrowed the error.
 * @returns @borrowed error text; "" if it is about none.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_error_get_field(const v4lxx_error *error);

/**
 * The request the kernel refused, such as "VIDIOC_S_FMT" or "open".
 * @param error  @borrowed the error.
 * @returns @borrowed error text; "" if the kernel was not asked.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_error_get_request(const v4lxx_error *error);

/**
 * The errno the kernel answered with.
 * @param error  @borrowed the error.
 * @returns an errno value; 0 if the kernel was not asked.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API int32_t v4lxx_error_get_errno(const v4lxx_error *error);

/**
 * Name of a status, such as "ERROR_DEVICE_LOST".
 * @param status  any number.
 * @returns @borrowed static the name; "UNKNOWN" for a number this version does not know.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_status_get_name(v4lxx_status status);

/**
 * Meaning of a status in one sentence.
 * @param status  any number.
 * @returns @borrowed static the text; "" for a number this version does not know.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_status_get_meaning(v4lxx_status status);

/**
 * Name of a code, such as "DEVICE_BUSY".
 * @param code  any number.
 * @returns @borrowed static the name; "UNKNOWN" for a number this version does not know.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_code_get_name(v4lxx_code code);

/**
 * Meaning of a code in one sentence.
 * @param code  any number.
 * @returns @borrowed static the text; "" for a number this version does not know.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_code_get_meaning(v4lxx_code code);

/**
 * What to do about a code, in general; an error may know better: v4lxx_error_get_advice().
 * @param code  any number.
 * @returns @borrowed static the text; "" for a number this version does not know.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_code_get_advice(v4lxx_code code);

/**
 * The page of a code: when it happens, how to tell, what to do. Paragraphs of lines of at most 100 characters.
 * @param code  any number.
 * @returns @borrowed static the text; "" for a number this version does not know.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_code_get_explanation(v4lxx_code code);

/**
 * The code somebody read in a message or in the documentation.
 * @param text  @borrowed @nullable "V4LXX-E0231", "E0231", "231" or "USB_BANDWIDTH", in either case.
 * @returns one of ::v4lxx_code_values; 0 if this version has no such code.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_code v4lxx_code_find(const char *text);

/**
 * The errno of a name.
 * @param name  @borrowed @nullable such as "ENOSPC", in either case.
 * @returns the number it has on this machine; 0 if there is none such.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API int32_t v4lxx_errno_find(const char *name);

/**
 * Name of an errno, such as "ENOSPC".
 * @param number  any number.
 * @returns @borrowed static the name; "UNKNOWN" for a number without one.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_errno_get_name(int32_t number);

/**
 * What an errno means in general, what it usually means from a video device, and which code this library makes of it for which call.
 * @param number  any number.
 * @returns @borrowed static the text; "" for a number without a name.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_errno_get_explanation(int32_t number);

/**
 * The status a code belongs to.
 * @param code  any number.
 * @returns the status; ::V4LXX_ERROR_SYSTEM for a number this version does not know.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_code_get_status(v4lxx_code code);

#ifdef __cplusplus
}
#endif
#endif
