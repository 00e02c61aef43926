// Patterns as people type them: * is any text, ? one character; upper and lower case of ASCII are the same.
#pragma once

#include <string_view>

namespace v4lxx {

bool matches_glob(std::string_view pattern, std::string_view text);

}  // namespace v4lxx
