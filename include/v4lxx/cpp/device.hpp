/* SPDX-License-Identifier: MIT */
/** @file An open device: every call of the C API that takes one, under the same name. Part of <v4lxx/v4lxx.hpp>. */
#ifndef V4LXX_CPP_DEVICE_HPP
#define V4LXX_CPP_DEVICE_HPP

#include <v4lxx/cpp/control.hpp>
#include <v4lxx/cpp/device_info.hpp>
#include <v4lxx/cpp/error.hpp>
#include <v4lxx/cpp/format.hpp>
#include <v4lxx/cpp/handle.hpp>
#include <v4lxx/cpp/input.hpp>
#include <v4lxx/cpp/stream.hpp>

#include <concepts>
#include <limits>
#include <span>
#include <string>
#include <type_traits>

namespace v4lxx {

/** A format that was tried or set. */
struct GrantedFormat {
    Format format;                      /**< what the driver granted */
    v4lxx_format_field differences = 0; /**< bits of ::v4lxx_format_field_values: what was wanted otherwise */
};

/** An open device node. A copy is one more reference of the same device; the last one closes it. Any thread. Calls with std::nothrow as
 * their first argument do the same as their neighbour, and return a Result instead of throwing Error. */
class Device : public Shared<v4lxx_device, v4lxx_device_ref, v4lxx_device_unref> {
public:
    using Shared::Shared;

    /** Ends the use now, whoever holds a reference: later calls end with ERROR_CLOSED. Twice is allowed. */
    void close() noexcept { v4lxx_device_close(get()); }
    /** The same, and waits until it is over. ERROR_BUSY names the call that the driver has not returned from in that time. @throws Error */
    void close_within(std::chrono::nanoseconds timeout) { close_within(std::nothrow, timeout).value(); }
    /** The same, does not throw. */
    Result<void> close_within(std::nothrow_t, std::chrono::nanoseconds timeout) noexcept
    {
        return detail::run(v4lxx_device_close_within, get(), static_cast<std::int64_t>(timeout.count()));
    }
    /** What was known when it was opened. */
    [[nodiscard]] DeviceInfo info() const noexcept { return DeviceInfo::borrow(v4lxx_device_get_info(get())); }

    /** The capture stream. Sets format and rate only where the options ask for it. @throws Error */
    [[nodiscard]] Stream create_stream(const StreamOptions &options = {})
    {
        return create_stream(std::nothrow, options).value();
    }
    Result<Stream> create_stream(std::nothrow_t, const StreamOptions &options = {}) noexcept
    {
        const auto raw = options.raw();
        return detail::take<Stream>(v4lxx_stream_create, get(), &raw);
    }

    /** The pixel formats it offers. @throws Error */
    [[nodiscard]] FormatList list_formats() const { return list_formats(std::nothrow).value(); }
    Result<FormatList> list_formats(std::nothrow_t) const noexcept
    {
        return detail::take<FormatList>(v4lxx_device_list_formats, get());
    }
    /** The sizes it offers for a pixel format; empty if the driver does not tell. @throws Error */
    [[nodiscard]] SizeList list_sizes(std::uint32_t fourcc) const { return list_sizes(std::nothrow, fourcc).value(); }
    Result<SizeList> list_sizes(std::nothrow_t, std::uint32_t fourcc) const noexcept
    {
        return detail::take<SizeList>(v4lxx_device_list_sizes, get(), fourcc);
    }
    /** The intervals it offers for a size; empty if the driver does not tell. @throws Error */
    [[nodiscard]] IntervalList list_intervals(std::uint32_t fourcc, std::uint32_t width, std::uint32_t height) const
    {
        return list_intervals(std::nothrow, fourcc, width, height).value();
    }
    Result<IntervalList> list_intervals(std::nothrow_t, std::uint32_t fourcc, std::uint32_t width,
                                        std::uint32_t height) const noexcept
    {
        return detail::take<IntervalList>(v4lxx_device_list_intervals, get(), fourcc, width, height);
    }
    /** The modes, the nearest to the wish first. `outputs`: pixel formats the program can use, the best first. @throws Error */
    [[nodiscard]] ModeList list_modes(const Wish &wish = {}, std::span<const std::uint32_t> outputs = {}) const
    {
        return list_modes(std::nothrow, wish, outputs).value();
    }
    Result<ModeList> list_modes(std::nothrow_t, const Wish &wish = {},
                                std::span<const std::uint32_t> outputs = {}) const noexcept
    {
        const auto raw = wish.raw();
        return detail::take<ModeList>(v4lxx_device_list_modes, get(), &raw, outputs.data(), count_of(outputs));
    }
    /** Sets the mode nearest to the wish and tells what was granted. `outputs` as above. @throws Error */
    Negotiation negotiate(const Wish &wish = {}, std::span<const std::uint32_t> outputs = {})
    {
        return negotiate(std::nothrow, wish, outputs).value();
    }
    Result<Negotiation> negotiate(std::nothrow_t, const Wish &wish = {}, std::span<const std::uint32_t> outputs = {}) noexcept
    {
        const auto raw = wish.raw();
        return detail::read<Negotiation>(v4lxx_device_negotiate, get(), &raw, outputs.data(), count_of(outputs));
    }

