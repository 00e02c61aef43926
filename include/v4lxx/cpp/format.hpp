/* SPDX-License-Identifier: MIT */
/** @file What a device offers: formats, sizes, intervals, modes; and what is wished for. Part of <v4lxx/v4lxx.hpp>. */
#ifndef V4LXX_CPP_FORMAT_HPP
#define V4LXX_CPP_FORMAT_HPP

#include <v4lxx/cpp/error.hpp>
#include <v4lxx/cpp/handle.hpp>
#include <v4lxx/cpp/list.hpp>

#include <v4lxx/format.h>
#include <v4lxx/negotiation.h>

#include <cstdint>
#include <string_view>

namespace v4lxx {

/** One pixel format that a device offers. Its text lives as long as the list. */
struct ListedFormat {
    std::uint32_t fourcc;         /**< pixel format code */
    v4lxx_format_flags flags;     /**< bits of ::v4lxx_format_flags_values */
    std::string_view description; /**< the driver's name, UTF-8 */
};

/** The pixel formats of a device. */
class FormatList : public Unique<v4lxx_format_list, v4lxx_format_list_unref>, public Listed<FormatList, ListedFormat> {
public:
    using Unique::Unique;

private:
    friend Listed;
    [[nodiscard]] std::uint32_t count() const noexcept { return v4lxx_format_list_get_count(get()); }
    [[nodiscard]] ListedFormat entry(std::uint32_t index) const noexcept
    {
        return {v4lxx_format_list_get_fourcc(get(), index), v4lxx_format_list_get_flags(get(), index),
                v4lxx_format_list_get_description(get(), index)};
    }
};

/** One frame size or a range of them: see ::v4lxx_size_range. */
using SizeRange = Versioned<v4lxx_size_range>;
/** One frame interval or a range of them: see ::v4lxx_interval_range. */
using IntervalRange = Versioned<v4lxx_interval_range>;
/** One mode and how far it is from the wish: see ::v4lxx_mode. */
using Mode = Versioned<v4lxx_mode>;
/** What was wished for, chosen and granted: see ::v4lxx_negotiation. */
using Negotiation = Versioned<v4lxx_negotiation>;

/** The frame sizes of a pixel format. */
class SizeList : public Unique<v4lxx_size_list, v4lxx_size_list_unref>, public Listed<SizeList, SizeRange> {
public:
    using Unique::Unique;

private:
    friend Listed;
    [[nodiscard]] std::uint32_t count() const noexcept { return v4lxx_size_list_get_count(get()); }
    [[nodiscard]] SizeRange entry(std::uint32_t index) const
    {
        return detail::read<SizeRange>(v4lxx_size_list_at, get(), index).value();
    }
};

/** The frame intervals of a size. */
class IntervalList : public Unique<v4lxx_interval_list, v4lxx_interval_list_unref>, public Listed<IntervalList, IntervalRange> {
public:
    using Unique::Unique;

private:
    friend Listed;
    [[nodiscard]] std::uint32_t count() const noexcept { return v4lxx_interval_list_get_count(get()); }
    [[nodiscard]] IntervalRange entry(std::uint32_t index) const
    {
        return detail::read<IntervalRange>(v4lxx_interval_list_at, get(), index).value();
    }
};

/** A mode with the reason for its place. Its text lives as long as the list. */
struct RankedMode {
    Mode mode;               /**< the mode */
    std::string_view reason; /**< why it lost; of the best: what it lacks */
};

/** The modes of a device, the nearest to a wish first. */
class ModeList : public Unique<v4lxx_mode_list, v4lxx_mode_list_unref>, public Listed<ModeList, RankedMode> {
public:
    using Unique::Unique;

private:
    friend Listed;
    [[nodiscard]] std::uint32_t count() const noexcept { return v4lxx_mode_list_get_count(get()); }
    [[nodiscard]] RankedMode entry(std::uint32_t index) const
    {
        return {detail::read<Mode>(v4lxx_mode_list_at, get(), index).value(), v4lxx_mode_list_get_reason(get(), index)};
    }
};

/** What is wanted of a camera; zero wishes for nothing. */
struct Wish {
    v4lxx_wish_flags flags = 0; /**< bits of ::v4lxx_wish_flags_values */
    std::uint32_t width = 0;    /**< pixels */
    std::uint32_t height = 0;   /**< pixels */
    v4lxx_fraction rate = {};   /**< frames per second */

    /** The struct of the C API. */
    [[nodiscard]] Versioned<v4lxx_wish> raw() const noexcept
    {
        Versioned<v4lxx_wish> wish;
        wish.flags = flags;
        wish.width = width;
        wish.height = height;
        wish.rate = rate;
        return wish;
    }
};

}  // namespace v4lxx

#endif
