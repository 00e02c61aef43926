#include "device/control_state.hpp"

#include "base/text.hpp"
#include "device/control_finding.hpp"
#include "kernel/control_calls.hpp"
#include "uapi/videodev2.hpp"

#include <algorithm>
#include <cerrno>

namespace v4lxx::device {

Failure control_failure(Code code, const Control &control, std::string cause, std::string advice)
{
    Failure failure;
    failure.code = code;
    failure.field = control.short_name();
    failure.cause = std::move(cause);
    failure.cause_checked = true;
    failure.advice = std::move(advice);
    return failure;
}

std::string wish_text(const Control &control, const std::string &value)
{
    return value.empty() ? control.short_name() : control.short_name() + " = " + value;
}

static std::string menu_text(const Control &control)
{
    std::string text;
    for (const kernel::MenuItem &item : control.menu()) {
        text += text.empty() ? "" : ", ";
        if (control.description().type == kernel::ControlType::menu)
            text += std::to_string(item.index) + " (" + item.name + ")";
        else
            text += item.name;
    }
    return text.empty() ? "nothing: the menu is empty" : text;
}

std::string range_text(const Control &control, const kernel::ControlDescription &now)
{
    const std::string minimum = std::to_string(now.minimum), maximum = std::to_string(now.maximum);
    switch (now.type) {
    case kernel::ControlType::menu:
    case kernel::ControlType::integer_menu: return menu_text(control);
    case kernel::ControlType::boolean: return "0 and 1";
    case kernel::ControlType::bitmask: return "the bits of " + hex(static_cast<uint64_t>(now.maximum));
    case kernel::ControlType::string:
        return minimum + " to " + maximum + " bytes" + (now.step > 1 ? " in steps of " + std::to_string(now.step) : "");
    default: return minimum + " to " + maximum + (now.step > 1 ? " in steps of " + std::to_string(now.step) : "");
    }
}

Result<void> check_readable(const Control &control)
{
    const kernel::ControlDescription &known = control.description();
    if (known.is_class())
        return control_failure(Code::control_wrong_type, control, "it is the heading of a group of controls");
    if (known.is_compound())
        return control_failure(Code::control_compound, control, "it has " + std::to_string(known.elements) + " elements");
    if (known.is_of_unknown_type())
        return control_failure(Code::control_impossible, control, known.flaw);
    if (known.is(V4L2_CTRL_FLAG_DISABLED))
        return control_failure(Code::control_disabled, control, "the driver marks it as disabled");
    if (known.type == kernel::ControlType::button)
        return control_failure(Code::control_write_only, control, "a button has no value", "Push it by setting it to 1.");
    if (known.is(V4L2_CTRL_FLAG_WRITE_ONLY))
        return control_failure(Code::control_write_only, control, "the driver marks it as write-only");
    return {};
}

// The control that governs this one, as it stands; none if nothing is known or the device does not have it.
namespace {

struct Governing {
    Ref<Control> master;
    int64_t value = 0;
};

}  // namespace

static std::optional<Governing> find_governing(Device &device, const Control &control)
{
    const data::ControlFacts *facts = control.facts();
    if (facts == nullptr || facts->master == 0)
        return std::nullopt;
    auto description = kernel::describe_control(device.node(), facts->master);
    if (!description)
        return std::nullopt;
    auto menu = kernel::enumerate_menu(device.node(), *description);
    auto value = kernel::get_control(device.node(), *description);
    if (!menu || !value)
        return std::nullopt;
    return Governing{Ref<Control>::adopt(new Control(*std::move(description), *std::move(menu))), *value};
}

static bool leaves_alone(const data::ControlFacts &facts, int64_t value)
{
    return std::any_of(facts.manual, facts.manual + facts.manual_count, [value](int32_t manual) { return manual == value; });
}

// "manual" where that is enough, else "manual_mode", else the number.
static std::string shortest_word(const Control &control, int64_t value)
{
    const kernel::MenuItem *item = control.item(value);
    if (item == nullptr)
        return std::to_string(value);
    const std::string whole = data::normalised(item->name);
    const std::string word = whole.substr(0, whole.find('_'));
    const auto fits = std::count_if(control.menu().begin(), control.menu().end(), [&](const kernel::MenuItem &other) {
        return data::normalised(other.name).compare(0, word.size(), word) == 0;
    });
    return word.empty() ? std::to_string(value) : fits == 1 ? word : whole;
}

// The first value of the master that leaves its slave alone and that this device offers.
static std::optional<int64_t> manual_value(const Control &master, const data::ControlFacts &facts)
{
    for (uint32_t i = 0; i < facts.manual_count; i++)
        if (!master.description().is_menu() || master.item(facts.manual[i]) != nullptr)
            return facts.manual[i];
    return std::nullopt;
}

static Failure inactive(Device &device, const Control &control, const std::string &value)
{
    const auto governing = find_governing(device, control);
    if (!governing || leaves_alone(*control.facts(), governing->value))
        return control_failure(Code::control_inactive, control,
                               "the driver marks it as inactive; which control governs it is not known");
    const Control &master = *governing->master;
    const kernel::MenuItem *item = master.item(governing->value);
    const std::string cause =
        master.short_name() + " = " + std::to_string(governing->value) + (item != nullptr ? " (" + item->name + ")" : "");
    std::string advice;
    if (const auto manual = manual_value(master, *control.facts()))
        advice = "v4lxx ctl DEVICE " + calling_word(device, master, shortest_word(master, *manual)) + " " +
                 calling_word(device, control, value);
    return control_failure(Code::control_inactive, control, cause, advice);
}

Result<void> check_settable(Device &device, const Control &control, const kernel::ControlDescription &now,
                            const std::string &value)
{
    if (now.is_class())
        return control_failure(Code::control_wrong_type, control, "it is the heading of a group of controls");
    if (now.is_compound())
        return control_failure(Code::control_compound, control, "it has " + std::to_string(now.elements) + " elements");
    if (!now.flaw.empty())
        return control_failure(Code::control_impossible, control, now.flaw);
    if (now.type != control.description().type)  // what was checked of the one says nothing of the other
        return control_failure(Code::control_impossible, control, "its type has changed since it was listed");
    if (now.is(V4L2_CTRL_FLAG_DISABLED))
        return control_failure(Code::control_disabled, control, "the driver marks it as disabled");
    if (now.is(V4L2_CTRL_FLAG_READ_ONLY))
        return control_failure(Code::control_read_only, control, "the driver marks it as read-only");
    if (now.is(V4L2_CTRL_FLAG_INACTIVE))
        return inactive(device, control, value);
    if (now.is(V4L2_CTRL_FLAG_GRABBED))
        return control_failure(Code::control_grabbed, control,
                               "the driver marks it as grabbed, as it does while a stream runs");
    if (now.is(V4L2_CTRL_FLAG_VOLATILE) && !now.is(V4L2_CTRL_FLAG_EXECUTE_ON_WRITE))
        return control_failure(Code::control_volatile, control, "the driver marks it as volatile");
    return {};
}

// The state may have changed since it was asked for, or the driver keeps it for itself, as uvcvideo did before it set the flag.
Failure explain_refusal(Device &device, const Control &control, const std::string &value, Failure failure)
{
    failure.field = control.short_name();
    if (failure.code == Code::control_out_of_range) {
        failure.advice = "The driver says it takes " + range_text(control, control.description()) + ".";
        return failure;
    }
    if (failure.sys_errno != EACCES)
        return failure;
    const auto governing = find_governing(device, control);
    if (!governing || leaves_alone(*control.facts(), governing->value))
        return failure;
    Failure known = inactive(device, control, value);
    failure.code = known.code;
    failure.cause = known.cause;
    failure.cause_checked = true;
    failure.advice = known.advice;
    return failure;
}

}  // namespace v4lxx::device
