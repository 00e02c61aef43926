// Pixel formats in a sentence.
#pragma once

#include "kernel/formats.hpp"

#include <span>
#include <string>

namespace v4lxx::device {

// "YUYV, MJPG, Y16 and 66 more": some drivers have a hundred, and nobody reads so many.
std::string format_names(std::span<const kernel::FormatDescription> formats);

}  // namespace v4lxx::device
