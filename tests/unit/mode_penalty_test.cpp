// The formula of docs/guide/choosing-a-mode.md, number by number.
#include "support/check.hpp"

#include "device/mode_penalty.hpp"

using namespace v4lxx;
using namespace v4lxx::device;
using kernel::Fraction;
using kernel::IntervalRange;

static Wish rate_wish(uint32_t numerator, uint32_t denominator = 1)
{
    Wish wish;
    wish.rate = {numerator, denominator};
    return wish;
}

static uint32_t distance(const Wish &wish, Fraction interval)
{
    return rate_distance(wish, rate_target(wish), rate_uhz(interval));
}

static void U06_size_distance_is_what_two_rectangles_do_not_share(void **)
{
    assert_int_equal(size_distance({640, 480}, {640, 480}), 0);
    assert_int_equal(size_distance({640, 480}, {320, 240}), 750);
    assert_int_equal(size_distance({320, 240}, {640, 480}), 750);
    assert_int_equal(size_distance({640, 480}, {640, 360}), 250);
    assert_int_equal(size_distance({640, 360}, {480, 480}), 1000 - 480 * 360 * 1000 / (640 * 480));
    assert_int_equal(size_distance({65535, 65535}, {65535, 65534}), 1);  // never 0 for another size
    assert_int_equal(size_distance({65535, 65535}, {1, 1}), 1000);
}

static void U06_a_rate_of_25_to_30_is_as_good_as_wished_for_when_nothing_was(void **)
{
    const Wish none;
    assert_int_equal(distance(none, {1, 30}), 0);
    assert_int_equal(distance(none, {1, 25}), 0);
    assert_int_equal(distance(none, {1001, 30000}), 0);
    assert_int_equal(distance(none, {1, 24}), 40);
    assert_int_equal(distance(none, {1, 10}), 600);
    assert_int_equal(distance(none, {1, 60}), 500 / 16);
    assert_int_equal(distance(none, {0, 0}), 0);
}

static void U06_a_wished_rate_is_met_within_a_twentieth_of_a_percent(void **)
{
    const Wish thirty = rate_wish(30);
    assert_int_equal(distance(thirty, {1, 30}), 0);
    assert_int_equal(distance(thirty, {333333, 10000000}), 0);
    assert_int_equal(distance(thirty, {1001, 30000}), 1);
    assert_int_equal(distance(thirty, {1, 15}), 500);
    assert_int_equal(distance(thirty, {0, 0}), 250);
    assert_int_equal(distance(rate_wish(30000, 1001), {1001, 30000}), 0);
}

static void U06_no_rate_overflows_or_divides_by_zero(void **)
{
    assert_int_equal(rate_uhz({0, 0}), 0);
    assert_int_equal(rate_uhz({UINT32_MAX, 1}), 0);
    for (const Fraction interval : {Fraction{1, UINT32_MAX}, Fraction{UINT32_MAX, 1}, Fraction{UINT32_MAX, UINT32_MAX}})
        for (const Wish &wish : {Wish{}, rate_wish(UINT32_MAX), rate_wish(1, UINT32_MAX), rate_wish(UINT32_MAX, UINT32_MAX)})
            assert_true(distance(wish, interval) <= 1000);
}

static void U06_a_size_of_a_range_is_on_a_step_and_inside(void **)
{
    const kernel::SizeRange range{32, 1920, 16, 32, 1080, 8};
    const auto nearest = [&](uint32_t width, uint32_t height) { return nearest_size(range, {width, height}); };
    assert_true((nearest(640, 480) == Size{640, 480}));
    assert_true((nearest(641, 483) == Size{640, 480}));
    assert_true((nearest(1, 1) == Size{32, 32}));
    assert_true((nearest(65535, 65535) == Size{1920, 1080}));
    // A maximum that no step reaches is not offered.
    assert_true((nearest_size({100, 199, 50, 100, 199, 50}, {65535, 65535}) == Size{150, 150}));
    assert_true((nearest_size({1, UINT32_MAX, UINT32_MAX, 1, UINT32_MAX, 0}, {UINT32_MAX, 7}).height == 7));
    assert_true((nearest_size({640, 640, 0, 480, 480, 0}, {1, 9999}) == Size{640, 480}));
}

static Fraction chosen(std::vector<IntervalRange> ranges, const Wish &wish)
{
    return best_interval(ranges, wish, rate_target(wish));
}

static void assert_interval(Fraction interval, uint32_t numerator, uint32_t denominator)
{
    assert_int_equal(interval.numerator, numerator);
    assert_int_equal(interval.denominator, denominator);
}

static IntervalRange one(uint32_t numerator, uint32_t denominator)
{
    return {{numerator, denominator}, {numerator, denominator}, {0, 1}};
}

static void U06_the_interval_nearest_to_the_wish_is_taken(void **)
{
    const std::vector<IntervalRange> discrete{one(1, 5), one(1, 15), one(1, 30), one(1, 60)};
    assert_interval(chosen(discrete, Wish{}), 1, 30);
    assert_interval(chosen(discrete, rate_wish(60)), 1, 60);
    assert_interval(chosen(discrete, rate_wish(10)), 1, 15);  // too fast costs less than too slow
    assert_interval(chosen(discrete, rate_wish(100)), 1, 60);
    assert_interval(chosen({}, Wish{}), 0, 0);
    const IntervalRange stepwise{{1, 240}, {1, 1}, {1, 240}};
    assert_interval(chosen({stepwise}, Wish{}), 1, 30);
    assert_interval(chosen({stepwise}, rate_wish(7)), 17, 120);  // 34/240 s is nearest to 1/7 s
    assert_interval(chosen({stepwise}, rate_wish(1000)), 1, 240);
    assert_interval(chosen({stepwise}, rate_wish(1, 10)), 1, 1);
    const IntervalRange continuous{{1, 240}, {1, 1}, {0, 1}};
    assert_interval(chosen({continuous}, rate_wish(7)), 1, 7);
    // What 32 bits cannot say exactly is left to the driver.
    const IntervalRange odd{{1, 4294967291u}, {1, 1}, {1, 4294967279u}};
    assert_interval(chosen({odd}, rate_wish(30)), 1, 30);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(U06_size_distance_is_what_two_rectangles_do_not_share),
        cmocka_unit_test(U06_a_rate_of_25_to_30_is_as_good_as_wished_for_when_nothing_was),
        cmocka_unit_test(U06_a_wished_rate_is_met_within_a_twentieth_of_a_percent),
        cmocka_unit_test(U06_no_rate_overflows_or_divides_by_zero),
        cmocka_unit_test(U06_a_size_of_a_range_is_on_a_step_and_inside),
        cmocka_unit_test(U06_the_interval_nearest_to_the_wish_is_taken),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
