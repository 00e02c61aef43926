// Controls for completion: NAME=, and what can stand behind it. Reads what the device says of them, and none of their values.
#include "cli/completion.hpp"
#include "cli/control_state.hpp"
#include "cli/words.hpp"

#include <algorithm>

namespace v4lxx::cli {

namespace {

using Candidates = std::vector<Candidate>;

ControlList controls_of(const Device &device)
{
    v4lxx_control_list *list = nullptr;
    v4lxx_device_list_controls(device.get(), &list, nullptr);
    return ControlList(list);
}

// Two controls may have one name on a command line: then the number is what finds each of them.
std::string unambiguous_name(const ControlList &list, const v4lxx_control *control)
{
    const std::string name = v4lxx_control_get_short_name(control);
    uint32_t same = 0;
    for (uint32_t index = 0; index < v4lxx_control_list_get_count(list.get()); ++index) {
        const v4lxx_control *other = v4lxx_control_list_get(list.get(), index);
        same += !is_heading(other) && name == v4lxx_control_get_short_name(other) ? 1 : 0;
    }
    return same < 2 ? name : hex_word(v4lxx_control_get_id(control));
}

bool is_supported(const v4lxx_control *control)
{
    return !is_heading(control) && v4lxx_control_get_type(control) < V4LXX_CONTROL_TYPE_U8 &&
           v4lxx_control_get_element_count(control) <= 1 && (v4lxx_control_get_flags(control) & V4LXX_CONTROL_DISABLED) == 0;
}

Candidates names(const Device &device, const Typed &typed)
{
    Candidates all;
    const ControlList list = controls_of(device);
    for (uint32_t index = 0; list != nullptr && index < v4lxx_control_list_get_count(list.get()); ++index) {
        const v4lxx_control *control = v4lxx_control_list_get(list.get(), index);
        const std::string name = unambiguous_name(list, control);
        const auto is_it = [&](const std::string &word) { return word.substr(0, word.find('=')) == name; };
        if (!is_supported(control) || std::any_of(typed.operands.begin(), typed.operands.end(), is_it))
            continue;
        const bool fixed = (v4lxx_control_get_flags(control) & V4LXX_CONTROL_READ_ONLY) != 0;
        all.push_back({fixed ? name : name + "=", v4lxx_control_get_name(control)});
    }
    return all;
}

// "Aperture Priority Mode" as aperture_priority_mode; its number where that word means something else.
std::string item_word(const v4lxx_control *control, uint32_t number)
{
    std::string word;
    for (const char c : std::string(v4lxx_control_get_item_name(control, number))) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool plain = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain)
            word += upper ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!word.empty() && word.back() != '_')
            word += '_';
    }
    word.erase(word.find_last_not_of('_') + 1);
    int64_t understood = 0;
    const int64_t value = v4lxx_control_get_item_value(control, number);
    const bool is_right = v4lxx_control_parse_value(control, word.c_str(), &understood, nullptr) >= 0 && understood == value;
    return is_right ? word : std::to_string(value);
}

Candidates range(const v4lxx_control *control)
{
    return {{std::to_string(v4lxx_control_get_default(control)), "default"},
            {std::to_string(v4lxx_control_get_minimum(control)), "minimum"},
            {std::to_string(v4lxx_control_get_maximum(control)), "maximum"}};
}

Candidates values(const v4lxx_control *control)
{
    Candidates all;
    switch (v4lxx_control_get_type(control)) {
    case V4LXX_CONTROL_TYPE_BOOLEAN: return {{"on", ""}, {"off", ""}};
    case V4LXX_CONTROL_TYPE_BUTTON: return {{"1", "push it"}};
    case V4LXX_CONTROL_TYPE_INTEGER:
    case V4LXX_CONTROL_TYPE_INTEGER64: return range(control);
    case V4LXX_CONTROL_TYPE_MENU:
    case V4LXX_CONTROL_TYPE_INTEGER_MENU:
        for (uint32_t number = 0; number < v4lxx_control_get_item_count(control); ++number)
            all.push_back({item_word(control, number), v4lxx_control_get_item_name(control, number)});
        return all;
    default: return all;
    }
}

}  // namespace

std::vector<Candidate> control_candidates(const Typed &typed, const std::string &current)
{
    const std::string name = typed.device();
    if (name.empty())
        return {};
    try {
        const Device device = open_device(create_context(), name.c_str());
        const size_t equals = current.find('=');
        if (equals == current.npos)
            return names(device, typed);
        v4lxx_control *raw = nullptr;
        v4lxx_device_find_control(device.get(), current.substr(0, equals).c_str(), &raw, nullptr);
        const Control control(raw);
        Candidates found = control != nullptr ? values(control.get()) : Candidates();
        for (Candidate &value : found)
            value.word.insert(0, current, 0, equals + 1);
        return found;
    } catch (const Stop &) {
        return {};  // the command itself tells why
    }
}

}  // namespace v4lxx::cli
