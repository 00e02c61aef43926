// Takes 30 frames with poll(), which can wait for a program's other descriptors too.
// Build: c++ -std=c++20 capture_poll.cpp $(pkg-config --cflags --libs v4lxx) -o capture_poll
// Run:   ./capture_poll [DEVICE]
#include <iostream>
#include <poll.h>
#include <v4lxx/v4lxx.hpp>

int main(int argc, char **argv)
try {
    auto context = v4lxx::Context::create();
    // The simulated camera comes last in the list.
    const std::string name(argc > 1 ? argv[1] : context.list_devices(V4LXX_LIST_SIMULATED)[0].path());
    std::cout << name << "\n";
    auto stream = context.open(name).create_stream();
    stream.start();
    pollfd waiting{stream.fd(), POLLIN, 0};  // the stream's own: never read or close it

    for (int frames = 0; frames < 30;) {
        if (poll(&waiting, 1, 5000) <= 0) {
            std::cerr << "no frame within 5 seconds\n";
            return 1;
        }
        const auto frame = stream.next(std::chrono::seconds(0));
        if (frame.status() == V4LXX_END)
            throw std::runtime_error("the stream has ended");
        if (!frame)
            continue;
        const auto info = frame->info();
        std::cout << "frame " << info.sequence << ": " << info.width << "x" << info.height << ", " << frame->plane(0).size()
                  << " bytes\n";
        frames++;
    }  // the frame goes back to the driver
} catch (const std::exception &error) {  // v4lxx::Error says what to do about it, too
    std::cerr << error.what() << "\n";
    return 1;
}
