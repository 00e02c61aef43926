// Which kinds of picture this build can read and write.
#pragma once

#include "v4lxx_config.h"

namespace v4lxx::image {

#ifdef HAVE_PNG
constexpr bool has_png = true;
#else
constexpr bool has_png = false;
#endif

#ifdef HAVE_JPEG
constexpr bool has_jpeg = true;
#else
constexpr bool has_jpeg = false;
#endif

}  // namespace v4lxx::image
