#include "cli/camera.hpp"

#include "cli/interruption.hpp"
#include "cli/words.hpp"

#include <cmath>

namespace v4lxx::cli {

namespace {

constexpr int64_t default_timeout_ns = 5'000'000'000;

v4lxx_stream_options options_of(const Wish &wish)
{
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.fourcc = wish.fourcc.value_or(0);
    options.width = wish.size ? wish.size->width : 0;
    options.height = wish.size ? wish.size->height : 0;
    options.rate = wish.rate.value_or(v4lxx_fraction{0, 0});
    options.buffer_count = wish.buffers.value_or(0);
    return options;
}

double value_of(const v4lxx_fraction &rate) { return static_cast<double>(rate.numerator) / rate.denominator; }

void write_rate_json(JsonWriter &json, double rate)
{
    json.key("rate");
    if (rate > 0)
        json.decimal(rate, 3);
    else
        json.null();
}

}  // namespace

Wish read_wish(const Arguments &arguments)
{
    return {arguments.fourcc("format"), arguments.size("size"), arguments.rate("fps"), arguments.count32_from_1("buffers")};
}

int64_t read_timeout_ns(const Arguments &arguments)
{
    const int64_t timeout_ns = arguments.seconds("timeout").value_or(default_timeout_ns);
    return timeout_ns == 0 ? -1 : timeout_ns;
}

Camera::Camera(std::string name, const Wish &wish)
    : name_(std::move(name)), wish_(wish), context_(create_context()), device_(open_device(context_, name_.c_str()))
{
    const v4lxx_stream_options options = options_of(wish);
    Details details;
    v4lxx_stream *stream = nullptr;
    details.check(v4lxx_stream_create(device_.get(), &options, &stream, details.out()));
    stream_.reset(stream);
}

void Camera::start()
{
    Details details;
    details.check(v4lxx_stream_start(stream_.get(), details.out()));
    details.check(v4lxx_stream_read_format(stream_.get(), &granted_, details.out()));
    details.check(v4lxx_stream_read_interval(stream_.get(), &interval_, details.out()));
    buffers_ = v4lxx_stream_get_buffer_count(stream_.get());
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
    if (dequeue(timeout_ns, frame) != V4LXX_END && !frame)
        throw no_frame(timeout_ns);
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
    return {exit_code::timed_out, text + "\n  try:    a longer --timeout, if long exposures or a trigger are in use"};
}

v4lxx_stream_account Camera::account() const
{
    v4lxx_stream_account account = V4LXX_STREAM_ACCOUNT_INIT;
    Details details;
    details.check(v4lxx_stream_read_account(stream_.get(), &account, details.out()));
    return account;
}

const char *Camera::card() const { return v4lxx_device_info_get_card(v4lxx_device_get_info(device_.get())); }

// 29.97 is what people call 30000/1001; a twentieth of a percent apart is the same rate, and 29.97 is still not 30.
static bool are_different_rates(double wanted, double granted) { return std::abs(wanted - granted) > wanted * 0.0005; }

Camera::Comparison Camera::compare() const
{
    Comparison found;
    if (wish_.fourcc && *wish_.fourcc != granted_.fourcc) {
        found.keys.emplace_back("fourcc");
        found.words.push_back(fourcc_word(granted_.fourcc) + " instead of " + fourcc_word(*wish_.fourcc));
    }
    if (wish_.size && (wish_.size->width != granted_.width || wish_.size->height != granted_.height)) {
        if (wish_.size->width != granted_.width)
            found.keys.emplace_back("width");
        if (wish_.size->height != granted_.height)
            found.keys.emplace_back("height");
        found.words.push_back(size_word(granted_.width, granted_.height) + " instead of " +
                              size_word(wish_.size->width, wish_.size->height));
    }
    const double rate = rate_of_interval(interval_.numerator, interval_.denominator);
    if (wish_.rate && are_different_rates(value_of(*wish_.rate), rate)) {
        found.keys.emplace_back("rate");
        found.words.push_back((rate > 0 ? short_decimal(rate) : "an unknown number of") + " frames per second instead of " +
                              short_decimal(value_of(*wish_.rate)));
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
    return found.words.empty() ? "" : "note: " + name_ + " granted " + joined(found.words, ", ");
}

std::string Camera::granted_words() const
{
    const double rate = rate_of_interval(interval_.numerator, interval_.denominator);
    return fourcc_word(granted_.fourcc) + " " + size_word(granted_.width, granted_.height) +
           (rate > 0 ? " at " + short_decimal(rate) + " per second, " : ", ") + std::to_string(buffers_) +
           (buffers_ == 1 ? " buffer" : " buffers");
}

void Camera::write_json(JsonWriter &json) const
{
    json.key("device").string(name_);
    json.key("card").string(card());
    json.key("requested").begin_object().key("fourcc");
    wish_.fourcc ? json.string(fourcc_word(*wish_.fourcc)) : json.null();
    json.key("width").number_or_null(wish_.size ? std::optional(wish_.size->width) : std::nullopt);
    json.key("height").number_or_null(wish_.size ? std::optional(wish_.size->height) : std::nullopt);
    write_rate_json(json, wish_.rate ? value_of(*wish_.rate) : 0);
    json.key("buffers").number_or_null(wish_.buffers).end_object();
    json.key("granted").begin_object();
    json.key("fourcc").string(fourcc_word(granted_.fourcc));
    json.key("width").number(granted_.width);
    json.key("height").number(granted_.height);
    write_rate_json(json, rate_of_interval(interval_.numerator, interval_.denominator));
    json.key("buffers").number(buffers_).end_object();
    json.key("differences").begin_array();
    for (const std::string &name : compare().keys)
        json.string(name);
    json.end_array();
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
