// DV timings of the selected input (HDMI, DVI, SDI): which it lists, which it has, what comes in, and choosing among them by name.
#pragma once

#include "device/device.hpp"
#include "kernel/timings.hpp"

namespace v4lxx::device {

struct ListedTimings {
    kernel::Timings timings;
    std::string name;  // "1920x1080p60"
};

Result<std::vector<ListedTimings>> list_timings(Device &device);
Result<kernel::Timings> current_timings(Device &device);
Result<kernel::Timings> query_timings(
    Device &device);  // no signal, no lock and out of range are failures with codes of their own
Result<kernel::Timings> set_timings(Device &device, const kernel::Timings &wanted);
Result<kernel::TimingsCapabilities> timings_capabilities(Device &device);
// The listed timings that a text such as "1920x1080p60" or "1920x1080@59.94" means; "auto": what comes in.
Result<kernel::Timings> find_timings(Device &device, std::string_view text);

}  // namespace v4lxx::device
