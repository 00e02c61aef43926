// JPEG files through libjpeg-turbo. Encoders get JFIF colours (BT.601, full range); YUV pictures go in as they are subsampled,
// strip by strip, without a way through RGB.
#pragma once

#include "base/result.hpp"
#include "image/rows.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace v4lxx::image {

constexpr uint32_t default_quality = 90;

enum class JpegInput : uint8_t {
    grey,     // read_first()
    planes,   // read_first() and read_chroma(), chroma already subsampled by across x down
    triples,  // read_triples(); libjpeg subsamples by across x down
    rgb,      // the same, but the triples are R G B and libjpeg converts them
};

struct JpegShape {
    uint32_t width = 0, height = 0;
    JpegInput input = JpegInput::triples;
    uint32_t across = 1, down = 1;  // pixels for one chroma sample: 1 or 2
};

// quality: 1 to 100.
Result<std::vector<uint8_t>> encode_jpeg(const Rows &rows, const JpegShape &shape, uint32_t quality);

// Fits kernel::sim::JpegEncoder. rgb: width * height * 3 bytes. Empty if it cannot be done.
std::vector<uint8_t> jpeg_from_rgb(const uint8_t *rgb, uint32_t width, uint32_t height);

enum class JpegMeaning : uint8_t { grey, yuv, rgb };

struct DecodedJpeg {
    uint32_t width = 0, height = 0;
    JpegMeaning meaning = JpegMeaning::yuv;
    std::vector<uint8_t> samples;  // width * 3 bytes for each row, or width if grey; yuv is JFIF, chroma at full size
};

// jpeg: a complete file, see complete_jpeg(). Whatever libjpeg had to invent (cut off, bad codes) is a failure, not a picture.
Result<DecodedJpeg> decode_jpeg(const std::vector<uint8_t> &jpeg, uint32_t width, uint32_t height);

// The luma of the same at an eighth of its width and height, rounded up: enough to tell how bright it is.
Result<std::vector<uint8_t>> decode_small_luma(const std::vector<uint8_t> &jpeg, uint32_t width, uint32_t height);

}  // namespace v4lxx::image
