#include "pipeline/picture.hpp"

#include "base/text.hpp"
#include "convert/convert.hpp"
#include "convert/sources.hpp"
#include "data/pixel_format.hpp"
#include "image/built.hpp"
#include "image/failures.hpp"
#include "image/jpeg.hpp"
#include "image/motion_jpeg.hpp"
#include "image/png.hpp"
#include "uapi/videodev2.hpp"

namespace v4lxx::pipeline {

using namespace image;
using convert::PictureReader;

namespace {

// What the encoders see of a picture.
class ReaderRows final : public Rows {
public:
    explicit ReaderRows(const PictureReader &reader) : reader_(reader) {}
    void read_triples(uint32_t row, uint8_t *out) const noexcept override { reader_.read_triples(row, out); }
    void read_first(uint32_t row, uint8_t *out) const noexcept override { reader_.read_first(row, out); }
    void read_chroma(uint32_t row, uint8_t *blue, uint8_t *red) const noexcept override { reader_.read_chroma(row, blue, red); }

private:
    const PictureReader &reader_;
};

}  // namespace

static Result<std::vector<uint8_t>> to_png(const PictureView &picture)
{
    auto reader = PictureReader::open(picture, convert::full_rgb);
    if (!reader)
        return std::move(reader).failure();
    return encode_png(ReaderRows(*reader), reader->width(), reader->height(), reader->has_colour());
}

static Result<std::vector<uint8_t>> to_jpeg(const PictureView &picture, uint32_t quality)
{
    auto reader = PictureReader::open(picture, convert::jfif);
    if (!reader)
        return std::move(reader).failure();
    JpegShape shape;
    shape.width = reader->width();
    shape.height = reader->height();
    // What is subsampled already goes in as planes; all else keeps its chroma at full size.
    const bool planes = reader->across() == 2;
    shape.across = planes ? reader->across() : 1;
    shape.down = planes ? reader->down() : 1;
    shape.input = !reader->has_colour() ? JpegInput::grey : planes ? JpegInput::planes : JpegInput::triples;
    return encode_jpeg(ReaderRows(*reader), shape, quality);
}

// A JPEG says itself what its numbers mean, whatever colorspace the driver names: the PNG shows what viewers show of the JPEG.
static PictureView view_of(const DecodedJpeg &decoded)
{
    PictureView view;
    view.fourcc = decoded.meaning == JpegMeaning::grey  ? data::fourcc_of("GREY")
                  : decoded.meaning == JpegMeaning::rgb ? data::fourcc_of("RGB24")
                                                        : data::fourcc_of("YUV24");
    view.width = decoded.width;
    view.height = decoded.height;
    view.colorspace = V4L2_COLORSPACE_JPEG;
    view.plane_count = 1;
    const uint32_t pixel_bytes = decoded.meaning == JpegMeaning::grey ? 1 : 3;
    view.planes[0] = {decoded.samples.data(), decoded.samples.size(), decoded.width * pixel_bytes};
    return view;
}

static Result<std::vector<uint8_t>> from_motion_jpeg(const PictureView &picture, ImageType type)
{
    // What this build cannot do is not blamed on the bytes of the frame.
    if (type == ImageType::png && !(has_png && has_jpeg))
        return not_built(has_png ? "JPEG" : "PNG");
    const convert::PlaneView &plane = picture.planes[0];
    auto complete = complete_jpeg(plane.data, static_cast<size_t>(plane.size_bytes), picture.width, picture.height);
    if (!complete)
        return std::move(complete).failure();
    if (type == ImageType::jpeg)
        return std::move(complete->bytes);
    auto decoded = decode_jpeg(complete->bytes, complete->width, complete->height);
    if (!decoded)
        return std::move(decoded).failure();
    return to_png(view_of(*decoded));
}

bool can_encode(uint32_t fourcc, ImageType type)
{
    if (type == ImageType::jpeg && is_motion_jpeg(fourcc))
        return true;  // the camera's own bytes
    const bool readable = is_motion_jpeg(fourcc) ? has_jpeg : convert::can_read(fourcc);
    return readable && ((type == ImageType::png && has_png) || (type == ImageType::jpeg && has_jpeg));
}

Result<std::vector<uint8_t>> encode(const PictureView &picture, ImageType type, uint32_t quality)
{
    if (type != ImageType::png && type != ImageType::jpeg)
        return argument_failure(Code::unknown_value, "type", "it is neither PNG (1) nor JPEG (2)");
    if (quality > 100)
        return argument_failure(Code::value_out_of_range, "quality", "quality is 1 to 100, or 0 for the default");
    if (is_motion_jpeg(picture.fourcc))
        return from_motion_jpeg(picture, type);
    return type == ImageType::png ? to_png(picture) : to_jpeg(picture, quality == 0 ? default_quality : quality);
}

}  // namespace v4lxx::pipeline
