// `v4lxx capture A B --sync`: sets of frames that were taken at the same time, and an account of them.
#pragma once

#include "cli/capture_summary.hpp"

#include <deque>
#include <memory>

namespace v4lxx::cli {

using Group = std::unique_ptr<v4lxx_group, Releases<v4lxx_group_unref>>;
using FrameSet = std::unique_ptr<v4lxx_frame_set, Releases<v4lxx_frame_set_unref>>;

struct SyncWish {
    uint64_t sets = 0;  // 0: until a signal comes
    int64_t timeout_ns = 0;
    int64_t tolerance_ns = 0;  // 0: half an interval
    bool incomplete = false;
    std::string output;  // with %c for the number of a camera; empty: none
};

class SyncedCapture {
public:
    // Opens the devices and sets each to the mode nearest to the wish. Throws Stop.
    SyncedCapture(const std::vector<std::string> &names, const Wish &wish, const SyncWish &sync);

    const Context &context() const { return cameras_.front()->context(); }
    // Lines that tell what was granted otherwise than wished for, after start().
    std::vector<std::string> notes() const;
    void start();
    // Takes the sets, stops the streams and gives the files their names.
    void run();
    const std::optional<Stop> &problem() const { return problem_; }
    std::string as_text() const;
    std::string as_json() const;

private:
    CaptureEnd take_sets();
    FrameSet next();
    Stop no_set() const;
    bool is_any_away() const;
    void count(const FrameSet &set);
    void keep(const FrameSet &set);
    void note(const Stop &stop);
    template <class Step>
    void attempt(Step &&step);
    double seconds() const { return static_cast<double>(last_ns_ - first_ns_) / 1e9; }
    double rate() const { return sets_ < 2 || last_ns_ <= first_ns_ ? 0 : static_cast<double>(sets_ - 1) / seconds(); }
    v4lxx_group_camera told(uint32_t index) const;
    v4lxx_group_statistics statistics() const;
    std::string camera_words(uint32_t index) const;
    void write_camera_json(JsonWriter &json, uint32_t index) const;

    const SyncWish wish_;
    std::vector<std::unique_ptr<Camera>> cameras_;
    Group group_;
    std::deque<OutputFile> outputs_;  // one of each camera, or none
    bool is_cut_ = false;             // a set was begun and not finished
    bool is_complete_ = false;        // the files have their names
    uint64_t sets_ = 0;
    int64_t first_ns_ = 0, last_ns_ = 0;
    CaptureEnd end_ = CaptureEnd::complete;
    std::optional<Stop> problem_;
};

}  // namespace v4lxx::cli
