#include "device_call.hpp"
#include "format_struct.hpp"
#include "versioned.hpp"

namespace v4lxx::capi {

kernel::Format wanted_format(const v4lxx_format &format)
{
    kernel::Format wanted;
    wanted.fourcc = format.fourcc;
    wanted.width = format.width;
    wanted.height = format.height;
    wanted.field = format.field;
    wanted.colorspace = format.colorspace;
    wanted.ycbcr_encoding = format.ycbcr_encoding;
    wanted.quantization = format.quantization;
    wanted.transfer_function = format.transfer_function;
    for (uint32_t i = 0; i < kernel::max_planes; i++)
        wanted.planes[i].stride_bytes = format.stride_bytes[i];
    return wanted;
}

v4lxx_format public_format(const kernel::Format &format)
{
    v4lxx_format out = V4LXX_FORMAT_INIT;
    out.fourcc = format.fourcc;
    out.width = format.width;
    out.height = format.height;
    out.field = format.field;
    out.colorspace = format.colorspace;
    out.ycbcr_encoding = format.ycbcr_encoding;
    out.quantization = format.quantization;
    out.transfer_function = format.transfer_function;
    out.flags = format.flags;
    out.memory_plane_count = format.plane_count;
    for (uint32_t i = 0; i < format.plane_count; i++) {
        out.stride_bytes[i] = format.planes[i].stride_bytes;
        out.size_bytes[i] = format.planes[i].size_bytes;
    }
    return out;
}

}  // namespace v4lxx::capi

using namespace v4lxx;
using namespace v4lxx::capi;

extern "C" {

void v4lxx_format_init(v4lxx_format *format, uint32_t size) { init_versioned(format, size); }
void v4lxx_size_range_init(v4lxx_size_range *range, uint32_t size) { init_versioned(range, size); }
void v4lxx_interval_range_init(v4lxx_interval_range *range, uint32_t size) { init_versioned(range, size); }

void v4lxx_format_list_unref(v4lxx_format_list *list) { unref(list); }

uint32_t v4lxx_format_list_get_count(const v4lxx_format_list *list) { return count(list); }

uint32_t v4lxx_format_list_get_fourcc(const v4lxx_format_list *list, uint32_t index)
{
    const auto *found = entry(list, index);
    return found == nullptr ? 0 : found->fourcc;
}

uint32_t v4lxx_format_list_get_flags(const v4lxx_format_list *list, uint32_t index)
{
    const auto *found = entry(list, index);
    return found == nullptr ? 0 : found->flags & (V4LXX_FORMAT_COMPRESSED | V4LXX_FORMAT_EMULATED);
}

const char *v4lxx_format_list_get_description(const v4lxx_format_list *list, uint32_t index)
{
    const auto *found = entry(list, index);
    return found == nullptr ? "" : found->description.c_str();
}

void v4lxx_size_list_unref(v4lxx_size_list *list) { unref(list); }

uint32_t v4lxx_size_list_get_count(const v4lxx_size_list *list) { return count(list); }

v4lxx_status v4lxx_size_list_at(const v4lxx_size_list *list, uint32_t index, v4lxx_size_range *out, v4lxx_error **error)
{
    return write_entry(list, index, out, error, [](const auto &found) {
        v4lxx_size_range range = V4LXX_SIZE_RANGE_INIT;
        range.min_width = found.min_width;
        range.max_width = found.max_width;
        range.step_width = found.step_width;
        range.min_height = found.min_height;
        range.max_height = found.max_height;
        range.step_height = found.step_height;
        return range;
    });
}

void v4lxx_interval_list_unref(v4lxx_interval_list *list) { unref(list); }

uint32_t v4lxx_interval_list_get_count(const v4lxx_interval_list *list) { return count(list); }

v4lxx_status v4lxx_interval_list_at(const v4lxx_interval_list *list, uint32_t index, v4lxx_interval_range *out,
                                    v4lxx_error **error)
{
    return write_entry(list, index, out, error, [](const auto &found) {
        v4lxx_interval_range range = V4LXX_INTERVAL_RANGE_INIT;
        range.min_numerator = found.min.numerator;
        range.min_denominator = found.min.denominator;
        range.max_numerator = found.max.numerator;
        range.max_denominator = found.max.denominator;
        range.step_numerator = found.step.numerator;
        range.step_denominator = found.step.denominator;
        return range;
    });
}

}  // extern "C"
