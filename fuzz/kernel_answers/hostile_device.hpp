// A device whose every answer comes from the fuzz input, open for whatever a target does with it.
#pragma once

#include "kernel_answers/hostile_system.hpp"
#include "support/call.hpp"

#include "capi/handle.hpp"

namespace v4lxx::fuzz {

inline v4lxx_context *hostile_context(Machine &machine)
{
    return capi::handle<v4lxx_context>(
        Ref<device::Context>::adopt(new device::Context(std::make_unique<HostileSystem>(machine))));
}

// Opens the device, hands it over a few times, and requires that nothing is left open.
template <class F>
void on_hostile_device(Machine &machine, F &&use)
{
    v4lxx_context *context = hostile_context(machine);
    Call call;
    v4lxx_device *device = nullptr;
    if (call(v4lxx_device_open(context, "/dev/video0", nullptr, &device, call.error())))
        for (int round = 0; round < 4; round++)
            use(device);
    v4lxx_device_unref(device);
    v4lxx_context_unref(context);
    REQUIRE(machine.open_nodes == 0);
}

}  // namespace v4lxx::fuzz
