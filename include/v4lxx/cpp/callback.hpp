/* SPDX-License-Identifier: MIT */
/** @file
 * How C++ functions are called from C, and how what they throw gets past C: nothing here is for programs. Part of <v4lxx/v4lxx.hpp>.
 */
#ifndef V4LXX_CPP_CALLBACK_HPP
#define V4LXX_CPP_CALLBACK_HPP

#include <exception>
#include <utility>

namespace v4lxx::detail {

/** A dispatch in progress on this thread: where a callback leaves what it threw, for its caller beyond C. One may begin inside another,
 * of another stream. */
class Dispatching {
public:
    Dispatching() noexcept : outer_(std::exchange(current(), this)) {}
    ~Dispatching() { current() = outer_; }
    Dispatching(const Dispatching &) = delete;
    Dispatching &operator=(const Dispatching &) = delete;

    /** The innermost one of this thread; NULL if the program called v4lxx_stream_dispatch() itself. */
    static Dispatching *&current() noexcept
    {
        thread_local Dispatching *innermost = nullptr;
        return innermost;
    }
    void keep(std::exception_ptr thrown) noexcept { thrown_ = std::move(thrown); }
    void rethrow() const
    {
        if (thrown_)
            std::rethrow_exception(thrown_);
    }

private:
    Dispatching *outer_;
    std::exception_ptr thrown_;
};

/** A function that takes frames; defined where Stream is known. */
template <class Function>
struct FrameCallback;

}  // namespace v4lxx::detail

#endif
