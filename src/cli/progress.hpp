// One line on standard error that is written over and over. Nothing at all unless standard error is a terminal.
#pragma once

#include <chrono>
#include <cstdint>

namespace v4lxx::cli {

class Progress {
public:
    explicit Progress(uint64_t wanted_frames);  // 0: no end known
    ~Progress() { clear(); }
    Progress(const Progress &) = delete;
    Progress &operator=(const Progress &) = delete;

    // After each frame; draws at most five times a second.
    void show(uint64_t frames, uint64_t dropped, double rate);
    // Takes the line away, so that other text can follow.
    void clear();

private:
    uint64_t wanted_frames_;
    bool terminal_;
    bool drawn_ = false;
    std::chrono::steady_clock::time_point next_{};
};

}  // namespace v4lxx::cli
