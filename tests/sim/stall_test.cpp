// A driver that goes on and gives nothing good: who is told of it, and when it is a failure.
#include "support/events.hpp"
#include "support/group_rig.hpp"

#include <poll.h>

using namespace v4lxx;
using namespace v4lxx::test;

static v4lxx_stream_options watched(int64_t stall_after_ns, uint32_t flags = 0)
{
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.stall_after_ns = stall_after_ns;
    options.flags = flags;
    return options;
}

static void listen_to_streams(v4lxx_context *context)
{
    ASSERT_OK(v4lxx_context_listen(context, V4LXX_LISTEN_STREAMS, &error));
}

static void S06_a_long_run_of_corrupt_frames_is_told_and_the_stream_goes_on(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
    listen_to_streams(camera.context());
    camera.inject("at frame 1 corrupt\nat frame 3..52 corrupt");
    camera.start();
    for (const uint32_t number : {0u, 2u})
        assert_int_equal(camera.next().chart_number(), number);
    assert_int_equal(next_event(camera.context()).info.kind, 0);  // one is nothing to tell
    assert_int_equal(camera.next().chart_number(), 53);
    for (const uint64_t frames : {16u, 32u}) {
        const Told told = expect_event(camera.context(), V4LXX_EVENT_STALLED);
        assert_int_equal(told.info.frames_lost, frames);
        assert_int_equal(told.info.span_ns / ms, (frames - 1) * 10);
        assert_int_equal(told.info.code, 0);
    }
    assert_int_equal(next_event(camera.context()).info.kind, 0);
    assert_int_equal(camera.account().corrupt_dropped, 51);
    assert_int_equal(camera.account().stalls, 0);
}

static void S07_a_storm_of_EIO_is_told_before_it_is_a_failure(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
    listen_to_streams(camera.context());
    camera.start();
    camera.next();
    camera.inject("on VIDIOC_DQBUF all errno EIO");
    v4lxx_code code = 0;
    assert_int_equal(camera.try_next(-1, &code), V4LXX_ERROR_SYSTEM);
    assert_int_equal(code, V4LXX_CODE_STREAM_BROKEN);
    const Told told = expect_event(camera.context(), V4LXX_EVENT_STALLED);
    assert_int_equal(told.info.frames_lost, 0);
    assert_true(told.info.span_ns >= 15 * 50 * ms);
}

static void U12_a_driver_that_is_always_ready_without_a_frame_is_told(void **)
{
    Camera camera("sim:camera,size=64x48,fps=1");
    listen_to_streams(camera.context());
    camera.inject("on wait always ready");
    camera.start();
    assert_int_equal(camera.try_next(900 * ms), V4LXX_TIMED_OUT);
    expect_event(camera.context(), V4LXX_EVENT_STALLED);
}

static void U12_S07_nothing_for_as_long_as_allowed_is_a_failure_of_its_own(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual", watched(500 * ms));
    listen_to_streams(camera.context());
    camera.inject("at frame 3 drop 200");
    camera.start();
    for (int i = 0; i < 3; i++)
        camera.next();
    const int64_t last_ns = camera.sim().now_ns();
    for (int64_t stalls = 1; stalls <= 3; stalls++) {
        v4lxx_code code = 0;
        assert_int_equal(camera.try_next(-1, &code), V4LXX_ERROR_SYSTEM);
        assert_int_equal(code, V4LXX_CODE_STREAM_STALLED);
        assert_in_range(camera.sim().now_ns() - last_ns, stalls * 500 * ms, stalls * (500 * ms + 20 * ms));
        assert_int_equal(camera.account().stalls, stalls);
        const Told told = expect_event(camera.context(), V4LXX_EVENT_STALLED);
        assert_int_equal(told.info.code, V4LXX_CODE_STREAM_STALLED);
        assert_int_equal(told.info.span_ns, 500 * ms);
    }
    assert_int_equal(camera.next().chart_number(), 203);  // the stream is as it was
}

static void U12_damaged_frames_are_as_good_as_none_to_the_watchdog(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual", watched(500 * ms));
    camera.inject("at frame 3.. corrupt");
    camera.start();
    for (int i = 0; i < 3; i++)
        camera.next();
    v4lxx_code code = 0;
    assert_int_equal(camera.try_next(-1, &code), V4LXX_ERROR_SYSTEM);
    assert_int_equal(code, V4LXX_CODE_STREAM_STALLED);
}

// A time-out that is shorter than the time allowed ends when it ends; several add up.
static void U12_short_waits_add_up_to_a_stall(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual", watched(500 * ms));
    camera.inject("at frame 0 drop 1000000");
    camera.start();
    int timed_out = 0;
    v4lxx_status status = V4LXX_TIMED_OUT;
    for (; status == V4LXX_TIMED_OUT; timed_out++)
        status = camera.try_next(100 * ms);
    assert_int_equal(status, V4LXX_ERROR_SYSTEM);
    assert_in_range(timed_out, 4, 6);
    const int64_t before = camera.sim().now_ns();
    assert_int_equal(camera.try_next(400 * ms), V4LXX_TIMED_OUT);
    assert_in_range(camera.sim().now_ns() - before, 400 * ms, 410 * ms);
}

static void U12_S10_what_the_program_does_is_no_stall(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual", watched(200 * ms));
    camera.start();
    std::vector<HeldFrame> held;
    for (int i = 0; i < 4; i++)
        held.push_back(camera.next());
    assert_int_equal(camera.try_next(second), V4LXX_TIMED_OUT);
    held.clear();
    camera.sim().advance(second);  // nobody asks
    for (int i = 0; i < 20; i++)
        camera.next();
    assert_int_equal(camera.account().stalls, 0);
}

