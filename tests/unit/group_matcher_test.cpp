// Which frames belong together: rules one by one, then cameras with jitter, losses, stalls and drift whose truth is known.
#include "support/check.hpp"

#include "stream/group_matcher.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <random>

using v4lxx::kernel::Clock;
using v4lxx::kernel::Fraction;
using namespace v4lxx::stream;

static constexpr int64_t ms = 1'000'000;

namespace {

// A matcher with cameras at 30 per second, to which frames are told by their stamps in milliseconds.
struct Rig {
    explicit Rig(GroupWish wish = {}, uint32_t cameras = 2) : matcher(wish)
    {
        for (uint32_t i = 0; i < cameras; i++)
            add({1, 30});
    }
    void add(Fraction interval, int64_t offset_ns = 0)
    {
        matcher.add();
        matcher.expect(matcher.camera_count() - 1, interval, offset_ns);
        numbers.push_back(0);
    }
    GroupMatcher::Fate tell(uint32_t camera, GroupMatcher::Sighting seen)
    {
        seen.number = numbers[camera]++;
        seen.driver_number = static_cast<uint32_t>(seen.number);
        return matcher.take(camera, seen);
    }
    GroupMatcher::Fate tell(uint32_t camera, double stamp_ms)
    {
        return tell(camera, {.stamp_ns = static_cast<int64_t>(stamp_ms * ms), .clock = Clock::monotonic, .generation = 1});
    }
    // "01" is a complete set, "0" an incomplete one, "-0" a frame without partners.
    std::string decided(int64_t now_ns = 0)
    {
        std::string all;
        while (auto decision = matcher.decide(now_ns)) {
            all += all.empty() ? "" : " ";
            all += decision->is_set ? "" : "-";
            for (uint32_t i = 0; i < matcher.camera_count(); i++)
                all += (decision->cameras >> i & 1) != 0 ? std::to_string(i) : "";
            last = *decision;
        }
        return all;
    }
    void assert_adds_up()
    {
        for (uint32_t i = 0; i < matcher.camera_count(); i++) {
            const auto facts = matcher.facts(i);
            assert_int_equal(facts.frames, facts.in_complete + facts.in_incomplete + facts.unmatched + facts.late + facts.held);
        }
    }

    GroupMatcher matcher;
    std::vector<uint64_t> numbers;
    GroupMatcher::Decision last;
};

}  // namespace

static void group_frames_within_the_tolerance_are_a_set(void **)
{
    Rig rig;
    rig.tell(0, 1000.0);
    assert_string_equal(rig.decided().c_str(), "");
    rig.tell(1, 1003.5);
    assert_string_equal(rig.decided().c_str(), "01");
    assert_true(rig.last.is_complete);
    assert_int_equal(rig.last.skew_ns, 3'500'000);
    rig.tell(1, 1036.0);  // whichever comes first
    rig.tell(0, 1034.0);
    assert_string_equal(rig.decided().c_str(), "01");
    assert_int_equal(rig.matcher.skew().read().count, 2);
    rig.assert_adds_up();
}

static void group_a_lost_frame_costs_its_partner_and_no_more(void **)
{
    Rig rig;
    rig.tell(0, 1000.0);
    rig.tell(0, 1033.25);  // exact in every arithmetic
    rig.tell(1, 1033.4);   // the one at 1000 was lost
    assert_string_equal(rig.decided().c_str(), "-0 01");
    assert_int_equal(rig.matcher.facts(0).unmatched, 1);
    rig.assert_adds_up();
}

static void group_incomplete_sets_say_who_is_missing(void **)
{
    Rig rig({.incomplete = true}, 3);
    rig.tell(0, 1000.0);
    rig.tell(2, 1001.0);
    assert_string_equal(rig.decided().c_str(), "");  // 1 may still come
    rig.tell(1, 1033.0);
    assert_string_equal(rig.decided().c_str(), "02");
    assert_false(rig.last.is_complete);
    assert_int_equal(rig.last.skew_ns, ms);
    rig.tell(0, 1033.0);
    rig.tell(2, 1034.0);
    assert_string_equal(rig.decided().c_str(), "012");
    rig.assert_adds_up();
}

