// Runs the triggers of abi/registry that are code, and prints what each caused. error_triggers_test.py compares.
#include "error_triggers.h"

#include "abi/capi/guard.hpp"
#include "device/checkup.hpp"
#include "image/failures.hpp"
#include "image/png.hpp"
#include "pipeline/doctor.hpp"
#include "support/fake_machine.hpp"

#include <cerrno>
#include <cstdio>
#include <stdexcept>
#include <string>

using namespace v4lxx;

namespace {

// What a trigger inside the library ends with.
struct Trigger {
    Trigger(v4lxx_error *made) : error(made) {}
    Trigger(Failure failure) { capi::fail(&error, std::move(failure)); }
    v4lxx_error *error = nullptr;
};

#include "error_triggers_inside.inc"

}  // namespace

void report(v4lxx_code wanted, v4lxx_error *error)
{
    std::string line = v4lxx_error_get_message(error);
    for (size_t at = line.find('\n'); at != line.npos; at = line.find('\n', at))
        line.replace(at, 1, "\\n");
    std::printf("%u %u %s\n", wanted, v4lxx_error_get_code(error), line.c_str());
    v4lxx_error_free(error);
}

int main()
{
    run_c_triggers();
#define RUN(number, cause) report(number, cause().error);
    INSIDE_TRIGGERS(RUN)
}
