// From a picture of a camera to RGB, grey or planes of another matrix and range. Everything is checked once when the picture is
// opened; after that a row cannot fail and never reads beyond the bytes of its plane.
#pragma once

#include "base/result.hpp"
#include "convert/colour.hpp"
#include "convert/picture_view.hpp"
#include "convert/row_functions.hpp"

#include <cstddef>
#include <cstdint>

namespace v4lxx::convert {

class PictureReader {
public:
    // The picture must stay where it is. `wanted`: the meaning of what comes out. Fails with image_format_unsupported for a
    // format or an encoding that has no reader, with image_too_short if a plane cannot hold its rows.
    static Result<PictureReader> open(const PictureView &picture, const Colour &wanted);

    uint32_t width() const { return picture_.width; }
    uint32_t height() const { return picture_.height; }
    bool has_colour() const { return !is_grey(layout_); }
    // Pixels for one chroma sample of the source.
    uint32_t across() const { return across_; }
    uint32_t down() const { return down_; }
    uint32_t chroma_width() const { return (picture_.width + across_ - 1) / across_; }
    uint32_t chroma_height() const { return (picture_.height + down_ - 1) / down_; }

    // width() * 3 bytes: three components of each pixel; chroma is repeated.
    void read_triples(uint32_t row, uint8_t *out) const noexcept;
    // width() bytes: the first component, luma.
    void read_first(uint32_t row, uint8_t *out) const noexcept;
    // chroma_width() bytes each: second and third component at the source's own subsampling. `wanted` must not be RGB.
    void read_chroma(uint32_t chroma_row, uint8_t *second, uint8_t *third) const noexcept;

private:
    PictureReader() = default;
    // What a row's function reads, and the number of that function.
    size_t find_rows(uint32_t row, const uint8_t *rows[3]) const noexcept;
    const uint8_t *mosaic_row(int64_t row) const noexcept;

    PictureView picture_;
    RowShape shape_;
    const RowFunctions *functions_ = nullptr;
    Layout layout_{};
    uint32_t across_ = 1, down_ = 1;
};

// Whole pictures. out: height rows of width * 3 (or width) bytes, stride_bytes apart.
Result<void> to_rgb24(const PictureView &picture, uint8_t *out, size_t stride_bytes);
// Luma by the picture's own matrix, 0 to 255.
Result<void> to_grey(const PictureView &picture, uint8_t *out, size_t stride_bytes);

// What the picture's numbers mean; fails for an encoding that no matrix describes.
Result<Colour> colour_of(const PictureView &picture);

}  // namespace v4lxx::convert