    /** The format it has now. @throws Error */
    [[nodiscard]] Format read_format() const { return read_format(std::nothrow).value(); }
    Result<Format> read_format(std::nothrow_t) const noexcept { return detail::read<Format>(v4lxx_device_read_format, get()); }
    /** What it would grant; changes nothing. Zero fields stay as they are, or are left to the driver. @throws Error */
    [[nodiscard]] GrantedFormat try_format(const Format &wanted) const { return try_format(std::nothrow, wanted).value(); }
    Result<GrantedFormat> try_format(std::nothrow_t, const Format &wanted) const noexcept
    {
        return granted(v4lxx_device_try_format, wanted);
    }
    /** Sets the format; the driver adjusts what it cannot do. @throws Error */
    GrantedFormat set_format(const Format &wanted) { return set_format(std::nothrow, wanted).value(); }
    Result<GrantedFormat> set_format(std::nothrow_t, const Format &wanted) noexcept
    {
        return granted(v4lxx_device_set_format, wanted);
    }
    /** Seconds from frame to frame. @throws Error */
    [[nodiscard]] v4lxx_fraction read_interval() const { return read_interval(std::nothrow).value(); }
    Result<v4lxx_fraction> read_interval(std::nothrow_t) const noexcept
    {
        return detail::read<v4lxx_fraction>(v4lxx_device_read_interval, get());
    }
    /** Sets the seconds from frame to frame and tells what was granted. @throws Error */
    v4lxx_fraction set_interval(v4lxx_fraction wanted) { return set_interval(std::nothrow, wanted).value(); }
    Result<v4lxx_fraction> set_interval(std::nothrow_t, v4lxx_fraction wanted) noexcept
    {
        return detail::read_into(wanted, v4lxx_device_set_interval, get());
    }
    /** One of the rectangles: one of ::v4lxx_selection_target_values. @throws Error */
    [[nodiscard]] v4lxx_rectangle read_selection(v4lxx_selection_target target) const
    {
        return read_selection(std::nothrow, target).value();
    }
    Result<v4lxx_rectangle> read_selection(std::nothrow_t, v4lxx_selection_target target) const noexcept
    {
        return detail::read<v4lxx_rectangle>(v4lxx_device_read_selection, get(), target);
    }
    /** Sets crop or compose and tells what was granted. `flags`: bits of ::v4lxx_selection_flags_values. @throws Error */
    v4lxx_rectangle set_selection(v4lxx_selection_target target, std::uint32_t flags, v4lxx_rectangle wanted)
    {
        return set_selection(std::nothrow, target, flags, wanted).value();
    }
    Result<v4lxx_rectangle> set_selection(std::nothrow_t, v4lxx_selection_target target, std::uint32_t flags,
                                          v4lxx_rectangle wanted) noexcept
    {
        return detail::read_into(wanted, v4lxx_device_set_selection, get(), target, flags);
    }

