// Small formatting: C++20 of gcc 12 has no std::format, and messages must be the same in every locale.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace v4lxx {

// A pixel format code as text and hex: "YUYV (0x56595559)"; characters that cannot be printed become '.'.
std::string fourcc_text(uint32_t fourcc);

// The four characters alone, for tables: "YUYV", "Y16 -BE" for a big-endian code.
std::string fourcc_name(uint32_t fourcc);

// A fixed-size string of the kernel made safe: ends at the first NUL or the end, control characters and bytes that are not
// valid UTF-8 replaced.
std::string sanitised(const void *bytes, size_t size);

// Letters are those of ASCII: names of the kernel have no others.
bool equal_in_any_case(std::string_view a, std::string_view b);
bool begins_in_any_case(std::string_view text, std::string_view beginning);
// The words of a user, as they are shown to people: "exposre", made safe.
std::string in_quotes(std::string_view words);

std::string hex(uint64_t value);  // "0x1f"

// How many letters one must change, add or take away to make one word of the other: for "did you mean".
size_t edit_distance(std::string_view a, std::string_view b);

// "a, b and 3 more": those that are shown, and how many others there are.
std::string listed(const std::vector<std::string> &shown, size_t others, std::string_view between = ", ",
                   std::string_view before_others = " and ");

// "640x480"
std::string size_text(uint32_t width, uint32_t height);

// "6144 bytes", "900.0 KiB", "2.3 MiB": what a person can compare
std::string bytes_text(uint64_t bytes);

// Frames per second from millionths of one: "30 per second", "29.97 per second".
std::string rate_text(uint64_t uhz);

}  // namespace v4lxx
