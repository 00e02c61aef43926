// A descriptor that is readable from a moment on.
#pragma once

#include <atomic>
#include <cstdint>

namespace v4lxx::kernel {

class Alarm {
public:
    Alarm() = default;
    ~Alarm();
    Alarm(const Alarm &) = delete;
    Alarm &operator=(const Alarm &) = delete;

    int open();  // 0 or -errno
    void close();
    int fd() const { return fd_; }
    void ring_now() { set(1); }
    void ring_at(int64_t monotonic_time_ns) { set(monotonic_time_ns); }
    void silence() { set(0); }

private:
    void set(int64_t time_ns);

    int fd_ = -1;
    std::atomic<int64_t> set_to_{0};  // 0: silent; 1: rings
};

}  // namespace v4lxx::kernel
