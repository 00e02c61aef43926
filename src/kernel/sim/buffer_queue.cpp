#include "kernel/sim/buffer_queue.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <poll.h>

namespace v4lxx::kernel::sim {

namespace {

// m.offset of a plane: index and plane as the kernel packs them for pages of 4 KiB.
constexpr unsigned plane_shift = 12, index_shift = 15;

// What a client's flags may keep in a capture buffer: nothing the queue or the driver sets.
constexpr uint32_t flags_of_others =
    V4L2_BUF_FLAG_MAPPED | V4L2_BUF_FLAG_QUEUED | V4L2_BUF_FLAG_DONE | V4L2_BUF_FLAG_ERROR | V4L2_BUF_FLAG_PREPARED |
    V4L2_BUF_FLAG_IN_REQUEST | V4L2_BUF_FLAG_REQUEST_FD | V4L2_BUF_FLAG_TIMESTAMP_MASK | V4L2_BUF_FLAG_TSTAMP_SRC_MASK |
    V4L2_BUF_FLAG_PFRAME | V4L2_BUF_FLAG_BFRAME | V4L2_BUF_FLAG_KEYFRAME | V4L2_BUF_FLAG_TIMECODE |
    V4L2_BUF_FLAG_M2M_HOLD_CAPTURE_BUF | V4L2_BUF_FLAG_LAST | V4L2_BUF_FLAG_NO_CACHE_INVALIDATE | V4L2_BUF_FLAG_NO_CACHE_CLEAN;

constexpr uint32_t most_buffers = 32;

}  // namespace

void IndexQueue::reset(size_t room)
{
    slots_.assign(room, 0);
    clear();
}

void IndexQueue::push(uint32_t index) { slots_[(head_ + count_++) % slots_.size()] = index; }

void IndexQueue::pop()
{
    head_ = (head_ + 1) % slots_.size();
    --count_;
}

bool BufferQueue::in_use() const
{
    return std::any_of(buffers_.begin(), buffers_.end(), [](const Buffer &buffer) { return buffer.mappings > 0; });
}

uint32_t BufferQueue::granted(uint32_t asked) const
{
    if (parameters_.exact_buffers > 0)
        return parameters_.exact_buffers;
    uint32_t least = std::max(2u, parameters_.min_buffers + 1);
    int64_t count = std::min<int64_t>(std::max(asked, least), most_buffers) + parameters_.extra_buffers;
    return static_cast<uint32_t>(std::clamp<int64_t>(count, 1, 256));
}

int BufferQueue::reqbufs(OpenFile *file, v4l2_requestbuffers &arg, const Layout &layout)
{
    std::memset(arg.reserved, 0, sizeof arg.reserved);
    arg.flags = 0;
    arg.capabilities = V4L2_BUF_CAP_SUPPORTS_MMAP | (parameters_.orphan ? V4L2_BUF_CAP_SUPPORTS_ORPHANED_BUFS : 0);
    if (arg.memory != V4L2_MEMORY_MMAP || arg.type != type()) {
        referee_.object(VIDIOC_REQBUFS, arg.type != type() ? "wrong buffer type" : "memory is not MMAP");
        return -EINVAL;
    }
    if (file_io_ || is_busy_for(file))
        return -EBUSY;
    int rc = request(&arg.count, layout);
    if (rc == 0)
        owner_ = arg.count > 0 ? file : nullptr;
    return rc;
}

int BufferQueue::request(uint32_t *count, const Layout &layout)
{
    if (streaming_)
        return -EBUSY;
    if (*count == 0 || !buffers_.empty()) {
        if (!parameters_.orphan && in_use())
            return -EBUSY;
        cancel();
        free_buffers();
        if (*count == 0)
            return 0;
    }
    *count = granted(*count);
    if (int rc = allocate(*count, layout); rc < 0)
        return rc;
    waiting_for_buffers_ = true;
    return 0;
}

int BufferQueue::allocate(uint32_t count, const Layout &layout)
{
    plane_count_ = layout.format->memory_planes;
    size_t bytes = 0;
    std::vector<Buffer> buffers(count);
    for (Buffer &buffer : buffers)
        for (uint32_t plane = 0; plane < plane_count_; ++plane) {
            buffer.planes[plane].memory_offset = bytes;
            buffer.planes[plane].length = layout.memory[plane].sizeimage;
            bytes += page_align(layout.memory[plane].sizeimage);
        }
    active_.reset(count);
    done_.reset(count);
    int error = 0;
    auto memory = FrameMemory::create(bytes, &error);
    if (!memory)
        return error;
    memory_ = std::move(memory);
    buffers_ = std::move(buffers);
    ++allocation_;
    return 0;
}

void BufferQueue::free_buffers()
{
    buffers_.clear();
    memory_.reset();
    ++allocation_;
}

// A multi-planar argument needs room for the planes of the buffer.
int BufferQueue::check_planes(const v4l2_buffer &arg) const
{
    if (!parameters_.multi_planar)
        return 0;
    return arg.m.planes == nullptr || arg.length < plane_count_ || arg.length > VIDEO_MAX_PLANES ? -EINVAL : 0;
}

void BufferQueue::fill_answer(const Buffer &buffer, uint32_t index, v4l2_buffer &arg) const
{
    arg.index = index;
    arg.type = type();
    arg.memory = V4L2_MEMORY_MMAP;
    arg.bytesused = 0;
    arg.field = buffer.field;
    arg.timestamp.tv_sec = static_cast<decltype(arg.timestamp.tv_sec)>(buffer.timestamp_ns / 1000000000);
    arg.timestamp.tv_usec = static_cast<decltype(arg.timestamp.tv_usec)>(buffer.timestamp_ns % 1000000000 / 1000);
    arg.timecode = {};
    arg.sequence = buffer.sequence;
    arg.reserved2 = 0;
    arg.request_fd = 0;
    if (parameters_.multi_planar) {
        arg.length = plane_count_;
        for (uint32_t plane = 0; plane < plane_count_; ++plane) {
            const Buffer::Plane &from = buffer.planes[plane];
            v4l2_plane &to = arg.m.planes[plane];
            to = {};
            to.bytesused = from.bytesused;
            to.length = from.length;
            to.m.mem_offset = index << index_shift | plane << plane_shift;
            to.data_offset = from.data_offset;
        }
    } else {
        arg.length = buffer.planes[0].length;
        arg.bytesused = buffer.planes[0].bytesused;
        arg.m.offset = index << index_shift;
    }

    arg.flags = buffer.flags;
    arg.flags |= parameters_.stamps == Stamps::monotonic ? V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC : V4L2_BUF_FLAG_TIMESTAMP_UNKNOWN;
    arg.flags |= parameters_.start_of_exposure ? V4L2_BUF_FLAG_TSTAMP_SRC_SOE : V4L2_BUF_FLAG_TSTAMP_SRC_EOF;
    switch (buffer.state) {
    case Buffer::State::queued:
    case Buffer::State::active: arg.flags |= V4L2_BUF_FLAG_QUEUED; break;
    case Buffer::State::error: arg.flags |= V4L2_BUF_FLAG_ERROR | V4L2_BUF_FLAG_DONE; break;
    case Buffer::State::done: arg.flags |= V4L2_BUF_FLAG_DONE; break;
    case Buffer::State::dequeued: break;
    }
    if (buffer.mappings > 0)
        arg.flags |= V4L2_BUF_FLAG_MAPPED;
}

int BufferQueue::querybuf(v4l2_buffer &arg) const
{
    if (arg.type != type() || arg.index >= buffers_.size() || check_planes(arg) < 0) {
        referee_.object(VIDIOC_QUERYBUF, arg.type != type()             ? "wrong buffer type"
                                         : arg.index >= buffers_.size() ? "no buffer " + std::to_string(arg.index)
                                                                        : "wrong number of planes");
        return -EINVAL;
    }
    fill_answer(buffers_[arg.index], arg.index, arg);
    return 0;
}

void BufferQueue::prepare(Buffer &buffer, const Layout &layout)
{
    buffer.sequence = 0;
    buffer.timestamp_ns = 0;
    for (uint32_t plane = 0; plane < plane_count_; ++plane) {
        buffer.planes[plane].bytesused = layout.memory[plane].bytesused;
        buffer.planes[plane].data_offset = layout.memory[plane].data_offset;
    }
}

int BufferQueue::qbuf(OpenFile *file, v4l2_buffer &arg, const Layout &layout)
{
    if (is_busy_for(file) || file_io_)
        return -EBUSY;
    auto refuse = [&](const std::string &why) {
        referee_.object(VIDIOC_QBUF, why);
        return -EINVAL;
    };
    if (arg.index >= buffers_.size())
        return refuse("no buffer " + std::to_string(arg.index));
    Buffer &buffer = buffers_[arg.index];
    if (arg.type != type())
        return refuse("wrong buffer type");
    if (arg.memory != V4L2_MEMORY_MMAP)
        return refuse("memory is not MMAP");
    if (check_planes(arg) < 0)
        return refuse("wrong number of planes");
    if ((arg.flags & V4L2_BUF_FLAG_REQUEST_FD) != 0)
        return -EBADR;
    if (broken_)
        return -EIO;
    if (buffer.state != Buffer::State::dequeued)
        return refuse("buffer " + std::to_string(arg.index) + " is queued already");

    buffer.flags = arg.flags & ~flags_of_others;
    prepare(buffer, layout);
    ++queued_count_;
    waiting_for_buffers_ = false;
    enqueue(arg.index);
    fill_answer(buffer, arg.index, arg);
    if (streaming_ && !started_ && queued_count_ >= parameters_.min_buffers)
        start();
    return 0;
}

void BufferQueue::enqueue(uint32_t index)
{
    buffers_[index].state = started_ ? Buffer::State::active : Buffer::State::queued;
    active_.push(index);
}

void BufferQueue::start()
{
    for (Buffer &buffer : buffers_)
        if (buffer.state == Buffer::State::queued)
            buffer.state = Buffer::State::active;
    started_ = true;
    ++starts_;
}

void BufferQueue::complete(bool with_error)
{
    uint32_t index = active_.front();
    active_.pop();
    buffers_[index].state = with_error ? Buffer::State::error : Buffer::State::done;
    done_.push(index);
}

int BufferQueue::dqbuf(OpenFile *file, v4l2_buffer &arg)
{
    if (is_busy_for(file) || file_io_)
        return -EBUSY;
    if (arg.type != type()) {
        referee_.object(VIDIOC_DQBUF, "wrong buffer type");
        return -EINVAL;
    }
    if (!streaming_)
        return -EINVAL;
    if (broken_)
        return -EIO;
    if (last_dequeued_)
        return -EPIPE;
    if (done_.empty())
        return -EAGAIN;
    if (check_planes(arg) < 0) {
        referee_.object(VIDIOC_DQBUF, "wrong number of planes");
        return -EINVAL;
    }
    uint32_t index = done_.front();
    done_.pop();
    fill_answer(buffers_[index], index, arg);
    last_dequeued_ = (arg.flags & V4L2_BUF_FLAG_LAST) != 0;
    arg.flags &= ~static_cast<uint32_t>(V4L2_BUF_FLAG_DONE);
    buffers_[index].state = Buffer::State::dequeued;
    --queued_count_;
    return 0;
}

int BufferQueue::streamon(OpenFile *file, uint32_t wanted_type)
{
    if (is_busy_for(file) || file_io_)
        return -EBUSY;
    if (wanted_type != type()) {
        referee_.object(VIDIOC_STREAMON, "wrong buffer type");
        return -EINVAL;
    }
    if (streaming_)
        return 0;
    if (buffers_.empty() || buffers_.size() < parameters_.min_buffers)
        return -EINVAL;
    if (queued_count_ >= parameters_.min_buffers)
        start();
    streaming_ = true;
    return 0;
}

int BufferQueue::streamoff(OpenFile *file, uint32_t wanted_type)
{
    if (is_busy_for(file) || file_io_)
        return -EBUSY;
    if (wanted_type != type()) {
        referee_.object(VIDIOC_STREAMOFF, "wrong buffer type");
        return -EINVAL;
    }
    cancel();
    waiting_for_buffers_ = true;
    last_dequeued_ = false;
    return 0;
}

// All buffers go back to the client, done or not.
void BufferQueue::cancel()
{
    streaming_ = started_ = broken_ = false;
    queued_count_ = 0;
    active_.clear();
    done_.clear();
    for (Buffer &buffer : buffers_)
        buffer.state = Buffer::State::dequeued;
}

void BufferQueue::release(OpenFile *file)
{
    if (!is_busy_for(file))
        abandon();
}

void BufferQueue::abandon()
{
    cancel();
    waiting_for_buffers_ = last_dequeued_ = file_io_ = false;
    if (!buffers_.empty())
        free_buffers();
    owner_ = nullptr;
}

int BufferQueue::find_plane(uint64_t offset, size_t length, uint32_t *index, uint32_t *plane) const
{
    if (buffers_.empty() || offset % page_bytes != 0)
        return -EINVAL;
    if (file_io_)
        return -EBUSY;
    auto wanted_index = static_cast<uint32_t>(offset >> index_shift & 0x7fff);
    auto wanted_plane = static_cast<uint32_t>(offset >> plane_shift & 7);
    if (wanted_index >= buffers_.size() || wanted_plane >= plane_count_) {
        referee_.object("mmap: offset " + std::to_string(offset) + " is that of no plane");
        return -EINVAL;
    }
    size_t whole = buffers_[wanted_index].planes[wanted_plane].length;
    if (length != whole && length != page_align(whole))
        referee_.object("mmap: " + std::to_string(length) + " bytes of a plane of " + std::to_string(whole));
    if (length == 0 || length > page_align(whole))
        return -EINVAL;
    *index = wanted_index;
    *plane = wanted_plane;
    return 0;
}

// read(2) is emulated on top of streaming: poll starts it on a node that can read and has no buffers yet.
int BufferQueue::start_file_io(OpenFile *file, const Layout &layout)
{
    uint32_t count = std::max(2u, parameters_.min_buffers + 1);
    if (int rc = request(&count, layout); rc < 0)
        return rc;
    if (plane_count_ != 1) {
        free_buffers();
        return -EBUSY;
    }
    for (uint32_t index = 0; index < buffers_.size(); ++index) {
        prepare(buffers_[index], layout);
        ++queued_count_;
        enqueue(index);
    }
    waiting_for_buffers_ = false;
    start();
    streaming_ = true;
    file_io_ = true;
    owner_ = file;
    return 0;
}

short BufferQueue::poll(OpenFile *file, const Layout &layout)
{
    if (file != nullptr && buffers_.empty() && !file_io_ && parameters_.readwrite)
        if (start_file_io(file, layout) < 0)
            return POLLERR;
    if (!streaming_ || broken_ || waiting_for_buffers_)
        return POLLERR;
    if (!done_.empty())
        return POLLIN;
    return last_dequeued_ ? POLLIN : 0;
}

}  // namespace v4lxx::kernel::sim
