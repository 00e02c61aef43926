#include "cli/control_table.hpp"

#include "cli/words.hpp"

#include <algorithm>
#include <cstdio>

namespace v4lxx::cli {

namespace {

std::string range_words(const v4lxx_control *control)
{
    const std::string minimum = std::to_string(v4lxx_control_get_minimum(control));
    const std::string maximum = std::to_string(v4lxx_control_get_maximum(control));
    const uint64_t step = v4lxx_control_get_step(control);
    std::string words = minimum + " to " + maximum;
    if (holds_text(control))
        words += " bytes";
    if (step > 1)
        words += " in steps of " + std::to_string(step);
    return words;
}

// What it takes, apart from the items of a menu.
std::string takes_words(const v4lxx_control *control)
{
    const uint32_t elements = v4lxx_control_get_element_count(control);
    if (elements > 1)
        return std::to_string(elements) + " elements, not supported yet";
    const std::string defaults = ", default " + std::to_string(v4lxx_control_get_default(control));
    switch (v4lxx_control_get_type(control)) {
    case V4LXX_CONTROL_TYPE_INTEGER:
    case V4LXX_CONTROL_TYPE_INTEGER64: return range_words(control) + defaults;
    case V4LXX_CONTROL_TYPE_STRING: return range_words(control);
    case V4LXX_CONTROL_TYPE_BOOLEAN: return "0 or 1" + defaults;
    case V4LXX_CONTROL_TYPE_MENU: return defaults.substr(2);
    case V4LXX_CONTROL_TYPE_INTEGER_MENU: {
        const auto index = static_cast<uint32_t>(v4lxx_control_get_default(control));
        for (uint32_t item = 0; item < v4lxx_control_get_item_count(control); ++item)
            if (v4lxx_control_get_item_index(control, item) == index)
                return std::string("default ") + v4lxx_control_get_item_name(control, item);
        return "";
    }
    case V4LXX_CONTROL_TYPE_BITMASK: {
        char text[64];
        std::snprintf(text, sizeof text, "bits of 0x%llx", static_cast<unsigned long long>(v4lxx_control_get_maximum(control)));
        return text;
    }
    case V4LXX_CONTROL_TYPE_BUTTON: return "set it to push it";
    default: return "not supported yet";
    }
}

// Two controls may have names that are one on a command line.
std::string number_word(const std::vector<ControlState> &states, const v4lxx_control *control)
{
    const std::string name = v4lxx_control_get_short_name(control);
    const auto same = std::count_if(states.begin(), states.end(), [&](const ControlState &other) {
        return name == v4lxx_control_get_short_name(other.control);
    });
    if (same < 2)
        return "";
    char text[32];
    std::snprintf(text, sizeof text, "0x%08x", v4lxx_control_get_id(control));
    return text;
}

std::string remark_words(const std::vector<ControlState> &states, const ControlState &state)
{
    const uint32_t flags = v4lxx_control_get_flags(state.control);
    std::vector<std::string> words;
    if (const std::string number = number_word(states, state.control); !number.empty())
        words.push_back("several have this name; this one is " + number);
    if ((flags & V4LXX_CONTROL_INACTIVE) != 0)
        words.push_back(state.governed_by.empty() ? "inactive"
                                                  : "inactive: " + state.governed_by + " is " + state.governor_value);
    if ((flags & V4LXX_CONTROL_GRABBED) != 0)
        words.push_back("grabbed: in use");
    if ((flags & V4LXX_CONTROL_DISABLED) != 0)
        words.push_back("disabled");
    if ((flags & V4LXX_CONTROL_READ_ONLY) != 0)
        words.push_back("read-only");
    if ((flags & V4LXX_CONTROL_WRITE_ONLY) != 0 && v4lxx_control_get_type(state.control) != V4LXX_CONTROL_TYPE_BUTTON)
        words.push_back("write-only");
    if ((flags & V4LXX_CONTROL_VOLATILE) != 0)
        words.push_back("changes by itself");
    if (v4lxx_control_get_flaw(state.control)[0] != '\0')
        words.push_back(std::string("driver bug: ") + v4lxx_control_get_flaw(state.control));
    if (!state.problem.empty())
        words.push_back(state.problem);
    return words.empty() ? "" : "  [" + joined(words, "; ") + "]";
}

std::string items_as_text(const v4lxx_control *control)
{
    std::string text;
    if (v4lxx_control_get_type(control) == V4LXX_CONTROL_TYPE_INTEGER_MENU) {
        for (uint32_t item = 0; item < v4lxx_control_get_item_count(control); ++item)
            text.append("      ").append(v4lxx_control_get_item_name(control, item)).append("\n");
        return text;
    }
    for (uint32_t item = 0; item < v4lxx_control_get_item_count(control); ++item)
        text.append("      ")
            .append(std::to_string(v4lxx_control_get_item_index(control, item)))
            .append("  ")
            .append(v4lxx_control_get_item_name(control, item))
            .append("\n");
    return text;
}

}  // namespace

std::string controls_as_text(const std::vector<ControlState> &states)
{
    size_t name_width = 0, value_width = 0;
    for (const ControlState &state : states) {
        name_width = std::max(name_width, std::string(v4lxx_control_get_short_name(state.control)).size());
        value_width = std::max(value_width, std::min<size_t>(value_words(state).size(), 26));
    }
    std::string text, heading;
    for (const ControlState &state : states) {
        if (state.heading != heading) {
            heading = state.heading;
            text.append(text.empty() ? "" : "\n").append(heading).append("\n");
        }
        std::string line("  ");
        line += padded(v4lxx_control_get_short_name(state.control), name_width) + "  " +
                padded(control_type_word(v4lxx_control_get_type(state.control)), 12) + "  " +
                padded(value_words(state), value_width) + "  " + takes_words(state.control) + remark_words(states, state);
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n" + items_as_text(state.control);
    }
    return text;
}

}  // namespace v4lxx::cli
