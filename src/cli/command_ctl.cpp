// `v4lxx ctl DEV [NAME[=VALUE]]...`: the controls of a device, read and set.
#include "cli/commands.hpp"
#include "cli/control_json.hpp"
#include "cli/control_state.hpp"
#include "cli/control_table.hpp"
#include "cli/library.hpp"
#include "cli/shared_options.hpp"
#include "cli/standard_streams.hpp"

#include <algorithm>

namespace v4lxx::cli {

namespace {

// One word of the command line, understood.
struct ControlWish {
    Control control;
    std::optional<std::string> text;  // none: it is only read
    int64_t number = 0;
    std::optional<int64_t> applied;
};

// All words are understood before anything is set, so a misspelt one changes nothing.
ControlWish understand(const Device &device, const std::string &word)
{
    Details details;
    ControlWish wish;
    const size_t equals = word.find('=');
    v4lxx_control *raw = nullptr;
    details.check(v4lxx_device_find_control(device.get(), word.substr(0, equals).c_str(), &raw, details.out()));
    wish.control.reset(raw);
    if (equals == std::string::npos)
        return wish;
    wish.text = word.substr(equals + 1);
    if (!holds_text(raw))
        details.check(v4lxx_control_parse_value(raw, wish.text->c_str(), &wish.number, details.out()));
    return wish;
}

void set(const Device &device, ControlWish &wish)
{
    Details details;
    if (holds_text(wish.control.get())) {
        details.check(v4lxx_device_set_control_string(device.get(), wish.control.get(), wish.text->c_str(), details.out()));
        return;
    }
    int64_t applied = 0;
    details.check(v4lxx_device_set_control_i64(device.get(), wish.control.get(), wish.number, &applied, details.out()));
    wish.applied = applied;
}

// An automatic mode goes before what it governs, in whatever order they were typed.
std::vector<ControlWish *> in_order_of_setting(std::vector<ControlWish> &wishes)
{
    std::vector<ControlWish *> order;
    for (ControlWish &wish : wishes)
        if (wish.text)
            order.push_back(&wish);
    const auto governs = [&](const ControlWish *wish) {
        return std::any_of(order.begin(), order.end(), [&](const ControlWish *other) {
            return v4lxx_control_get_master(other->control.get()) == v4lxx_control_get_id(wish->control.get());
        });
    };
    std::stable_partition(order.begin(), order.end(), governs);
    return order;
}

std::string result_line(const Device &device, const ControlWish &wish)
{
    const v4lxx_control *control = wish.control.get();
    std::string line = std::string(v4lxx_control_get_short_name(control)) + ": ";
    if (wish.text && v4lxx_control_get_type(control) == V4LXX_CONTROL_TYPE_BUTTON)
        return line + "pushed\n";
    ControlState state = wish.applied ? ControlState{control, {}, wish.applied, {}, {}, {}, {}} : read_state(device, control);
    line += state.problem.empty() ? value_words(state) : state.problem;
    if (wish.applied && *wish.applied != wish.number)
        line += " (asked for " + std::to_string(wish.number) + ", the driver made this of it)";
    return line + "\n";
}

// A control that was named must have a value to show; the library says why one has not.
void require_readable(const Device &device, const ControlWish &wish)
{
    if (wish.text || holds_text(wish.control.get()))
        return;
    Details details;
    int64_t value = 0;
    details.check(v4lxx_device_read_control_i64(device.get(), wish.control.get(), &value, details.out()));
}

void set_all(const Device &device, std::vector<ControlWish> &wishes, bool tell)
{
    std::string done;
    for (ControlWish *wish : in_order_of_setting(wishes)) {
        try {
            set(device, *wish);
        } catch (const Stop &) {
            if (tell)
                print(stdout, done);  // what was set stays set
            throw;
        }
        done += result_line(device, *wish);
    }
}

// As it is now: setting one control may have changed the state of another.
Control looked_at_again(const Device &device, const ControlWish &wish)
{
    Details details;
    v4lxx_control *raw = nullptr;
    details.check(v4lxx_device_find_control_by_id(device.get(), v4lxx_control_get_id(wish.control.get()), &raw, details.out()));
    return Control(raw);
}

std::string wishes_as_json(const std::string &name, const Device &device, const std::vector<ControlWish> &wishes)
{
    JsonWriter json;
    json.begin_object().key("device").string(name);
    json.key("controls").begin_array();
    for (const ControlWish &wish : wishes) {
        const Control now = looked_at_again(device, wish);
        ControlState state = read_state(device, now.get());
        add_governor(device, state);
        write_control_json(json, state, wish.text);
    }
    return json.end_array().end_object().take();
}

std::string all_as_json(const std::string &name, const std::vector<ControlState> &states)
{
    JsonWriter json;
    json.begin_object().key("device").string(name);
    json.key("controls").begin_array();
    for (const ControlState &state : states)
        write_control_json(json, state, std::nullopt);
    return json.end_array().end_object().take();
}

int show_all(const Arguments &arguments, const Device &device)
{
    Details details;
    v4lxx_control_list *raw = nullptr;
    details.check(v4lxx_device_list_controls(device.get(), &raw, details.out()));
    const ControlList list(raw);
    const std::vector<ControlState> states = read_states(device, list);
    if (arguments.has("json"))
        print(stdout, all_as_json(arguments.operands()[0], states));
    else
        print(stdout, states.empty() ? "the device has no controls\n" : controls_as_text(states));
    return exit_code::ok;
}

int run_ctl(const Arguments &arguments)
{
    const std::string &name = arguments.operands()[0];
    const Context context = create_context();
    const Device device = open_device(context, name.c_str());
    if (arguments.operands().size() == 1)
        return show_all(arguments, device);
    std::vector<ControlWish> wishes;
    for (size_t index = 1; index < arguments.operands().size(); ++index)
        wishes.push_back(understand(device, arguments.operands()[index]));
    set_all(device, wishes, !arguments.has("json"));
    for (const ControlWish &wish : wishes)
        require_readable(device, wish);
    std::string text;
    for (const ControlWish &wish : wishes)
        text += result_line(device, wish);
    print(stdout, arguments.has("json") ? wishes_as_json(name, device, wishes) : text);
    return exit_code::ok;
}

}  // namespace

const CommandSpec ctl_command = {
    "ctl",
    "DEV [NAME[=VALUE]]...",
    1,
    256,
    "show the controls of a device, or read and set some",
    {
        json_option,
    },
    "NAME is the one of the table, the driver's, the one of an older kernel (exposure_absolute), or a number\n"
    "(0x009a0902). VALUE is a number, on or off, or an item of a menu or the beginning of one (manual). A button is pushed\n"
    "by setting it to 1. A value that the control does not take is refused, with what it takes; nothing is clamped. All\n"
    "words are understood before anything is set, and automatic modes are set first, in whatever order they stand.\n",
    "  v4lxx ctl /dev/video0\n"
    "  v4lxx ctl /dev/video0 brightness\n"
    "  v4lxx ctl /dev/video0 auto_exposure=manual exposure_time_absolute=157\n"
    "  v4lxx ctl sim:camera --json\n",
    run_ctl,
};

}  // namespace v4lxx::cli
