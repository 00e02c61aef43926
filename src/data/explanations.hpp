// What the page of a code says, in paragraphs wrapped for a terminal. The data is abi/registry/codes; explanations.inc is generated
// from it.
#pragma once

#include "base/status_codes.hpp"

#include <string_view>

namespace v4lxx {

const char *find_explanation(uint32_t code);  // "" for a number this version does not know

// The code somebody typed: "V4LXX-E0231", "E0231", "231", "USB_BANDWIDTH", in either case. 0 if there is none such.
uint32_t find_code_by_text(std::string_view text);

}  // namespace v4lxx
