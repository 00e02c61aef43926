#include "cli/capture_summary.hpp"

#include "cli/words.hpp"

#include <algorithm>

namespace v4lxx::cli {

const char *word_of(CaptureEnd end)
{
    switch (end) {
    case CaptureEnd::complete: return "complete";
    case CaptureEnd::interrupted: return "interrupted";
    case CaptureEnd::stream_ended: return "stream ended";
    case CaptureEnd::timed_out: return "timed out";
    case CaptureEnd::reader_gone: return "reader gone";
    case CaptureEnd::failed: return "failed";
    }
    return "failed";
}

CaptureEnd end_of(int code)
{
    if (code == exit_code::timed_out)
        return CaptureEnd::timed_out;
    if (code == exit_code::reader_gone)
        return CaptureEnd::reader_gone;
    return code > exit_code::signal_base ? CaptureEnd::interrupted : CaptureEnd::failed;
}

namespace {

const char *word_of(v4lxx_rate_verdict verdict)
{
    switch (verdict) {
    case V4LXX_RATE_AS_TOLD: return "as told";
    case V4LXX_RATE_SLOWER: return "slower";
    case V4LXX_RATE_FRAMES_LOST: return "frames lost";
    default: return "unknown";
    }
}

}  // namespace

void CaptureSummary::count(const v4lxx_frame_info &info, const v4lxx_stream_account &account)
{
    last_time_ = std::chrono::steady_clock::now();
    last_timestamp_ns_ = info.timestamp_ns;
    last_ = account;
    if (frames_++ == 0) {
        first_time_ = last_time_;
        first_frame_ = info;
        first_ = account;
    }
}

bool CaptureSummary::is_as_the_first(const v4lxx_frame_info &info) const
{
    return info.fourcc == first_frame_.fourcc && info.width == first_frame_.width && info.height == first_frame_.height &&
           std::equal(std::begin(info.plane_stride), std::end(info.plane_stride), std::begin(first_frame_.plane_stride));
}

void CaptureSummary::finish(CaptureEnd end, const v4lxx_stream_account &account, const v4lxx_stream_statistics &statistics)
{
    end_ = end;
    final_ = account;
    statistics_ = statistics;
}

void CaptureSummary::set_problem(const Stop &stop)
{
    if (!problem_)
        problem_ = stop;
}

void CaptureSummary::set_rate(const v4lxx_stream_rate &rate, std::optional<Stop> why_slow)
{
    measured_ = rate;
    why_slow_ = std::move(why_slow);
}

void CaptureSummary::set_output(const OutputFile &output, bool complete)
{
    output_ = Output{output.path(), output.size_bytes(), complete, output.is_in_place()};
}

std::string CaptureSummary::output_words(const Output &output)
{
    if (!output.complete && !output.in_place)
        return "nothing; the incomplete file was removed";
    return (output.path == "-" ? "standard output" : output.path) + ", " + std::to_string(output.bytes) + " bytes" +
           (output.complete ? "" : ", incomplete");
}

// The frames' own times are those of the device. Some drivers give none; then it is this program's clock.
bool CaptureSummary::timestamps_can_be_used() const
{
    return first_frame_.clock == V4LXX_CLOCK_MONOTONIC && last_timestamp_ns_ > first_frame_.timestamp_ns;
}

double CaptureSummary::seconds() const
{
    if (timestamps_can_be_used())
        return static_cast<double>(last_timestamp_ns_ - first_frame_.timestamp_ns) / 1e9;
    return std::chrono::duration<double>(last_time_ - first_time_).count();
}

double CaptureSummary::rate() const
{
    const double duration = seconds();
    return frames_ < 2 || duration <= 0 ? 0 : static_cast<double>(frames_ - 1) / duration;
}

std::optional<double> CaptureSummary::system_calls_per_frame() const
{
    if (frames_ < 2)
        return std::nullopt;
    return static_cast<double>(last_.system_calls - first_.system_calls) / static_cast<double>(frames_ - 1);
}

// "30 per second nominal, 15.00 measured"
std::string CaptureSummary::rate_words() const
{
    const double nominal = rate_value(measured_.nominal);
    std::string text = nominal > 0 ? short_decimal(nominal) + " per second nominal, " : "nominal not told, ";
    text +=
        measured_.measured_uhz > 0 ? fixed(static_cast<double>(measured_.measured_uhz) / 1e6, 2) + " measured" : "not measured";
    if (why_slow_ && why_slow_->error) {
        const v4lxx_error *error = why_slow_->error.get();
        text += std::string("\nwhy slower:    ") + v4lxx_error_get_cause(error) +
                (v4lxx_error_is_cause_checked(error) != 0 ? " (checked)" : " (a guess)") +
                "\n               try: " + v4lxx_error_get_advice(error);
    }
    return text;
}

std::string CaptureSummary::as_text(const Camera &camera) const
{
    const auto number = [](uint64_t value) { return std::to_string(value); };
    const auto calls = system_calls_per_frame();
    std::string text =
        std::string("camera:        \"") + camera.card() + "\" (" + camera.name() + "), " + camera.granted_words();
    text += "\nframes:        " + number(frames_);
    if (frames_ > 1)
        text += " in " + fixed(seconds(), 3) + " s, " + fixed(rate(), 2) + " per second";
    text += "\nrate:          " + rate_words();
    text += "\ndropped:       " + number(lost_frames(final_)) + " (driver " + number(final_.driver_dropped) + ", corrupt " +
            number(final_.corrupt_dropped) + ", empty " + number(final_.empty_dropped) + ")";
    if (const std::string flow = flow_words(camera.flow(), final_); !flow.empty())
        text += "\nflow:          " + flow;
    if (final_.short_frames > 0)
        text += "\nshort frames:  " + number(final_.short_frames);
    if (final_.reconnects + final_.others_refused > 0)
        text += "\nreconnected:   " + number(final_.reconnects) + (final_.reconnects == 1 ? " time" : " times") +
                (final_.others_refused > 0 ? "; another device in its place " + number(final_.others_refused) +
                                                 (final_.others_refused == 1 ? " time" : " times")
                                           : "");
    if (final_.usb_resets > 0)
        text += "\nUSB resets:    " + number(final_.usb_resets);
    if (final_.stalls > 0)
        text += "\nstalled:       " + number(final_.stalls) + (final_.stalls == 1 ? " time" : " times");
    text += "\nbytes:         " + number(final_.bytes);
    text += "\nsystem calls:  " + (calls ? fixed(*calls, 2) + " per frame" : std::string("-"));
    if (output_)
        text += "\nwritten:       " + output_words(*output_);
    return text + "\nend:           " + word_of(end_) + "\n";
}

void CaptureSummary::write_rate_json(JsonWriter &json) const
{
    const double nominal = rate_value(measured_.nominal);
    json.key("nominal_rate").rate(nominal);
    json.key("measured_rate").rate(static_cast<double>(measured_.measured_uhz) / 1e6);
    json.key("measured_intervals").number(measured_.measured_intervals);
    json.key("rate_verdict").string(word_of(measured_.verdict));
    json.key("why_slower");
    if (why_slow_ && why_slow_->error)
        write_error_json(json, why_slow_->error.get());
    else
        json.null();
}

void CaptureSummary::write_counts_json(JsonWriter &json) const
{
    json.key("frames").number(frames_);
    json.key("seconds").decimal(seconds(), 6);
    json.key("seconds_by").string(timestamps_can_be_used() ? "timestamps" : "clock");
    json.key("rate");
    frames_ > 1 ? json.decimal(rate(), 3) : json.null();
    write_rate_json(json);
    json.key("dropped").number(lost_frames(final_));
    json.key("dropped_by_driver").number(final_.driver_dropped);
    json.key("dropped_corrupt").number(final_.corrupt_dropped);
    json.key("dropped_empty").number(final_.empty_dropped);
    json.key("policy_dropped").number(final_.policy_dropped);
    json.key("starved").number(final_.starved);
    json.key("short_frames").number(final_.short_frames);
    json.key("io_errors").number(final_.io_errors);
    json.key("requeue_failures").number(final_.requeue_failures);
    json.key("reconnects").number(final_.reconnects);
    json.key("others_refused").number(final_.others_refused);
    json.key("buffers_grown").number(final_.buffers_grown);
    json.key("stalls").number(final_.stalls);
    json.key("usb_resets").number(final_.usb_resets);
    json.key("large_pages").number(final_.large_pages);
    json.key("bytes").number(final_.bytes);
    json.key("copies").number(final_.copies);
    json.key("system_calls").number(final_.system_calls);
    json.key("system_calls_per_frame");
    const auto calls = system_calls_per_frame();
    calls ? json.decimal(*calls, 3) : json.null();
    json.key("interval");
    write_quantiles_json(json, quantiles_of(statistics_.interval));
    json.key("delivery");
    write_quantiles_json(json, quantiles_of(statistics_.delivery));
    write_odd_stamps_json(json, statistics_);
    write_planes_json(json, first_frame_);
}

void CaptureSummary::write_end_json(JsonWriter &json) const
{
    json.key("output");
    if (output_) {
        json.begin_object().key("path").string(output_->path);
        json.key("bytes").number(output_->bytes);
        json.key("complete").boolean(output_->complete).end_object();
    } else {
        json.null();
    }
    json.key("end").string(word_of(end_));
    write_problem_json(json, problem_);
}

std::string CaptureSummary::as_json(const Camera &camera) const
{
    JsonWriter json;
    json.begin_object();
    camera.write_json(json);
    write_flow_json(json, camera.flow());
    json.key("wanted_frames").number(wanted_frames_);
    write_counts_json(json);
    write_end_json(json);
    return json.end_object().take();
}

}  // namespace v4lxx::cli
