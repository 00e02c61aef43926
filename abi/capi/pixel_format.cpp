#include "guard.hpp"
#include "versioned.hpp"

#include "base/text.hpp"
#include "data/pixel_format.hpp"

using namespace v4lxx;
using namespace v4lxx::capi;

extern "C" {

void v4lxx_pixel_format_info_init(v4lxx_pixel_format_info *info, uint32_t size) { init_versioned(info, size); }

uint32_t v4lxx_pixel_format_get_count(void) { return static_cast<uint32_t>(std::size(data::pixel_formats)); }

uint32_t v4lxx_pixel_format_get_fourcc(uint32_t index)
{
    return index < std::size(data::pixel_formats) ? data::pixel_formats[index].fourcc : 0;
}

const char *v4lxx_pixel_format_get_name(uint32_t fourcc)
{
    const data::PixelFormat *format = data::find_pixel_format(fourcc);
    return format != nullptr ? format->name : "";
}

uint32_t v4lxx_pixel_format_find(const char *name)
{
    const data::PixelFormat *format = name != nullptr ? data::find_pixel_format(std::string_view(name)) : nullptr;
    return format != nullptr ? format->fourcc : 0;
}

v4lxx_status v4lxx_pixel_format_describe(uint32_t fourcc, v4lxx_pixel_format_info *out, v4lxx_error **error)
{
    return guard(error, [&]() -> v4lxx_status {
        V4LXX_NEED_STRUCT(out);
        const data::PixelFormat *format = data::find_pixel_format(fourcc);
        if (format == nullptr) {
            Failure failure =
                argument_failure(Code::unknown_pixel_format, "fourcc", fourcc_text(fourcc) + " is not in the table");
            return fail(error, std::move(failure));
        }
        v4lxx_pixel_format_info info = V4LXX_PIXEL_FORMAT_INFO_INIT;
        info.fourcc = format->fourcc;
        info.family = static_cast<v4lxx_colour_family>(format->family);
        info.bits_per_sample = format->bits_per_sample;
        info.plane_count = format->plane_count;
        info.memory_plane_count = format->memory_plane_count;
        info.horizontal_subsampling = format->horizontal_subsampling;
        info.vertical_subsampling = format->vertical_subsampling;
        for (size_t i = 0; i < std::size(format->bits_per_pixel); i++)
            info.bits_per_pixel[i] = format->bits_per_pixel[i];
        write_versioned(out, info);
        return V4LXX_OK;
    });
}

}  // extern "C"
