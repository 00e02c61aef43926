// Runs a fuzz target over files and folders: how seeds run as tests, and how a crash is looked at. usage: replay_TARGET PATH...
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static std::vector<std::filesystem::path> inputs_of(const std::filesystem::path &path)
{
    std::vector<std::filesystem::path> found;
    if (!std::filesystem::is_directory(path))
        return {path};
    for (const auto &entry : std::filesystem::directory_iterator(path))
        if (entry.is_regular_file())
            found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

int main(int count, char **arguments)
{
    size_t ran = 0;
    for (int i = 1; i < count; i++)
        for (const auto &path : inputs_of(arguments[i])) {
            std::ifstream file(path, std::ios::binary);
            if (!file) {
                std::fprintf(stderr, "cannot read %s\n", path.c_str());
                return 1;
            }
            const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
            std::printf("%s, %zu bytes\n", path.c_str(), bytes.size());
            std::fflush(stdout);  // a crash must come after the name of its input
            LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(bytes.data()), bytes.size());
            ran++;
        }
    std::printf("%zu inputs\n", ran);
    return ran == 0 ? 1 : 0;
}
