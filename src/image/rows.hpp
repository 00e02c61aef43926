// Where an encoder gets its pixels from, row by row: no second pass over the frame, no pixel formats in the encoders.
#pragma once

#include <cstdint>

namespace v4lxx::image {

// Nothing here may throw: the calls come from inside C libraries.
class Rows {
public:
    virtual ~Rows() = default;
    // Three bytes for each pixel: R G B for PNG, Y Cb Cr (JFIF) for JPEG.
    virtual void read_triples(uint32_t row, uint8_t *out) const noexcept = 0;
    // One byte for each pixel: grey or Y.
    virtual void read_first(uint32_t row, uint8_t *out) const noexcept = 0;
    // One Cb and one Cr for each sample of a subsampled chroma row.
    virtual void read_chroma(uint32_t chroma_row, uint8_t *blue, uint8_t *red) const noexcept = 0;
};

}  // namespace v4lxx::image
