// What everything of one user hangs off: the system as this user sees it. There is no hidden global one.
#pragma once

#include "base/object.hpp"
#include "kernel/kernel.hpp"

#include <memory>

namespace v4lxx::device {

class Context : public Object {
public:
    Context();                                                                                // of the machine it runs on
    explicit Context(std::unique_ptr<kernel::System> system) : system_(std::move(system)) {}  // of another, for tests
    kernel::System &system() { return *system_; }

private:
    std::unique_ptr<kernel::System> system_;
};

}  // namespace v4lxx::device
