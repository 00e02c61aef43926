/* SPDX-License-Identifier: MIT */
/** @file Descriptions of controls. Reading and setting is Device's. Part of <v4lxx/v4lxx.hpp>. */
#ifndef V4LXX_CPP_CONTROL_HPP
#define V4LXX_CPP_CONTROL_HPP

#include <v4lxx/cpp/error.hpp>
#include <v4lxx/cpp/handle.hpp>
#include <v4lxx/cpp/list.hpp>

#include <v4lxx/control.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace v4lxx {

/** One item of a menu. Its text lives as long as the control. */
struct ControlItem {
    std::uint32_t index;   /**< the driver's index */
    std::string_view name; /**< UTF-8; of an integer menu its value as text */
    std::int64_t value;    /**< what Device::set_control() takes for it */
};

/** What is known of one control. Immutable; a copy is one more reference. Texts live as long as a reference. */
class Control : public Shared<v4lxx_control, v4lxx_control_ref, v4lxx_control_unref> {
public:
    using Shared::Shared;

    /** One more reference of a control that the C API lent. */
    [[nodiscard]] static Control borrow(v4lxx_control *control) noexcept { return Control(v4lxx_control_ref(control)); }

    /** Its number, the same on every device that has it. */
    [[nodiscard]] std::uint32_t id() const noexcept { return v4lxx_control_get_id(get()); }
    /** The driver's name, such as "Exposure Time, Absolute". */
    [[nodiscard]] std::string_view name() const noexcept { return v4lxx_control_get_name(get()); }
    /** As it is written on a command line, such as "exposure_time_absolute". */
    [[nodiscard]] std::string_view short_name() const noexcept { return v4lxx_control_get_short_name(get()); }
    /** One of ::v4lxx_control_type_values, or another of the kernel's. */
    [[nodiscard]] v4lxx_control_type type() const noexcept { return v4lxx_control_get_type(get()); }
    /** Bits of ::v4lxx_control_flags_values, when it was listed or found. */
    [[nodiscard]] v4lxx_control_flags flags() const noexcept { return v4lxx_control_get_flags(get()); }
    /** The smallest value; of a string the fewest bytes. */
    [[nodiscard]] std::int64_t minimum() const noexcept { return v4lxx_control_get_minimum(get()); }
    /** The largest value; of a string the most bytes. */
    [[nodiscard]] std::int64_t maximum() const noexcept { return v4lxx_control_get_maximum(get()); }
    /** Values are the minimum and whole steps above it; 0 without a range. */
    [[nodiscard]] std::uint64_t step() const noexcept { return v4lxx_control_get_step(get()); }
    /** The value the driver begins with. */
    [[nodiscard]] std::int64_t default_value() const noexcept { return v4lxx_control_get_default(get()); }
    /** Number of elements; 1 if it is no array. */
    [[nodiscard]] std::uint32_t element_count() const noexcept { return v4lxx_control_get_element_count(get()); }
    /** Why the driver's description cannot be true; "" if all is well. */
    [[nodiscard]] std::string_view flaw() const noexcept { return v4lxx_control_get_flaw(get()); }
    /** The number of the control that governs this one; 0 if none is known. */
    [[nodiscard]] std::uint32_t master() const noexcept { return v4lxx_control_get_master(get()); }
    /** The items of a menu; holes are not among them. @throws std::bad_alloc */
    [[nodiscard]] std::vector<ControlItem> items() const
    {
        std::vector<ControlItem> items;
        const std::uint32_t count = v4lxx_control_get_item_count(get());
        items.reserve(count);
        for (std::uint32_t i = 0; i < count; i++)
            items.push_back({v4lxx_control_get_item_index(get(), i), v4lxx_control_get_item_name(get(), i),
                             v4lxx_control_get_item_value(get(), i)});
        return items;
    }
    /** Understands a value as people write it: "157", "0x1f", "on", an item of a menu. @throws Error */
    [[nodiscard]] std::int64_t parse_value(const Text &text) const { return parse_value(std::nothrow, text).value(); }
    /** The same, does not throw. */
    [[nodiscard]] Result<std::int64_t> parse_value(std::nothrow_t, const Text &text) const noexcept
    {
        return detail::read<std::int64_t>(v4lxx_control_parse_value, get(), text);
    }
};

/** The controls of a device by rising number, headings included. */
class ControlList : public Unique<v4lxx_control_list, v4lxx_control_list_unref>, public Listed<ControlList, Control> {
public:
    using Unique::Unique;

private:
    friend Listed;
    [[nodiscard]] std::uint32_t count() const noexcept { return v4lxx_control_list_get_count(get()); }
    [[nodiscard]] Control entry(std::uint32_t index) const noexcept
    {
        return Control::borrow(v4lxx_control_list_get(get(), index));
    }
};

}  // namespace v4lxx

#endif
