// What one DQBUF brought, as far as a log tells of it. Filled under the queue's lock, told without.
#pragma once

#include "device/device.hpp"
#include "stream/frame.hpp"
#include "stream/slow_program.hpp"

namespace v4lxx::stream {

struct Arrival {
    Ref<Frame> frame;
    uint64_t number = 0;   // of the frame, as frames of this start are counted
    uint32_t missing = 0;  // frames the driver counted before it and did not hand out
    bool empty = false, corrupt = false, dropped = false;
    bool cut = false;  // the driver told of more bytes than the buffer has
    bool io_error = false;
    bool ended = false;  // the driver has given its last frame; told once
    SlowSpell slow;      // not empty if the program is told of it now

    bool has_trouble() const { return missing != 0 || cut || empty || corrupt || io_error || ended || slow.frames_lost != 0; }
};

// Costs one load if nobody listens, or if all is well.
void tell_arrival(device::Device &device, const Arrival &arrival, uint64_t tag) noexcept;

}  // namespace v4lxx::stream
