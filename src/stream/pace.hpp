// How long one frame of a camera takes, as its time stamps tell: a regression over about the last thousand frames, in a few additions per
// frame and without keeping them.
#pragma once

#include <cmath>
#include <cstdint>

namespace v4lxx::stream {

class Pace {
public:
    void restart() noexcept { *this = {}; }

    // Numbers and stamps that go on. Frames that are missing are no error, a stamp that jumps is left out.
    void take(uint64_t number, int64_t stamp_ns) noexcept
    {
        const double frames = static_cast<double>(number - last_number_);
        const double ns = static_cast<double>(stamp_ns) - static_cast<double>(last_ns_);
        const bool goes_on = frames_++ != 0 && number > last_number_;
        last_number_ = number;
        last_ns_ = stamp_ns;
        if (!goes_on)
            return;
        if (reference_ns_ == 0)
            reference_ns_ = ns / frames;
        if (std::abs(ns - frames * interval_ns()) <= interval_ns() / 2) {
            jumps_ = 0;
            shift(frames, ns - frames * reference_ns_);
        } else if (++jumps_ == most_jumps) {  // no jumps: this is how it is now
            restart();
            take(number, stamp_ns);
        }
    }

    // Of one frame; 0: too few came.
    double interval_ns() const noexcept
    {
        const double spread = weight_ * xx_ - x_ * x_;
        return spread > 0 ? reference_ns_ + (weight_ * xy_ - x_ * y_) / spread : reference_ns_;
    }
    uint32_t frames() const noexcept { return frames_; }

private:
    static constexpr double memory = 1 - 1.0 / 1000;
    static constexpr uint32_t most_jumps = 8;

    // The newest frame is the origin of all sums, so that they stay small however long a camera runs.
    void shift(double frames, double ns) noexcept
    {
        if (weight_ == 0)
            weight_ = 1;  // the frame before
        const double x = x_, y = y_;
        xx_ = memory * (xx_ - 2 * frames * x + weight_ * frames * frames);
        xy_ = memory * (xy_ - frames * y - ns * x + weight_ * frames * ns);
        x_ = memory * (x - weight_ * frames);
        y_ = memory * (y - weight_ * ns);
        weight_ = memory * weight_ + 1;
    }

    double reference_ns_ = 0;  // what the sums are relative to
    double weight_ = 0, x_ = 0, y_ = 0, xx_ = 0, xy_ = 0;
    uint64_t last_number_ = 0;
    int64_t last_ns_ = 0;
    uint32_t frames_ = 0, jumps_ = 0;
};

}  // namespace v4lxx::stream
