#include "pipeline/doctor.hpp"

#include "device/checkup.hpp"
#include "device/discovery.hpp"
#include "pipeline/trial.hpp"

namespace v4lxx::pipeline {

using device::Check;
using device::Findings;
using device::Severity;

static void leave_capture_out(device::Device &device, std::string why, Findings &findings)
{
    findings.push_back({Check::capture, Severity::note, {}, device.info()->label(), "no frame was taken: " + std::move(why)});
}

// What can only follow from an earlier problem is not told as another one.
static void examine_device(device::Context &context, const std::string &name, bool capture, Findings &findings)
{
    const Ref<device::Device> device = device::look_at_access(context, name, findings);
    if (!device)
        return;
    Inside inside(*device);
    if (!inside || !device::look_at_capabilities(*device, findings))
        return;
    device::look_at_holders(*device, findings);
    const bool has_formats = device::look_at_formats(*device, findings);
    const bool has_signal = device::look_at_signal(*device, findings);
    device::look_at_usb(*device, findings);
    device::look_at_controls(*device, findings);
    if (!capture)
        leave_capture_out(*device, "it was not asked for", findings);
    else if (!has_formats || !has_signal)
        leave_capture_out(*device, has_signal ? "there is no format" : "there is no signal", findings);
    else
        try_capture(*device, findings);
}

Result<Ref<device::Examination>> examine(device::Context &context, const ExaminationWish &wish)
{
    Findings findings;
    device::look_at_machine(context.system(), findings);
    if (!wish.name.empty()) {
        examine_device(context, wish.name, wish.capture, findings);
        return Ref<device::Examination>::adopt(new device::Examination(std::move(findings)));
    }
    const auto simulated = wish.simulated ? device::Simulated::all : device::Simulated::added;
    auto list = device::list_devices(context, {simulated, false});
    if (!list)
        return std::move(list).failure();
    if ((*list)->entries().empty())
        findings.push_back(finding_of(Check::devices, device::no_devices((*list)->absence())));
    else
        findings.push_back(
            {Check::devices, Severity::ok, {}, "", std::to_string((*list)->entries().size()) + " cameras were found"});
    for (const auto &entry : (*list)->entries())
        examine_device(context, entry->path(), wish.capture, findings);
    return Ref<device::Examination>::adopt(new device::Examination(std::move(findings)));
}

}  // namespace v4lxx::pipeline
