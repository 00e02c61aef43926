// Memory for the copy of a frame. Where large pages are wanted and fit, it begins and ends where one does: the kernel can use none else.
#pragma once

#include <cstddef>
#include <cstdint>
#include <new>

namespace v4lxx::stream {

class CopyMemory {
public:
    static constexpr size_t large_page = size_t{2} << 20;

    CopyMemory(size_t room, bool large)
        : is_large_(large && room >= large_page), size_(is_large_ ? (room + large_page - 1) / large_page * large_page : room),
          bytes_(static_cast<uint8_t *>(::operator new(size_, alignment())))
    {
    }
    CopyMemory(const CopyMemory &) = delete;
    CopyMemory &operator=(const CopyMemory &) = delete;
    ~CopyMemory() { ::operator delete(bytes_, alignment()); }

    uint8_t *get() const { return bytes_; }
    size_t size() const { return size_; }
    bool is_large() const { return is_large_; }

private:
    std::align_val_t alignment() const { return std::align_val_t{is_large_ ? large_page : alignof(std::max_align_t)}; }

    const bool is_large_;
    const size_t size_;
    uint8_t *const bytes_;
};

}  // namespace v4lxx::stream
