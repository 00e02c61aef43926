// Writes the manual pages into a folder at build time: v4lxx.1 and one for each command. It is not installed.
// usage: v4lxx-docgen FOLDER DATE VERSION
#include "cli/commands.hpp"
#include "cli/man_page.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>

namespace {

bool write(const std::filesystem::path &path, const std::string &text)
{
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.close();
    if (!file)
        std::fprintf(stderr, "v4lxx-docgen: cannot write %s\n", path.c_str());
    return !file.fail();
}

}  // namespace

int main(int argc, char **argv)
{
    if (argc != 4) {
        std::fprintf(stderr, "usage: v4lxx-docgen FOLDER DATE VERSION\n");
        return 2;
    }
    using namespace v4lxx::cli;
    const std::filesystem::path folder = argv[1];
    const ManHeading heading{argv[2], argv[3]};
    std::error_code problem;
    std::filesystem::remove_all(folder, problem);  // a page of a command that is gone must not stay
    std::filesystem::create_directories(folder, problem);
    bool good = write(folder / "v4lxx.1", program_page(heading));
    for (const CommandSpec *command : all_commands)
        good = write(folder / (std::string("v4lxx-") + command->name + ".1"), command_page(*command, heading)) && good;
    return good ? 0 : 1;
}
