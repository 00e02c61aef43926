#include "device/standards.hpp"

#include "base/text.hpp"
#include "data/analog_standard.hpp"
#include "device/request.hpp"
#include "kernel/standard_calls.hpp"

#include <charconv>

namespace v4lxx::device {

using kernel::Standard;

Result<std::vector<Standard>> list_standards(Device &device)
{
    return request<std::vector<Standard>>(device, "list the standards",
                                          [&] { return kernel::enumerate_standards(device.node()); });
}

Result<uint64_t> current_standard(Device &device)
{
    return request<uint64_t>(device, "ask for the standard", [&] { return kernel::get_standard(device.node()); });
}

Result<uint64_t> query_standard(Device &device)
{
    return request<uint64_t>(device, "look for a standard", [&] { return kernel::query_standard(device.node()); });
}

// "NTSC, PAL, SECAM, ...": what the input can do.
static std::string names_of(const std::vector<Standard> &standards)
{
    std::string text;
    for (const Standard &standard : standards)
        text.append(text.empty() ? "" : ", ").append(standard.name);
    return text;
}

Result<void> set_standard(Device &device, uint64_t bits)
{
    device.forget_modes();
    auto set = request<void>(device, "set the standard", [&] { return kernel::set_standard(device.node(), bits); });
    if (set) {
        device.settings().remember(SettingsMemory::Kind::standard, 0,
                                   [bits](Device &again) { return set_standard(again, bits); });
        return set;
    }
    Failure failure = std::move(set).failure().asking(data::analog_standard_text(bits));
    if (failure.code == Code::standard_refused) {
        auto standards = kernel::enumerate_standards(device.node());
        if (standards && !standards->empty()) {
            failure.cause = "the input can do: " + names_of(*standards);
            failure.cause_checked = true;
        }
        failure.field = "standard";
    }
    return failure;
}

static Failure not_found(Device &device, std::string_view name, Code code, std::string cause)
{
    Failure failure = argument_failure(code, "standard", std::move(cause));
    return std::move(failure).in("find the standard").on(device.info()->label()).asking(std::string(name));
}

static Result<uint64_t> incoming_standard(Device &device)
{
    auto bits = query_standard(device);
    if (bits && *bits == 0)
        return not_found(device, "auto", Code::no_signal, "the driver recognises no standard in what comes in");
    return bits;
}

// "0x1000"; 0 if it is no such number.
static uint64_t bits_of(std::string_view text)
{
    uint64_t bits = 0;
    if (text.substr(0, 2) != "0x")
        return 0;
    const auto [end, error] = std::from_chars(text.data() + 2, text.data() + text.size(), bits, 16);
    return error == std::errc() && end == text.data() + text.size() ? bits : 0;
}

Result<uint64_t> find_standard(Device &device, std::string_view name)
{
    if (name == "auto")
        return incoming_standard(device);
    if (const uint64_t bits = bits_of(name); bits != 0)
        return bits;
    if (const data::AnalogStandard *known = data::find_analog_standard(name))
        return known->bits;
    auto standards = list_standards(device);
    if (!standards)
        return std::move(standards).failure();
    for (const Standard &standard : *standards)
        if (equal_in_any_case(standard.name, name))
            return standard.bits;
    if (standards->empty())
        return not_found(device, name, Code::no_standards, "the driver lists none");
    return not_found(device, name, Code::standard_unknown, "the input can do: " + names_of(*standards));
}

}  // namespace v4lxx::device