    /** All controls by rising number. @throws Error */
    [[nodiscard]] ControlList list_controls() const { return list_controls(std::nothrow).value(); }
    Result<ControlList> list_controls(std::nothrow_t) const noexcept
    {
        return detail::take<ControlList>(v4lxx_device_list_controls, get());
    }
    /** A control by any of its names, or by its number as text. @throws Error */
    [[nodiscard]] Control find_control(const Text &name) const { return find_control(std::nothrow, name).value(); }
    Result<Control> find_control(std::nothrow_t, const Text &name) const noexcept
    {
        return detail::take<Control>(v4lxx_device_find_control, get(), name);
    }
    /** A control by its number. @throws Error */
    [[nodiscard]] Control find_control_by_id(std::uint32_t id) const { return find_control_by_id(std::nothrow, id).value(); }
    Result<Control> find_control_by_id(std::nothrow_t, std::uint32_t id) const noexcept
    {
        return detail::take<Control>(v4lxx_device_find_control_by_id, get(), id);
    }
    /** The value of a control that holds a number. @throws Error */
    [[nodiscard]] std::int64_t read_control(const Control &control) const
    {
        return read_control(std::nothrow, control).value();
    }
    Result<std::int64_t> read_control(std::nothrow_t, const Control &control) const noexcept
    {
        return detail::read<std::int64_t>(v4lxx_device_read_control_i64, get(), control.get());
    }
    /** Sets a control that holds a number, or pushes a button; tells what the driver made of it. Nothing is clamped. @throws Error */
    template <std::integral Number>
    std::int64_t set_control(const Control &control, Number value)
    {
        return set_control(std::nothrow, control, value).value();
    }
    template <std::integral Number>
    Result<std::int64_t> set_control(std::nothrow_t, const Control &control, Number value) noexcept
    {
        if constexpr (std::is_unsigned_v<Number> && sizeof(Number) >= sizeof(std::int64_t)) {
            if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
                return Result<std::int64_t>(Error(V4LXX_ERROR_ARGUMENT, V4LXX_CODE_VALUE_OUT_OF_RANGE,
                                                  "the value of a control has 64 bits, one of them its sign [V4LXX-E0006]"));
        }
        return detail::read<std::int64_t>(v4lxx_device_set_control_i64, get(), control.get(), static_cast<std::int64_t>(value));
    }
    /** The text of a control that holds one, UTF-8. @throws Error; std::bad_alloc */
    [[nodiscard]] std::string read_control_string(const Control &control) const
    {
        return read_control_string(std::nothrow, control).value();
    }
    Result<std::string> read_control_string(std::nothrow_t, const Control &control) const
    {
        std::string text(static_cast<std::size_t>(control.maximum() > 0 ? control.maximum() : 0), '\0');
        const auto room = static_cast<std::uint32_t>(text.size() + 1);  // the NUL behind a std::string is its own
        Error error = detail::call(v4lxx_device_read_control_string, get(), control.get(), text.data(), room);
        text.resize(std::strlen(text.c_str()));
        return {std::move(error), std::move(text)};
    }
    /** Sets a control that holds a text. @throws Error */
    void set_control_string(const Control &control, const Text &text)
    {
        set_control_string(std::nothrow, control, text).value();
    }
    Result<void> set_control_string(std::nothrow_t, const Control &control, const Text &text) noexcept
    {
        return detail::run(v4lxx_device_set_control_string, get(), control.get(), text);
    }

    /** The inputs, with what is known of the signal at each. @throws Error */
    [[nodiscard]] InputList list_inputs() const { return list_inputs(std::nothrow).value(); }
    Result<InputList> list_inputs(std::nothrow_t) const noexcept
    {
        return detail::take<InputList>(v4lxx_device_list_inputs, get());
    }
    /** The number of the selected input. @throws Error */
    [[nodiscard]] std::uint32_t read_input() const { return read_input(std::nothrow).value(); }
    Result<std::uint32_t> read_input(std::nothrow_t) const noexcept
    {
        return detail::read<std::uint32_t>(v4lxx_device_read_input, get());
    }
    /** An input by number, name, or the beginning of its name. @throws Error */
    [[nodiscard]] std::uint32_t find_input(const Text &name) const { return find_input(std::nothrow, name).value(); }
    Result<std::uint32_t> find_input(std::nothrow_t, const Text &name) const noexcept
    {
        return detail::read<std::uint32_t>(v4lxx_device_find_input, get(), name);
    }
    /** Selects an input; format, interval, standard, timings and controls become those of it. @throws Error */
    void select_input(std::uint32_t index) { select_input(std::nothrow, index).value(); }
    Result<void> select_input(std::nothrow_t, std::uint32_t index) noexcept
    {
        return detail::run(v4lxx_device_select_input, get(), index);
    }
    /** What comes in at the selected input. No signal is an answer. @throws Error */
    [[nodiscard]] Signal read_signal() const { return read_signal(std::nothrow).value(); }
    Result<Signal> read_signal(std::nothrow_t) const noexcept { return detail::read<Signal>(v4lxx_device_read_signal, get()); }

