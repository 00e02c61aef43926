#include "device_call.hpp"
#include "versioned.hpp"

#include "data/analog_standard.hpp"
#include "device/standards.hpp"

using namespace v4lxx;
using namespace v4lxx::capi;

extern "C" {

void v4lxx_standard_info_init(v4lxx_standard_info *info, uint32_t size) { init_versioned(info, size); }

v4lxx_status v4lxx_device_list_standards(v4lxx_device *device, v4lxx_standard_list **out, v4lxx_error **error)
{
    return hand_out_list(device, "list the standards", out, error,
                         [&](device::Device &open) { return device::list_standards(open); });
}

void v4lxx_standard_list_unref(v4lxx_standard_list *list) { unref(list); }

uint32_t v4lxx_standard_list_get_count(const v4lxx_standard_list *list) { return count(list); }

const char *v4lxx_standard_list_get_name(const v4lxx_standard_list *list, uint32_t index)
{
    const auto *found = entry(list, index);
    return found == nullptr ? "" : found->name.c_str();
}

v4lxx_status v4lxx_standard_list_at(const v4lxx_standard_list *list, uint32_t index, v4lxx_standard_info *out,
                                    v4lxx_error **error)
{
    return write_entry(list, index, out, error, [](const auto &found) {
        v4lxx_standard_info info = V4LXX_STANDARD_INFO_INIT;
        info.lines = found.lines;
        info.period = {found.period.numerator, found.period.denominator};
        info.bits = found.bits;
        return info;
    });
}

uint64_t v4lxx_standard_find(const char *name)
{
    try {
        const data::AnalogStandard *found = name == nullptr ? nullptr : data::find_analog_standard(name);
        return found == nullptr ? 0 : found->bits;
    } catch (const std::bad_alloc &) {
        return 0;  // a text too long to be copied is no name either
    }
}

const char *v4lxx_standard_get_name(uint64_t bits) { return data::analog_standard_name(bits); }

v4lxx_status v4lxx_device_read_standard(v4lxx_device *device, uint64_t *bits, v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED(bits);
        return inside(device, "ask for the standard", error,
                      [&](device::Device &open) { return write(device::current_standard(open), bits, error); });
    });
}

v4lxx_status v4lxx_device_query_standard(v4lxx_device *device, uint64_t *bits, v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED(bits);
        return inside(device, "look for a standard", error,
                      [&](device::Device &open) { return write(device::query_standard(open), bits, error); });
    });
}

v4lxx_status v4lxx_device_find_standard(v4lxx_device *device, const char *name, uint64_t *bits, v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED(name);
        V4LXX_NEED(bits);
        return inside(device, "find the standard", error,
                      [&](device::Device &open) { return write(device::find_standard(open, name), bits, error); });
    });
}

v4lxx_status v4lxx_device_set_standard(v4lxx_device *device, uint64_t bits, v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        if (bits == 0)
            return fail(error, argument_failure(Code::value_out_of_range, "bits", "0 is no standard"));
        return inside(device, "set the standard", error, [&](device::Device &open) -> v4lxx_status {
            auto set = device::set_standard(open, bits);
            return set ? V4LXX_OK : fail(error, std::move(set).failure());
        });
    });
}

}  // extern "C"