// It costs nothing while frames come, whatever the frames that come are told by.
static void bar1a_U12_a_watched_stream_makes_the_same_calls(void **)
{
    uint64_t calls[2];
    for (const bool is_watched : {false, true}) {
        Camera camera("sim:camera,size=64x48,fps=10,clock=virtual", watched(is_watched ? 300 * ms : 0));
        camera.start();
        camera.next();
        const uint64_t before = camera.account().system_calls;
        for (int i = 0; i < 100; i++)
            camera.next();
        calls[is_watched] = camera.account().system_calls - before;
    }
    assert_int_equal(calls[0], 300);
    assert_int_equal(calls[1], 300);
}

static void U12_a_loop_outside_is_woken_to_hear_of_a_stall(void **)
{
    Camera camera("sim:camera,size=64x48,fps=200", watched(100 * ms));
    const int fd = v4lxx_stream_get_fd(camera.stream());
    camera.inject("at frame 40 drop 100000");
    camera.start();
    v4lxx_code code = 0;
    v4lxx_status status = V4LXX_OK;
    uint32_t frames = 0;
    while (status >= 0) {
        pollfd entry{fd, POLLIN, 0};
        assert_int_equal(poll(&entry, 1, 5000), 1);
        status = camera.try_next(0, &code);
        frames += status == V4LXX_OK ? 1 : 0;
    }
    assert_int_equal(code, V4LXX_CODE_STREAM_STALLED);
    assert_true(frames > 30);
}

static void S07_U14_a_stream_that_stalls_is_started_anew_and_then_opened_anew(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual", watched(200 * ms, V4LXX_STREAM_RECONNECT));
    listen_to_streams(camera.context());
    camera.inject("on VIDIOC_DQBUF 3..40 errno EAGAIN");
    camera.start();
    for (int i = 0; i < 3; i++)
        camera.next();
    HeldFrame frame = camera.next(-1);
    assert_int_equal(camera.account().stalls, 3);
    assert_int_equal(camera.account().reconnects, 1);  // two starts brought no frame
    assert_int_equal(frame.info().generation, 4);
    assert_int_equal(expect_event(camera.context(), V4LXX_EVENT_STALLED).info.code, V4LXX_CODE_STREAM_STALLED);
    assert_int_equal(expect_event(camera.context(), V4LXX_EVENT_DEVICE_LOST).info.code, V4LXX_CODE_STREAM_STALLED);
    for (int again = 0; again < 2; again++)
        expect_event(camera.context(), V4LXX_EVENT_STALLED);
    assert_int_equal(expect_event(camera.context(), V4LXX_EVENT_DEVICE_BACK).info.attempts, 3);
    assert_int_equal(next_event(camera.context()).info.kind, 0);
}

static void S07_bar10a_a_stream_that_stalls_stays_in_the_loop(void **)
{
    LoopRig rig;
    listen_to_streams(rig.context());
    rig.add("sim:camera,size=64x48,fps=100");
    Camera stalls("sim:camera,size=64x48,fps=100,id=7", watched(100 * ms), rig.context());
    const auto no_frame = [](v4lxx_stream *, v4lxx_frame *, void *) { fail(); };
    ASSERT_OK(v4lxx_stream_set_frame_callback(stalls.stream(), no_frame, nullptr, nullptr, &error));
    ASSERT_OK(v4lxx_context_add_stream(rig.context(), stalls.stream(), 7, &error));
    stalls.inject("at frame 0 drop 1000000");
    rig.start_all();
    stalls.start();
    const uint64_t before = rig.frames();
    while (stalls.account().stalls < 2)
        assert_int_equal(dispatch(rig.context(), second), V4LXX_OK);
    assert_true(rig.frames() > before + 10);
    const Told told = expect_event(rig.context(), V4LXX_EVENT_STALLED);
    assert_int_equal(told.info.tag, 7);
    assert_int_equal(told.info.code, V4LXX_CODE_STREAM_STALLED);
    v4lxx_context_remove_stream(rig.context(), stalls.stream());
}

static void U12_a_time_that_is_negative_is_refused(void **)
{
    Camera camera("sim:camera,size=64x48");
    v4lxx_stream_options options = watched(-1);
    v4lxx_stream *stream = nullptr;
    assert_int_equal(v4lxx_stream_create(camera.device(), &options, &stream, nullptr), V4LXX_ERROR_ARGUMENT);
    options.stall_after_ns = 1;
    assert_int_equal(v4lxx_stream_reconfigure(camera.stream(), &options, nullptr), V4LXX_ERROR_ARGUMENT);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(S06_a_long_run_of_corrupt_frames_is_told_and_the_stream_goes_on),
        cmocka_unit_test(S07_a_storm_of_EIO_is_told_before_it_is_a_failure),
        cmocka_unit_test(U12_a_driver_that_is_always_ready_without_a_frame_is_told),
        cmocka_unit_test(U12_S07_nothing_for_as_long_as_allowed_is_a_failure_of_its_own),
        cmocka_unit_test(U12_damaged_frames_are_as_good_as_none_to_the_watchdog),
        cmocka_unit_test(U12_short_waits_add_up_to_a_stall),
        cmocka_unit_test(U12_S10_what_the_program_does_is_no_stall),
        cmocka_unit_test(bar1a_U12_a_watched_stream_makes_the_same_calls),
        cmocka_unit_test(U12_a_loop_outside_is_woken_to_hear_of_a_stall),
        cmocka_unit_test(S07_U14_a_stream_that_stalls_is_started_anew_and_then_opened_anew),
        cmocka_unit_test(S07_bar10a_a_stream_that_stalls_stays_in_the_loop),
        cmocka_unit_test(U12_a_time_that_is_negative_is_refused),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
