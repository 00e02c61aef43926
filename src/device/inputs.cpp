#include "device/inputs.hpp"

#include "base/text.hpp"
#include "device/request.hpp"
#include "kernel/input_calls.hpp"

#include <charconv>
#include <optional>

namespace v4lxx::device {

using kernel::Input;

Result<std::vector<Input>> list_inputs(Device &device)
{
    return request<std::vector<Input>>(device, "list the inputs", [&] { return kernel::enumerate_inputs(device.node()); });
}

Result<uint32_t> current_input(Device &device)
{
    return request<uint32_t>(device, "ask for the input", [&] { return kernel::get_input(device.node()); });
}

// "0 Camera 1, 1 TV 1"
static std::string names_of(const std::vector<Input> &inputs)
{
    std::string text;
    for (size_t i = 0; i < inputs.size(); i++)
        text.append(i == 0 ? "" : ", ").append(std::to_string(i)).append(" ").append(inputs[i].name);
    return text;
}

static Failure no_such_input(Device &device, const std::string &asked, std::string cause)
{
    Failure failure = argument_failure(Code::input_not_found, "input", std::move(cause));
    return std::move(failure).in("select the input").on(device.info()->label()).asking("input " + asked);
}

static std::string what_there_is(const std::vector<Input> &inputs)
{
    return inputs.empty() ? "the device has no inputs to choose from" : "there are: " + names_of(inputs);
}

Result<void> select_input(Device &device, uint32_t index)
{
    auto selected = request<void>(device, "select the input", [&] { return kernel::set_input(device.node(), index); });
    if (selected) {
        device.forget_modes();
        device.settings().remember(SettingsMemory::Kind::input, 0,
                                   [index](Device &again) { return select_input(again, index); });
        return selected;
    }
    Failure failure = std::move(selected).failure().asking("input " + std::to_string(index));
    if (failure.code == Code::input_not_found) {
        auto inputs = kernel::enumerate_inputs(device.node());
        if (inputs) {
            failure.cause = what_there_is(*inputs);
            failure.cause_checked = true;
        }
        failure.field = "input";
    }
    return failure;
}

static std::optional<uint32_t> number_of(std::string_view text)
{
    uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

Result<uint32_t> find_input(Device &device, std::string_view wanted)
{
    auto inputs = list_inputs(device);
    if (!inputs)
        return std::move(inputs).failure();
    const std::string asked(wanted);
    if (auto number = number_of(wanted)) {
        if (*number < inputs->size())
            return *number;
        return no_such_input(device, asked, what_there_is(*inputs));
    }
    std::vector<Input> candidates;
    uint32_t found = 0;
    for (uint32_t i = 0; i < inputs->size(); i++) {
        const Input &input = (*inputs)[i];
        if (equal_in_any_case(input.name, wanted))
            return i;
        if (!wanted.empty() && begins_in_any_case(input.name, wanted)) {
            candidates.push_back(input);
            found = i;
        }
    }
    if (candidates.size() == 1)
        return found;
    if (candidates.empty())
        return no_such_input(device, asked, what_there_is(*inputs));
    std::string several;
    for (const Input &input : candidates)
        several.append(several.empty() ? "" : ", ").append(input.name);
    return no_such_input(device, asked, "several begin so: " + several);
}

}  // namespace v4lxx::device
