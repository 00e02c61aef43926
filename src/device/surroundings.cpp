#include "device/surroundings.hpp"

#include "base/text.hpp"
#include "device/node_name.hpp"
#include "device/place.hpp"

#include <cstring>

namespace v4lxx::device {

static bool exists(kernel::System &system, const char *path)
{
    kernel::PathKind kind;
    return system.path_kind(path, &kind) == 0;
}

static bool file_says(kernel::System &system, const char *path, const char *word)
{
    std::string text;
    return system.read_file(path, 4096, &text) >= 0 && text.find(word) != text.npos;
}

Evidence look_around(kernel::System &system)
{
    if (exists(system, "/.flatpak-info"))
        return {Surroundings::flatpak, "a flatpak sandbox (/.flatpak-info exists)"};
    for (const char *mark : {"/.dockerenv", "/run/.containerenv"})
        if (exists(system, mark))
            return {Surroundings::container, std::string("a container (") + mark + " exists)"};
    if (file_says(system, "/proc/self/cgroup", "/snap."))
        return {Surroundings::snap, "a snap (its name is in /proc/self/cgroup)"};
    for (const char *word : {"docker", "kubepods", "lxc", "libpod"})
        if (file_says(system, "/proc/self/cgroup", word))
            return {Surroundings::container, std::string("a container (/proc/self/cgroup has \"") + word + "\")"};
    if (file_says(system, "/proc/sys/kernel/osrelease", "microsoft"))
        return {Surroundings::wsl, "WSL (the name of the kernel has \"microsoft\")"};
    return {};
}

// What sysfs knows although no node stands below /dev: "HD Pro Webcam C920 (video0)".
static std::string known_to_sysfs(kernel::System &system)
{
    constexpr size_t most_shown = 4;
    std::vector<std::string> names;
    if (system.list_directory("/sys/class/video4linux", &names) < 0)
        return {};
    std::string text;
    size_t shown = 0;
    for (const NodeName &node : node_names(names)) {
        if (shown++ == most_shown)
            return text + ", and more";
        const auto card = read_attribute(system, "/sys/class/video4linux/" + node.name + "/name");
        text += (text.empty() ? "" : ", ") + card.value_or("?") + " (" + node.name + ")";
    }
    return text;
}

static std::string advice_for(Surroundings kind)
{
    switch (kind) {
    case Surroundings::container: return "hand the device to the container: docker run --device /dev/video0 --group-add video";
    case Surroundings::flatpak: return "give the sandbox the devices: flatpak run --device=all APPLICATION";
    case Surroundings::snap: return "connect the camera: snap connect SNAP:camera";
    case Surroundings::wsl: return "attach the camera with usbipd, and use a kernel with the driver uvcvideo";
    case Surroundings::plain: break;
    }
    return "plug a camera in; if one is, dmesg tells whether the kernel saw it and has a driver for it";
}

Absence why_no_devices(kernel::System &system, bool nodes)
{
    if (nodes)
        return {"there are video nodes, but none that captures video; v4lxx list --all shows them", {}};
    const std::string hidden = known_to_sysfs(system);
    const Evidence around = look_around(system);
    std::string text =
        hidden.empty() ? "the kernel has no video device" : "the kernel has " + hidden + ", but there is no node below /dev";
    if (!around.words.empty())
        text += "; this is " + around.words;
    if (hidden.empty() || around.kind != Surroundings::plain)
        return {text, advice_for(around.kind)};
    return {text, "see whether udev runs: it makes the nodes"};
}

}  // namespace v4lxx::device
