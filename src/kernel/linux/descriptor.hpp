// A file descriptor that closes itself.
#pragma once

#include <unistd.h>
#include <utility>

namespace v4lxx::kernel {

class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(Descriptor &&other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(fd_, other.fd_);
        return *this;
    }
    // close() is not repeated after EINTR: Linux has closed the descriptor then, and the number may be somebody else's.
    ~Descriptor()
    {
        if (fd_ >= 0)
            close(fd_);
    }
    int get() const { return fd_; }
    void forget() { fd_ = -1; }

private:
    int fd_ = -1;
};

}  // namespace v4lxx::kernel
