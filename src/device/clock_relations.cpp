#include "device/clock_relations.hpp"

#include "kernel/kernel_failure.hpp"

#include <cerrno>

namespace v4lxx::device {

static constexpr int64_t ns_per_s = 1'000'000'000;

// Whole seconds, and 0 until somebody tells the kernel. Both clocks step together; a step between the looks is no offset.
static int tai_offset(kernel::Clocks &clocks, int32_t *out_s)
{
    for (int i = 0; i < 5; i++) {
        int64_t before = 0, tai = 0, after = 0, ahead = 0;
        int rc = clocks.read_clock(kernel::Clock::realtime, &before);
        if (rc == 0)
            rc = clocks.read_clock(kernel::Clock::tai, &tai);
        if (rc == 0)
            rc = clocks.read_clock(kernel::Clock::realtime, &after);
        if (rc < 0)
            return rc;
        if (after < before || after - before >= ns_per_s / 4 || __builtin_sub_overflow(tai, before, &ahead) ||
            ahead < INT32_MIN * ns_per_s || ahead > INT32_MAX * ns_per_s)
            continue;
        const int64_t rounded = ahead + (ahead < 0 ? -ns_per_s / 2 : ns_per_s / 2);
        *out_s = static_cast<int32_t>(rounded / ns_per_s);
        return 0;
    }
    return -ERANGE;
}

ClockRelation *ClockRelations::relation(kernel::Clock clock)
{
    switch (clock) {
    case kernel::Clock::realtime: return &realtime_;
    case kernel::Clock::boottime: return &boottime_;
    case kernel::Clock::tai: return &tai_;
    default: return nullptr;
    }
}

Result<void> ClockRelations::measure(kernel::Clock clock, ConvertedTime *out)
{
    ClockRelation *other = relation(clock);
    if (other == nullptr)
        return {};
    int rc = other->measure(clocks_);
    if (rc == 0 && clock == kernel::Clock::tai)
        rc = tai_offset(clocks_, &out->tai_offset_s);
    if (rc < 0)
        return kernel::call_failure(rc, "clock_gettime");
    out->steps += other->steps();
    return {};
}

static Failure too_far()
{
    return argument_failure(Code::value_out_of_range, "time_ns", "a time is less than 146 years from 0, in both clocks");
}

Result<ConvertedTime> ClockRelations::convert(int64_t time_ns, kernel::Clock from, kernel::Clock to)
{
    ConvertedTime out;
    out.reading.time_ns = time_ns;
    if (time_ns <= -farthest_time_ns || time_ns >= farthest_time_ns)
        return too_far();
    std::lock_guard lock(mutex_);
    if (auto good = measure(from, &out); !good)
        return std::move(good).failure();
    if (from == to)
        return out;
    if (auto good = measure(to, &out); !good)
        return std::move(good).failure();
    int64_t error_ns = 0;
    for (const auto &[clock, back] : {std::pair{from, true}, std::pair{to, false}}) {
        const ClockRelation *other = relation(clock);
        if (other == nullptr)
            continue;
        const auto reading = back ? other->to_monotonic(out.reading.time_ns) : other->from_monotonic(out.reading.time_ns);
        if (!reading || __builtin_add_overflow(error_ns, reading->error_ns, &error_ns))
            return too_far();
        out.reading = {reading->time_ns, error_ns};
    }
    return out;
}

}  // namespace v4lxx::device
