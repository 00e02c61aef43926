// What everything of one user hangs off: the system as this user sees it. There is no hidden global one.
#pragma once

#include "base/object.hpp"
#include "kernel/host.hpp"

#include <memory>

namespace v4lxx::device {

class Context : public Object {
public:
    Context();
    kernel::Host &system() { return *host_; }

private:
    std::unique_ptr<kernel::Host> host_;
};

}  // namespace v4lxx::device
