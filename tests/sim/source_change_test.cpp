// What comes in changes while a stream runs: another size, no signal, a machine that slept.
#include "support/events.hpp"
#include "support/loop_rig.hpp"

#include "uapi/videodev2.hpp"

#include <poll.h>

using namespace v4lxx::test;

static const char *hdmi = "sim:camera,inputs=camera+hdmi,input=hdmi,clock=virtual";

static void listen_to_streams(Camera &camera)
{
    ASSERT_OK(v4lxx_context_listen(camera.context(), V4LXX_LISTEN_STREAMS, &error));
}

static v4lxx_event_info expect_source_change(Camera &camera)
{
    const v4lxx_event_info info = expect_event(camera.context(), V4LXX_EVENT_SOURCE_CHANGED).info;
    assert_true((info.source_changes & V4L2_EVENT_SRC_CH_RESOLUTION) != 0);
    return info;
}

// As a program follows a source: stop, set what comes in, start.
static void follow_source(Camera &camera)
{
    camera.stop();
    v4lxx_timings timings = V4LXX_TIMINGS_INIT;
    ASSERT_OK(v4lxx_device_find_timings(camera.device(), "auto", &timings, &error));
    ASSERT_OK(v4lxx_device_set_timings(camera.device(), &timings, &error));
    camera.start();
}

static void B04_U33_S21_another_size_is_an_event_with_both_sizes_and_frames_keep_their_own(void **)
{
    Camera camera(hdmi);
    listen_to_streams(camera);
    camera.start();
    HeldFrame before = camera.next();
    assert_int_equal(before.info().width, 1280);
    camera.inject("at time 50ms signal 1920x1080p60");
    while (camera.try_next(200 * ms) == V4LXX_OK) {
    }
    const v4lxx_event_info change = expect_source_change(camera);
    assert_int_equal(change.old_width, 1280);
    assert_int_equal(change.old_height, 720);
    assert_int_equal(change.new_width, 1920);
    assert_int_equal(change.new_height, 1080);
    assert_int_equal(next_event(camera.context()).info.kind, 0);
    assert_int_equal(camera.try_next(100 * ms), V4LXX_TIMED_OUT);  // no failure: the stream runs, and has nothing
    follow_source(camera);
    HeldFrame after = camera.next();
    assert_int_equal(after.info().width, 1920);
    after.assert_intact();
    assert_int_equal(before.info().width, 1280);
    before.assert_intact();
    assert_true(after.info().generation > before.info().generation);
}

static void U33_a_signal_that_goes_and_comes_is_told_of_both_times(void **)
{
    Camera camera(hdmi);
    listen_to_streams(camera);
    camera.start();
    camera.next();
    camera.inject("at time 50ms signal none");
    while (camera.try_next(100 * ms) == V4LXX_OK) {
    }
    const v4lxx_event_info gone = expect_source_change(camera);
    assert_int_equal(gone.old_width, 1280);
    assert_int_equal(gone.new_width, 0);
    camera.inject("at time 50ms signal good");
    camera.next().assert_intact();  // frames come again by themselves
    assert_int_equal(expect_source_change(camera).new_width, 1280);
}

static void bar10a_B04_the_loop_of_a_context_is_woken_by_a_change_of_the_source(void **)
{
    LoopRig rig;
    ASSERT_OK(v4lxx_context_listen(rig.context(), V4LXX_LISTEN_STREAMS, &error));
    Camera &camera = rig.add("sim:camera,inputs=camera+hdmi,input=hdmi,signal=none");
    camera.start();
    assert_int_equal(dispatch(rig.context(), 20 * ms), V4LXX_TIMED_OUT);
    camera.inject("at time 20ms signal 1920x1080p60");
    assert_int_equal(dispatch(rig.context(), 5 * second), V4LXX_OK);
    assert_int_equal(expect_source_change(camera).new_width, 1920);
    pollfd loop{v4lxx_context_get_fd(rig.context()), POLLIN, 0};
    assert_int_equal(poll(&loop, 1, 0), 0);
    assert_int_equal(rig.frames(), 0);
}

static void B04_who_does_not_listen_subscribes_to_nothing(void **)
{
    const char *refusal = "on VIDIOC_SUBSCRIBE_EVENT all unplug";
    Camera quiet(hdmi);
    quiet.inject(refusal);
    quiet.start();
    quiet.next();
    Camera curious(hdmi);
    listen_to_streams(curious);
    curious.inject(refusal);
    ASSERT_CODE(v4lxx_stream_start(curious.stream(), &error), V4LXX_CODE_DEVICE_GONE);
}

static void B04_a_driver_without_events_streams_all_the_same(void **)
{
    for (const char *answer : {"ENOTTY", "EINVAL"}) {
        Camera camera(hdmi);
        listen_to_streams(camera);
        camera.inject(std::string("on VIDIOC_SUBSCRIBE_EVENT all errno ") + answer);
        camera.start();
        camera.next();
        camera.stop();
        assert_int_equal(next_event(camera.context()).info.kind, 0);
    }
}

// Frames come at once, and a time-out that was long is as long after it.
static void S20_a_stream_goes_on_after_the_machine_slept(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
    camera.start();
    const v4lxx_frame_info before = camera.next().info();
    camera.inject("at time 50ms suspend 3600s");
    v4lxx_frame_info after = before;
    for (int i = 0; i < 20; i++) {
        const HeldFrame frame = camera.next();
        frame.assert_intact();
        assert_true(frame.info().timestamp_ns > after.timestamp_ns);
        after = frame.info();
    }
    assert_true(after.timestamp_ns - before.timestamp_ns < second);  // CLOCK_MONOTONIC stood
    assert_int_equal(camera.account().driver_dropped, 0);
}

static void S20_a_camera_that_does_not_wake_up_is_lost_or_broken(void **)
{
    Camera gone("sim:camera,size=64x48,fps=100,clock=virtual");
    gone.start();
    gone.next();
    gone.inject("at time 50ms suspend 3600s\nat time 51ms unplug");
    v4lxx_code code = 0;
    while (gone.try_next(second, &code) == V4LXX_OK) {
    }
    assert_int_equal(code, V4LXX_CODE_DEVICE_GONE);
    Camera broken("sim:camera,size=64x48,fps=100,clock=virtual");
    broken.start();
    broken.next();
    broken.inject("at time 50ms suspend 3600s\nat time 51ms broken");
    v4lxx_status status = V4LXX_OK;
    while (status == V4LXX_OK)
        status = broken.try_next(10 * second, &code);
    assert_true(status < 0);
    broken.stop();
    broken.start();  // a new start mends it
    broken.next().assert_intact();
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(B04_U33_S21_another_size_is_an_event_with_both_sizes_and_frames_keep_their_own),
        cmocka_unit_test(U33_a_signal_that_goes_and_comes_is_told_of_both_times),
        cmocka_unit_test(bar10a_B04_the_loop_of_a_context_is_woken_by_a_change_of_the_source),
        cmocka_unit_test(B04_who_does_not_listen_subscribes_to_nothing),
        cmocka_unit_test(B04_a_driver_without_events_streams_all_the_same),
        cmocka_unit_test(S20_a_stream_goes_on_after_the_machine_slept),
        cmocka_unit_test(S20_a_camera_that_does_not_wake_up_is_lost_or_broken),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
