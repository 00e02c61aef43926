#include "cli/completion.hpp"

#include "cli/commands.hpp"
#include "cli/help.hpp"

#include <algorithm>

namespace v4lxx::cli {

namespace {

using Candidates = std::vector<Candidate>;
using Words = std::vector<std::string>;

const OptionSpec *find_option(const CommandSpec &command, std::string_view word)
{
    for (const OptionSpec *option : all_options(command)) {
        const bool is_long = word.substr(0, 2) == "--" && word.substr(2) == option->name;
        const bool is_short = word.size() == 2 && word[0] == '-' && option->letter != 0 && word[1] == option->letter;
        if (is_long || is_short)
            return option;
    }
    return nullptr;
}

void take_option(Typed &typed, const std::string &word)
{
    const size_t equals = word.starts_with("--") ? word.find('=') : word.npos;
    const bool is_attached_short = word[1] != '-' && word.size() > 2;
    const OptionSpec *option = find_option(typed.command, is_attached_short ? word.substr(0, 2) : word.substr(0, equals));
    if (option == nullptr)
        return;
    if (equals != word.npos)
        typed.values[option->name] = word.substr(equals + 1);
    else if (is_attached_short)
        typed.values[option->name] = word.substr(2);
    else if (option->value != nullptr)
        typed.waiting = option;
    else
        typed.values[option->name] = "";
}

Typed read_typed(const CommandSpec &command, Words::const_iterator first, Words::const_iterator last)
{
    Typed typed(command);
    for (auto word = first; word != last; ++word) {
        if (typed.waiting != nullptr) {
            typed.values[typed.waiting->name] = *word;
            typed.waiting = nullptr;
        } else if (typed.options_may_follow && *word == "--") {
            typed.options_may_follow = false;
        } else if (typed.options_may_follow && word->size() > 1 && (*word)[0] == '-') {
            take_option(typed, *word);
        } else {
            typed.operands.push_back(*word);
        }
    }
    return typed;
}

Candidates all_command_names()
{
    Candidates all;
    for (const CommandSpec *command : all_commands)
        all.push_back({command->name, command->summary});
    return all;
}

Candidates first_words()
{
    Candidates all = all_command_names();
    all.push_back({"help", "explain a command"});
    all.push_back({"--help", "name the commands"});
    all.push_back({"--version", "print the version of the program and of the library"});
    return all;
}

Candidates option_names(const Typed &typed, const std::string &current)
{
    Candidates names;
    const auto add = [&](const OptionSpec &option) {
        if (typed.values.count(option.name) != 0)
            return;
        names.push_back({std::string("--") + option.name, option.text});
        if (option.letter != 0 && current == "-")
            names.push_back({std::string("-") + option.letter, option.text});
    };
    for (const OptionSpec *option : all_options(typed.command))
        add(*option);
    return names;
}

// "--format=YU": the answers are whole words, because that is what shells replace.
Candidates attached_values(const Typed &typed, const std::string &current)
{
    const size_t equals = current.find('=');
    const OptionSpec *option = find_option(typed.command, current.substr(0, equals));
    if (option == nullptr || option->value == nullptr)
        return {};
    Candidates values = value_candidates(option->value, typed);
    for (Candidate &value : values) {
        if (value.word != file_names)
            value.word.insert(0, current, 0, equals + 1);
    }
    return values;
}

// "DEV [NAME[=VALUE]]..." has the operands DEV, NAME[=VALUE], NAME[=VALUE], and so on.
std::string operand_placeholder(const CommandSpec &command, size_t index)
{
    if (index >= command.most_operands)
        return "";
    Words placeholders;
    std::string_view rest = command.operands;
    while (!rest.empty()) {
        const size_t end = std::min(rest.find(' '), rest.size());
        std::string_view word = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (word.size() > 3 && word.substr(word.size() - 3) == "...")
            word.remove_suffix(3);
        if (word.size() > 1 && word.front() == '[' && word.back() == ']')
            word = word.substr(1, word.size() - 2);
        if (!word.empty())
            placeholders.emplace_back(word);
    }
    return placeholders.empty() ? "" : placeholders[std::min(index, placeholders.size() - 1)];
}

Candidates command_candidates(const Typed &typed, const std::string &current)
{
    if (typed.waiting != nullptr)
        return value_candidates(typed.waiting->value, typed);
    if (typed.options_may_follow && current.starts_with("--") && current.find('=') != current.npos)
        return attached_values(typed, current);
    if (typed.options_may_follow && current.starts_with("-"))
        return option_names(typed, current);
    const std::string placeholder = operand_placeholder(typed.command, typed.operands.size());
    Candidates candidates;
    if (!placeholder.empty())
        candidates = operand_candidates(placeholder, typed, current);
    if (placeholder.empty() && typed.options_may_follow)
        candidates = option_names(typed, current);
    return candidates;
}

Candidates candidates_for(const Words &before, const std::string &current)
{
    if (before.empty())
        return first_words();
    if (before[0] == "help" || before[0] == "--help" || before[0] == "-h")
        return before.size() == 1 ? all_command_names() : Candidates();
    const CommandSpec *command = find_command(before[0]);
    if (command == nullptr)
        return {};
    return command_candidates(read_typed(*command, before.begin() + 1, before.end()), current);
}

// Names come from drivers. What a shell would have to quote, or a terminal would obey, is not offered.
bool is_plain(const std::string &word)
{
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+./:,=@%";
    return !word.empty() && word.find_first_not_of(allowed) == word.npos;
}

std::string printable(std::string text)
{
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    std::replace_if(text.begin(), text.end(), is_control, ' ');
    return text;
}

}  // namespace

std::string Typed::device() const
{
    const std::string first = operand_placeholder(command, 0);
    return first == "DEV" && !operands.empty() ? operands[0] : "";
}

std::string completion_text(const std::vector<std::string> &words)
{
    Words before = words;
    const std::string current = before.empty() ? "" : before.back();
    if (!before.empty())
        before.pop_back();
    std::string text;
    for (const Candidate &candidate : candidates_for(before, current)) {
        if (candidate.word == file_names)
            text += candidate.word + "\n";
        else if (candidate.word.starts_with(current) && is_plain(candidate.word))
            text += candidate.word + "\t" + printable(candidate.text) + "\n";
    }
    return text;
}

}  // namespace v4lxx::cli
