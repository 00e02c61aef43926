// How inputs are called, the same in every command that shows them.
#pragma once

#include "cli/library.hpp"

#include <string>
#include <vector>

namespace v4lxx::cli {

v4lxx_input_info input_at(const InputList &list, uint32_t index);
// "camera", "tuner", "analog", "digital", "touch"; "input of type 7" for one this version does not know.
std::string input_kind_word(const v4lxx_input_info &info);
// "no signal", "no sync"; a bit without a name as "0x10000000".
std::vector<std::string> input_status_words(uint32_t status);

}  // namespace v4lxx::cli
