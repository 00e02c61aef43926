// `v4lxx doctor [DEV]`: why a camera does not work, or that it does.
#include "cli/commands.hpp"
#include "cli/library.hpp"
#include "cli/shared_options.hpp"
#include "cli/standard_streams.hpp"
#include "cli/words.hpp"

#include <algorithm>

namespace v4lxx::cli {

namespace {

using Examination = std::unique_ptr<v4lxx_examination, Releases<v4lxx_examination_unref>>;

std::string finding_as_text(const v4lxx_examination *all, uint32_t index)
{
    const std::string indent(24, ' ');
    std::string text = "  " + padded(v4lxx_severity_get_name(v4lxx_examination_get_severity(all, index)), 8) +
                       padded(v4lxx_check_get_name(v4lxx_examination_get_check(all, index)), 14) +
                       v4lxx_examination_get_found(all, index);
    if (const v4lxx_code code = v4lxx_examination_get_code(all, index); code != 0)
        text += " [" + code_word(code) + "]";
    if (const std::string meaning = v4lxx_examination_get_meaning(all, index); !meaning.empty())
        text += "\n" + indent + "why:  " + meaning +
                (v4lxx_examination_is_meaning_checked(all, index) ? " (checked)" : " (a guess)");
    if (const std::string advice = v4lxx_examination_get_advice(all, index); !advice.empty())
        text += "\n" + indent + "try:  " + advice;
    return text + "\n";
}

uint32_t count_of(const v4lxx_examination *all, v4lxx_severity severity)
{
    uint32_t number = 0;
    for (uint32_t index = 0; index < v4lxx_examination_get_count(all); ++index)
        number += v4lxx_examination_get_severity(all, index) == severity ? 1 : 0;
    return number;
}

// "1 problem", "2 warnings"
std::string counted(const v4lxx_examination *all, v4lxx_severity severity)
{
    const uint32_t number = count_of(all, severity);
    return std::to_string(number) + " " + v4lxx_severity_get_name(severity) + (number == 1 ? "" : "s");
}

std::string as_text(const v4lxx_examination *all)
{
    std::string text, device = "-";
    for (uint32_t index = 0; index < v4lxx_examination_get_count(all); ++index) {
        const std::string now = v4lxx_examination_get_device(all, index);
        if (now != device)
            text += (now.empty() ? "this machine" : now) + "\n";
        device = now;
        text += finding_as_text(all, index);
    }
    return text + counted(all, V4LXX_SEVERITY_PROBLEM) + ", " + counted(all, V4LXX_SEVERITY_WARNING) + "\n";
}

std::string as_json(const v4lxx_examination *all)
{
    JsonWriter json;
    json.begin_object();
    json.key("worst").string(v4lxx_severity_get_name(v4lxx_examination_get_worst(all)));
    json.key("problems").number(count_of(all, V4LXX_SEVERITY_PROBLEM));
    json.key("warnings").number(count_of(all, V4LXX_SEVERITY_WARNING));
    json.key("findings").begin_array();
    for (uint32_t index = 0; index < v4lxx_examination_get_count(all); ++index) {
        const v4lxx_code code = v4lxx_examination_get_code(all, index);
        json.begin_object();
        json.key("check").string(v4lxx_check_get_name(v4lxx_examination_get_check(all, index)));
        json.key("severity").string(v4lxx_severity_get_name(v4lxx_examination_get_severity(all, index)));
        json.key("code");
        code != 0 ? json.string(code_word(code)) : json.null();
        json.key("name");
        code != 0 ? json.string(v4lxx_code_get_name(code)) : json.null();
        json.key("device").string(v4lxx_examination_get_device(all, index));
        json.key("found").string(v4lxx_examination_get_found(all, index));
        json.key("meaning").string(v4lxx_examination_get_meaning(all, index));
        json.key("meaning_checked").boolean(v4lxx_examination_is_meaning_checked(all, index) != 0);
        json.key("advice").string(v4lxx_examination_get_advice(all, index));
        json.end_object();
    }
    json.end_array();
    return json.end_object().take();
}

int run_doctor(const Arguments &arguments)
{
    const uint32_t flags = (arguments.has("no-capture") ? uint32_t{V4LXX_EXAMINE_NO_CAPTURE} : 0) |
                           (arguments.has("sim") ? uint32_t{V4LXX_EXAMINE_SIMULATED} : 0);
    const char *name = arguments.operands().empty() ? nullptr : arguments.operands()[0].c_str();
    const Context context = create_context();
    Details details;
    v4lxx_examination *raw = nullptr;
    details.check(v4lxx_context_examine(context.get(), name, flags, &raw, details.out()));
    const Examination examination(raw);
    print(stdout, arguments.has("json") ? as_json(raw) : as_text(raw));
    return v4lxx_examination_get_worst(raw) == V4LXX_SEVERITY_PROBLEM ? exit_code::failure : exit_code::ok;
}

}  // namespace

const CommandSpec doctor_command = {
    "doctor",
    "[DEV]",
    0,
    1,
    "find out why a camera does not work",
    {
        {"no-capture", 0, nullptr, "take no frames: nothing is started, and no light goes on"},
        {"sim", 0, nullptr, "without DEV: the built-in simulated cameras too"},
        json_option,
    },
    "Looks at the machine and at one device, or at every camera: may it be opened, who else has it open, what it offers, what\n"
    "comes in, how fast its USB link is, which controls make pictures dark or slow; and takes a few frames. Nothing is set.\n"
    "The exit code is 1 if there is a problem, 0 if there are at most warnings.\n",
    "  v4lxx doctor\n"
    "  v4lxx doctor /dev/video0\n"
    "  v4lxx doctor sim:camera --json\n",
    run_doctor,
};

}  // namespace v4lxx::cli
