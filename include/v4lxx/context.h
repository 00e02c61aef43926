/* SPDX-License-Identifier: MIT */
/** @file The context: simulated devices, the view of the system and the list of devices hang off one. No process globals. */
#ifndef V4LXX_CONTEXT_H
#define V4LXX_CONTEXT_H

#include <v4lxx/status.h>
#include <v4lxx/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Options of a context; every field zero is the default.  @versioned @since 0.1 */
typedef struct v4lxx_context_options {
    uint32_t struct_size; /**< sizeof(v4lxx_context_options) as the caller compiled it */
    uint32_t flags;       /**< no bits defined yet; unknown bits fail with ERROR_ARGUMENT */
} v4lxx_context_options;
#define V4LXX_CONTEXT_OPTIONS_INIT { (uint32_t)sizeof(v4lxx_context_options), 0 }

/** Bits of the `flags` of v4lxx_context_list_devices(). @since 0.1 */
typedef uint32_t v4lxx_list_flags;
enum v4lxx_list_flags_values {
    V4LXX_LIST_SIMULATED = 1 << 0, /**< name simulated cameras too, after the real devices */
    V4LXX_LIST_ALL = 1 << 1        /**< devices that cannot capture video too */
};

/**
 * Writes the defaults, the same as the macro V4LXX_CONTEXT_OPTIONS_INIT.
 * @param options  @out the struct to fill; size bytes are written.
 * @param size     sizeof(v4lxx_context_options) as the caller compiled it.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_context_options_init(v4lxx_context_options *options, uint32_t size);

/**
 * Creates a context. It opens nothing and starts no thread.
 * @param options  @borrowed @nullable NULL takes the defaults.
 * @param out      @owned the context; v4lxx_context_unref() it.
 * @param error    @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT ABI NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_context_create(const v4lxx_context_options *options, v4lxx_context **out, v4lxx_error **error);

/**
 * Takes one more reference.
 * @param context  @borrowed @nullable NULL is a no-op.
 * @returns @owned the same context.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_context *v4lxx_context_ref(v4lxx_context *context);

/**
 * Gives a reference back. Devices keep their context alive.
 * @param context  @owned @nullable NULL is a no-op.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_context_unref(v4lxx_context *context);

/**
 * Lists the video devices of the machine, one entry for each physical device, those that cannot be opened with the reason. An
 * entry is the node that a program would open, with all nodes of the same device. Nothing is set on any of them, and no format is
 * tried.
 * @param context  @borrowed the context.
 * @param flags    bits of ::v4lxx_list_flags_values.
 * @param out      @owned the snapshot; v4lxx_device_list_unref() it. An empty list is no failure.
 * @param error    @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT NO_MEMORY SYSTEM
 * @ioctl VIDIOC_QUERYCAP https://docs.kernel.org/userspace-api/media/v4l/vidioc-querycap.html
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_context_list_devices(v4lxx_context *context, uint32_t flags, v4lxx_device_list **out,
                                                  v4lxx_error **error);

/**
 * Adds a simulated device to those that a list with ::V4LXX_LIST_SIMULATED names and that `card:` patterns and ids find, for
 * tests of programs that look for a camera. Adding a name twice does nothing.
 * @param context  @borrowed the context.
 * @param name     @borrowed such as "sim:camera,id=7,card=Left camera".
 * @param error    @owned @nullable details of a failure.
 * @returns V4LXX_OK or a failure.
 * @errors ARGUMENT UNSUPPORTED NO_MEMORY
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_status v4lxx_context_add_simulated(v4lxx_context *context, const char *name, v4lxx_error **error);

/**
 * Gives a reference back.
 * @param list  @owned @nullable NULL is a no-op.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API void v4lxx_device_list_unref(v4lxx_device_list *list);

/**
 * Number of devices in the list.
 * @param list  @borrowed the list.
 * @returns the number; real devices come first, in the order of their nodes.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API uint32_t v4lxx_device_list_get_count(const v4lxx_device_list *list);

/**
 * One device of the list.
 * @param list   @borrowed the list.
 * @param index  0 to count - 1.
 * @returns @borrowed list what is known of its main node, with the other nodes; NULL if index is too large.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API v4lxx_device_info *v4lxx_device_list_get(const v4lxx_device_list *list, uint32_t index);

/**
 * Why the list is empty: a container without device nodes, a kernel without a driver, or simply no camera.
 * @param list  @borrowed the list.
 * @returns @borrowed list text, with what to try on a second line; "" if the list is not empty.
 * @threadsafety safe
 * @since 0.1
 */
V4LXX_API const char *v4lxx_device_list_get_note(const v4lxx_device_list *list);

#ifdef __cplusplus
}
#endif
#endif
