// What a command understands, as a table, and what was given to it. Help is printed from the same table, so it cannot drift.
#pragma once

#include "cli/numbers.hpp"
#include "cli/stop.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace v4lxx::cli {

struct OptionSpec {
    const char *name;   // long name without the dashes
    char letter;        // 0: there is no short name
    const char *value;  // how help calls its value; null: a flag
    const char *text;
};

class Arguments;

struct CommandSpec {
    const char *name;
    const char *operands;  // how help calls them: "DEV", "[DEV]" or ""
    size_t fewest_operands;
    size_t most_operands;
    const char *summary;
    std::vector<OptionSpec> options;
    const char *notes;     // paragraphs printed as they are
    const char *examples;  // one command a line
    int (*run)(const Arguments &);
};

// Options that every command has.
extern const OptionSpec verbose_option, help_option;
std::vector<const OptionSpec *> all_options(const CommandSpec &spec);  // its own, then those

class Arguments {
public:
    // Throws Stop for anything the table does not have. After --help nothing else is looked at.
    Arguments(const CommandSpec &spec, const std::vector<std::string> &words);

    bool wants_help() const { return wants_help_; }
    bool has(const char *name) const { return values_.count(name) != 0; }
    const std::vector<std::string> &operands() const { return operands_; }

    std::optional<std::string> text(const char *name) const;
    // Each throws Stop with what would have been right.
    std::optional<uint64_t> count(const char *name) const;
    std::optional<uint32_t> count32_from_1(const char *name) const;
    std::optional<Size> size(const char *name) const;
    std::optional<v4lxx_fraction> rate(const char *name) const;
    std::optional<int64_t> seconds(const char *name) const;
    std::optional<double> factor(const char *name) const;
    std::optional<uint32_t> fourcc(const char *name) const;
    std::vector<uint32_t> fourccs(const char *name) const;  // one, or several joined by commas

    // The command as it was typed, with one more word behind its name, ready to be pasted.
    std::string typed_with(const std::string &operand) const;

    // A wrong use of this command: exit code 2, with the way to its help.
    Stop wrong(const std::string &problem) const;

private:
    const OptionSpec &find_long(const std::vector<std::string> &words, size_t index) const;
    const OptionSpec &find_short(char letter) const;
    size_t take_long(const std::vector<std::string> &words, size_t index);
    size_t take_short(const std::vector<std::string> &words, size_t index);
    void store(const OptionSpec &option, const std::string &value);
    template <typename T>
    std::optional<T> parsed(const char *name, std::optional<T> (*parse)(std::string_view), const char *expected) const;

    const CommandSpec &spec_;
    std::vector<std::string> words_;  // as they were typed
    std::map<std::string, std::string, std::less<>> values_;
    std::vector<std::string> operands_;
    bool wants_help_ = false;
};

}  // namespace v4lxx::cli
