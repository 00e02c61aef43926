#include "stream/stream_state.hpp"

#include "guard.hpp"
#include "handle.hpp"
#include "versioned.hpp"

namespace v4lxx::capi {

static v4lxx_stream_state public_state(const stream::StreamState &state)
{
    v4lxx_stream_state out = V4LXX_STREAM_STATE_INIT;
    out.phase = static_cast<uint32_t>(state.phase);
    out.generation = state.generation;
    out.buffer_count = state.buffer_count;
    out.queued = state.queued;
    out.waiting = state.waiting;
    out.held = state.held;
    out.has_input_status = state.input_status ? 1 : 0;
    out.input_status = state.input_status.value_or(0);
    out.attempts = state.attempts;
    out.last_code = static_cast<uint32_t>(state.last_code);
    out.last_frame_age_ns = state.last_frame_age_ns;
    out.held_age_ns = state.held_age_ns;
    out.interval_ns = state.interval_ns;
    out.exposure_ns = state.exposure_ns;
    out.away_ns = state.away_ns;
    return out;
}

}  // namespace v4lxx::capi

using namespace v4lxx;
using namespace v4lxx::capi;

extern "C" {

void v4lxx_stream_state_init(v4lxx_stream_state *state, uint32_t size) { init_versioned(state, size); }

v4lxx_status v4lxx_stream_read_state(v4lxx_stream *stream, v4lxx_stream_state *out, v4lxx_error **error)
{
    return guard(stream, error, [&]() -> v4lxx_status {
        V4LXX_NEED(stream);
        V4LXX_NEED_STRUCT(out);
        write_versioned(out, public_state(stream::read_state(*object(stream))));
        return V4LXX_OK;
    });
}

}  // extern "C"
