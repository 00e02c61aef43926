// The table of all analog television standards of Linux 6.12, generated from analog_standards.yaml: names, bits, lines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace v4lxx::data {

struct AnalogStandard {
    const char *name;  // the kernel's
    uint64_t bits;     // of v4l2_std_id; several for a name that stands for several
    uint32_t lines;    // 525 or 625
};

// In the kernel's order: a name that stands for several comes before those.
inline constexpr AnalogStandard analog_standards[] = {
#include "data/analog_standards.inc"
};

constexpr bool has_several(const AnalogStandard &standard) { return (standard.bits & (standard.bits - 1)) != 0; }

// By name in any case, dashes and slashes as one likes: "PAL-B/G", "palbg". Null if the table does not have it.
const AnalogStandard *find_analog_standard(std::string_view name);

// The name of exactly these standards; "" if they have none together.
const char *analog_standard_name(uint64_t bits);

// Any set in words, the largest names first: "PAL-BG+PAL-H"; bits without a name in hex; "none".
std::string analog_standard_text(uint64_t bits);

}  // namespace v4lxx::data
