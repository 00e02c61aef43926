// The pixel formats that can be read: the one list of them.
#pragma once

#include "convert/row_functions.hpp"

#include <cstdint>

namespace v4lxx::convert {

struct Source {
    uint32_t fourcc;
    Layout layout;
    Packing packing = {};
    bool red_first = false;  // the planes are Y, V, U
};

// Null if there is no reader for the format.
const Source *find_source(uint32_t fourcc);

// Whether pixels of this format can be read: whether a picture can be made from it.
bool can_read(uint32_t fourcc);

}  // namespace v4lxx::convert
