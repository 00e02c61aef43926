/* SPDX-License-Identifier: MIT */
/** @file
 * Why does my camera not work? An examination of the machine and of its cameras, as a list of findings.
 */
#ifndef V4LXX_DOCTOR_H
#define V4LXX_DOCTOR_H

#include <v4lxx/status.h>
#include <v4lxx/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Bits of the `flags` of v4lxx_context_examine(). @since 0.1 */
typedef uint32_t v4lxx_examine_flags;
enum v4lxx_examine_flags_values {
    V4LXX_EXAMINE_NO_CAPTURE = 1 << 0, /**< take no frames: nothing is started, and no light goes on */
    V4LXX_EXAMINE_SIMULATED = 1 << 1   /**< without a name: the simulated cameras, too */
};

/** How bad a finding is. @since 0.1 */
typedef uint32_t v4lxx_severity;
enum v4lxx_severity_values {
    V4LXX_SEVERITY_OK = 0,      /**< looked at and found good */
    V4LXX_SEVERITY_NOTE = 1,    /**< worth knowing */
    V4LXX_SEVERITY_WARNING = 2, /**< pictures come, but worse or fewer than they could be */
    V4LXX_SEVERITY_PROBLEM = 3  /**< no picture comes */
};

/** What was looked at. Later versions may look at more. @since 0.1 */
typedef uint32_t v4lxx_check;
enum v4lxx_check_values {
    V4LXX_CHECK_DEVICES = 1,      /**< whether there is a camera at all */
    V4LXX_CHECK_SURROUNDINGS = 2, /**< container, flatpak, snap, WSL */
    V4LXX_CHECK_KERNEL = 3,       /**< its version */
    V4LXX_CHECK_ACCESS = 4,       /**< whether the device can be opened, and by whom not */
    V4LXX_CHECK_CAPABILITIES = 5, /**< whether the node captures video */
    V4LXX_CHECK_HOLDERS = 6,      /**< other programs that have it open */
    V4LXX_CHECK_FORMATS = 7,      /**< what it offers, and what this build can make pictures of */
    V4LXX_CHECK_SIGNAL = 8,       /**< what comes in at its input */
    V4LXX_CHECK_USB = 9,          /**< the speed of its link */
    V4LXX_CHECK_CONTROLS = 10,    /**< those that make pictures black or slow */
    V4LXX_CHECK_CAPTURE = 11      /**< frames that were really taken */
};

/** Findings of an examination. Immutable, refcounted. */
typedef struct v4lxx_examination v4lxx_examination;

/**
 * Examines one device, or every camera of the machine. Nothing is set on any of them; a capture of a few frames starts them and
 * takes five seconds each at most. A problem of one look keeps no other from being taken, and is not told twice.
 * @param context  @borrowed the context.
 * @param name     @borrowed @nullable any name that v4lxx_device_open() takes; NULL: all cameras.
 * @param flags    bits of ::v4lxx_examine_flags_values.
 * @param out      @owned the findings; v4lxx_examination_unref() it. Problems are findings and make this call no failure.
 * @param error    @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT NO_MEMORY SYSTEM
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_context_examine(v4lxx_context *context, const char *name, uint32_t flags, v4lxx_examination **out,
                                             v4lxx_error **error);

/**
 * Gives a reference back.
 * @param examination  @owned @nullable NULL is a no-op.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_examination_unref(v4lxx_examination *examination);

/**
 * Number of findings.
 * @param examination  @borrowed the examination.
 * @returns the number; those of the machine come first, then device by device.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_examination_get_count(const v4lxx_examination *examination);

/**
 * The worst of all findings.
 * @param examination  @borrowed the examination.
 * @returns one of ::v4lxx_severity_values.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_severity v4lxx_examination_get_worst(const v4lxx_examination *examination);

/**
 * What a finding looked at.
 * @param examination  @borrowed the examination.
 * @param index        0 to count - 1.
 * @returns one of ::v4lxx_check_values; 0 if index is too large.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_check v4lxx_examination_get_check(const v4lxx_examination *examination, uint32_t index);

/**
 * How bad a finding is.
 * @param examination  @borrowed the examination.
 * @param index        0 to count - 1.
 * @returns one of ::v4lxx_severity_values; 0 if index is too large.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_severity v4lxx_examination_get_severity(const v4lxx_examination *examination, uint32_t index);

/**
 * The code to look a finding up by.
 * @param examination  @borrowed the examination.
 * @param index        0 to count - 1.
 * @returns one of ::v4lxx_code_values; 0 if it has none: all problems have one.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_code v4lxx_examination_get_code(const v4lxx_examination *examination, uint32_t index);

/**
 * The device a finding is about.
 * @param examination  @borrowed the examination.
 * @param index        0 to count - 1.
 * @returns @borrowed examination text such as `"HD Pro Webcam C920" (/dev/video2)`; "" for the machine.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_examination_get_device(const v4lxx_examination *examination, uint32_t index);

/**
 * What was found.
 * @param examination  @borrowed the examination.
 * @param index        0 to count - 1.
 * @returns @borrowed examination a sentence.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_examination_get_found(const v4lxx_examination *examination, uint32_t index);

/**
 * Why it is so, or what follows from it.
 * @param examination  @borrowed the examination.
 * @param index        0 to count - 1.
 * @returns @borrowed examination text; "" if there is nothing to add.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_examination_get_meaning(const v4lxx_examination *examination, uint32_t index);

/**
 * Whether the meaning was verified. If not it is what it usually means.
 * @param examination  @borrowed the examination.
 * @param index        0 to count - 1.
 * @returns 1 if it was verified, else 0.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_bool v4lxx_examination_is_meaning_checked(const v4lxx_examination *examination, uint32_t index);

/**
 * What to do next: a command where there is one.
 * @param examination  @borrowed the examination.
 * @param index        0 to count - 1.
 * @returns @borrowed examination text; "" if nothing has to be done.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_examination_get_advice(const v4lxx_examination *examination, uint32_t index);

/**
 * The word for a severity: "warning".
 * @param severity  one of ::v4lxx_severity_values.
 * @returns @borrowed static the word; "" for one this version does not know.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_severity_get_name(v4lxx_severity severity);

/**
 * The word for a check: "access".
 * @param check  one of ::v4lxx_check_values.
 * @returns @borrowed static the word; "" for one this version does not know.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_check_get_name(v4lxx_check check);

#ifdef __cplusplus
}
#endif
#endif
