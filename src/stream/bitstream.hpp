// What kind of picture compressed data holds, from its first bytes: for drivers that set no flag.
#pragma once

#include "kernel/buffer_calls.hpp"

#include <cstddef>
#include <cstdint>

namespace v4lxx::stream {

// Reads no more than the first 4 KiB. Unknown if the format is not one of H.264 with start codes, HEVC with start codes, VP8, VP9, AV1 (a
// sequence of OBUs), MJPEG and JPEG, or if the bytes do not say.
kernel::Picture picture_in(uint32_t fourcc, const uint8_t *data, uint64_t bytes) noexcept;

}  // namespace v4lxx::stream
