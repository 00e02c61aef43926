#include "device/finding.hpp"

#include "base/status_table.hpp"

#include <algorithm>

namespace v4lxx::device {

Finding finding_of(Check check, const Failure &failure, Severity severity)
{
    Finding finding{check, severity, failure.code, failure.device};
    if (!failure.operation.empty())
        finding.found = "cannot " + failure.operation + ": ";
    finding.found += code_entry(failure.code).meaning;
    if (const std::string answer = failure.answer(); !answer.empty())
        finding.found += " (" + answer + ")";
    finding.meaning = failure.cause;
    finding.meaning_checked = failure.cause_checked;
    finding.advice = failure.hint();
    return finding;
}

Failure seen_failure(Code code, const std::string &device, std::string cause)
{
    Failure failure;
    failure.code = code;
    failure.device = device;
    failure.cause = std::move(cause);
    failure.cause_checked = true;
    return failure;
}

std::string hint_for(const std::string &device, std::string advice)
{
    Failure failure;
    failure.device = device;
    failure.advice = std::move(advice);
    return failure.hint();
}

Severity Examination::worst() const
{
    Severity worst = Severity::ok;
    for (const Finding &finding : entries)
        worst = std::max(worst, finding.severity);
    return worst;
}

}  // namespace v4lxx::device
