// The rules of videobuf2 as of Linux 6.12 for one capture queue with MMAP buffers: states, order of errors, what is answered.
#pragma once

#include "kernel/sim/frame_memory.hpp"
#include "kernel/sim/parameters.hpp"
#include "kernel/sim/referee.hpp"
#include "uapi/videodev2.hpp"

#include <memory>
#include <vector>

namespace v4lxx::kernel::sim {

struct OpenFile;  // one open file description; device.hpp

struct Buffer {
    enum class State : uint8_t { dequeued, queued, active, done, error } state = State::dequeued;
    uint32_t flags = 0;  // those the driver sets itself
    uint32_t field = V4L2_FIELD_ANY;
    uint32_t sequence = 0;
    int64_t timestamp_ns = 0;
    uint32_t mappings = 0;
    struct Plane {
        size_t memory_offset = 0;
        uint32_t length = 0;
        uint32_t bytesused = 0;
        uint32_t data_offset = 0;
    } planes[max_planes];
    bool drawn = false;  // the chart of sequence drawn_sequence is in its memory
    uint32_t drawn_sequence = 0;
};

// Indices in the order they came; room for all is made when buffers are.
class IndexQueue {
public:
    void reset(size_t room);
    void make_room(size_t room);  // for more of them, keeping those that are there
    bool empty() const { return count_ == 0; }
    uint32_t front() const { return slots_[head_]; }
    void push(uint32_t index);
    void pop();
    void clear() { head_ = count_ = 0; }

private:
    std::vector<uint32_t> slots_;
    size_t head_ = 0, count_ = 0;
};

class BufferQueue {
public:
    BufferQueue(const Parameters &parameters, Referee &referee) : parameters_(parameters), referee_(referee) {}

    uint32_t type() const
    {
        return parameters_.multi_planar ? V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE : V4L2_BUF_TYPE_VIDEO_CAPTURE;
    }

    // The ioctls. Each gets a copy of the argument, which goes back to the client only on success.
    int reqbufs(OpenFile *file, v4l2_requestbuffers &arg, const Layout &layout);
    int create_bufs(OpenFile *file, v4l2_create_buffers &arg, const Layout &layout);
    int querybuf(v4l2_buffer &arg) const;
    int qbuf(OpenFile *file, v4l2_buffer &arg, const Layout &layout);
    int dqbuf(OpenFile *file, v4l2_buffer &arg);
    int streamon(OpenFile *file, uint32_t type);
    int streamoff(OpenFile *file, uint32_t type);

    // 0 with the place of a plane in memory(), or -errno.
    int find_plane(uint64_t offset, size_t length, uint32_t *index, uint32_t *plane) const;
    // What poll(2) says when POLLIN is asked for.
    short poll(OpenFile *file, const Layout &layout);
    // The file is gone: its buffers go too.
    void release(OpenFile *file);
    // The device is gone: all buffers go, whoever owns them. Mappings keep their bytes.
    void abandon();

    // The driver's side.
    bool started() const { return started_; }
    bool streaming() const { return streaming_; }
    bool has_buffers() const { return !buffers_.empty(); }
    bool has_active() const { return !active_.empty(); }
    Buffer &next_active() { return buffers_[active_.front()]; }
    void complete(bool with_error);  // the buffer of next_active()
    void break_queue() { broken_ = true; }
    FrameMemory *memory() const { return memory_.get(); }
    Buffer &buffer(uint32_t index) { return buffers_[index]; }
    uint64_t allocation() const { return allocation_; }
    uint64_t starts() const { return starts_; }  // how often streaming began

private:
    bool is_busy_for(const OpenFile *file) const { return owner_ != nullptr && owner_ != file; }
    bool in_use() const;
    uint32_t granted(uint32_t asked) const;
    int request(uint32_t *count, const Layout &layout);
    int allocate(uint32_t count, const Layout &layout);
    int add(uint32_t count, const uint32_t *sizes);
    void prepare(Buffer &buffer, const Layout &layout);
    void enqueue(uint32_t index);
    void start();
    void cancel();
    void free_buffers();
    int check_planes(const v4l2_buffer &arg) const;
    uint32_t capabilities() const;
    void fill_answer(const Buffer &buffer, uint32_t index, v4l2_buffer &arg) const;
    int start_file_io(OpenFile *file, const Layout &layout);

    const Parameters &parameters_;
    Referee &referee_;
    std::vector<Buffer> buffers_;
    uint32_t plane_count_ = 1;
    std::unique_ptr<FrameMemory> memory_;
    uint64_t allocation_ = 0;
    OpenFile *owner_ = nullptr;
    IndexQueue active_, done_;
    uint32_t queued_count_ = 0;
    uint64_t starts_ = 0;
    bool streaming_ = false;
    bool started_ = false;              // the driver runs: streaming and enough buffers queued
    bool waiting_for_buffers_ = false;  // none was queued since REQBUFS or STREAMOFF
    bool last_dequeued_ = false;
    bool broken_ = false;
    bool file_io_ = false;
};

}  // namespace v4lxx::kernel::sim
