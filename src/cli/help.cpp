#include "cli/help.hpp"

#include "cli/commands.hpp"

#include <algorithm>

namespace v4lxx::cli {

namespace {

// Two blanks at least, also where the text is wider than its column.
std::string column(std::string text, size_t width)
{
    text.resize(std::max(text.size() + 2, width), ' ');
    return text;
}

std::string option_line(const OptionSpec &option)
{
    std::string left = option.letter != 0 ? std::string("  -") + option.letter + ", " : "      ";
    left += std::string("--") + option.name;
    if (option.value != nullptr)
        left += std::string(" ") + option.value;
    return column(left, 28) + option.text + "\n";
}

std::string exit_codes_text()
{
    std::string text = "Exit codes:\n";
    for (const ExitCode &code : exit_codes) {
        const std::string left = "  " + std::string(code.code);
        text += left.size() < 7 ? column(left, 7) : left + "\n       ";
        text += std::string(code.meaning) + "\n";
    }
    return text;
}

}  // namespace

const std::vector<ExitCode> exit_codes = {
    {"0", "all was done as asked"},
    {"1", "the device, the library or the output failed; standard error says why"},
    {"2", "wrong use: unknown command or option, a value that cannot be understood"},
    {"3", "no frame came within the time-out"},
    {"129, 130, 143", "interrupted by SIGHUP, SIGINT (Ctrl-C) or SIGTERM before all was done"},
    {"141", "the reader of a pipe is gone"},
};

const char *const program_summary = "pictures and frames from Linux video devices (V4L2)";

const char *const device_notes =
    "DEV is a device node such as /dev/video0, a link to one, or a simulated camera: sim:camera, or with\n"
    "parameters sim:camera,format=NV12,size=1280x720,fps=60.\n";

const char *const program_examples = "  v4lxx list\n"
                                     "  v4lxx snap -o picture.png\n"
                                     "  v4lxx capture sim:camera -n 100\n";

const CommandSpec *find_command(std::string_view name)
{
    for (const CommandSpec *command : all_commands) {
        if (name == command->name)
            return command;
    }
    return nullptr;
}

std::string program_help()
{
    std::string text = std::string("v4lxx: ") + program_summary + "\n\nUsage: v4lxx COMMAND [OPTION]...\n\nCommands:\n";
    for (const CommandSpec *command : all_commands) {
        std::string left = std::string("  ") + command->name;
        if (command->operands[0] != 0)
            left += std::string(" ") + command->operands;
        text += column(left, 16) + command->summary + "\n";
    }
    text += "\n"
            "  v4lxx COMMAND --help      options and examples of one command\n"
            "  v4lxx --help, --version   this text; the version of the program and of the library\n"
            "\n";
    return text + device_notes + "\nExamples:\n" + program_examples + "\n" + exit_codes_text();
}

std::string command_help(const CommandSpec &command)
{
    std::string text = std::string("v4lxx ") + command.name + ": " + command.summary + "\n\nUsage: v4lxx " + command.name;
    if (command.operands[0] != 0)
        text += std::string(" ") + command.operands;
    text += " [OPTION]...\n\nOptions:\n";
    for (const OptionSpec *option : all_options(command))
        text += option_line(*option);
    if (command.notes[0] != 0)
        text += std::string("\n") + command.notes;
    text += std::string("\nExamples:\n") + command.examples + "\n";
    return text + exit_codes_text();
}

std::string version_text()
{
    std::string text = std::string("v4lxx ") + V4LXX_VERSION_STRING + "\nlibv4lxx " + v4lxx_version_get_string() + " (";
    text += v4lxx_supports(V4LXX_FEATURE_SIM) ? "simulated devices" : "no simulated devices";
    text += v4lxx_supports(V4LXX_FEATURE_PNG) ? ", PNG" : ", no PNG";
    text += v4lxx_supports(V4LXX_FEATURE_JPEG) ? ", JPEG" : ", no JPEG";
    return text + ")\n";
}

}  // namespace v4lxx::cli
