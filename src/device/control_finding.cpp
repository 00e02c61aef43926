#include "device/control_finding.hpp"

#include "base/text.hpp"
#include "device/control_naming.hpp"
#include "kernel/control_calls.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace v4lxx::device {

static constexpr const char *finding_control = "find a control";

const kernel::MenuItem *Control::item(int64_t index) const
{
    auto found =
        std::find_if(menu_.begin(), menu_.end(), [index](const kernel::MenuItem &entry) { return entry.index == index; });
    return found == menu_.end() ? nullptr : &*found;
}

std::string Control::short_name_of(const kernel::ControlDescription &description)
{
    const std::string name = data::normalised(description.name);
    return name.empty() ? hex(description.id) : name;
}

static Result<Ref<Control>> with_menu(Device &device, kernel::ControlDescription description)
{
    auto menu = kernel::enumerate_menu(device.node(), description);
    if (!menu)
        return std::move(menu).failure();
    return Ref<Control>::adopt(new Control(std::move(description), *std::move(menu)));
}

static Result<std::vector<kernel::ControlDescription>> descriptions(Device &device)
{
    if (device.is_lost())
        return device.lost_failure();
    auto all = kernel::enumerate_controls(device.node());
    if (!all)
        return device.settle(std::move(all).failure());
    return all;
}

Result<Ref<ControlList>> list_controls(Device &device)
{
    constexpr const char *listing = "list the controls";
    auto all = descriptions(device);
    if (!all)
        return std::move(all).failure().in(listing);
    std::vector<Ref<Control>> controls;
    for (kernel::ControlDescription &description : *all) {
        auto control = with_menu(device, std::move(description));
        if (!control)
            return device.settle(std::move(control).failure()).in(listing);
        controls.push_back(*std::move(control));
    }
    return Ref<ControlList>::adopt(new ControlList(std::move(controls)));
}

Result<Ref<Control>> find_control_by_id(Device &device, uint32_t id)
{
    if (device.is_lost())
        return device.lost_failure().in(finding_control);
    auto description = kernel::describe_control(device.node(), id);
    if (!description)
        return device.settle(std::move(description).failure()).in(finding_control).asking("control " + hex(id));
    auto control = with_menu(device, *std::move(description));
    if (!control)
        return device.settle(std::move(control).failure()).in(finding_control);
    return control;
}

static std::string joined_names(const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &name : names)
        text.append(text.empty() ? "" : ", ").append(name);
    return text;
}

static Failure ambiguous(const ControlMatches &found)
{
    std::vector<std::string> names;
    for (const kernel::ControlDescription *control : found)
        names.push_back(in_quotes(control->name) + " (" + hex(control->id) + ")");
    Failure failure;
    failure.code = Code::control_ambiguous;
    failure.field = "name";
    failure.cause = "it fits " + joined_names(names);
    failure.cause_checked = true;
    failure.advice =
        "Use the exact name of the driver, or the number of the one that is meant, such as " + hex(found[0]->id) + ".";
    return failure;
}

static Failure unknown(const ControlDescriptions &all, const std::string &name)
{
    Failure failure;
    failure.code = Code::control_unknown;
    failure.field = "name";
    failure.cause = "none of its " + std::to_string(all.size()) + " controls has this name, now or before Linux 5.16";
    if (all.empty())
        failure.cause = "it has no controls at all";
    failure.cause_checked = true;
    const std::vector<std::string> names = nearest_names(all, data::normalised(name));
    if (!all.empty())
        failure.advice =
            (names.empty() ? "" : "Did you mean " + joined_names(names) + "? ") + "All there are: v4lxx ctl DEVICE";
    return failure;
}

static std::optional<uint32_t> number_in(const std::string &name)
{
    uint32_t id = 0;
    const char *end = name.data() + name.size();
    if (name.size() < 3 || name[0] != '0' || (name[1] != 'x' && name[1] != 'X'))
        return std::nullopt;
    const auto [rest, error] = std::from_chars(name.data() + 2, end, id, 16);
    return error == std::errc() && rest == end ? std::optional<uint32_t>(id) : std::nullopt;
}

std::string calling_word(Device &device, const Control &control, const std::string &value)
{
    auto all = kernel::enumerate_controls(device.node());
    const std::string name = all ? calling_name(*all, control.description()) : hex(control.description().id);
    return name == control.short_name() ? name + "=" + value : in_shell_quotes(name + "=" + value);
}

Result<Ref<Control>> find_control(Device &device, const std::string &name)
{
    if (auto id = number_in(name))
        return find_control_by_id(device, *id);
    auto all = descriptions(device);
    if (!all)
        return std::move(all).failure().in(finding_control);
    const ControlMatches found = find_matches(*all, name);
    if (found.size() != 1) {
        Failure failure = found.empty() ? unknown(*all, name) : ambiguous(found);
        return std::move(failure).in(finding_control).on(device.info()->label()).asking(in_quotes(name));
    }
    auto control = with_menu(device, *found[0]);
    if (!control)
        return device.settle(std::move(control).failure()).in(finding_control);
    return control;
}

}  // namespace v4lxx::device
