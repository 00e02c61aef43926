// `v4lxx timings DEV [TIMINGS|auto]`: the DV timings of the selected input, what comes in, and setting them.
#include "cli/commands.hpp"
#include "cli/current_format.hpp"
#include "cli/library.hpp"
#include "cli/shared_options.hpp"
#include "cli/standard_streams.hpp"
#include "cli/timings_words.hpp"
#include "cli/words.hpp"

namespace v4lxx::cli {

namespace {

struct Timings {
    v4lxx_timings set = V4LXX_TIMINGS_INIT;
    v4lxx_signal signal = V4LXX_SIGNAL_INIT;
    std::optional<v4lxx_timings> incoming;
    std::optional<v4lxx_timings_capabilities> can;  // none: the driver does not tell
    TimingsList list;
};

Timings read_timings(const Device &device)
{
    Details details;
    Timings timings;
    details.check(v4lxx_device_read_timings(device.get(), &timings.set, details.out()));
    details.check(v4lxx_device_read_signal(device.get(), &timings.signal, details.out()));
    v4lxx_timings incoming = V4LXX_TIMINGS_INIT;
    if (timings.signal.state == V4LXX_SIGNAL_PRESENT &&
        v4lxx_device_query_timings(device.get(), &incoming, details.out()) == V4LXX_OK)
        timings.incoming = incoming;
    v4lxx_timings_capabilities can = V4LXX_TIMINGS_CAPABILITIES_INIT;
    const v4lxx_status status = v4lxx_device_read_timings_capabilities(device.get(), &can, details.out());
    if (status != V4LXX_ERROR_UNSUPPORTED) {
        details.check(status);
        timings.can = can;
    }
    v4lxx_timings_list *raw = nullptr;
    details.check(v4lxx_device_list_timings(device.get(), &raw, details.out()));
    timings.list.reset(raw);
    return timings;
}

v4lxx_timings timings_at(const TimingsList &list, uint32_t index)
{
    Details details;
    v4lxx_timings timings = V4LXX_TIMINGS_INIT;
    details.check(v4lxx_timings_list_at(list.get(), index, &timings, details.out()));
    return timings;
}

// One line for each size: "  1920x1080: p24 p25 p30 i50 p50".
std::string list_as_text(const TimingsList &list)
{
    std::string text, size;
    for (uint32_t index = 0; index < v4lxx_timings_list_get_count(list.get()); ++index) {
        const v4lxx_timings timings = timings_at(list, index);
        const std::string word = v4lxx_timings_list_get_name(list.get(), index);
        const std::string now = size_word(timings.width, timings.height);
        if (now != size)
            text.append(text.empty() ? "  " : "\n  ").append(now).append(":");
        text += " " + word.substr(now.size());
        size = now;
    }
    return text.empty() ? "" : text + "\n";
}

std::string timings_as_text(const Timings &timings)
{
    std::string text = "set:    " + timings_word(timings.set) + "\nsignal: ";
    text += timings.incoming ? timings_word(*timings.incoming) : signal_state_word(timings.signal.state);
    text += "\n";
    if (timings.can)
        text += "can do: " + size_word(timings.can->min_width, timings.can->min_height) + " to " +
                size_word(timings.can->max_width, timings.can->max_height) + ", " +
                short_decimal(static_cast<double>(timings.can->min_pixelclock_hz) / 1e6) + " to " +
                short_decimal(static_cast<double>(timings.can->max_pixelclock_hz) / 1e6) + " MHz\n";
    return text + "lists:\n" + list_as_text(timings.list);
}

std::string as_json(const std::string &name, const Device &device, const Timings &timings)
{
    JsonWriter json;
    json.begin_object().key("device").string(name);
    json.key("set");
    write_timings_json(json, timings.set);
    json.key("signal_state").string(signal_state_word(timings.signal.state));
    json.key("signal_is_set").boolean(timings.signal.is_set != 0);
    json.key("signal");
    if (timings.incoming)
        write_timings_json(json, *timings.incoming);
    else
        json.null();
    json.key("can_do");
    if (timings.can) {
        json.begin_object();
        json.key("min_width").number(timings.can->min_width);
        json.key("max_width").number(timings.can->max_width);
        json.key("min_height").number(timings.can->min_height);
        json.key("max_height").number(timings.can->max_height);
        json.key("min_pixelclock_hz").number(timings.can->min_pixelclock_hz);
        json.key("max_pixelclock_hz").number(timings.can->max_pixelclock_hz);
        json.key("interlaced").boolean((timings.can->capabilities & V4LXX_TIMINGS_CAN_INTERLACED) != 0);
        json.key("progressive").boolean((timings.can->capabilities & V4LXX_TIMINGS_CAN_PROGRESSIVE) != 0).end_object();
    } else {
        json.null();
    }
    json.key("timings").begin_array();
    for (uint32_t index = 0; index < v4lxx_timings_list_get_count(timings.list.get()); ++index)
        write_timings_json(json, timings_at(timings.list, index));
    json.end_array();
    write_current_format_json(json, device);
    return json.end_object().take();
}

int run_timings(const Arguments &arguments)
{
    const std::string &name = arguments.operands()[0];
    const Context context = create_context();
    const Device device = open_device(context, name.c_str());
    if (arguments.operands().size() > 1) {
        Details details;
        v4lxx_timings wanted = V4LXX_TIMINGS_INIT;
        details.check(v4lxx_device_find_timings(device.get(), arguments.operands()[1].c_str(), &wanted, details.out()));
        details.check(v4lxx_device_set_timings(device.get(), &wanted, details.out()));
    }
    const Timings timings = read_timings(device);
    print(stdout,
          arguments.has("json") ? as_json(name, device, timings) : timings_as_text(timings) + current_format_as_text(device));
    return exit_code::ok;
}

}  // namespace

const CommandSpec timings_command = {
    "timings",
    "DEV [TIMINGS]",
    1,
    2,
    "show or set the DV timings of an HDMI, DVI or SDI input",
    {
        json_option,
    },
    "TIMINGS is a size with p or i and a rate that the input lists, such as 1920x1080p60, 1920x1080@59.94 or 1920x1080i50\n"
    "(i: fields per second); without a rate the one nearest to 60; or auto, which sets what comes in. The source decides\n"
    "what comes in: a receiver that is set to something else gives no frames, or wrong ones. Timings belong to the selected\n"
    "input (v4lxx input); size and rate of the format follow them. They stay set when the program has ended.\n",
    "  v4lxx timings /dev/video0\n"
    "  v4lxx timings /dev/video0 auto\n"
    "  v4lxx timings /dev/video0 1920x1080p60\n",
    run_timings,
};

}  // namespace v4lxx::cli
