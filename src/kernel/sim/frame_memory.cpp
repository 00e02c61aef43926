#include "kernel/sim/frame_memory.hpp"

#include <cerrno>
#include <new>
#include <sys/mman.h>
#include <unistd.h>

namespace v4lxx::kernel::sim {

std::unique_ptr<FrameMemory> FrameMemory::create(size_t bytes, int *error)
{
    int fd = memfd_create("v4lxx-sim", MFD_CLOEXEC);
    if (fd < 0) {
        *error = -errno;
        return nullptr;
    }
    if (ftruncate(fd, static_cast<off_t>(bytes)) == 0) {
        void *base = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        if (base != MAP_FAILED) {
            if (auto *memory = new (std::nothrow) FrameMemory(fd, static_cast<uint8_t *>(base), bytes))
                return std::unique_ptr<FrameMemory>(memory);
            munmap(base, bytes);
        }
    }
    *error = -ENOMEM;
    ::close(fd);
    return nullptr;
}

FrameMemory::~FrameMemory()
{
    munmap(base_, bytes_);
    ::close(fd_);
}

int FrameMemory::grow(size_t bytes)
{
    if (ftruncate(fd_, static_cast<off_t>(bytes)) < 0)
        return -ENOMEM;
    void *base = mremap(base_, bytes_, bytes, MREMAP_MAYMOVE);
    if (base == MAP_FAILED)
        return -ENOMEM;
    base_ = static_cast<uint8_t *>(base);
    bytes_ = bytes;
    return 0;
}

int FrameMemory::map(size_t offset, size_t bytes, void **out) const
{
    void *address = mmap(nullptr, bytes, PROT_READ, MAP_SHARED, fd_, static_cast<off_t>(offset));
    if (address == MAP_FAILED)
        return -errno;
    *out = address;
    return 0;
}

}  // namespace v4lxx::kernel::sim