static void group_a_camera_that_stalls_holds_up_few_frames(void **)
{
    Rig drops, hands_out({.incomplete = true});
    for (int i = 0; i < 10; i++) {
        drops.tell(0, 1000.0 + 33.3 * i);
        hands_out.tell(0, 1000.0 + 33.3 * i);
        assert_string_equal(drops.decided().c_str(), i < 2 ? "" : "-0");
        assert_string_equal(hands_out.decided().c_str(), i < 2 ? "" : "0");
        assert_true(drops.matcher.waiting(0) <= 2);
    }
    // It comes back, with what its driver had kept: what was handed out without it is late.
    hands_out.tell(1, 1000.0);
    assert_int_equal(hands_out.matcher.facts(1).late, 1);
    hands_out.tell(1, 1000.0 + 33.3 * 9);
    assert_string_equal(hands_out.decided().c_str(), "0 01");
    hands_out.assert_adds_up();
}

static void group_a_driver_with_few_buffers_is_left_one(void **)
{
    Rig rig({.most_held = 8});
    for (int i = 0; i < 6; i++)
        rig.tell(0, {.stamp_ns = (1000 + 33 * i) * ms, .clock = Clock::monotonic, .generation = 1, .most_held = 1}),
            rig.decided();
    assert_int_equal(rig.matcher.waiting(0), 1);
}

static void group_a_camera_that_is_gone_is_not_waited_for(void **)
{
    Rig drops, hands_out({.incomplete = true});
    for (Rig *rig : {&drops, &hands_out}) {
        rig->tell(0, 1000.0);
        rig->matcher.set_gone(1);
    }
    assert_string_equal(drops.decided().c_str(), "-0");
    assert_false(drops.matcher.can_have_sets());
    assert_string_equal(hands_out.decided().c_str(), "0");
    assert_true(hands_out.matcher.can_have_sets());
    hands_out.matcher.set_gone(0);
    assert_false(hands_out.matcher.can_have_sets());
}

static void group_waiting_ends_with_the_time_that_was_given(void **)
{
    Rig rig({.max_wait_ns = 20 * ms, .most_held = 8, .incomplete = true});
    assert_int_equal(rig.matcher.next_deadline_ns(), -1);
    rig.tell(0, {.stamp_ns = 1000 * ms, .clock = Clock::monotonic, .generation = 1, .now_ns = 1001 * ms});
    assert_int_equal(rig.matcher.next_deadline_ns(), 1021 * ms);
    assert_string_equal(rig.decided(1020 * ms).c_str(), "");
    assert_string_equal(rig.decided(1021 * ms).c_str(), "0");
}

static void group_of_a_faster_camera_every_second_frame_has_no_partner(void **)
{
    Rig rig({}, 0);
    rig.add({1, 30});
    rig.add({1, 60});
    std::string all;
    for (int i = 0; i < 40; i++) {
        rig.tell(1, 1000 + i * 1000.0 / 60);
        all += rig.decided();
        if (i % 2 == 0)
            rig.tell(0, 1002 + i * 1000.0 / 60);
        all += rig.decided();
    }
    assert_int_equal(rig.matcher.complete(), 20);
    assert_int_equal(rig.matcher.facts(0).in_complete, 20);
    assert_int_equal(rig.matcher.facts(1).unmatched + rig.matcher.waiting(1), 20);
    rig.assert_adds_up();
}

// With a tolerance of more than an interval the nearest frames are taken all the same.
static void group_a_wide_tolerance_still_takes_the_nearest(void **)
{
    Rig rig({.tolerance_ns = 50 * ms});
    rig.tell(0, 1000.0);
    rig.tell(0, 1033.25);  // exact in every arithmetic
    rig.tell(1, 1030.0);
    assert_string_equal(rig.decided().c_str(), "-0 01");
    assert_int_equal(rig.last.skew_ns, 3'250'000);
}

static void group_a_tight_tolerance_is_kept(void **)
{
    Rig rig({.tolerance_ns = ms});
    rig.tell(0, 1000.0);
    rig.tell(1, 1001.5);
    assert_string_equal(rig.decided().c_str(), "-0");
    rig.tell(0, 1034.0);
    rig.tell(1, 1034.9);
    assert_string_equal(rig.decided().c_str(), "-1 01");
}

