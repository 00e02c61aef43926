// Telling times by other clocks, with clocks made up for it: the truth is always within the error that is told, over steps, suspends and drift.
#include "support/check.hpp"

#include "device/clock_relations.hpp"

#include <cinttypes>
#include <random>

using namespace v4lxx;
using kernel::Clock;

namespace {

constexpr int64_t us = 1'000, ms = 1'000'000, second = 1'000 * ms;

// What the clocks showed is known for every moment since the beginning, by CLOCK_MONOTONIC. Each look takes some time.
class MadeUpClocks : public kernel::Clocks {
public:
    int read_clock(Clock clock, int64_t *out_ns) override
    {
        looks++;
        if (failing == clock)
            return -EINVAL;
        now_ns += look_ns;
        if (disturbed_each != 0 && looks % disturbed_each == 0)
            now_ns += 3 * ms;  // somebody else ran
        *out_ns = clock == Clock::monotonic ? now_ns : true_time(clock, now_ns);
        if (raw)
            *out_ns = *raw;
        return 0;
    }
    // All steps apply to REALTIME and TAI, suspends to BOOTTIME as well.
    int64_t true_time(Clock clock, int64_t monotonic_ns) const
    {
        int64_t ahead = clock == Clock::boottime ? 0 : 1'700'000'000 * second;
        for (const Change &change : changes)
            if (change.since_ns <= monotonic_ns && (change.is_sleep || clock != Clock::boottime))
                ahead += change.ns;
        if (clock == Clock::tai)
            ahead += tai_offset_s * second;
        return monotonic_ns + ahead + static_cast<int64_t>(static_cast<double>(monotonic_ns) * drift);
    }
    void step(int64_t ns) { changes.push_back({++now_ns, ns, false}); }
    void suspend(int64_t ns) { changes.push_back({++now_ns, ns, true}); }

