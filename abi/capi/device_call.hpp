// What every function over an open device does around its one call.
#pragma once

#include "guard.hpp"
#include "handle.hpp"

namespace v4lxx::capi {

// One request on an open device: refused with ERROR_CLOSED once it is closed, and the node stays open while it runs.
template <class F>
v4lxx_status inside(v4lxx_device *device, const char *operation, v4lxx_error **error, F &&request)
{
    V4LXX_NEED(device);
    Inside call(*object(device));
    if (!call)
        return fail(error, object(device)->closed_failure().in(operation));
    return request(*object(device));
}

// A snapshot as a handle.
template <class Handle, class T>
v4lxx_status hand_out(Result<std::vector<T>> list, Handle **out, v4lxx_error **error)
{
    if (!list)
        return fail(error, std::move(list).failure());
    *out = handle<Handle>(Ref<List<T>>::adopt(new List<T>(*std::move(list))));
    return V4LXX_OK;
}

// One value of the frozen kind.
template <class T>
v4lxx_status write(Result<T> value, T *out, v4lxx_error **error)
{
    if (!value)
        return fail(error, std::move(value).failure());
    *out = *value;
    return V4LXX_OK;
}

// One entry of a snapshot, or nothing beyond its end.
template <class Handle>
const auto *entry(const Handle *list, uint32_t index) noexcept
{
    return list == nullptr || index >= object(list)->entries.size() ? nullptr : &object(list)->entries[index];
}

template <class Handle>
uint32_t count(const Handle *list) noexcept
{
    return list == nullptr ? 0 : static_cast<uint32_t>(object(list)->entries.size());
}

inline Failure no_such_entry(uint32_t index)
{
    return argument_failure(Code::value_out_of_range, "index", "the list has no entry " + std::to_string(index));
}

}  // namespace v4lxx::capi
