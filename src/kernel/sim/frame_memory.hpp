// Memory that a simulated device draws into and its clients map: one memfd per allocation of buffers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

namespace v4lxx::kernel::sim {

constexpr size_t page_bytes = 4096;
constexpr size_t page_align(size_t bytes) { return (bytes + page_bytes - 1) / page_bytes * page_bytes; }

class FrameMemory {
public:
    // Null with *error = -errno if the system has no more memory or descriptors.
    static std::unique_ptr<FrameMemory> create(size_t bytes, int *error);
    ~FrameMemory();  // mappings made by map() stay: freeing buffers orphans them
    FrameMemory(const FrameMemory &) = delete;
    FrameMemory &operator=(const FrameMemory &) = delete;

    uint8_t *at(size_t offset) const { return base_ + offset; }
    // Makes it larger: what at() said before is no longer true, mappings made by map() stay. 0 or -errno, and then nothing has changed.
    int grow(size_t bytes);
    size_t bytes() const { return bytes_; }
    // A shared mapping that can only be read, as clients get it.
    int map(size_t offset, size_t bytes, void **out) const;

private:
    FrameMemory(int fd, uint8_t *base, size_t bytes) : fd_(fd), base_(base), bytes_(bytes) {}

    int fd_;
    uint8_t *base_;
    size_t bytes_;
};

}  // namespace v4lxx::kernel::sim
