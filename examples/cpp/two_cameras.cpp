// Takes 15 frames of each of two cameras in one loop, whichever has one first.
// Build: c++ -std=c++20 two_cameras.cpp $(pkg-config --cflags --libs v4lxx) -o two_cameras
// Run:   ./two_cameras [DEVICE DEVICE]
#include <algorithm>
#include <array>
#include <iostream>
#include <v4lxx/v4lxx.hpp>

int main(int argc, char **argv)
try {
    const std::array<std::string, 2> names{argc > 2 ? argv[1] : "sim:camera", argc > 2 ? argv[2] : "sim:camera,id=2"};
    auto context = v4lxx::Context::create();
    std::array<v4lxx::Stream, 2> streams;
    std::array<int, 2> frames{};

    for (std::size_t i = 0; i < 2; i++) {
        streams[i] = context.open(names[i]).create_stream();
        context.add_stream(streams[i], i);  // i is the tag of its frames
        streams[i].start();
    }
    while (std::ranges::min(frames) < 15) {
        const auto taken = context.next(std::chrono::seconds(5));  // of either
        if (!taken) {
            std::cerr << (taken.status() == V4LXX_END ? "a stream has ended\n" : "no frame within 5 seconds\n");
            return 1;
        }
        if (++frames[taken->tag] == 15) {
            std::cout << names[taken->tag] << ": 15 frames\n";
            context.remove_stream(streams[taken->tag]);
        }
    }
} catch (const std::exception &error) {  // v4lxx::Error says what to do about it, too
    std::cerr << error.what() << "\n";
    return 1;
}
