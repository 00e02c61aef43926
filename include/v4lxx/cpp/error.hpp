/* SPDX-License-Identifier: MIT */
/** @file
 * Failures: the exception Error, and Result, which calls with std::nothrow as their first argument return instead. Part of <v4lxx/v4lxx.hpp>.
 */
#ifndef V4LXX_CPP_ERROR_HPP
#define V4LXX_CPP_ERROR_HPP

#include <v4lxx/error.h>
#include <v4lxx/status.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace v4lxx {

/** One of ::v4lxx_status_values: >= 0 is success, < 0 a failure. */
using Status = v4lxx_status;
/** One of ::v4lxx_code_values. */
using Code = v4lxx_code;

/** A failure with all that is known of it. Copies share the details; texts live as long as one of them. */
class Error : public std::exception {
public:
    /** No failure. */
    Error() noexcept = default;
    /** Takes over what a call of the C API returned; `details` is NULL on success, and if no memory was left for them. */
    Error(Status status, v4lxx_error *details) noexcept : status_(status)
    {
        if (details == nullptr)
            return;
        try {
            details_ = std::shared_ptr<v4lxx_error>(details, v4lxx_error_free);  // frees the details if it fails
        } catch (const std::bad_alloc &) {
        }
    }
    /** A failure of this header itself, which asked nothing of the library. The message is a literal. */
    Error(Status status, Code code, const char *message) noexcept : status_(status), code_(code), message_(message) {}

    /** The whole message in several lines, UTF-8: what failed, what was asked, what the kernel answered, the cause, what to try. */
    [[nodiscard]] const char *what() const noexcept override
    {
        if (details_)
            return v4lxx_error_get_message(details_.get());
        return message_ != nullptr ? message_ : v4lxx_status_get_meaning(status_);
    }
    /** The status the failed call returned. */
    [[nodiscard]] Status status() const noexcept { return status_; }
    /** The stable number: 231 is `V4LXX-E0231`; 0 if it is not known. */
    [[nodiscard]] Code code() const noexcept
    {
        if (details_)
            return v4lxx_error_get_code(details_.get());
        return code_ == 0 && status_ == V4LXX_ERROR_NO_MEMORY ? Code{V4LXX_CODE_OUT_OF_MEMORY} : code_;
    }
    /** What failed, such as "start streaming"; "" if not known, as with all texts below. */
    [[nodiscard]] std::string_view operation() const noexcept { return v4lxx_error_get_operation(details_.get()); }
    /** The device it failed on. */
    [[nodiscard]] std::string_view device() const noexcept { return v4lxx_error_get_device(details_.get()); }
    /** What was asked for, such as "MJPG 1920x1080, 4 buffers". */
    [[nodiscard]] std::string_view asked() const noexcept { return v4lxx_error_get_asked(details_.get()); }
    /** What the kernel answered, such as "VIDIOC_STREAMON: ENOSPC". */
    [[nodiscard]] std::string_view answer() const noexcept { return v4lxx_error_get_answer(details_.get()); }
    /** What it most likely means. */
    [[nodiscard]] std::string_view cause() const noexcept { return v4lxx_error_get_cause(details_.get()); }
    /** Whether the cause was verified; else it is the usual meaning of the answer. */
    [[nodiscard]] bool is_cause_checked() const noexcept { return v4lxx_error_is_cause_checked(details_.get()) != 0; }
    /** What to do next. */
    [[nodiscard]] std::string_view advice() const noexcept { return v4lxx_error_get_advice(details_.get()); }
    /** The argument or field it is about, such as "width". */
    [[nodiscard]] std::string_view field() const noexcept { return v4lxx_error_get_field(details_.get()); }
    /** The request the kernel refused, such as "VIDIOC_S_FMT". */
    [[nodiscard]] std::string_view request() const noexcept { return v4lxx_error_get_request(details_.get()); }
    /** The errno the kernel answered with; 0 if it was not asked. */
    [[nodiscard]] int errno_value() const noexcept { return v4lxx_error_get_errno(details_.get()); }

private:
    Status status_ = V4LXX_OK;
    Code code_ = 0;
    const char *message_ = nullptr;
    std::shared_ptr<v4lxx_error> details_;
};

