// Takes one picture when the exposure of the camera has settled, and writes it as PNG.
// Build: c++ -std=c++20 snap.cpp $(pkg-config --cflags --libs v4lxx) -o snap
// Run:   ./snap [DEVICE] [FILE]
#include <fstream>
#include <iostream>
#include <v4lxx/v4lxx.hpp>

// The first frames of a camera are too dark or too bright: takes frames until they are steady. Empty if none came.
static v4lxx::Frame take_settled(const v4lxx::Stream &stream)
{
    v4lxx::Settling settling;

    for (auto &frame : stream.frames(std::chrono::seconds(5))) {
        const auto state = settling.add_frame(std::nothrow, frame);  // one that cannot be measured counts, too
        if (*state != V4LXX_SETTLING_MOVING)
            return std::move(frame);
    }
    return {};
}

int main(int argc, char **argv)
try {
    const std::string name = argc > 1 ? argv[1] : "sim:camera", path = argc > 2 ? argv[2] : "snap.png";
    auto stream = v4lxx::Context::create().open(name).create_stream();  // the stream keeps device and context
    stream.start();
    const auto frame = take_settled(stream);
    if (!frame) {
        std::cerr << "no frame within 5 seconds\n";
        return 1;
    }
    const auto picture = frame.encode(V4LXX_IMAGE_PNG);
    const auto bytes = picture.data();
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush()) {
        std::cerr << path << ": cannot be written\n";
        return 1;
    }
    std::cout << "wrote " << path << ": " << frame.width() << "x" << frame.height() << " from "
              << v4lxx_pixel_format_get_name(frame.fourcc()) << "\n";
} catch (const std::exception &error) {  // v4lxx::Error says what to do about it, too
    std::cerr << error.what() << "\n";
    return 1;
}
