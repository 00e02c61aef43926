#include "device/checkup.hpp"

#include "base/text.hpp"
#include "device/control_reading.hpp"
#include "device/discovery.hpp"
#include "device/format_names.hpp"
#include "device/holders.hpp"
#include "device/picture_formats.hpp"
#include "image/built.hpp"
#include "image/motion_jpeg.hpp"
#include "uapi/videodev2.hpp"

#include <algorithm>

namespace v4lxx::device {

static Finding good(Check check, const std::string &subject, std::string found)
{
    return {check, Severity::ok, {}, subject, std::move(found)};
}

void look_at_machine(kernel::System &system, Findings &findings)
{
    std::string release;
    if (system.read_file("/proc/sys/kernel/osrelease", 256, &release) < 0 || release.empty())
        findings.push_back({Check::kernel, Severity::note, {}, "", "the version of the kernel cannot be read"});
    else
        findings.push_back(
            good(Check::kernel, "", "Linux " + sanitised(release.data(), std::min(release.find('\n'), release.size()))));
    const Evidence around = look_around(system);
    if (around.words.empty())
        findings.push_back(good(Check::surroundings, "", "no sandbox and no container was recognised"));
    else
        findings.push_back({Check::surroundings,
                            Severity::note,
                            {},
                            "",
                            "this is " + around.words,
                            "it sees the devices that were handed to it, and no others",
                            false});
}

Failure no_devices(const Absence &absence)
{
    Failure failure = seen_failure(Code::no_devices, {}, absence.why);
    failure.advice = absence.advice;
    return failure;
}

Ref<Device> look_at_access(Context &context, const std::string &name, Findings &findings)
{
    auto device = Device::open(context, name.c_str());
    if (!device) {
        findings.push_back(finding_of(Check::access, std::move(device).failure().on(name)));
        return {};
    }
    const DeviceInfo &info = *(*device)->info();
    findings.push_back(good(Check::access, info.label(), "it can be opened; driver " + info.driver() + ", bus " + info.bus()));
    return *std::move(device);
}

// The node of the same device that is the camera, if there is one: somebody took the other by mistake.
static std::string camera_beside(Context &context, const std::string &path)
{
    auto list = list_devices(context, {Simulated::none, true});
    if (!list)
        return {};
    for (const Ref<DeviceInfo> &entry : (*list)->entries())
        for (const Ref<DeviceInfo> &node : entry->nodes())
            if (node->path() == path && entry->is_camera())
                return entry->path();
    return {};
}

bool look_at_capabilities(Device &device, Findings &findings)
{
    const DeviceInfo &info = *device.info();
    if (info.is_camera()) {
        findings.push_back(good(Check::capabilities, info.label(), "it captures video by streaming"));
        return true;
    }
    Failure failure = device.not_a_camera();
    if (info.captures_video())
        failure.code = Code::no_streaming;
    failure.cause =
        std::string("it is a node for ") + role_name(info.role()) + ", its capabilities are " + hex(info.capabilities());
    const std::string camera = camera_beside(device.context(), info.path());
    if (!camera.empty()) {
        failure.cause += "; the camera of the same device is " + camera;
        failure.advice = "v4lxx doctor " + camera;
    }
    findings.push_back(finding_of(Check::capabilities, failure));
    return false;
}

void look_at_holders(Device &device, Findings &findings)
{
    const std::string label = device.info()->label();
    const std::string others = holder_words(device.context().system(), device.node());
    if (others.empty())
        findings.push_back(good(Check::holders, label, "no other program was seen that has it open"));
    else
        findings.push_back({Check::holders,
                            Severity::note,
                            {},
                            label,
                            "it is open in " + others,
                            "only one program at a time can take frames",
                            false});
}

Failure no_formats(const std::string &device) { return seen_failure(Code::no_formats, device, "VIDIOC_ENUM_FMT names none"); }

bool look_at_formats(Device &device, Findings &findings)
{
    const std::string label = device.info()->label();
    auto formats = device.formats();
    if (!formats || formats->empty()) {
        findings.push_back(finding_of(Check::formats, formats ? no_formats(label) : std::move(formats).failure().on(label)));
        return false;
    }
    std::vector<kernel::FormatDescription> usable, others;
    bool has_jpeg_frames = false;
    for (const auto &format : *formats) {
        (picture_source(format.fourcc) != PictureSource::none ? usable : others).push_back(format);
        has_jpeg_frames = has_jpeg_frames || image::is_motion_jpeg(format.fourcc);
    }
    const std::string offers = "it offers " + format_names(*formats);
    if (!usable.empty()) {
        const std::string which = others.empty()                  ? "all of them"
                                  : others.size() < usable.size() ? "all but " + format_names(others)
                                                                  : format_names(usable);
        findings.push_back(good(Check::formats, label, offers + "; pictures can be made of " + which));
        return true;
    }
    Finding finding{Check::formats, Severity::warning, Code::image_format_unsupported, label,
                    offers + ", and pictures can be made of none of them"};
    if (has_jpeg_frames && !image::has_jpeg) {
        finding.meaning = "this build of the library has no JPEG";
        finding.meaning_checked = true;
    }
    finding.advice = hint_for(label, "take frames as they are: v4lxx capture DEVICE -n 1 -o frame.raw");
    findings.push_back(std::move(finding));
    return true;
}

static bool is_on(Device &device, uint32_t control_id)
{
    const auto reading = read_control(device, control_id);
    return reading && reading->type == kernel::ControlType::boolean && reading->value != 0;
}

Failure privacy_is_on(const std::string &device) { return seen_failure(Code::privacy_on, device, "the control privacy is on"); }

void look_at_controls(Device &device, Findings &findings)
{
    const std::string label = device.info()->label();
    const size_t before = findings.size();
    if (is_on(device, V4L2_CID_PRIVACY))
        findings.push_back(finding_of(Check::controls, privacy_is_on(label), Severity::warning));
    if (is_on(device, V4L2_CID_EXPOSURE_AUTO_PRIORITY))
        findings.push_back({Check::controls,
                            Severity::note,
                            {},
                            label,
                            "exposure_dynamic_framerate is on",
                            "the camera gives fewer frames a second when it is dark",
                            false,
                            hint_for(label, "v4lxx ctl DEVICE exposure_dynamic_framerate=off")});
    if (findings.size() == before)
        findings.push_back(good(Check::controls, label, "no control was found that makes pictures dark or slow"));
}

}  // namespace v4lxx::device
