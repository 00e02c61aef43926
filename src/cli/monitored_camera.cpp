#include "cli/monitored_camera.hpp"

#include "cli/interruption.hpp"
#include "cli/pace.hpp"
#include "cli/words.hpp"

#include <algorithm>
#include <iterator>

namespace v4lxx::cli {

namespace {

// What came between two looks at a histogram. Its bounds are not known exactly: those of its buckets stand for them.
v4lxx_histogram since(const v4lxx_histogram &before, v4lxx_histogram now)
{
    const int64_t most_ns = now.most_ns;
    now.count -= before.count;
    now.sum_ns -= before.sum_ns;
    now.least_ns = now.most_ns = 0;
    bool any = false;
    for (uint32_t bucket = 0; bucket < std::size(now.buckets); ++bucket) {
        now.buckets[bucket] -= before.buckets[bucket];
        if (now.buckets[bucket] == 0)
            continue;
        if (!any)
            now.least_ns = v4lxx_histogram_get_bound(bucket);
        any = true;
        now.most_ns = std::min(v4lxx_histogram_get_bound(bucket + 1), most_ns);
    }
    return now;
}

}  // namespace

MonitoredCamera::MonitoredCamera(const std::string &name, const Wish &wish) : camera_(name, wish)
{
    camera_.start();
    if (v4lxx_stream_get_fd(stream()) < 0)
        throw Stop(exit_code::failure, "no descriptor is left to watch " + name + " with");
    nominal_rate_ = rate_value(camera_.rate().nominal);
}

void MonitoredCamera::take_ready()
{
    try {
        Frame frame;
        if (!camera_.next_ready(frame))
            state_ = CameraState::ended;
        if (frame)
            last_arrival_ns_ = read_frame_info(frame).arrival_ns;
    } catch (const Stop &stop) {
        if (interrupted_by() != 0)
            throw;
        state_ = CameraState::failed;
        problem_ = stop;
    }
}

CameraLook MonitoredCamera::look()
{
    CameraLook look;
    look.state = state_;
    look.nominal_rate = nominal_rate_;
    look.account = camera_.account();
    look.new_frames = look.account.delivered - frames_before_;
    frames_before_ = look.account.delivered;
    const v4lxx_stream_statistics now = camera_.statistics();
    const v4lxx_histogram interval = since(before_.interval, now.interval);
    look.interval = quantiles_of(interval);
    look.delivery = quantiles_of(since(before_.delivery, now.delivery));
    if (interval.sum_ns > 0)
        look.rate = static_cast<double>(interval.count) * 1e9 / static_cast<double>(interval.sum_ns);
    before_ = now;
    if (last_arrival_ns_ != 0 && !has_virtual_clock(camera_.name()))
        look.age_ns = monotonic_ns() - last_arrival_ns_;
    return look;
}

}  // namespace v4lxx::cli
