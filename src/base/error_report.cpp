#include "base/error_report.hpp"

#include "base/status_table.hpp"

namespace v4lxx {

ErrorReport::ErrorReport(Failure why)
    : failure(std::move(why)), answer(failure.answer()),
      cause(failure.cause.empty() ? code_entry(failure.code).meaning : failure.cause), advice(failure.hint()),
      message(failure.message())
{
}

}  // namespace v4lxx
