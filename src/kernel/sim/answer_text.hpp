// Texts of answers, as drivers write them with strscpy: cut to the field, a NUL at the end.
#pragma once

#include <algorithm>
#include <string_view>

namespace v4lxx::kernel::sim {

// The field is all zeros before.
template <class Byte, size_t n>
void put_text(Byte (&to)[n], std::string_view text)
{
    std::copy_n(text.begin(), std::min(n - 1, text.size()), to);
}

}  // namespace v4lxx::kernel::sim
