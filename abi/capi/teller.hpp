// Failed calls are told to the log of their context: once, at the wall, where no lock is held and the message is whole.
#pragma once

#include "handle.hpp"

namespace v4lxx::capi {

// Keeps what it needs alive: the call may give back the last reference of its own object.
class Teller {
public:
    explicit Teller(v4lxx_context *context) noexcept { listen_to(object(context)); }
    explicit Teller(v4lxx_device *device) noexcept
    {
        if (device != nullptr && listen_to(&object(device)->context()))
            device_ = Ref<device::Device>::share(object(device));
    }
    explicit Teller(v4lxx_group *group) noexcept { listen_to(group == nullptr ? nullptr : &object(group)->context()); }
    explicit Teller(v4lxx_stream *stream) noexcept
    {
        if (stream != nullptr && listen_to(&object(stream)->queue().context()))
            device_ = object(stream)->queue().device();
    }

    bool has_listener() const noexcept { return static_cast<bool>(context_); }
    void tell(v4lxx_status status, const v4lxx_error *error) const noexcept;

private:
    bool listen_to(device::Context *context) noexcept
    {
        if (context != nullptr && context->log().wants(LogLevel::error))
            context_ = Ref<device::Context>::share(context);
        return has_listener();
    }

    Ref<device::Context> context_;
    Ref<device::Device> device_;  // null for what is about no device that is open
};

}  // namespace v4lxx::capi
