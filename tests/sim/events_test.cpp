// Events of streams: what a program is told besides frames.
#include "support/events.hpp"
#include "support/loop_rig.hpp"

#include "support/baseline.hpp"

#include <unistd.h>

using namespace v4lxx::test;

static const char *virtual_camera = "sim:camera,size=64x48,fps=100,clock=virtual";

static void bar10a_no_event_is_made_for_a_program_that_does_not_listen(void **)
{
    Camera camera(virtual_camera);
    v4lxx_event *event = nullptr;
    ASSERT_CODE(v4lxx_context_next_event(camera.context(), 0, &event, &error), V4LXX_CODE_NOT_LISTENING);
    ASSERT_OK(v4lxx_context_listen(camera.context(), 0, &error));
    ASSERT_CODE(v4lxx_context_next_event(camera.context(), 0, &event, &error), V4LXX_CODE_NOT_LISTENING);
    ASSERT_CODE(v4lxx_context_listen(camera.context(), 64, &error), V4LXX_CODE_UNKNOWN_VALUE);
    ASSERT_OK(v4lxx_context_listen(camera.context(), V4LXX_LISTEN_STREAMS, &error));
    assert_int_equal(next_event(camera.context()).info.kind, 0);
    assert_int_equal(next_event(camera.context(), 10 * ms).info.kind, 0);
}

static void U14_S05_a_loss_another_camera_and_the_return_are_events(void **)
{
    Camera camera(virtual_camera, 4, V4LXX_STREAM_RECONNECT);
    ASSERT_OK(v4lxx_context_listen(camera.context(), V4LXX_LISTEN_STREAMS, &error));
    ASSERT_OK(v4lxx_context_add_stream(camera.context(), camera.stream(), 77, &error));
    camera.start();
    camera.next();
    camera.sim().unplug();
    camera.inject("at time 200ms replug other\nat time 2s unplug\nat time 3s replug");
    camera.next();
    assert_int_equal(expect_event(camera.context(), V4LXX_EVENT_DEVICE_LOST).info.tag, 77);
    const Told other = expect_event(camera.context(), V4LXX_EVENT_OTHER_REFUSED);
    assert_int_equal(other.info.code, V4LXX_CODE_OTHER_DEVICE_THERE);
    const Told back = expect_event(camera.context(), V4LXX_EVENT_DEVICE_BACK);
    assert_int_equal(back.info.tag, 77);
    assert_true(back.info.span_ns >= 3 * second && back.info.attempts > 1);
    assert_int_equal(next_event(camera.context()).info.kind, 0);
}

// The numbers are those of the account.
static void bar1d_a_program_that_is_slower_than_the_camera_is_told_with_the_numbers(void **)
{
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.flow = V4LXX_FLOW_LATEST;
    Camera camera(virtual_camera, options);
    ASSERT_OK(v4lxx_context_listen(camera.context(), V4LXX_LISTEN_STREAMS, &error));
    camera.start();
    for (int i = 0; i < 50; i++)
        camera.next();
    assert_int_equal(next_event(camera.context()).info.kind, 0);
    const v4lxx_stream_account before = camera.account();
    for (int i = 0; i < 16; i++) {
        camera.sim().advance(35 * ms);
        camera.next();
    }
    const Told told = expect_event(camera.context(), V4LXX_EVENT_SLOW_PROGRAM);
    const v4lxx_stream_account after = camera.account();
    assert_int_equal(told.info.frames_delivered, 16);
    assert_int_equal(told.info.frames_lost,
                     after.policy_dropped - before.policy_dropped + after.driver_dropped - before.driver_dropped);
    assert_true(told.info.span_ns >= 16 * 35 * ms);
    assert_int_equal(next_event(camera.context()).info.kind, 0);
    for (int i = 0; i < 50; i++)  // a program that keeps up again is not told of
        camera.next();
    assert_int_equal(next_event(camera.context()).info.kind, 0);
}

static void bar1d_frames_a_driver_loses_on_its_own_are_no_slow_program(void **)
{
    Camera camera(virtual_camera);
    ASSERT_OK(v4lxx_context_listen(camera.context(), V4LXX_LISTEN_STREAMS, &error));
    camera.inject("at frame every 2 drop 1");
    camera.start();
    for (int i = 0; i < 60; i++)
        camera.next();
    assert_true(camera.account().driver_dropped > 16);
    assert_int_equal(next_event(camera.context()).info.kind, 0);
}

