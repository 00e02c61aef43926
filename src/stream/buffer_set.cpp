#include "stream/buffer_set.hpp"

#include "base/text.hpp"
#include "kernel/checks.hpp"
#include "kernel/kernel_failure.hpp"
#include "stream/bitstream.hpp"
#include "stream/queue.hpp"

#include <algorithm>

namespace v4lxx::stream {

BufferSet::BufferSet(Queue &queue, device::Context &context, const kernel::Format &format, kernel::QueueShape shape,
                     uint32_t generation)
    : queue_(Ref<Queue>::share(&queue)), context_(Ref<device::Context>::share(&context)), format_(format), shape_(shape),
      generation_(generation), known_(data::find_pixel_format(format.fourcc)),
      mappings_(size_t{shape.buffer_count} * shape.plane_count), lengths_(size_t{shape.buffer_count} * shape.plane_count)
{
    for (uint32_t i = 0; i < shape.buffer_count; i++)
        frames_.emplace_back(*this, i, Frame::Kind::buffer);
    queue_->note_living(*this);
}

// First nobody else may look at the mappings any more.
BufferSet::~BufferSet()
{
    queue_->note_gone(*this);
    for (Mapping &mapping : mappings_)
        unmap(mapping);
}

void BufferSet::unmap(Mapping &mapping) noexcept
{
    if (mapping.address != nullptr)
        system().unmap(mapping.address, mapping.length);
    mapping.address = nullptr;
}

Result<void> BufferSet::map_all(kernel::Node &node)
{
    for (uint32_t i = 0; i < shape_.buffer_count; i++)
        if (auto good = map(node, i); !good)
            return good;
    return {};
}

Result<void> BufferSet::map(kernel::Node &node, uint32_t index)
{
    auto memory = kernel::query_buffer(node, shape_, index);
    if (!memory)
        return std::move(memory).failure();
    for (uint32_t p = 0; p < shape_.plane_count; p++) {
        const kernel::PlaneMemory &plane = memory->planes[p];
        void *address = nullptr;
        if (int rc = node.map(plane.offset, plane.length, &address); rc < 0) {
            Failure failure = kernel::call_failure(rc, "mmap");
            failure.cause = "buffer " + std::to_string(index) + ", " + std::to_string(plane.length) + " bytes";
            failure.cause_checked = true;
            return failure;
        }
        mapping(index, p) = {address, plane.length};
        lengths_[size_t{index} * shape_.plane_count + p] = plane.length;
    }
    return {};
}

// One that fails leaves nothing behind: a mapping would keep some drivers from letting their buffers go. It is not counted, so nothing of
// it comes from the driver.
Result<Frame *> BufferSet::add_buffer(kernel::Node &node)
{
    const uint32_t index = shape_.buffer_count;
    mappings_.resize(size_t{index + 1} * shape_.plane_count);
    lengths_.resize(size_t{index + 1} * shape_.plane_count);
    Frame &frame = frames_.emplace_back(*this, index, Frame::Kind::buffer);
    if (auto good = map(node, index); !good) {
        for (uint32_t p = 0; p < shape_.plane_count; p++)
            unmap(mapping(index, p));
        frames_.pop_back();
        return std::move(good).failure();
    }
    shape_.buffer_count++;
    return &frame;
}

// A picture starts at data_offset and ends at bytesused, which counts data_offset in (behaviour 9). What lies beyond bytesused is not
// handed out, whatever the format says.
void BufferSet::describe(Frame &frame, const kernel::Dequeued &origin, const Coming &coming) noexcept
{
    data::MemoryPlane memory[kernel::max_planes];
    for (uint32_t p = 0; p < shape_.plane_count; p++)
        memory[p] = {format_.planes[p].stride_bytes, origin.planes[p].data_offset, mapping(frame.index_, p).length,
                     origin.planes[p].bytes_used};
    data::PlaneLayout layout;
    // A buffer that cannot hold the picture is handed out as the bytes there are, marked as short.
    if (known_ == nullptr || !data::lay_out(*known_, format_.width, format_.height, memory, shape_.plane_count, &layout)) {
        if (!data::lay_out_unknown(memory, shape_.plane_count, &layout))
            layout.plane_count = 0;
        layout.complete = known_ == nullptr && layout.complete;
    }
    frame.origin_ = origin;
    frame.number_ = coming.number;
    frame.arrival_ns_ = coming.arrival_ns;
    frame.lateness_ns_ = coming.lateness_ns;
    frame.stamp_clock_ = coming.stamp_clock;
    frame.crop_ = coming.crop;
    frame.plane_count_ = layout.plane_count;
    for (uint32_t i = 0; i < layout.plane_count; i++) {
        const data::ColourPlane &plane = layout.planes[i];
        const auto *start = static_cast<const uint8_t *>(mapping(frame.index_, plane.memory_plane).address);
        // A plane the short frame does not reach has no byte, and no address beyond the mapping.
        frame.planes_[i] = {plane.bytes != 0 ? start + plane.offset : start, plane.bytes, plane.stride_bytes};
    }
    frame.picture_ = origin.picture;
    // Pixels are no stream of pictures that depend on one another; only what is compressed is looked into.
    if (origin.picture == kernel::Picture::unknown && known_ != nullptr && known_->family == data::ColourFamily::compressed &&
        layout.plane_count != 0)
        frame.picture_ = picture_in(format_.fourcc, frame.planes_[0].data, frame.planes_[0].bytes);
    frame.flags_ = coming.flags | (origin.corrupt ? frame_corrupt : 0u) | (origin.last ? frame_last : 0u) |
                   (frame.picture_ == kernel::Picture::key ? frame_key : 0u) | (layout.complete ? 0u : frame_short);
    frame.copied_.store(false, std::memory_order_relaxed);
}

void BufferSet::unmap_unheld() noexcept
{
    for (Frame *frame = take_returned(); frame != nullptr; frame = next_returned(*frame))
        frame->held_ = false;
    for (Frame &frame : frames_)
        if (!frame.held_)
            for (uint32_t p = 0; p < shape_.plane_count; p++)
                unmap(mapping(frame.index_, p));
}

void BufferSet::make_held_private(Account &account) noexcept
{
    for (Frame &frame : frames_)
        for (uint32_t p = 0; frame.held_ && p < shape_.plane_count; p++) {
            Mapping &plane = mapping(frame.index_, p);
            if (plane.is_private || system().make_private(plane.address, plane.length) < 0)
                continue;  // the old mapping stays: readable still, only the driver keeps its memory
            plane.is_private = true;
            frame.copied_.store(true, std::memory_order_relaxed);
            account.copies.add();
        }
}

void BufferSet::push(std::atomic<uint32_t> &list, Frame &frame) noexcept
{
    uint32_t first = list.load(std::memory_order_relaxed);
    do
        frame.next_returned_.store(first, std::memory_order_relaxed);
    while (!list.compare_exchange_weak(first, frame.index_ + 1, std::memory_order_release, std::memory_order_relaxed));
}

void BufferSet::push_returned(Frame &frame) noexcept { push(returned_, frame); }

Frame *BufferSet::take_returned() noexcept
{
    const uint32_t first = returned_.exchange(0, std::memory_order_acquire);
    return first == 0 ? nullptr : &frames_[first - 1];
}

Frame *BufferSet::next_returned(const Frame &frame) noexcept
{
    const uint32_t next = frame.next_returned_.load(std::memory_order_relaxed);
    return next == 0 ? nullptr : &frames_[next - 1];
}

}  // namespace v4lxx::stream
