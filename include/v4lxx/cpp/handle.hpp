/* SPDX-License-Identifier: MIT */
/** @file
 * Owners of the handles of the C API: Unique gives its reference back, Shared can also be copied, which takes one more. Part of <v4lxx/v4lxx.hpp>.
 */
#ifndef V4LXX_CPP_HANDLE_HPP
#define V4LXX_CPP_HANDLE_HPP

#include <utility>

namespace v4lxx {

/** Owns one reference of an object of the C API, or none. Moving leaves none behind. Any order of destruction is right: children keep
 * their parents. An empty one may be used: calls then fail with ERROR_ARGUMENT. */
template <class T, void (*Unref)(T *)>
class Unique {
public:
    /** The type in the C API. */
    using Raw = T;

    /** Owns nothing. */
    Unique() noexcept = default;
    /** Takes over a reference that a call of the C API handed out; NULL is none. */
    explicit Unique(T *owned) noexcept : raw_(owned) {}
    ~Unique() { give_back(raw_); }
    Unique(const Unique &) = delete;
    Unique &operator=(const Unique &) = delete;
    /** Takes the reference of the other. */
    Unique(Unique &&other) noexcept : raw_(other.release()) {}
    /** Takes the reference of the other and gives the own one back. */
    Unique &operator=(Unique &&other) noexcept
    {
        if (this != &other)
            reset(other.release());
        return *this;
    }

    /** Whether there is a reference. */
    explicit operator bool() const noexcept { return raw_ != nullptr; }
    /** The object for calls of the C API; borrowed, NULL if there is none. */
    [[nodiscard]] T *get() const noexcept { return raw_; }
    /** Hands the reference to the caller, who gives it back. */
    [[nodiscard]] T *release() noexcept { return std::exchange(raw_, nullptr); }
    /** Gives the reference back now, and takes over another or none. */
    void reset(T *owned = nullptr) noexcept { give_back(std::exchange(raw_, owned)); }

private:
    // Unref takes NULL, but results that are moved on leave many behind, and a compiler sees those away only before the call.
    static void give_back(T *raw) noexcept
    {
        if (raw != nullptr)
            Unref(raw);
    }

    T *raw_ = nullptr;
};

/** A Unique that can be copied: a copy is one more reference of the same object. */
template <class T, T *(*Ref)(T *), void (*Unref)(T *)>
class Shared : public Unique<T, Unref> {
    using Base = Unique<T, Unref>;

public:
    using Base::Base;
    /** Owns nothing. */
    Shared() noexcept = default;
    ~Shared() = default;
    /** Takes the reference of the other. */
    Shared(Shared &&) noexcept = default;
    /** Takes the reference of the other and gives the own one back. */
    Shared &operator=(Shared &&) noexcept = default;
    /** Takes one more reference. */
    Shared(const Shared &other) noexcept : Base(Ref(other.get())) {}
    /** Takes one more reference of the other and gives the own one back. */
    Shared &operator=(const Shared &other) noexcept
    {
        this->reset(Ref(other.get()));
        return *this;
    }
};

}  // namespace v4lxx

#endif