static void group_stamps_of_an_unknown_clock_are_refused_unless_sequences_will_do(void **)
{
    const GroupMatcher::Sighting unknown{.stamp_ns = 1000 * ms, .clock = Clock::unknown, .generation = 1};
    Rig strict, lenient({.by = MatchBy::stamps_or_sequences});
    assert_true(strict.tell(0, unknown) == GroupMatcher::Fate::cannot_compare);
    assert_int_equal(strict.matcher.waiting(0), 0);
    assert_true(lenient.tell(1, 1000.0) == GroupMatcher::Fate::waits);
    assert_false(lenient.matcher.by_sequences());
    assert_true(lenient.tell(0, unknown) == GroupMatcher::Fate::waits);
    assert_true(lenient.matcher.by_sequences());
    assert_string_equal(lenient.decided().c_str(), "01");
    assert_int_equal(lenient.last.skew_ns, -1);
    assert_int_equal(lenient.matcher.facts(1).drift_frames, 0);
}

static void group_sequences_match_over_wraps_and_restarts(void **)
{
    Rig rig({.by = MatchBy::sequences});
    const auto tell = [&](uint32_t camera, uint32_t driver, uint64_t number, int64_t at_ms, uint32_t generation = 1) {
        rig.matcher.take(camera, {.stamp_ns = at_ms * ms,
                                  .clock = Clock::monotonic,
                                  .number = number,
                                  .driver_number = driver,
                                  .generation = generation,
                                  .now_ns = at_ms * ms});
        return rig.decided();
    };
    tell(0, UINT32_MAX, 0, 1000);
    assert_string_equal(tell(1, UINT32_MAX, 0, 1001).c_str(), "01");
    tell(0, 0, 1, 1033);  // wraps
    assert_string_equal(tell(1, 0, 1, 1034).c_str(), "01");
    tell(0, 1, 2, 1066);
    assert_string_equal(tell(1, 2, 3, 1101).c_str(), "-0");  // number 1 was lost
    assert_string_equal(tell(0, 2, 3, 1100).c_str(), "01");
    assert_int_equal(rig.matcher.facts(0).resets, 0);
    // One is started again: its numbers are aligned with the others by time.
    tell(0, 3, 4, 1133);
    assert_string_equal(tell(1, 0, 0, 1134, 2).c_str(), "01");
    tell(0, 4, 5, 1166);
    assert_string_equal(tell(1, 1, 1, 1167, 2).c_str(), "01");
    // Its driver counts anew, and the queue goes on.
    tell(0, 5, 6, 1200);
    assert_string_equal(tell(1, 0, 2, 1201, 2).c_str(), "01");
    assert_int_equal(rig.matcher.facts(1).resets, 2);
    rig.assert_adds_up();
}

