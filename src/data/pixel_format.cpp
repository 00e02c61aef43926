#include "data/pixel_format.hpp"

#include "base/text.hpp"

#include <string>

namespace v4lxx::data {

const PixelFormat *find_pixel_format(uint32_t fourcc)
{
    for (const PixelFormat &format : pixel_formats)
        if (format.fourcc == fourcc)
            return &format;
    return nullptr;
}

const PixelFormat *find_pixel_format(std::string_view name)
{
    for (const PixelFormat &format : pixel_formats)
        if (equal_in_any_case(name, format.name))
            return &format;
    const PixelFormat *found = nullptr;
    int matches = 0;
    for (const PixelFormat &format : pixel_formats) {
        const std::string characters = fourcc_name(format.fourcc);
        if (name == characters)
            return &format;
        if (equal_in_any_case(name, characters)) {
            found = &format;
            matches++;
        }
    }
    return matches == 1 ? found : nullptr;
}

}  // namespace v4lxx::data
