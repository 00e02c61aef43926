// Typed calls about analog standards of the selected input.
#pragma once

#include "base/result.hpp"
#include "kernel/inputs.hpp"
#include "kernel/kernel.hpp"

namespace v4lxx::kernel {

Result<std::vector<Standard>> enumerate_standards(Node &node);  // empty if the input has none
Result<uint64_t> get_standard(Node &node);
Result<void> set_standard(Node &node, uint64_t bits);
// What comes in: all standards it may be. 0: no signal, or none that was recognised.
Result<uint64_t> query_standard(Node &node);

}  // namespace v4lxx::kernel
