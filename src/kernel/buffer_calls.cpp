#include "kernel/buffer_calls.hpp"

#include "kernel/checks.hpp"
#include "kernel/format_calls.hpp"
#include "kernel/kernel_failure.hpp"
#include "kernel/request_names.hpp"

#include <algorithm>
#include <cerrno>

namespace v4lxx::kernel {

namespace {

// The kernel's buffer struct with its planes, zeroed for every call: what one call leaves in it must not reach the next.
struct RawBuffer {
    v4l2_buffer buffer{};
    v4l2_plane planes[VIDEO_MAX_PLANES]{};

    RawBuffer(const QueueShape &shape, uint32_t index)
    {
        buffer.type = queue_type(shape.api);
        buffer.memory = V4L2_MEMORY_MMAP;
        buffer.index = index;
        if (shape.api == Api::multi_planar) {
            buffer.m.planes = planes;
            buffer.length = VIDEO_MAX_PLANES;
        }
    }
    RawBuffer(const RawBuffer &) = delete;
    RawBuffer &operator=(const RawBuffer &) = delete;
};

}  // namespace

Result<GrantedBuffers> request_buffers(Node &node, Api api, uint32_t count)
{
    v4l2_requestbuffers raw{};
    raw.count = count;
    raw.type = queue_type(api);
    raw.memory = V4L2_MEMORY_MMAP;
    if (int rc = node.ioctl(VIDIOC_REQBUFS, &raw); rc < 0)
        return kernel_failure(rc, VIDIOC_REQBUFS);
    if (raw.count > max_buffers)
        return impossible(Code::value_impossible, VIDIOC_REQBUFS, "count", raw.count, "no driver has that many buffers");
    return GrantedBuffers{raw.count, (raw.capabilities & V4L2_BUF_CAP_SUPPORTS_ORPHANED_BUFS) != 0};
}

// The size of a buffer is that of a format: the one that is set, which nobody can change while there are buffers.
Result<CreatedBuffers> create_buffers(Node &node, const QueueShape &shape, uint32_t count)
{
    v4l2_create_buffers raw{};
    raw.format.type = queue_type(shape.api);
    if (int rc = node.ioctl(VIDIOC_G_FMT, &raw.format); rc < 0)
        return kernel_failure(rc, VIDIOC_G_FMT);
    raw.count = count;
    raw.memory = V4L2_MEMORY_MMAP;
    if (int rc = node.ioctl(VIDIOC_CREATE_BUFS, &raw); rc < 0)
        return kernel_failure(rc, VIDIOC_CREATE_BUFS);
    if (raw.count == 0)
        return impossible(Code::value_impossible, VIDIOC_CREATE_BUFS, "count", raw.count,
                          "none is a refusal, which has an errno");
    if (raw.index != shape.buffer_count)
        return impossible(Code::index_impossible, VIDIOC_CREATE_BUFS, "index", raw.index,
                          ("there are " + std::to_string(shape.buffer_count) + " buffers before it").c_str());
    return CreatedBuffers{raw.index, std::min(raw.count, count)};
}

static Result<void> query(Node &node, const QueueShape &shape, uint32_t index, RawBuffer &raw)
{
    if (int rc = node.ioctl(VIDIOC_QUERYBUF, &raw.buffer); rc < 0)
        return kernel_failure(rc, VIDIOC_QUERYBUF);
    if (raw.buffer.index != index)
        return impossible(Code::index_impossible, VIDIOC_QUERYBUF, "index", raw.buffer.index, "another buffer was asked about");
    if (shape.api == Api::multi_planar && raw.buffer.length != shape.plane_count)
        return impossible(Code::planes_impossible, VIDIOC_QUERYBUF, "length", raw.buffer.length,
                          ("the format has " + std::to_string(shape.plane_count) + " planes").c_str());
    return {};
}

Result<BufferMemory> query_buffer(Node &node, const QueueShape &shape, uint32_t index)
{
    RawBuffer raw(shape, index);
    if (auto good = query(node, shape, index, raw); !good)
        return std::move(good).failure();
    BufferMemory memory;
    memory.plane_count = shape.plane_count;
    if (shape.api == Api::multi_planar)
        for (uint32_t i = 0; i < memory.plane_count; i++)
            memory.planes[i] = {raw.planes[i].m.mem_offset, raw.planes[i].length};
    else
        memory.planes[0] = {raw.buffer.m.offset, raw.buffer.length};
    for (uint32_t i = 0; i < memory.plane_count; i++)
        if (memory.planes[i].length == 0)
            return impossible(Code::value_impossible, VIDIOC_QUERYBUF, "length", 0, "a buffer without memory");
    return memory;
}

Result<Holder> query_holder(Node &node, const QueueShape &shape, uint32_t index)
{
    RawBuffer raw(shape, index);
    if (auto good = query(node, shape, index, raw); !good)
        return std::move(good).failure();
    return raw.buffer.flags & (V4L2_BUF_FLAG_QUEUED | V4L2_BUF_FLAG_DONE) ? Holder::driver : Holder::program;
}

int queue_buffer(Node &node, const QueueShape &shape, uint32_t index) noexcept
{
    RawBuffer raw(shape, index);
    if (shape.api == Api::multi_planar)
        raw.buffer.length = shape.plane_count;
    return std::min(node.ioctl(VIDIOC_QBUF, &raw.buffer), 0);
}

static void read_stamp(const v4l2_buffer &raw, Dequeued *out)
{
    const uint32_t type = raw.flags & V4L2_BUF_FLAG_TIMESTAMP_MASK;
    out->clock = type == V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC ? Clock::monotonic
                 : type == V4L2_BUF_FLAG_TIMESTAMP_COPY    ? Clock::copy
                                                           : Clock::unknown;
    out->source = (raw.flags & V4L2_BUF_FLAG_TSTAMP_SRC_MASK) == V4L2_BUF_FLAG_TSTAMP_SRC_SOE ? StampSource::start_of_exposure
                                                                                              : StampSource::end_of_frame;
    // Unsigned products: a hostile tv_sec may wrap, which is defined and harmless for a number nobody computes addresses with.
    out->timestamp_ns = static_cast<int64_t>(static_cast<uint64_t>(raw.timestamp.tv_sec) * 1'000'000'000u +
                                             static_cast<uint64_t>(raw.timestamp.tv_usec) * 1'000u);
}

static Picture picture_of(uint32_t flags)
{
    return flags & V4L2_BUF_FLAG_KEYFRAME ? Picture::key
           : flags & V4L2_BUF_FLAG_PFRAME ? Picture::predicted
           : flags & V4L2_BUF_FLAG_BFRAME ? Picture::bidirectional
                                          : Picture::unknown;
}

static Timecode timecode_of(const v4l2_buffer &raw)
{
    Timecode out;
    if (!(raw.flags & V4L2_BUF_FLAG_TIMECODE))
        return out;
    const v4l2_timecode &code = raw.timecode;
    out.type = code.type;
    out.flags = code.flags;
    out.frames = code.frames;
    out.seconds = code.seconds;
    out.minutes = code.minutes;
    out.hours = code.hours;
    std::copy_n(code.userbits, std::size(out.user_bits), out.user_bits);
    return out;
}

// bytesused beyond the mapping is clamped, a data_offset beyond bytesused leaves no data: neither may lead out of the mapping.
static void read_payload(Dequeued *out, uint32_t plane, uint32_t bytes_used, uint32_t data_offset, uint32_t length)
{
    PlanePayload payload{std::min(bytes_used, length), data_offset};
    payload.data_offset = std::min(payload.data_offset, payload.bytes_used);
    out->planes[plane] = payload;
    out->cut = out->cut || payload.bytes_used != bytes_used || payload.data_offset != data_offset;
}

Result<DequeueAnswer> dequeue_buffer(Node &node, const QueueShape &shape, const uint32_t *lengths, Dequeued *out)
{
    RawBuffer raw(shape, 0);
    int rc = node.ioctl(VIDIOC_DQBUF, &raw.buffer);
    if (rc == -EAGAIN)
        return DequeueAnswer::nothing;
    if (rc == -EPIPE)
        return DequeueAnswer::ended;
    if (rc == -EIO)
        return DequeueAnswer::io_error;
    if (rc < 0)
        return kernel_failure(rc, VIDIOC_DQBUF);
    if (raw.buffer.index >= shape.buffer_count)
        return impossible(Code::index_impossible, VIDIOC_DQBUF, "index", raw.buffer.index, "there is no such buffer");
    out->index = raw.buffer.index;
    out->sequence = raw.buffer.sequence;
    out->field = raw.buffer.field;
    out->corrupt = (raw.buffer.flags & V4L2_BUF_FLAG_ERROR) != 0;
    out->last = (raw.buffer.flags & V4L2_BUF_FLAG_LAST) != 0;
    read_stamp(raw.buffer, out);
    out->picture = picture_of(raw.buffer.flags);
    out->timecode = timecode_of(raw.buffer);
    const uint32_t *mine = lengths + size_t{out->index} * shape.plane_count;
    if (shape.api == Api::multi_planar)
        for (uint32_t i = 0; i < shape.plane_count; i++)
            read_payload(out, i, raw.planes[i].bytesused, raw.planes[i].data_offset, mine[i]);
    else
        read_payload(out, 0, raw.buffer.bytesused, 0, mine[0]);
    return DequeueAnswer::frame;
}

Result<void> stream_on(Node &node, Api api)
{
    int type = static_cast<int>(queue_type(api));
    if (int rc = node.ioctl(VIDIOC_STREAMON, &type); rc < 0)
        return kernel_failure(rc, VIDIOC_STREAMON);
    return {};
}

int stream_off(Node &node, Api api) noexcept
{
    int type = static_cast<int>(queue_type(api));
    return std::min(node.ioctl(VIDIOC_STREAMOFF, &type), 0);
}

int release_buffers(Node &node, Api api) noexcept
{
    v4l2_requestbuffers raw{};
    raw.type = queue_type(api);
    raw.memory = V4L2_MEMORY_MMAP;
    return std::min(node.ioctl(VIDIOC_REQBUFS, &raw), 0);
}

}  // namespace v4lxx::kernel
