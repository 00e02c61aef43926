#include "cli/spelling.hpp"

#include <algorithm>

namespace v4lxx::cli {

namespace {

// Damerau's distance, with neighbours that may be swapped once. Three rows of the table are enough.
size_t slips(std::string_view a, std::string_view b)
{
    std::vector<size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
    for (size_t j = 0; j <= b.size(); j++)
        above[j] = j;
    for (size_t i = 1; i <= a.size(); i++) {
        row[0] = i;
        for (size_t j = 1; j <= b.size(); j++) {
            const bool same = a[i - 1] == b[j - 1];
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before = above;
        above = row;
    }
    return above[b.size()];
}

}  // namespace

std::string closest(std::string_view word, const std::vector<std::string> &candidates)
{
    constexpr size_t longest_word = 40;  // nothing of ours is longer, and what is typed may be anything
    std::string found;
    size_t fewest = longest_word;
    for (const std::string &candidate : candidates) {
        const size_t needed = word.size() > longest_word ? longest_word : slips(word, candidate);
        if (needed < fewest && needed <= std::max<size_t>(1, candidate.size() / 3)) {
            found = candidate;
            fewest = needed;
        }
    }
    return found;
}

static std::string quoted(const std::string &word)
{
    constexpr const char *plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/_-.:,=+@%";
    if (!word.empty() && word.find_first_not_of(plain) == std::string::npos)
        return word;
    std::string text = "'";
    for (const char letter : word)
        text += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return text + "'";
}

std::string command_line(const std::vector<std::string> &words)
{
    constexpr size_t longest = 400;
    std::string text = "v4lxx";
    for (const std::string &word : words) {
        if (text.size() + word.size() > longest)
            return text + " ...";
        text += " " + quoted(word);
    }
    return text;
}

}  // namespace v4lxx::cli
