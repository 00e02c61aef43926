// One buffer as its user sees it. Frames are made once, with their buffer set, and handed out again and again: no allocation per frame.
#pragma once

#include "base/object.hpp"
#include "device/clock_relations.hpp"
#include "kernel/buffer_calls.hpp"
#include "kernel/inputs.hpp"

#include <cstdint>

namespace v4lxx::stream {

class BufferSet;

// What the queue knows of a frame when it comes, besides what the driver says.
struct Coming {
    uint64_t number = 0;  // since the first frame of this start, from 0
    int64_t arrival_ns = 0;
    int64_t lateness_ns = -1;  // of its arrival, as StampTracker tells
    uint32_t flags = 0;
    kernel::Clock stamp_clock = kernel::Clock::unknown;
    kernel::Rectangle crop;
};

// A colour plane in memory, whatever API the driver speaks.
struct ColourPlane {
    const uint8_t *data = nullptr;
    uint64_t bytes = 0;  // that hold data
    uint32_t stride_bytes = 0;
};

enum FrameFlag : uint32_t {  // bits of v4lxx_frame_flags_values
    frame_corrupt = 1 << 0,
    frame_short = 1 << 1,
    frame_key = 1 << 2,
    frame_last = 1 << 3,
    frame_copied = 1 << 5,
    frame_stamp_unset = 1 << 6,
    frame_stamp_repeated = 1 << 7,
    frame_stamp_backward = 1 << 8,
    frame_stamp_future = 1 << 9,
};

class Frame : public Object {
public:
    // A frame of a buffer, or one in memory of its own that takes copies.
    enum class Kind : uint8_t { buffer, copy };
    Frame(BufferSet &set, uint32_t index, Kind kind) : Object(0), set_(set), index_(index), kind_(kind) {}

    bool is_copy() const { return kind_ == Kind::copy; }

    const kernel::Format &format() const;
    uint32_t index() const { return is_copy() ? origin_.index : index_; }  // of the buffer it came in
    uint64_t number() const { return number_; }                            // since the first frame of this start, from 0
    uint32_t generation() const;
    int64_t arrival_ns() const { return arrival_ns_; }
    kernel::Picture picture() const { return picture_; }
    const kernel::Dequeued &origin() const { return origin_; }
    // Of the time stamp: the driver's word, or, where it says nothing, what ClockGuess found.
    kernel::Clock stamp_clock() const { return stamp_clock_; }
    // The part of the source that it shows; no width: not known.
    const kernel::Rectangle &crop() const { return crop_; }
    // The time of the stamp by another clock.
    Result<device::ConvertedTime> convert_time(kernel::Clock to) const;
    uint32_t flags() const { return flags_ | (copied_.load(std::memory_order_relaxed) ? uint32_t{frame_copied} : 0u); }
    uint64_t holder() const { return holder_.load(std::memory_order_relaxed); }
    void set_holder(uint64_t holder) { holder_.store(holder, std::memory_order_relaxed); }
    uint32_t taken_by() const { return taken_by_.load(std::memory_order_relaxed); }
    uint32_t released_by() const { return released_by_.load(std::memory_order_relaxed); }
    uint32_t plane_count() const { return plane_count_; }
    const ColourPlane &plane(uint32_t i) const { return planes_[i]; }
    uint64_t bytes() const  // of all planes
    {
        uint64_t sum = 0;
        for (uint32_t i = 0; i < plane_count_; i++)
            sum += planes_[i].bytes;
        return sum;
    }

protected:
    void last_unref() noexcept override;

private:
    friend class BufferSet;
    friend class Queue;

    BufferSet &set_;
    const uint32_t index_;  // of the buffer; of a copy among copies
    const Kind kind_;
    // Filled by the queue before the frame is handed out, constant until its last unref.
    kernel::Dequeued origin_;
    uint64_t number_ = 0;
    int64_t arrival_ns_ = 0, lateness_ns_ = -1;
    kernel::Picture picture_ = kernel::Picture::unknown;
    kernel::Clock stamp_clock_ = kernel::Clock::unknown;
    kernel::Rectangle crop_;
    uint32_t flags_ = 0, plane_count_ = 0;
    ColourPlane planes_[kernel::max_planes];
    std::atomic<bool> copied_{false};
    std::atomic<uint64_t> holder_{0};                     // who has it, as the program says
    std::atomic<uint32_t> taken_by_{0}, released_by_{0};  // threads; only of a queue with a guard
    std::atomic<uint32_t> next_returned_{0};
    // Guarded by the queue's mutex:
    bool held_ = false;     // by the program
    bool shelved_ = false;  // taken from the driver, waits for the program
    bool refused_ = false;  // by the driver, when it was given back
};

}  // namespace v4lxx::stream