/**
 * What a call gave: a value, or the reason why there is none. True if there is a value. Of calls that may succeed without one (no
 * frame yet) the status tells which. Calls that throw return it only where that matters.
 */
template <class T>
class [[nodiscard]] Result {
public:
    /** A value, or with another status than OK a default-constructed one. */
    Result(Error error, T value) noexcept : error_(std::move(error)), value_(std::move(value)) {}
    /** A failure. */
    explicit Result(Error error) noexcept : error_(std::move(error)) {}

    /** Whether there is a value. */
    explicit operator bool() const noexcept { return status() == V4LXX_OK; }
    /** What the call returned. */
    [[nodiscard]] Status status() const noexcept { return error_.status(); }
    /** Whether the call failed: the status is < 0. */
    [[nodiscard]] bool failed() const noexcept { return status() < 0; }
    /** The failure; its status is >= 0 if there was none. */
    [[nodiscard]] const Error &error() const noexcept { return error_; }
    /** The value; an empty one if there is none, which is no fault. */
    [[nodiscard]] T &operator*() & noexcept { return value_; }
    /** The same. */
    [[nodiscard]] const T &operator*() const & noexcept { return value_; }
    /** The same, to be moved away. */
    [[nodiscard]] T &&operator*() && noexcept { return std::move(value_); }
    /** The same. */
    [[nodiscard]] T *operator->() noexcept { return &value_; }
    /** The same. */
    [[nodiscard]] const T *operator->() const noexcept { return &value_; }
    /** The value. @throws Error if the call failed; std::bad_optional_access if it succeeded without a value. */
    [[nodiscard]] T value() &&
    {
        demand_value();
        return std::move(value_);
    }
    /** The same, where it is. */
    [[nodiscard]] const T &value() const &
    {
        demand_value();
        return value_;
    }
    /** This, if the call did not fail. @throws Error */
    [[nodiscard]] Result checked() &&
    {
        if (failed())
            throw error_;
        return std::move(*this);
    }

private:
    void demand_value() const
    {
        if (failed())
            throw error_;
        if (!*this)
            throw std::bad_optional_access();
    }

    Error error_;
    T value_{};
};

/** What a call without a value gave. True if the status is OK. */
template <>
class [[nodiscard]] Result<void> {
public:
    /** How the call ended. */
    explicit Result(Error error) noexcept : error_(std::move(error)) {}

    /** Whether the status is OK. */
    explicit operator bool() const noexcept { return status() == V4LXX_OK; }
    /** What the call returned. */
    [[nodiscard]] Status status() const noexcept { return error_.status(); }
    /** Whether the call failed: the status is < 0. */
    [[nodiscard]] bool failed() const noexcept { return status() < 0; }
    /** The failure; its status is >= 0 if there was none. */
    [[nodiscard]] const Error &error() const noexcept { return error_; }
    /** The status. @throws Error if the call failed. */
    Status value() const
    {
        if (failed())
            throw error_;
        return status();
    }

private:
    Error error_;
};

/** A text that a call takes, from any kind of string. C ends a text at its first NUL: one with a NUL inside is refused with
 * ERROR_ARGUMENT instead of being cut off. */
