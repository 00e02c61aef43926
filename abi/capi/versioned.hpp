// The struct_size rule, once: a struct may come from an older or a newer caller. A missing tail is zero, an unknown tail must be zero,
// and no byte beyond the caller's size is touched.
#pragma once

#include "base/result.hpp"

#include <v4lxx/frame.h>
#include <v4lxx/stream.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>

namespace v4lxx::capi {

constexpr uint32_t largest_struct = 4096;  // no struct of ours comes near; a larger size is garbage

// The size of the first version of each struct; a smaller one never existed.
template <class T>
constexpr uint32_t first_size = sizeof(T);
template <>
inline constexpr uint32_t first_size<v4lxx_frame_info> = 152;
template <>
inline constexpr uint32_t first_size<v4lxx_stream_options> = 40;
template <>
inline constexpr uint32_t first_size<v4lxx_stream_account> = 104;

std::optional<Failure> check_struct_size(uint32_t size, uint32_t first, const char *name);
bool all_zero(const void *bytes, size_t count) noexcept;
Failure unknown_tail(const char *name);

// Reads a caller's struct. NULL reads as the defaults.
template <class T>
std::optional<Failure> read_versioned(const T *in, T *out, const char *name)
{
    *out = T{};
    out->struct_size = sizeof(T);
    if (in == nullptr)
        return std::nullopt;
    const uint32_t size = in->struct_size;
    if (auto bad = check_struct_size(size, first_size<T>, name))
        return bad;
    std::memcpy(out, in, std::min<size_t>(size, sizeof(T)));
    out->struct_size = sizeof(T);
    if (size > sizeof(T) && !all_zero(reinterpret_cast<const char *>(in) + sizeof(T), size - sizeof(T)))
        return unknown_tail(name);
    return std::nullopt;
}

// Writes a result into a caller's struct whose size was checked; what the caller has beyond ours becomes zero.
template <class T>
void write_versioned(T *out, const T &value)
{
    const uint32_t size = out->struct_size;
    std::memcpy(out, &value, std::min<size_t>(size, sizeof(T)));
    out->struct_size = size;
    if (size > sizeof(T))
        std::memset(reinterpret_cast<char *>(out) + sizeof(T), 0, size - sizeof(T));
}

// What every _init function does.
template <class T>
void init_versioned(T *out, uint32_t size) noexcept
{
    if (out == nullptr || size < sizeof(uint32_t))
        return;
    std::memset(out, 0, size);
    out->struct_size = size;
}

}  // namespace v4lxx::capi

// Refuses a struct that is NULL or whose struct_size cannot be.
#define V4LXX_NEED_STRUCT(argument)                                                                                        \
    do {                                                                                                                   \
        V4LXX_NEED(argument);                                                                                              \
        if (auto bad = v4lxx::capi::check_struct_size((argument)->struct_size,                                             \
                                                      v4lxx::capi::first_size<std::remove_cvref_t<decltype(*(argument))>>, \
                                                      #argument))                                                          \
            return v4lxx::capi::fail(error, *std::move(bad));                                                              \
    } while (0)
