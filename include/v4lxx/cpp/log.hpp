/* SPDX-License-Identifier: MIT */
/** @file Messages of the log. Part of <v4lxx/v4lxx.hpp>. */
#ifndef V4LXX_CPP_LOG_HPP
#define V4LXX_CPP_LOG_HPP

#include <v4lxx/cpp/error.hpp>

#include <v4lxx/log.h>

#include <concepts>
#include <cstdint>
#include <string_view>

namespace v4lxx {

/** One message, good only during the call that hands it over; so are its texts. */
class LogRecord {
public:
    /** What the C API handed over. */
    explicit LogRecord(const v4lxx_log_record *raw) noexcept : raw_(raw) {}

    /** How much it matters: one of ::v4lxx_log_level_values. */
    [[nodiscard]] v4lxx_log_level level() const noexcept { return v4lxx_log_record_get_level(raw_); }
    /** What it is about: one of ::v4lxx_log_topic_values. */
    [[nodiscard]] v4lxx_log_topic topic() const noexcept { return v4lxx_log_record_get_topic(raw_); }
    /** The code of the failure it tells of; 0 if it is none. */
    [[nodiscard]] Code code() const noexcept { return v4lxx_log_record_get_code(raw_); }
    /** Messages of this kind about this device that were left out since the last one. */
    [[nodiscard]] std::uint64_t left_out() const noexcept { return v4lxx_log_record_get_left_out(raw_); }
    /** The device it is about; "" if none. */
    [[nodiscard]] std::string_view device() const noexcept { return v4lxx_log_record_get_device(raw_); }
    /** The message for people, UTF-8. */
    [[nodiscard]] std::string_view message() const noexcept { return v4lxx_log_record_get_message(raw_); }

private:
    const v4lxx_log_record *raw_;
};

/** What can hear the log. */
template <class Function>
concept LogFunction = std::invocable<Function &, const LogRecord &>;

namespace detail {

/** A function that takes messages. */
template <class Function>
struct LogCallback {
    Function function;

    static void call(const v4lxx_log_record *record, void *state) noexcept
    {
        try {
            static_cast<LogCallback *>(state)->function(LogRecord(record));
        } catch (...) {  // nobody is there to catch it: the call in progress may be a destructor
        }
    }
    static void destroy(void *state) noexcept { delete static_cast<LogCallback *>(state); }
};

}  // namespace detail
}  // namespace v4lxx

#endif
