#include "device/control_values.hpp"

#include "base/text.hpp"
#include "device/control_finding.hpp"
#include "device/control_state.hpp"
#include "kernel/control_calls.hpp"
#include "uapi/videodev2.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace v4lxx::device {

using kernel::ControlType;

static std::string type_text(const kernel::ControlDescription &control)
{
    switch (control.type) {
    case ControlType::integer: return "an integer";
    case ControlType::boolean: return "a boolean";
    case ControlType::menu: return "a menu";
    case ControlType::button: return "a button";
    case ControlType::integer64: return "a 64-bit integer";
    case ControlType::control_class: return "a heading";
    case ControlType::string: return "a string";
    case ControlType::bitmask: return "a bitmask";
    case ControlType::integer_menu: return "a menu of integers";
    }
    return "of type " + hex(static_cast<uint32_t>(control.type));
}

static std::string operation(const char *verb, const Control &control)
{
    return std::string(verb) + " " + control.short_name();
}

static Failure lost(const Device &device, const char *verb, const Control &control)
{
    return device.lost_failure().in(operation(verb, control));
}

static Result<void> check_type(const Control &control, bool wants_string)
{
    const bool is_string = control.description().type == ControlType::string && !control.description().is_compound();
    if (control.description().is_compound() || control.description().is_class() || is_string == wants_string)
        return {};  // whoever comes next knows more
    return control_failure(Code::control_wrong_type, control, "it is " + type_text(control.description()),
                           wants_string
                               ? "Use the functions for numbers: v4lxx_device_read_control_i64() and _set_control_i64()."
                               : "Use the functions for strings: v4lxx_device_read_control_string() and "
                                 "_set_control_string().");
}

// An integer menu speaks in the values of its items, the driver in their indices.
static Result<int64_t> value_of(const Control &control, int64_t number)
{
    const bool by_value = control.description().type == ControlType::integer_menu;
    if (!control.description().is_menu() || (control.menu().empty() && !by_value))  // drivers may tell no items
        return number;
    const kernel::MenuItem *item = control.item(number);
    if (item == nullptr)
        return control_failure(Code::control_impossible, control,
                               "the driver answered item " + std::to_string(number) + " of its menu, which has " +
                                   range_text(control, control.description()));
    return item->value;
}

static Result<int64_t> get_number(Device &device, const Control &control)
{
    if (auto good = check_type(control, false); !good)
        return std::move(good).failure();
    if (auto good = check_readable(control); !good)
        return std::move(good).failure();
    auto number = kernel::get_control(device.node(), control.description());
    if (!number)
        return explain_refusal(device, control, {}, device.settle(std::move(number).failure()));
    return value_of(control, *number);
}

Result<int64_t> read_number(Device &device, const Control &control)
{
    if (device.is_lost())
        return lost(device, "read", control);
    auto number = get_number(device, control);
    if (!number)
        return std::move(number)
            .failure()
            .in(operation("read", control))
            .on(device.info()->label())
            .asking(control.short_name());
    return number;
}

// In the arithmetic of unsigned numbers: a range may be all of 64 bits, and a step more than half of them.
static int64_t sum(int64_t start, uint64_t offset) { return static_cast<int64_t>(static_cast<uint64_t>(start) + offset); }

static uint64_t distance(int64_t from, int64_t to) { return static_cast<uint64_t>(to) - static_cast<uint64_t>(from); }

static Failure outside(Device &device, const Control &control, const kernel::ControlDescription &now, int64_t value)
{
    const int64_t nearest = value < now.minimum ? now.minimum : now.maximum;
    const int64_t reachable =
        now.type == ControlType::boolean ? nearest : sum(now.minimum, distance(now.minimum, nearest) / now.step * now.step);
    return control_failure(Code::control_out_of_range, control, "it takes " + range_text(control, now),
                           "The nearest is " + std::to_string(reachable) + ": v4lxx ctl DEVICE " +
                               calling_word(device, control, std::to_string(reachable)));
}

