#include "device_call.hpp"

#include "device/selection.hpp"

namespace v4lxx::capi {

static v4lxx_status write_rectangle(Result<kernel::Rectangle> answer, v4lxx_rectangle *out, v4lxx_error **error)
{
    if (!answer)
        return fail(error, std::move(answer).failure());
    *out = {answer->left, answer->top, answer->width, answer->height};
    return V4LXX_OK;
}

}  // namespace v4lxx::capi

using namespace v4lxx;
using namespace v4lxx::capi;

extern "C" {

v4lxx_status v4lxx_device_read_selection(v4lxx_device *device, v4lxx_selection_target target, v4lxx_rectangle *out,
                                         v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED(out);
        return inside(device, "ask for the rectangle", error,
                      [&](device::Device &open) { return write_rectangle(device::read_selection(open, target), out, error); });
    });
}

v4lxx_status v4lxx_device_set_selection(v4lxx_device *device, v4lxx_selection_target target, uint32_t flags,
                                        v4lxx_rectangle *rectangle, v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED(rectangle);
        if (target != V4LXX_SELECTION_CROP && target != V4LXX_SELECTION_COMPOSE)
            return fail(error, argument_failure(Code::unknown_value, "target", "crop and compose can be set"));
        if ((flags & ~uint32_t{V4LXX_SELECTION_AT_LEAST | V4LXX_SELECTION_AT_MOST}) != 0)
            return fail(error, argument_failure(Code::unknown_value, "flags", "AT_LEAST and AT_MOST are known"));
        if (rectangle->width == 0 || rectangle->height == 0)
            return fail(error, argument_failure(Code::value_out_of_range, "rectangle", "it is empty"));
        return inside(device, "set the rectangle", error, [&](device::Device &open) {
            const kernel::Rectangle wanted{rectangle->left, rectangle->top, rectangle->width, rectangle->height};
            return write_rectangle(device::set_selection(open, target, flags, wanted), rectangle, error);
        });
    });
}

}  // extern "C"
