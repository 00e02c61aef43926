// Answers of a driver without a good frame, in a row: bytes that are damaged or missing, errors, being ready with nothing. One is normal now and
// then; a long run is told, and then at twice as many, and so on.
#pragma once

#include <cstdint>

namespace v4lxx::stream {

class BadRun {
public:
    static constexpr uint32_t patience = 16;

    // Of a run that is to be told now; else all zero.
    struct Told {
        uint64_t answers = 0, frames_lost = 0;
        int64_t span_ns = 0;
    };
    void end() { run_ = {}, tell_at_ = patience; }  // a good frame came
    Told add(bool is_frame, int64_t now_ns)
    {
        if (run_.answers == 0)
            began_ns_ = now_ns;
        run_.answers++;
        run_.frames_lost += is_frame ? 1 : 0;
        run_.span_ns = now_ns - began_ns_;
        if (run_.answers < tell_at_)
            return {};
        tell_at_ *= 2;
        return run_;
    }

private:
    Told run_;
    uint64_t tell_at_ = patience;
    int64_t began_ns_ = 0;
};

}  // namespace v4lxx::stream
