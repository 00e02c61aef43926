#include "cli/pace.hpp"

#include "cli/interruption.hpp"

#include <algorithm>
#include <cerrno>
#include <ctime>

namespace v4lxx::cli {

namespace {
constexpr int64_t ns_per_second = 1'000'000'000;
}  // namespace

int64_t monotonic_ns()
{
    timespec now = {};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return int64_t{now.tv_sec} * ns_per_second + now.tv_nsec;
}

void pause_until(int64_t time_ns)
{
    timespec time = {};
    time.tv_sec = static_cast<time_t>(time_ns / ns_per_second);
    time.tv_nsec = static_cast<long>(time_ns % ns_per_second);
    do {
        stop_if_interrupted();
    } while (::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, nullptr) == EINTR);
}

int64_t slow_work_ns(double intervals, double rate)
{
    constexpr double usual_rate = 30, longest_ns = 1e18;
    return static_cast<int64_t>(std::min(intervals * 1e9 / (rate > 0 ? rate : usual_rate), longest_ns));
}

bool has_virtual_clock(const std::string &device_name)
{
    return device_name.starts_with("sim:") && (device_name + ",").find(",clock=virtual,") != device_name.npos;
}

}  // namespace v4lxx::cli
