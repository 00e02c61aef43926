#include "pipeline/picture.hpp"

#include "base/text.hpp"
#include "convert/convert.hpp"
#include "data/pixel_format.hpp"
#include "image/failures.hpp"
#include "image/jpeg.hpp"
#include "image/motion_jpeg.hpp"
#include "image/png.hpp"
#include "uapi/videodev2.hpp"

#include <algorithm>
#include <iterator>

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

// MJPEG has its own way.
static constexpr uint32_t raw_formats[] = {data::fourcc_of("YUYV"), data::fourcc_of("NV12"), data::fourcc_of("NV12M"),
                                           data::fourcc_of("RGB24"), data::fourcc_of("GREY")};

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
    shape.across = reader->across();
    shape.down = reader->down();
    // What is subsampled already goes in as planes; RGB keeps its chroma at full size.
    shape.input = !reader->has_colour() ? JpegInput::grey : reader->across() == 1 ? JpegInput::triples : JpegInput::planes;
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

Result<std::vector<uint8_t>> encode(const PictureView &picture, ImageType type, uint32_t quality)
{
    if (type != ImageType::png && type != ImageType::jpeg)
        return argument_failure(Code::unknown_value, "type", "it is neither PNG (1) nor JPEG (2)");
    if (quality > 100)
        return argument_failure(Code::value_out_of_range, "quality", "quality is 1 to 100, or 0 for the default");
    if (picture.fourcc == data::fourcc_of("MJPEG"))
        return from_motion_jpeg(picture, type);
    if (std::find(std::begin(raw_formats), std::end(raw_formats), picture.fourcc) == std::end(raw_formats)) {
        Failure failure;
        failure.code = Code::image_format_unsupported;
        failure.asked = fourcc_text(picture.fourcc) + " " + size_text(picture.width, picture.height);
        return failure;
    }
    return type == ImageType::png ? to_png(picture) : to_jpeg(picture, quality == 0 ? default_quality : quality);
}

}  // namespace v4lxx::pipeline
