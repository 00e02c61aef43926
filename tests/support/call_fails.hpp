// A fault plan: as long as it is armed, every call of one kind fails.
#pragma once

#include "kernel/fault_plan.hpp"

#include <cerrno>

namespace v4lxx::test {

class CallFails : public kernel::FaultPlan {
public:
    explicit CallFails(kernel::Call call) : call_(call) {}
    int before(kernel::Call call, unsigned long) override { return armed && call == call_ ? -EMFILE : 0; }
    bool armed = false;

private:
    kernel::Call call_;
};

}  // namespace v4lxx::test
