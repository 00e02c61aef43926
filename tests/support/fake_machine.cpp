#include "support/fake_machine.hpp"

#include "image/jpeg.hpp"

#include <algorithm>
#include <cerrno>

namespace v4lxx::test {

namespace {

// A simulated node that says it is the device at the path, as fstat() would.
class PathNode : public kernel::Node {
public:
    PathNode(std::unique_ptr<kernel::Node> node, const kernel::PathKind &kind)
        : Node(nullptr), node_(std::move(node)), kind_(kind)
    {
    }
    bool is_read_only() const override { return node_->is_read_only(); }
    int wait_fd() const override { return node_->wait_fd(); }
    int64_t now_ns() override { return node_->now_ns(); }

protected:
    int do_ioctl(unsigned long request, void *argument) override { return node_->ioctl(request, argument); }
    int do_map(uint64_t offset, size_t length, void **out) override { return node_->map(offset, length, out); }
    int do_wait(kernel::Event *wake, int64_t timeout_ns, kernel::Ready *ready) override
    {
        return node_->wait(wake, timeout_ns, ready);
    }
    int do_pause(kernel::Event &wake, int64_t timeout_ns) override { return node_->pause(wake, timeout_ns); }
    int do_check_descriptor() override { return node_->check_descriptor(); }
    int do_kind(kernel::PathKind *out) override
    {
        *out = kind_;
        return 0;
    }

private:
    std::unique_ptr<kernel::Node> node_;
    kernel::PathKind kind_;
};

}  // namespace

FakeMachine::FakeMachine() : Host(image::jpeg_from_rgb) { add_directory("/dev"); }

kernel::PathKind FakeMachine::node_kind(uint32_t minor, uint32_t mode, uint32_t owner, uint32_t group)
{
    kernel::PathKind kind;
    kind.type = kernel::PathKind::character_device;
    kind.major = kernel::v4l2_major;
    kind.minor = minor;
    kind.mode = mode;
    kind.owner = owner;
    kind.group = group;
    return kind;
}

void FakeMachine::add_file(const std::string &path, const std::string &text) { entries_[path] = {Entry::file, text, 0, {}}; }
void FakeMachine::add_link(const std::string &path, const std::string &target)
{
    entries_[path] = {Entry::link, target, 0, {}};
}
void FakeMachine::add_directory(const std::string &path) { entries_[path] = {Entry::directory, "", 0, {}}; }
void FakeMachine::add_error(const std::string &path, int error) { entries_[path] = {Entry::file, "", error, {}}; }
void FakeMachine::add_node(const std::string &path, const std::string &simulated, kernel::PathKind kind)
{
    kind.inode = ++inodes_;
    entries_[path] = {Entry::node, simulated, 0, kind};
}

void FakeMachine::set_mode(const std::string &path, uint32_t mode)
{
    entries_[path].kind.mode = mode;
    entries_[path].kind.changed_ns++;
}

void FakeMachine::add_video_node(const std::string &name, const std::string &simulated, const std::string &parent,
                                 uint32_t index)
{
    add_node("/dev/" + name, simulated, node_kind(static_cast<uint32_t>(entries_.size())));
    const std::string folder = "/sys/class/video4linux/" + name;
    add_link(folder, "../../devices/" + parent + "/video4linux/" + name);
    add_file(folder + "/index", std::to_string(index) + "\n");
    add_file(folder + "/name", "name of " + name + "\n");
}

void FakeMachine::add_usb_device(const std::string &folder, const std::string &vendor, const std::string &product,
                                 const std::string &serial)
{
    add_file("/sys/devices/" + folder + "/idVendor", vendor + "\n");
    add_file("/sys/devices/" + folder + "/idProduct", product + "\n");
    if (!serial.empty())
        add_file("/sys/devices/" + folder + "/serial", serial + "\n");
}

void FakeMachine::remove(const std::string &path)
{
    std::erase_if(entries_, [&](const auto &entry) {
        return entry.first == path || entry.first.compare(0, path.size() + 1, path + "/") == 0;
    });
}

v4lxx_context *FakeMachine::into_context(std::unique_ptr<FakeMachine> machine)
{
    return reinterpret_cast<v4lxx_context *>(new device::Context(std::move(machine)));
}

const FakeMachine::Entry *FakeMachine::find(const char *path) const
{
    const auto found = entries_.find(path);
    return found == entries_.end() ? nullptr : &found->second;
}

bool FakeMachine::may(uint32_t bit, const kernel::PathKind &kind) const
{
    const auto &mine = identity_.groups;
    const bool member = std::find(mine.begin(), mine.end(), kind.group) != mine.end();
    const uint32_t mode = identity_.user == kind.owner ? kind.mode >> 6 : member ? kind.mode >> 3 : kind.mode;
    return identity_.user == 0 || (mode & bit) != 0;
}

int FakeMachine::do_open(const char *name, std::unique_ptr<kernel::Node> *out, kernel::OpenProblem *problem)
{
    if (is_simulated(name))
        return Host::do_open(name, out, problem);
    if (before_open_)
        before_open_();
    const Entry *entry = find(name);
    if (entry == nullptr)
        return -ENOENT;
    if (entry->error != 0)
        return -entry->error;
    if (entry->type == Entry::link)
        return do_open(entry->text.c_str(), out, problem);
    if (entry->type != Entry::node)
        return -ENXIO;
    if (!may(4, entry->kind))
        return -EACCES;
    std::unique_ptr<kernel::Node> simulated;
    if (int rc = Host::do_open(entry->text.c_str(), &simulated, problem); rc < 0)
        return rc;
    *out = std::make_unique<PathNode>(std::move(simulated), entry->kind);
    return 0;
}

int FakeMachine::do_reset_usb(const char *path)
{
    const Entry *entry = find(path);
    if (entry == nullptr)
        return -ENOENT;
    if (!may(2, entry->kind))
        return -EACCES;
    return Host::do_reset_usb(entry->text.c_str());
}

int FakeMachine::do_path_kind(const char *path, kernel::PathKind *out)
{
    const Entry *entry = find(path);
    if (entry == nullptr)
        return -ENOENT;
    if (entry->type == Entry::link)
        return do_path_kind(entry->text.c_str(), out);
    *out = entry->kind;
    if (entry->type != Entry::node)
        out->type = entry->type == Entry::directory ? kernel::PathKind::directory : kernel::PathKind::regular;
    if (entry->type != Entry::node && entry->error != 0)
        *out = node_kind();  // a node whose opening fails
    return 0;
}

int FakeMachine::do_list_directory(const char *path, std::vector<std::string> *out)
{
    if (const Entry *entry = find(path); entry != nullptr && entry->error != 0)
        return -entry->error;
    const std::string prefix = std::string(path) + "/";
    bool exists = find(path) != nullptr;
    for (const auto &[name, entry] : entries_) {
        if (name.compare(0, prefix.size(), prefix) != 0)
            continue;
        exists = true;
        if (const std::string rest = name.substr(prefix.size()); rest.find('/') == rest.npos)
            out->push_back(rest);
    }
    return exists ? 0 : -ENOENT;
}

int FakeMachine::do_read_file(const char *path, size_t limit_bytes, std::string *out)
{
    const Entry *entry = find(path);
    if (entry == nullptr)
        return -ENOENT;
    if (entry->error != 0)
        return -entry->error;
    *out = entry->text.substr(0, limit_bytes);
    return 0;
}

int FakeMachine::do_read_link(const char *path, std::string *out)
{
    const Entry *entry = find(path);
    if (entry == nullptr)
        return -ENOENT;
    if (entry->type != Entry::link)
        return -EINVAL;
    *out = entry->text;
    return 0;
}

int FakeMachine::do_process_identity(kernel::ProcessIdentity *out)
{
    *out = identity_;
    return 0;
}

v4lxx_error *refused_open(std::unique_ptr<FakeMachine> machine, const char *name)
{
    v4lxx_context *context = FakeMachine::into_context(std::move(machine));
    v4lxx_device *device = nullptr;
    v4lxx_error *error = nullptr;
    v4lxx_device_open(context, name, nullptr, &device, &error);
    v4lxx_device_unref(device);
    v4lxx_context_unref(context);
    return error;
}

}  // namespace v4lxx::test
