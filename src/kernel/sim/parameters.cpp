#include "kernel/sim/parameters.hpp"
#include "kernel/sim/script.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <optional>

namespace v4lxx::kernel::sim {

namespace {

std::optional<uint32_t> to_number(std::string_view text, uint32_t largest)
{
    uint32_t value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value > largest)
        return std::nullopt;
    return value;
}

// Cuts `text` at the first `separator` and returns what stood before it.
std::string_view cut(std::string_view &text, char separator)
{
    size_t at = text.find(separator);
    std::string_view head = text.substr(0, at);
    text = at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
    return head;
}

std::optional<Size> to_size(std::string_view text)
{
    size_t at = text.find('x');
    if (at == std::string_view::npos)
        return std::nullopt;
    auto width = to_number(text.substr(0, at), largest_size.width);
    auto height = to_number(text.substr(at + 1), largest_size.height);
    if (!width || !height || *width < smallest_size.width || *height < smallest_size.height)
        return std::nullopt;
    return Size{*width, *height};
}

// The value of one parameter; each reader answers with what would have been right, or with nothing when it was.
using Reader = const char *(*)(std::string_view value, Parameters &p);

const char *read_choice(std::string_view value, const char *yes, const char *no, bool &out, const char *expected)
{
    if (value != yes && value != no)
        return expected;
    out = value == yes;
    return nullptr;
}

const char *read_number(std::string_view value, uint32_t largest, uint32_t &out, const char *expected)
{
    auto number = to_number(value, largest);
    if (!number)
        return expected;
    out = *number;
    return nullptr;
}

const char *read_format(std::string_view value, Parameters &p)
{
    p.initial_format = find_format(value);
    return p.initial_format == nullptr
               ? "a pixel format such as YUYV, NV12, NV12M, RGB24, GREY or MJPEG (see docs/guide/simulator.md)"
               : nullptr;
}

const char *read_formats(std::string_view value, Parameters &p)
{
    p.formats.clear();
    while (!value.empty()) {
        const PixelFormat *format = find_format(cut(value, '+'));
        if (format == nullptr)
            return "pixel formats joined by '+', such as YUYV+NV12";
        p.formats.push_back(format);
    }
    return p.formats.empty() ? "at least one pixel format" : nullptr;
}

const char *read_range(std::string_view value, Range &out)
{
    if (value == "discrete" || value == "stepwise" || value == "continuous") {
        out = value == "discrete" ? Range::discrete : value == "stepwise" ? Range::stepwise : Range::continuous;
        return nullptr;
    }
    return "discrete, stepwise or continuous";
}

const char *read_sizes(std::string_view value, Parameters &p)
{
    if (read_range(value, p.size_range) == nullptr)
        return nullptr;
    p.sizes.clear();
    while (!value.empty()) {
        auto size = to_size(cut(value, '+'));
        if (!size)
            return "discrete, stepwise, continuous or sizes joined by '+', such as 640x480+1280x720 (32x32 to 8192x8192)";
        p.sizes.push_back(*size);
    }
    return p.sizes.empty() ? "at least one size" : nullptr;
}

const char *read_size(std::string_view value, Parameters &p)
{
    auto size = to_size(value);
    if (!size)
        return "WIDTHxHEIGHT from 32x32 to 8192x8192";
    p.initial_size = *size;
    return nullptr;
}

const char *read_fps(std::string_view value, Parameters &p)
{
    std::string_view rest = value;
    auto frames = to_number(cut(rest, '/'), 1000000);
    auto seconds = value.find('/') == std::string_view::npos ? std::optional<uint32_t>(1) : to_number(rest, 1000000);
    if (!frames || !seconds || *frames == 0 || *seconds == 0 || *frames / *seconds > 10000)
        return "frames per second such as 30 or 30000/1001, at most 10000";
    p.initial_interval = {*seconds, *frames};
    return nullptr;
}

const char *read_buffers(std::string_view value, Parameters &p)
{
    constexpr const char *expected = "a count from 1 to 128, or a difference such as +3 or -2";
    bool minus = !value.empty() && value[0] == '-', plus = !value.empty() && value[0] == '+';
    auto count = to_number(value.substr(minus || plus ? 1 : 0), 128);
    if (!count)
        return expected;
    if (minus || plus) {
        p.extra_buffers = minus ? -static_cast<int32_t>(*count) : static_cast<int32_t>(*count);
        return nullptr;
    }
    p.exact_buffers = *count;
    return *count == 0 ? expected : nullptr;
}

// One of several words; the enumerators stand in their order.
template <class Enum, size_t count>
const char *read_word(std::string_view value, const std::string_view (&words)[count], Enum &out, const char *expected)
{
    auto found = std::find(std::begin(words), std::end(words), value);
    if (found == std::end(words))
        return expected;
    out = static_cast<Enum>(found - std::begin(words));
    return nullptr;
}

const char *read_kind(std::string_view value, Parameters &p)
{
    constexpr std::string_view words[] = {"capture", "output", "m2m", "metadata"};
    return read_word(value, words, p.kind, "capture, output, m2m or metadata");
}

const char *read_stamps(std::string_view value, Parameters &p)
{
    constexpr std::string_view words[] = {"monotonic", "unknown", "realtime", "boottime", "own"};
    return read_word(value, words, p.stamps, "monotonic, unknown, realtime, boottime or own");
}

const char *read_exposure(std::string_view value, Parameters &p)
{
    constexpr std::string_view words[] = {"steady", "ramp", "flicker"};
    return read_word(value, words, p.scene.exposure, "steady, ramp or flicker");
}

const char *read_jpeg(std::string_view value, Parameters &p)
{
    constexpr std::string_view words[] = {"complete", "no-dht", "trailing", "truncated"};
    return read_word(value, words, p.jpeg, "complete, no-dht, trailing or truncated");
}

const char *read_controls(std::string_view value, Parameters &p)
{
    constexpr std::string_view names[] = {"camera", "uvc", "none"};
    auto found = std::find(std::begin(names), std::end(names), value);
    if (found == std::end(names))
        return "camera, uvc or none";
    p.controls = static_cast<ControlChoice>(found - std::begin(names));
    return nullptr;
}

const char *read_events(std::string_view value, Parameters &p)
{
    constexpr std::string_view names[] = {"none", "source", "eos", "source+eos"};
    const auto *found = std::find(std::begin(names), std::end(names), value);
    if (found == std::end(names))
        return "none, source, eos or source+eos";
    p.events = {found == names + 1 || found == names + 3, found >= names + 2};
    return nullptr;
}

// "-1500us": up to an hour.
const char *read_time(std::string_view value, int64_t &out)
{
    constexpr const char *expected = "a time such as 2ms or -300us, an hour at most";
    const bool minus = value.substr(0, 1) == "-";
    const auto time = to_duration(value.substr(minus ? 1 : 0));
    if (!time || *time > 3'600'000'000'000)
        return expected;
    out = minus ? -*time : *time;
    return nullptr;
}

const char *read_phase(std::string_view value, Parameters &p)
{
    int64_t phase_ns = 0;
    const char *wrong = read_time(value, phase_ns);
    p.phase_ns = phase_ns;
    return wrong;
}

const char *read_drift(std::string_view value, Parameters &p)
{
    const bool minus = value.substr(0, 1) == "-";
    const auto ppm = to_number(value.substr(minus ? 1 : 0), 100000);
    if (!ppm)
        return "millionths from -100000 to 100000";
    p.drift_ppm = minus ? -static_cast<int32_t>(*ppm) : static_cast<int32_t>(*ppm);
    return nullptr;
}

const char *read_text(std::string_view value, size_t room, std::string &out, const char *expected)
{
    if (value.empty() || value.size() > room)
        return expected;
    out = value;
    return nullptr;
}

struct Parameter {
    std::string_view name;
    Reader read;
};

constexpr Parameter parameters[] = {
    {"format", read_format},
    {"formats", read_formats},
    {"size", read_size},
    {"sizes", read_sizes},
    {"fps", read_fps},
    {"intervals", [](std::string_view v, Parameters &p) { return read_range(v, p.interval_range); }},
    {"api",
     [](std::string_view v, Parameters &p) { return read_choice(v, "mplane", "single", p.multi_planar, "single or mplane"); }},
    {"buffers", read_buffers},
    {"min_buffers",
     [](std::string_view v, Parameters &p) { return read_number(v, 31, p.min_buffers, "a count from 0 to 31"); }},
    {"padding", [](std::string_view v, Parameters &p) { return read_number(v, 65536, p.padding, "bytes from 0 to 65536"); }},
    {"data_offset",
     [](std::string_view v, Parameters &p) { return read_number(v, 65536, p.data_offset, "bytes from 0 to 65536"); }},
    {"orphan", [](std::string_view v, Parameters &p) { return read_choice(v, "yes", "no", p.orphan, "yes or no"); }},
    {"create_bufs",
     [](std::string_view v, Parameters &p) { return read_choice(v, "yes", "no", p.create_buffers, "yes or no"); }},
    {"clock",
     [](std::string_view v, Parameters &p) { return read_choice(v, "virtual", "real", p.virtual_clock, "real or virtual"); }},
    {"pattern",
     [](std::string_view v, Parameters &p) {
         bool cells = false;
         const char *wrong = read_choice(v, "cells", "chart", cells, "chart or cells");
         p.scene.pattern = cells ? Pattern::cells : Pattern::chart;
         return wrong;
     }},
    {"id", [](std::string_view v, Parameters &p) { return read_number(v, 9999, p.id, "a number from 0 to 9999"); }},
    {"script", [](std::string_view v, Parameters &p) { return read_text(v, 4096, p.script, "a file name"); }},
    {"card", [](std::string_view v, Parameters &p) { return read_text(v, 31, p.card, "a text of 1 to 31 bytes"); }},
    {"driver", [](std::string_view v, Parameters &p) { return read_text(v, 15, p.driver, "a text of 1 to 15 bytes"); }},
    {"kind", read_kind},
    {"exposure", read_exposure},
    {"bus", [](std::string_view v, Parameters &p) { return read_text(v, 31, p.bus, "a name of 1 to 31 bytes"); }},
    {"bandwidth",
     [](std::string_view v, Parameters &p) {
         uint32_t bytes = 0;
         const char *wrong = read_number(v, UINT32_MAX, bytes, "bytes per second, at most 4294967295");
         p.bandwidth = bytes;
         return wrong;
     }},
    {"low_light", [](std::string_view v, Parameters &p) { return read_choice(v, "yes", "no", p.low_light, "yes or no"); }},
    {"jpeg", read_jpeg},
    {"inputs", [](std::string_view v, Parameters &p) { return read_inputs(v, p.inputs); }},
    {"input", [](std::string_view v, Parameters &p) { return read_input(v, p.inputs); }},
    {"signal", [](std::string_view v, Parameters &p) { return read_signal(v, p.inputs.signal); }},
    {"selection", [](std::string_view v, Parameters &p) { return read_selection(v, p.inputs); }},
    {"events", read_events},
    {"controls", read_controls},
    {"streaming", [](std::string_view v, Parameters &p) { return read_choice(v, "yes", "no", p.streaming, "yes or no"); }},
    {"readwrite", [](std::string_view v, Parameters &p) { return read_choice(v, "yes", "no", p.readwrite, "yes or no"); }},
    {"access", [](std::string_view v,
                  Parameters &p) { return read_choice(v, "read-only", "read-write", p.read_only, "read-only or read-write"); }},
    {"sequence",
     [](std::string_view v, Parameters &p) { return read_number(v, UINT32_MAX, p.first_sequence, "a 32-bit number"); }},
    {"timestamp", read_stamps},
    {"drift", read_drift},
    {"phase", read_phase},
    {"offset", [](std::string_view v, Parameters &p) { return read_time(v, p.stamp_offset_ns); }},
    {"source",
     [](std::string_view v, Parameters &p) { return read_choice(v, "soe", "eof", p.start_of_exposure, "soe or eof"); }},
};

int refuse(std::string *problem, std::string_view key, std::string_view value, std::string_view why)
{
    problem->assign("parameter '").append(key);
    if (!value.empty())
        problem->append("=").append(value);
    problem->append("': ").append(why);
    return -EINVAL;
}

int read_parameter(std::string_view item, Parameters &p, std::string *problem, bool *api_given)
{
    std::string_view value = item;
    std::string_view key = cut(value, '=');
    for (const Parameter &parameter : parameters) {
        if (parameter.name != key)
            continue;
        if (item.find('=') == std::string_view::npos)
            return refuse(problem, key, "", "has no value");
        if (const char *expected = parameter.read(value, p); expected != nullptr)
            return refuse(problem, key, value, std::string("expected ") + expected);
        *api_given |= key == "api";
        return 0;
    }
    std::string known;
    for (const Parameter &parameter : parameters)
        known.append(known.empty() ? "" : ", ").append(parameter.name);
    return refuse(problem, key, "", "is not known; known are " + known);
}

// The formats a camera has when its name lists none: the usual ones its API can express, and the one it starts with.
void choose_formats(Parameters &p, bool have_jpeg)
{
    for (const PixelFormat &format : pixel_formats())
        if ((format.usual || &format == p.initial_format) && (format.memory_planes == 1 || p.multi_planar) &&
            (format.arrangement != Arrangement::jpeg || have_jpeg))
            p.formats.push_back(&format);
}

int check_format(const PixelFormat &format, const Parameters &p, bool have_jpeg, std::string *problem)
{
    if (format.memory_planes > 1 && !p.multi_planar)
        return refuse(problem, "api", "single", std::string(format.name) + " needs api=mplane");
    if (format.arrangement == Arrangement::jpeg && !have_jpeg)
        return refuse(problem, "format", format.name, "this build has no JPEG encoder");
    return 0;
}

int check_formats(const Parameters &p, bool have_jpeg, std::string *problem)
{
    if (int rc = check_format(*p.initial_format, p, have_jpeg, problem); rc < 0)
        return rc;
    for (const PixelFormat *format : p.formats)
        if (int rc = check_format(*format, p, have_jpeg, problem); rc < 0)
            return rc;
    if (std::find(p.formats.begin(), p.formats.end(), p.initial_format) == p.formats.end())
        return refuse(problem, "format", p.initial_format->name, "is not among the formats");
    return 0;
}

void choose_sizes(Parameters &p)
{
    if (p.sizes.empty())
        p.sizes = {{320, 240}, {640, 480}, {1280, 720}, {1920, 1080}};
    auto same = [&](const Size &s) { return s.width == p.initial_size.width && s.height == p.initial_size.height; };
    if (std::none_of(p.sizes.begin(), p.sizes.end(), same))
        p.sizes.push_back(p.initial_size);
    std::sort(p.sizes.begin(), p.sizes.end(),
              [](const Size &a, const Size &b) { return uint64_t{a.width} * a.height < uint64_t{b.width} * b.height; });
}

}  // namespace

