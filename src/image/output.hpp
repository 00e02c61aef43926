// Bytes that a C library hands out piece by piece. A lack of memory becomes an answer, since no exception may cross C code.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <vector>

namespace v4lxx::image {

struct Output {
    std::vector<uint8_t> bytes;
    bool out_of_memory = false;

    bool append(const uint8_t *data, size_t size) noexcept
    {
        try {
            bytes.insert(bytes.end(), data, data + size);
        } catch (const std::exception &) {
            out_of_memory = true;
        }
        return !out_of_memory;
    }
};

}  // namespace v4lxx::image
