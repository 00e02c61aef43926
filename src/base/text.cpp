#include "base/text.hpp"

#include <algorithm>
#include <vector>

namespace v4lxx {

static char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool begins_in_any_case(std::string_view text, std::string_view beginning)
{
    if (text.size() < beginning.size())
        return false;
    for (size_t i = 0; i < beginning.size(); i++)
        if (upper(text[i]) != upper(beginning[i]))
            return false;
    return true;
}

bool equal_in_any_case(std::string_view a, std::string_view b) { return a.size() == b.size() && begins_in_any_case(a, b); }

std::string hex(uint64_t value)
{
    std::string digits;
    do {
        digits.insert(digits.begin(), "0123456789abcdef"[value & 15]);
        value >>= 4;
    } while (value != 0);
    return "0x" + digits;
}

std::string fourcc_name(uint32_t fourcc)
{
    std::string text;
    for (int shift = 0; shift < 32; shift += 8) {
        char c = static_cast<char>((fourcc >> shift) & 0x7f);
        text += c >= 0x20 && c < 0x7f ? c : '.';
    }
    if (fourcc & 0x80000000u)
        text += "-BE";
    return text;
}

std::string fourcc_text(uint32_t fourcc) { return fourcc_name(fourcc) + " (" + hex(fourcc) + ")"; }

std::string size_text(uint32_t width, uint32_t height) { return std::to_string(width) + "x" + std::to_string(height); }

// Length of the valid UTF-8 sequence at p, 0 if there is none. Overlong forms and surrogates are refused.
static size_t utf8_length(const unsigned char *p, size_t left)
{
    if (p[0] < 0x80)
        return 1;
    size_t n = p[0] >= 0xc2 && p[0] <= 0xdf ? 2 : (p[0] & 0xf0) == 0xe0 ? 3 : p[0] >= 0xf0 && p[0] <= 0xf4 ? 4 : 0;
    if (n == 0 || n > left)
        return 0;
    for (size_t i = 1; i < n; i++)
        if ((p[i] & 0xc0) != 0x80)
            return 0;
    if ((p[0] == 0xe0 && p[1] < 0xa0) || (p[0] == 0xed && p[1] > 0x9f) || (p[0] == 0xf0 && p[1] < 0x90) ||
        (p[0] == 0xf4 && p[1] > 0x8f))
        return 0;
    return n;
}

std::string sanitised(const void *bytes, size_t size)
{
    const auto *p = static_cast<const unsigned char *>(bytes);
    std::string text;
    for (size_t i = 0; i < size && p[i] != 0;) {
        size_t n = utf8_length(p + i, size - i);
        const bool control = (n == 1 && (p[i] < 0x20 || p[i] == 0x7f)) || (n == 2 && p[i] == 0xc2 && p[i + 1] < 0xa0);
        if (n == 0 || control) {
            text += '?';
            i += n == 0 ? 1 : n;
        } else {
            text.append(reinterpret_cast<const char *>(p + i), n);
            i += n;
        }
    }
    return text;
}

std::string in_quotes(std::string_view words)
{
    std::string text(1, '"');
    text.append(sanitised(words.data(), words.size())).append(1, '"');
    return text;
}

size_t edit_distance(std::string_view a, std::string_view b)
{
    std::vector<size_t> row(b.size() + 1);
    for (size_t j = 0; j < row.size(); j++)
        row[j] = j;
    for (size_t i = 1; i <= a.size(); i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.size(); j++) {
            const size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

std::string listed(const std::vector<std::string> &shown, size_t others, std::string_view between,
                   std::string_view before_others)
{
    std::string text;
    for (const std::string &one : shown)
        text.append(text.empty() ? std::string_view() : between).append(one);
    if (others != 0)
        text.append(before_others).append(std::to_string(others)).append(" more");
    return text;
}

std::string bytes_text(uint64_t bytes)
{
    constexpr uint64_t kib = 1024, mib = 1024 * kib;
    if (bytes < 10 * kib)
        return std::to_string(bytes) + " bytes";
    const uint64_t unit = bytes < mib ? kib : mib;
    const uint64_t tenths = (bytes / unit * 10) + ((bytes % unit * 10) + unit / 2) / unit;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + (unit == kib ? " KiB" : " MiB");
}

std::string rate_text(uint64_t uhz)
{
    const uint64_t thousandths = (uhz + 500) / 1000;
    std::string text = std::to_string(thousandths % 1000 + 1000);
    text[0] = '.';
    while (!text.empty() && (text.back() == '0' || text.back() == '.')) {
        const bool whole = text.back() == '.';
        text.pop_back();
        if (whole)
            break;
    }
    return std::to_string(thousandths / 1000) + text + " per second";
}

}  // namespace v4lxx
