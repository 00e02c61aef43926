#include "guard.hpp"
#include "handle.hpp"
#include "versioned.hpp"

#include "stream/deadline.hpp"

namespace v4lxx::capi {

static v4lxx_converted_time public_time(const device::ConvertedTime &converted, v4lxx_clock clock)
{
    v4lxx_converted_time out = V4LXX_CONVERTED_TIME_INIT;
    out.clock = clock;
    out.time_ns = converted.reading.time_ns;
    out.error_ns = converted.reading.error_ns;
    out.steps = converted.steps;
    out.tai_offset_s = converted.tai_offset_s;
    return out;
}

static std::optional<Failure> check_clock(v4lxx_clock clock, const char *name)
{
    if (clock == V4LXX_CLOCK_MONOTONIC || (clock >= V4LXX_CLOCK_REALTIME && clock <= V4LXX_CLOCK_TAI))
        return std::nullopt;
    return argument_failure(Code::unknown_value, name, "times are told by MONOTONIC, REALTIME, BOOTTIME and TAI");
}

}  // namespace v4lxx::capi

using namespace v4lxx;
using namespace v4lxx::capi;

extern "C" {

void v4lxx_converted_time_init(v4lxx_converted_time *time, uint32_t size) { init_versioned(time, size); }

v4lxx_status v4lxx_context_convert_time(v4lxx_context *context, int64_t time_ns, v4lxx_clock from, v4lxx_clock to,
                                        v4lxx_converted_time *out, v4lxx_error **error)
{
    return guard(context, error, [&]() -> v4lxx_status {
        V4LXX_NEED(context);
        V4LXX_NEED_STRUCT(out);
        if (auto bad = check_clock(from, "from"))
            return fail(error, *std::move(bad));
        if (auto bad = check_clock(to, "to"))
            return fail(error, *std::move(bad));
        auto converted =
            object(context)->clocks().convert(time_ns, static_cast<kernel::Clock>(from), static_cast<kernel::Clock>(to));
        if (!converted)
            return fail(error, std::move(converted).failure().in("convert a time"));
        write_versioned(out, public_time(*converted, to));
        return V4LXX_OK;
    });
}

int64_t v4lxx_context_get_time_left(v4lxx_context *context, int64_t deadline_ns)
{
    return context == nullptr ? 0 : stream::time_until(deadline_ns, object(context)->system().now_ns());
}

v4lxx_status v4lxx_frame_convert_time(const v4lxx_frame *frame, v4lxx_clock to, v4lxx_converted_time *out, v4lxx_error **error)
{
    return guard(error, [&]() -> v4lxx_status {
        V4LXX_NEED(frame);
        V4LXX_NEED_STRUCT(out);
        if (auto bad = check_clock(to, "to"))
            return fail(error, *std::move(bad));
        auto converted = object(frame)->convert_time(static_cast<kernel::Clock>(to));
        if (!converted)
            return fail(error, std::move(converted).failure());
        write_versioned(out, public_time(*converted, to));
        return V4LXX_OK;
    });
}

}  // extern "C"
