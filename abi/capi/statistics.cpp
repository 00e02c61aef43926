#include "guard.hpp"
#include "handle.hpp"
#include "histogram_struct.hpp"
#include "versioned.hpp"

#include <algorithm>

namespace v4lxx::capi {

using stream::Histogram;

static v4lxx_stream_statistics public_statistics(const stream::StampTracker &stamps)
{
    v4lxx_stream_statistics out = V4LXX_STREAM_STATISTICS_INIT;
    out.stamps_unset = stamps.seen(stream::StampOddity::unset);
    out.stamps_repeated = stamps.seen(stream::StampOddity::repeated);
    out.stamps_backward = stamps.seen(stream::StampOddity::backward);
    out.stamps_future = stamps.seen(stream::StampOddity::future);
    out.interval = public_histogram(stamps.intervals().read());
    out.delivery = public_histogram(stamps.delivery().read());
    return out;
}

}  // namespace v4lxx::capi

using namespace v4lxx;
using namespace v4lxx::capi;

extern "C" {

void v4lxx_stream_statistics_init(v4lxx_stream_statistics *statistics, uint32_t size) { init_versioned(statistics, size); }

v4lxx_status v4lxx_stream_read_statistics(v4lxx_stream *stream, v4lxx_stream_statistics *out, v4lxx_error **error)
{
    return guard(stream, error, [&]() -> v4lxx_status {
        V4LXX_NEED(stream);
        V4LXX_NEED_STRUCT(out);
        write_versioned(out, public_statistics(object(stream)->queue().stamps()));
        return V4LXX_OK;
    });
}

int64_t v4lxx_histogram_get_bound(uint32_t bucket)
{
    return bucket <= Histogram::bucket_count ? Histogram::lower_bound_ns(bucket) : -1;
}

int64_t v4lxx_histogram_get_quantile(const v4lxx_histogram *histogram, uint32_t per_mille)
{
    if (per_mille > 1000)
        return -1;
    if (histogram == nullptr || histogram->count == 0)
        return 0;
    // Rounded up, and without the overflow of count * per_mille.
    const uint64_t wanted =
        std::max<uint64_t>(1, histogram->count / 1000 * per_mille + (histogram->count % 1000 * per_mille + 999) / 1000);
    uint64_t reached = 0;
    for (uint32_t i = 0; i < Histogram::bucket_count; i++) {
        reached += histogram->buckets[i];
        if (reached >= wanted)
            return i + 1 == Histogram::bucket_count ? histogram->most_ns
                                                    : std::min(Histogram::lower_bound_ns(i + 1), histogram->most_ns);
    }
    return histogram->most_ns;
}

}  // extern "C"
