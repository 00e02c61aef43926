/* SPDX-License-Identifier: MIT */
/** @file Frames that a program has not given back. Part of <v4lxx/v4lxx.hpp>. */
#ifndef V4LXX_CPP_HELD_HPP
#define V4LXX_CPP_HELD_HPP

#include <v4lxx/cpp/error.hpp>
#include <v4lxx/cpp/handle.hpp>
#include <v4lxx/cpp/list.hpp>

#include <v4lxx/held.h>

namespace v4lxx {

/** A frame that is held: see ::v4lxx_held_frame. */
using HeldFrame = Versioned<v4lxx_held_frame>;

/** The frames of a stream that are held, the oldest first. It holds none itself. */
class HeldList : public Unique<v4lxx_held_list, v4lxx_held_list_unref>, public Listed<HeldList, HeldFrame> {
public:
    using Unique::Unique;

private:
    friend Listed;
    [[nodiscard]] std::uint32_t count() const noexcept { return v4lxx_held_list_get_count(get()); }
    [[nodiscard]] HeldFrame entry(std::uint32_t index) const
    {
        return detail::read<HeldFrame>(v4lxx_held_list_at, get(), index).value();
    }
};

}  // namespace v4lxx

#endif
