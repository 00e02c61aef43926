// What a context tells besides frames.
#pragma once

#include "support/check.hpp"

namespace v4lxx::test {

struct Told {
    v4lxx_event_info info = V4LXX_EVENT_INFO_INIT;
    std::string text;
};

// Of kind 0 if there is none.
inline Told next_event(v4lxx_context *context, int64_t timeout_ns = 0)
{
    Told told;
    v4lxx_event *event = nullptr;
    const v4lxx_status status = v4lxx_context_next_event(context, timeout_ns, &event, nullptr);
    if (status != V4LXX_OK) {
        assert_int_equal(status, timeout_ns == 0 ? V4LXX_AGAIN : V4LXX_TIMED_OUT);
        assert_null(event);
        return told;
    }
    ASSERT_OK(v4lxx_event_read_info(event, &told.info, &error));
    told.text = v4lxx_event_get_text(event);
    v4lxx_event_unref(v4lxx_event_ref(event));
    v4lxx_event_unref(event);
    return told;
}

inline Told expect_event(v4lxx_context *context, v4lxx_event_kind kind)
{
    const Told told = next_event(context);
    assert_string_equal(v4lxx_event_kind_get_name(told.info.kind), v4lxx_event_kind_get_name(kind));
    assert_true(told.info.time_ns > 0);
    assert_false(told.text.empty());
    return told;
}

}  // namespace v4lxx::test
