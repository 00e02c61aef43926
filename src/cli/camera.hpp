// A device with its stream: what was asked for, what was granted, and the difference told. Used by snap and capture.
#pragma once

#include "cli/arguments.hpp"
#include "cli/flow_wish.hpp"
#include "cli/json_writer.hpp"
#include "cli/library.hpp"
#include "cli/mode_wish.hpp"

#include <optional>
#include <string>
#include <vector>

namespace v4lxx::cli {

struct Wish {
    ModeWish mode;
    std::optional<uint32_t> buffers;
    bool step_down = false;
    bool reconnect = false;
    bool usb_reset = false;  // with it
    int64_t stall_after_ns = 0;
    FlowWish flow;
};

// --format, --size, --fps, --strict, --step-down, --reconnect, --usb-reset, --stall-after, --buffers and the options of the flow, as far as the command has them.
Wish read_wish(const Arguments &arguments);
// --timeout in nanoseconds: 5 s unless given; -1, for ever, for 0.
int64_t read_timeout_ns(const Arguments &arguments);

class Camera {
public:
    // Opens the device and sets the mode nearest to the wish. Throws Stop.
    Camera(std::string name, const Wish &wish) : Camera(create_context(), std::move(name), wish) {}
    // The same in a context that others share.
    Camera(const Context &context, std::string name, const Wish &wish);

    // A new stream in the place of the old one: its account and its statistics begin anew. Throws Stop.
    void renew_stream(const FlowWish &flow);
    // Throws Stop, also where a strict wish was not granted.
    void start();
    void stop();
    // The next frame, null at the end of the stream. Throws Stop: an interruption, a time-out or a failure. Waiting for a device to come back
    // is not limited.
    Frame next(int64_t timeout_ns);
    // The same, but the end of the stream is a failure, too.
    Frame next_before_end(int64_t timeout_ns);
    // What is there now, for who polls the stream: null without a frame. False at the end of the stream.
    bool next_ready(Frame &frame) { return dequeue(0, frame) != V4LXX_END; }
    // The same as next(), but null after a time-out, too.
    Frame next_or_none(int64_t timeout_ns);

    v4lxx_stream *stream() const { return stream_.get(); }
    const Context &context() const { return context_; }
    v4lxx_stream_state state() const;
    v4lxx_stream_account account() const;
    v4lxx_stream_statistics statistics() const;
    v4lxx_stream_rate rate() const;
    // Why frames come more slowly than the device says; nothing if they do not, or if that cannot be said.
    std::optional<Stop> why_slow() const;
    const std::string &name() const { return name_; }
    const FlowWish &flow() const { return wish_.flow; }
    const char *card() const;
    // The pixel formats it offers of which pictures of a type can be made, as they are asked for: "YUYV, MJPG".
    std::string picture_formats(v4lxx_image_type type) const;

    // "" if the device has what was wished for and chosen, else one line that tells all that it has instead.
    std::string difference_note() const;
    // "YUYV 640x480 at 30 per second, 4 buffers"
    std::string granted_words() const;
    // The keys device, card, requested, chosen, granted, differences, adjusted, refused_modes.
    void write_json(JsonWriter &json) const;

private:
    // What was asked for and granted otherwise.
    struct Comparison {
        std::vector<std::string> keys;   // "fourcc", "width", "height", "rate", "buffers"
        std::vector<std::string> words;  // "640x480 instead of 100x100"
    };
    void negotiate();
    void create_stream();
    Comparison compare() const;
    void write_requested_json(JsonWriter &json) const;
    v4lxx_status dequeue(int64_t timeout_ns, Frame &frame);
    Stop no_frame(int64_t timeout_ns) const;

    std::string name_;
    Wish wish_;
    Context context_;
    Device device_;
    Stream stream_;
    v4lxx_negotiation negotiation_ = V4LXX_NEGOTIATION_INIT;
    v4lxx_format granted_ = V4LXX_FORMAT_INIT;
    v4lxx_fraction interval_ = {0, 0};
    uint32_t buffers_ = 0;
};

v4lxx_frame_info read_frame_info(const Frame &frame);
// The key planes: what is needed to read raw frames.
void write_planes_json(JsonWriter &json, const v4lxx_frame_info &info);

}  // namespace v4lxx::cli
