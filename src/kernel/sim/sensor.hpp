// When frames come and what is in them: the part of a simulated camera behind its queue. It has no thread: whoever calls makes
// up for the time that has passed, frame by frame.
#pragma once

#include "kernel/sim/buffer_queue.hpp"
#include "kernel/sim/clock.hpp"
#include "kernel/sim/script.hpp"
#include "kernel/sim/sim.hpp"

#include <limits>

namespace v4lxx::kernel::sim {

class Sensor {
public:
    static constexpr int64_t never = std::numeric_limits<int64_t>::max();

    Sensor(const Parameters &parameters, const JpegEncoder &jpeg, const Clock &clock)
        : parameters_(parameters), jpeg_(jpeg), clock_(clock)
    {
    }

    // Follows the queue, the frame rate and the signal, without which no frame comes; called after every call that may have changed them.
    void follow(const BufferQueue &queue, Interval interval, bool has_signal, int64_t now_ns);
    // When the frame being exposed will be complete; `never` while the queue does not stream.
    int64_t next_frame_ns() const { return running_ ? time_of(next_index_) : never; }
    // Completes one frame: into the next queued buffer, or lost if there is none. What the script says beyond the frame is left
    // to the caller.
    FrameFaults make_frame(BufferQueue &queue, const Layout &layout, Script &script);
    void forget_pictures();  // the format changed

    uint64_t frames() const { return frames_; }  // all that were exposed, lost ones included
    uint64_t lost() const { return lost_; }

private:
    int64_t time_of(uint64_t index) const;
    int64_t stamp() const;
    void finish(BufferQueue &queue, const Layout &layout, const FrameFaults &faults);
    void paint(Buffer &buffer, uint8_t *memory, const Layout &layout);
    bool paint_jpeg(Buffer &buffer, uint8_t *memory, const Layout &layout);
    const std::vector<uint8_t> &encoded(const Layout &layout) noexcept;

    const Parameters &parameters_;
    const JpegEncoder &jpeg_;
    const Clock &clock_;
    bool running_ = false;
    uint64_t start_ = 0;  // which start of the queue it follows
    Interval interval_;
    int64_t epoch_ns_ = 0;  // frame `epoch_index_` began then
    uint64_t epoch_index_ = 0, next_index_ = 0;
    uint32_t sequence_ = 0;
    uint64_t drop_ = 0;  // so many more are lost by order of the script
    uint64_t frames_ = 0, lost_ = 0;
    struct Encoded {
        std::vector<uint8_t> bytes;
        uint32_t level = 0;
    };
    Encoded encoded_[mjpeg_cycle];
};

}  // namespace v4lxx::kernel::sim
