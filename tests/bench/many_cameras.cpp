// bar1f in real time: sixteen simulated cameras of 240 frames a second in one loop of the library, beside a bare loop over sixteen timers of as
// many turns a second. What either loses is the machine's doing, as long as the library loses no more.
#include "bench/many_cameras.hpp"

#include "kernel/linux/waiting.hpp"

#include <v4lxx/v4lxx.h>

#include <array>
#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>
#include <vector>

namespace {

using v4lxx::kernel::monotonic_ns;

constexpr int cameras = 16, buffers = 4, rounds = 3;
constexpr int64_t rate = 240, seconds = 5, second_ns = 1'000'000'000;

void must(bool good, const char *what)
{
    if (good)
        return;
    std::fprintf(stderr, "%s failed\n", what);
    std::exit(2);
}

struct Outcome {
    uint64_t taken = 0, lost = 0;
};

class Loop {
public:
    Loop()
    {
        must(v4lxx_context_create(nullptr, &context_, nullptr) == V4LXX_OK, "a context");
        for (int i = 0; i < cameras; i++) {
            const std::string name = "sim:camera,size=64x48,pattern=cells,fps=240,id=" + std::to_string(i + 1);
            v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
            options.buffer_count = buffers;
            v4lxx_device *device = nullptr;
            must(v4lxx_device_open(context_, name.c_str(), nullptr, &device, nullptr) == V4LXX_OK, "opening");
            must(v4lxx_stream_create(device, &options, &streams_[i], nullptr) == V4LXX_OK, "a stream");
            must(v4lxx_context_add_stream(context_, streams_[i], static_cast<uint64_t>(i), nullptr) == V4LXX_OK, "the loop");
            v4lxx_device_unref(device);
        }
    }
    Loop(const Loop &) = delete;
    Loop &operator=(const Loop &) = delete;
    ~Loop()
    {
        for (v4lxx_stream *stream : streams_)
            v4lxx_stream_unref(stream);
        v4lxx_context_unref(context_);
    }

    Outcome run()
    {
        for (v4lxx_stream *stream : streams_)
            must(v4lxx_stream_start(stream, nullptr) == V4LXX_OK, "a start");
        for (const int64_t end = monotonic_ns() + seconds * second_ns; monotonic_ns() < end;) {
            v4lxx_frame *frame = nullptr;
            uint64_t tag = 0;
            const v4lxx_status status = v4lxx_context_dequeue(context_, second_ns, &tag, &frame, nullptr);
            must(status == V4LXX_OK, "a frame");
            v4lxx_frame_unref(frame);
        }
        Outcome outcome;
        for (v4lxx_stream *stream : streams_) {
            v4lxx_stream_account account = V4LXX_STREAM_ACCOUNT_INIT;
            must(v4lxx_stream_read_account(stream, &account, nullptr) == V4LXX_OK, "the account");
            outcome.taken += account.delivered;
            outcome.lost += account.driver_dropped;
        }
        return outcome;
    }

private:
    v4lxx_context *context_ = nullptr;
    std::array<v4lxx_stream *, cameras> streams_{};
};

// A turn is lost when as many as a camera has buffers have passed before it was looked at.
Outcome run_timers()
{
    const int set = epoll_create1(EPOLL_CLOEXEC);
    must(set >= 0, "epoll_create1");
    std::vector<int> timers;
    for (int i = 0; i < cameras; i++) {
        const int timer = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
        const itimerspec times{{0, second_ns / rate}, {0, second_ns / rate}};
        epoll_event wanted{};
        wanted.events = EPOLLIN;
        wanted.data.fd = timer;
        must(timer >= 0 && timerfd_settime(timer, 0, &times, nullptr) == 0, "a timer");
        must(epoll_ctl(set, EPOLL_CTL_ADD, timer, &wanted) == 0, "epoll_ctl");
        timers.push_back(timer);
    }
    Outcome outcome;
    for (const int64_t end = monotonic_ns() + seconds * second_ns; monotonic_ns() < end;) {
        epoll_event ready[cameras];
        const int count = epoll_wait(set, ready, cameras, 1000);
        for (int i = 0; i < count; i++) {
            uint64_t turns = 0;
            if (read(ready[i].data.fd, &turns, sizeof turns) != sizeof turns)
                continue;
            const uint64_t lost = turns > buffers ? turns - buffers : 0;
            outcome.taken += turns - lost;
            outcome.lost += lost;
        }
    }
    for (const int timer : timers)
        close(timer);
    close(set);
    return outcome;
}

void tell(const char *what, const Outcome &outcome)
{
    std::printf("  %-32s %7" PRIu64 " taken, %5" PRIu64 " lost\n", what, outcome.taken, outcome.lost);
    std::fflush(stdout);
}

}  // namespace

bool bar1f_sixteen_cameras_of_240_frames_a_second_beside_sixteen_bare_timers()
{
    Outcome frames, turns;
    for (int round = 0; round < rounds; round++) {
        const Outcome library = Loop().run(), bare = run_timers();
        tell("libv4lxx, one loop, 16 cameras:", library);
        tell("epoll, 16 timers:", bare);
        frames.taken += library.taken;
        frames.lost += library.lost;
        turns.lost += bare.lost;
    }
    // One frame of a thousand for the machine's luck.
    const bool kept = frames.lost <= turns.lost + frames.taken / 1000;
    std::printf("  lost by the library: %" PRIu64 ", by the bare loop: %" PRIu64 "%s\n", frames.lost, turns.lost,
                kept ? "" : ": NOT KEPT");
    return kept;
}
