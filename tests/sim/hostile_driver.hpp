// What tests of a hostile driver share: two cameras, the calls that meet its answers, and the words a refusal must have.
#pragma once

#include "support/camera.hpp"

#include <string>

namespace v4lxx::test {

inline constexpr const char *single = "sim:camera,size=64x48,fps=100,clock=virtual";
inline constexpr const char *multi = "sim:camera,size=64x48,fps=100,clock=virtual,api=mplane,format=NM12";

// What a test wants to see of a refusal.
struct Refusal {
    v4lxx_status status = V4LXX_OK;
    v4lxx_code code = 0;
    std::string message, field, operation;
};

template <class F>
Refusal refusal_of(F &&call)
{
    v4lxx_error *error = nullptr;
    Refusal refusal;
    refusal.status = call(&error);
    refusal.code = v4lxx_error_get_code(error);
    refusal.message = v4lxx_error_get_message(error);
    refusal.field = v4lxx_error_get_field(error);
    refusal.operation = v4lxx_error_get_operation(error);
    v4lxx_error_free(error);
    return refusal;
}

inline void assert_driver_bug(const Refusal &refusal, const std::string &rule, const char *request, const char *field,
                              const char *value)
{
    const std::string said = std::string(request) + " answered " + field + " = " + value + ":";
    if (refusal.status != V4LXX_ERROR_DRIVER_BUG || refusal.message.find(said) == std::string::npos || refusal.field != field ||
        refusal.operation.empty())
        fail_msg("%s: wanted \"%s\", got status %d, field '%s': %s", rule.c_str(), said.c_str(), refusal.status,
                 refusal.field.c_str(), refusal.message.c_str());
}

inline Refusal set_format(Camera &camera)
{
    v4lxx_format format = V4LXX_FORMAT_INIT;
    format.width = 64;
    format.height = 48;
    return refusal_of([&](v4lxx_error **error) { return v4lxx_device_set_format(camera.device(), &format, nullptr, error); });
}

inline Refusal start(Camera &camera)
{
    return refusal_of([&](v4lxx_error **error) { return v4lxx_stream_start(camera.stream(), error); });
}

inline Refusal take(Camera &camera, int64_t timeout_ns = second)
{
    v4lxx_frame *frame = nullptr;
    const Refusal refusal =
        refusal_of([&](v4lxx_error **error) { return v4lxx_stream_dequeue(camera.stream(), timeout_ns, &frame, error); });
    v4lxx_frame_unref(frame);
    return refusal;
}

// After the refusal the driver is sane: the same handles stream.
inline void assert_usable(Camera &camera)
{
    ASSERT_OK(v4lxx_stream_stop(camera.stream(), &error));
    camera.start();
    for (int i = 0; i < 6; i++)
        camera.next().assert_intact();
    camera.stop();
}

}  // namespace v4lxx::test
