// The registry of statuses and codes as a table. The data is abi/registry; status_codes.hpp and status_table.inc are generated
// from it.
#pragma once

#include "base/status_codes.hpp"

#include <string>
#include <string_view>

namespace v4lxx {

struct StatusEntry {
    Status number;
    const char *name;
    const char *meaning;
};

struct CodeEntry {
    Code number;
    const char *name;
    Status status;
    const char *meaning;
    const char *advice;
};

const StatusEntry *find_status(int32_t number);  // null for a number this version does not know
const CodeEntry *find_code(uint32_t number);     // likewise
const CodeEntry *find_code_by_name(std::string_view name);
const CodeEntry &code_entry(Code code);  // a code of ours always exists
std::string code_label(Code code);       // "V4LXX-E0231"

}  // namespace v4lxx