    struct Change {
        int64_t since_ns, ns;
        bool is_sleep;
    };
    std::vector<Change> changes;
    int64_t now_ns = 100 * second, look_ns = 30;
    uint64_t looks = 0, disturbed_each = 0;
    int64_t tai_offset_s = 37;
    double drift = 0;
    Clock failing = Clock::unknown;
    std::optional<int64_t> raw;
};

device::ConvertedTime converted(device::ClockRelations &relations, int64_t time_ns, Clock from, Clock to)
{
    auto answer = relations.convert(time_ns, from, to);
    assert_true(bool(answer));
    return *answer;
}

// The truth is inside; the error that is told is returned.
int64_t assert_true_within(const MadeUpClocks &clocks, device::ClockRelations &relations, int64_t monotonic_ns, Clock to)
{
    const auto there = converted(relations, monotonic_ns, Clock::monotonic, to);
    const int64_t off = std::abs(there.reading.time_ns - clocks.true_time(to, monotonic_ns));
    if (off > there.reading.error_ns)
        fail_msg("%" PRId64 " told by clock %d is wrong by %" PRId64 " ns, and says %" PRId64, monotonic_ns, int(to), off,
                 there.reading.error_ns);
    return there.reading.error_ns;
}

void bar11b_a_stamp_is_told_by_every_clock_and_back(void **)
{
    MadeUpClocks clocks;
    device::ClockRelations relations(clocks);
    for (const Clock to : {Clock::realtime, Clock::boottime, Clock::tai}) {
        const int64_t stamp = clocks.now_ns - 20 * ms;
        assert_in_range(assert_true_within(clocks, relations, stamp, to), 1, 100);
        const auto back = converted(relations, clocks.true_time(to, stamp), to, Clock::monotonic);
        assert_true(std::abs(back.reading.time_ns - stamp) <= back.reading.error_ns);
        assert_in_range(back.reading.error_ns, 1, 100);
    }
    const auto across = converted(relations, clocks.true_time(Clock::boottime, 99 * second), Clock::boottime, Clock::tai);
    assert_true(std::abs(across.reading.time_ns - clocks.true_time(Clock::tai, 99 * second)) <= across.reading.error_ns);
    assert_int_equal(across.tai_offset_s, 37);
    assert_int_equal(across.steps, 0);
    const auto same = converted(relations, 5, Clock::realtime, Clock::realtime);
    assert_int_equal(same.reading.time_ns, 5);
    assert_int_equal(same.reading.error_ns, 0);
}

void bar11b_a_step_is_followed_at_once_and_what_was_before_stays(void **)
{
    for (const int64_t step : {3600 * second, -3600 * second, 2 * ms}) {
        MadeUpClocks clocks;
        device::ClockRelations relations(clocks);
        const int64_t first = clocks.now_ns;
        assert_true_within(clocks, relations, first, Clock::realtime);
        const int64_t before = clocks.now_ns += 33 * ms;
        clocks.step(step);
        const int64_t after = clocks.now_ns += 10 * ms;
        // Of the time between two looks it is not known which side of the step it is on; before and from then on it is.
        assert_in_range(assert_true_within(clocks, relations, after, Clock::realtime), std::abs(step), std::abs(step) + 200);
        assert_in_range(assert_true_within(clocks, relations, clocks.now_ns += 33 * ms, Clock::realtime), 1, 100);
        assert_in_range(assert_true_within(clocks, relations, before, Clock::realtime), std::abs(step), std::abs(step) + 200);
        assert_in_range(assert_true_within(clocks, relations, first, Clock::realtime), 1, 100);
        assert_int_equal(converted(relations, after, Clock::monotonic, Clock::realtime).steps, 1);
        assert_int_equal(converted(relations, after, Clock::monotonic, Clock::boottime).steps, 0);
    }
}

void bar11b_after_a_suspend_boottime_is_right_on_both_sides(void **)
{
    MadeUpClocks clocks;
    device::ClockRelations relations(clocks);
    const int64_t before = clocks.now_ns;
    for (const Clock to : {Clock::realtime, Clock::boottime, Clock::tai})
        assert_true_within(clocks, relations, before, to);
    clocks.now_ns += 5 * ms;
    clocks.suspend(8 * 3600 * second);
    for (const Clock to : {Clock::realtime, Clock::boottime, Clock::tai}) {
        assert_true_within(clocks, relations, clocks.now_ns += 5 * ms, to);
        assert_in_range(assert_true_within(clocks, relations, clocks.now_ns += 5 * ms, to), 1, 100);
        assert_in_range(assert_true_within(clocks, relations, before, to), 1, 100);
        assert_int_equal(converted(relations, before, Clock::monotonic, to).steps, 1);
    }
    // A time of the sleep has no moment of CLOCK_MONOTONIC but that between the looks.
    const auto asleep =
        converted(relations, clocks.true_time(Clock::boottime, before) + 3600 * second, Clock::boottime, Clock::monotonic);
    assert_in_range(asleep.reading.time_ns, before, clocks.now_ns);
    assert_true(asleep.reading.error_ns <= 20 * ms);
}

void bar11b_a_time_shown_twice_is_the_later_one(void **)
{
    MadeUpClocks clocks;
    device::ClockRelations relations(clocks);
    assert_true_within(clocks, relations, clocks.now_ns, Clock::realtime);
    clocks.now_ns += 10 * second;
    assert_true_within(clocks, relations, clocks.now_ns, Clock::realtime);
    clocks.step(-5 * second);
    assert_true_within(clocks, relations, clocks.now_ns, Clock::realtime);
    const int64_t later = clocks.now_ns += 2 * second;
    const auto back = converted(relations, clocks.true_time(Clock::realtime, later), Clock::realtime, Clock::monotonic);
    assert_true(std::abs(back.reading.time_ns - later) <= back.reading.error_ns);
}

void bar11b_a_look_that_was_disturbed_is_repeated(void **)
{
    MadeUpClocks clocks;
    clocks.disturbed_each = 4;
    device::ClockRelations relations(clocks);
    for (int i = 0; i < 20; i++, clocks.now_ns += 33 * ms)
        assert_in_range(assert_true_within(clocks, relations, clocks.now_ns, Clock::realtime), 1, 20 * us);
}

void bar11b_clocks_that_drift_apart_are_followed(void **)
{
    for (const double ppm : {1.0, -50.0, 500.0}) {
        MadeUpClocks clocks;
        clocks.drift = ppm * 1e-6;
        device::ClockRelations relations(clocks);
        const int64_t start = clocks.now_ns + us;
        assert_true_within(clocks, relations, start, Clock::realtime);
        for (int i = 0; i < 300; i++) {
            clocks.now_ns += 33 * ms;
            const int64_t error = assert_true_within(clocks, relations, clocks.now_ns - 5 * ms, Clock::realtime);
            assert_in_range(error, 1, 20 * us);
        }
        // Of what is long over it is told less exactly, and still right.
        for (int64_t time = start; time < clocks.now_ns; time += 100 * ms)
            assert_true_within(clocks, relations, time, Clock::realtime);
        assert_int_equal(converted(relations, start, Clock::monotonic, Clock::realtime).steps, 0);
    }
}

// Whatever happens to the clocks, as long as it is one thing between two looks: of two that undo one another nobody can know.
void bar11b_S32_the_truth_is_within_the_error_over_any_history(void **)
{
    std::mt19937_64 random(11);
    for (int life = 0; life < 300; life++) {
        MadeUpClocks clocks;
        clocks.look_ns = 20 + static_cast<int64_t>(random() % 3000);
        clocks.disturbed_each = random() % 12;
        device::ClockRelations relations(clocks);
        const int64_t start = clocks.now_ns + 10 * ms;
        for (const Clock to : {Clock::realtime, Clock::boottime, Clock::tai})
            converted(relations, start, Clock::monotonic, to);
        clocks.now_ns = std::max(clocks.now_ns, start);
        for (int i = 0; i < 60; i++) {
            clocks.now_ns += static_cast<int64_t>(random() % uint64_t(2 * second));
            const int64_t size = static_cast<int64_t>(random() % uint64_t(90'000 * second)) >> (random() % 40);
            if (const uint64_t what = random() % 4; what < 2)
                clocks.step(what == 0 ? size : -size);
            else if (what == 2)
                clocks.suspend(size);
            const int64_t stamp = start + static_cast<int64_t>(random() % uint64_t(clocks.now_ns - start + 1));
            for (const Clock to : {Clock::realtime, Clock::boottime, Clock::tai})
                assert_true_within(clocks, relations, stamp, to);
        }
    }
}

void bar11b_a_TAI_that_nobody_set_says_so(void **)
{
    MadeUpClocks clocks;
    clocks.tai_offset_s = 0;
    device::ClockRelations relations(clocks);
    const auto tai = converted(relations, clocks.now_ns, Clock::monotonic, Clock::tai);
    const auto realtime = converted(relations, clocks.now_ns, Clock::monotonic, Clock::realtime);
    assert_int_equal(tai.tai_offset_s, 0);
    assert_true(std::abs(tai.reading.time_ns - realtime.reading.time_ns) < 10 * us);
}

void bar11b_clocks_that_cannot_be_read_or_believed_are_a_failure(void **)
{
    MadeUpClocks clocks;
    device::ClockRelations relations(clocks);
    for (const Clock failing : {Clock::monotonic, Clock::tai, Clock::realtime}) {
        clocks.failing = failing;
        auto answer = relations.convert(1, Clock::monotonic, Clock::tai);
        assert_false(bool(answer));
        assert_string_equal(answer.failure().request, "clock_gettime");
    }
    clocks.failing = Clock::unknown;
    for (const int64_t impossible : {int64_t{-1}, INT64_MIN, INT64_MAX, int64_t{1} << 62}) {
        clocks.raw = impossible;
        assert_false(bool(relations.convert(1, Clock::monotonic, Clock::realtime)));
    }
    clocks.raw.reset();
    for (const int64_t far : {INT64_MIN, INT64_MAX, int64_t{1} << 62, -(int64_t{1} << 62)})
        for (const Clock from : {Clock::monotonic, Clock::realtime}) {
            auto answer = relations.convert(far, from, Clock::boottime);
            assert_true(!answer && answer.failure().code == Code::value_out_of_range);
        }
    assert_true(bool(relations.convert((int64_t{1} << 62) - 1, Clock::realtime, Clock::monotonic)));
    assert_true_within(clocks, relations, clocks.now_ns, Clock::realtime);
}

}  // namespace

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar11b_a_stamp_is_told_by_every_clock_and_back),
        cmocka_unit_test(bar11b_a_step_is_followed_at_once_and_what_was_before_stays),
        cmocka_unit_test(bar11b_after_a_suspend_boottime_is_right_on_both_sides),
        cmocka_unit_test(bar11b_a_time_shown_twice_is_the_later_one),
        cmocka_unit_test(bar11b_a_look_that_was_disturbed_is_repeated),
        cmocka_unit_test(bar11b_clocks_that_drift_apart_are_followed),
        cmocka_unit_test(bar11b_S32_the_truth_is_within_the_error_over_any_history),
        cmocka_unit_test(bar11b_a_TAI_that_nobody_set_says_so),
        cmocka_unit_test(bar11b_clocks_that_cannot_be_read_or_believed_are_a_failure),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
