#include "data/explanations.hpp"

#include "base/status_table.hpp"

#include <charconv>
#include <string>

namespace v4lxx {

const char *find_explanation(uint32_t code)
{
    switch (static_cast<Code>(code)) {
#define V4LXX_EXPLANATION(id, text) \
    case Code::id: return text;
#include "data/explanations.inc"
#undef V4LXX_EXPLANATION
    }
    return "";
}

static std::string upper_case(std::string_view text)
{
    std::string upper(text);
    for (char &c : upper)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return upper;
}

static void drop_prefix(std::string_view &text, std::string_view prefix)
{
    if (text.substr(0, prefix.size()) == prefix)
        text.remove_prefix(prefix.size());
}

uint32_t find_code_by_text(std::string_view text)
{
    const std::string upper = upper_case(text);
    std::string_view name = upper;
    drop_prefix(name, "V4LXX_CODE_");
    if (const CodeEntry *entry = find_code_by_name(name))
        return static_cast<uint32_t>(entry->number);
    std::string_view digits = upper;
    drop_prefix(digits, "V4LXX-");
    drop_prefix(digits, "E");
    uint32_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size())
        return 0;
    return find_code(number) != nullptr ? number : 0;
}

}  // namespace v4lxx
