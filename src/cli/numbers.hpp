// Values as people type them, read strictly: the whole text or nothing, no sign, no blank, no overflow.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <v4lxx/types.h>

namespace v4lxx::cli {

struct Size {
    uint32_t width;
    uint32_t height;
};

std::optional<uint64_t> parse_count(std::string_view text);
std::optional<uint32_t> parse_count32(std::string_view text);
std::optional<uint32_t> parse_count32_from_1(std::string_view text);
// "640x480"; neither may be 0.
std::optional<Size> parse_size(std::string_view text);
// "30", "29.97" or "30000/1001"; not 0.
std::optional<v4lxx_fraction> parse_rate(std::string_view text);
// Seconds such as "2.5" in nanoseconds; at most a year.
std::optional<int64_t> parse_seconds(std::string_view text);
// "2.5"; not 0.
std::optional<double> parse_factor(std::string_view text);
// "NV12M", "YUYV": the code of a pixel format of V4L2.
std::optional<uint32_t> parse_fourcc(std::string_view text);

}  // namespace v4lxx::cli
