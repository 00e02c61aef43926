// One picture of a camera to one file in memory: the joint between converters and encoders.
#pragma once

#include "base/result.hpp"
#include "convert/picture_view.hpp"

#include <cstdint>
#include <vector>

namespace v4lxx::pipeline {

using convert::PictureView;

enum class ImageType : uint32_t { png = 1, jpeg = 2 };  // the numbers of v4lxx_image_type

// Whether this build makes pictures of that type from that pixel format.
bool can_encode(uint32_t fourcc, ImageType type);

// From every format of convert/sources.cpp, and from MJPEG and JPEG (one plane with the bytes of the frame; the size is the
// negotiated one). Colours by the picture's own matrix and range. quality: JPEG, 1 to 100; 0 is 90. A JPEG from MJPEG is the
// camera's own bytes, made complete.
Result<std::vector<uint8_t>> encode(const PictureView &picture, ImageType type, uint32_t quality);

}  // namespace v4lxx::pipeline
