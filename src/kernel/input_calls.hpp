// Typed calls about the inputs of a device: connectors, or whatever else it can take its picture from.
#pragma once

#include "base/result.hpp"
#include "kernel/inputs.hpp"
#include "kernel/kernel.hpp"

namespace v4lxx::kernel {

Result<std::vector<Input>> enumerate_inputs(Node &node);  // empty if the node has none
Result<uint32_t> get_input(Node &node);
Result<void> set_input(Node &node, uint32_t index);

}  // namespace v4lxx::kernel
