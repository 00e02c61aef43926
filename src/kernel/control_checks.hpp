// The checks behind the calls about controls: pure functions over what the kernel answered.
#pragma once

#include "base/result.hpp"
#include "kernel/controls.hpp"
#include "uapi/videodev2.hpp"

namespace v4lxx::kernel {

constexpr uint32_t max_menu_items = 1024;  // no menu has more; one of 2^31 items is a driver's mistake
constexpr uint32_t max_string_bytes = 65536;
constexpr uint64_t max_array_bytes = uint64_t{1} << 30;

ControlDescription checked(const v4l2_query_ext_ctrl &raw);
ControlDescription checked(const v4l2_queryctrl &raw);
// Whether a number is in its range, whatever its step; of a menu its index.
bool takes(const ControlDescription &control, int64_t value);
MenuItem checked(const v4l2_querymenu &raw, ControlType type);

}  // namespace v4lxx::kernel
