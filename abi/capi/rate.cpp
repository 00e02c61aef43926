#include "guard.hpp"
#include "handle.hpp"
#include "versioned.hpp"

namespace v4lxx::capi {

static v4lxx_stream_rate public_rate(const stream::Rate &rate)
{
    v4lxx_stream_rate out = V4LXX_STREAM_RATE_INIT;
    out.verdict = static_cast<uint32_t>(rate.verdict);
    out.nominal = {rate.interval.denominator, rate.interval.numerator};
    out.measured_uhz = rate.measured_uhz;
    out.measured_ns = rate.measured.ns;
    out.measured_intervals = rate.measured.intervals;
    out.missing = static_cast<uint32_t>(std::min<uint64_t>(rate.measured.missing, UINT32_MAX));
    return out;
}

}  // namespace v4lxx::capi

using namespace v4lxx;
using namespace v4lxx::capi;

extern "C" {

void v4lxx_stream_rate_init(v4lxx_stream_rate *rate, uint32_t size) { init_versioned(rate, size); }

v4lxx_status v4lxx_stream_read_rate(v4lxx_stream *stream, v4lxx_stream_rate *out, v4lxx_error **error)
{
    return guard(stream, error, [&]() -> v4lxx_status {
        V4LXX_NEED(stream);
        V4LXX_NEED_STRUCT(out);
        auto rate = object(stream)->rate();
        if (!rate)
            return fail(error, std::move(rate).failure());
        write_versioned(out, public_rate(*rate));
        return V4LXX_OK;
    });
}

v4lxx_status v4lxx_stream_check_rate(v4lxx_stream *stream, v4lxx_error **error)
{
    return guard(stream, error, [&]() -> v4lxx_status {
        V4LXX_NEED(stream);
        auto verdict = object(stream)->check_rate();
        if (!verdict)
            return fail(error, std::move(verdict).failure());
        return *verdict == stream::RateVerdict::as_told ? V4LXX_OK : V4LXX_AGAIN;
    });
}

}  // extern "C"
