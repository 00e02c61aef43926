// Faults of a simulated device, from a text file or from a test: one rule a line (docs/guide/simulator.md).
//   on VIDIOC_DQBUF 5..20 errno EIO      at frame 30 unplug      at time 2s replug      never wake
#pragma once

#include "kernel/sim/answer_fields.hpp"
#include "kernel/sim/input_parameters.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace v4lxx::kernel::sim {

// The calls of a node that are not ioctls, numbered where no ioctl is.
enum PseudoRequest : unsigned long { call_open = 1, call_close = 2, call_mmap = 3, call_wait = 4, call_reset = 5 };

std::optional<int64_t> to_duration(std::string_view text);  // "50ms", "2s", "10us", "7ns"

// Which of the matching calls or frames, counted from 0 since the rule was made.
struct When {
    uint64_t first = 0, last = 0;
    uint64_t every = 0;        // not 0: those whose number is a multiple, 0 excluded
    bool until_reset = false;  // all, as long as the USB device was not reset
    bool matches(uint64_t count) const
    {
        return every != 0 ? count != 0 && count % every == 0 : count >= first && count <= last;
    }
};

enum class Action : uint8_t {
    fail,
    delay,
    alter,
    flag,
    unplug,
    replug,
    replug_other,  // another device in its place; by time only
    endless,       // of calls
    close_descriptor,
    corrupt,
    empty,
    shorten,
    drop,
    last,
    set_sequence,
    set_time,
    break_queue,  // of frames
    set_signal,   // what is plugged into the inputs
    step,
    suspend  // of the clocks
};

struct Rule {
    enum class Trigger : uint8_t { call, frame, time, always_ready, never_wake } trigger = Trigger::call;
    unsigned long request = 0;  // of a call
    When when;
    int64_t time_ns = 0;  // since the device was made, or since the rule was added
    Action action = Action::fail;
    int64_t value = 0;  // errno, nanoseconds, bytes, frames, flags
    Alteration alteration;
    Signal signal;
    uint64_t seen = 0;
    bool done = false;  // of a rule by time
};

// What the script wants of one call.
struct CallFaults {
    int error = 0;
    int64_t delay_ns = 0;
    bool unplug = false, replug = false, endless = false, close_descriptor = false;
    uint64_t alters = 0;  // the rules that alter the answer, as bits
};

// What it wants of one frame.
struct FrameFaults {
    bool unplug = false, replug = false, corrupt = false, empty = false, last = false, break_queue = false;
    bool close_descriptor = false;
    int64_t short_bytes = -1;
    uint64_t drop = 0;
    int64_t sequence = -1;
    int64_t timestamp_ns = -1;
};

class Script {
public:
    static constexpr size_t max_rules = 64;

    // Adds the rules of a text. 0, or -EINVAL with the line and what is wrong with it; then none is added.
    int add(std::string_view text, int64_t now_ns, std::string *problem);

    CallFaults on_call(unsigned long request);                 // counts the call
    FrameFaults on_frame();                                    // counts the frame
    void note_reset();                                         // of its USB device
    void alter_answer(uint64_t alters, void *argument) const;  // after a call for which on_call said so
    int64_t next_time_ns() const;                              // of the next rule by time; INT64_MAX if none
    // Takes the rules whose time has come, one by one: null if there is none. Good until rules are added.
    const Rule *take_timed(int64_t now_ns);

    bool always_ready() const { return always_ready_; }  // waits end at once, whatever there is
    bool never_wakes() const { return never_wakes_; }    // frames end a wait; stream-off and unplug do not
    bool touches_frames() const { return touches_frames_; }

private:
    void forget_spent_rules();

    std::vector<Rule> rules_;
    bool always_ready_ = false;
    bool never_wakes_ = false;
    bool touches_frames_ = false;
};

}  // namespace v4lxx::kernel::sim
