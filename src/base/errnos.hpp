// The kernel's errno values by name, in English, whatever the C library and the locale. The data is src/data/errnos.yaml; errnos.inc is
// generated from it.
#pragma once

#include <string>
#include <string_view>

namespace v4lxx {

struct ErrnoEntry {
    int number;
    const char *name;         // "ENOSPC"
    const char *meaning;      // "there is no room left": what it says in general
    const char *explanation;  // the page: what it means from a video device, and which code this library makes of it
};

const ErrnoEntry *find_errno(int number);             // null for a number without a name
const ErrnoEntry *find_errno(std::string_view name);  // "ENOSPC", in either case
std::string errno_name(int number);                   // "ENOSPC"; "errno 4711" for a number without a name

}  // namespace v4lxx
