// What could be typed next. The completions of bash, zsh and fish ask for it with `v4lxx --complete WORD...`, so that they offer
// what the tables of the commands have and nothing else.
#pragma once

#include "cli/arguments.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace v4lxx::cli {

struct Candidate {
    std::string word;
    std::string text;  // what it means; may be empty
};

// The words before the cursor, as far as they can be understood. Unlike Arguments it forgives everything.
struct Typed {
    explicit Typed(const CommandSpec &spec) : command(spec) {}

    const CommandSpec &command;
    std::vector<std::string> operands;
    std::map<std::string, std::string, std::less<>> values;  // the options that were given, by their long names
    const OptionSpec *waiting = nullptr;                     // the value of this option comes next
    bool options_may_follow = true;

    // "" when no device was typed yet, or the command takes none.
    std::string device() const;
};

// An answer of this word means: file names, which shells complete better themselves.
inline constexpr std::string_view file_names = ":files";

// One answer a line, a tab before its text. The last word is the one at the cursor, which may be empty.
std::string completion_text(const std::vector<std::string> &words);

// Nodes of this machine (found without opening one) and simulated cameras, as far as they begin with the current word.
std::vector<Candidate> device_candidates(const std::string &current);
// What a word in the help text such as FOURCC, WxH, FILE or png|jpg can be. Asks the device, if one was typed.
std::vector<Candidate> value_candidates(std::string_view placeholder, const Typed &typed);
// Controls of the device that was typed, as NAME= where they can be set; behind the = the values that have names, or the range.
std::vector<Candidate> control_candidates(const Typed &typed, const std::string &current);
// The same for an operand of a command: DEV, NAME[=VALUE], or what value_candidates() knows.
std::vector<Candidate> operand_candidates(std::string_view placeholder, const Typed &typed, const std::string &current);

}  // namespace v4lxx::cli
