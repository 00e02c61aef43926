// One request on an open device: refused once the device is lost, its failure completed with what only the device knows.
#pragma once

#include "device/device.hpp"

namespace v4lxx::device {

template <class T, class F>
Result<T> request(Device &device, const char *operation, F &&call)
{
    if (device.is_lost())
        return device.lost_failure().in(operation);
    Result<T> answer = call();
    if (!answer)
        return device.settle(std::move(answer).failure()).in(operation);
    return answer;
}

}  // namespace v4lxx::device
