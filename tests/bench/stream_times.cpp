// What the bars of streaming say about times, on simulated cameras: each line measures one, prints it beside what was promised, and fails if
// the promise is not kept. Times of a busy machine prove nothing against the library; repeat them on an idle one.
#include "bench/many_cameras.hpp"
#include "unit/sim_camera.hpp"

#include <v4lxx/v4lxx.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
#include <thread>

namespace {

using v4lxx::kernel::forever_ns;
namespace sim = v4lxx::kernel::sim;

constexpr int64_t us = 1000, ms = 1000 * us, second = 1000 * ms;

int64_t now_ns(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return now.tv_sec * second + now.tv_nsec;
}

[[noreturn]] void give_up(const char *what)
{
    std::fprintf(stderr, "%s failed\n", what);
    std::exit(2);
}

// A stream that runs.
struct Stream {
    v4lxx_context *context = nullptr;
    v4lxx_device *device = nullptr;
    v4lxx_stream *stream = nullptr;

    explicit Stream(const std::string &name)
    {
        if (v4lxx_context_create(nullptr, &context, nullptr) < 0 ||
            v4lxx_device_open(context, name.c_str(), nullptr, &device, nullptr) < 0 ||
            v4lxx_stream_create(device, nullptr, &stream, nullptr) < 0 || v4lxx_stream_start(stream, nullptr) < 0)
            give_up(name.c_str());
    }
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;
    ~Stream()
    {
        v4lxx_stream_unref(stream);
        v4lxx_device_unref(device);
        v4lxx_context_unref(context);
    }
    void take()
    {
        v4lxx_frame *frame = nullptr;
        if (v4lxx_stream_dequeue(stream, second, &frame, nullptr) != V4LXX_OK)
            give_up("taking a frame");
        v4lxx_frame_unref(frame);
    }
};

int64_t quantile(std::vector<int64_t> times, size_t per_mille)
{
    std::sort(times.begin(), times.end());
    return times[std::min(times.size() - 1, times.size() * per_mille / 1000)];
}

bool judge(const char *what, int64_t measured_ns, int64_t promised_ns)
{
    const bool kept = measured_ns <= promised_ns;
    std::printf("  %-58s %9.2f us, promised %.0f us%s\n", what, static_cast<double>(measured_ns) / 1000,
                static_cast<double>(promised_ns) / 1000, kept ? "" : ": NOT KEPT");
    return kept;
}

// Processor time of one turn: the median of ten runs of a thousand.
int64_t turn_ns(const std::function<void()> &turn)
{
    std::vector<int64_t> runs;
    for (int run = 0; run < 10; run++) {
        const int64_t start = now_ns(CLOCK_THREAD_CPUTIME_ID);
        for (int i = 0; i < 1000; i++)
            turn();
        runs.push_back((now_ns(CLOCK_THREAD_CPUTIME_ID) - start) / 1000);
    }
    return quantile(runs, 500);
}

// The simulator draws the same pictures for a loop of raw calls: the difference of the two is the library's own time.
bool bar1b_time_of_the_library_for_a_frame_whatever_its_size()
{
    bool kept = true;
    for (const char *size : {"64x48", "1920x1080"}) {
        const std::string name = std::string("sim:camera,clock=virtual,pattern=cells,size=") + size;
        sim::World world(nullptr);
        sim_test::Camera raw(world, name);
        raw.start(4);
        Stream stream(name);
        const int64_t raw_ns = turn_ns([&] {
            raw.next();
            raw.qbuf(raw.last.index);
        });
        const int64_t library_ns = turn_ns([&] { stream.take(); });
        kept &= judge((std::string(size) + ", beyond raw calls on the same camera").c_str(), library_ns - raw_ns, 5 * us);
    }
    return kept;
}

bool bar1c_from_DQBUF_to_the_callback()
{
    Stream stream("sim:camera,size=64x48,fps=500,pattern=cells");
    std::vector<int64_t> times;
    times.reserve(1000);
    const auto on_frame = [](v4lxx_stream *, v4lxx_frame *frame, void *user_data) {
        const int64_t now = now_ns(CLOCK_MONOTONIC);
        v4lxx_frame_info info = V4LXX_FRAME_INFO_INIT;
        v4lxx_frame_read_info(frame, &info, nullptr);
        static_cast<std::vector<int64_t> *>(user_data)->push_back(now - info.arrival_ns);
    };
    v4lxx_stream_set_frame_callback(stream.stream, on_frame, &times, nullptr, nullptr);
    while (times.size() < 1000)
        if (v4lxx_stream_dispatch(stream.stream, second, nullptr) != V4LXX_OK)
            give_up("dispatch");
    return judge("99 of 100 frames within", quantile(times, 990), 100 * us);
}

// How long a thread that waits for a frame takes to come back.
int64_t time_to_come_back(const std::function<void(Stream &)> &end)
{
    std::vector<int64_t> times;
    for (int i = 0; i < 50; i++) {
        Stream stream("sim:camera,size=64x48,fps=1/10");
        int64_t ended_ns = 0;
        std::thread waiter([&] {
            v4lxx_frame *frame = nullptr;
            v4lxx_stream_dequeue(stream.stream, forever_ns, &frame, nullptr);
            ended_ns = now_ns(CLOCK_MONOTONIC);
            v4lxx_frame_unref(frame);
        });
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        const int64_t start = now_ns(CLOCK_MONOTONIC);
        end(stream);
        waiter.join();
        times.push_back(ended_ns - start);
    }
    return quantile(times, 1000);
}

bool S11_U10_from_a_cancel_stop_or_close_to_the_end_of_a_wait()
{
    bool kept =
        judge("cancel, the longest of 50", time_to_come_back([](Stream &s) { v4lxx_stream_cancel(s.stream); }), 50 * ms);
    kept &=
        judge("stop, the longest of 50", time_to_come_back([](Stream &s) { v4lxx_stream_stop(s.stream, nullptr); }), 50 * ms);
    kept &= judge("close, the longest of 50", time_to_come_back([](Stream &s) { v4lxx_stream_close(s.stream); }), 50 * ms);
    return kept;
}

bool U35_closing_a_stream_that_runs()
{
    std::vector<int64_t> times;
    for (int i = 0; i < 50; i++) {
        Stream stream("sim:camera,size=1920x1080,fps=60,pattern=cells");
        stream.take();
        const int64_t start = now_ns(CLOCK_MONOTONIC);
        v4lxx_device_close(stream.device);
        times.push_back(now_ns(CLOCK_MONOTONIC) - start);
    }
    return judge("the longest of 50", quantile(times, 1000), 100 * ms);
}

}  // namespace

// Lists a measurement under its own name.
#define LINE(name) {#name, name}

int main()
{
    const struct {
        const char *name;
        bool (*run)();
    } lines[] = {
        LINE(bar1b_time_of_the_library_for_a_frame_whatever_its_size),
        LINE(bar1c_from_DQBUF_to_the_callback),
        LINE(bar1f_sixteen_cameras_of_240_frames_a_second_beside_sixteen_bare_timers),
        LINE(S11_U10_from_a_cancel_stop_or_close_to_the_end_of_a_wait),
        LINE(U35_closing_a_stream_that_runs),
    };
    bool kept = true;
    for (const auto &line : lines) {
        std::printf("%s\n", line.name);
        std::fflush(stdout);
        kept &= line.run();
    }
    return kept ? 0 : 1;
}
