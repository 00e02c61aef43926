// At most 5 of a kind a second, the rest counted; as many kinds as there are, in the memory there is.
#include "support/check.hpp"

#include "base/log_limiter.hpp"

using v4lxx::LogLimiter;

static constexpr int64_t second = 1'000'000'000;

// How many of `times` messages at one moment are said; what the last of them tells of others in *left_out.
static int said(LogLimiter &limiter, uint64_t kind, int64_t now_ns, int times, uint64_t *left_out)
{
    int number = 0;
    for (int i = 0; i < times; i++)
        number += limiter.admit(kind, now_ns, left_out);
    return number;
}

static void five_a_second_are_said_and_the_rest_is_told_of_with_the_next(void **)
{
    LogLimiter limiter;
    uint64_t left_out = 99;
    assert_int_equal(said(limiter, 7, 0, 5, &left_out), 5);
    assert_int_equal(left_out, 0);
    assert_int_equal(said(limiter, 7, second - 1, 12, &left_out), 0);
    assert_true(limiter.admit(7, second, &left_out));
    assert_int_equal(left_out, 12);
    assert_true(limiter.admit(7, second, &left_out));
    assert_int_equal(left_out, 0);
}

static void kinds_do_not_take_each_other_s_place(void **)
{
    LogLimiter limiter;
    uint64_t left_out = 0;
    assert_int_equal(said(limiter, 1, 0, 50, &left_out), 5);
    assert_int_equal(said(limiter, 2, 0, 50, &left_out), 5);
    assert_int_equal(said(limiter, 0, 0, 50, &left_out), 5);
}

static void a_thousand_kinds_need_no_more_memory_and_the_busy_ones_stay_limited(void **)
{
    LogLimiter limiter;
    uint64_t left_out = 0;
    assert_int_equal(said(limiter, 1, 0, 50, &left_out), 5);
    for (uint64_t kind = 2; kind < 1000; kind++) {
        assert_true(limiter.admit(kind, static_cast<int64_t>(kind), &left_out));
        assert_false(limiter.admit(1, static_cast<int64_t>(kind), &left_out));
    }
}

static void a_clock_that_goes_back_silences_nobody(void **)
{
    LogLimiter limiter;
    uint64_t left_out = 0;
    assert_int_equal(said(limiter, 1, 100 * second, 9, &left_out), 5);
    assert_int_equal(said(limiter, 1, 0, 9, &left_out), 5);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(five_a_second_are_said_and_the_rest_is_told_of_with_the_next),
        cmocka_unit_test(kinds_do_not_take_each_other_s_place),
        cmocka_unit_test(a_thousand_kinds_need_no_more_memory_and_the_busy_ones_stay_limited),
        cmocka_unit_test(a_clock_that_goes_back_silences_nobody),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
