#include "cli/arguments.hpp"
#include "cli/spelling.hpp"

#include <algorithm>

namespace v4lxx::cli {

const OptionSpec help_option = {"help", 'h', nullptr, "print this text"};
const OptionSpec verbose_option = {"verbose", 'v', nullptr, "tell on standard error what the library does"};

std::vector<const OptionSpec *> all_options(const CommandSpec &spec)
{
    std::vector<const OptionSpec *> all;
    for (const OptionSpec &option : spec.options)
        all.push_back(&option);
    all.push_back(&verbose_option);
    all.push_back(&help_option);
    return all;
}

static const char *meaning_of(std::string_view operands)
{
    return operands.substr(0, 3) == "DEV" ? ", a device node such as /dev/video0, or sim:camera" : "";
}

Arguments::Arguments(const CommandSpec &spec, const std::vector<std::string> &words) : spec_(spec), words_(words)
{
    bool options_may_follow = true;
    for (size_t index = 0; index < words.size() && !wants_help_; ++index) {
        const std::string &word = words[index];
        if (options_may_follow && word == "--")
            options_may_follow = false;
        else if (options_may_follow && (word == "--help" || word == "-h"))
            wants_help_ = true;
        else if (options_may_follow && word.size() > 2 && word.compare(0, 2, "--") == 0)
            index = take_long(words, index);
        else if (options_may_follow && word.size() > 1 && word[0] == '-')
            index = take_short(words, index);
        else
            operands_.push_back(word);
    }
    if (wants_help_)
        return;
    if (operands_.size() > spec_.most_operands)
        throw wrong("one argument too many: \"" + operands_[spec_.most_operands] + "\"");
    if (operands_.size() < spec_.fewest_operands)
        throw wrong(std::string("needs ") + spec_.operands + meaning_of(spec_.operands));
}

Stop Arguments::wrong(const std::string &problem) const
{
    const std::string name = spec_.name;
    return {exit_code::usage, name + ": " + problem + "\n  try:    v4lxx " + name + " --help"};
}

std::string Arguments::typed_with(const std::string &operand) const
{
    std::vector<std::string> words = {spec_.name, operand};
    words.insert(words.end(), words_.begin(), words_.end());
    return command_line(words);
}

// --name or --name=VALUE
const OptionSpec &Arguments::find_long(const std::vector<std::string> &words, size_t index) const
{
    const std::string &word = words[index];
    const std::string name = word.substr(2, word.find('=') == word.npos ? word.npos : word.find('=') - 2);
    std::vector<std::string> names;
    for (const OptionSpec *option : all_options(spec_)) {
        if (name == option->name)
            return *option;
        names.emplace_back(option->name);
    }
    const std::string meant = closest(name, names);
    if (meant.empty())
        throw wrong("unknown option --" + name);
    std::vector<std::string> corrected = {spec_.name};
    corrected.insert(corrected.end(), words.begin(), words.end());
    corrected[index + 1].replace(2, name.size(), meant);
    throw Stop(exit_code::usage, std::string(spec_.name) + ": unknown option --" + name + "; did you mean --" + meant +
                                     "?\n  try:    " + command_line(corrected));
}

const OptionSpec &Arguments::find_short(char letter) const
{
    for (const OptionSpec *option : all_options(spec_)) {
        if (option->letter != 0 && option->letter == letter)
            return *option;
    }
    throw wrong(std::string("unknown option -") + letter);
}

// --name VALUE, --name=VALUE, --flag
size_t Arguments::take_long(const std::vector<std::string> &words, size_t index)
{
    const std::string &word = words[index];
    const size_t equals = word.find('=');
    const OptionSpec &option = find_long(words, index);
    const std::string name = std::string("--") + option.name;
    if (option.value == nullptr) {
        if (equals != word.npos)
            throw wrong(name + " takes no value");
        store(option, "");
    } else if (equals != word.npos) {
        store(option, word.substr(equals + 1));
    } else {
        if (++index == words.size())
            throw wrong(name + " needs " + option.value);
        store(option, words[index]);
    }
    return index;
}

// -n 5, -n5
size_t Arguments::take_short(const std::vector<std::string> &words, size_t index)
{
    const std::string &word = words[index];
    const OptionSpec &option = find_short(word[1]);
    const std::string name = std::string("-") + option.letter;
    if (option.value == nullptr) {
        if (word.size() > 2)
            throw wrong(name + " takes no value");
        store(option, "");
    } else if (word.size() > 2) {
        store(option, word.substr(2));
    } else {
        if (++index == words.size())
            throw wrong(name + " needs " + option.value);
        store(option, words[index]);
    }
    return index;
}

void Arguments::store(const OptionSpec &option, const std::string &value)
{
    if (!values_.emplace(option.name, value).second)
        throw wrong(std::string("--") + option.name + " is given twice");
}

std::optional<std::string> Arguments::text(const char *name) const
{
    const auto found = values_.find(name);
    return found == values_.end() ? std::nullopt : std::optional<std::string>(found->second);
}

template <typename T>
std::optional<T> Arguments::parsed(const char *name, std::optional<T> (*parse)(std::string_view), const char *expected) const
{
    const auto found = values_.find(name);
    if (found == values_.end())
        return std::nullopt;
    const std::optional<T> value = parse(found->second);
    if (!value)
        throw wrong(std::string("--") + name + ": \"" + found->second + "\" is not " + expected);
    return value;
}

std::optional<uint64_t> Arguments::count(const char *name) const { return parsed(name, parse_count, "a whole number"); }

std::optional<uint32_t> Arguments::count32_from_1(const char *name) const
{
    return parsed(name, parse_count32_from_1, "a whole number from 1 up");
}

std::optional<Size> Arguments::size(const char *name) const
{
    return parsed(name, parse_size, "a width and a height from 1 up, such as 640x480");
}

std::optional<v4lxx_fraction> Arguments::rate(const char *name) const
{
    return parsed(name, parse_rate, "frames per second above 0, such as 30, 29.97 or 30000/1001");
}

std::optional<int64_t> Arguments::seconds(const char *name) const
{
    return parsed(name, parse_seconds, "a number of seconds, such as 5 or 0.25");
}

std::optional<double> Arguments::factor(const char *name) const
{
    return parsed(name, parse_factor, "a number above 0, such as 2.5");
}

std::optional<uint32_t> Arguments::fourcc(const char *name) const
{
    return parsed(name, parse_fourcc, "a pixel format of V4L2, such as YUYV, NV12 or MJPG (`v4lxx info DEV` lists them)");
}

std::vector<uint32_t> Arguments::fourccs(const char *name) const
{
    std::vector<uint32_t> codes;
    const auto option = text(name);
    const std::string given = option.value_or("");
    for (size_t start = 0; option && start <= given.size();) {
        const size_t end = std::min(given.find(',', start), given.size());
        const std::string word = given.substr(start, end - start);
        const auto code = parse_fourcc(word);
        if (!code)
            throw wrong(std::string("--") + name + ": \"" + word + "\" is not a pixel format of V4L2, such as YUYV or MJPG");
        codes.push_back(*code);
        start = end + 1;
    }
    return codes;
}

}  // namespace v4lxx::cli
