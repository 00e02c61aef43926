// The system as a context sees it: real nodes and simulated ones behind one door, told apart by name.
#pragma once

#include "kernel/linux/linux_system.hpp"
#include "kernel/sim/sim.hpp"
#include "v4lxx_config.h"

namespace v4lxx::kernel {

class Host : public LinuxSystem {
public:
    explicit Host(sim::JpegEncoder jpeg);
    ~Host() override;

    bool is_simulated(const char *name) const override;
    std::vector<std::string> simulated_names() const override;
    int offer_simulated(const char *name, OpenProblem *problem) override;
    std::vector<std::string> added_simulated_names() const override;
    std::vector<Neighbour> simulated_neighbours(const char *name) const override;
    uint64_t simulated_plugging(const char *name) const override;
#ifdef HAVE_SIM
    sim::World &world() { return *world_; }
#endif

protected:
    int do_open(const char *name, std::unique_ptr<Node> *out, OpenProblem *problem) override;
    int do_make_clock(const char *name, std::unique_ptr<DeviceClock> *out) override;
    int do_make_monitor(bool with_simulated, std::unique_ptr<Monitor> *out) override;
    int do_reset_usb(const char *name) override;
    int do_unmap(void *address, size_t length) override;
    int do_make_private(void *address, size_t length) override;

#ifdef HAVE_SIM
private:
    std::unique_ptr<sim::World> world_;
#endif
};

}  // namespace v4lxx::kernel
