// Typed calls about crop and compose rectangles: which part of the source is taken, and where in the frame it is put.
#pragma once

#include "base/result.hpp"
#include "kernel/inputs.hpp"
#include "kernel/kernel.hpp"

namespace v4lxx::kernel {

// target and flags: V4L2_SEL_TGT_ and V4L2_SEL_FLAG_.
Result<Rectangle> get_selection(Node &node, uint32_t target);
Result<Rectangle> set_selection(Node &node, uint32_t target, uint32_t flags, const Rectangle &wanted);  // what was granted

}  // namespace v4lxx::kernel
