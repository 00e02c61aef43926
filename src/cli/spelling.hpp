// What a misspelt word was probably meant to be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace v4lxx::cli {

// The candidate that takes the fewest slips of typing (a letter too many, missing, wrong, or two swapped); empty if even that one
// differs in more than a third of its letters.
std::string closest(std::string_view word, const std::vector<std::string> &candidates);

}  // namespace v4lxx::cli
