// `v4lxx input DEV [INPUT]`: where a device can take its picture from, and selecting one of them.
#include "cli/commands.hpp"
#include "cli/current_format.hpp"
#include "cli/input_words.hpp"
#include "cli/library.hpp"
#include "cli/shared_options.hpp"
#include "cli/standard_streams.hpp"
#include "cli/words.hpp"

#include <algorithm>

namespace v4lxx::cli {

namespace {

struct Inputs {
    InputList list;
    std::optional<uint32_t> selected;  // none: the node has no inputs
};

Inputs read_inputs(const Device &device)
{
    Details details;
    Inputs inputs;
    v4lxx_input_list *raw = nullptr;
    details.check(v4lxx_device_list_inputs(device.get(), &raw, details.out()));
    inputs.list.reset(raw);
    uint32_t selected = 0;
    if (v4lxx_input_list_get_count(raw) == 0)
        return inputs;
    details.check(v4lxx_device_read_input(device.get(), &selected, details.out()));
    inputs.selected = selected;
    return inputs;
}

std::string inputs_as_text(const Inputs &inputs)
{
    const uint32_t count = v4lxx_input_list_get_count(inputs.list.get());
    if (count == 0)
        return "the device has no inputs to choose from\n";
    size_t width = 0;
    for (uint32_t index = 0; index < count; ++index)
        width = std::max(width, std::string(v4lxx_input_list_get_name(inputs.list.get(), index)).size());
    std::string text;
    for (uint32_t index = 0; index < count; ++index) {
        const v4lxx_input_info info = input_at(inputs.list, index);
        text.append(inputs.selected == index ? "* " : "  ")
            .append(std::to_string(index))
            .append("  ")
            .append(padded(v4lxx_input_list_get_name(inputs.list.get(), index), width))
            .append("  ");
        text.append(input_kind_word(info));
        for (const std::string &word : input_status_words(info.status))
            text.append(", ").append(word);
        text.append("\n");
    }
    return text;
}

void write_inputs_json(JsonWriter &json, const Inputs &inputs)
{
    json.key("selected").number_or_null(inputs.selected);
    json.key("inputs").begin_array();
    for (uint32_t index = 0; index < v4lxx_input_list_get_count(inputs.list.get()); ++index) {
        const v4lxx_input_info info = input_at(inputs.list, index);
        json.begin_object();
        json.key("index").number(index);
        json.key("name").string(v4lxx_input_list_get_name(inputs.list.get(), index));
        json.key("selected").boolean(inputs.selected == index);
        json.key("kind").string(input_kind_word(info));
        json.key("has_standards").boolean((info.capabilities & V4LXX_INPUT_HAS_STANDARDS) != 0);
        json.key("has_timings").boolean((info.capabilities & V4LXX_INPUT_HAS_TIMINGS) != 0);
        json.key("status").begin_array();
        for (const std::string &word : input_status_words(info.status))
            json.string(word);
        json.end_array();
        json.key("status_bits").number(info.status).end_object();
    }
    json.end_array();
}

std::string as_json(const std::string &name, const Device &device)
{
    JsonWriter json;
    json.begin_object().key("device").string(name);
    write_inputs_json(json, read_inputs(device));
    write_current_format_json(json, device);
    return json.end_object().take();
}

int run_input(const Arguments &arguments)
{
    const std::string &name = arguments.operands()[0];
    const Context context = create_context();
    const Device device = open_device(context, name.c_str());
    if (arguments.operands().size() > 1) {
        Details details;
        uint32_t index = 0;
        details.check(v4lxx_device_find_input(device.get(), arguments.operands()[1].c_str(), &index, details.out()));
        details.check(v4lxx_device_select_input(device.get(), index, details.out()));
    }
    if (arguments.has("json"))
        print(stdout, as_json(name, device));
    else
        print(stdout, inputs_as_text(read_inputs(device)) + current_format_as_text(device));
    return exit_code::ok;
}

}  // namespace

const CommandSpec input_command = {
    "input",
    "DEV [INPUT]",
    1,
    2,
    "list the inputs of a device, or select one",
    {
        json_option,
    },
    "INPUT is a number of the list, a name, or the beginning of a name if only one begins so. A star marks the input that\n"
    "is selected. Behind each stands what can be set at it (v4lxx standard, v4lxx timings) and what its driver knows to be\n"
    "wrong with the signal. The format follows the input. It stays selected when the program has ended.\n",
    "  v4lxx input /dev/video0\n"
    "  v4lxx input /dev/video0 hdmi\n"
    "  v4lxx input sim:camera,inputs=camera+tv+hdmi --json\n",
    run_input,
};

}  // namespace v4lxx::cli
