#include "convert/convert.hpp"

#include "base/text.hpp"
#include "convert/sources.hpp"
#include "data/pixel_format.hpp"
#include "uapi/videodev2.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace v4lxx::convert {

static Failure failure(Code code, const PictureView &picture, std::string cause)
{
    Failure result;
    result.code = code;
    result.asked = fourcc_text(picture.fourcc) + " " + size_text(picture.width, picture.height);
    result.cause = std::move(cause);
    result.cause_checked = true;
    return result;
}

static data::ColourFamily family_of(uint32_t fourcc)
{
    const data::PixelFormat *format = data::find_pixel_format(fourcc);
    return format != nullptr ? format->family : data::ColourFamily::unknown;
}

Result<Colour> colour_of(const PictureView &picture)
{
    const data::ColourFamily family = family_of(picture.fourcc);
    // A mosaic is what a sensor sees through red, green and blue filters.
    const bool rgb = family == data::ColourFamily::rgb || family == data::ColourFamily::bayer;
    // Infrared, thermal and monochrome cameras use all numbers and say nothing about it; the kernel's own generator does the same.
    uint32_t quantization = picture.quantization;
    if (family == data::ColourFamily::grey && quantization != V4L2_QUANTIZATION_LIM_RANGE)
        quantization = V4L2_QUANTIZATION_FULL_RANGE;
    Colour colour;
    if (!resolve_colour(rgb, picture.colorspace, picture.ycbcr_encoding, quantization, &colour))
        return failure(Code::image_format_unsupported, picture, "colours with constant luminance (BT.2020) have no matrix");
    return colour;
}

static Result<void> check_planes(const PictureView &picture, const data::PixelFormat &format)
{
    if (picture.width == 0 || picture.height == 0)
        return failure(Code::image_too_short, picture, "the picture has no pixels");
    if (picture.plane_count != format.plane_count)
        return failure(Code::image_too_short, picture,
                       "the picture has " + std::to_string(picture.plane_count) + " colour planes instead of " +
                           std::to_string(format.plane_count));
    for (uint32_t i = 0; i < picture.plane_count; i++) {
        const PlaneView &plane = picture.planes[i];
        const uint64_t across = i == 0 ? 1 : format.horizontal_subsampling, down = i == 0 ? 1 : format.vertical_subsampling;
        const uint64_t row = (picture.width + across - 1) / across * (format.bits_per_pixel[i] / 8u);
        const uint64_t rows = (picture.height + down - 1) / down;
        // Below 2^64: both factors are below 2^32.
        const uint64_t least = (rows - 1) * plane.stride_bytes + row;
        if (plane.stride_bytes < row)
            return failure(Code::image_too_short, picture,
                           "plane " + std::to_string(i) + " has rows of " + std::to_string(plane.stride_bytes) +
                               " bytes and needs " + std::to_string(row));
        if (plane.data == nullptr || plane.size_bytes < least)
            return failure(Code::image_too_short, picture,
                           "plane " + std::to_string(i) + " has " + std::to_string(plane.size_bytes) + " bytes and needs " +
                               std::to_string(least));
    }
    return {};
}

Result<PictureReader> PictureReader::open(const PictureView &picture, const Colour &wanted)
{
    const Source *source = find_source(picture.fourcc);
    if (source == nullptr)
        return failure(Code::image_format_unsupported, picture, {});
    const data::PixelFormat &format = *data::find_pixel_format(picture.fourcc);
    auto colour = colour_of(picture);
    if (!colour)
        return std::move(colour).failure();
    if (auto good = check_planes(picture, format); !good)
        return std::move(good).failure();
    PictureReader reader;
    reader.picture_ = picture;
    if (source->red_first)
        std::swap(reader.picture_.planes[1], reader.picture_.planes[2]);
    reader.shape_ = {picture.width, affine(*colour, wanted, source->packing.bits), source->packing};
    reader.functions_ = &row_functions();
    reader.layout_ = source->layout;
    reader.across_ = format.horizontal_subsampling;
    reader.down_ = format.vertical_subsampling;
    return reader;
}

// The row above or below, or its mirror image where the picture ends.
const uint8_t *PictureReader::mosaic_row(int64_t row) const noexcept
{
    const int64_t last = int64_t{picture_.height} - 1;
    const int64_t mirrored = row < 0 ? std::min<int64_t>(1, last) : row > last ? std::max<int64_t>(last - 1, 0) : row;
    return picture_.planes[0].data + static_cast<size_t>(mirrored) * picture_.planes[0].stride_bytes;
}

size_t PictureReader::find_rows(uint32_t row, const uint8_t *rows[3]) const noexcept
{
    if (is_mosaic(layout_)) {
        for (int i = 0; i < 3; i++)
            rows[i] = mosaic_row(int64_t{row} + i - 1);
        return static_cast<size_t>(layout_of_row(layout_, row));
    }
    rows[0] = picture_.planes[0].data + size_t{row} * picture_.planes[0].stride_bytes;
    for (uint32_t i = 1; i < 3; i++)
        rows[i] = i >= picture_.plane_count ? nullptr
                                            : picture_.planes[i].data + size_t{row / down_} * picture_.planes[i].stride_bytes;
    return static_cast<size_t>(layout_);
}

void PictureReader::read_triples(uint32_t row, uint8_t *out) const noexcept
{
    const uint8_t *rows[3];
    functions_->triples[find_rows(row, rows)](rows, shape_, out);
}

void PictureReader::read_first(uint32_t row, uint8_t *out) const noexcept
{
    const uint8_t *rows[3];
    functions_->first[find_rows(row, rows)](rows, shape_, out);
}

void PictureReader::read_chroma(uint32_t chroma_row, uint8_t *second, uint8_t *third) const noexcept
{
    const uint8_t *rows[3];
    functions_->chroma[find_rows(chroma_row * down_, rows)](rows, shape_, second, third);
}

Result<void> to_rgb24(const PictureView &picture, uint8_t *out, size_t stride_bytes)
{
    auto reader = PictureReader::open(picture, full_rgb);
    if (!reader)
        return std::move(reader).failure();
    for (uint32_t y = 0; y < picture.height; y++)
        reader->read_triples(y, out + y * stride_bytes);
    return {};
}

Result<void> to_grey(const PictureView &picture, uint8_t *out, size_t stride_bytes)
{
    auto own = colour_of(picture);
    if (!own)
        return std::move(own).failure();
    auto reader = PictureReader::open(picture, {false, own->matrix, true});
    if (!reader)
        return std::move(reader).failure();
    for (uint32_t y = 0; y < picture.height; y++)
        reader->read_first(y, out + y * stride_bytes);
    return {};
}

}  // namespace v4lxx::convert
