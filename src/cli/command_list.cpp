// `v4lxx list`: the video nodes of the machine, one line each, with the reason for those that cannot be used.
#include "cli/commands.hpp"
#include "cli/device_json.hpp"
#include "cli/library.hpp"
#include "cli/standard_streams.hpp"
#include "cli/words.hpp"

#include <algorithm>
#include <array>

namespace v4lxx::cli {

namespace {

using Row = std::array<std::string, 5>;  // path, card, driver, bus, remark

// Columns on a terminal: bytes that continue a character take no place of their own.
size_t columns(const std::string &text)
{
    return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

std::string first_line(const std::string &text) { return text.substr(0, text.find('\n')); }

std::string remark_of(const v4lxx_device_info *info)
{
    if (const v4lxx_error *error = v4lxx_device_info_get_error(info))
        return first_line(v4lxx_error_get_message(error));
    if (v4lxx_device_info_is_simulated(info))
        return "simulated";
    return v4lxx_device_info_is_camera(info) ? "" : joined(capability_words(v4lxx_device_info_get_capabilities(info)), " ");
}

std::string table(const std::vector<Row> &rows)
{
    std::array<size_t, 5> widths{};
    for (const Row &row : rows) {
        for (size_t column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], columns(row[column]));
    }
    std::string text;
    for (const Row &row : rows) {
        std::string line;
        for (size_t column = 0; column < row.size(); ++column)
            line += row[column] + std::string(widths[column] - columns(row[column]) + 2, ' ');
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

std::string list_as_text(const DeviceList &list)
{
    std::vector<Row> rows;
    for (uint32_t index = 0; index < v4lxx_device_list_get_count(list.get()); ++index) {
        const v4lxx_device_info *info = v4lxx_device_list_get(list.get(), index);
        rows.push_back({v4lxx_device_info_get_path(info), v4lxx_device_info_get_card(info), v4lxx_device_info_get_driver(info),
                        v4lxx_device_info_get_bus(info), remark_of(info)});
    }
    return table(rows);
}

std::string list_as_json(const DeviceList &list)
{
    JsonWriter json;
    json.begin_object().key("devices").begin_array();
    for (uint32_t index = 0; index < v4lxx_device_list_get_count(list.get()); ++index) {
        const v4lxx_device_info *info = v4lxx_device_list_get(list.get(), index);
        json.begin_object();
        write_device_json(json, info, v4lxx_device_info_get_path(info));
        json.key("error");
        if (const v4lxx_error *error = v4lxx_device_info_get_error(info))
            write_error_json(json, error);
        else
            json.null();
        json.end_object();
    }
    return json.end_array().end_object().take();
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
        std::string text = "no camera found\n";
        if (!arguments.has("sim") && v4lxx_supports(V4LXX_FEATURE_SIM))
            text += "  try:    v4lxx list --sim   (sim:camera is built in and needs no hardware)\n";
        print(stderr, text);
        return exit_code::ok;
    }
    print(stdout, list_as_text(list));
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
        {"all", 0, nullptr, "nodes that cannot capture video too"},
        {"json", 0, nullptr, "print JSON"},
    },
    "A line has the name to open, the camera, its driver, where it is plugged in, and what keeps it from being used, if\n"
    "anything. Nodes that may not be opened are listed with the reason. Finding no camera is no failure.\n",
    "  v4lxx list\n"
    "  v4lxx list --sim --json\n",
    run_list,
};

}  // namespace v4lxx::cli
