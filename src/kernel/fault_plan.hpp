// Makes any call through the door fail, for tests. One plan may serve a whole context; a null plan costs one comparison.
#pragma once

#include <atomic>
#include <cstdint>

namespace v4lxx::kernel {

// The kinds of call that pass the door.
enum class Call : uint8_t {
    open,
    adopt,
    make_event,
    make_wait_set,
    make_clock,
    make_monitor,
    ioctl,
    map,
    unmap,
    make_private,
    protect,
    prefer_large_pages,
    reset_usb,
    wait,
    pause,
    path_kind,
    list_directory,
    read_file,
    read_link,
    process_identity,
    read_clock
};

class FaultPlan {
public:
    virtual ~FaultPlan() = default;
    // Asked before every call. `request` is the ioctl number, 0 for other calls. 0 lets the call through; -errno fails it.
    virtual int before(Call call, unsigned long request) = 0;
};

// Fails the nth call (from 0) of all that pass, with one errno: for "a fault at each call in turn".
class NthCallFails : public FaultPlan {
public:
    NthCallFails(uint64_t n, int error) : n_(n), error_(error) {}
    int before(Call, unsigned long) override { return seen_.fetch_add(1) == n_ ? -error_ : 0; }
    uint64_t seen() const { return seen_.load(); }

private:
    uint64_t n_;
    int error_;
    std::atomic<uint64_t> seen_{0};
};

}  // namespace v4lxx::kernel
