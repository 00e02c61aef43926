// Takes 15 frames of each of two cameras in one loop, whichever has one first.
// Build: c++ -std=c++20 two_cameras.cpp $(pkg-config --cflags --libs v4lxx) -o two_cameras
// Run:   ./two_cameras [DEVICE DEVICE]
#include <algorithm>
#include <array>
#include <iostream>
#include <poll.h>
#include <v4lxx/v4lxx.hpp>

struct Camera {
    std::string name;
    v4lxx::Stream stream;
    int frames = 0;

    Camera(v4lxx::Context &context, const std::string &wanted) : name(wanted), stream(context.open(wanted).create_stream())
    {
        stream.start();
    }

    // Takes what is there without waiting: one frame for each wake-up.
    void take()
    {
        const auto frame = stream.next(std::chrono::seconds(0));
        if (frame.status() == V4LXX_END)
            throw std::runtime_error(name + ": the stream has ended");
        if (frame && ++frames == 15)
            std::cout << name << ": 15 frames\n";
    }
    bool is_done() const { return frames >= 15; }
};

int main(int argc, char **argv)
try {
    auto context = v4lxx::Context::create();
    std::array cameras{Camera(context, argc > 2 ? argv[1] : "sim:camera"),
                       Camera(context, argc > 2 ? argv[2] : "sim:camera,id=2")};

    while (!std::ranges::all_of(cameras, &Camera::is_done)) {
        std::array<pollfd, 2> waiting{};
        for (std::size_t i = 0; i < 2; i++)  // poll() passes over a descriptor of -1: this camera is done
            waiting[i] = {cameras[i].is_done() ? -1 : cameras[i].stream.fd(), POLLIN, 0};
        if (poll(waiting.data(), 2, 5000) <= 0) {
            std::cerr << "no frame within 5 seconds\n";
            return 1;
        }
        for (std::size_t i = 0; i < 2; i++) {
            if (waiting[i].revents != 0)
                cameras[i].take();
        }
    }
} catch (const std::exception &error) {  // v4lxx::Error says what to do about it, too
    std::cerr << error.what() << "\n";
    return 1;
}
