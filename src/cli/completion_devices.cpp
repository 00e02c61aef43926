// Devices for completion. Nothing is opened here: what /dev and /sys say is enough for a name, and a camera stays asleep.
#include "cli/completion.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <v4lxx/v4lxx.h>

namespace v4lxx::cli {

namespace {

namespace fs = std::filesystem;
using Candidates = std::vector<Candidate>;

constexpr size_t most_nodes = 256;

// A parameter of simulated cameras, and its values where they are few. docs/guide/simulator.md has all of them.
struct SimParameter {
    const char *name;
    const char *values;
};
constexpr SimParameter sim_parameters[] = {
    {"format", "YUYV|NV12|NV12M|RGB24|GREY|MJPG"},
    {"size", "640x480|1280x720|1920x1080|3840x2160"},
    {"fps", "15|30|60|30000/1001"},
    {"api", "single|mplane"},
    {"clock", "real|virtual"},
    {"pattern", "chart|cells"},
    {"buffers", ""},
    {"padding", ""},
    {"id", ""},
    {"card", ""},
    {"kind", "capture|output|m2m|metadata"},
    {"script", ""},
};

// video2 before video10.
bool comes_before(const Candidate &a, const Candidate &b)
{
    return a.word.size() != b.word.size() ? a.word.size() < b.word.size() : a.word < b.word;
}

std::vector<std::string> names_in(const std::string &folder)
{
    std::vector<std::string> names;
    std::error_code ignored;
    for (fs::directory_iterator entry(folder, ignored), end; entry != end && names.size() < most_nodes;
         entry.increment(ignored))
        names.push_back(entry->path().filename().string());
    return names;
}

std::string card_of(const std::string &node)
{
    std::ifstream file("/sys/class/video4linux/" + node + "/name");
    std::string card;
    std::getline(file, card);
    return card.substr(0, 64);
}

Candidates nodes()
{
    Candidates found;
    for (const std::string &name : names_in("/dev")) {
        if (name.starts_with("video") && name.find_first_not_of("0123456789", 5) == name.npos && name.size() > 5)
            found.push_back({"/dev/" + name, card_of(name)});
    }
    std::sort(found.begin(), found.end(), comes_before);
    return found;
}

Candidates links_in(const std::string &folder)
{
    Candidates found;
    const std::string start = folder + "/";
    for (const std::string &name : names_in(folder))
        found.push_back({start + name, ""});
    std::sort(found.begin(), found.end(), comes_before);
    return found;
}

void add_values(Candidates &found, const std::string &start, std::string_view values)
{
    while (!values.empty()) {
        const size_t end = std::min(values.find('|'), values.size());
        found.push_back({start + std::string(values.substr(0, end)), ""});
        values.remove_prefix(std::min(end + 1, values.size()));
    }
}

// "sim:camera,size=640x480,f": the last parameter is completed, those before it stay.
Candidates simulated(const std::string &current)
{
    const size_t comma = current.rfind(',');
    if (comma == current.npos)
        return {{"sim:camera", "simulated camera, built in"}, {"sim:camera,", "the same with parameters"}};
    Candidates found;
    const std::string start = current.substr(0, comma + 1);
    const std::string last = current.substr(comma + 1);
    for (const SimParameter &parameter : sim_parameters) {
        const std::string name = std::string(parameter.name) + "=";
        if (last.starts_with(name))
            add_values(found, start + name, parameter.values);
        else if (start.find("," + name) == start.npos)
            found.push_back({start + name, ""});
    }
    return found;
}

void append(Candidates &all, Candidates more) { all.insert(all.end(), more.begin(), more.end()); }

}  // namespace

std::vector<Candidate> device_candidates(const std::string &current)
{
    Candidates found;
    const bool has_sim = v4lxx_supports(V4LXX_FEATURE_SIM) != 0;
    if (current.starts_with("sim:"))
        return has_sim ? simulated(current) : found;
    append(found, nodes());
    if (current.starts_with("/dev/v4l")) {
        append(found, links_in("/dev/v4l/by-id"));
        append(found, links_in("/dev/v4l/by-path"));
    }
    if (has_sim)
        found.push_back({"sim:camera", "simulated camera, built in"});
    const auto fits = [&](const Candidate &candidate) { return candidate.word.starts_with(current); };
    // Links may be anywhere.
    if ((current.starts_with("/") || current.starts_with(".")) && std::none_of(found.begin(), found.end(), fits))
        found.push_back({std::string(file_names), ""});
    return found;
}

}  // namespace v4lxx::cli
