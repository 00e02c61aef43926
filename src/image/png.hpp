// PNG files through libpng, 8 bits, RGB or grey.
#pragma once

#include "base/result.hpp"
#include "image/rows.hpp"

#include <cstdint>
#include <vector>

namespace v4lxx::image {

// colour: RGB from read_triples(); otherwise grey from read_first().
Result<std::vector<uint8_t>> encode_png(const Rows &rows, uint32_t width, uint32_t height, bool colour);

}  // namespace v4lxx::image
