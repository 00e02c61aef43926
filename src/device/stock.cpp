#include "device/stock.hpp"

#include <algorithm>
#include <cerrno>
#include <optional>

namespace v4lxx::device {

// What tells a node from one that had its name before: its entry in sysfs is made anew for each device, and so is the node where udev or the
// kernel makes it. nullopt with *is_gone, or if it cannot be told.
static std::optional<SeenNode> mark_of(kernel::System &system, const std::string &name, bool *is_gone)
{
    kernel::PathKind node, entry;
    const std::string path = "/dev/" + name;
    const int rc = system.path_kind(path.c_str(), &node);
    *is_gone = rc == -ENOENT;
    if (rc < 0)
        return std::nullopt;
    const int known = system.path_kind(("/sys/class/video4linux/" + name).c_str(), &entry);
    if (known < 0 && known != -ENOENT && known != -ENOTDIR && known != -EACCES)
        return std::nullopt;
    return SeenNode{path, known == 0 ? entry.inode : node.inode, node.changed_ns};
}

// The node came or went while it was asked.
static bool is_passing(const ErrorReport *error)
{
    if (error == nullptr)
        return false;
    const Code code = error->failure.code;
    return code == Code::device_gone || code == Code::no_such_node || code == Code::node_changed;
}

static bool is_same_place(const Place &a, const Place &b)
{
    return a.key == b.key && a.bus == b.bus && a.interface == b.interface && a.is_usb == b.is_usb && a.vendor == b.vendor &&
           a.product == b.product && a.serial == b.serial && a.index == b.index && a.is_doubtful == b.is_doubtful;
}

static bool says_the_same(const DeviceInfo &a, const DeviceInfo &b)
{
    const auto code = [](const DeviceInfo &info) { return info.error() == nullptr ? Code{} : info.error()->failure.code; };
    return a.card() == b.card() && a.driver() == b.driver() && a.bus() == b.bus() && a.capabilities() == b.capabilities() &&
           a.role() == b.role() && code(a) == code(b) && is_same_place(a.place(), b.place());
}

// Fills in what a node answers, and keeps what it answered before if that is the same, so that one can see that nothing changed.
static void fill_in(SeenNode &seen, const SeenNode *before, const Ref<DeviceInfo> &answer, uint32_t *unready)
{
    const ErrorReport *error = answer->error();
    *unready += answer->place().is_doubtful || (error != nullptr && error->failure.code != Code::open_denied);
    if (is_passing(error))
        return;
    const bool same =
        before != nullptr && before->node && before->instance == seen.instance && says_the_same(*before->node, *answer);
    seen.node = same ? before->node : answer;
}

static const SeenNode *find_seen(const SeenNodes &nodes, const std::string &name)
{
    const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const SeenNode &node) { return node.name == name; });
    return found == nodes.end() ? nullptr : &*found;
}

static bool has_good_answer(const SeenNode *seen)
{
    return seen != nullptr && seen->node && seen->node->error() == nullptr && !seen->node->place().is_doubtful;
}

static Result<void> look_at_real_nodes(Context &context, const Stock &before, Stock &now)
{
    auto names = nodes_of_machine(context.system());
    if (!names)
        return std::move(names).failure();
    for (const NodeName &name : *names) {
        const SeenNode *old = find_seen(before.real, "/dev/" + name.name);
        bool is_gone = false;
        auto mark = mark_of(context.system(), name.name, &is_gone);
        if (!mark)
            now.unready += !is_gone;
        if (!mark && (is_gone || old == nullptr))
            continue;
        if (!mark || (has_good_answer(old) && old->instance == mark->instance && old->changed_ns == mark->changed_ns)) {
            now.real.push_back(*old);
            continue;
        }
        fill_in(*mark, old, look_at_node(context, name), &now.unready);
        now.real.push_back(*std::move(mark));
    }
    return {};
}

static void look_at_simulated_devices(Context &context, const Stock &before, Stock &now)
{
    for (const std::string &name : context.system().simulated_names()) {
        SeenNode seen{name, context.system().simulated_plugging(name.c_str())};
        if (seen.instance == 0 || find_seen(now.simulated, name) != nullptr)
            continue;
        const SeenNode *old = find_seen(before.simulated, name);
        if (has_good_answer(old) && old->instance == seen.instance)
            seen.node = old->node;
        else
            fill_in(seen, old, look_at_simulated(context, name), &now.unready);
        now.simulated.push_back(std::move(seen));
    }
}

Result<Stock> take_stock(Context &context, const Stock &before, bool real, bool simulated)
{
    Stock now;
    if (!real)
        now.real = before.real;
    else if (auto looked = look_at_real_nodes(context, before, now); !looked)
        return std::move(looked).failure();
    if (!simulated)
        now.simulated = before.simulated;
    else
        look_at_simulated_devices(context, before, now);
    std::vector<Ref<DeviceInfo>> nodes;
    for (const SeenNode &seen : now.real)
        if (seen.node)  // a copy: names are given anew each time
            nodes.push_back(Ref<DeviceInfo>::adopt(new DeviceInfo(*seen.node, {}, "", "")));
    now.devices = physical_devices(context.system(), std::move(nodes));
    for (const SeenNode &seen : now.simulated)
        if (seen.node)
            now.devices.push_back(seen.node);
    return now;
}

namespace {

enum class Fate : uint8_t { same, changed, replaced };

}  // namespace

static const SeenNode *find_in(const Stock &stock, const DeviceInfo &node)
{
    return find_seen(node.is_simulated() ? stock.simulated : stock.real, node.path());
}

// What has become of a device, if it is the one that has its id now.
static Fate fate_of(const Stock &before, const DeviceInfo &old, const Stock &now, const DeviceInfo &same_id)
{
    bool is_same = old.nodes().size() == same_id.nodes().size() && old.media_path() == same_id.media_path();
    bool has_kept_a_node = false;
    for (size_t i = 0; i < old.nodes().size(); i++) {
        const SeenNode *then = find_in(before, *old.nodes()[i]), *today = find_in(now, *old.nodes()[i]);
        const bool kept = then != nullptr && today != nullptr && today->node && then->instance == today->instance;
        has_kept_a_node = has_kept_a_node || kept;
        is_same =
            is_same && kept && then->node.get() == today->node.get() && old.nodes()[i]->path() == same_id.nodes()[i]->path();
    }
    return !has_kept_a_node ? Fate::replaced : is_same ? Fate::same : Fate::changed;
}

std::vector<Change> changes_between(const Stock &before, const Stock &now)
{
    std::vector<Change> changes, later;
    std::vector<Ref<DeviceInfo>> come = now.devices;
    for (const Ref<DeviceInfo> &old : before.devices) {
        const auto found =
            std::find_if(come.begin(), come.end(), [&](const Ref<DeviceInfo> &one) { return one->id() == old->id(); });
        const Fate fate = found == come.end() ? Fate::replaced : fate_of(before, *old, now, **found);
        if (fate == Fate::replaced) {
            changes.push_back({ChangeKind::removed, old});
            continue;
        }
        if (fate == Fate::changed)
            later.push_back({ChangeKind::changed, *found});
        come.erase(found);
    }
    for (Ref<DeviceInfo> &added : come)
        changes.push_back({ChangeKind::added, std::move(added)});
    changes.insert(changes.end(), later.begin(), later.end());
    return changes;
}

}  // namespace v4lxx::device
