#include "cli/control_json.hpp"

namespace v4lxx::cli {

namespace {

void string_or_null(JsonWriter &json, const std::string &text)
{
    if (text.empty())
        json.null();
    else
        json.string(text);
}

void write_value(JsonWriter &json, const ControlState &state)
{
    if (state.text)
        json.string(*state.text);
    else if (state.number)
        json.signed_number(*state.number);
    else
        json.null();
}

}  // namespace

void write_control_json(JsonWriter &json, const ControlState &state, const std::optional<std::string> &asked)
{
    const v4lxx_control *control = state.control;
    json.begin_object();
    json.key("id").number(v4lxx_control_get_id(control));
    json.key("name").string(v4lxx_control_get_name(control));
    json.key("short_name").string(v4lxx_control_get_short_name(control));
    json.key("heading");
    string_or_null(json, state.heading);
    json.key("type").string(control_type_word(v4lxx_control_get_type(control)));
    json.key("value");
    write_value(json, state);
    json.key("asked");
    string_or_null(json, asked.value_or(""));
    json.key("minimum").signed_number(v4lxx_control_get_minimum(control));
    json.key("maximum").signed_number(v4lxx_control_get_maximum(control));
    json.key("step").number(v4lxx_control_get_step(control));
    json.key("default").signed_number(v4lxx_control_get_default(control));
    json.key("elements").number(v4lxx_control_get_element_count(control));
    json.key("flags").begin_array();
    for (const std::string &word : control_flag_words(v4lxx_control_get_flags(control)))
        json.string(word);
    json.end_array();
    json.key("governed_by");
    string_or_null(json, state.governed_by);
    json.key("items").begin_array();
    for (uint32_t item = 0; item < v4lxx_control_get_item_count(control); ++item) {
        json.begin_object();
        json.key("index").number(v4lxx_control_get_item_index(control, item));
        json.key("name").string(v4lxx_control_get_item_name(control, item));
        json.key("value").signed_number(v4lxx_control_get_item_value(control, item)).end_object();
    }
    json.end_array();
    json.key("flaw");
    string_or_null(json, v4lxx_control_get_flaw(control));
    json.key("problem");
    string_or_null(json, state.problem);
    json.end_object();
}

}  // namespace v4lxx::cli
