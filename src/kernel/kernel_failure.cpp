// errno -> failure. What an errno means for a call is data: src/data/errno_meanings.yaml.
#include "kernel/kernel_failure.hpp"
#include "base/errnos.hpp"
#include "data/errno_meanings.hpp"
#include "kernel/request_names.hpp"

#include <cerrno>

namespace v4lxx::kernel {

// From 512 on errno values are the kernel's own and never reach a program; MIPS alone has one up there.
static bool is_impossible(int error) { return error >= 512 && find_errno(error) == nullptr; }

bool means_lost(int rc) { return rc == -ENODEV || rc == -ENXIO; }

static void explain_impossible(Failure &failure)
{
    failure.code = Code::errno_impossible;
    failure.field = "errno";
    failure.cause = std::string(failure.request) + " answered errno " + std::to_string(failure.sys_errno) +
                    ", which no program can be told";
    failure.cause_checked = true;
}

// An errno nobody answers here, as far as the table knows: at least what it says in general.
static void explain_unknown(Failure &failure)
{
    failure.code = Code::system_call_failed;
    if (const ErrnoEntry *entry = find_errno(failure.sys_errno))
        failure.cause = std::string(entry->name) + " in general: " + entry->meaning;
}

static void explain(Failure &failure, DeviceState state)
{
    if (is_impossible(failure.sys_errno))
        return explain_impossible(failure);
    const ErrnoMeaning *row = find_errno_meaning(failure.request, failure.sys_errno, state);
    if (row == nullptr)
        return explain_unknown(failure);
    failure.code = row->code;
    failure.cause = row->cause;
    failure.cause_checked = row->checked;
}

Failure call_failure(int rc, const char *call)
{
    Failure failure;
    failure.sys_errno = -rc;
    failure.request = call;
    explain(failure, DeviceState::any);
    return failure;
}

Failure kernel_failure(int rc, unsigned long request) { return call_failure(rc, request_name(request)); }
Failure wait_failure(int rc) { return call_failure(rc, "ppoll"); }

void explain_in_state(Failure &failure, DeviceState state)
{
    if (failure.sys_errno == 0 || state == DeviceState::any)
        return;
    const ErrnoMeaning *row = find_errno_meaning(failure.request, failure.sys_errno, state);
    if (row != nullptr && row->state == state)
        explain(failure, state);
}

}  // namespace v4lxx::kernel
