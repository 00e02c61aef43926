// Structs of the C API with any bytes and any struct_size: nothing beyond the size the caller names may be read or written.
#include "support/input.hpp"
#include "support/require.hpp"

#include <v4lxx/v4lxx.h>

#include <cstdlib>
#include <memory>

using namespace v4lxx::fuzz;

namespace {

// Objects to call on, made once: a camera that streams, one that is idle, a frame and two lists.
struct Objects {
    v4lxx_context *context = nullptr;
    v4lxx_device *streaming = nullptr, *idle = nullptr;
    v4lxx_stream *stream = nullptr;
    v4lxx_frame *frame = nullptr;
    v4lxx_size_list *sizes = nullptr;
    v4lxx_interval_list *intervals = nullptr;

    Objects()
    {
        const char *name = "sim:camera,size=64x48,sizes=discrete,fps=100,clock=virtual";
        REQUIRE(v4lxx_context_create(nullptr, &context, nullptr) == V4LXX_OK);
        REQUIRE(v4lxx_device_open(context, name, nullptr, &streaming, nullptr) == V4LXX_OK);
        REQUIRE(v4lxx_device_open(context, "sim:camera,id=2,clock=virtual", nullptr, &idle, nullptr) == V4LXX_OK);
        REQUIRE(v4lxx_stream_create(streaming, nullptr, &stream, nullptr) == V4LXX_OK);
        REQUIRE(v4lxx_stream_start(stream, nullptr) == V4LXX_OK);
        REQUIRE(v4lxx_stream_dequeue(stream, 1'000'000'000, &frame, nullptr) == V4LXX_OK);
        const uint32_t fourcc = v4lxx_pixel_format_find("YUYV");
        REQUIRE(v4lxx_device_list_sizes(idle, fourcc, &sizes, nullptr) == V4LXX_OK);
        REQUIRE(v4lxx_device_list_intervals(idle, fourcc, 640, 480, &intervals, nullptr) == V4LXX_OK);
    }
};

v4lxx_status create_context(void *blob, v4lxx_error **error)
{
    v4lxx_context *context = nullptr;
    const v4lxx_status status = v4lxx_context_create(static_cast<v4lxx_context_options *>(blob), &context, error);
    v4lxx_context_unref(context);
    return status;
}

v4lxx_status open_device(const Objects &objects, void *blob, v4lxx_error **error)
{
    v4lxx_device *device = nullptr;
    const v4lxx_status status = v4lxx_device_open(objects.context, "sim:camera,id=2,clock=virtual",
                                                  static_cast<v4lxx_device_options *>(blob), &device, error);
    v4lxx_device_unref(device);
    return status;
}

v4lxx_status create_stream(const Objects &objects, void *blob, v4lxx_error **error)
{
    v4lxx_stream *stream = nullptr;
    const v4lxx_status status = v4lxx_stream_create(objects.idle, static_cast<v4lxx_stream_options *>(blob), &stream, error);
    v4lxx_stream_unref(stream);
    return status;
}

v4lxx_status encode(const Objects &objects, v4lxx_image_type type, void *blob, v4lxx_error **error)
{
    v4lxx_bytes *bytes = nullptr;
    const v4lxx_status status =
        v4lxx_frame_encode(objects.frame, type, static_cast<v4lxx_image_options *>(blob), &bytes, error);
    v4lxx_bytes_unref(bytes);
    return status;
}

v4lxx_status call_with(const Objects &objects, uint32_t which, void *blob, v4lxx_error **error)
{
    switch (which) {
    case 0: return create_context(blob, error);
    case 1: return open_device(objects, blob, error);
    case 2: return create_stream(objects, blob, error);
    case 3: return encode(objects, V4LXX_IMAGE_PNG, blob, error);
    case 4: return encode(objects, V4LXX_IMAGE_JPEG, blob, error);
    case 5: return v4lxx_device_try_format(objects.idle, static_cast<v4lxx_format *>(blob), nullptr, error);
    case 6: return v4lxx_device_set_format(objects.idle, static_cast<v4lxx_format *>(blob), nullptr, error);
    case 7: return v4lxx_device_set_format(objects.streaming, static_cast<v4lxx_format *>(blob), nullptr, error);
    case 8: return v4lxx_device_read_format(objects.idle, static_cast<v4lxx_format *>(blob), error);
    case 9: return v4lxx_size_list_at(objects.sizes, 0, static_cast<v4lxx_size_range *>(blob), error);
    case 10: return v4lxx_interval_list_at(objects.intervals, 0, static_cast<v4lxx_interval_range *>(blob), error);
    case 11: return v4lxx_frame_read_info(objects.frame, static_cast<v4lxx_frame_info *>(blob), error);
    case 12: return v4lxx_stream_read_format(objects.stream, static_cast<v4lxx_format *>(blob), error);
    case 13: return v4lxx_stream_read_account(objects.stream, static_cast<v4lxx_stream_account *>(blob), error);
    case 14: return v4lxx_stream_read_statistics(objects.stream, static_cast<v4lxx_stream_statistics *>(blob), error);
    default:
        return v4lxx_pixel_format_describe(v4lxx_pixel_format_find("NV12"), static_cast<v4lxx_pixel_format_info *>(blob),
                                           error);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Objects objects;
    Input bytes(data, size);
    const uint32_t which = bytes.below(16);
    const uint32_t struct_size = bytes.number();
    // The memory is as large as the struct says, if that can be true at all; else only the size itself may be read.
    const size_t room = struct_size >= sizeof struct_size && struct_size <= 4096 ? struct_size : sizeof struct_size;
    const std::unique_ptr<uint8_t, decltype(&std::free)> blob(static_cast<uint8_t *>(std::malloc(room)), std::free);
    REQUIRE(blob != nullptr);
    std::memcpy(blob.get(), &struct_size, sizeof struct_size);
    bytes.take(blob.get() + sizeof struct_size, room - sizeof struct_size);

    v4lxx_error *error = nullptr;
    const v4lxx_status status = call_with(objects, which, blob.get(), &error);
    REQUIRE((status < 0) == (error != nullptr));
    REQUIRE(v4lxx_error_get_code(error) != V4LXX_CODE_INTERNAL);
    v4lxx_error_free(error);
    uint32_t size_after = 0;
    std::memcpy(&size_after, blob.get(), sizeof size_after);
    REQUIRE(size_after == struct_size);
    return 0;
}
