#include "cli/camera.hpp"

#include "cli/interruption.hpp"
#include "cli/words.hpp"

#include <algorithm>
#include <cmath>

namespace v4lxx::cli {

namespace {

constexpr int64_t default_timeout_ns = 5'000'000'000;

// ", the last frame 5.1 s ago\n  input:  no signal": what the stream can tell about why no frame comes.
std::string what_is_known(const v4lxx_stream_state &state)
{
    const auto seconds = [](int64_t ns) { return short_decimal(std::floor(static_cast<double>(ns) / 1e6) / 1e3) + " s"; };
    std::string text;
    if (state.last_frame_age_ns >= 0)
        text += ", the last frame " + seconds(state.last_frame_age_ns) + " ago";
    if (state.exposure_ns > 0 && state.exposure_ns > state.interval_ns)
        text += "\n  device: it exposes for " + seconds(state.exposure_ns) + " as its control says";
    if (state.has_input_status != 0)
        for (uint32_t bit = 1; bit != 0; bit <<= 1)
            if (const char *words = v4lxx_input_status_get_text(state.input_status & bit); words != nullptr && words[0] != '\0')
                text += std::string("\n  input:  ") + words;
    return text;
}

void write_mode_json(JsonWriter &json, uint32_t fourcc, uint32_t width, uint32_t height, double rate)
{
    json.key("fourcc").string(fourcc_word(fourcc));
    json.key("width").number(width);
    json.key("height").number(height);
    json.key("rate").rate(rate);
}

}  // namespace

Wish read_wish(const Arguments &arguments)
{
    if (arguments.has("strict") && arguments.has("step-down"))
        throw arguments.wrong("--strict allows no other mode, --step-down asks for another one");
    if (arguments.has("usb-reset") && !arguments.has("reconnect"))
        throw arguments.wrong("--usb-reset is for --reconnect");
    const auto buffers = arguments.count32_from_1("buffers");
    return {.mode = read_mode_wish(arguments),
            .buffers = buffers,
            .step_down = arguments.has("step-down"),
            .reconnect = arguments.has("reconnect"),
            .usb_reset = arguments.has("usb-reset"),
            .stall_after_ns = arguments.seconds("stall-after").value_or(0),
            .flow = read_flow_wish(arguments, buffers)};
}

int64_t read_timeout_ns(const Arguments &arguments)
{
    const int64_t timeout_ns = arguments.seconds("timeout").value_or(default_timeout_ns);
    return timeout_ns == 0 ? -1 : timeout_ns;
}

Camera::Camera(const Context &context, std::string name, const Wish &wish)
    : name_(std::move(name)), wish_(wish), context_(v4lxx_context_ref(context.get())),
      device_(open_device(context_, name_.c_str()))
{
    negotiate();
    create_stream();
}

void Camera::create_stream()
{
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.buffer_count = wish_.buffers.value_or(0);
    options.flags = (wish_.step_down ? uint32_t{V4LXX_STREAM_STEP_DOWN} : 0) |
                    (wish_.reconnect ? uint32_t{V4LXX_STREAM_RECONNECT} : 0) |
                    (wish_.usb_reset ? uint32_t{V4LXX_STREAM_USB_RESET} : 0);
    options.stall_after_ns = wish_.stall_after_ns;
    wish_for_flow(wish_.flow, options);
    Details details;
    v4lxx_stream *stream = nullptr;
    details.check(v4lxx_stream_create(device_.get(), &options, &stream, details.out()));
    stream_.reset(stream);
}

void Camera::renew_stream(const FlowWish &flow)
{
    stream_.reset();  // a device has one at a time
    wish_.flow = flow;
    create_stream();
}

// A format that was named outdoes every other as long as the device has it. Without it any other is taken, and that is told.
void Camera::negotiate()
{
    ModeWish asked = with_size_of_signal(with_wish_of_name(wish_.mode, name_), device_);
    asked.wish.flags |= wish_.step_down ? uint32_t{V4LXX_WISH_STEP_DOWN} : 0;
    const v4lxx_wish_flags flags = asked.wish.flags;
    if (!asked.outputs.empty())
        asked.wish.flags &= ~static_cast<v4lxx_wish_flags>(V4LXX_WISH_DECODE);
    Details details;
    const auto negotiate = [&] {
        return v4lxx_device_negotiate(device_.get(), &asked.wish, asked.outputs.data(), asked.output_count(), &negotiation_,
                                      details.out());
    };
    v4lxx_status status = negotiate();
    if (details.code() == V4LXX_CODE_NO_WANTED_FORMAT && !asked.outputs.empty() && !asked.is_strict()) {
        asked.outputs.clear();
        asked.wish.flags = flags;
        status = negotiate();
    }
    details.check(status);
}

void Camera::start()
{
    Details details;
    details.check(v4lxx_stream_start(stream_.get(), details.out()));
    details.check(v4lxx_stream_read_format(stream_.get(), &granted_, details.out()));
    details.check(v4lxx_stream_read_interval(stream_.get(), &interval_, details.out()));
    buffers_ = v4lxx_stream_get_buffer_count(stream_.get());
    const Comparison found = compare();
    if (wish_.mode.is_strict() && !found.words.empty())
        throw Stop(exit_code::failure, name_ + " granted " + joined(found.words, ", ") +
                                           ", and --strict allows no difference\n  try:    v4lxx formats " + name_);
}

void Camera::stop()
{
    Details details;
    details.check(v4lxx_stream_stop(stream_.get(), details.out()));
}

v4lxx_status Camera::dequeue(int64_t timeout_ns, Frame &taken)
{
    stop_if_interrupted();
    Details details;
    v4lxx_frame *frame = nullptr;
    const v4lxx_status status = v4lxx_stream_dequeue(stream_.get(), timeout_ns, &frame, details.out());
    if (status == V4LXX_ERROR_CANCELLED)
        stop_if_interrupted();
    taken.reset(frame);
    return details.check(status);
}

Frame Camera::next(int64_t timeout_ns)
{
    Frame frame;
    while (dequeue(timeout_ns, frame) != V4LXX_END && !frame)
        if (!wish_.reconnect || state().phase != V4LXX_STREAM_AWAY)
            throw no_frame(timeout_ns);
    return frame;
}

Frame Camera::next_before_end(int64_t timeout_ns)
{
    Frame frame = next(timeout_ns);
    if (!frame)
        throw Stop(exit_code::failure, name_ + " has ended its stream: no more frames will come");
    return frame;
}

Frame Camera::next_or_none(int64_t timeout_ns)
{
    Frame frame;
    dequeue(timeout_ns, frame);
    return frame;
}

std::string Camera::picture_formats(v4lxx_image_type type) const
{
    Details details;
    v4lxx_format_list *raw = nullptr;
    details.check(v4lxx_device_list_formats(device_.get(), &raw, details.out()));
    const FormatList list(raw);
    std::vector<std::string> words;
    for (uint32_t index = 0; index < v4lxx_format_list_get_count(list.get()); ++index) {
        const uint32_t fourcc = v4lxx_format_list_get_fourcc(list.get(), index);
        if (v4lxx_image_supports(fourcc, type))
            words.push_back(fourcc_word(fourcc));
    }
    return joined(words, ", ");
}

Stop Camera::no_frame(int64_t timeout_ns) const
{
    const v4lxx_stream_account now = account();
    std::string text = "no frame from \"" + std::string(card()) + "\" (" + name_ + ") within " +
                       short_decimal(static_cast<double>(timeout_ns) / 1e9) + " s\n  asked:  " + granted_words() +
                       "\n  state:  " + std::to_string(now.delivered) + " frames so far, " + std::to_string(now.queued) +
                       " buffers with the driver";
    if (now.corrupt_dropped + now.empty_dropped > 0)
        text += ", " + std::to_string(now.corrupt_dropped + now.empty_dropped) + " damaged frames dropped";
    text += what_is_known(state());
    return {exit_code::timed_out, text + "\n  try:    a longer --timeout, if long exposures or a trigger are in use"};
}

v4lxx_stream_state Camera::state() const
{
    v4lxx_stream_state state = V4LXX_STREAM_STATE_INIT;
    Details details;
    details.check(v4lxx_stream_read_state(stream_.get(), &state, details.out()));
    return state;
}

v4lxx_stream_account Camera::account() const
{
    v4lxx_stream_account account = V4LXX_STREAM_ACCOUNT_INIT;
    Details details;
    details.check(v4lxx_stream_read_account(stream_.get(), &account, details.out()));
    return account;
}

v4lxx_stream_statistics Camera::statistics() const
{
    v4lxx_stream_statistics statistics = V4LXX_STREAM_STATISTICS_INIT;
    Details details;
    details.check(v4lxx_stream_read_statistics(stream_.get(), &statistics, details.out()));
    return statistics;
}

v4lxx_stream_rate Camera::rate() const
{
    v4lxx_stream_rate rate = V4LXX_STREAM_RATE_INIT;
    Details details;
    details.check(v4lxx_stream_read_rate(stream_.get(), &rate, details.out()));
    return rate;
}

std::optional<Stop> Camera::why_slow() const
{
    Details details;
    const v4lxx_status status = v4lxx_stream_check_rate(stream_.get(), details.out());
    if (details.code() != V4LXX_CODE_RATE_NOT_REACHED)
        return std::nullopt;
    return details.failure(status);
}

const char *Camera::card() const { return v4lxx_device_info_get_card(v4lxx_device_get_info(device_.get())); }

// 29.97 is what people call 30000/1001; a twentieth of a percent apart is the same rate, and 29.97 is still not 30.
static bool are_different_rates(double wanted, double granted) { return std::abs(wanted - granted) > wanted * 0.0005; }

Camera::Comparison Camera::compare() const
{
    Comparison found;
    const v4lxx_wish &wish = wish_.mode.wish;
    const std::vector<uint32_t> &outputs = wish_.mode.outputs;
    if (!outputs.empty() && std::find(outputs.begin(), outputs.end(), granted_.fourcc) == outputs.end()) {
        std::vector<std::string> wanted;
        for (const uint32_t fourcc : outputs)
            wanted.push_back(fourcc_word(fourcc));
        found.keys.emplace_back("fourcc");
        found.words.push_back(fourcc_word(granted_.fourcc) + " instead of " + joined(wanted, " or "));
    }
    if (wish.width != 0 && (wish.width != granted_.width || wish.height != granted_.height)) {
        if (wish.width != granted_.width)
            found.keys.emplace_back("width");
        if (wish.height != granted_.height)
            found.keys.emplace_back("height");
        found.words.push_back(size_word(granted_.width, granted_.height) + " instead of " + size_word(wish.width, wish.height));
    }
    const double rate = rate_of_interval(interval_.numerator, interval_.denominator), wanted_rate = rate_value(wish.rate);
    if (wanted_rate > 0 && are_different_rates(wanted_rate, rate)) {
        found.keys.emplace_back("rate");
        found.words.push_back((rate > 0 ? short_decimal(rate) : "an unknown number of") + " frames per second instead of " +
                              short_decimal(wanted_rate));
    }
    if (wish_.buffers && *wish_.buffers != buffers_) {
        found.keys.emplace_back("buffers");
        found.words.push_back(std::to_string(buffers_) + " buffers instead of " + std::to_string(*wish_.buffers));
    }
    return found;
}

std::string Camera::difference_note() const
{
    const Comparison found = compare();
    if (!found.words.empty())
        return "note: " + name_ + " granted " + joined(found.words, ", ");
    const double rate = rate_of_interval(interval_.numerator, interval_.denominator),
                 chosen = rate_value(negotiation_.chosen_rate);
    const bool as_chosen = negotiation_.chosen_fourcc == granted_.fourcc && negotiation_.chosen_width == granted_.width &&
                           negotiation_.chosen_height == granted_.height && (chosen == 0 || !are_different_rates(chosen, rate));
    if (as_chosen)
        return "";
    const bool stepped_down = v4lxx_stream_get_steps_down(stream_.get()) != 0;
    return "note: " + name_ + " offers " +
           mode_word(negotiation_.chosen_fourcc, negotiation_.chosen_width, negotiation_.chosen_height, chosen) +
           (stepped_down ? ", for which the USB bandwidth is not there, and granted " : " but granted ") +
           mode_word(granted_.fourcc, granted_.width, granted_.height, rate);
}

std::string Camera::granted_words() const
{
    return mode_word(granted_.fourcc, granted_.width, granted_.height,
                     rate_of_interval(interval_.numerator, interval_.denominator)) +
           ", " + std::to_string(buffers_) + (buffers_ == 1 ? " buffer" : " buffers");
}

void Camera::write_requested_json(JsonWriter &json) const
{
    const v4lxx_wish &wish = wish_.mode.wish;
    const auto unless_0 = [](uint32_t value) { return value == 0 ? std::nullopt : std::optional(value); };
    json.key("requested").begin_object().key("formats").begin_array();
    for (const uint32_t fourcc : wish_.mode.outputs)
        json.string(fourcc_word(fourcc));
    json.end_array();
    json.key("width").number_or_null(unless_0(wish.width));
    json.key("height").number_or_null(unless_0(wish.height));
    json.key("rate").rate(rate_value(wish.rate));
    json.key("buffers").number_or_null(wish_.buffers);
    json.key("strict").boolean(wish_.mode.is_strict()).end_object();
}

void Camera::write_json(JsonWriter &json) const
{
    json.key("device").string(name_);
    json.key("card").string(card());
    write_requested_json(json);
    json.key("chosen").begin_object();
    write_mode_json(json, negotiation_.chosen_fourcc, negotiation_.chosen_width, negotiation_.chosen_height,
                    rate_value(negotiation_.chosen_rate));
    json.end_object();
    json.key("granted").begin_object();
    write_mode_json(json, granted_.fourcc, granted_.width, granted_.height,
                    rate_of_interval(interval_.numerator, interval_.denominator));
    json.key("buffers").number(buffers_).end_object();
    json.key("differences").begin_array();
    for (const std::string &name : compare().keys)
        json.string(name);
    json.end_array();
    json.key("adjusted").begin_array();
    for (const std::string &name : format_field_words(negotiation_.adjusted))
        json.string(name);
    json.end_array();
    json.key("refused_modes").number(negotiation_.refused);
    json.key("steps_down").number(negotiation_.steps_down + v4lxx_stream_get_steps_down(stream_.get()));
}

v4lxx_frame_info read_frame_info(const Frame &frame)
{
    v4lxx_frame_info info = V4LXX_FRAME_INFO_INIT;
    Details details;
    details.check(v4lxx_frame_read_info(frame.get(), &info, details.out()));
    return info;
}

void write_planes_json(JsonWriter &json, const v4lxx_frame_info &info)
{
    json.key("planes").begin_array();
    for (uint32_t plane = 0; plane < info.plane_count && plane < 4; ++plane) {
        json.begin_object();
        json.key("bytes").number(info.plane_bytes[plane]);
        json.key("stride_bytes").number(info.plane_stride[plane]).end_object();
    }
    json.end_array();
}

}  // namespace v4lxx::cli
