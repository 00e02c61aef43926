#include "base/status_table.hpp"

#include <algorithm>

namespace v4lxx {

static constexpr StatusEntry statuses[] = {
#define V4LXX_STATUS(number, id, name, meaning) {Status::id, name, meaning},
#define V4LXX_CODE(number, id, name, status, meaning, advice)
#include "base/status_table.inc"
#undef V4LXX_STATUS
#undef V4LXX_CODE
};

static constexpr CodeEntry codes[] = {
#define V4LXX_STATUS(number, id, name, meaning)
#define V4LXX_CODE(number, id, name, status, meaning, advice) {Code::id, name, Status::status, meaning, advice},
#include "base/status_table.inc"
#undef V4LXX_STATUS
#undef V4LXX_CODE
};

const StatusEntry *find_status(int32_t number)
{
    auto found = std::find_if(std::begin(statuses), std::end(statuses),
                              [&](const StatusEntry &e) { return static_cast<int32_t>(e.number) == number; });
    return found == std::end(statuses) ? nullptr : found;
}

const CodeEntry *find_code(uint32_t number)
{
    auto found = std::find_if(std::begin(codes), std::end(codes),
                              [&](const CodeEntry &e) { return static_cast<uint32_t>(e.number) == number; });
    return found == std::end(codes) ? nullptr : found;
}

const CodeEntry *find_code_by_name(std::string_view name)
{
    auto found = std::find_if(std::begin(codes), std::end(codes), [&](const CodeEntry &e) { return name == e.name; });
    return found == std::end(codes) ? nullptr : found;
}

const CodeEntry &code_entry(Code code)
{
    const CodeEntry *entry = find_code(static_cast<uint32_t>(code));
    return entry != nullptr ? *entry : *find_code(static_cast<uint32_t>(Code::internal));
}

std::string code_label(Code code)
{
    std::string digits = std::to_string(static_cast<uint32_t>(code));
    return "V4LXX-E" + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

}  // namespace v4lxx
