// What happens while a program is slower than its camera.
#pragma once

#include "stream/frame.hpp"

#include <cstdint>
#include <vector>

namespace v4lxx::stream {

// Numbers of v4lxx_flow.
enum class Flow : uint32_t { block = 0, latest = 1, drop_oldest = 2, drop_newest = 3 };
// Numbers of v4lxx_reserve: what becomes of a frame that would leave the driver too few buffers.
enum class Reserve : uint32_t { copy = 0, drop = 1, grow = 2 };

// Frames that were taken from the driver and wait for the program, oldest first. Guarded by the queue's mutex. No allocation after reset().
class Shelf {
public:
    void reset(size_t room)
    {
        frames_.assign(room, nullptr);
        first_ = count_ = 0;
    }
    bool empty() const { return count_ == 0; }
    bool full() const { return count_ == frames_.size(); }
    size_t size() const { return count_; }
    const Frame &newest() const { return *frames_[(first_ + count_ - 1) % frames_.size()]; }
    void push(Frame &frame) { frames_[(first_ + count_++) % frames_.size()] = &frame; }
    Frame &take_oldest()
    {
        Frame &frame = *frames_[first_];
        first_ = (first_ + 1) % frames_.size();
        count_--;
        return frame;
    }
    Frame &take_newest()
    {
        count_--;
        return *frames_[(first_ + count_) % frames_.size()];
    }

private:
    std::vector<Frame *> frames_;
    size_t first_ = 0, count_ = 0;
};

}  // namespace v4lxx::stream