class Text {
public:
    /** Ends with a NUL; NULL is refused by the call. */
    Text(const char *text) noexcept : text_(text) {}  // NOLINT: any string is a text
    /** NULL is no text. */
    Text(std::nullptr_t) = delete;
    /** Borrows the string for the call. */
    Text(const std::string &text) noexcept : text_(text.c_str())  // NOLINT
    {
        if (std::strlen(text_) != text.size())
            refusal_ = V4LXX_ERROR_ARGUMENT;
    }
    /** Copies the characters, which need not end with a NUL. */
    Text(std::string_view text) noexcept : copy_(static_cast<char *>(std::malloc(text.size() + 1)), std::free)  // NOLINT
    {
        if (copy_ == nullptr)
            refusal_ = V4LXX_ERROR_NO_MEMORY;
        else if (text.find('\0') != std::string_view::npos)
            refusal_ = V4LXX_ERROR_ARGUMENT;
        if (!is_whole())
            return;
        text.copy(copy_.get(), text.size());
        copy_.get()[text.size()] = '\0';
        text_ = copy_.get();
    }

    /** The text; NULL is for the call to refuse. */
    [[nodiscard]] const char *get() const noexcept { return text_; }
    /** Whether it can be passed on as it is. */
    [[nodiscard]] bool is_whole() const noexcept { return refusal_ == V4LXX_OK; }
    /** Why it cannot. */
    [[nodiscard]] Error refusal() const noexcept
    {
        if (refusal_ != V4LXX_ERROR_ARGUMENT)
            return {refusal_, nullptr};
        return {V4LXX_ERROR_ARGUMENT, V4LXX_CODE_BAD_NAME, "a text has a NUL inside [V4LXX-E0007]"};
    }

private:
    const char *text_ = nullptr;
    Status refusal_ = V4LXX_OK;
    std::unique_ptr<char, void (*)(void *)> copy_{nullptr, std::free};
};

/** A struct of the C API that may grow, with its size set and all else zero. */
template <class C>
struct Versioned : C {
    /** All zero. */
    Versioned() noexcept : C{} { this->struct_size = static_cast<std::uint32_t>(sizeof(C)); }
};

/** How the calls of the C API become Results. Not for programs. */
namespace detail {

/** An argument as C takes it. */
template <class Argument>
const Argument &raw(const Argument &argument) noexcept
{
    return argument;
}
inline const char *raw(const Text &text) noexcept { return text.get(); }

/** The argument if it is a text that cannot be passed on, or NULL. */
template <class Argument>
const Text *refused(const Argument &) noexcept
{
    return nullptr;
}
inline const Text *refused(const Text &text) noexcept { return text.is_whole() ? nullptr : &text; }

/** Makes a call, unless a text among its arguments cannot be passed on. */
template <class Function, class... Arguments>
Error call(Function function, const Arguments &...arguments) noexcept
{
    const Text *text = nullptr;
    if (((text = detail::refused(arguments)) || ...))
        return text->refusal();
    v4lxx_error *error = nullptr;
    const Status status = function(detail::raw(arguments)..., &error);
    return Error(status, error);
}

/** A call that gives nothing. */
template <class Function, class... Arguments>
Result<void> run(Function function, const Arguments &...arguments) noexcept
{
    return Result<void>(detail::call(function, arguments...));
}

// The braces below put the call before what it has written is taken.

/** A call that hands out a reference. */
template <class Handle, class Function, class... Arguments>
Result<Handle> take(Function function, const Arguments &...arguments) noexcept
{
    typename Handle::Raw *out = nullptr;
    return Result<Handle>{detail::call(function, arguments..., &out), Handle(out)};
}

/** A call that writes a value, which also goes in. */
template <class Value, class Function, class... Arguments>
Result<Value> read_into(Value value, Function function, const Arguments &...arguments) noexcept
{
    return Result<Value>{detail::call(function, arguments..., &value), std::move(value)};
}

/** A call that writes a value. */
template <class Value, class Function, class... Arguments>
Result<Value> read(Function function, const Arguments &...arguments) noexcept
{
    return detail::read_into(Value{}, function, arguments...);
}

/** Throws if a call failed. */
inline void demand(Status status, v4lxx_error *error)
{
    if (status < 0)
        throw Error(status, error);
}

}  // namespace detail
}  // namespace v4lxx

#endif
