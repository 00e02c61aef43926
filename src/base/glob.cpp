#include "base/glob.hpp"

#include <cstddef>

namespace v4lxx {

static char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
static bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

// Goes back to the last star when the text does not go on as the pattern: no recursion, at worst the product of both lengths.
bool matches_glob(std::string_view pattern, std::string_view text)
{
    constexpr size_t none = static_cast<size_t>(-1);
    size_t p = 0, t = 0, star = none, resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && pattern[p] == '?') {
            p++;
            for (t++; t < text.size() && continues_character(text[t]); t++) {
            }
        } else if (p < pattern.size() && lower(pattern[p]) == lower(text[t])) {
            p++;
            t++;
        } else if (star != none) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        p++;
    return p == pattern.size();
}

}  // namespace v4lxx
