#include "device_call.hpp"

namespace v4lxx::capi {

static v4lxx_held_frame public_held(const stream::HeldFrame &found)
{
    v4lxx_held_frame held = V4LXX_HELD_FRAME_INIT;
    held.generation = found.generation;
    held.number = found.number;
    held.holder = found.holder;
    held.bytes = found.bytes;
    held.arrival_ns = found.arrival_ns;
    held.age_ns = found.age_ns;
    held.references = found.references;
    held.buffer_index = found.buffer_index;
    held.flags = found.flags;
    held.taken_by = found.taken_by;
    held.released_by = found.released_by;
    return held;
}

}  // namespace v4lxx::capi

using namespace v4lxx;
using namespace v4lxx::capi;

extern "C" {

void v4lxx_held_frame_init(v4lxx_held_frame *held, uint32_t size) { init_versioned(held, size); }

void v4lxx_frame_set_holder(v4lxx_frame *frame, uint64_t holder)
{
    if (frame != nullptr)
        object(frame)->set_holder(holder);
}

v4lxx_status v4lxx_stream_list_held(v4lxx_stream *stream, v4lxx_held_list **out, v4lxx_error **error)
{
    return guard(stream, error, [&]() -> v4lxx_status {
        V4LXX_NEED(out);
        *out = nullptr;
        V4LXX_NEED(stream);
        return hand_out(Result(object(stream)->queue().held()), out, error);
    });
}

v4lxx_status v4lxx_stream_find_frame(v4lxx_stream *stream, uint64_t address, v4lxx_held_frame *out, v4lxx_error **error)
{
    return guard(error, [&]() -> v4lxx_status {
        V4LXX_NEED(stream);
        V4LXX_NEED_STRUCT(out);
        stream::HeldFrame found;
        if (object(stream)->queue().find_frame(address, &found)) {
            write_versioned(out, public_held(found));
            return V4LXX_OK;
        }
        if (error == nullptr)  // who asks may be a handler of a signal
            return V4LXX_ERROR_ARGUMENT;
        return fail(error, argument_failure(Code::value_out_of_range, "address", "no buffer of the stream has it"));
    });
}

void v4lxx_held_list_unref(v4lxx_held_list *list) { unref(list); }

uint32_t v4lxx_held_list_get_count(const v4lxx_held_list *list) { return count(list); }

v4lxx_status v4lxx_held_list_at(const v4lxx_held_list *list, uint32_t index, v4lxx_held_frame *out, v4lxx_error **error)
{
    return write_entry(list, index, out, error, [](const auto &found) { return public_held(found); });
}

}  // extern "C"
