// The buffers of one start of a queue: their mappings and frames. A set lives as long as the queue uses it or a frame of it is held,
// so the bytes of a frame stay readable after stop, close and unplug.
#pragma once

#include "data/plane_layout.hpp"
#include "device/context.hpp"
#include "stream/account.hpp"
#include "stream/copy_memory.hpp"
#include "stream/frame.hpp"
#include "stream/held.hpp"

#include <deque>
#include <memory>
#include <vector>

namespace v4lxx::stream {

class Queue;

class BufferSet : public Object {
public:
    BufferSet(Queue &queue, device::Context &context, const kernel::Format &format, kernel::QueueShape shape,
              uint32_t generation);

    // Maps every buffer. On failure what was mapped is unmapped by the destructor.
    Result<void> map_all(kernel::Node &node);
    // The driver made one more buffer: its frame, which nobody has yet. Under the queue's mutex, as all that counts buffers; frames do
    // not move, and threads that release theirs look at nothing else.
    Result<Frame *> add_buffer(kernel::Node &node);

    const kernel::QueueShape &shape() const { return shape_; }
    const kernel::Format &format() const { return format_; }
    uint32_t generation() const { return generation_; }  // of the start it belongs to, from 1
    const uint32_t *lengths() const { return lengths_.data(); }
    Frame &frame(uint32_t index) { return frames_[index]; }

    // Fills a frame from what the driver said of its buffer, and what the queue knows.
    void describe(Frame &frame, const kernel::Dequeued &origin, const Coming &coming) noexcept;

    // The set is no longer the queue's: what was released is nobody's; mappings nobody holds go now, those of held frames with the last frame.
    void unmap_unheld() noexcept;
    // Moves the bytes of held frames to private memory at the same address, so that the driver can let its own go.
    void make_held_private(Account &account) noexcept;

    // Buffers whose frames were released but not yet given back to the driver. Push from any thread, pop under the queue's mutex.
    void push_returned(Frame &frame) noexcept;
    Frame *take_returned() noexcept;  // all of them, linked by next_returned()
    Frame *next_returned(const Frame &frame) noexcept;

    // The same picture in memory of its own, so that the buffer is free; null if there is no memory, or as many copies are held as there
    // are buffers. Under the queue's mutex.
    Frame *copy_of(const Frame &frame, Account &account) noexcept;
    void push_returned_copy(Frame &copy) noexcept { push(returned_copies_, copy); }

    // Adds the frames that somebody holds. Under the queue's mutex, which keeps new ones away.
    void list_held(std::vector<HeldFrame> &out, int64_t now_ns) const;
    const Frame *frame_at(uint64_t address) const;
    // Whether the buffer of a frame can be read. 0 or -errno.
    int allow_reading(const Frame &frame, bool allowed) noexcept;

    Queue &queue() { return *queue_; }
    kernel::System &system() { return context_->system(); }

protected:
    ~BufferSet() override;

private:
    struct Mapping {
        void *address = nullptr;
        size_t length = 0;
        bool is_private = false;
    };
    Result<void> map(kernel::Node &node, uint32_t index);
    Frame *free_copy(Account &account) noexcept;
    static void push(std::atomic<uint32_t> &list, Frame &frame) noexcept;
    const Mapping &mapping(uint32_t index, uint32_t plane) const
    {
        return mappings_[size_t{index} * shape_.plane_count + plane];
    }
    Mapping &mapping(uint32_t index, uint32_t plane) { return mappings_[size_t{index} * shape_.plane_count + plane]; }
    void unmap(Mapping &mapping) noexcept;

    Ref<Queue> queue_;
    Ref<device::Context> context_;
    const kernel::Format format_;
    kernel::QueueShape shape_;
    const uint32_t generation_;
    const data::PixelFormat *known_;     // null for a format the table does not have
    std::deque<Frame> frames_;           // addresses never change
    std::vector<Mapping> mappings_;      // plane p of buffer i at i * plane_count + p
    std::vector<uint32_t> lengths_;      // likewise
    std::atomic<uint32_t> returned_{0};  // index + 1 of the first, 0 for none

    // Frames that hold copies, made when they are first needed and used again and again.
    struct Copy {
        Copy(BufferSet &set, uint32_t index, size_t room, bool large)
            : frame(set, index, Frame::Kind::copy), memory(room, large)
        {
        }
        Frame frame;
        const CopyMemory memory;
    };
    size_t largest_frame_bytes() const noexcept;
    std::deque<Copy> copies_;
    uint32_t free_copies_ = 0;                  // index + 1 of the first, 0 for none; under the queue's mutex
    std::atomic<uint32_t> returned_copies_{0};  // likewise, from any thread
};

}  // namespace v4lxx::stream
