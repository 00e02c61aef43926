#include "data/analog_standard.hpp"

#include "base/text.hpp"

namespace v4lxx::data {

// Letters and digits only: people write PAL-B/G, PAL BG and PAL_BG.
static std::string bare(std::string_view name)
{
    std::string text;
    for (const char c : name)
        if (c != '-' && c != '/' && c != '_' && c != ' ')
            text += c;
    return text;
}

const AnalogStandard *find_analog_standard(std::string_view name)
{
    const std::string wanted = bare(name);
    for (const AnalogStandard &standard : analog_standards)
        if (equal_in_any_case(bare(standard.name), wanted))
            return &standard;
    return nullptr;
}

const char *analog_standard_name(uint64_t bits)
{
    for (const AnalogStandard &standard : analog_standards)
        if (standard.bits == bits)
            return standard.name;
    return "";
}

// Names that stand for several come before those, so the first that lies within the set is the largest.
static const AnalogStandard *largest_within(uint64_t bits)
{
    for (const AnalogStandard &standard : analog_standards)
        if ((standard.bits & ~bits) == 0)
            return &standard;
    return nullptr;
}

std::string analog_standard_text(uint64_t bits)
{
    if (bits == 0)
        return "none";
    std::string text;
    while (bits != 0) {
        const AnalogStandard *standard = largest_within(bits);
        text.append(text.empty() ? "" : "+").append(standard != nullptr ? std::string(standard->name) : hex(bits));
        bits &= standard != nullptr ? ~standard->bits : 0;
    }
    return text;
}

}  // namespace v4lxx::data
