// Frames as bytes: a face of the stream for programs that read. Copies, where all other faces give memory.
#pragma once

#include "stream/account.hpp"
#include "stream/frame.hpp"

#include "base/result.hpp"

#include <cstddef>

namespace v4lxx::stream {

// The numbers of v4lxx_read_mode.
enum class ReadMode : uint32_t { frame = 0, bytes = 1 };

// The frame that is being read, and how far. Not for two threads at once, as dequeue is not.
class Reader {
public:
    bool has_frame() const { return static_cast<bool>(frame_); }
    const Frame &frame() const { return *frame_; }
    void begin(Ref<Frame> frame);
    void drop() { frame_ = {}; }
    // What is left of the frame.
    uint64_t left() const { return left_; }
    // Copies at most `size` bytes; the frame goes with its last one.
    size_t copy(void *buffer, size_t size, Counter &copied_planes);

private:
    Ref<Frame> frame_;
    uint32_t plane_ = 0;
    uint64_t offset_ = 0, left_ = 0;  // bytes; offset_ in the plane
};

}  // namespace v4lxx::stream
