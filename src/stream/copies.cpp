// Copies of frames, for a driver that must not be left without buffers.
#include "stream/buffer_set.hpp"
#include "stream/queue.hpp"

#include <algorithm>
#include <cstring>
#include <new>

namespace v4lxx::stream {

size_t BufferSet::largest_frame_bytes() const noexcept
{
    size_t largest = 0;
    for (size_t i = 0; i < lengths_.size(); i += shape_.plane_count) {
        size_t bytes = 0;
        for (uint32_t p = 0; p < shape_.plane_count; p++)
            bytes += lengths_[i + p];
        largest = std::max(largest, bytes);
    }
    return largest;
}

// Those that came back are taken all at once: a list of which only one thread takes cannot be confused.
Frame *BufferSet::free_copy(Account &account) noexcept
{
    if (free_copies_ == 0)
        free_copies_ = returned_copies_.exchange(0, std::memory_order_acquire);
    if (free_copies_ != 0) {
        Frame &frame = copies_[free_copies_ - 1].frame;
        free_copies_ = frame.next_returned_.load(std::memory_order_relaxed);
        return &frame;
    }
    if (copies_.size() == frames_.size())
        return nullptr;
    try {
        copies_.emplace_back(*this, static_cast<uint32_t>(copies_.size()), largest_frame_bytes(), queue_->wants_large_pages());
    } catch (const std::bad_alloc &) {
        return nullptr;
    }
    const Copy &made = copies_.back();
    if (made.memory.is_large() && system().prefer_large_pages(made.memory.get(), made.memory.size()) == 0)
        account.large_pages.add();
    return &copies_.back().frame;
}

Frame *BufferSet::copy_of(const Frame &frame, Account &account) noexcept
{
    Frame *copy = free_copy(account);
    if (copy == nullptr)
        return nullptr;
    uint8_t *to = copies_[copy->index_].memory.get();
    copy->origin_ = frame.origin_;
    copy->number_ = frame.number_;
    copy->arrival_ns_ = frame.arrival_ns_;
    copy->stamp_clock_ = frame.stamp_clock_;
    copy->crop_ = frame.crop_;
    copy->picture_ = frame.picture_;
    copy->flags_ = frame.flags_;
    copy->plane_count_ = frame.plane_count_;
    for (uint32_t i = 0; i < frame.plane_count_; i++) {
        const ColourPlane &plane = frame.planes_[i];
        std::memcpy(to, plane.data, static_cast<size_t>(plane.bytes));
        copy->planes_[i] = {to, plane.bytes, plane.stride_bytes};
        to += plane.bytes;
        account.copies.add();
    }
    copy->copied_.store(true, std::memory_order_relaxed);
    return copy;
}

}  // namespace v4lxx::stream
