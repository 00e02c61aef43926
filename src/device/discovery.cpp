#include "device/discovery.hpp"

#include "base/text.hpp"
#include "device/opening.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <optional>
#include <string_view>

namespace v4lxx::device {

// The families of V4L2 nodes, as udev names them.
static constexpr std::string_view families[] = {"video", "vbi", "radio", "swradio", "v4l-touch"};

namespace {

struct NodeName {
    size_t family;
    uint32_t number;
    std::string name;
};

}  // namespace

// "video12" is number 12 of its family; "video-capture" or "videodev" is none of ours.
static std::optional<NodeName> parse(const std::string &name)
{
    for (size_t i = 0; i < std::size(families); i++) {
        if (name.compare(0, families[i].size(), families[i]) != 0)
            continue;
        uint32_t number = 0;
        const char *end = name.data() + name.size();
        const auto [rest, error] = std::from_chars(name.data() + families[i].size(), end, number);
        if (error == std::errc() && rest == end)
            return NodeName{i, number, name};
    }
    return std::nullopt;
}

static std::vector<NodeName> sorted_nodes(const std::vector<std::string> &names)
{
    std::vector<NodeName> nodes;
    for (const std::string &name : names)
        if (auto node = parse(name))
            nodes.push_back(*std::move(node));
    std::sort(nodes.begin(), nodes.end(), [](const NodeName &a, const NodeName &b) {
        return a.family != b.family ? a.family < b.family : a.number < b.number;
    });
    return nodes;
}

// What sysfs calls the device, for nodes that cannot be opened. sysfs may be missing, in a container for example.
static std::string sysfs_card(kernel::System &system, const std::string &node)
{
    std::string text;
    if (system.read_file(("/sys/class/video4linux/" + node + "/name").c_str(), 64, &text) < 0)
        return {};
    if (!text.empty() && text.back() == '\n')
        text.pop_back();
    return sanitised(text.data(), text.size());
}

static Ref<DeviceInfo> look_at(Context &context, const std::string &name, const std::string &card)
{
    auto opened = open_node(context, name.c_str());
    if (opened)
        return opened->info;
    return Ref<DeviceInfo>::adopt(
        new DeviceInfo(name, card, context.system().is_simulated(name.c_str()), std::move(opened).failure()));
}

Result<Ref<DeviceList>> list_devices(Context &context, const ListWish &wish)
{
    kernel::System &system = context.system();
    std::vector<std::string> names;
    if (int rc = system.list_directory("/dev", &names); rc < 0) {
        Failure failure;
        failure.code = rc == -ENOMEM ? Code::out_of_memory : Code::system_call_failed;
        failure.sys_errno = -rc;
        failure.request = "opendir";
        failure.field = "/dev";
        return std::move(failure).in("list the devices");
    }
    std::vector<Ref<DeviceInfo>> entries;
    for (const NodeName &node : sorted_nodes(names)) {
        Ref<DeviceInfo> info = look_at(context, "/dev/" + node.name, sysfs_card(system, node.name));
        const bool may_be_camera = info->error() != nullptr && node.family == 0;
        if (wish.all || info->is_camera() || may_be_camera)
            entries.push_back(std::move(info));
    }
    if (wish.simulated)
        for (const std::string &name : system.simulated_names())
            entries.push_back(look_at(context, name, {}));
    return Ref<DeviceList>::adopt(new DeviceList(std::move(entries)));
}

}  // namespace v4lxx::device
