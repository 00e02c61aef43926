/* SPDX-License-Identifier: MIT */
/** @file Findings of an examination. Part of <v4lxx/v4lxx.hpp>. */
#ifndef V4LXX_CPP_DOCTOR_HPP
#define V4LXX_CPP_DOCTOR_HPP

#include <v4lxx/cpp/error.hpp>
#include <v4lxx/cpp/handle.hpp>
#include <v4lxx/cpp/list.hpp>

#include <v4lxx/doctor.h>

#include <cstdint>
#include <string_view>

namespace v4lxx {

/** One finding. Its texts live as long as the examination. */
struct Finding {
    v4lxx_check check;        /**< what was looked at: one of ::v4lxx_check_values */
    v4lxx_severity severity;  /**< how bad it is: one of ::v4lxx_severity_values */
    Code code;                /**< to look it up by, or 0 */
    std::string_view device;  /**< the device it is about; "" for the machine */
    std::string_view found;   /**< what was found */
    std::string_view meaning; /**< why it is so, or what follows; "" if there is nothing to add */
    bool is_meaning_checked;  /**< whether that was verified */
    std::string_view advice;  /**< what to do next; "" if nothing */
};

/** Why does my camera not work? See ::v4lxx_context_examine. */
class Examination : public Unique<v4lxx_examination, v4lxx_examination_unref>, public Listed<Examination, Finding> {
public:
    using Unique::Unique;

    /** The worst of all findings. */
    [[nodiscard]] v4lxx_severity worst() const noexcept { return v4lxx_examination_get_worst(get()); }

private:
    friend Listed;
    [[nodiscard]] std::uint32_t count() const noexcept { return v4lxx_examination_get_count(get()); }
    [[nodiscard]] Finding entry(std::uint32_t index) const noexcept
    {
        return {v4lxx_examination_get_check(get(), index),
                v4lxx_examination_get_severity(get(), index),
                v4lxx_examination_get_code(get(), index),
                v4lxx_examination_get_device(get(), index),
                v4lxx_examination_get_found(get(), index),
                v4lxx_examination_get_meaning(get(), index),
                v4lxx_examination_is_meaning_checked(get(), index) != 0,
                v4lxx_examination_get_advice(get(), index)};
    }
};

}  // namespace v4lxx

#endif
