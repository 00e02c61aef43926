// Lists the cameras of this machine, those that cannot be used with the reason, and the simulated one.
// Build: c++ -std=c++20 list.cpp $(pkg-config --cflags --libs v4lxx) -o list
#include <iostream>
#include <v4lxx/v4lxx.hpp>

int main()
try {
    const auto context = v4lxx::Context::create();

    for (const auto &info : context.list_devices(V4LXX_LIST_SIMULATED)) {
        std::cout << info.path() << "  " << info.card();
        if (!info.problem().empty())
            std::cout << "  " << info.problem();
        std::cout << "\n";
    }
} catch (const v4lxx::Error &error) {  // says what failed, why, and what to do about it
    std::cerr << error.what() << "\n";
    return 1;
}
