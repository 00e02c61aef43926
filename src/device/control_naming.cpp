#include "device/control_naming.hpp"

#include "base/text.hpp"
#include "data/controls.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace v4lxx::device {

template <class F>
static ControlMatches matching(const ControlDescriptions &all, F &&fits)
{
    ControlMatches found;
    for (const kernel::ControlDescription &control : all)
        if (!control.is_class() && fits(control))
            found.push_back(&control);
    return found;
}

ControlMatches find_matches(const ControlDescriptions &all, const std::string &name)
{
    ControlMatches found = matching(all, [&](const auto &control) { return control.name == name; });
    const std::string short_name = data::normalised(name);
    if (found.empty() && !short_name.empty())
        found = matching(all, [&](const auto &control) { return data::normalised(control.name) == short_name; });
    const data::ControlFacts *facts = data::find_control_facts(short_name);
    if (found.empty() && facts != nullptr)
        found = matching(all, [&](const auto &control) { return control.id == facts->id; });
    return found;
}

// Names come from drivers, and this one is going to be copied into a shell: what means something there is not quoted but left out.
static bool is_plain(const std::string &name)
{
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view(" ,.()/+_-").find(c) != std::string_view::npos;
    });
}

std::string calling_name(const ControlDescriptions &all, const kernel::ControlDescription &control)
{
    for (const std::string &name : {data::normalised(control.name), control.name}) {
        const ControlMatches found = find_matches(all, name);
        if (is_plain(name) && found.size() == 1 && found[0]->id == control.id)
            return name;
    }
    return hex(control.id);
}

std::string in_shell_quotes(const std::string &word)
{
    const bool needs_none = std::all_of(word.begin(), word.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '=' || c == '-';
    });
    return needs_none ? word : "\"" + word + "\"";
}

static std::vector<std::string> words_in(const std::string &name)
{
    std::vector<std::string> words;
    for (size_t start = 0; start < name.size();) {
        const size_t end = std::min(name.find('_', start), name.size());
        words.push_back(name.substr(start, end - start));
        start = end + 1;
    }
    return words;
}

// To the nearest run of as many words: "exposre" means a word of "exposure_time_absolute".
static size_t distance_to_a_part(const std::string &wanted, const std::string &name)
{
    const std::vector<std::string> words = words_in(name);
    const size_t count = static_cast<size_t>(std::count(wanted.begin(), wanted.end(), '_')) + 1;
    size_t nearest = SIZE_MAX;
    for (size_t first = 0; first + count <= words.size(); first++) {
        std::string part = words[first];
        for (size_t i = 1; i < count; i++)
            part += "_" + words[first + i];
        nearest = std::min(nearest, edit_distance(wanted, part));
    }
    return nearest;
}

// How far a name is from the wanted one; none if it is too far. What fits a part of it is farther than what fits all of it.
static std::optional<size_t> rank_of(const std::string &wanted, const std::string &name)
{
    const size_t limit = std::max<size_t>(2, wanted.size() / 3);
    if (const size_t distance = edit_distance(wanted, name); distance <= limit)
        return distance;
    if (!wanted.empty() && name.find(wanted) != std::string::npos)
        return limit;
    if (const size_t distance = distance_to_a_part(wanted, name); distance <= std::max<size_t>(1, wanted.size() / 4))
        return limit + distance;
    return std::nullopt;
}

static std::optional<size_t> rank_of(const std::string &wanted, const kernel::ControlDescription &control)
{
    std::optional<size_t> best = rank_of(wanted, data::normalised(control.name));
    const auto consider = [&](const char *other) {
        const std::optional<size_t> rank = other != nullptr ? rank_of(wanted, std::string(other)) : std::nullopt;
        if (rank && (!best || *rank < *best))
            best = rank;
    };
    if (const data::ControlFacts *facts = data::find_control_facts(control.id)) {
        consider(facts->macro);
        for (const char *old : facts->old)
            consider(old);
    }
    return best;
}

std::vector<std::string> nearest_names(const ControlDescriptions &all, const std::string &wanted)
{
    std::vector<std::pair<size_t, std::string>> near;
    if (wanted.empty() || wanted.size() > 64)  // twice the longest name there can be
        return {};
    for (const kernel::ControlDescription &control : all) {
        if (control.is_class())
            continue;
        if (const auto rank = rank_of(wanted, control))
            near.emplace_back(*rank, in_shell_quotes(calling_name(all, control)));
    }
    std::sort(near.begin(), near.end());
    std::vector<std::string> names;
    for (size_t i = 0; i < near.size() && i < 3; i++)
        names.push_back(near[i].second);
    return names;
}

}  // namespace v4lxx::device
