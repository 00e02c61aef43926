// `v4lxx crop DEV [RECTANGLE]`: which part of the source a device takes, and where in the frame it is put.
#include "cli/commands.hpp"
#include "cli/current_format.hpp"
#include "cli/library.hpp"
#include "cli/numbers.hpp"
#include "cli/shared_options.hpp"
#include "cli/standard_streams.hpp"
#include "cli/words.hpp"

namespace v4lxx::cli {

namespace {

struct Row {
    const char *name;
    v4lxx_selection_target target;
};
constexpr Row rows[] = {
    {"crop", V4LXX_SELECTION_CROP},
    {"crop_default", V4LXX_SELECTION_CROP_DEFAULT},
    {"crop_bounds", V4LXX_SELECTION_CROP_BOUNDS},
    {"compose", V4LXX_SELECTION_COMPOSE},
    {"compose_default", V4LXX_SELECTION_COMPOSE_DEFAULT},
    {"compose_bounds", V4LXX_SELECTION_COMPOSE_BOUNDS},
};

using Rectangles = std::array<std::optional<v4lxx_rectangle>, std::size(rows)>;  // none: the device has no such rectangle

// Throws if there is no rectangle at all.
Rectangles read_rectangles(const Device &device)
{
    Rectangles all;
    std::optional<Stop> refused;
    for (size_t i = 0; i < std::size(rows); ++i) {
        Details details;
        v4lxx_rectangle rectangle = {0, 0, 0, 0};
        const v4lxx_status status = v4lxx_device_read_selection(device.get(), rows[i].target, &rectangle, details.out());
        if (status == V4LXX_OK)
            all[i] = rectangle;
        else if (status != V4LXX_ERROR_UNSUPPORTED)
            details.check(status);
        else if (!refused)
            refused = details.failure(status);
    }
    if (!all[0] && !all[3])
        throw Stop(*refused);
    return all;
}

std::string signed_word(int32_t value) { return std::string(value < 0 ? "" : "+").append(std::to_string(value)); }

std::string rectangle_word(const v4lxx_rectangle &r)
{
    return size_word(r.width, r.height) + signed_word(r.left) + signed_word(r.top);
}

std::string rectangles_as_text(const Rectangles &all)
{
    std::string text;
    for (size_t i = 0; i < std::size(rows); ++i) {
        if (!all[i])
            continue;
        std::string name = std::string(rows[i].name) + ":";
        name.resize(18, ' ');
        text += name + rectangle_word(*all[i]) + "\n";
    }
    return text;
}

std::string as_json(const std::string &name, const Device &device, const Rectangles &all)
{
    JsonWriter json;
    json.begin_object().key("device").string(name);
    for (size_t i = 0; i < std::size(rows); ++i) {
        json.key(rows[i].name);
        if (!all[i]) {
            json.null();
            continue;
        }
        json.begin_object();
        json.key("left").signed_number(all[i]->left);
        json.key("top").signed_number(all[i]->top);
        json.key("width").number(all[i]->width);
        json.key("height").number(all[i]->height).end_object();
    }
    write_current_format_json(json, device);
    return json.end_object().take();
}

// "320x240" or "320x240+16-8".
std::optional<v4lxx_rectangle> parse_rectangle(const std::string &text)
{
    const size_t at = text.find_first_of("+-");
    const auto size = parse_size(std::string_view(text).substr(0, at));
    if (!size)
        return std::nullopt;
    v4lxx_rectangle rectangle = {0, 0, size->width, size->height};
    if (at == text.npos)
        return rectangle;
    const size_t second = text.find_first_of("+-", at + 1);
    if (second == text.npos)
        return std::nullopt;
    const auto corner = [&](size_t from, size_t to, int32_t *out) {
        const auto value = parse_count32(std::string_view(text).substr(from + 1, to - from - 1));
        if (!value || *value > INT32_MAX)
            return false;
        *out = text[from] == '-' ? -static_cast<int32_t>(*value) : static_cast<int32_t>(*value);
        return true;
    };
    if (!corner(at, second, &rectangle.left) || !corner(second, text.size(), &rectangle.top))
        return std::nullopt;
    return rectangle;
}

void set_rectangle(const Device &device, const Arguments &arguments, v4lxx_rectangle wanted)
{
    const bool compose = arguments.has("compose");
    uint32_t flags = arguments.has("exact") ? uint32_t{V4LXX_SELECTION_AT_LEAST | V4LXX_SELECTION_AT_MOST} : 0;
    Details details;
    const v4lxx_rectangle asked = wanted;
    details.check(v4lxx_device_set_selection(device.get(), compose ? V4LXX_SELECTION_COMPOSE : V4LXX_SELECTION_CROP, flags,
                                             &wanted, details.out()));
    if (rectangle_word(asked) != rectangle_word(wanted))
        print_problem("note: granted " + rectangle_word(wanted) + " instead of " + rectangle_word(asked));
}

v4lxx_rectangle wanted_rectangle(const Device &device, const Arguments &arguments)
{
    const std::string &text = arguments.operands()[1];
    if (text == "default") {
        Details details;
        v4lxx_rectangle whole = {0, 0, 0, 0};
        const v4lxx_selection_target target =
            arguments.has("compose") ? V4LXX_SELECTION_COMPOSE_DEFAULT : V4LXX_SELECTION_CROP_DEFAULT;
        details.check(v4lxx_device_read_selection(device.get(), target, &whole, details.out()));
        return whole;
    }
    return *parse_rectangle(text);
}

int run_crop(const Arguments &arguments)
{
    const bool sets = arguments.operands().size() > 1;
    if (sets && arguments.operands()[1] != "default" && !parse_rectangle(arguments.operands()[1]))
        throw arguments.wrong("\"" + arguments.operands()[1] + "\" is not a rectangle such as 320x240+16+0, or default");
    const std::string &name = arguments.operands()[0];
    const Context context = create_context();
    const Device device = open_device(context, name.c_str());
    if (sets)
        set_rectangle(device, arguments, wanted_rectangle(device, arguments));
    const Rectangles all = read_rectangles(device);
    print(stdout,
          arguments.has("json") ? as_json(name, device, all) : rectangles_as_text(all) + current_format_as_text(device));
    return exit_code::ok;
}

}  // namespace

const CommandSpec crop_command = {
    "crop",
    "DEV [RECTANGLE]",
    1,
    2,
    "show or set which part of the source is taken",
    {
        {"compose", 0, nullptr, "set where in the frame it is put instead"},
        {"exact", 0, nullptr, "fail instead of taking what the driver makes of it"},
        json_option,
    },
    "RECTANGLE is a size and a corner, such as 320x240+16+0 (without a corner +0+0), or default, which shows everything.\n"
    "A driver adjusts what it cannot do; that is said on standard error. The format may follow. It stays set when the\n"
    "program has ended. Many devices can crop only at some of their inputs, and most webcams not at all.\n",
    "  v4lxx crop /dev/video0\n"
    "  v4lxx crop /dev/video0 640x480+40+48\n"
    "  v4lxx crop /dev/video0 default\n",
    run_crop,
};

}  // namespace v4lxx::cli
