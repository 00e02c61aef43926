// The bytes of one fuzz input, taken piece by piece. When they run out everything is 0, which each target gives a harmless meaning.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace v4lxx::fuzz {

class Input {
public:
    Input(const uint8_t *data, size_t size) : data_(data), size_(size) {}

    bool empty() const { return size_ == 0; }
    size_t left() const { return size_; }
    const uint8_t *rest() const { return data_; }

    void take(void *out, size_t count)
    {
        const size_t have = std::min(count, size_);
        std::memset(out, 0, count);
        if (have != 0)
            std::memcpy(out, data_, have);
        data_ += have;
        size_ -= have;
    }
    uint8_t byte()
    {
        uint8_t value = 0;
        take(&value, 1);
        return value;
    }
    uint32_t number()
    {
        uint32_t value = 0;
        take(&value, sizeof value);
        return value;
    }
    uint32_t below(uint32_t limit) { return byte() % limit; }

private:
    const uint8_t *data_;
    size_t size_;
};

}  // namespace v4lxx::fuzz
