// Typed calls about buffers: ask for them, find their memory, queue, dequeue, start, stop. Checked like everything the kernel says.
#pragma once

#include "base/result.hpp"
#include "kernel/formats.hpp"
#include "kernel/kernel.hpp"

namespace v4lxx::kernel {

constexpr uint32_t max_buffers = 1024;  // more than any driver grants; a larger count is not believed

struct GrantedBuffers {
    uint32_t count = 0;
    bool can_orphan = false;  // REQBUFS(0) works while buffers are mapped
};

struct PlaneMemory {
    uint64_t offset = 0;  // for map()
    uint32_t length = 0;
};

struct BufferMemory {
    uint32_t plane_count = 0;
    PlaneMemory planes[max_planes];
};

// Who has a buffer, as the driver sees it.
enum class Holder : uint8_t { program, driver };

struct PlanePayload {
    uint32_t bytes_used = 0;  // data_offset included, as the kernel counts
    uint32_t data_offset = 0;
};

// The moment a time stamp stands for; numbers are those of the public header.
enum class StampSource : uint8_t { end_of_frame = 0, start_of_exposure = 1 };

// What kind of picture compressed data holds; numbers are those of the public header.
enum class Picture : uint8_t { unknown = 0, key = 1, predicted = 2, bidirectional = 3, not_key = 4 };

struct Timecode {       // as in struct v4l2_timecode
    uint32_t type = 0;  // 0: there is none
    uint32_t flags = 0;
    uint8_t frames = 0, seconds = 0, minutes = 0, hours = 0;
    uint8_t user_bits[4] = {};
};

struct Dequeued {
    uint32_t index = 0;
    uint32_t sequence = 0;
    uint32_t field = 0;
    bool corrupt = false, last = false;
    bool cut = false;              // the driver told of more bytes than the buffer has
    Clock clock = Clock::unknown;  // what the driver says
    StampSource source = StampSource::end_of_frame;
    int64_t timestamp_ns = 0;
    Picture picture = Picture::unknown;  // as far as flags tell
    Timecode timecode;
    PlanePayload planes[max_planes];
};

enum class DequeueAnswer : uint8_t {
    frame,     // *out holds it
    nothing,   // EAGAIN
    ended,     // EPIPE: the last buffer was taken before
    io_error,  // EIO: nothing is known about the buffers (behaviour 2)
};

// What a queue needs to know to check the driver's answers.
struct QueueShape {
    Api api = Api::single_planar;
    uint32_t buffer_count = 0;
    uint32_t plane_count = 0;
};

Result<GrantedBuffers> request_buffers(Node &node, Api api, uint32_t count);
Result<BufferMemory> query_buffer(Node &node, const QueueShape &shape, uint32_t index);
Result<Holder> query_holder(Node &node, const QueueShape &shape, uint32_t index);
// 0 or -errno: the caller is often not in a position to report.
int queue_buffer(Node &node, const QueueShape &shape, uint32_t index) noexcept;
// `lengths` are the mapped lengths of buffer i's planes at lengths[i * plane_count]. No allocation unless it fails.
Result<DequeueAnswer> dequeue_buffer(Node &node, const QueueShape &shape, const uint32_t *lengths, Dequeued *out);
Result<void> stream_on(Node &node, Api api);

// For clean-up, which may not fail for want of memory: 0 or -errno.
int stream_off(Node &node, Api api) noexcept;
int release_buffers(Node &node, Api api) noexcept;  // REQBUFS(0)

}  // namespace v4lxx::kernel
