#include "pipeline/luma.hpp"

#include "convert/convert.hpp"
#include "image/jpeg.hpp"
#include "image/motion_jpeg.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace v4lxx::pipeline {

static uint32_t as_luma(uint64_t sum, uint64_t samples)
{
    return static_cast<uint32_t>((sum * (white_luma / 255) + samples / 2) / samples);
}

static uint64_t sum_of(const uint8_t *bytes, size_t count) { return std::accumulate(bytes, bytes + count, uint64_t{0}); }

static Result<uint32_t> of_motion_jpeg(const convert::PictureView &picture)
{
    const convert::PlaneView &plane = picture.planes[0];
    auto complete = image::complete_jpeg(plane.data, static_cast<size_t>(plane.size_bytes), picture.width, picture.height);
    if (!complete)
        return std::move(complete).failure();
    auto small = image::decode_small_luma(complete->bytes, complete->width, complete->height);
    if (!small)
        return std::move(small).failure();
    return as_luma(sum_of(small->data(), small->size()), small->size());
}

Result<uint32_t> mean_luma(const convert::PictureView &picture)
{
    if (image::is_motion_jpeg(picture.fourcc))
        return of_motion_jpeg(picture);
    auto own = convert::colour_of(picture);
    if (!own)
        return std::move(own).failure();
    auto reader = convert::PictureReader::open(picture, {false, own->matrix, true});
    if (!reader)
        return std::move(reader).failure();
    constexpr uint32_t most_rows = 64;
    const uint32_t rows = std::min(reader->height(), most_rows);
    std::vector<uint8_t> row(reader->width());
    uint64_t sum = 0;
    for (uint32_t i = 0; i < rows; i++) {
        // The middle of each of `rows` equal bands.
        reader->read_first(static_cast<uint32_t>((2 * uint64_t{i} + 1) * reader->height() / (uint64_t{2} * rows)), row.data());
        sum += sum_of(row.data(), row.size());
    }
    return as_luma(sum, uint64_t{rows} * row.size());
}

}  // namespace v4lxx::pipeline
