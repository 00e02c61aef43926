// Histograms: buckets have no holes, nothing is lost, and quantiles are never below what was seen.
#include "support/check.hpp"

#include "stream/histogram.hpp"

#include <v4lxx/v4lxx.h>

#include <random>

using v4lxx::stream::Histogram;

static void U15_buckets_follow_one_another_without_a_hole(void **)
{
    for (uint32_t i = 0; i < Histogram::bucket_count; i++) {
        const int64_t from = Histogram::lower_bound_ns(i), to = Histogram::lower_bound_ns(i + 1);
        assert_true(from < to);
        assert_int_equal(Histogram::bucket_of(from), i);
        assert_int_equal(Histogram::bucket_of(to - 1), i);
        assert_int_equal(v4lxx_histogram_get_bound(i), from);
        if (i >= 4)  // no bucket is wider than a quarter of its time
            assert_true((to - from) * 4 <= from);
    }
    assert_int_equal(Histogram::bucket_of(0), 0);
    assert_int_equal(Histogram::bucket_of(INT64_MAX), Histogram::bucket_count - 1);
    assert_true(v4lxx_histogram_get_bound(96) > INT64_C(33'000'000'000));
    assert_int_equal(v4lxx_histogram_get_bound(97), -1);
}

static v4lxx_histogram as_public(const Histogram &histogram)
{
    const Histogram::Snapshot seen = histogram.read();
    v4lxx_histogram out{seen.count, seen.least_ns, seen.most_ns, seen.sum_ns, {}};
    std::copy(seen.buckets.begin(), seen.buckets.end(), out.buckets);
    return out;
}

static void U15_quantiles_lie_within_a_quarter_above_the_true_ones(void **)
{
    std::mt19937_64 random(5);
    std::vector<int64_t> times;
    Histogram histogram;
    int64_t sum = 0;
    for (int i = 0; i < 10000; i++) {
        times.push_back(static_cast<int64_t>(random() % 50'000'000));
        sum += times.back();
        histogram.take(times.back());
    }
    std::sort(times.begin(), times.end());
    const v4lxx_histogram seen = as_public(histogram);
    assert_int_equal(seen.count, times.size());
    assert_int_equal(seen.least_ns, times.front());
    assert_int_equal(seen.most_ns, times.back());
    assert_int_equal(seen.sum_ns, sum);
    for (uint32_t per_mille : {1u, 10u, 250u, 500u, 900u, 990u, 999u, 1000u}) {
        const int64_t exact = times[times.size() * per_mille / 1000 - 1];
        const int64_t told = v4lxx_histogram_get_quantile(&seen, per_mille);
        assert_true(told >= exact);
        assert_true(told <= exact + std::max<int64_t>(exact / 4, 1000));
    }
    assert_int_equal(v4lxx_histogram_get_quantile(&seen, 1001), -1);
}

static void U15_a_histogram_without_times_has_no_quantile(void **)
{
    const v4lxx_histogram empty = as_public(Histogram());
    assert_int_equal(v4lxx_histogram_get_quantile(&empty, 500), 0);
    assert_int_equal(v4lxx_histogram_get_quantile(nullptr, 500), 0);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(U15_buckets_follow_one_another_without_a_hole),
        cmocka_unit_test(U15_quantiles_lie_within_a_quarter_above_the_true_ones),
        cmocka_unit_test(U15_a_histogram_without_times_has_no_quantile),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
