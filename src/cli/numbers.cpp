#include "cli/numbers.hpp"

#include <charconv>
#include <limits>
#include <numeric>
#include <string>

#include <v4lxx/pixel_format.h>

namespace v4lxx::cli {

namespace {

struct Decimal {
    uint64_t digits;  // all digits, the point left out
    uint64_t scale;   // 10 to the number of digits after the point
};

std::optional<Decimal> parse_decimal(std::string_view text, size_t most_digits_after_point)
{
    const size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view rest = point == text.npos ? std::string_view() : text.substr(point + 1);
    const auto value = parse_count32(whole);
    if (!value || (point != text.npos && rest.empty()) || rest.size() > most_digits_after_point)
        return std::nullopt;
    Decimal decimal{*value, 1};
    for (char digit : rest) {
        if (digit < '0' || digit > '9')
            return std::nullopt;
        decimal.digits = decimal.digits * 10 + static_cast<uint64_t>(digit - '0');
        decimal.scale *= 10;
    }
    return decimal;
}

std::optional<v4lxx_fraction> reduced(uint64_t numerator, uint64_t denominator)
{
    if (numerator == 0 || denominator == 0)
        return std::nullopt;
    const uint64_t divisor = std::gcd(numerator, denominator);
    numerator /= divisor;
    denominator /= divisor;
    constexpr uint64_t most = std::numeric_limits<uint32_t>::max();
    if (numerator > most || denominator > most)
        return std::nullopt;
    return v4lxx_fraction{static_cast<uint32_t>(numerator), static_cast<uint32_t>(denominator)};
}

}  // namespace

std::optional<uint64_t> parse_count(std::string_view text)
{
    uint64_t value = 0;
    const char *begin = text.data();
    const char *end = begin + text.size();
    const auto [stopped, problem] = std::from_chars(begin, end, value);
    if (text.empty() || problem != std::errc() || stopped != end)
        return std::nullopt;
    return value;
}

std::optional<uint32_t> parse_count32(std::string_view text)
{
    const auto value = parse_count(text);
    if (!value || *value > std::numeric_limits<uint32_t>::max())
        return std::nullopt;
    return static_cast<uint32_t>(*value);
}

std::optional<uint32_t> parse_count32_from_1(std::string_view text)
{
    const auto value = parse_count32(text);
    return value && *value > 0 ? value : std::nullopt;
}

std::optional<Size> parse_size(std::string_view text)
{
    const size_t cross = text.find('x');
    if (cross == text.npos)
        return std::nullopt;
    const auto width = parse_count32(text.substr(0, cross));
    const auto height = parse_count32(text.substr(cross + 1));
    if (!width || !height || *width == 0 || *height == 0)
        return std::nullopt;
    return Size{*width, *height};
}

std::optional<v4lxx_fraction> parse_rate(std::string_view text)
{
    if (const size_t slash = text.find('/'); slash != text.npos) {
        const auto numerator = parse_count32(text.substr(0, slash));
        const auto denominator = parse_count32(text.substr(slash + 1));
        return numerator && denominator ? reduced(*numerator, *denominator) : std::nullopt;
    }
    const auto decimal = parse_decimal(text, 6);
    return decimal ? reduced(decimal->digits, decimal->scale) : std::nullopt;
}

std::optional<int64_t> parse_seconds(std::string_view text)
{
    constexpr uint64_t year_ns = 366ull * 24 * 3600 * 1'000'000'000;
    const auto decimal = parse_decimal(text, 9);
    if (!decimal || decimal->digits / decimal->scale > year_ns / 1'000'000'000)
        return std::nullopt;
    // scale divides 10^9, and a year of nanoseconds fits 55 bits: exact.
    return static_cast<int64_t>(decimal->digits * (1'000'000'000 / decimal->scale));
}

std::optional<double> parse_factor(std::string_view text)
{
    const auto decimal = parse_decimal(text, 6);
    return decimal && decimal->digits > 0
               ? std::optional(static_cast<double>(decimal->digits) / static_cast<double>(decimal->scale))
               : std::nullopt;
}

std::optional<uint32_t> parse_fourcc(std::string_view text)
{
    const uint32_t fourcc = v4lxx_pixel_format_find(std::string(text).c_str());
    return fourcc != 0 ? std::optional(fourcc) : std::nullopt;
}

}  // namespace v4lxx::cli
