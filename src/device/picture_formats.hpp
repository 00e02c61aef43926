// Which pixel formats this build can make pictures of, and what that costs. The facts are those of the converters.
#pragma once

#include <cstdint>

namespace v4lxx::device {

enum class PictureSource : uint8_t { none, grey, mosaic, raw, compressed };

PictureSource picture_source(uint32_t fourcc);

}  // namespace v4lxx::device
