#include "cli/bench_run.hpp"

#include "cli/interruption.hpp"
#include "cli/pace.hpp"
#include "cli/progress.hpp"

#include <sys/resource.h>

namespace v4lxx::cli {

namespace {

constexpr uint32_t odd_stamp = V4LXX_FRAME_STAMP_UNSET | V4LXX_FRAME_STAMP_REPEATED | V4LXX_FRAME_STAMP_BACKWARD;

int64_t cpu_ns()
{
    struct rusage used = {};
    ::getrusage(RUSAGE_SELF, &used);
    const auto ns = [](const timeval &time) { return (int64_t{time.tv_sec} * 1'000'000 + time.tv_usec) * 1000; };
    return ns(used.ru_utime) + ns(used.ru_stime);
}

class Consumption {
public:
    Consumption(BenchRun &run, Camera &camera, const BenchLimits &limits) : run_(run), camera_(camera), limits_(limits) {}

    void take_all()
    {
        while (!is_over()) {
            const Frame frame = camera_.next_before_end(limits_.timeout_ns);
            const int64_t handed_ns = monotonic_ns();
            note(read_frame_info(frame), handed_ns);
            progress_.show(run_.counts.frames(), run_.counts.dropped(), run_.counts.rate());
            if (run_.work_ns > 0)
                pause_until(handed_ns + run_.work_ns);
        }
        if (run_.counts.frames() > 1)
            run_.cpu_ns_per_frame = (last_cpu_ns_ - first_cpu_ns_) / static_cast<int64_t>(run_.counts.frames() - 1);
    }

private:
    bool is_over() const
    {
        const uint64_t frames = run_.counts.frames();
        if (limits_.frames != 0)
            return frames >= limits_.frames;
        return frames > 1 && last_.arrival_ns - first_arrival_ns_ >= limits_.duration_ns;
    }

    void note(const v4lxx_frame_info &info, int64_t handed_ns)
    {
        run_.counts.count(info, camera_.account());
        last_cpu_ns_ = cpu_ns();
        const bool is_first = run_.counts.frames() == 1;
        if (is_first) {
            first_cpu_ns_ = last_cpu_ns_;
            first_arrival_ns_ = info.arrival_ns;
        }
        if ((info.flags & odd_stamp) == 0)
            note_times(info, handed_ns, is_first);
        last_ = info;
    }

    void note_times(const v4lxx_frame_info &info, int64_t handed_ns, bool is_first)
    {
        if (!is_first && (last_.flags & odd_stamp) == 0)
            run_.interval.add(info.timestamp_ns - last_.timestamp_ns);
        // As in the statistics of a stream: some drivers stamp the end of a frame before it ends.
        if (info.clock != V4LXX_CLOCK_MONOTONIC || info.timestamp_ns > info.arrival_ns)
            return;
        run_.delivery.add(info.arrival_ns - info.timestamp_ns);
        if (!has_virtual_clock(camera_.name()))
            run_.age.add(handed_ns - info.timestamp_ns);
    }

    BenchRun &run_;
    Camera &camera_;
    const BenchLimits &limits_;
    Progress progress_{limits_.frames};
    v4lxx_frame_info last_ = V4LXX_FRAME_INFO_INIT;
    int64_t first_arrival_ns_ = 0, first_cpu_ns_ = 0, last_cpu_ns_ = 0;
};

}  // namespace

void take(BenchRun &run, Camera &camera, const BenchLimits &limits)
{
    const CancelsOnSignal cancels(camera.stream());
    camera.start();
    Consumption(run, camera, limits).take_all();
    run.counts.set_rate(camera.rate(), camera.why_slow());
    // Before the stop, which drops what waits: that is no loss of the flow.
    run.counts.finish(CaptureEnd::complete, camera.account(), camera.statistics());
    camera.stop();
}

}  // namespace v4lxx::cli
