/* SPDX-License-Identifier: MIT */
/** @file Inputs, analog standards and DV timings. Asking and setting is Device's. Part of <v4lxx/v4lxx.hpp>. */
#ifndef V4LXX_CPP_INPUT_HPP
#define V4LXX_CPP_INPUT_HPP

#include <v4lxx/cpp/error.hpp>
#include <v4lxx/cpp/handle.hpp>
#include <v4lxx/cpp/list.hpp>

#include <v4lxx/input.h>
#include <v4lxx/selection.h>
#include <v4lxx/standard.h>
#include <v4lxx/timings.h>

#include <cstdint>
#include <string_view>

namespace v4lxx {

/** What is known of one input: see ::v4lxx_input_info. */
using InputInfo = Versioned<v4lxx_input_info>;
/** What comes in at the selected input: see ::v4lxx_signal. */
using Signal = Versioned<v4lxx_signal>;
/** One analog standard: see ::v4lxx_standard_info. */
using StandardInfo = Versioned<v4lxx_standard_info>;
/** DV timings: see ::v4lxx_timings. */
using Timings = Versioned<v4lxx_timings>;
/** What timings a receiver can do: see ::v4lxx_timings_capabilities. */
using TimingsCapabilities = Versioned<v4lxx_timings_capabilities>;

/** One input. Its text lives as long as the list. */
struct ListedInput {
    InputInfo info;        /**< what is known of it */
    std::string_view name; /**< the driver's name, such as "HDMI 1", UTF-8 */
};

/** The inputs of a device. */
class InputList : public Unique<v4lxx_input_list, v4lxx_input_list_unref>, public Listed<InputList, ListedInput> {
public:
    using Unique::Unique;

private:
    friend Listed;
    [[nodiscard]] std::uint32_t count() const noexcept { return v4lxx_input_list_get_count(get()); }
    [[nodiscard]] ListedInput entry(std::uint32_t index) const
    {
        return {detail::read<InputInfo>(v4lxx_input_list_at, get(), index).value(), v4lxx_input_list_get_name(get(), index)};
    }
};

/** One standard of an input. Its text lives as long as the list. */
struct ListedStandard {
    StandardInfo info;     /**< what is known of it */
    std::string_view name; /**< the driver's name, such as "PAL-BG", UTF-8 */
};

/** The standards that the selected input can do. */
class StandardList : public Unique<v4lxx_standard_list, v4lxx_standard_list_unref>,
                     public Listed<StandardList, ListedStandard> {
public:
    using Unique::Unique;

private:
    friend Listed;
    [[nodiscard]] std::uint32_t count() const noexcept { return v4lxx_standard_list_get_count(get()); }
    [[nodiscard]] ListedStandard entry(std::uint32_t index) const
    {
        return {detail::read<StandardInfo>(v4lxx_standard_list_at, get(), index).value(),
                v4lxx_standard_list_get_name(get(), index)};
    }
};

/** Timings that an input knows. The text lives as long as the list. */
struct ListedTimings {
    Timings timings;       /**< the timings */
    std::string_view name; /**< such as "1920x1080p60", which Device::find_timings() understands */
};

/** The timings that the selected input knows. */
class TimingsList : public Unique<v4lxx_timings_list, v4lxx_timings_list_unref>, public Listed<TimingsList, ListedTimings> {
public:
    using Unique::Unique;

private:
    friend Listed;
    [[nodiscard]] std::uint32_t count() const noexcept { return v4lxx_timings_list_get_count(get()); }
    [[nodiscard]] ListedTimings entry(std::uint32_t index) const
    {
        return {detail::read<Timings>(v4lxx_timings_list_at, get(), index).value(), v4lxx_timings_list_get_name(get(), index)};
    }
};

}  // namespace v4lxx

#endif
