#include "kernel/host.hpp"

#include "v4lxx_config.h"

#include <cerrno>
#include <string_view>

namespace v4lxx::kernel {

bool Host::is_simulated(const char *name) const { return std::string_view(name).substr(0, 4) == "sim:"; }

#ifdef HAVE_SIM

namespace {

class TwoMonitors : public Monitor {
public:
    TwoMonitors(std::unique_ptr<Monitor> real, std::unique_ptr<Monitor> simulated)
        : real_(std::move(real)), simulated_(std::move(simulated))
    {
    }
    std::vector<int> fds() const override
    {
        std::vector<int> all = real_->fds();
        for (const int fd : simulated_->fds())
            all.push_back(fd);
        return all;
    }
    Signs drain() override { return {real_->drain().real, simulated_->drain().simulated}; }

private:
    std::unique_ptr<Monitor> real_, simulated_;
};

}  // namespace

Host::Host(sim::JpegEncoder jpeg) : world_(std::make_unique<sim::World>(std::move(jpeg))) {}
Host::~Host() = default;

std::vector<std::string> Host::simulated_names() const { return world_->offered(); }

std::vector<std::string> Host::added_simulated_names() const { return world_->added(); }

std::vector<Neighbour> Host::simulated_neighbours(const char *name) const { return world_->streaming_neighbours(name); }

int Host::offer_simulated(const char *name, OpenProblem *problem)
{
    return is_simulated(name) ? world_->offer(name, &problem->text, &problem->in_script) : -EINVAL;
}

int Host::do_open(const char *name, std::unique_ptr<Node> *out, OpenProblem *problem)
{
    if (!is_simulated(name))
        return LinuxSystem::do_open(name, out, problem);
    return world_->open(name, fault_plan(), out, &problem->text, &problem->in_script);
}

int Host::do_make_clock(const char *name, std::unique_ptr<DeviceClock> *out)
{
    return is_simulated(name) ? world_->make_clock(name, out) : LinuxSystem::do_make_clock(name, out);
}

int Host::do_make_monitor(bool with_simulated, std::unique_ptr<Monitor> *out)
{
    std::unique_ptr<Monitor> real, simulated;
    if (int rc = LinuxSystem::do_make_monitor(false, &real); rc < 0 || !with_simulated) {
        *out = std::move(real);
        return rc;
    }
    if (int rc = world_->make_monitor(&simulated); rc < 0)
        return rc;
    *out = std::make_unique<TwoMonitors>(std::move(real), std::move(simulated));
    return 0;
}

int Host::do_reset_usb(const char *name)
{
    return is_simulated(name) ? world_->reset_usb(name) : LinuxSystem::do_reset_usb(name);
}

uint64_t Host::simulated_plugging(const char *name) const { return world_->plugging(name); }

// A simulated device wants to know, as a real one does, when a mapping of its memory goes away.
int Host::do_unmap(void *address, size_t length)
{
    world_->note_unmap(address, length);
    return LinuxSystem::do_unmap(address, length);
}

int Host::do_make_private(void *address, size_t length)
{
    int rc = LinuxSystem::do_make_private(address, length);
    if (rc == 0)
        world_->note_unmap(address, length);
    return rc;
}

#else

Host::Host(sim::JpegEncoder) {}
Host::~Host() = default;

std::vector<std::string> Host::simulated_names() const { return {}; }
int Host::offer_simulated(const char *, OpenProblem *) { return -ENOSYS; }
std::vector<std::string> Host::added_simulated_names() const { return {}; }
std::vector<Neighbour> Host::simulated_neighbours(const char *) const { return {}; }

int Host::do_open(const char *name, std::unique_ptr<Node> *out, OpenProblem *problem)
{
    return is_simulated(name) ? -ENOSYS : LinuxSystem::do_open(name, out, problem);
}

int Host::do_make_clock(const char *name, std::unique_ptr<DeviceClock> *out)
{
    return is_simulated(name) ? -ENOSYS : LinuxSystem::do_make_clock(name, out);
}

int Host::do_make_monitor(bool, std::unique_ptr<Monitor> *out) { return LinuxSystem::do_make_monitor(false, out); }
int Host::do_reset_usb(const char *name) { return is_simulated(name) ? -ENOSYS : LinuxSystem::do_reset_usb(name); }
uint64_t Host::simulated_plugging(const char *) const { return 0; }
int Host::do_unmap(void *address, size_t length) { return LinuxSystem::do_unmap(address, length); }
int Host::do_make_private(void *address, size_t length) { return LinuxSystem::do_make_private(address, length); }

#endif

}  // namespace v4lxx::kernel
