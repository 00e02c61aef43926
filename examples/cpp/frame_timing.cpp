// Takes 10 frames, and says when each was taken by the time of day, how sure that is, and how long it took to arrive.
// Build: c++ -std=c++20 frame_timing.cpp $(pkg-config --cflags --libs v4lxx) -o frame_timing
// Run:   ./frame_timing [DEVICE]
#include <ctime>
#include <iomanip>
#include <iostream>
#include <v4lxx/v4lxx.hpp>

static void tell(const v4lxx::Frame &frame)
{
    const auto info = frame.info();
    std::cout << "frame " << info.sequence << ": taken at ";
    const auto day = frame.convert_time(std::nothrow, V4LXX_CLOCK_REALTIME);
    const auto monotonic = frame.convert_time(std::nothrow, V4LXX_CLOCK_MONOTONIC);
    if (!day || !monotonic) {  // nothing is guessed
        std::cout << "an unknown time\n";
        return;
    }
    const std::time_t seconds = day->time_ns / 1'000'000'000;
    std::cout << std::put_time(std::gmtime(&seconds), "%F %T") << '.' << std::setw(6) << std::setfill('0')
              << day->time_ns % 1'000'000'000 / 1000 << " UTC, within " << (day->error_ns + 999) / 1000
              << " us, delivered after " << (info.arrival_ns - monotonic->time_ns) / 1000 << " us\n";
}

int main(int argc, char **argv)
try {
    auto context = v4lxx::Context::create();
    const std::string name(argc > 1 ? argv[1] : context.list_devices(V4LXX_LIST_SIMULATED)[0].path());
    std::cout << name << "\n";
    auto stream = context.open(name).create_stream();
    stream.start();
    for (int i = 0; i < 10; i++) {
        const auto frame = stream.next(std::chrono::seconds(5));
        if (!frame)
            throw std::runtime_error("no frame within 5 seconds");
        tell(*frame);
    }
    const auto seen = stream.read_statistics();
    std::cout << seen.interval.count << " intervals, the longest " << std::fixed << std::setprecision(1)
              << static_cast<double>(seen.interval.most_ns) / 1e6 << " ms\n";
} catch (const std::exception &error) {
    std::cerr << error.what() << "\n";
    return 1;
}
