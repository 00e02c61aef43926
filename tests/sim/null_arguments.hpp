// NULL for every argument: how that is tested, and the parts of the test.
#pragma once

#include "support/check.hpp"

namespace v4lxx::test {

constexpr const char *null_camera = "sim:camera,size=64x48,fps=100,clock=virtual";

// The function that an expression calls has been called with NULL.
void note_null(const char *expression);

void no_stream_or_frame_is_refused();
void no_loop_or_event_is_refused();
void no_group_or_set_is_refused();
void no_input_is_refused();
void no_standard_is_refused();
void no_timings_or_rectangle_is_refused();
void no_control_is_refused();

}  // namespace v4lxx::test

#define REFUSES(call)                                                   \
    do {                                                                \
        note_null(#call);                                                    \
        ASSERT_CODE(call, V4LXX_CODE_NULL_ARGUMENT);                    \
    } while (0)
#define ANSWERS(call, wanted)      \
    do {                           \
        note_null(#call);               \
        assert_true((call) == (wanted)); \
    } while (0)
#define ANSWERS_TEXT(call)                  \
    do {                                    \
        note_null(#call);                        \
        assert_string_equal((call), "");    \
    } while (0)
#define DOES_NOTHING(call) \
    do {                   \
        note_null(#call);       \
        call;              \
    } while (0)