    /** The standards that the selected input can do. @throws Error */
    [[nodiscard]] StandardList list_standards() const { return list_standards(std::nothrow).value(); }
    Result<StandardList> list_standards(std::nothrow_t) const noexcept
    {
        return detail::take<StandardList>(v4lxx_device_list_standards, get());
    }
    /** The standard it is set to. @throws Error */
    [[nodiscard]] std::uint64_t read_standard() const { return read_standard(std::nothrow).value(); }
    Result<std::uint64_t> read_standard(std::nothrow_t) const noexcept
    {
        return detail::read<std::uint64_t>(v4lxx_device_read_standard, get());
    }
    /** The standards that come in; 0 without a signal. @throws Error */
    [[nodiscard]] std::uint64_t query_standard() const { return query_standard(std::nothrow).value(); }
    Result<std::uint64_t> query_standard(std::nothrow_t) const noexcept
    {
        return detail::read<std::uint64_t>(v4lxx_device_query_standard, get());
    }
    /** The bits of a standard by name, or "auto" for what comes in. @throws Error */
    [[nodiscard]] std::uint64_t find_standard(const Text &name) const { return find_standard(std::nothrow, name).value(); }
    Result<std::uint64_t> find_standard(std::nothrow_t, const Text &name) const noexcept
    {
        return detail::read<std::uint64_t>(v4lxx_device_find_standard, get(), name);
    }
    /** Sets the standard; format and interval become those of it. @throws Error */
    void set_standard(std::uint64_t bits) { set_standard(std::nothrow, bits).value(); }
    Result<void> set_standard(std::nothrow_t, std::uint64_t bits) noexcept
    {
        return detail::run(v4lxx_device_set_standard, get(), bits);
    }

    /** The timings that the selected input knows. @throws Error */
    [[nodiscard]] TimingsList list_timings() const { return list_timings(std::nothrow).value(); }
    Result<TimingsList> list_timings(std::nothrow_t) const noexcept
    {
        return detail::take<TimingsList>(v4lxx_device_list_timings, get());
    }
    /** The timings it is set to. @throws Error */
    [[nodiscard]] Timings read_timings() const { return read_timings(std::nothrow).value(); }
    Result<Timings> read_timings(std::nothrow_t) const noexcept
    {
        return detail::read<Timings>(v4lxx_device_read_timings, get());
    }
    /** The timings that come in. @throws Error without a signal, too */
    [[nodiscard]] Timings query_timings() const { return query_timings(std::nothrow).value(); }
    Result<Timings> query_timings(std::nothrow_t) const noexcept
    {
        return detail::read<Timings>(v4lxx_device_query_timings, get());
    }
    /** Sets the timings and tells what was granted. @throws Error */
    Timings set_timings(const Timings &wanted) { return set_timings(std::nothrow, wanted).value(); }
    Result<Timings> set_timings(std::nothrow_t, const Timings &wanted) noexcept
    {
        return detail::read_into(wanted, v4lxx_device_set_timings, get());
    }
    /** The listed timings that a text means, such as "1920x1080p60" or "auto". @throws Error */
    [[nodiscard]] Timings find_timings(const Text &name) const { return find_timings(std::nothrow, name).value(); }
    Result<Timings> find_timings(std::nothrow_t, const Text &name) const noexcept
    {
        return detail::read<Timings>(v4lxx_device_find_timings, get(), name);
    }
    /** What timings the receiver can do. @throws Error */
    [[nodiscard]] TimingsCapabilities read_timings_capabilities() const
    {
        return read_timings_capabilities(std::nothrow).value();
    }
    Result<TimingsCapabilities> read_timings_capabilities(std::nothrow_t) const noexcept
    {
        return detail::read<TimingsCapabilities>(v4lxx_device_read_timings_capabilities, get());
    }

private:
    // The library takes 64 at most and says so; what a span can have beyond 32 bits must not wrap to a small number.
    static std::uint32_t count_of(std::span<const std::uint32_t> outputs) noexcept
    {
        return static_cast<std::uint32_t>(outputs.size() < UINT32_MAX ? outputs.size() : UINT32_MAX);
    }
    template <class Function>
    Result<GrantedFormat> granted(Function function, const Format &wanted) const noexcept
    {
        GrantedFormat granted{wanted};
        return {detail::call(function, get(), &granted.format, &granted.differences), granted};
    }
};

}  // namespace v4lxx

#endif
