// Whether the program takes frames more slowly than they come: told when each of so many frames in a row was handed out after others had been
// lost for want of a taker. What a driver loses on its own does not count.
#pragma once

#include <cstdint>

namespace v4lxx::stream {

struct SlowSpell {
    uint64_t frames_lost = 0, frames_delivered = 0;
    int64_t span_ns = 0;
};

class SlowProgram {
public:
    static constexpr uint32_t patience = 16;  // frames in a row, before it is told; then it is told at twice as many, and so on

    void restart() { *this = {}; }
    // Frames that were lost because the program holds or leaves too many.
    void lose(uint64_t frames) { lost_since_ += frames; }
    // A frame is handed out. A spell to be told of, or an empty one.
    SlowSpell hand_out(int64_t now_ns)
    {
        if (lost_since_ == 0) {
            restart();
            last_ns_ = now_ns;
            return {};
        }
        if (spell_.frames_delivered == 0)
            began_ns_ = last_ns_;
        last_ns_ = now_ns;
        spell_.frames_lost += lost_since_;
        spell_.frames_delivered++;
        spell_.span_ns = now_ns - began_ns_;
        lost_since_ = 0;
        if (spell_.frames_delivered < tell_at_)
            return {};
        tell_at_ *= 2;
        return spell_;
    }

private:
    SlowSpell spell_;
    uint64_t lost_since_ = 0, tell_at_ = patience;
    int64_t began_ns_ = 0, last_ns_ = 0;
};

}  // namespace v4lxx::stream
