// `v4lxx list`: the video devices of the machine, one line each, with the reason for those that cannot be used.
#include "cli/commands.hpp"
#include "cli/device_json.hpp"
#include "cli/library.hpp"
#include "cli/role_words.hpp"
#include "cli/shared_options.hpp"
#include "cli/standard_streams.hpp"
#include "cli/text_table.hpp"
#include "cli/words.hpp"

namespace v4lxx::cli {

namespace {

std::string remark_of(const v4lxx_device_info *info)
{
    if (const v4lxx_error *error = v4lxx_device_info_get_error(info))
        return first_line(v4lxx_error_get_message(error));
    if (v4lxx_device_info_is_simulated(info))
        return "simulated";
    return v4lxx_device_info_is_camera(info) ? "" : role_word(v4lxx_device_info_get_role(info));
}

// Below the line of a device: its id and its nodes.
std::string nodes_as_text(const v4lxx_device_info *info)
{
    std::string text = std::string("    ") + v4lxx_device_info_get_id(info) + "\n";
    for (uint32_t index = 0; index < v4lxx_device_info_get_node_count(info); ++index) {
        const v4lxx_device_info *node = v4lxx_device_info_get_node(info, index);
        text += std::string("    ") + v4lxx_device_info_get_path(node) + "  " + role_word(v4lxx_device_info_get_role(node));
        const std::string id = v4lxx_device_info_get_id(node);
        if (const size_t slash = id.rfind('/'); slash != id.npos && v4lxx_device_info_get_role(node) != V4LXX_NODE_ROLE_UNKNOWN)
            text += "  ..." + id.substr(slash);
        text += "\n";
    }
    if (const char *media = v4lxx_device_info_get_media_path(info); *media != 0)
        text += std::string("    ") + media + "  media controller\n";
    return text;
}

std::string list_as_text(const DeviceList &list, bool with_nodes)
{
    TextTable table(5);
    for (uint32_t index = 0; index < v4lxx_device_list_get_count(list.get()); ++index) {
        const v4lxx_device_info *info = v4lxx_device_list_get(list.get(), index);
        table.add({v4lxx_device_info_get_path(info), v4lxx_device_info_get_card(info), v4lxx_device_info_get_driver(info),
                   v4lxx_device_info_get_bus(info), remark_of(info)});
    }
    const std::vector<std::string> lines = table.lines();
    std::string text;
    for (uint32_t index = 0; index < lines.size(); ++index)
        text += lines[index] + "\n" + (with_nodes ? nodes_as_text(v4lxx_device_list_get(list.get(), index)) : "");
    return text;
}

std::string list_as_json(const DeviceList &list)
{
    JsonWriter json;
    json.begin_object().key("devices").begin_array();
    for (uint32_t index = 0; index < v4lxx_device_list_get_count(list.get()); ++index) {
        const v4lxx_device_info *info = v4lxx_device_list_get(list.get(), index);
        json.begin_object();
        write_device_json(json, info, v4lxx_device_info_get_path(info));
        write_nodes_json(json, info);
        json.end_object();
    }
    json.end_array();
    json.key("note");
    const char *note = v4lxx_device_list_get_note(list.get());
    *note != 0 ? json.string(note) : json.null();
    return json.end_object().take();
}

int run_list(const Arguments &arguments)
{
    const uint32_t flags =
        (arguments.has("sim") ? uint32_t{V4LXX_LIST_SIMULATED} : 0) | (arguments.has("all") ? uint32_t{V4LXX_LIST_ALL} : 0);
    const Context context = create_context();
    const DeviceList list = list_devices(context, flags);
    if (arguments.has("json")) {
        print(stdout, list_as_json(list));
        return exit_code::ok;
    }
    if (v4lxx_device_list_get_count(list.get()) == 0) {
        std::string text = std::string("no camera found: ") + v4lxx_device_list_get_note(list.get()) + "\n";
        if (!arguments.has("sim") && v4lxx_supports(V4LXX_FEATURE_SIM))
            text += "  try:    the simulated ones, which are built in and need no hardware: v4lxx list --sim\n";
        print(stderr, text);
        return exit_code::ok;
    }
    print(stdout, list_as_text(list, arguments.has("all")));
    return exit_code::ok;
}

}  // namespace

const CommandSpec list_command = {
    "list",
    "",
    0,
    0,
    "list the cameras of this machine",
    {
        {"sim", 0, nullptr, "name the built-in simulated cameras too"},
        {"all", 0, nullptr, "every video device, with its id and its nodes"},
        json_option,
    },
    "A line has the name to open, the camera, its driver, where it is plugged in, and what keeps it from being used, if\n"
    "anything. A camera with several nodes is one line; --all and --json show its nodes and its id, which stays the same\n"
    "over reboots and is a name like any other. What may not be opened is listed with the reason. Finding no camera is no\n"
    "failure.\n",
    "  v4lxx list\n"
    "  v4lxx list --all\n"
    "  v4lxx list --sim --json\n",
    run_list,
};

}  // namespace v4lxx::cli
