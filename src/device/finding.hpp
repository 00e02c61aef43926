// What an examination found, one by one: what was looked at, what there is, what it means, what to do about it.
#pragma once

#include "base/failure.hpp"
#include "base/object.hpp"

#include <string>
#include <vector>

namespace v4lxx::device {

enum class Severity : uint32_t { ok = 0, note = 1, warning = 2, problem = 3 };  // v4lxx_severity_values

// Numbers of v4lxx_check_values.
enum class Check : uint32_t {
    devices = 1,
    surroundings = 2,
    kernel = 3,
    access = 4,
    capabilities = 5,
    holders = 6,
    formats = 7,
    signal = 8,
    usb = 9,
    controls = 10,
    capture = 11,
};

struct Finding {
    Check check;
    Severity severity = Severity::ok;
    Code code{};          // of a warning or a problem that has one
    std::string subject;  // the device; empty: the machine
    std::string found;    // a sentence
    std::string meaning;  // empty if there is nothing to add
    bool meaning_checked = false;
    std::string advice;  // what to do, a command where there is one; may be empty
};

using Findings = std::vector<Finding>;

// A failure that only an examination tells of, with a cause that it saw.
Failure seen_failure(Code code, const std::string &device, std::string cause);
// An advice with the name of the device in place of DEVICE.
std::string hint_for(const std::string &device, std::string advice);
// A failure as a finding: the parts of its message that fit.
Finding finding_of(Check check, const Failure &failure, Severity severity = Severity::problem);

class Examination final : public Object {
public:
    explicit Examination(Findings findings) : entries(std::move(findings)) {}
    const Findings entries;
    Severity worst() const;
};

}  // namespace v4lxx::device