int parse_name(std::string_view name, bool have_jpeg, Parameters *out, std::string *problem)
{
    Parameters p;
    std::string_view rest = name.substr(0, 4) == "sim:" ? name.substr(4) : name;
    if (std::string_view device = cut(rest, ','); device != "camera") {
        problem->assign("there is no simulated device '").append(device).append("'; there is 'camera'");
        return -EINVAL;
    }
    bool api_given = false, size_given = name.find(",size=") != std::string_view::npos;
    while (!rest.empty())
        if (int rc = read_parameter(cut(rest, ','), p, problem, &api_given); rc < 0)
            return rc;

    // A format of several memory planes says which API it needs, unless the name insists on the other.
    auto split = [](const PixelFormat *format) { return format->memory_planes > 1; };
    if (!api_given)
        p.multi_planar =
            std::any_of(p.formats.begin(), p.formats.end(), split) || (p.initial_format != nullptr && split(p.initial_format));
    if (p.formats.empty())
        choose_formats(p, have_jpeg);
    if (p.initial_format == nullptr)
        p.initial_format = p.formats.front();
    if (int rc = check_formats(p, have_jpeg, problem); rc < 0)
        return rc;
    if (p.data_offset > 0 && !p.multi_planar)
        return refuse(problem, "data_offset", std::to_string(p.data_offset),
                      "only the multi-planar API has it: add api=mplane");
    if (!p.sizes.empty() && !size_given)
        p.initial_size = p.sizes.front();
    choose_sizes(p);
    if (p.kind != NodeKind::capture)
        p.controls = ControlChoice::none;
    *out = std::move(p);
    return 0;
}

}  // namespace v4lxx::kernel::sim
