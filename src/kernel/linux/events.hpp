// eventfd and epoll behind the interfaces of kernel.hpp.
#pragma once

#include "kernel/kernel.hpp"

namespace v4lxx::kernel {

int make_eventfd(std::unique_ptr<Event> *out);
int make_epoll(FaultPlan *faults, std::unique_ptr<WaitSet> *out);

}  // namespace v4lxx::kernel
