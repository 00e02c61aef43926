#include "cli/process_state.hpp"

#include "cli/standard_streams.hpp"
#include "cli/words.hpp"

#include <cerrno>
#include <filesystem>
#include <fstream>

namespace v4lxx::cli {

namespace {

struct StateLine {
    const char *key;
    const char *one;
    const char *several;
    uint64_t ProcessState::*value;
};

constexpr StateLine state_lines[] = {
    {"descriptors", "descriptor", "descriptors", &ProcessState::descriptors},
    {"mappings", "shared mapping", "shared mappings", &ProcessState::mappings},
    {"threads", "thread", "threads", &ProcessState::threads},
};

std::string counted(uint64_t number, const StateLine &line)
{
    return std::to_string(number) + " " + (number == 1 ? line.one : line.several);
}

uint64_t entries_in(const char *folder)
{
    std::error_code problem;
    uint64_t number = 0;
    for (std::filesystem::directory_iterator entry(folder, problem), end; entry != end; entry.increment(problem))
        ++number;
    if (problem || number == 0)
        throw Stop(exit_code::failure,
                   std::string("cannot read ") + folder + ": " + errno_text(problem ? problem.value() : EIO));
    return number;
}

// "7f12-7f34 rw-s 00000000 00:06 123 /dev/video0"
uint64_t shared_mappings()
{
    std::ifstream maps("/proc/self/maps");
    uint64_t number = 0;
    for (std::string line; std::getline(maps, line);) {
        const size_t rights = line.find(' ');
        number += rights != line.npos && line.size() > rights + 4 && line[rights + 4] == 's' ? 1 : 0;
    }
    return number;
}

}  // namespace

ProcessState read_process_state()
{
    // The folder of the descriptors has one itself while it is read.
    return {entries_in("/proc/self/fd") - 1, shared_mappings(), entries_in("/proc/self/task")};
}

std::string process_state_words(const ProcessState &state)
{
    std::vector<std::string> words;
    for (const StateLine &line : state_lines)
        words.push_back(counted(state.*line.value, line));
    return joined(words, ", ");
}

std::vector<std::string> process_state_changes(const ProcessState &before, const ProcessState &now)
{
    std::vector<std::string> changes;
    for (const StateLine &line : state_lines) {
        const uint64_t was = before.*line.value, is = now.*line.value;
        if (is != was)
            changes.push_back(is > was ? counted(is - was, line) + " more than before"
                                       : counted(was - is, line) + " fewer than before");
    }
    return changes;
}

void write_process_state_json(JsonWriter &json, const ProcessState &state)
{
    json.begin_object();
    for (const StateLine &line : state_lines)
        json.key(line.key).number(state.*line.value);
    json.end_object();
}

}  // namespace v4lxx::cli
