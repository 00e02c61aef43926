#include "data/controls.hpp"

#include <algorithm>

namespace v4lxx::data {

static constexpr ControlFacts table[] = {
#include "data/controls.inc"
};

const ControlFacts *find_control_facts(uint32_t id)
{
    for (const ControlFacts &facts : table)
        if (facts.id == id)
            return &facts;
    return nullptr;
}

static bool has_name(const ControlFacts &facts, std::string_view name)
{
    if (name == facts.name || name == facts.macro)
        return true;
    return std::any_of(std::begin(facts.old), std::end(facts.old),
                       [name](const char *old) { return old != nullptr && name == old; });
}

const ControlFacts *find_control_facts(std::string_view name)
{
    for (const ControlFacts &facts : table)
        if (has_name(facts, name))
            return &facts;
    return nullptr;
}

std::string normalised(std::string_view name)
{
    std::string text;
    bool gap = false;
    for (const char c : name) {
        const bool upper = c >= 'A' && c <= 'Z';
        if (!upper && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
            gap = true;
            continue;
        }
        if (gap && !text.empty())
            text += '_';
        gap = false;
        text += upper ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return text;
}

}  // namespace v4lxx::data
