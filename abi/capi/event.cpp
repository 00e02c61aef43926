#include "answer.hpp"
#include "handle.hpp"
#include "versioned.hpp"

namespace v4lxx::capi {

static v4lxx_event_info public_info(const stream::Event &event)
{
    const stream::Event::Facts &facts = event.facts();
    v4lxx_event_info out = V4LXX_EVENT_INFO_INIT;
    out.kind = static_cast<v4lxx_event_kind>(facts.kind);
    out.time_ns = facts.time_ns;
    out.tag = facts.tag;
    out.source_changes = facts.changes;
    out.code = static_cast<v4lxx_code>(facts.code);
    out.old_width = facts.old_width;
    out.old_height = facts.old_height;
    out.new_width = facts.new_width;
    out.new_height = facts.new_height;
    out.attempts = facts.attempts;
    out.frames_lost = facts.frames_lost;
    out.frames_delivered = facts.frames_delivered;
    out.span_ns = facts.span_ns;
    return out;
}

}  // namespace v4lxx::capi

using namespace v4lxx;
using namespace v4lxx::capi;

extern "C" {

void v4lxx_event_info_init(v4lxx_event_info *info, uint32_t size) { init_versioned(info, size); }

v4lxx_status v4lxx_context_listen(v4lxx_context *context, uint32_t flags, v4lxx_error **error)
{
    return guard(context, error, [&]() -> v4lxx_status {
        V4LXX_NEED(context);
        constexpr uint32_t known = V4LXX_LISTEN_DEVICES | V4LXX_LISTEN_STREAMS | V4LXX_LISTEN_SIMULATED;
        if ((flags & ~known) != 0)
            return fail(error, argument_failure(Code::unknown_value, "flags", "a bit is not known"));
        auto loop = stream::Loop::of(*object(context));
        if (!loop)
            return fail(error, std::move(loop).failure().in("listen to events"));
        return report((*loop)->listen(flags), error);
    });
}

v4lxx_status v4lxx_context_next_event(v4lxx_context *context, int64_t timeout_ns, v4lxx_event **out, v4lxx_error **error)
{
    return guard(context, error, [&]() -> v4lxx_status {
        V4LXX_NEED(out);
        *out = nullptr;
        V4LXX_NEED(context);
        stream::Loop *loop = stream::Loop::found(*object(context));
        if (loop == nullptr)
            return fail(error, Failure{Code::not_listening}.in("wait for an event"));
        auto event = loop->next_event(timeout_ns);
        if (!event)
            return fail(error, std::move(event).failure());
        if (!*event)
            return timeout_ns == 0 ? V4LXX_AGAIN : V4LXX_TIMED_OUT;
        *out = handle<v4lxx_event>(*std::move(event));
        return V4LXX_OK;
    });
}

uint64_t v4lxx_context_get_missed_events(const v4lxx_context *context)
{
    const stream::Loop *loop = context == nullptr ? nullptr : stream::Loop::found(*object(context));
    return loop == nullptr ? 0 : loop->missed_events();
}

v4lxx_event *v4lxx_event_ref(v4lxx_event *event) { return ref(event); }
void v4lxx_event_unref(v4lxx_event *event) { unref(event); }

v4lxx_status v4lxx_event_read_info(const v4lxx_event *event, v4lxx_event_info *info, v4lxx_error **error)
{
    return guard(error, [&]() -> v4lxx_status {
        V4LXX_NEED(event);
        V4LXX_NEED_STRUCT(info);
        write_versioned(info, public_info(*object(event)));
        return V4LXX_OK;
    });
}

v4lxx_device_info *v4lxx_event_get_device(const v4lxx_event *event)
{
    return event == nullptr ? nullptr : borrowed<v4lxx_device_info>(object(event)->device().get());
}

const char *v4lxx_event_get_text(const v4lxx_event *event) { return event == nullptr ? "" : object(event)->text().c_str(); }

const char *v4lxx_event_kind_get_name(v4lxx_event_kind kind)
{
    switch (kind) {
    case V4LXX_EVENT_DEVICE_ADDED: return "device_added";
    case V4LXX_EVENT_DEVICE_REMOVED: return "device_removed";
    case V4LXX_EVENT_DEVICE_CHANGED: return "device_changed";
    case V4LXX_EVENT_SOURCE_CHANGED: return "source_changed";
    case V4LXX_EVENT_ENDED: return "ended";
    case V4LXX_EVENT_SLOW_PROGRAM: return "slow_program";
    case V4LXX_EVENT_DEVICE_LOST: return "device_lost";
    case V4LXX_EVENT_DEVICE_BACK: return "device_back";
    case V4LXX_EVENT_OTHER_REFUSED: return "other_refused";
    case V4LXX_EVENT_LEFT_LOOP: return "left_loop";
    case V4LXX_EVENT_STALLED: return "stalled";
    default: return "";
    }
}

}  // extern "C"