static Failure off_step(const kernel::ControlDescription &now, const Control &control, uint64_t offset)
{
    const int64_t below = sum(now.minimum, offset / now.step * now.step);
    const bool has_above = distance(below, now.maximum) >= now.step;
    std::string advice = "Next to it are " + std::to_string(below);
    advice = has_above ? advice + " and " + std::to_string(sum(below, now.step)) + "."
                       : "The nearest is " + std::to_string(below) + ".";
    return control_failure(Code::control_off_step, control, "it takes " + range_text(control, now), advice);
}

// The number for the driver; never a clamped one.
static Result<int64_t> legal_number(Device &device, const Control &control, const kernel::ControlDescription &now,
                                    int64_t value)
{
    if (now.type == ControlType::button)
        return 1;
    if (now.type == ControlType::integer_menu || now.type == ControlType::menu) {
        const bool by_value = now.type == ControlType::integer_menu;
        for (const kernel::MenuItem &item : control.menu())
            if ((by_value ? item.value : int64_t{item.index}) == value && item.index >= now.minimum &&
                item.index <= now.maximum)
                return int64_t{item.index};
        return control_failure(Code::control_not_in_menu, control, "it offers " + range_text(control, now));
    }
    if (now.type == ControlType::bitmask) {
        if ((static_cast<uint64_t>(value) & ~static_cast<uint64_t>(now.maximum)) == 0)
            return value;
        return control_failure(Code::control_out_of_range, control, "it takes " + range_text(control, now));
    }
    if (value < now.minimum || value > now.maximum)
        return outside(device, control, now, value);
    const uint64_t offset = distance(now.minimum, value);
    if (offset % now.step != 0)
        return off_step(now, control, offset);
    return value;
}

static Result<int64_t> put_number(Device &device, const Control &control, int64_t value)
{
    if (auto good = check_type(control, false); !good)
        return std::move(good).failure();
    auto now = kernel::describe_control(device.node(), control.description().id);
    if (!now)
        return device.settle(std::move(now).failure());
    const std::string text = std::to_string(value);
    if (auto good = check_settable(device, control, *now, text); !good)
        return std::move(good).failure();
    auto number = legal_number(device, control, *now, value);
    if (!number)
        return number;
    auto applied = kernel::set_control(device.node(), *now, *number);
    if (!applied)
        return explain_refusal(device, control, text, device.settle(std::move(applied).failure()));
    return now->type == ControlType::button ? Result<int64_t>(value) : value_of(control, *applied);
}

// `set` sets it again, on what the device then has under its id. A button is no setting.
template <class Set>
static void remember(Device &device, const Control &control, Set set)
{
    if (control.description().type == ControlType::button)
        return;
    const uint32_t id = control.description().id;
    device.settings().remember(SettingsMemory::Kind::control, id, [id, set = std::move(set)](Device &again) {
        auto found = find_control_by_id(again, id);
        return found ? set(again, **found) : std::move(found).failure();
    });
}

Result<int64_t> set_number(Device &device, const Control &control, int64_t value)
{
    if (device.is_lost())
        return lost(device, "set", control);
    auto applied = put_number(device, control, value);
    if (!applied)
        return std::move(applied)
            .failure()
            .in(operation("set", control))
            .on(device.info()->label())
            .asking(wish_text(control, std::to_string(value)));
    remember(device, control, [value](Device &again, const Control &found) { return set_number(again, found, value); });
    return applied;
}

static Result<std::string> get_string(Device &device, const Control &control)
{
    if (auto good = check_type(control, true); !good)
        return std::move(good).failure();
    if (auto good = check_readable(control); !good)
        return std::move(good).failure();
    if (!control.description().flaw.empty())  // how long a string may be is what its range says
        return control_failure(Code::control_impossible, control, control.description().flaw);
    auto text = kernel::get_control_string(device.node(), control.description());
    if (!text)
        return explain_refusal(device, control, {}, device.settle(std::move(text).failure()));
    return text;
}

