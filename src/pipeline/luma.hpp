// How bright a picture is, from a sample of its rows.
#pragma once

#include "base/result.hpp"
#include "convert/picture_view.hpp"

#include <cstdint>

namespace v4lxx::pipeline {

constexpr uint32_t white_luma = 65535;

// The mean luma, 0 to white_luma, by the picture's own matrix and range. From at most 64 rows; a JPEG is decoded at an eighth of
// its size. Fails as encode() does.
Result<uint32_t> mean_luma(const convert::PictureView &picture);

}  // namespace v4lxx::pipeline
