// What a misspelt word was probably meant to be, and how a command is written so that a shell reads it back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace v4lxx::cli {

// The candidate that takes the fewest slips of typing (a letter too many, missing, wrong, or two swapped); empty if even that one
// differs in more than a third of its letters.
std::string closest(std::string_view word, const std::vector<std::string> &candidates);

// "v4lxx" and the words, quoted where a shell needs it. What is too long to be shown ends in "...".
std::string command_line(const std::vector<std::string> &words);

}  // namespace v4lxx::cli
