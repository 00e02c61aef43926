// Takes 15 frames of each of two cameras that were taken at the same time, and tells how far apart they are.
// Build: c++ -std=c++20 two_cameras_synced.cpp $(pkg-config --cflags --libs v4lxx) -o two_cameras_synced
// Run:   ./two_cameras_synced [DEVICE DEVICE]
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>
#include <v4lxx/v4lxx.hpp>

int main(int argc, char **argv)
try {
    auto context = v4lxx::Context::create();
    auto group = v4lxx::Group::create(context);
    for (const std::string name :
         {argc > 2 ? argv[1] : "sim:camera,phase=0ms", argc > 2 ? argv[2] : "sim:camera,id=2,phase=2ms"}) {
        auto stream = context.open(name).create_stream();
        group.add_stream(stream);  // which keeps it
        stream.start();
    }
    std::int64_t most_ns = 0;
    int sets = 0;
    for (; sets < 15; sets++) {
        const auto set = group.next(std::chrono::seconds(5));
        if (!set) {
            std::cerr << "no set within 5 seconds\n";
            return 1;
        }
        most_ns = std::max(most_ns, set->read_info().skew_ns);  // set->frame(0) and set->frame(1) are its frames
    }
    std::printf("%d sets, %.1f ms apart at most\n", sets, static_cast<double>(most_ns) / 1e6);
} catch (const std::exception &error) {  // v4lxx::Error says what to do about it, too
    std::cerr << error.what() << "\n";
    return 1;
}
