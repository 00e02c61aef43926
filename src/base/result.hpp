// Either a value or a Failure: how every internal function that can fail answers. Exceptions come only from the standard library.
#pragma once

#include "base/failure.hpp"

#include <memory>
#include <optional>
#include <utility>

namespace v4lxx {

// The failure lives on the heap so that the good path carries one pointer and costs nothing per frame.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : value_(std::move(value)) {}
    Result(Failure failure) : failure_(std::make_unique<Failure>(std::move(failure))) {}

    explicit operator bool() const { return value_.has_value(); }
    T &operator*() & { return *value_; }
    const T &operator*() const & { return *value_; }
    T &&operator*() && { return std::move(*value_); }
    T *operator->() { return &*value_; }
    const T *operator->() const { return &*value_; }
    Failure &failure() & { return *failure_; }
    const Failure &failure() const & { return *failure_; }
    Failure &&failure() && { return std::move(*failure_); }

private:
    std::optional<T> value_;
    std::unique_ptr<Failure> failure_;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Failure failure) : failure_(std::make_unique<Failure>(std::move(failure))) {}

    explicit operator bool() const { return failure_ == nullptr; }
    Failure &failure() & { return *failure_; }
    const Failure &failure() const & { return *failure_; }
    Failure &&failure() && { return std::move(*failure_); }

private:
    std::unique_ptr<Failure> failure_;
};

}  // namespace v4lxx
