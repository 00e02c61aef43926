// `v4lxx formats DEV`: the modes of a device, and with --explain which of them a wish would get and why the others lost.
#include "cli/commands.hpp"
#include "cli/device_offer.hpp"
#include "cli/library.hpp"
#include "cli/mode_wish.hpp"
#include "cli/shared_options.hpp"
#include "cli/standard_streams.hpp"
#include "cli/words.hpp"

#include <algorithm>

namespace v4lxx::cli {

namespace {

ModeList list_modes(const Device &device, const ModeWish &wish)
{
    Details details;
    v4lxx_mode_list *list = nullptr;
    details.check(
        v4lxx_device_list_modes(device.get(), &wish.wish, wish.outputs.data(), wish.output_count(), &list, details.out()));
    return ModeList(list);
}

v4lxx_mode mode_at(const ModeList &list, uint32_t index)
{
    v4lxx_mode mode = V4LXX_MODE_INIT;
    Details details;
    details.check(v4lxx_mode_list_at(list.get(), index, &mode, details.out()));
    return mode;
}

const char *verdict_word(v4lxx_mode_verdict verdict)
{
    switch (verdict) {
    case V4LXX_MODE_BEST: return "BEST";
    case V4LXX_MODE_OUTSCORED: return "OUTSCORED";
    case V4LXX_MODE_FORMAT_NOT_WANTED: return "FORMAT_NOT_WANTED";
    case V4LXX_MODE_NO_PICTURE: return "NO_PICTURE";
    case V4LXX_MODE_SIZE_DIFFERS: return "SIZE_DIFFERS";
    case V4LXX_MODE_RATE_DIFFERS: return "RATE_DIFFERS";
    default: return "UNKNOWN";
    }
}

bool is_acceptable(const v4lxx_mode &mode) { return mode.verdict == V4LXX_MODE_BEST || mode.verdict == V4LXX_MODE_OUTSCORED; }

std::string mode_words(const v4lxx_mode &mode)
{
    std::string text = fourcc_word(mode.fourcc);
    if (mode.width != 0)
        text += " " + size_word(mode.width, mode.height);
    if (mode.rate.denominator != 0)
        text += " at " + short_decimal(static_cast<double>(mode.rate.numerator) / mode.rate.denominator);
    return text;
}

std::string explanation_as_text(const ModeList &list)
{
    std::vector<v4lxx_mode> modes;
    size_t widest = 4;
    for (uint32_t index = 0; index < v4lxx_mode_list_get_count(list.get()); ++index) {
        modes.push_back(mode_at(list, index));
        widest = std::max(widest, mode_words(modes.back()).size());
    }
    std::string text = "  " + padded("mode", widest) + "  penalty  why\n";
    for (uint32_t index = 0; index < modes.size(); ++index) {
        const std::string points = is_acceptable(modes[index]) ? std::to_string(modes[index].penalty) : "-";
        text += (modes[index].verdict == V4LXX_MODE_BEST ? "* " : "  ") + padded(mode_words(modes[index]), widest) + "  " +
                std::string(points.size() < 7 ? 7 - points.size() : 0, ' ') + points + "  " +
                v4lxx_mode_list_get_reason(list.get(), index) + "\n";
    }
    return text;
}

void write_wish_json(JsonWriter &json, const ModeWish &wish)
{
    const auto unless_0 = [](uint32_t value) { return value == 0 ? std::nullopt : std::optional(value); };
    json.key("wish").begin_object();
    json.key("width").number_or_null(unless_0(wish.wish.width));
    json.key("height").number_or_null(unless_0(wish.wish.height));
    json.key("rate").rate(rate_value(wish.wish.rate));
    json.key("outputs").begin_array();
    for (const uint32_t fourcc : wish.outputs)
        json.string(fourcc_word(fourcc));
    json.end_array();
    json.key("decode").boolean((wish.wish.flags & V4LXX_WISH_DECODE) != 0);
    json.key("strict").boolean((wish.wish.flags & V4LXX_WISH_STRICT) != 0);
    json.end_object();
}

std::string explanation_as_json(const std::string &name, const ModeWish &wish, const ModeList &list)
{
    JsonWriter json;
    json.begin_object();
    json.key("device").string(name);
    write_wish_json(json, wish);
    json.key("modes").begin_array();
    for (uint32_t index = 0; index < v4lxx_mode_list_get_count(list.get()); ++index) {
        const v4lxx_mode mode = mode_at(list, index);
        json.begin_object();
        json.key("fourcc").string(fourcc_word(mode.fourcc));
        json.key("width").number(mode.width);
        json.key("height").number(mode.height);
        json.key("rate").rate(rate_value(mode.rate));
        json.key("size_listed").boolean((mode.flags & V4LXX_MODE_SIZE_NOT_LISTED) == 0);
        json.key("verdict").string(verdict_word(mode.verdict));
        json.key("penalty").number(mode.penalty);
        json.key("size_penalty").number(mode.size_penalty);
        json.key("rate_penalty").number(mode.rate_penalty);
        json.key("format_penalty").number(mode.format_penalty);
        json.key("reason").string(v4lxx_mode_list_get_reason(list.get(), index));
        json.end_object();
    }
    json.end_array();
    return json.end_object().take();
}

int explain(const Device &device, const std::string &name, const Arguments &arguments)
{
    const ModeWish wish = read_mode_wish(arguments);
    const ModeList list = list_modes(device, wish);
    print(stdout, arguments.has("json") ? explanation_as_json(name, wish, list) : explanation_as_text(list));
    return exit_code::ok;
}

int run_formats(const Arguments &arguments)
{
    const std::string &name = arguments.operands()[0];
    for (const char *option : {"size", "fps", "format", "decode", "strict"})
        if (arguments.has(option) && !arguments.has("explain"))
            throw arguments.wrong(std::string("--") + option + " is a wish: it needs --explain");
    const Context context = create_context();
    const Device device = open_device(context, name.c_str());
    if (arguments.has("explain"))
        return explain(device, name, arguments);
    const DeviceOffer offer = read_offer(device);
    if (!arguments.has("json")) {
        print(stdout, formats_as_text(offer));
        return exit_code::ok;
    }
    JsonWriter json;
    json.begin_object();
    json.key("device").string(name);
    write_offer_json(json, offer);
    print(stdout, json.end_object().take());
    return exit_code::ok;
}

}  // namespace

const CommandSpec formats_command = {
    "formats",
    "DEV",
    1,
    1,
    "list the formats, sizes and rates of a device; explain which a wish would get",
    {
        {"explain", 0, nullptr, "rank the modes by a wish and say why each lost"},
        {"size", 0, "WxH", "with --explain: the size wished for"},
        {"fps", 0, "RATE", "with --explain: the rate wished for: 30, 29.97, 30000/1001"},
        {"format", 0, "FOURCC", "with --explain: the format wished for; several with commas, the best first"},
        {"decode", 0, nullptr, "with --explain: besides these, whatever a picture can be made of"},
        {"strict", 0, nullptr, "with --explain: size and rate exactly, or not at all"},
        json_option,
    },
    "Nothing on the device is changed. The mode it has now is marked with *; with --explain, the one a wish would get.\n"
    "A penalty of 0 is exactly what was wished for; how it is reckoned: docs/guide/choosing-a-mode.md.\n",
    "  v4lxx formats /dev/video0\n"
    "  v4lxx formats /dev/video0 --explain --size 1280x720 --fps 30 --decode\n"
    "  v4lxx formats sim:camera --explain --format MJPG,YUYV --json\n",
    run_formats,
};

}  // namespace v4lxx::cli
