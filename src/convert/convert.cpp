#include "convert/convert.hpp"

#include "base/text.hpp"
#include "data/pixel_format.hpp"

#include <string>
#include <utility>

namespace v4lxx::convert {

namespace {

struct Source {
    uint32_t fourcc;
    Layout layout;
    uint8_t planes;
    bool red_first;  // the planes are Y, V, U
};

}  // namespace

static constexpr Source sources[] = {
    {data::fourcc_of("YUYV"), Layout::yuyv, 1, false},
    {data::fourcc_of("UYVY"), Layout::uyvy, 1, false},
    {data::fourcc_of("NV12"), Layout::semi_uv, 2, false},
    {data::fourcc_of("NV12M"), Layout::semi_uv, 2, false},
    {data::fourcc_of("NV21"), Layout::semi_vu, 2, false},
    {data::fourcc_of("NV21M"), Layout::semi_vu, 2, false},
    {data::fourcc_of("YUV420"), Layout::planar, 3, false},
    {data::fourcc_of("YUV420M"), Layout::planar, 3, false},
    {data::fourcc_of("YVU420"), Layout::planar, 3, true},
    {data::fourcc_of("YVU420M"), Layout::planar, 3, true},
    {data::fourcc_of("YUV24"), Layout::triples, 1, false},
    {data::fourcc_of("RGB24"), Layout::triples, 1, false},
    {data::fourcc_of("BGR24"), Layout::triples_reversed, 1, false},
    {data::fourcc_of("GREY"), Layout::single, 1, false},
};

static const Source *find_source(uint32_t fourcc)
{
    for (const Source &source : sources)
        if (source.fourcc == fourcc)
            return &source;
    return nullptr;
}

static Failure failure(Code code, const PictureView &picture, std::string cause)
{
    Failure result;
    result.code = code;
    result.asked = fourcc_text(picture.fourcc) + " " + size_text(picture.width, picture.height);
    result.cause = std::move(cause);
    result.cause_checked = true;
    return result;
}

static bool is_rgb(uint32_t fourcc)
{
    const data::PixelFormat *format = data::find_pixel_format(fourcc);
    return format != nullptr && format->family == data::ColourFamily::rgb;
}

Result<Colour> colour_of(const PictureView &picture)
{
    Colour colour;
    if (!resolve_colour(is_rgb(picture.fourcc), picture.colorspace, picture.ycbcr_encoding, picture.quantization, &colour))
        return failure(Code::image_format_unsupported, picture, "colours with constant luminance (BT.2020) have no matrix");
    return colour;
}

static Result<void> check_planes(const PictureView &picture, const Source &source, const data::PixelFormat &format)
{
    if (picture.width == 0 || picture.height == 0)
        return failure(Code::image_too_short, picture, "the picture has no pixels");
    if (picture.plane_count != source.planes)
        return failure(Code::image_too_short, picture,
                       "the picture has " + std::to_string(picture.plane_count) + " colour planes instead of " +
                           std::to_string(source.planes));
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
    if (auto good = check_planes(picture, *source, format); !good)
        return std::move(good).failure();
    PictureReader reader;
    reader.picture_ = picture;
    if (source->red_first)
        std::swap(reader.picture_.planes[1], reader.picture_.planes[2]);
    reader.colour_ = affine(*colour, wanted);
    reader.functions_ = &row_functions();
    reader.layout_ = source->layout;
    reader.across_ = format.horizontal_subsampling;
    reader.down_ = format.vertical_subsampling;
    return reader;
}

void PictureReader::find_rows(uint32_t row, const uint8_t *rows[3]) const noexcept
{
    rows[0] = picture_.planes[0].data + size_t{row} * picture_.planes[0].stride_bytes;
    for (uint32_t i = 1; i < 3; i++)
        rows[i] = i >= picture_.plane_count ? nullptr
                                            : picture_.planes[i].data + size_t{row / down_} * picture_.planes[i].stride_bytes;
}

void PictureReader::read_triples(uint32_t row, uint8_t *out) const noexcept
{
    const uint8_t *rows[3];
    find_rows(row, rows);
    functions_->triples[static_cast<int>(layout_)](rows, picture_.width, colour_, out);
}

void PictureReader::read_first(uint32_t row, uint8_t *out) const noexcept
{
    const uint8_t *rows[3];
    find_rows(row, rows);
    functions_->first[static_cast<int>(layout_)](rows, picture_.width, colour_, out);
}

void PictureReader::read_chroma(uint32_t chroma_row, uint8_t *second, uint8_t *third) const noexcept
{
    const uint8_t *rows[3];
    find_rows(chroma_row * down_, rows);
    functions_->chroma[static_cast<int>(layout_)](rows, picture_.width, colour_, second, third);
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
