#include "device/access.hpp"

#include "base/text.hpp"
#include "device/surroundings.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <optional>

namespace v4lxx::device {

namespace {

struct Facts {
    kernel::PathKind node;
    kernel::ProcessIdentity process;
    std::string owner, group, user;  // names, or numbers where there is no name
    std::vector<std::string> groups;
    Evidence around;
};

}  // namespace

// The name of a number in /etc/passwd or /etc/group: both begin "name:x:number". Read like any file: NSS modules would load code and
// might ask the network.
static std::string name_of(const std::string &file, uint32_t number)
{
    for (size_t start = 0; start < file.size();) {
        const size_t end = std::min(file.find('\n', start), file.size());
        const std::string_view line(file.data() + start, end - start);
        start = end + 1;
        const size_t first = line.find(':');
        const size_t second = first == line.npos ? line.npos : line.find(':', first + 1);
        if (second == line.npos)
            continue;
        const size_t third = std::min(line.find(':', second + 1), line.size());
        uint32_t value = 0;
        const auto [rest, error] = std::from_chars(line.data() + second + 1, line.data() + third, value);
        if (error == std::errc() && rest == line.data() + third && value == number)
            return sanitised(line.data(), first);
    }
    return std::to_string(number);
}

static std::string read_table(kernel::System &system, const char *path)
{
    std::string text;
    return system.read_file(path, size_t{256} * 1024, &text) < 0 ? std::string() : text;
}

static std::optional<Facts> gather(kernel::System &system, const char *path)
{
    Facts facts;
    if (system.path_kind(path, &facts.node) < 0 || system.process_identity(&facts.process) < 0)
        return std::nullopt;
    const std::string users = read_table(system, "/etc/passwd"), groups = read_table(system, "/etc/group");
    facts.owner = name_of(users, facts.node.owner);
    facts.group = name_of(groups, facts.node.group);
    facts.user = name_of(users, facts.process.user);
    for (uint32_t number : facts.process.groups) {
        std::string name = name_of(groups, number);
        if (std::find(facts.groups.begin(), facts.groups.end(), name) == facts.groups.end())
            facts.groups.push_back(std::move(name));
    }
    facts.around = look_around(system);
    return facts;
}

static bool is_member(const Facts &facts)
{
    const auto &mine = facts.process.groups;
    return std::find(mine.begin(), mine.end(), facts.node.group) != mine.end();
}

// What the file mode says: reading is enough to capture.
static bool mode_allows(const Facts &facts)
{
    if (facts.process.user == 0)
        return true;
    const uint32_t mode = facts.node.mode;
    return ((facts.process.user == facts.node.owner ? mode >> 6 : is_member(facts) ? mode >> 3 : mode) & 4) != 0;
}

static std::string mode_text(uint32_t mode)
{
    std::string text = "0";
    for (int shift = 6; shift >= 0; shift -= 3)
        text += static_cast<char>('0' + ((mode >> shift) & 7));
    return text;
}

static std::string describe(const Facts &facts)
{
    constexpr size_t most = 12;
    std::string text = "the node is " + facts.owner + ":" + facts.group + " " + mode_text(facts.node.mode) + "; you are " +
                       facts.user + " (uid " + std::to_string(facts.process.user) + ") in the groups ";
    for (size_t i = 0; i < facts.groups.size() && i <= most; i++)
        text += (i == 0 ? "" : ", ") + (i == most ? "and more" : facts.groups[i]);
    if (!facts.around.words.empty())
        text += "; this is " + facts.around.words;
    return text;
}

static std::string advice(const Facts &facts, const std::string &path)
{
    const std::string number = std::to_string(facts.node.group);
    switch (facts.around.kind) {
    case Surroundings::container: return "docker run --device " + path + " --group-add " + number + " ...";
    case Surroundings::flatpak: return "flatpak run --device=all APPLICATION";
    case Surroundings::snap: return "snap connect SNAP:camera";
    case Surroundings::wsl:
    case Surroundings::plain: break;
    }
    if ((facts.node.mode & 040) == 0 || facts.node.group == 0)
        return "the node is for its owner alone; udev usually gives it to a group: sudo chgrp video " + path +
               "; sudo chmod 660 " + path;
    const std::string user = facts.user == std::to_string(facts.process.user) ? "$USER" : facts.user;
    return "sudo usermod -aG " + facts.group + " " + user + ", then log in again";
}

std::string describe_access(kernel::System &system, const char *path)
{
    const auto facts = gather(system, path);
    return facts ? describe(*facts) : std::string();
}

Failure explain_denied(kernel::System &system, const char *path, Failure failure)
{
    const auto facts = gather(system, path);
    if (!facts)
        return failure;
    failure.cause = describe(*facts);
    failure.cause_checked = true;
    if (!mode_allows(*facts)) {
        failure.advice = advice(*facts, path);
        return failure;
    }
    // Modes allow it and the kernel does not: a device cgroup answers EPERM, a security module mostly EACCES.
    failure.code = Code::open_forbidden;
    failure.cause += "; the modes allow it, so something beside them forbids it: " +
                     std::string(failure.sys_errno == EPERM ? "a device cgroup" : "a security module or a sandbox");
    failure.cause_checked = false;
    if (facts->around.kind != Surroundings::plain && facts->around.kind != Surroundings::wsl)
        failure.advice = advice(*facts, path);
    return failure;
}

}  // namespace v4lxx::device
