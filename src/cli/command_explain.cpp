// `v4lxx explain CODE`: the page of an error code.
#include "cli/commands.hpp"
#include "cli/library.hpp"
#include "cli/standard_streams.hpp"

#include <cstdio>

namespace v4lxx::cli {

namespace {

std::string label(v4lxx_code code)
{
    char text[24];
    std::snprintf(text, sizeof(text), "V4LXX-E%04u", code);
    return text;
}

std::string code_as_text(v4lxx_code code)
{
    const v4lxx_status status = v4lxx_code_get_status(code);
    return label(code) + " " + v4lxx_code_get_name(code) + "\n" + v4lxx_code_get_meaning(code) + "\n\n" +
           v4lxx_code_get_explanation(code) + "\n\nWhat to do: " + v4lxx_code_get_advice(code) + "\nStatus: V4LXX_" +
           v4lxx_status_get_name(status) + ": " + v4lxx_status_get_meaning(status) + "\n";
}

void write_code_json(JsonWriter &json, v4lxx_code code)
{
    json.begin_object();
    json.key("code").string(label(code));
    json.key("number").number(code);
    json.key("name").string(v4lxx_code_get_name(code));
    json.key("status").string(v4lxx_status_get_name(v4lxx_code_get_status(code)));
    json.key("meaning").string(v4lxx_code_get_meaning(code));
    json.key("explanation").string(v4lxx_code_get_explanation(code));
    json.key("advice").string(v4lxx_code_get_advice(code));
    json.end_object();
}

int run_explain(const Arguments &arguments)
{
    const std::string &word = arguments.operands()[0];
    const v4lxx_code code = v4lxx_code_find(word.c_str());
    if (code == 0)
        throw arguments.wrong("\"" + word + "\" is no code of this version; a code looks like V4LXX-E0231, E0231 or 231");
    if (arguments.has("json")) {
        JsonWriter json;
        write_code_json(json, code);
        print(stdout, json.take());
    } else {
        print(stdout, code_as_text(code));
    }
    return exit_code::ok;
}

}  // namespace

const CommandSpec explain_command = {
    "explain",
    "CODE",
    1,
    1,
    "tell what an error code means",
    {
        {"json", 0, nullptr, "print JSON"},
    },
    "CODE is what stands in brackets in a message, such as V4LXX-E0231, or only E0231 or 231, or the name of the\n"
    "code, such as USB_BANDWIDTH.\n",
    "  v4lxx explain E0231\n"
    "  v4lxx explain USB_BANDWIDTH --json\n",
    run_explain,
};

}  // namespace v4lxx::cli
