#include "base/errnos.hpp"
#include "kernel/sim/device_clock.hpp"
#include "kernel/sim/node.hpp"
#include "kernel/sim/plug_monitor.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <mutex>
#include <new>
#include <unistd.h>

namespace v4lxx::kernel::sim {

struct World::Impl {
    JpegEncoder jpeg;
    std::shared_ptr<PlugBoard> board = std::make_shared<PlugBoard>();
    std::mutex mutex;  // guards what follows; nothing may be held before it
    std::map<std::string, std::shared_ptr<Device>, std::less<>> devices;
    std::vector<std::string> added;  // offered besides those everybody is offered
    std::map<std::string, std::shared_ptr<Bus>, std::less<>> buses;

    // The bus that the parameters name; one without a name is the device's own.
    std::shared_ptr<Bus> bus_of(const Parameters &parameters);
    std::shared_ptr<Device> make_device(std::string_view name, std::string *problem, bool *bad_script);
};

std::shared_ptr<Bus> World::Impl::bus_of(const Parameters &parameters)
{
    if (parameters.bus.empty() && parameters.bandwidth == 0)
        return nullptr;
    std::shared_ptr<Bus> own;
    std::shared_ptr<Bus> &bus = parameters.bus.empty() ? own : buses[parameters.bus];
    if (!bus)
        bus = std::make_shared<Bus>();
    bus->limit(parameters.bandwidth);
    return bus;
}

World::World(JpegEncoder jpeg) : impl_(std::make_unique<Impl>()) { impl_->jpeg = std::move(jpeg); }
World::~World() = default;

bool World::is_simulated_name(std::string_view name) { return name.substr(0, 4) == "sim:"; }

// False with *problem if the file cannot be read. Scripts are small: more than 64 KiB is something else.
static bool read_script(const std::string &path, std::string *text, std::string *problem)
{
    int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    char part[4096];
    ssize_t got = fd < 0 ? -1 : 0;
    while (fd >= 0 && text->size() <= 65536 && (got = ::read(fd, part, sizeof part)) > 0)
        text->append(part, static_cast<size_t>(got));
    int error = errno;
    if (fd >= 0)
        ::close(fd);
    if (got == 0)
        return true;
    *problem = "script '" + path + "': " + (got < 0 ? errno_name(error) : "larger than 64 KiB");
    return false;
}

// Null with *problem if the name or its script is wrong.
std::shared_ptr<Device> World::Impl::make_device(std::string_view name, std::string *problem, bool *bad_script)
{
    Parameters parameters;
    if (parse_name(name, jpeg != nullptr, &parameters, problem) < 0)
        return nullptr;
    std::string path = parameters.script, text;
    auto bus = bus_of(parameters);
    auto device = std::make_shared<Device>(std::move(parameters), jpeg, std::move(bus), board);
    if (path.empty())
        return device;
    *bad_script = true;
    if (!read_script(path, &text, problem))
        return nullptr;
    if (device->inject(text, problem) < 0) {
        *problem = "script '" + path + "', " + *problem;
        return nullptr;
    }
    *bad_script = false;
    return device;
}

std::shared_ptr<Device> World::make(std::string_view name, std::string *problem, bool *bad_script)
{
    *bad_script = false;
    std::lock_guard lock(impl_->mutex);
    auto found = impl_->devices.find(name);
    if (found != impl_->devices.end())
        return found->second;
    auto device = impl_->make_device(name, problem, bad_script);
    if (device)
        impl_->devices.emplace(name, device);
    return device;
}

int World::open(const char *name, FaultPlan *faults, std::unique_ptr<Node> *out, std::string *problem, bool *bad_script)
{
    std::shared_ptr<Device> device = make(name, problem, bad_script);
    if (!device)
        return -EINVAL;
    OpenFile *file = nullptr;
    if (int rc = device->open(&file); rc < 0)
        return rc;
    out->reset(new (std::nothrow) SimNode(faults, device, file));
    if (*out)
        return 0;
    device->close(file);
    return -ENOMEM;
}

int World::make_clock(const char *name, std::unique_ptr<DeviceClock> *out)
{
    std::shared_ptr<Device> device = find(name);
    return device ? make_clock_of(std::move(device), out) : -ENODEV;
}

void World::note_unmap(void *address, size_t length)
{
    std::lock_guard lock(impl_->mutex);
    for (auto &[name, device] : impl_->devices)
        if (device->note_unmap(address, length))
            return;
}

std::shared_ptr<Device> World::find(std::string_view name)
{
    std::lock_guard lock(impl_->mutex);
    auto found = impl_->devices.find(name);
    return found == impl_->devices.end() ? nullptr : found->second;
}

int World::offer(const char *name, std::string *problem, bool *bad_script)
{
    if (!make(name, problem, bad_script))
        return -EINVAL;
    std::lock_guard lock(impl_->mutex);
    if (std::find(impl_->added.begin(), impl_->added.end(), name) != impl_->added.end())
        return 0;
    impl_->added.emplace_back(name);
    impl_->board->tell();
    return 0;
}

int World::make_monitor(std::unique_ptr<Monitor> *out)
{
    return make_plug_monitor(
        impl_->board,
        [impl = impl_.get()] {
            std::lock_guard lock(impl->mutex);
            for (const auto &[name, device] : impl->devices)
                device->plugging();
        },
        out);
}

int World::reset_usb(std::string_view name)
{
    std::shared_ptr<Device> device = find(name);
    return device ? device->reset_usb() : -ENODEV;
}

uint64_t World::plugging(std::string_view name) const
{
    std::lock_guard lock(impl_->mutex);
    const auto found = impl_->devices.find(name);
    return found == impl_->devices.end() ? 1 : found->second->plugging();
}

std::vector<Neighbour> World::streaming_neighbours(std::string_view name) const
{
    std::lock_guard lock(impl_->mutex);
    std::vector<Neighbour> found;
    const auto mine = impl_->devices.find(name);
    if (mine == impl_->devices.end() || !mine->second->bus())
        return found;
    for (const auto &[other, device] : impl_->devices)
        if (device != mine->second && device->bus() == mine->second->bus() && device->bus()->is_used_by(device.get()))
            found.push_back({other, device->parameters().card});
    return found;
}

std::vector<std::string> World::added() const
{
    std::lock_guard lock(impl_->mutex);
    return impl_->added;
}

std::vector<std::string> World::offered() const
{
    std::vector<std::string> names{"sim:camera", "sim:camera,format=NV12M,api=mplane"};
    if (impl_->jpeg)
        names.push_back("sim:camera,format=MJPG");
    const std::vector<std::string> more = added();
    names.insert(names.end(), more.begin(), more.end());
    return names;
}

}  // namespace v4lxx::kernel::sim
