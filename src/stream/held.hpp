// Frames that the program holds, for who asks why the driver has no buffers; and one that it held, for who reads it still.
#pragma once

#include <cstdint>

namespace v4lxx::stream {

struct HeldFrame {
    uint64_t number = 0, holder = 0, bytes = 0;
    int64_t arrival_ns = 0, age_ns = -1;  // -1: the stream has no clock any more
    uint32_t generation = 0, references = 0, buffer_index = 0, flags = 0;
    uint32_t taken_by = 0, released_by = 0;  // threads; only of a queue with a guard
};

}  // namespace v4lxx::stream
