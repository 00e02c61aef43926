// The exception wall: every entry point that can fail is `return guard(error, [&]() -> v4lxx_status { ... });`.
#pragma once

#include "teller.hpp"

#include "base/result.hpp"

#include <exception>
#include <new>
#include <v4lxx/v4lxx.h>

namespace v4lxx::capi {

// Hands the failure to the caller, if the caller wants it, and returns its status. May throw bad_alloc inside the wall.
v4lxx_status fail(v4lxx_error **error, Failure failure);
// The same without memory: the error is a static object.
v4lxx_status fail_without_memory(v4lxx_error **error) noexcept;
v4lxx_status fail_with_exception(v4lxx_error **error, const char *what) noexcept;

template <class F>
v4lxx_status guard(v4lxx_error **error, F &&call) noexcept
{
    if (error != nullptr)
        *error = nullptr;
    try {
        return call();
    } catch (const std::bad_alloc &) {
        return fail_without_memory(error);
    } catch (const std::exception &exception) {
        return fail_with_exception(error, exception.what());
    } catch (...) {
        return fail_with_exception(error, "not a std::exception");
    }
}

// The same for a call about a context, a device or a stream, whose log hears of the failure. The call knows `error` by reference: a
// caller who wants no details does not keep the log from having them.
template <class Handle, class F>
v4lxx_status guard(Handle *about, v4lxx_error **&error, F &&call) noexcept
{
    const Teller teller(about);
    if (!teller.has_listener())
        return guard(error, call);
    v4lxx_error *details = nullptr;
    v4lxx_error **const wanted = error;
    if (wanted == nullptr)
        error = &details;
    const v4lxx_status status = guard(error, call);
    teller.tell(status, *error);
    error = wanted;
    v4lxx_error_free(details);
    return status;
}

Failure null_argument(const char *name);

}  // namespace v4lxx::capi

// Refuses NULL for an argument that must not be.
#define V4LXX_NEED(argument)                                                      \
    do {                                                                          \
        if ((argument) == nullptr)                                                \
            return v4lxx::capi::fail(error, v4lxx::capi::null_argument(#argument)); \
    } while (0)
