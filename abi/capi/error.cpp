#include "guard.hpp"
#include "handle.hpp"
#include "versioned.hpp"

#include "base/errnos.hpp"
#include "base/status_table.hpp"
#include "data/explanations.hpp"

namespace v4lxx::capi {

// The error of a process without memory: an address and nothing else.
static char no_memory_error;

static v4lxx_error *without_memory() noexcept { return reinterpret_cast<v4lxx_error *>(&no_memory_error); }
static bool is_without_memory(const v4lxx_error *error) noexcept
{
    return reinterpret_cast<const char *>(error) == &no_memory_error;
}

v4lxx_status fail_without_memory(v4lxx_error **error) noexcept
{
    if (error != nullptr)
        *error = without_memory();
    return V4LXX_ERROR_NO_MEMORY;
}

v4lxx_status fail(v4lxx_error **error, Failure failure)
{
    const auto status = static_cast<v4lxx_status>(failure.status());
    if (error != nullptr)
        *error = borrowed<v4lxx_error>(new ErrorReport(std::move(failure)));
    return status;
}

v4lxx_status fail_with_exception(v4lxx_error **error, const char *what) noexcept
{
    try {
        Failure failure;
        failure.code = Code::internal;
        failure.cause = what;
        failure.cause_checked = true;
        return fail(error, std::move(failure));
    } catch (...) {
        return fail_without_memory(error);
    }
}

Failure null_argument(const char *name) { return argument_failure(Code::null_argument, name, std::string(name) + " is NULL"); }

std::optional<Failure> check_struct_size(uint32_t size, uint32_t first, const char *name)
{
    if (size >= first && size <= largest_struct)
        return std::nullopt;
    return argument_failure(size < first ? Code::struct_too_small : Code::struct_too_large, std::string(name) + ".struct_size",
                            "it is " + std::to_string(size) + ", the first version of the struct has " + std::to_string(first));
}

bool all_zero(const void *bytes, size_t count) noexcept
{
    const auto *p = static_cast<const unsigned char *>(bytes);
    return std::all_of(p, p + count, [](unsigned char c) { return c == 0; });
}

Failure unknown_tail(const char *name)
{
    return argument_failure(Code::struct_tail_unknown, name, "bytes beyond the fields this version knows are not zero");
}

// One field of an error: "" for no error; the registry's text for the error without memory.
template <class F>
static const char *text(const v4lxx_error *error, const char *if_without_memory, F &&field) noexcept
{
    if (error == nullptr)
        return "";
    return is_without_memory(error) ? if_without_memory : field(*object(error));
}

}  // namespace v4lxx::capi

using namespace v4lxx;
using namespace v4lxx::capi;

extern "C" {

void v4lxx_error_free(v4lxx_error *error)
{
    if (!is_without_memory(error))
        delete object(error);
}

v4lxx_status v4lxx_error_get_status(const v4lxx_error *error)
{
    if (error == nullptr)
        return V4LXX_OK;
    return is_without_memory(error) ? V4LXX_ERROR_NO_MEMORY : static_cast<v4lxx_status>(object(error)->failure.status());
}

v4lxx_code v4lxx_error_get_code(const v4lxx_error *error)
{
    if (error == nullptr)
        return 0;
    return static_cast<v4lxx_code>(is_without_memory(error) ? Code::out_of_memory : object(error)->failure.code);
}

const char *v4lxx_error_get_message(const v4lxx_error *error)
{
    return text(error, "memory could not be had [V4LXX-E0901]", [](auto &e) { return e.message.c_str(); });
}

const char *v4lxx_error_get_operation(const v4lxx_error *error)
{
    return text(error, "", [](auto &e) { return e.failure.operation.c_str(); });
}

const char *v4lxx_error_get_device(const v4lxx_error *error)
{
    return text(error, "", [](auto &e) { return e.failure.device.c_str(); });
}

const char *v4lxx_error_get_asked(const v4lxx_error *error)
{
    return text(error, "", [](auto &e) { return e.failure.asked.c_str(); });
}

const char *v4lxx_error_get_answer(const v4lxx_error *error)
{
    return text(error, "", [](auto &e) { return e.answer.c_str(); });
}

const char *v4lxx_error_get_cause(const v4lxx_error *error)
{
    return text(error, code_entry(Code::out_of_memory).meaning, [](auto &e) { return e.cause.c_str(); });
}

v4lxx_bool v4lxx_error_is_cause_checked(const v4lxx_error *error)
{
    if (error == nullptr)
        return 0;
    return is_without_memory(error) || object(error)->failure.cause_checked ? 1 : 0;
}

const char *v4lxx_error_get_advice(const v4lxx_error *error)
{
    return text(error, code_entry(Code::out_of_memory).advice, [](auto &e) { return e.advice.c_str(); });
}

const char *v4lxx_error_get_field(const v4lxx_error *error)
{
    return text(error, "", [](auto &e) { return e.failure.field.c_str(); });
}

const char *v4lxx_error_get_request(const v4lxx_error *error)
{
    return text(error, "", [](auto &e) { return e.failure.sys_errno != 0 ? e.failure.request : ""; });
}

int32_t v4lxx_error_get_errno(const v4lxx_error *error)
{
    return error == nullptr || is_without_memory(error) ? 0 : object(error)->failure.sys_errno;
}

const char *v4lxx_status_get_name(v4lxx_status status)
{
    const StatusEntry *entry = find_status(status);
    return entry != nullptr ? entry->name : "UNKNOWN";
}

const char *v4lxx_status_get_meaning(v4lxx_status status)
{
    const StatusEntry *entry = find_status(status);
    return entry != nullptr ? entry->meaning : "";
}

const char *v4lxx_code_get_name(v4lxx_code code)
{
    const CodeEntry *entry = find_code(code);
    return entry != nullptr ? entry->name : "UNKNOWN";
}

const char *v4lxx_code_get_meaning(v4lxx_code code)
{
    const CodeEntry *entry = find_code(code);
    return entry != nullptr ? entry->meaning : "";
}

const char *v4lxx_code_get_advice(v4lxx_code code)
{
    const CodeEntry *entry = find_code(code);
    return entry != nullptr ? entry->advice : "";
}

const char *v4lxx_code_get_explanation(v4lxx_code code) { return find_explanation(code); }

v4lxx_code v4lxx_code_find(const char *text) { return text == nullptr ? 0 : find_code_by_text(text); }

int32_t v4lxx_errno_find(const char *name)
{
    const ErrnoEntry *entry = name == nullptr ? nullptr : find_errno(std::string_view(name));
    return entry != nullptr ? entry->number : 0;
}

const char *v4lxx_errno_get_name(int32_t number)
{
    const ErrnoEntry *entry = find_errno(number);
    return entry != nullptr ? entry->name : "UNKNOWN";
}

const char *v4lxx_errno_get_explanation(int32_t number)
{
    const ErrnoEntry *entry = find_errno(number);
    return entry != nullptr ? entry->explanation : "";
}

v4lxx_status v4lxx_code_get_status(v4lxx_code code)
{
    const CodeEntry *entry = find_code(code);
    return entry != nullptr ? static_cast<v4lxx_status>(entry->status) : V4LXX_ERROR_SYSTEM;
}

}  // extern "C"
