// What one DQBUF brought, as far as a log tells of it. Filled under the queue's lock, told without.
#pragma once

#include "device/device.hpp"
#include "stream/bad_run.hpp"
#include "stream/frame.hpp"
#include "stream/slow_program.hpp"

namespace v4lxx::stream {

// For the log.
struct Trouble {
    uint64_t number = 0;   // of the frame, as frames of this start are counted
    uint32_t missing = 0;  // frames the driver counted before it and did not hand out
    bool empty = false, corrupt = false, dropped = false;
    bool cut = false;  // the driver told of more bytes than the buffer has
    bool io_error = false;

    bool has_trouble() const { return missing != 0 || cut || empty || corrupt || io_error; }
};

// For whoever listens to events.
struct News {
    bool ended = false;  // the driver has given its last frame; told once
    bool source_changed = false;
    uint32_t source_changes = 0;     // V4L2_EVENT_SRC_CH_ bits
    uint32_t width = 0, height = 0;  // of the frames so far, if the source changed
    SlowSpell slow;                  // not empty if the program is told of it now
    BadRun::Told bad;                // the same

    bool has_event() const { return ended || source_changed || slow.frames_lost != 0 || bad.answers != 0; }
};

struct Arrival : Trouble, News {
    Ref<Frame> frame;

    // What came of another DQBUF before a frame is handed out: the first trouble is told, and all news.
    void add(const Arrival &other);
};

// Costs one load if nobody listens, or if all is well.
void tell_arrival(device::Device &device, const Arrival &arrival, uint64_t tag) noexcept;

}  // namespace v4lxx::stream
