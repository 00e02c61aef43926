// The fields of V4L2 answers by their kernel names, so that a script can alter them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace v4lxx::kernel::sim {

// 'word', for messages.
std::string quoted(std::string_view word);

struct AnswerField;  // a row of the table

struct Alteration {
    const AnswerField *field = nullptr;
    int32_t plane = -1;  // -1: every plane
    uint64_t number = 0;
    std::string text;  // for fields of text
};

// Reads "bytesperline 0", "sizeimage[1] 0xffffffff", "card \xff\xfe" or "card unterminated".
// Empty if it is right, else what is wrong with it.
std::string read_alteration(unsigned long request, std::string_view text, Alteration *out);
void apply_alteration(void *argument, const Alteration &alteration);
// Sizes and counts of controls change after what is written by them: a driver writes into what its caller gave, not into what it says.
constexpr int turns = 3;
int turn_of(const Alteration &alteration);

}  // namespace v4lxx::kernel::sim
