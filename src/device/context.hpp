// What everything of one user hangs off: the system as this user sees it. There is no hidden global one.
#pragma once

#include "base/log.hpp"
#include "base/object.hpp"
#include "device/clock_relations.hpp"
#include "kernel/kernel.hpp"

#include <memory>

namespace v4lxx::device {

class Context : public Object {
public:
    Context();                                                 // of the machine it runs on
    explicit Context(std::unique_ptr<kernel::System> system);  // of another, for tests
    kernel::System &system() { return *system_; }
    Log &log() { return log_; }
    const Log &log() const { return log_; }
    ClockRelations &clocks() { return clocks_; }

private:
    std::unique_ptr<kernel::System> system_;
    Log log_;
    ClockRelations clocks_;  // of the system
};

}  // namespace v4lxx::device