static void group_start_and_end_stamps_are_made_comparable(void **)
{
    Rig rig;
    const auto tell = [&](uint32_t camera, double stamp_ms, bool at_start) {
        rig.tell(camera, {.stamp_ns = static_cast<int64_t>(stamp_ms * ms),
                          .clock = Clock::monotonic,
                          .at_start = at_start,
                          .generation = 1});
    };
    tell(0, 1000, true);
    tell(1, 1034.3, false);  // the same frame: it took 33.3 ms until its end, and began 1 ms later
    assert_string_equal(rig.decided().c_str(), "01");
    assert_in_range(rig.last.skew_ns, 900'000, 1'100'000);
    // Nothing is taken off where all are of one kind.
    Rig ends;
    ends.tell(0, 1000.0);
    ends.tell(1, 1002.0);
    assert_string_equal(ends.decided().c_str(), "01");
    assert_int_equal(ends.last.skew_ns, 2 * ms);
}

static void group_an_offset_that_is_known_is_taken_off(void **)
{
    Rig rig({}, 1);
    rig.add({1, 30}, -12 * ms);
    rig.tell(0, 1000.0);
    rig.tell(1, 1012.5);
    assert_string_equal(rig.decided().c_str(), "01");
    assert_int_equal(rig.last.skew_ns, ms / 2);
}

static void group_odd_stamps_match_nothing_and_hold_up_nobody(void **)
{
    Rig rig;
    rig.tell(0, {.stamp_ns = 0, .clock = Clock::monotonic, .stamp_is_odd = true, .generation = 1});
    assert_string_equal(rig.decided().c_str(), "-0");
    rig.tell(0, {.stamp_ns = INT64_MAX, .clock = Clock::monotonic, .generation = 1});
    rig.tell(1, {.stamp_ns = INT64_MIN, .clock = Clock::monotonic, .generation = 1});
    assert_string_equal(rig.decided().c_str(), "-0 -1");
    rig.tell(0, 1000.0);
    rig.tell(1, 1000.0);
    assert_string_equal(rig.decided().c_str(), "01");
    rig.assert_adds_up();
}

static void group_drift_is_told_in_relation_to_the_first_camera(void **)
{
    std::mt19937_64 random(3);
    std::normal_distribution<double> jitter(0, 0.05);
    Rig rig({}, 0);
    for (Fraction interval : {Fraction{1, 30}, Fraction{1, 30}, Fraction{1, 60}})
        rig.add(interval);
    const double drift[] = {20, 120, -80};  // ppm of true time
    for (int i = 0; i < 3000; i++)
        for (uint32_t camera : {2u, 0u, 1u, 2u}) {
            const double rate = camera == 2 ? 60 : 30;
            rig.tell(camera, 1000 + static_cast<double>(rig.numbers[camera]) * 1000 / rate * (1 + drift[camera] / 1e6) +
                                 jitter(random));
            rig.decided();
        }
    assert_int_equal(rig.matcher.facts(0).drift_ppb, 0);
    assert_in_range(rig.matcher.facts(1).drift_ppb, 95'000, 105'000);
    assert_in_range(-rig.matcher.facts(2).drift_ppb, 95'000, 105'000);
    assert_true(rig.matcher.facts(1).drift_frames > 1000);
    rig.assert_adds_up();
}

// Three free-running cameras with drift, jitter, lost frames, a stall and late deliveries. Whoever knows the true times knows which frames have
// partners; the matcher has to find all those, and no others.
static void group_random_cameras_are_matched_as_the_truth_says(void **)
{
    for (unsigned seed = 0; seed < 30; seed++) {
        std::mt19937_64 random(seed);
        std::uniform_real_distribution<double> unit(0, 1);
        const bool incomplete = seed % 2 != 0;
        Rig rig({.most_held = 16, .incomplete = incomplete}, 3);
        struct Arrival {
            double at_ms, stamp_ms;
            uint32_t camera;
            int trigger;
        };
        std::vector<Arrival> arrivals;
        std::map<int, uint32_t> truth;  // which cameras gave a frame of a trigger
        const int stall = 200 + static_cast<int>(unit(random) * 200);
        for (int trigger = 0; trigger < 600; trigger++)
            for (uint32_t camera = 0; camera < 3; camera++) {
                if (unit(random) < 0.05 || (camera == 1 && trigger > stall && trigger < stall + 40))
                    continue;
                const double stamp_ms = 1000 + trigger * 1000.0 / 30 + camera * 1.5 + unit(random) * 2;
                arrivals.push_back({stamp_ms + 5 + unit(random) * 20, stamp_ms, camera, trigger});
                truth[trigger] |= 1u << camera;
            }
        // Each camera's frames come in their order.
        double last_ms[3] = {};
        for (Arrival &arrival : arrivals)
            last_ms[arrival.camera] = arrival.at_ms = std::max(arrival.at_ms, last_ms[arrival.camera] + 0.001);
        std::stable_sort(arrivals.begin(), arrivals.end(),
                         [](const Arrival &a, const Arrival &b) { return a.at_ms < b.at_ms; });
        std::deque<int> waiting[3];
        uint64_t complete = 0;
        for (const Arrival &arrival : arrivals) {
            rig.matcher.take(arrival.camera, {.stamp_ns = static_cast<int64_t>(arrival.stamp_ms * ms),
                                              .clock = Clock::monotonic,
                                              .number = static_cast<uint64_t>(arrival.trigger),
                                              .driver_number = static_cast<uint32_t>(arrival.trigger),
                                              .generation = 1});
            waiting[arrival.camera].push_back(arrival.trigger);
            while (auto decision = rig.matcher.decide(0)) {
                int trigger = -1;
                for (uint32_t camera = 0; camera < 3; camera++)
                    if ((decision->cameras >> camera & 1) != 0) {
                        assert_true(trigger < 0 || trigger == waiting[camera].front());
                        trigger = waiting[camera].front();
                        waiting[camera].pop_front();
                    }
                if (decision->is_set)
                    assert_int_equal(decision->cameras, truth[trigger]);
                else
                    assert_int_not_equal(truth[trigger], 7);
                complete += decision->is_complete ? 1 : 0;
            }
        }
        const auto all =
            static_cast<uint64_t>(std::count_if(truth.begin(), truth.end(), [](const auto &t) { return t.second == 7; }));
        assert_true(complete == all || complete + 1 == all);  // the last one may still wait
        assert_int_equal(rig.matcher.incomplete() != 0, incomplete);
        rig.assert_adds_up();
    }
}

// Half a minute of four cameras 200 ppm off, with 2 ms of jitter, of which each loses a frame in a hundred: no set is wrong, none of which all four
// came is missing, and each is there when its last frame is.
static void group_four_cameras_with_drift_jitter_and_losses_lose_no_set(void **)
{
    constexpr int ticks = 900;
    constexpr double drift[] = {200e-6, -200e-6, 70e-6, -70e-6};
    std::mt19937_64 random(11);
    std::uniform_real_distribution<double> unit(0, 1);
    Rig rig({}, 4);
    std::deque<int> waiting[4];
    int whole = 0, sets = 0;
    for (int tick = 0; tick < ticks; tick++) {
        uint32_t order[] = {0, 1, 2, 3}, came = 0;
        std::shuffle(std::begin(order), std::end(order), random);
        std::string last;
        for (uint32_t camera : order) {
            if (unit(random) < 0.01) {
                rig.numbers[camera]++;  // its driver counts what it loses
                continue;
            }
            came |= 1u << camera;
            rig.tell(camera, 1000 + tick * 1000.0 / 30 * (1 + drift[camera]) + (unit(random) * 4 - 2));
            waiting[camera].push_back(tick);
            while (auto decision = rig.matcher.decide(0)) {
                for (uint32_t i = 0; i < 4; i++)
                    if ((decision->cameras >> i & 1) != 0) {
                        if (decision->is_set)
                            assert_int_equal(waiting[i].front(), tick);
                        waiting[i].pop_front();
                    }
                sets += decision->is_set ? 1 : 0;
            }
        }
        whole += came == 15 ? 1 : 0;
        assert_int_equal(sets, whole);
    }
    assert_in_range(whole, ticks * 94 / 100, ticks * 98 / 100);
    assert_in_range(-rig.matcher.facts(1).drift_ppb, 370'000, 430'000);
    rig.assert_adds_up();
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(group_frames_within_the_tolerance_are_a_set),
        cmocka_unit_test(group_a_lost_frame_costs_its_partner_and_no_more),
        cmocka_unit_test(group_incomplete_sets_say_who_is_missing),
        cmocka_unit_test(group_a_camera_that_stalls_holds_up_few_frames),
        cmocka_unit_test(group_a_driver_with_few_buffers_is_left_one),
        cmocka_unit_test(group_a_camera_that_is_gone_is_not_waited_for),
        cmocka_unit_test(group_waiting_ends_with_the_time_that_was_given),
        cmocka_unit_test(group_of_a_faster_camera_every_second_frame_has_no_partner),
        cmocka_unit_test(group_a_wide_tolerance_still_takes_the_nearest),
        cmocka_unit_test(group_a_tight_tolerance_is_kept),
        cmocka_unit_test(group_stamps_of_an_unknown_clock_are_refused_unless_sequences_will_do),
        cmocka_unit_test(group_sequences_match_over_wraps_and_restarts),
        cmocka_unit_test(group_start_and_end_stamps_are_made_comparable),
        cmocka_unit_test(group_an_offset_that_is_known_is_taken_off),
        cmocka_unit_test(group_odd_stamps_match_nothing_and_hold_up_nobody),
        cmocka_unit_test(group_drift_is_told_in_relation_to_the_first_camera),
        cmocka_unit_test(group_four_cameras_with_drift_jitter_and_losses_lose_no_set),
        cmocka_unit_test(group_random_cameras_are_matched_as_the_truth_says),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
