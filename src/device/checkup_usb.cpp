#include "device/checkup.hpp"

#include "device/place.hpp"

#include <charconv>

namespace v4lxx::device {

namespace {

constexpr uint32_t full_speed = 12, high_speed = 480;  // Mbit/s
constexpr uint32_t usb_3 = 0x300, usb_2_1 = 0x210;

// "480", "1.5", "5000"
std::optional<uint32_t> whole_number(const std::string &text)
{
    uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || (end != text.data() + text.size() && *end != '.'))
        return std::nullopt;
    return value;
}

// " 2.10" as 0x210, which is how the device itself says it.
std::optional<uint32_t> usb_version(std::string text)
{
    text.erase(0, text.find_first_not_of(' '));
    const size_t dot = text.find('.');
    if (dot != 1 || text.size() != 4)
        return std::nullopt;
    uint32_t value = 0;
    text.erase(dot, 1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

}  // namespace

Failure slow_usb_link(const std::string &device, uint32_t megabits, bool checked)
{
    Failure failure = seen_failure(Code::usb_link_slow, device,
                                   "the link runs at " + std::to_string(megabits) + " Mbit/s, and the device " +
                                       (checked ? "can do more" : "looks like one that can do more"));
    failure.cause_checked = checked;
    return failure;
}

void look_at_usb(Device &device, Findings &findings)
{
    kernel::System &system = device.context().system();
    if (device.info()->is_simulated())
        return;
    const std::string label = device.info()->label();
    const auto place = place_of_node(system, device.info()->path());
    if (!place || !place->is_usb)
        return;
    const auto speed = whole_number(read_attribute(system, place->key + "/speed").value_or(""));
    const auto version = usb_version(read_attribute(system, place->key + "/version").value_or(""));
    if (!speed || *speed == 0) {
        findings.push_back({Check::usb, Severity::note, {}, label, "the speed of its USB link is not known"});
        return;
    }
    // On a USB 2 link a USB 3 device says 2.10, but so do some that are none.
    const bool could_more = *speed <= full_speed || (*speed <= high_speed && version && *version >= usb_2_1);
    if (could_more)
        findings.push_back(finding_of(Check::usb,
                                      slow_usb_link(label, *speed, *speed <= high_speed && version && *version >= usb_3),
                                      *speed <= full_speed ? Severity::warning
                                      : version >= usb_3   ? Severity::warning
                                                           : Severity::note));
    else
        findings.push_back({Check::usb, Severity::ok, {}, label, "its USB link runs at " + std::to_string(*speed) + " Mbit/s"});
}

}  // namespace v4lxx::device