static void B03_the_end_of_a_stream_is_an_event(void **)
{
    Camera camera(virtual_camera);
    ASSERT_OK(v4lxx_context_listen(camera.context(), V4LXX_LISTEN_STREAMS, &error));
    camera.inject("at frame 2 last");
    camera.start();
    for (int i = 0; i < 3; i++)
        camera.next();
    for (int i = 0; i < 3; i++)
        assert_int_equal(camera.try_next(second), V4LXX_END);
    expect_event(camera.context(), V4LXX_EVENT_ENDED);
    assert_int_equal(next_event(camera.context()).info.kind, 0);
}

static void bar10a_events_nobody_takes_are_bounded_and_counted(void **)
{
    Camera camera(virtual_camera);
    ASSERT_OK(v4lxx_context_listen(camera.context(), V4LXX_LISTEN_STREAMS, &error));
    for (int i = 0; i < 300; i++) {
        camera.inject("at frame 0 last");
        camera.start();
        camera.next();
        assert_int_equal(camera.try_next(0), V4LXX_END);
        camera.stop();
    }
    assert_int_equal(v4lxx_context_get_missed_events(camera.context()), 300 - 256);
    int events = 0;
    while (next_event(camera.context()).info.kind != 0)
        events++;
    assert_int_equal(events, 256);
}

static void bar10a_the_loop_hands_events_to_their_callback(void **)
{
    LoopRig rig;
    ASSERT_OK(v4lxx_context_listen(rig.context(), V4LXX_LISTEN_STREAMS, &error));
    rig.add(virtual_camera).inject("at frame 2 last");
    rig.start_all();
    std::vector<v4lxx_event_kind> kinds;
    ASSERT_OK(v4lxx_context_set_event_callback(
        rig.context(),
        [](v4lxx_context *, v4lxx_event *event, void *data) {
            v4lxx_event_info info = V4LXX_EVENT_INFO_INIT;
            assert_int_equal(v4lxx_event_read_info(event, &info, nullptr), V4LXX_OK);
            static_cast<std::vector<v4lxx_event_kind> *>(data)->push_back(info.kind);
        },
        &kinds, nullptr, &error));
    while (kinds.empty())
        assert_true(dispatch(rig.context(), second) >= 0);
    assert_int_equal(rig.frames(), 3);
    assert_int_equal(kinds.size(), 1);
    assert_int_equal(kinds[0], V4LXX_EVENT_ENDED);
}

static void bar10a_a_wait_for_an_event_is_ended_by_one_and_by_a_cancel(void **)
{
    Camera camera(virtual_camera);
    v4lxx_context *context = camera.context();
    ASSERT_OK(v4lxx_context_listen(context, V4LXX_LISTEN_STREAMS, &error));
    std::thread other([&] {
        usleep(20'000);
        camera.inject("at frame 0 last");
        camera.start();
        camera.next();
        camera.try_next(0);
        usleep(20'000);
        v4lxx_context_cancel(context);
    });
    assert_int_equal(next_event(context, 5 * second).info.kind, V4LXX_EVENT_ENDED);
    v4lxx_event *event = nullptr;
    ASSERT_CODE(v4lxx_context_next_event(context, -1, &event, &error), V4LXX_CODE_WAIT_CANCELLED);
    other.join();
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar10a_no_event_is_made_for_a_program_that_does_not_listen),
        cmocka_unit_test(U14_S05_a_loss_another_camera_and_the_return_are_events),
        cmocka_unit_test(bar1d_a_program_that_is_slower_than_the_camera_is_told_with_the_numbers),
        cmocka_unit_test(bar1d_frames_a_driver_loses_on_its_own_are_no_slow_program),
        cmocka_unit_test(B03_the_end_of_a_stream_is_an_event),
        cmocka_unit_test(bar10a_events_nobody_takes_are_bounded_and_counted),
        cmocka_unit_test(bar10a_the_loop_hands_events_to_their_callback),
        cmocka_unit_test(bar10a_a_wait_for_an_event_is_ended_by_one_and_by_a_cancel),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
