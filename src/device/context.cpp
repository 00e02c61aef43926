#include "device/context.hpp"

#include "image/jpeg.hpp"
#include "kernel/host.hpp"

namespace v4lxx::device {

Context::Context() : system_(std::make_unique<kernel::Host>(image::jpeg_from_rgb)) {}

}  // namespace v4lxx::device
