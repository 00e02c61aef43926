/* SPDX-License-Identifier: MIT */
/** @file Events of a context. Part of <v4lxx/v4lxx.hpp>. */
#ifndef V4LXX_CPP_EVENT_HPP
#define V4LXX_CPP_EVENT_HPP

#include <v4lxx/cpp/callback.hpp>
#include <v4lxx/cpp/device_info.hpp>
#include <v4lxx/cpp/error.hpp>
#include <v4lxx/cpp/handle.hpp>

#include <v4lxx/event.h>
#include <v4lxx/loop.h>

#include <concepts>
#include <cstdint>
#include <string_view>

namespace v4lxx {

/** What an event tells, in numbers: see ::v4lxx_event_info. */
using EventInfo = Versioned<v4lxx_event_info>;

/** Something that happened: a device came or went, a stream ended. Immutable; a copy is one more reference. */
class Event : public Shared<v4lxx_event, v4lxx_event_ref, v4lxx_event_unref> {
public:
    using Shared::Shared;

    /** One more reference of an event that is only lent. */
    [[nodiscard]] static Event borrow(v4lxx_event *event) noexcept { return Event(v4lxx_event_ref(event)); }

    /** What it tells, in numbers. @throws Error */
    [[nodiscard]] EventInfo read_info() const { return read_info(std::nothrow).value(); }
    /** The same, does not throw. */
    [[nodiscard]] Result<EventInfo> read_info(std::nothrow_t) const noexcept
    {
        return detail::read<EventInfo>(v4lxx_event_read_info, get());
    }
    /** The device it is about, as it was then. */
    [[nodiscard]] DeviceInfo device() const noexcept { return DeviceInfo::borrow(v4lxx_event_get_device(get())); }
    /** A sentence for people, UTF-8; good as long as the event. */
    [[nodiscard]] std::string_view text() const noexcept { return v4lxx_event_get_text(get()); }
};

/** The word for a kind of event: "device_added". */
[[nodiscard]] inline std::string_view event_kind_name(v4lxx_event_kind kind) noexcept
{
    return v4lxx_event_kind_get_name(kind);
}

/** What can take events. */
template <class Function>
concept EventFunction = std::invocable<Function &, Event &>;

namespace detail {

/** A function that takes events. */
template <class Function>
struct EventCallback {
    Function function;

    static void call(v4lxx_context *, v4lxx_event *event, void *state) noexcept
    {
        try {
            Event reference = Event::borrow(event);
            static_cast<EventCallback *>(state)->function(reference);
        } catch (...) {
            if (Dispatching *dispatching = Dispatching::current())
                dispatching->keep(std::current_exception());
        }
    }
    static void destroy(void *state) noexcept { delete static_cast<EventCallback *>(state); }
};

}  // namespace detail
}  // namespace v4lxx

#endif
