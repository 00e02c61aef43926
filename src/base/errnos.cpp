#include "base/errnos.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cerrno>

namespace v4lxx {

static constexpr ErrnoEntry errnos[] = {
#include "base/errnos.inc"
};

const ErrnoEntry *find_errno(int number)
{
    auto found = std::find_if(std::begin(errnos), std::end(errnos), [&](const ErrnoEntry &e) { return e.number == number; });
    return found == std::end(errnos) ? nullptr : found;
}

const ErrnoEntry *find_errno(std::string_view name)
{
    auto found = std::find_if(std::begin(errnos), std::end(errnos),
                              [&](const ErrnoEntry &e) { return equal_in_any_case(name, e.name); });
    return found == std::end(errnos) ? nullptr : found;
}

std::string errno_name(int number)
{
    const ErrnoEntry *entry = find_errno(number);
    return entry != nullptr ? entry->name : "errno " + std::to_string(number);
}

}  // namespace v4lxx
