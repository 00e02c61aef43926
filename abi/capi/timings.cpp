#include "device_call.hpp"
#include "versioned.hpp"

#include "device/dv_timings.hpp"

namespace v4lxx::capi {

static v4lxx_timings public_timings(const kernel::Timings &timings)
{
    const kernel::Fraction rate = kernel::picture_rate(timings);
    v4lxx_timings out = V4LXX_TIMINGS_INIT;
    out.width = timings.width;
    out.height = timings.height;
    out.interlaced = timings.interlaced;
    out.polarities = timings.polarities;
    out.flags = timings.flags;
    out.standards = timings.standards;
    out.hfrontporch = timings.hfrontporch;
    out.hsync = timings.hsync;
    out.hbackporch = timings.hbackporch;
    out.vfrontporch = timings.vfrontporch;
    out.vsync = timings.vsync;
    out.vbackporch = timings.vbackporch;
    out.il_vfrontporch = timings.il_vfrontporch;
    out.il_vsync = timings.il_vsync;
    out.il_vbackporch = timings.il_vbackporch;
    out.cea861_vic = timings.cea861_vic;
    out.hdmi_vic = timings.hdmi_vic;
    out.picture_aspect = {timings.picture_aspect.numerator, timings.picture_aspect.denominator};
    out.rate = {rate.numerator, rate.denominator};
    out.pixelclock_hz = timings.pixelclock_hz;
    return out;
}

static kernel::Timings wanted_timings(const v4lxx_timings &timings)
{
    kernel::Timings wanted;
    wanted.width = timings.width;
    wanted.height = timings.height;
    wanted.interlaced = timings.interlaced != 0;
    wanted.polarities = timings.polarities;
    wanted.flags = timings.flags;
    wanted.standards = timings.standards;
    wanted.hfrontporch = timings.hfrontporch;
    wanted.hsync = timings.hsync;
    wanted.hbackporch = timings.hbackporch;
    wanted.vfrontporch = timings.vfrontporch;
    wanted.vsync = timings.vsync;
    wanted.vbackporch = timings.vbackporch;
    wanted.il_vfrontporch = timings.il_vfrontporch;
    wanted.il_vsync = timings.il_vsync;
    wanted.il_vbackporch = timings.il_vbackporch;
    wanted.cea861_vic = timings.cea861_vic;
    wanted.hdmi_vic = timings.hdmi_vic;
    wanted.picture_aspect = {timings.picture_aspect.numerator, timings.picture_aspect.denominator};
    wanted.pixelclock_hz = timings.pixelclock_hz;
    return wanted;
}

// One request that answers timings.
template <class F>
static v4lxx_status answer_timings(v4lxx_device *device, const char *operation, v4lxx_timings *timings, v4lxx_error **error,
                                   F &&request)
{
    V4LXX_NEED_STRUCT(timings);
    return inside(device, operation, error, [&](device::Device &open) -> v4lxx_status {
        Result<kernel::Timings> answer = request(open);
        if (!answer)
            return fail(error, std::move(answer).failure());
        write_versioned(timings, public_timings(*answer));
        return V4LXX_OK;
    });
}

}  // namespace v4lxx::capi

using namespace v4lxx;
using namespace v4lxx::capi;

extern "C" {

void v4lxx_timings_init(v4lxx_timings *timings, uint32_t size) { init_versioned(timings, size); }
void v4lxx_timings_capabilities_init(v4lxx_timings_capabilities *capabilities, uint32_t size)
{
    init_versioned(capabilities, size);
}

v4lxx_status v4lxx_device_list_timings(v4lxx_device *device, v4lxx_timings_list **out, v4lxx_error **error)
{
    return hand_out_list(device, "list the timings", out, error,
                         [&](device::Device &open) { return device::list_timings(open); });
}

void v4lxx_timings_list_unref(v4lxx_timings_list *list) { unref(list); }

uint32_t v4lxx_timings_list_get_count(const v4lxx_timings_list *list) { return count(list); }

const char *v4lxx_timings_list_get_name(const v4lxx_timings_list *list, uint32_t index)
{
    const auto *found = entry(list, index);
    return found == nullptr ? "" : found->name.c_str();
}

v4lxx_status v4lxx_timings_list_at(const v4lxx_timings_list *list, uint32_t index, v4lxx_timings *out, v4lxx_error **error)
{
    return write_entry(list, index, out, error, [](const auto &found) { return public_timings(found.timings); });
}

v4lxx_status v4lxx_device_read_timings(v4lxx_device *device, v4lxx_timings *timings, v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        return answer_timings(device, "ask for the timings", timings, error,
                              [](device::Device &open) { return device::current_timings(open); });
    });
}

v4lxx_status v4lxx_device_query_timings(v4lxx_device *device, v4lxx_timings *timings, v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        return answer_timings(device, "look for a signal", timings, error,
                              [](device::Device &open) { return device::query_timings(open); });
    });
}

v4lxx_status v4lxx_device_set_timings(v4lxx_device *device, v4lxx_timings *timings, v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED_STRUCT(timings);
        v4lxx_timings wish;
        if (auto bad = read_versioned(timings, &wish, "timings"))
            return fail(error, *std::move(bad));
        if (wish.cea861_vic > 255 || wish.hdmi_vic > 255)
            return fail(error, argument_failure(Code::value_out_of_range, "timings.cea861_vic", "a VIC is a number up to 255"));
        return answer_timings(device, "set the timings", timings, error,
                              [&](device::Device &open) { return device::set_timings(open, wanted_timings(wish)); });
    });
}

v4lxx_status v4lxx_device_find_timings(v4lxx_device *device, const char *name, v4lxx_timings *timings, v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED(name);
        return answer_timings(device, "find the timings", timings, error,
                              [&](device::Device &open) { return device::find_timings(open, name); });
    });
}

v4lxx_status v4lxx_device_read_timings_capabilities(v4lxx_device *device, v4lxx_timings_capabilities *out, v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED_STRUCT(out);
        return inside(device, "ask what timings it can do", error, [&](device::Device &open) -> v4lxx_status {
            auto answer = device::timings_capabilities(open);
            if (!answer)
                return fail(error, std::move(answer).failure());
            v4lxx_timings_capabilities can = V4LXX_TIMINGS_CAPABILITIES_INIT;
            can.min_width = answer->min_width;
            can.max_width = answer->max_width;
            can.min_height = answer->min_height;
            can.max_height = answer->max_height;
            can.standards = answer->standards;
            can.capabilities = answer->capabilities;
            can.min_pixelclock_hz = answer->min_pixelclock_hz;
            can.max_pixelclock_hz = answer->max_pixelclock_hz;
            write_versioned(out, can);
            return V4LXX_OK;
        });
    });
}

}  // extern "C"
