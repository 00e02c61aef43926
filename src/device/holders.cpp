#include "device/holders.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

namespace v4lxx::device {

namespace {

// /proc may hold any number of processes, each with any number of descriptors; a message is not worth more looks than this.
constexpr size_t most_looks = 50000;
constexpr size_t most_named = 4;

bool is_number(const std::string &name)
{
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool has_open(kernel::System &system, const std::string &process, const kernel::PathKind &node, size_t &looks)
{
    const std::string folder = "/proc/" + process + "/fd";
    std::vector<std::string> descriptors;
    if (system.list_directory(folder.c_str(), &descriptors) < 0)
        return false;
    for (const std::string &descriptor : descriptors) {
        if (++looks > most_looks)
            return false;
        // The link is read first: asking what a file is could wait for a server that no longer answers.
        std::string path = folder;
        path.append("/").append(descriptor);
        std::string target;
        kernel::PathKind kind;
        if (system.read_link(path.c_str(), &target) == 0 && target.compare(0, 5, "/dev/") == 0 &&
            system.path_kind(path.c_str(), &kind) == 0 && kind.type == kernel::PathKind::character_device &&
            kind.major == node.major && kind.minor == node.minor)
            return true;
    }
    return false;
}

// Numbers of the other processes that have the node open, the lowest first.
std::vector<std::string> other_holders(kernel::System &system, const kernel::PathKind &node)
{
    std::vector<std::string> processes, found;
    std::string self;
    if (system.read_link("/proc/self", &self) < 0 || system.list_directory("/proc", &processes) < 0)
        return {};
    size_t looks = 0;
    for (const std::string &process : processes)
        if (is_number(process) && process != self && has_open(system, process, node, looks))
            found.push_back(process);
    std::sort(found.begin(), found.end(),
              [](const std::string &a, const std::string &b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
    return found;
}

std::string name_of(kernel::System &system, const std::string &process)
{
    std::string name;
    if (system.read_file(("/proc/" + process + "/comm").c_str(), 64, &name) < 0)
        return "a program";
    return sanitised(name.data(), std::min(name.find('\n'), name.size()));
}

std::string words_for(kernel::System &system, const std::vector<std::string> &holders)
{
    std::vector<std::string> shown;
    for (size_t i = 0; i < holders.size() && i < most_named; i++)
        shown.push_back(name_of(system, holders[i]) + " (process " + holders[i] + ")");
    return listed(shown, holders.size() - shown.size());
}

std::vector<std::string> other_holders(kernel::System &system, kernel::Node &node)
{
    kernel::PathKind kind;
    if (node.kind(&kind) < 0 || kind.type != kernel::PathKind::character_device)
        return {};
    return other_holders(system, kind);
}

}  // namespace

std::string holder_words(kernel::System &system, const kernel::PathKind &kind)
{
    return words_for(system, other_holders(system, kind));
}

std::string holder_words(kernel::System &system, kernel::Node &node) { return words_for(system, other_holders(system, node)); }

Failure explain_busy(kernel::System &system, kernel::Node &node, Failure failure)
{
    if (failure.cause_checked)
        return failure;
    const std::vector<std::string> holders = other_holders(system, node);
    if (holders.empty())
        return failure;
    failure.cause = "the node is open in " + words_for(system, holders);
    failure.cause_checked = true;
    if (holders.size() == 1)
        failure.advice = "End that program, if it is yours: kill " + holders[0];
    return failure;
}

}  // namespace v4lxx::device
