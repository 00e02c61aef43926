// The frozen struct of a histogram.
#pragma once

#include "stream/histogram.hpp"

#include <v4lxx/statistics.h>

#include <algorithm>
#include <iterator>

namespace v4lxx::capi {

inline v4lxx_histogram public_histogram(const stream::Histogram::Snapshot &seen)
{
    v4lxx_histogram out{seen.count, seen.least_ns, seen.most_ns, seen.sum_ns, {}};
    static_assert(std::size(out.buckets) == stream::Histogram::bucket_count);
    std::copy(seen.buckets.begin(), seen.buckets.end(), out.buckets);
    return out;
}

}  // namespace v4lxx::capi
