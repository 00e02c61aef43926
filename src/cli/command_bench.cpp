// `v4lxx bench`: how a camera and this machine do with every flow, and what a program loses that is too slow.
#include "cli/bench_report.hpp"
#include "cli/commands.hpp"
#include "cli/interruption.hpp"
#include "cli/pace.hpp"
#include "cli/shared_options.hpp"
#include "cli/standard_streams.hpp"
#include "cli/words.hpp"

namespace v4lxx::cli {

namespace {

constexpr int64_t usual_duration_ns = 2'000'000'000;

BenchLimits read_limits(const Arguments &arguments)
{
    if (arguments.has("frames") && arguments.has("seconds"))
        throw arguments.wrong("-n and --seconds are two ways to say how long");
    BenchLimits limits;
    limits.frames = arguments.count32_from_1("frames").value_or(0);
    limits.duration_ns = arguments.seconds("seconds").value_or(usual_duration_ns);
    limits.timeout_ns = read_timeout_ns(arguments);
    if (limits.duration_ns == 0)
        throw arguments.wrong("--seconds 0 measures nothing");
    return limits;
}

BenchReport plan(const Arguments &arguments)
{
    BenchReport report;
    report.limits = read_limits(arguments);
    report.slow_consumer_intervals = arguments.factor("slow").value_or(slow_intervals);
    report.virtual_clock = has_virtual_clock(arguments.operands()[0]);
    return report;
}

// The rate that came is what a slow consumer has to be slower than; a camera in poor light has less than it says.
int64_t work_ns_of(const BenchRun &prompt, double intervals) { return slow_work_ns(intervals, prompt.counts.rate()); }

class Benchmark {
public:
    Benchmark(const Arguments &arguments, const Wish &wish, BenchReport report)
        : camera_(arguments.operands()[0], wish), flow_(wish.flow),
          only_(arguments.has("flow") ? std::optional(wish.flow.flow) : std::nullopt), report_(std::move(report))
    {
    }

    void run()
    {
        run_all(0);
        if (!report_.virtual_clock && !report_.problem)
            run_all(work_ns_of(report_.runs.front(), report_.slow_consumer_intervals));
    }

    const BenchReport &report() const { return report_; }
    const Camera &camera() const { return camera_; }

private:
    void run_all(int64_t work_ns)
    {
        for (const v4lxx_flow flow : all_flows) {
            if (report_.problem || (only_ && *only_ != flow))
                continue;
            FlowWish wish = flow_;
            wish.flow = flow;
            BenchRun run(wish, work_ns);
            try {
                camera_.renew_stream(wish);
                take(run, camera_, report_.limits);
                report_.runs.push_back(std::move(run));
            } catch (const Stop &stop) {
                report_.problem = stop;
            }
        }
    }

    Camera camera_;
    FlowWish flow_;
    std::optional<v4lxx_flow> only_;
    BenchReport report_;
};

int run_bench(const Arguments &arguments)
{
    catch_interrupts();
    const Wish wish = read_wish(arguments);
    Benchmark benchmark(arguments, wish, plan(arguments));
    const bool as_json = arguments.has("json");
    benchmark.run();
    const BenchReport &report = benchmark.report();
    if (const std::string note = benchmark.camera().difference_note(); !report.runs.empty() && !note.empty())
        print_problem(note);
    print(stdout, as_json ? report.as_json(benchmark.camera()) : report.as_text(benchmark.camera()));
    if (!report.problem)
        return exit_code::ok;
    print_problem(report.problem->message);
    return report.problem->exit_code;
}

}  // namespace

const CommandSpec bench_command = {
    "bench",
    "DEV",
    1,
    1,
    "measure rate, latency, CPU and losses with every flow",
    {
        {"seconds", 0, "SECONDS", "how long each run takes (2)"},
        {"frames", 'n', "N", "instead: how many frames each run takes"},
        {"slow", 0, "INTERVALS", "frame intervals that the slow consumer takes for each frame (2.5)"},
        format_option,
        size_option,
        fps_option,
        buffers_option,
        {"flow", 0, "block|latest|drop-oldest|drop-newest", "only this one"},
        {"depth", 0, "N", "with --flow drop-oldest and drop-newest: frames that wait (2)"},
        min_queued_option,
        reserve_option,
        timeout_option,
        json_option,
    },
    "Takes frames with each flow twice: with a consumer that gives each one back at once, and with one that is too slow.\n"
    "Frames are lost by the driver, or damaged, and skipped because the flow says so. CPU time is that of this process with\n"
    "what it does itself; system calls are those of the library. An interval is from time stamp to time stamp, a delivery\n"
    "from time stamp to arrival, an age from time stamp to the consumer.\n\n"
    "With a simulated camera of clock=virtual, time is that of the camera and stands still while a program works: there is\n"
    "no slow consumer, and CPU times and ages are not told.\n",
    "  v4lxx bench /dev/video0\n"
    "  v4lxx bench /dev/video0 --seconds 10 --json\n"
    "  v4lxx bench /dev/video0 --flow latest --slow 4 --size 1920x1080\n"
    "  v4lxx bench sim:camera,fps=60 -n 100\n",
    run_bench,
};

}  // namespace v4lxx::cli
