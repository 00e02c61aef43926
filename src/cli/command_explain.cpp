// `v4lxx explain CODE`: the page of an error code, or what an errno means from a video device.
#include "cli/commands.hpp"
#include "cli/library.hpp"
#include "cli/numbers.hpp"
#include "cli/shared_options.hpp"
#include "cli/standard_streams.hpp"
#include "cli/words.hpp"

namespace v4lxx::cli {

namespace {

std::string code_as_text(v4lxx_code code)
{
    const v4lxx_status status = v4lxx_code_get_status(code);
    return code_word(code) + " " + v4lxx_code_get_name(code) + "\n" + v4lxx_code_get_meaning(code) + "\n\n" +
           v4lxx_code_get_explanation(code) + "\n\nWhat to do: " + v4lxx_code_get_advice(code) + "\nStatus: V4LXX_" +
           v4lxx_status_get_name(status) + ": " + v4lxx_status_get_meaning(status) + "\n";
}

void write_code_json(JsonWriter &json, v4lxx_code code)
{
    json.begin_object();
    json.key("code").string(code_word(code));
    json.key("number").number(code);
    json.key("name").string(v4lxx_code_get_name(code));
    json.key("status").string(v4lxx_status_get_name(v4lxx_code_get_status(code)));
    json.key("meaning").string(v4lxx_code_get_meaning(code));
    json.key("explanation").string(v4lxx_code_get_explanation(code));
    json.key("advice").string(v4lxx_code_get_advice(code));
    json.end_object();
}

// An errno by name, or by number; with a minus too, as the kernel's own messages have it.
int32_t errno_of(const std::string &word)
{
    if (const int32_t named = v4lxx_errno_find(word.c_str()); named != 0)
        return named;
    const auto number = parse_count(word.substr(word.compare(0, 1, "-") == 0 ? 1 : 0));
    const bool known = number && *number < 4096 && v4lxx_errno_get_explanation(static_cast<int32_t>(*number))[0] != 0;
    return known ? static_cast<int32_t>(*number) : 0;
}

std::string errno_as_text(int32_t number)
{
    return std::string(v4lxx_errno_get_name(number)) + " (errno " + std::to_string(number) + ")\n" +
           v4lxx_errno_get_explanation(number) + "\n";
}

void write_errno_json(JsonWriter &json, int32_t number)
{
    json.begin_object();
    json.key("number").signed_number(number);
    json.key("name").string(v4lxx_errno_get_name(number));
    json.key("explanation").string(v4lxx_errno_get_explanation(number));
    json.end_object();
}

std::string as_json(v4lxx_code code, int32_t errno_number)
{
    JsonWriter json;
    json.begin_object().key("code");
    code != 0 ? write_code_json(json, code) : static_cast<void>(json.null());
    json.key("errno");
    errno_number != 0 ? write_errno_json(json, errno_number) : static_cast<void>(json.null());
    return json.end_object().take();
}

int run_explain(const Arguments &arguments)
{
    const std::string &word = arguments.operands()[0];
    const v4lxx_code code = v4lxx_code_find(word.c_str());
    const int32_t errno_number = errno_of(word);
    if (code == 0 && errno_number == 0)
        throw arguments.wrong("\"" + word +
                              "\" is no code of this version and no errno; a code looks like V4LXX-E0231, E0231 or 231");
    if (arguments.has("json"))
        print(stdout, as_json(code, errno_number));
    else
        print(stdout, (code != 0 ? code_as_text(code) : "") + (code != 0 && errno_number != 0 ? "\n" : "") +
                          (errno_number != 0 ? errno_as_text(errno_number) : ""));
    return exit_code::ok;
}

}  // namespace

const CommandSpec explain_command = {
    "explain",
    "CODE|ERRNO",
    1,
    1,
    "tell what an error code or an errno means",
    {
        json_option,
    },
    "CODE is what stands in brackets in a message, such as V4LXX-E0231, or only E0231 or 231, or the name of the\n"
    "code, such as USB_BANDWIDTH. ERRNO is the name or the number of an errno. A number that is both is told as both.\n",
    "  v4lxx explain E0231\n"
    "  v4lxx explain ENOSPC\n"
    "  v4lxx explain -- -71\n"
    "  v4lxx explain USB_BANDWIDTH --json\n",
    run_explain,
};

}  // namespace v4lxx::cli
