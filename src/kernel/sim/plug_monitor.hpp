// The monitor of the simulated devices of a context.
#pragma once

#include "kernel/kernel.hpp"
#include "kernel/sim/plug_board.hpp"

#include <functional>

namespace v4lxx::kernel::sim {

// catch_up: makes happen on each device what its script had for the time until now. A virtual clock stands still.
int make_plug_monitor(std::shared_ptr<PlugBoard> board, std::function<void()> catch_up, std::unique_ptr<Monitor> *out);

}  // namespace v4lxx::kernel::sim
