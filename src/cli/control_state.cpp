#include "cli/control_state.hpp"

#include "cli/words.hpp"

#include <array>
#include <cstdio>

namespace v4lxx::cli {

namespace {

bool has_value(const v4lxx_control *control)
{
    const uint32_t type = v4lxx_control_get_type(control), flags = v4lxx_control_get_flags(control);
    const bool compound = type >= 0x100 || v4lxx_control_get_element_count(control) > 1;
    return !is_heading(control) && !compound && type != V4LXX_CONTROL_TYPE_BUTTON &&
           (flags & (V4LXX_CONTROL_WRITE_ONLY | V4LXX_CONTROL_DISABLED)) == 0;
}

std::string short_hex_word(int64_t value)
{
    char text[32];
    std::snprintf(text, sizeof text, "0x%llx", static_cast<unsigned long long>(value));
    return text;
}

}  // namespace

bool is_heading(const v4lxx_control *control) { return v4lxx_control_get_type(control) == V4LXX_CONTROL_TYPE_CLASS; }
bool holds_text(const v4lxx_control *control) { return v4lxx_control_get_type(control) == V4LXX_CONTROL_TYPE_STRING; }

ControlState read_state(const Device &device, const v4lxx_control *control)
{
    ControlState state{control, {}, {}, {}, {}, {}, {}};
    if (!has_value(control))
        return state;
    v4lxx_error *error = nullptr;
    if (holds_text(control)) {
        std::string room(
            v4lxx_control_get_flaw(control)[0] == '\0' ? static_cast<size_t>(v4lxx_control_get_maximum(control)) * 3 + 1 : 1,
            '\0');  // a byte that is no UTF-8 is shown as '?'
        if (v4lxx_device_read_control_string(device.get(), control, room.data(), static_cast<uint32_t>(room.size()), &error) >=
            0)
            state.text = room.c_str();
    } else {
        int64_t value = 0;
        if (v4lxx_device_read_control_i64(device.get(), control, &value, &error) >= 0)
            state.number = value;
    }
    if (error != nullptr)
        state.problem = first_line(v4lxx_error_get_message(error));
    v4lxx_error_free(error);
    return state;
}

void add_governor(const Device &device, ControlState &state)
{
    const uint32_t master = v4lxx_control_get_master(state.control);
    if (master == 0 || (v4lxx_control_get_flags(state.control) & V4LXX_CONTROL_INACTIVE) == 0)
        return;
    v4lxx_control *raw = nullptr;
    if (v4lxx_device_find_control_by_id(device.get(), master, &raw, nullptr) < 0)
        return;
    const Control governor(raw);
    state.governed_by = v4lxx_control_get_short_name(governor.get());
    state.governor_value = value_words(read_state(device, governor.get()));
}

std::vector<ControlState> read_states(const Device &device, const ControlList &list)
{
    std::vector<ControlState> states;
    std::string heading;
    for (uint32_t index = 0; index < v4lxx_control_list_get_count(list.get()); ++index) {
        const v4lxx_control *control = v4lxx_control_list_get(list.get(), index);
        if (is_heading(control)) {
            heading = v4lxx_control_get_name(control);
            continue;
        }
        states.push_back(read_state(device, control));
        states.back().heading = heading;
    }
    for (ControlState &state : states) {
        const uint32_t master = v4lxx_control_get_master(state.control);
        if (master == 0 || (v4lxx_control_get_flags(state.control) & V4LXX_CONTROL_INACTIVE) == 0)
            continue;
        for (const ControlState &other : states)
            if (v4lxx_control_get_id(other.control) == master) {
                state.governed_by = v4lxx_control_get_short_name(other.control);
                state.governor_value = value_words(other);
            }
    }
    return states;
}

std::string value_words(const ControlState &state)
{
    if (state.text)
        return std::string(1, '"').append(*state.text).append(1, '"');
    if (!state.number)
        return "-";
    if (v4lxx_control_get_type(state.control) == V4LXX_CONTROL_TYPE_BITMASK)
        return short_hex_word(*state.number);
    std::string words = std::to_string(*state.number);
    if (v4lxx_control_get_type(state.control) == V4LXX_CONTROL_TYPE_MENU)
        for (uint32_t item = 0; item < v4lxx_control_get_item_count(state.control); ++item)
            if (v4lxx_control_get_item_value(state.control, item) == *state.number)
                words.append(" (").append(v4lxx_control_get_item_name(state.control, item)).append(")");
    return words;
}

std::string control_type_word(uint32_t type)
{
    switch (type) {
    case V4LXX_CONTROL_TYPE_INTEGER: return "integer";
    case V4LXX_CONTROL_TYPE_BOOLEAN: return "boolean";
    case V4LXX_CONTROL_TYPE_MENU: return "menu";
    case V4LXX_CONTROL_TYPE_BUTTON: return "button";
    case V4LXX_CONTROL_TYPE_INTEGER64: return "integer64";
    case V4LXX_CONTROL_TYPE_CLASS: return "class";
    case V4LXX_CONTROL_TYPE_STRING: return "string";
    case V4LXX_CONTROL_TYPE_BITMASK: return "bitmask";
    case V4LXX_CONTROL_TYPE_INTEGER_MENU: return "integer_menu";
    case V4LXX_CONTROL_TYPE_U8: return "u8";
    case V4LXX_CONTROL_TYPE_U16: return "u16";
    case V4LXX_CONTROL_TYPE_U32: return "u32";
    case V4LXX_CONTROL_TYPE_AREA: return "area";
    default: return short_hex_word(type);
    }
}

std::vector<std::string> control_flag_words(uint32_t flags)
{
    constexpr std::array<const char *, 12> names = {"DISABLED",    "GRABBED",          "READ_ONLY",     "UPDATE",
                                                    "INACTIVE",    "SLIDER",           "WRITE_ONLY",    "VOLATILE",
                                                    "HAS_PAYLOAD", "EXECUTE_ON_WRITE", "MODIFY_LAYOUT", "DYNAMIC_ARRAY"};
    std::vector<std::string> words;
    for (uint32_t bit = 0; bit < 32; ++bit) {
        if ((flags >> bit & 1) == 0)
            continue;
        words.push_back(bit < names.size() ? names[bit] : short_hex_word(int64_t{1} << bit));
    }
    return words;
}

}  // namespace v4lxx::cli
