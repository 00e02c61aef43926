#include "device/picture_formats.hpp"

#include "convert/sources.hpp"
#include "data/pixel_format.hpp"
#include "image/built.hpp"
#include "image/motion_jpeg.hpp"

namespace v4lxx::device {

PictureSource picture_source(uint32_t fourcc)
{
    if (image::is_motion_jpeg(fourcc))
        return image::has_jpeg ? PictureSource::compressed : PictureSource::none;
    if (!convert::can_read(fourcc))
        return PictureSource::none;
    const data::PixelFormat *format = data::find_pixel_format(fourcc);
    if (format != nullptr && format->family == data::ColourFamily::grey)
        return PictureSource::grey;
    return format != nullptr && format->family == data::ColourFamily::bayer ? PictureSource::mosaic : PictureSource::raw;
}

}  // namespace v4lxx::device
