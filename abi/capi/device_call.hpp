// What every function over an open device does around its one call.
#pragma once

#include "guard.hpp"
#include "handle.hpp"
#include "versioned.hpp"

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

// The snapshot that a request on an open device makes.
template <class Handle, class F>
v4lxx_status hand_out_list(v4lxx_device *device, const char *operation, Handle **out, v4lxx_error **error, F &&request) noexcept
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED(out);
        *out = nullptr;
        return inside(device, operation, error, [&](device::Device &open) { return hand_out(request(open), out, error); });
    });
}

// One entry of a snapshot as the struct of the C API that `to_public` makes of it and its index.
template <class Handle, class T, class F>
v4lxx_status write_entry(const Handle *list, uint32_t index, T *out, v4lxx_error **error, F &&to_public) noexcept
{
    return guard(error, [&]() -> v4lxx_status {
        V4LXX_NEED(list);
        V4LXX_NEED_STRUCT(out);
        const auto *found = entry(list, index);
        if (found == nullptr)
            return fail(error,
                        argument_failure(Code::value_out_of_range, "index", "the list has no entry " + std::to_string(index)));
        write_versioned(out, to_public(*found));
        return V4LXX_OK;
    });
}

}  // namespace v4lxx::capi
