// Takes 30 frames by a callback, which runs only inside dispatch(), on this thread.
// Build: c++ -std=c++20 capture_callback.cpp $(pkg-config --cflags --libs v4lxx) -o capture_callback
// Run:   ./capture_callback [DEVICE]
#include <iostream>
#include <v4lxx/v4lxx.hpp>

int main(int argc, char **argv)
try {
    auto context = v4lxx::Context::create();
    // The simulated camera comes last in the list.
    const std::string name(argc > 1 ? argv[1] : context.list_devices(V4LXX_LIST_SIMULATED)[0].path());
    std::cout << name << "\n";
    auto stream = context.open(name).create_stream();
    int frames = 0;
    stream.set_frame_callback([&frames](const v4lxx::Frame &frame) {  // a copy of the frame keeps it longer than this call
        const auto info = frame.info();
        std::cout << "frame " << info.sequence << ": " << info.width << "x" << info.height << ", " << frame.plane(0).size()
                  << " bytes\n";
        frames++;
    });
    stream.start();

    auto status = v4lxx::Status{V4LXX_OK};
    while (frames < 30 && status == V4LXX_OK)               // at most 5 seconds for each frame
        status = stream.dispatch(std::chrono::seconds(5));  // what the callback throws comes out here
    if (status == V4LXX_TIMED_OUT)
        std::cerr << "no frame within 5 seconds\n";
    return frames == 30 ? 0 : 1;
} catch (const std::exception &error) {  // v4lxx::Error says what to do about it, too
    std::cerr << error.what() << "\n";
    return 1;
}
