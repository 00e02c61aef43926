// `v4lxx monitor`: what cameras do, second by second, until it is stopped.
#include "cli/commands.hpp"
#include "cli/interruption.hpp"
#include "cli/monitor_view.hpp"
#include "cli/pace.hpp"
#include "cli/shared_options.hpp"
#include "cli/standard_streams.hpp"

#include <algorithm>
#include <memory>
#include <poll.h>
#include <unistd.h>

namespace v4lxx::cli {

namespace {

constexpr size_t most_monitored = 64;
constexpr int64_t between_looks_ns = 1'000'000'000;

class Monitor {
public:
    Monitor(const Arguments &arguments, const Wish &wish)
        : duration_ns_(arguments.seconds("seconds").value_or(0)),
          as_table_(!arguments.has("json") && ::isatty(STDOUT_FILENO) != 0)
    {
        for (const std::string &name : arguments.operands())
            cameras_.push_back(std::make_unique<MonitoredCamera>(name, wish));
    }

    // Until the time is over, a signal comes (which throws Stop) or no camera is left.
    void run()
    {
        // One is enough: the signal makes its descriptor readable, which ends the wait for all.
        const CancelsOnSignal cancels(cameras_.front()->stream());
        began_ns_ = monotonic_ns();
        int64_t next_ns = began_ns_;
        do {
            next_ns = std::min(next_ns + between_looks_ns, end_ns());
            while (is_any_running() && monotonic_ns() < next_ns)
                take_until(next_ns);
            show();
        } while (is_any_running() && next_ns < end_ns());
    }

    std::vector<Stop> problems() const
    {
        std::vector<Stop> found;
        for (const auto &camera : cameras_) {
            if (camera->problem())
                found.push_back(*camera->problem());
        }
        return found;
    }

private:
    int64_t end_ns() const { return duration_ns_ > 0 ? began_ns_ + duration_ns_ : INT64_MAX; }

    bool is_any_running() const
    {
        return std::any_of(cameras_.begin(), cameras_.end(),
                           [](const auto &camera) { return camera->state() == CameraState::running; });
    }

    // One wait, and one frame of each camera that has one.
    void take_until(int64_t time_ns)
    {
        std::vector<pollfd> waits;
        std::vector<MonitoredCamera *> polled;
        for (const auto &camera : cameras_) {
            if (camera->state() != CameraState::running)
                continue;
            waits.push_back({v4lxx_stream_get_fd(camera->stream()), POLLIN, 0});
            polled.push_back(camera.get());
        }
        const int64_t left_ms = (time_ns - monotonic_ns()) / 1'000'000 + 1;
        stop_if_interrupted();
        ::poll(waits.data(), waits.size(), static_cast<int>(std::max<int64_t>(left_ms, 0)));
        for (size_t index = 0; index < waits.size(); ++index) {
            if (waits[index].revents != 0)
                polled[index]->take_ready();
        }
    }

    void show()
    {
        const double seconds = static_cast<double>(monotonic_ns() - began_ns_) / 1e9;
        std::vector<const MonitoredCamera *> all;
        std::vector<CameraLook> looks;
        for (const auto &camera : cameras_) {
            all.push_back(camera.get());
            looks.push_back(camera->look());
        }
        if (as_table_)
            return table_.draw(all, looks, seconds);
        std::string lines;
        for (size_t index = 0; index < all.size(); ++index)
            lines += monitor_line_as_json(*all[index], looks[index], seconds);
        print(stdout, lines);
    }

    int64_t duration_ns_;
    bool as_table_;
    int64_t began_ns_ = 0;
    std::vector<std::unique_ptr<MonitoredCamera>> cameras_;
    MonitorTable table_;
};

int run_monitor(const Arguments &arguments)
{
    const Wish wish = read_wish(arguments);
    const bool has_end = arguments.seconds("seconds").value_or(0) > 0;
    catch_interrupts();
    Monitor monitor(arguments, wish);
    try {
        monitor.run();
    } catch (const Stop &stop) {
        // Without an end that was given, a signal is the end that was meant.
        if (interrupted_by() == 0 || has_end)
            throw;
    }
    const std::vector<Stop> problems = monitor.problems();
    for (const Stop &problem : problems)
        print_problem(problem.message);
    return problems.empty() ? exit_code::ok : exit_code::failure;
}

}  // namespace

const CommandSpec monitor_command = {
    "monitor",
    "DEV...",
    1,
    most_monitored,
    "show rate, losses and latency of cameras as they run",
    {
        {"seconds", 'n', "SECONDS", "end after so long (0: at Ctrl-C)"},
        format_option,
        size_option,
        fps_option,
        buffers_option,
        {"flow", 0, "block|latest|drop-oldest|drop-newest", "what is taken while this program is late (block)"},
        {"json", 0, nullptr, "print JSON on a terminal, too"},
    },
    "Takes the frames of all cameras in one thread and releases them at once. On a terminal there is a table that is drawn\n"
    "anew every second, elsewhere one line of JSON every second for each camera. Frames are counted since the start, rate\n"
    "and latency are those of the last second: delivery is from time stamp to arrival (half of them, and 99 of 100), age\n"
    "since the newest frame arrived; in a table both are milliseconds.\n\n"
    "A camera that fails is told and the others go on; the exit code is then 1. Ctrl-C is the planned end without -n (exit\n"
    "code 0).\n",
    "  v4lxx monitor /dev/video0\n"
    "  v4lxx monitor /dev/video0 /dev/video2 --size 640x480\n"
    "  v4lxx monitor sim:camera -n 10 --json\n",
    run_monitor,
};

}  // namespace v4lxx::cli
