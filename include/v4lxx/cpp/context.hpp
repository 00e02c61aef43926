/* SPDX-License-Identifier: MIT */
/** @file The context: devices are listed, opened and examined here. Part of <v4lxx/v4lxx.hpp>. */
#ifndef V4LXX_CPP_CONTEXT_HPP
#define V4LXX_CPP_CONTEXT_HPP

#include <v4lxx/cpp/device.hpp>
#include <v4lxx/cpp/doctor.hpp>
#include <v4lxx/cpp/error.hpp>
#include <v4lxx/cpp/handle.hpp>
#include <v4lxx/cpp/log.hpp>

#include <v4lxx/context.h>

namespace v4lxx {

/** Everything hangs off one. A copy is one more reference of the same context; devices keep it alive. Any thread. Calls with std::nothrow
 * as their first argument do the same as their neighbour, and return a Result instead of throwing Error. */
class Context : public Shared<v4lxx_context, v4lxx_context_ref, v4lxx_context_unref> {
public:
    using Shared::Shared;

    /** A new context. Opens nothing and starts no thread. @throws Error */
    [[nodiscard]] static Context create() { return create(std::nothrow).value(); }
    static Result<Context> create(std::nothrow_t) noexcept { return detail::take<Context>(v4lxx_context_create, nullptr); }

    /** The devices of the machine. `flags`: bits of ::v4lxx_list_flags_values. @throws Error */
    [[nodiscard]] DeviceList list_devices(std::uint32_t flags = 0) const { return list_devices(std::nothrow, flags).value(); }
    Result<DeviceList> list_devices(std::nothrow_t, std::uint32_t flags = 0) const noexcept
    {
        return detail::take<DeviceList>(v4lxx_context_list_devices, get(), flags);
    }
    /** Adds a simulated device to those that are listed with V4LXX_LIST_SIMULATED. @throws Error */
    void add_simulated(const Text &name) { add_simulated(std::nothrow, name).value(); }
    Result<void> add_simulated(std::nothrow_t, const Text &name) noexcept
    {
        return detail::run(v4lxx_context_add_simulated, get(), name);
    }

    /** Tells a time of one clock by another, such as V4LXX_CLOCK_MONOTONIC by V4LXX_CLOCK_REALTIME. @throws Error */
    [[nodiscard]] ConvertedTime convert_time(std::chrono::nanoseconds time, v4lxx_clock from, v4lxx_clock to)
    {
        return convert_time(std::nothrow, time, from, to).value();
    }
    [[nodiscard]] Result<ConvertedTime> convert_time(std::nothrow_t, std::chrono::nanoseconds time, v4lxx_clock from,
                                                     v4lxx_clock to) noexcept
    {
        return detail::read<ConvertedTime>(v4lxx_context_convert_time, get(), std::int64_t{time.count()}, from, to);
    }

    /** Opens a device by path, id, `usb:…`, `card:PATTERN` or `sim:…`. Changes nothing on it. @throws Error */
    [[nodiscard]] Device open(const Text &name) { return open(std::nothrow, name).value(); }
    Result<Device> open(std::nothrow_t, const Text &name) noexcept
    {
        return detail::take<Device>(v4lxx_device_open, get(), name, nullptr);
    }
    /** Opens a device over a descriptor, which is duplicated and stays the caller's. @throws Error */
    [[nodiscard]] Device open_fd(int fd) { return open_fd(std::nothrow, fd).value(); }
    Result<Device> open_fd(std::nothrow_t, int fd) noexcept
    {
        return detail::take<Device>(v4lxx_device_open_fd, get(), fd, nullptr);
    }

    /** Why does my camera not work? All cameras. `flags`: bits of ::v4lxx_examine_flags_values. @throws Error */
    [[nodiscard]] Examination examine(std::uint32_t flags = 0) { return examine(std::nothrow, flags).value(); }
    Result<Examination> examine(std::nothrow_t, std::uint32_t flags = 0) noexcept
    {
        return detail::take<Examination>(v4lxx_context_examine, get(), nullptr, flags);
    }
    /** The same of one camera, by any name that open() takes. @throws Error */
    [[nodiscard]] Examination examine(const Text &name, std::uint32_t flags = 0)
    {
        return examine(std::nothrow, name, flags).value();
    }
    Result<Examination> examine(std::nothrow_t, const Text &name, std::uint32_t flags = 0) noexcept
    {
        return detail::take<Examination>(v4lxx_context_examine, get(), name, flags);
    }

    /**
     * Sets who hears what the library has to tell: anything that takes a `const LogRecord &`. It runs on the thread whose call caused the
     * message, of two threads maybe at once, and should not throw: what it throws is dropped, for destructors cause messages too.
     * @throws Error; std::bad_alloc; what moving the function throws.
     */
    template <LogFunction Function>
    void set_log(v4lxx_log_level level, Function function)
    {
        set_log(std::nothrow, level, std::move(function)).value();
    }
    template <LogFunction Function>
    Result<void> set_log(std::nothrow_t, v4lxx_log_level level, Function function)
    {
        using State = detail::LogCallback<Function>;
        auto *state = new State{std::move(function)};  // the library destroys it, also if the call fails
        return detail::run(v4lxx_context_set_log, get(), level, &State::call, static_cast<void *>(state), &State::destroy);
    }
    /** Ends the log. @throws Error */
    void clear_log() { clear_log(std::nothrow).value(); }
    Result<void> clear_log(std::nothrow_t) noexcept
    {
        return detail::run(v4lxx_context_set_log, get(), v4lxx_log_level{V4LXX_LOG_NONE}, nullptr, nullptr, nullptr);
    }
    /** Messages kept back because of the limit. */
    [[nodiscard]] std::uint64_t log_left_out() const noexcept { return v4lxx_context_get_log_left_out(get()); }
};

}  // namespace v4lxx

#endif
