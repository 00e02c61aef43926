// Takes 30 frames, and goes on when the camera was unplugged and is plugged in again.
// Build: c++ -std=c++20 reconnect.cpp $(pkg-config --cflags --libs v4lxx) -o reconnect
// Run:   ./reconnect [DEVICE]
#include <iostream>
#include <v4lxx/v4lxx.hpp>

int main(int argc, char **argv)
try {
    auto context = v4lxx::Context::create();
    const std::string name(argc > 1 ? argv[1] : context.list_devices(V4LXX_LIST_SIMULATED)[0].path());
    std::cout << name << "\n";
    v4lxx::StreamOptions options;
    options.flags = V4LXX_STREAM_RECONNECT;
    auto stream = context.open(name).create_stream(options);
    stream.start();

    std::uint32_t generation = 1;
    int frames = 0;
    while (frames < 30) {
        const auto frame = stream.next(std::chrono::seconds(5));
        if (frame.status() == V4LXX_END)
            throw std::runtime_error("the stream has ended");
        if (!frame) {  // away, or silent: the state knows
            const bool away = stream.read_state().phase == V4LXX_STREAM_AWAY;
            std::cout << (away ? "still away" : "no frame within 5 seconds") << "\n";
            continue;
        }
        const auto info = frame->info();
        if (info.generation != generation)  // it may have come back with another size
            std::cout << "back after " << frames << " frames: " << info.width << "x" << info.height << "\n";
        generation = info.generation;
        frames++;
    }
    std::cout << frames << " frames\n";
} catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
    return 1;
}
