// What a capture came to, and how that is told.
#pragma once

#include "cli/camera.hpp"
#include "cli/output_file.hpp"
#include "cli/stop.hpp"
#include "cli/stream_report.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace v4lxx::cli {

enum class CaptureEnd { complete, interrupted, stream_ended, timed_out, reader_gone, failed };
const char *word_of(CaptureEnd end);
CaptureEnd end_of(int exit_code);

class CaptureSummary {
public:
    explicit CaptureSummary(uint64_t wanted_frames) : wanted_frames_(wanted_frames) {}

    // Right after a frame was taken and before it is released: between the first and the last such moment every frame costs
    // the same calls.
    void count(const v4lxx_frame_info &info, const v4lxx_stream_account &account);
    // Once, after the stream was stopped.
    void finish(CaptureEnd end, const v4lxx_stream_account &account, const v4lxx_stream_statistics &statistics);
    // The first failure is kept: what follows it is only its consequence.
    void set_problem(const Stop &stop);
    // Before the stream is stopped.
    void set_rate(const v4lxx_stream_rate &rate, std::optional<Stop> why_slow);
    void set_output(const OutputFile &output, bool complete);

    uint64_t frames() const { return frames_; }
    // Whether a frame can stand in one file with the first one.
    bool is_as_the_first(const v4lxx_frame_info &info) const;
    uint64_t dropped() const { return lost_frames(last_); }
    CaptureEnd end() const { return end_; }
    const v4lxx_stream_account &account() const { return final_; }
    const v4lxx_stream_statistics &statistics() const { return statistics_; }
    const std::optional<Stop> &problem() const { return problem_; }
    // Frames per second from the first frame to the last; 0 before the second.
    double rate() const;
    double seconds() const;  // from the first frame to the last
    std::optional<double> system_calls_per_frame() const;
    // "30 per second nominal, 15.00 measured", and why, if it is slower.
    std::string rate_words() const;
    // The keys nominal_rate, measured_rate, measured_intervals, rate_verdict and why_slower.
    void write_rate_json(JsonWriter &json) const;

    std::string as_text(const Camera &camera) const;
    std::string as_json(const Camera &camera) const;

private:
    struct Output {
        std::string path;
        uint64_t bytes;
        bool complete;
        bool in_place;
    };

    bool timestamps_can_be_used() const;
    void write_counts_json(JsonWriter &json) const;
    void write_end_json(JsonWriter &json) const;
    static std::string output_words(const Output &output);

    uint64_t wanted_frames_;
    uint64_t frames_ = 0;
    v4lxx_frame_info first_frame_ = V4LXX_FRAME_INFO_INIT;
    int64_t last_timestamp_ns_ = 0;
    std::chrono::steady_clock::time_point first_time_{};
    std::chrono::steady_clock::time_point last_time_{};
    v4lxx_stream_account first_ = V4LXX_STREAM_ACCOUNT_INIT;
    v4lxx_stream_account last_ = V4LXX_STREAM_ACCOUNT_INIT;
    v4lxx_stream_account final_ = V4LXX_STREAM_ACCOUNT_INIT;
    v4lxx_stream_statistics statistics_ = V4LXX_STREAM_STATISTICS_INIT;
    v4lxx_stream_rate measured_ = V4LXX_STREAM_RATE_INIT;
    std::optional<Stop> why_slow_;
    CaptureEnd end_ = CaptureEnd::complete;
    std::optional<Stop> problem_;
    std::optional<Output> output_;
};

}  // namespace v4lxx::cli
