// Which video nodes there are. Never fails or leaks because one node is broken: that node stays listed with the reason.
#pragma once

#include "base/result.hpp"
#include "device/context.hpp"
#include "device/device_info.hpp"

#include <vector>

namespace v4lxx::device {

struct ListWish {
    bool simulated = false;  // name the built-in simulated devices too
    bool all = false;        // nodes that cannot capture video too
};

class DeviceList : public Object {
public:
    explicit DeviceList(std::vector<Ref<DeviceInfo>> entries) : entries_(std::move(entries)) {}
    const std::vector<Ref<DeviceInfo>> &entries() const { return entries_; }

private:
    std::vector<Ref<DeviceInfo>> entries_;
};

Result<Ref<DeviceList>> list_devices(Context &context, const ListWish &wish);

}  // namespace v4lxx::device