Result<std::string> read_string(Device &device, const Control &control)
{
    if (device.is_lost())
        return lost(device, "read", control);
    auto text = get_string(device, control);
    if (!text)
        return std::move(text).failure().in(operation("read", control)).on(device.info()->label()).asking(control.short_name());
    return text;
}

static Result<void> put_string(Device &device, const Control &control, const std::string &text)
{
    if (auto good = check_type(control, true); !good)
        return good;
    auto now = kernel::describe_control(device.node(), control.description().id);
    if (!now)
        return device.settle(std::move(now).failure());
    if (auto good = check_settable(device, control, *now, "TEXT"); !good)
        return good;
    const auto size = static_cast<int64_t>(text.size());
    if (size < now->minimum || size > now->maximum || static_cast<uint64_t>(size - now->minimum) % now->step != 0)
        return control_failure(Code::control_text_length, control,
                               "it has " + std::to_string(size) + " bytes; the control takes " + range_text(control, *now));
    auto applied = kernel::set_control_string(device.node(), *now, text);
    if (!applied)
        return explain_refusal(device, control, "TEXT", device.settle(std::move(applied).failure()));
    return {};
}

Result<void> set_string(Device &device, const Control &control, const std::string &text)
{
    if (device.is_lost())
        return lost(device, "set", control);
    auto done = put_string(device, control, text);
    if (!done)
        return std::move(done)
            .failure()
            .in(operation("set", control))
            .on(device.info()->label())
            .asking(wish_text(control, in_quotes(text)));
    remember(device, control, [text](Device &again, const Control &found) { return set_string(again, found, text); });
    return done;
}

static std::optional<int64_t> to_number(const std::string &text)
{
    const bool negative = !text.empty() && text[0] == '-';
    const size_t start = negative ? 1 : 0;
    const bool is_hex = text.compare(start, 2, "0x") == 0 || text.compare(start, 2, "0X") == 0;
    uint64_t magnitude = 0;
    const char *begin = text.data() + start + (is_hex ? 2 : 0), *end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(begin, end, magnitude, is_hex ? 16 : 10);
    if (error != std::errc() || rest != end || magnitude > uint64_t{INT64_MAX} + (negative ? 1 : 0))
        return std::nullopt;
    return negative ? static_cast<int64_t>(~magnitude + 1) : static_cast<int64_t>(magnitude);
}

static std::optional<int64_t> to_boolean(const std::string &word)
{
    for (const char *yes : {"on", "yes", "true"})
        if (word == yes)
            return 1;
    for (const char *no : {"off", "no", "false"})
        if (word == no)
            return 0;
    return std::nullopt;
}

// The item of that name, or the only one whose name begins so.
static Result<int64_t> to_item(const Control &control, const std::string &text)
{
    const std::string word = data::normalised(text);
    std::vector<const kernel::MenuItem *> begins;
    for (const kernel::MenuItem &item : control.menu()) {
        const std::string name = data::normalised(item.name);
        if (name == word)
            return item.value;
        if (!word.empty() && name.compare(0, word.size(), word) == 0)
            begins.push_back(&item);
    }
    if (begins.size() == 1)
        return begins[0]->value;
    return control_failure(Code::control_not_in_menu, control, "it offers " + range_text(control, control.description()));
}

static Result<int64_t> parse(const Control &control, const std::string &text)
{
    const ControlType type = control.description().type;
    if (auto good = check_type(control, false); !good)
        return std::move(good).failure();
    if (auto number = to_number(text))
        return *number;
    if (type == ControlType::menu || type == ControlType::integer_menu)
        return to_item(control, text);
    if (type == ControlType::boolean)
        if (auto truth = to_boolean(data::normalised(text)))
            return *truth;
    return control_failure(Code::control_bad_text, control,
                           "it is " + type_text(control.description()) + " and takes " +
                               (type == ControlType::button ? "1" : range_text(control, control.description())));
}

Result<int64_t> parse_value(const Control &control, const std::string &text)
{
    auto value = parse(control, text);
    if (!value)
        return std::move(value).failure().in("understand a value of " + control.short_name()).asking(in_quotes(text));
    return value;
}

}  // namespace v4lxx::device
