#include "kernel/sim/script.hpp"

#include "base/errnos.hpp"
#include "kernel/request_names.hpp"
#include "uapi/videodev2.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <limits>
#include <optional>

namespace v4lxx::kernel::sim {

namespace {

constexpr int64_t longest_step_ns = 31'536'000'000'000'000;

// A line, word by word.
class Words {
public:
    explicit Words(std::string_view line) : rest_(line) { skip_spaces(); }

    std::string_view next()
    {
        size_t end = rest_.find_first_of(" \t");
        std::string_view word = rest_.substr(0, end);
        rest_ = end == std::string_view::npos ? std::string_view{} : rest_.substr(end);
        skip_spaces();
        return word;
    }
    std::string_view rest() const { return rest_; }
    bool at_end() const { return rest_.empty(); }

private:
    void skip_spaces()
    {
        size_t begin = rest_.find_first_not_of(" \t\r");
        rest_ = begin == std::string_view::npos ? std::string_view{} : rest_.substr(begin);
        while (!rest_.empty() && rest_.back() == '\r')
            rest_.remove_suffix(1);
    }
    std::string_view rest_;
};

std::optional<uint64_t> to_number(std::string_view text)
{
    bool hexadecimal = text.substr(0, 2) == "0x";
    text.remove_prefix(hexadecimal ? 2 : 0);
    uint64_t value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, hexadecimal ? 16 : 10);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

}  // namespace

std::optional<int64_t> to_duration(std::string_view text)
{
    size_t unit = text.find_first_not_of("0123456789");
    auto number = to_number(text.substr(0, unit));
    std::string_view name = unit == std::string_view::npos ? std::string_view{} : text.substr(unit);
    int64_t scale = name == "s" ? 1000000000 : name == "ms" ? 1000000 : name == "us" ? 1000 : name == "ns" ? 1 : 0;
    if (!number || scale == 0 || *number > uint64_t{INT64_MAX} / 1000000000u)
        return std::nullopt;
    return static_cast<int64_t>(*number) * scale;
}

namespace {

std::optional<int64_t> to_errno(std::string_view text)
{
    if (const ErrnoEntry *entry = find_errno(text))
        return entry->number;
    auto number = to_number(text);
    if (!number || *number == 0 || *number > 4095)
        return std::nullopt;
    return static_cast<int64_t>(*number);
}

struct FlagName {
    std::string_view name;
    uint32_t value;
};
constexpr FlagName flag_names[] = {
    {"MAPPED", V4L2_BUF_FLAG_MAPPED},     {"QUEUED", V4L2_BUF_FLAG_QUEUED},       {"DONE", V4L2_BUF_FLAG_DONE},
    {"KEYFRAME", V4L2_BUF_FLAG_KEYFRAME}, {"PFRAME", V4L2_BUF_FLAG_PFRAME},       {"BFRAME", V4L2_BUF_FLAG_BFRAME},
    {"ERROR", V4L2_BUF_FLAG_ERROR},       {"TIMECODE", V4L2_BUF_FLAG_TIMECODE},   {"PREPARED", V4L2_BUF_FLAG_PREPARED},
    {"LAST", V4L2_BUF_FLAG_LAST},         {"COPY", V4L2_BUF_FLAG_TIMESTAMP_COPY},
};

std::optional<int64_t> to_flags(std::string_view text)
{
    for (const FlagName &entry : flag_names)
        if (entry.name == text)
            return entry.value;
    auto number = to_number(text);
    return number && *number <= UINT32_MAX ? std::optional<int64_t>(static_cast<int64_t>(*number)) : std::nullopt;
}

unsigned long to_request(std::string_view word)
{
    if (word == "open")
        return call_open;
    if (word == "close")
        return call_close;
    if (word == "mmap")
        return call_mmap;
    if (word == "wait")
        return call_wait;
    if (word == "reset")
        return call_reset;
    return request_number(word);
}

// "5", "5..20", "5..", "every 7", "all", "until reset"
std::string read_when(Words &words, When *when)
{
    std::string_view word = words.next();
    if (word == "all") {
        when->last = UINT64_MAX;
        return {};
    }
    if (word == "until") {
        when->last = UINT64_MAX;
        when->until_reset = true;
        return words.next() == "reset" ? std::string{} : "'until' is followed by 'reset'";
    }
    if (word == "every") {
        auto every = to_number(words.next());
        when->every = every.value_or(0);
        return when->every == 0 ? "'every' needs a number from 1" : std::string{};
    }
    size_t dots = word.find("..");
    auto first = to_number(word.substr(0, dots));
    std::string_view end = dots == std::string_view::npos ? word : word.substr(dots + 2);
    auto last = end.empty() ? std::optional<uint64_t>(UINT64_MAX) : to_number(end);
    if (!first || !last || *last < *first)
        return quoted(word) + " is not a number, N..M, 'every N', 'until reset' or 'all'";
    when->first = *first;
    when->last = *last;
    return {};
}

std::string take_value(Rule &rule, std::optional<int64_t> value, std::string_view word, const char *expected)
{
    if (!value)
        return quoted(word) + " is not " + expected;
    rule.value = *value;
    return {};
}

std::string read_call_action(Words &words, Rule &rule)
{
    std::string_view action = words.next();
    if (action == "set") {
        rule.action = Action::alter;
        std::string wrong = read_alteration(rule.request, words.rest(), &rule.alteration);
        words = Words("");
        return wrong;
    }
    if (action == "unplug" || action == "replug" || action == "endless" || action == "close") {
        rule.action = action == "unplug"   ? Action::unplug
                      : action == "replug" ? Action::replug
                      : action == "close"  ? Action::close_descriptor
                                           : Action::endless;
        return {};
    }
    if (action != "errno" && action != "delay" && action != "flag")
        return quoted(action) + " is not errno, delay, set, flag, unplug, replug, close or endless";
    std::string_view value = words.next();
    if (action == "errno") {
        rule.action = Action::fail;
        return take_value(rule, to_errno(value), value, "an errno");
    }
    if (action == "delay") {
        rule.action = Action::delay;
        return take_value(rule, to_duration(value), value, "a time such as 50ms");
    }
    rule.action = Action::flag;
    if (rule.request != VIDIOC_DQBUF && rule.request != VIDIOC_QBUF && rule.request != VIDIOC_QUERYBUF)
        return "only buffers have flags";
    return take_value(rule, to_flags(value), value, "a flag of a buffer");
}

std::string read_frame_action(Words &words, Rule &rule)
{
    struct Name {
        std::string_view name;
        Action action;
        bool has_value;
    };
    constexpr Name names[] = {
        {"unplug", Action::unplug, false},
        {"replug", Action::replug, false},
        {"corrupt", Action::corrupt, false},
        {"empty", Action::empty, false},
        {"short", Action::shorten, true},
        {"drop", Action::drop, true},
        {"last", Action::last, false},
        {"sequence", Action::set_sequence, true},
        {"timestamp", Action::set_time, true},
        {"broken", Action::break_queue, false},
        {"close", Action::close_descriptor, false},
    };
    std::string_view action = words.next();
    for (const Name &name : names) {
        if (name.name != action)
            continue;
        rule.action = name.action;
        if (!name.has_value)
            return {};
        std::string_view value = words.next();
        if (name.action == Action::set_time)
            return take_value(rule, to_duration(value), value, "a time such as 50ms");
        auto number = to_number(value);
        bool fits = number && *number <= UINT32_MAX;
        return take_value(rule, fits ? std::optional<int64_t>(static_cast<int64_t>(*number)) : std::nullopt, value, "a number");
    }
    return quoted(action) + " is not unplug, replug, corrupt, empty, short, drop, last, sequence, timestamp, broken or close";
}

// "3600s", of a step "-2s" too
std::string read_step(Words &words, Rule &rule)
{
    const std::string_view word = words.next();
    const bool back = rule.action == Action::step && word.substr(0, 1) == "-";
    const auto time = to_duration(word.substr(back ? 1 : 0));
    if (!time || *time > longest_step_ns)
        return quoted(word) + " is not a time such as 3600s, of a year at most";
    rule.value = back ? -*time : *time;
    return {};
}

std::string read_at(Words &words, Rule &rule, int64_t now_ns)
{
    std::string_view what = words.next();
    if (what == "frame") {
        rule.trigger = Rule::Trigger::frame;
        std::string wrong = read_when(words, &rule.when);
        return wrong.empty() ? read_frame_action(words, rule) : wrong;
    }
    if (what != "time")
        return "'at' is followed by 'frame' or 'time'";
    rule.trigger = Rule::Trigger::time;
    std::string_view word = words.next();
    auto time = to_duration(word);
    if (!time)
        return quoted(word) + " is not a time such as 2s";
    rule.time_ns = now_ns + *time;
    std::string_view action = words.next();
    if (action == "signal") {
        rule.action = Action::set_signal;
        std::string_view signal = words.next();
        const char *expected = read_signal(signal, rule.signal);
        return expected == nullptr ? std::string{} : quoted(signal) + " is not " + expected;
    }
    if (action == "replug") {
        const bool other = words.rest() == "other";
        if (other)
            words = Words("");
        rule.action = other ? Action::replug_other : Action::replug;
        return {};
    }
    if (action == "step" || action == "suspend") {
        rule.action = action == "step" ? Action::step : Action::suspend;
        return read_step(words, rule);
    }
    rule.action = action == "unplug" ? Action::unplug : Action::break_queue;
    if (action != "unplug" && action != "broken")
        return quoted(action) + " is not unplug, replug, broken, signal, step or suspend";
    return {};
}

std::string read_rule(Words &words, Rule &rule, int64_t now_ns)
{
    std::string_view verb = words.next();
    if (verb == "at")
        return read_at(words, rule, now_ns);
    if (verb == "never") {
        rule.trigger = Rule::Trigger::never_wake;
        return words.next() == "wake" ? std::string{} : "'never' is followed by 'wake'";
    }
    if (verb != "on")
        return quoted(verb) + " is not what a rule begins with: on, at or never";
    std::string_view call = words.next();
    rule.request = to_request(call);
    if (rule.request == 0)
        return quoted(call) + " is not a call";
    if (rule.request == call_wait && words.rest() == "always ready") {
        rule.trigger = Rule::Trigger::always_ready;
        words = Words("");
        return {};
    }
    std::string wrong = read_when(words, &rule.when);
    return wrong.empty() ? read_call_action(words, rule) : wrong;
}

}  // namespace

int Script::add(std::string_view text, int64_t now_ns, std::string *problem)
{
    std::vector<Rule> added;
    for (uint32_t number = 1; !text.empty(); ++number) {
        size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        Words words(line);
        if (words.at_end() || words.rest().front() == '#')
            continue;
        Rule rule;
        std::string wrong = read_rule(words, rule, now_ns);
        if (wrong.empty() && !words.at_end())
            wrong = quoted(words.rest()) + " is too much";
        if (!wrong.empty()) {
            *problem = "line " + std::to_string(number) + ": " + wrong;
            return -EINVAL;
        }
        added.push_back(std::move(rule));
    }
    forget_spent_rules();
    if (rules_.size() + added.size() > max_rules) {
        *problem = "more than " + std::to_string(max_rules) + " rules";
        return -EINVAL;
    }
    for (Rule &rule : added) {
        always_ready_ |= rule.trigger == Rule::Trigger::always_ready;
        never_wakes_ |= rule.trigger == Rule::Trigger::never_wake;
        touches_frames_ |= rule.trigger == Rule::Trigger::frame;
        rules_.push_back(std::move(rule));
    }
    return 0;
}

CallFaults Script::on_call(unsigned long request)
{
    CallFaults faults;
    for (Rule &rule : rules_) {
        if (rule.trigger != Rule::Trigger::call || rule.request != request)
            continue;
        if (!rule.when.matches(rule.seen++))
            continue;
        switch (rule.action) {
        case Action::fail: faults.error = static_cast<int>(rule.value); break;
        case Action::delay: faults.delay_ns += rule.value; break;
        case Action::unplug: faults.unplug = true; break;
        case Action::replug: faults.replug = true; break;
        case Action::endless: faults.endless = true; break;
        case Action::close_descriptor: faults.close_descriptor = true; break;
        default: faults.alters |= uint64_t{1} << (&rule - rules_.data()); break;
        }
    }
    return faults;
}

void Script::alter_answer(uint64_t alters, void *argument) const
{
    for (int turn = 0; turn < turns; ++turn)
        for (size_t i = 0; i < rules_.size(); ++i)
            if ((alters >> i & 1) != 0 && rules_[i].action == Action::alter && turn_of(rules_[i].alteration) == turn)
                apply_alteration(argument, rules_[i].alteration);
    for (size_t i = 0; i < rules_.size(); ++i)
        if ((alters >> i & 1) != 0 && rules_[i].action != Action::alter)
            static_cast<v4l2_buffer *>(argument)->flags |= static_cast<uint32_t>(rules_[i].value);
}

// Rules that can match no more make room for new ones.
void Script::forget_spent_rules()
{
    std::erase_if(rules_, [](const Rule &rule) {
        bool counted = rule.trigger == Rule::Trigger::call || rule.trigger == Rule::Trigger::frame;
        return rule.done || (counted && rule.when.every == 0 && rule.seen > rule.when.last);
    });
}

void Script::note_reset()
{
    std::erase_if(rules_, [](const Rule &rule) { return rule.when.until_reset; });
}

FrameFaults Script::on_frame()
{
    FrameFaults faults;
    for (Rule &rule : rules_) {
        if (rule.trigger != Rule::Trigger::frame || !rule.when.matches(rule.seen++))
            continue;
        switch (rule.action) {
        case Action::unplug: faults.unplug = true; break;
        case Action::replug: faults.replug = true; break;
        case Action::corrupt: faults.corrupt = true; break;
        case Action::empty: faults.empty = true; break;
        case Action::last: faults.last = true; break;
        case Action::break_queue: faults.break_queue = true; break;
        case Action::close_descriptor: faults.close_descriptor = true; break;
        case Action::shorten: faults.short_bytes = rule.value; break;
        case Action::drop: faults.drop = static_cast<uint64_t>(rule.value); break;
        case Action::set_sequence: faults.sequence = rule.value; break;
        case Action::set_time: faults.timestamp_ns = rule.value; break;
        default: break;
        }
    }
    return faults;
}

int64_t Script::next_time_ns() const
{
    int64_t next = std::numeric_limits<int64_t>::max();
    for (const Rule &rule : rules_)
        if (rule.trigger == Rule::Trigger::time && !rule.done)
            next = std::min(next, rule.time_ns);
    return next;
}

const Rule *Script::take_timed(int64_t now_ns)
{
    Rule *first = nullptr;
    for (Rule &rule : rules_)
        if (rule.trigger == Rule::Trigger::time && !rule.done && rule.time_ns <= now_ns)
            if (first == nullptr || rule.time_ns < first->time_ns)
                first = &rule;
    if (first != nullptr)
        first->done = true;
    return first;
}

}  // namespace v4lxx::kernel::sim
