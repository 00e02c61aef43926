// A stream with V4LXX_STREAM_RECONNECT: its camera goes and comes back, and the program has nothing to do for it but to take frames.
#include "support/camera.hpp"

#include "support/baseline.hpp"
#include "support/control.hpp"
#include "uapi/videodev2.hpp"

#include <poll.h>
#include <thread>

using namespace v4lxx::test;

static const char *small_camera = "sim:camera,size=64x48,fps=100,clock=virtual";

static void U14_a_stream_goes_on_when_its_camera_is_back(void **)
{
    const Baseline before = measure();
    {
        Camera camera(small_camera, 4, V4LXX_STREAM_RECONNECT);
        camera.start();
        assert_int_equal(camera.next().info().generation, 1);
        camera.sim().unplug();
        camera.inject("at time 700ms replug");
        const HeldFrame frame = camera.next();
        frame.assert_intact();
        assert_int_equal(frame.info().generation, 2);
        assert_int_equal(frame.info().sequence, 0);
        assert_int_equal(camera.account().reconnects, 1);
        assert_int_equal(camera.account().others_refused, 0);
        assert_int_equal(read_state(camera.stream()).phase, V4LXX_STREAM_STREAMING);
    }
    assert_baseline(before);
}

static void U14_frames_held_over_the_loss_stay_and_may_be_released_after_it(void **)
{
    Camera camera(small_camera, 4, V4LXX_STREAM_RECONNECT);
    camera.start();
    HeldFrame old = camera.next(), other = camera.next();
    camera.sim().unplug();
    camera.inject("at time 100ms replug");
    HeldFrame now = camera.next();
    old.assert_intact();
    assert_int_equal(old.info().generation, 1);
    assert_true((old.info().flags & V4LXX_FRAME_COPIED) != 0);
    old = HeldFrame(nullptr);  // never given to the driver of the new start
    for (int i = 0; i < 20; i++)
        now = camera.next();
    other.assert_intact();
    assert_int_equal(camera.account().held, 2);
}

// A stop leaves held frames their mappings, and a mapping keeps the old node; nothing the program would know of.
static void U14_frames_held_over_an_earlier_stop_do_not_keep_the_camera_away(void **)
{
    Camera camera(small_camera, 4, V4LXX_STREAM_RECONNECT);
    camera.start();
    HeldFrame first = camera.next(), released = camera.next();
    camera.stop();
    released = HeldFrame(nullptr);
    camera.start();
    HeldFrame second = camera.next();
    assert_int_equal(first.info().flags & V4LXX_FRAME_COPIED, 0);
    camera.sim().unplug();
    camera.inject("at time 100ms replug");
    camera.next().assert_intact();
    first.assert_intact();
    second.assert_intact();
    assert_true((first.info().flags & V4LXX_FRAME_COPIED) != 0);
    assert_int_equal(camera.account().copies, 2);
}

static void U14_a_wait_that_ends_before_the_camera_is_back_is_a_time_out_and_says_so(void **)
{
    Camera camera(small_camera, 4, V4LXX_STREAM_RECONNECT);
    camera.start();
    camera.next();
    camera.sim().unplug();
    assert_int_equal(camera.try_next(second), V4LXX_TIMED_OUT);
    v4lxx_stream_state state = read_state(camera.stream());
    assert_int_equal(state.phase, V4LXX_STREAM_AWAY);
    assert_true(state.away_ns >= second && state.away_ns < 2 * second);
    assert_true(state.attempts >= 4 && state.attempts <= 8);  // the pauses grow
    assert_int_equal(state.last_code, V4LXX_CODE_DEVICE_GONE);
    assert_int_equal(state.queued, 0);
    assert_int_equal(camera.try_next(0), V4LXX_AGAIN);
    v4lxx_format format = V4LXX_FORMAT_INIT;
    ASSERT_CODE(v4lxx_device_read_format(camera.device(), &format, &error), V4LXX_CODE_DEVICE_GONE);
    camera.sim().replug();
    camera.next();
    ASSERT_OK(v4lxx_device_read_format(camera.device(), &format, &error));
    assert_int_equal(read_state(camera.stream()).away_ns, 0);
}

// Nothing is asked of another camera, and its node is not kept.
static void U14_another_camera_in_its_place_is_reported_and_not_taken(void **)
{
    Camera camera(small_camera, 4, V4LXX_STREAM_RECONNECT);
    camera.start();
    camera.next();
    camera.sim().unplug();
    assert_int_equal(camera.try_next(20 * ms), V4LXX_TIMED_OUT);
    const uint64_t setters = camera.sim().setter_calls();
    camera.inject("at time 100ms replug other");
    assert_int_equal(camera.try_next(3 * second), V4LXX_TIMED_OUT);
    const v4lxx_stream_state state = read_state(camera.stream());
    assert_int_equal(state.phase, V4LXX_STREAM_AWAY);
    assert_int_equal(state.last_code, V4LXX_CODE_OTHER_DEVICE_THERE);
    assert_int_equal(camera.account().others_refused, 1);
    assert_int_equal(camera.sim().setter_calls(), setters);
    assert_int_equal(camera.sim().open_files(), 0);
    camera.inject("at time 0s unplug\nat time 10ms replug");
    camera.next();
    assert_int_equal(camera.account().reconnects, 1);
}

static void U14_format_rate_and_controls_are_as_before(void **)
{
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.flags = V4LXX_STREAM_RECONNECT;
    options.fourcc = v4l2_fourcc('N', 'V', '1', '2');
    options.width = 320;
    options.height = 240;
    options.rate = {60, 1};
    Camera camera("sim:camera,clock=virtual", options);
    Control(camera, "auto_exposure").set(1);
    Control(camera, "exposure_time_absolute").set(157);
    Control(camera, "brightness").set(7);
    camera.start();
    camera.next();
    camera.sim().unplug();
    camera.sim().replug();  // with its first format and values
    const v4lxx_frame_info info = camera.next().info();
    assert_int_equal(info.fourcc, options.fourcc);
    assert_int_equal(info.width, 320);
    assert_int_equal(info.height, 240);
    v4lxx_stream_rate rate = V4LXX_STREAM_RATE_INIT;
    for (int i = 0; i < 20; i++)
        camera.next();
    ASSERT_OK(v4lxx_stream_read_rate(camera.stream(), &rate, &error));
    assert_int_equal(rate.measured_uhz / 1000, 60'000);
    assert_int_equal(camera.sim().control_value(V4L2_CID_EXPOSURE_AUTO), 1);
    assert_int_equal(camera.sim().control_value(V4L2_CID_EXPOSURE_ABSOLUTE), 157);
    assert_int_equal(camera.sim().control_value(V4L2_CID_BRIGHTNESS), 7);
}

static void U14_without_the_flag_a_loss_is_the_end(void **)
{
    Camera camera(small_camera);
    camera.start();
    camera.next();
    camera.sim().unplug();
    camera.sim().replug();
    assert_int_equal(camera.try_next(second), V4LXX_ERROR_DEVICE_LOST);
    assert_int_equal(read_state(camera.stream()).phase, V4LXX_STREAM_LOST);
}

// Only STREAMOFF and the first start would be seen: what is not lost is not looked for.
static void U14_the_flag_costs_a_stream_that_is_not_lost_nothing(void **)
{
    Camera camera(small_camera, 4, V4LXX_STREAM_RECONNECT);
    const uint64_t setters = camera.sim().setter_calls();
    camera.start();
    assert_int_equal(camera.sim().calls(VIDIOC_S_FMT), 0);
    assert_int_equal(camera.sim().setter_calls() - setters, 1 + 4 + 1);  // REQBUFS, QBUF, STREAMON
    camera.next();
    const uint64_t calls = camera.account().system_calls;
    for (int i = 0; i < 100; i++)
        camera.next();
    assert_int_equal(camera.account().system_calls - calls, 300);
    camera.stop();
    assert_int_equal(read_state(camera.stream()).phase, V4LXX_STREAM_STOPPED);
    assert_int_equal(camera.try_next(0), V4LXX_ERROR_STATE);
}

static void S11_a_wait_for_a_lost_camera_ends_at_cancel_stop_and_close(void **)
{
    for (int way = 0; way < 3; way++) {
        Camera camera("sim:camera,size=64x48,fps=100", 4, V4LXX_STREAM_RECONNECT);  // the real clock
        camera.start();
        camera.next();
        camera.sim().unplug();
        std::thread ender([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(120));
            if (way == 0)
                v4lxx_stream_cancel(camera.stream());
            else if (way == 1)
                assert_int_equal(v4lxx_stream_stop(camera.stream(), nullptr), V4LXX_OK);
            else
                v4lxx_stream_close(camera.stream());
        });
        const v4lxx_status wanted[] = {V4LXX_ERROR_CANCELLED, V4LXX_ERROR_STATE, V4LXX_ERROR_CLOSED};
        assert_int_equal(camera.try_next(-1), wanted[way]);
        ender.join();
        if (way == 0) {
            camera.sim().replug();
            camera.next();
        }
    }
}

static void U14_a_lost_stream_can_be_stopped_and_started_again(void **)
{
    Camera camera(small_camera, 4, V4LXX_STREAM_RECONNECT);
    camera.start();
    camera.next();
    camera.sim().unplug();
    assert_int_equal(camera.try_next(100 * ms), V4LXX_TIMED_OUT);
    camera.stop();
    assert_int_equal(camera.try_next(100 * ms), V4LXX_ERROR_STATE);
    pollfd entry{v4lxx_stream_get_fd(camera.stream()), POLLIN, 0};
    assert_int_equal(poll(&entry, 1, 0), 0);  // nothing to come back for
    ASSERT_CODE(v4lxx_stream_start(camera.stream(), &error), V4LXX_CODE_DEVICE_GONE);
    camera.sim().replug();
    camera.start();
    camera.next();
}

static void U14_a_device_that_was_closed_while_it_was_away_is_closed(void **)
{
    const Baseline before = measure();
    for (const bool stream_first : {false, true}) {
        Camera camera(small_camera, 4, V4LXX_STREAM_RECONNECT);
        camera.start();
        camera.next();
        camera.sim().unplug();
        assert_int_equal(camera.try_next(100 * ms), V4LXX_TIMED_OUT);
        stream_first ? v4lxx_stream_close(camera.stream()) : v4lxx_device_close(camera.device());
        assert_int_equal(camera.try_next(100 * ms), V4LXX_ERROR_CLOSED);
        assert_int_equal(read_state(camera.stream()).phase, V4LXX_STREAM_CLOSED);
    }
    assert_baseline(before);
}

// An event loop knows nothing of the loss: it is called when there is something to try.
static void U14_an_event_loop_gets_its_camera_back_through_the_descriptor(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100", 4, V4LXX_STREAM_RECONNECT);
    const int fd = v4lxx_stream_get_fd(camera.stream());
    camera.start();
    camera.next();
    camera.sim().unplug();
    camera.inject("at time 300ms replug");
    int wakeups = 0, frames = 0;
    while (frames < 5 && wakeups < 100) {
        pollfd entry{fd, POLLIN, 0};
        assert_int_equal(poll(&entry, 1, 5000), 1);
        wakeups++;
        const HeldFrame frame = [&] {
            v4lxx_frame *taken = nullptr;
            ASSERT_OK(v4lxx_stream_dequeue(camera.stream(), 0, &taken, &error) < 0 ? V4LXX_ERROR_STATE : V4LXX_OK);
            return HeldFrame(taken);
        }();
        frames += frame.get() != nullptr ? 1 : 0;
    }
    assert_int_equal(frames, 5);
    assert_true(wakeups < 20);
    assert_int_equal(camera.account().reconnects, 1);
}

static void count_frame(v4lxx_stream *, v4lxx_frame *, void *count) { ++*static_cast<int *>(count); }

static void U14_callbacks_go_on_too(void **)
{
    Camera camera(small_camera, 4, V4LXX_STREAM_RECONNECT);
    int count = 0;
    ASSERT_OK(v4lxx_stream_set_frame_callback(camera.stream(), count_frame, &count, nullptr, &error));
    camera.start();
    ASSERT_OK(v4lxx_stream_dispatch(camera.stream(), second, &error));
    camera.sim().unplug();
    camera.inject("at time 100ms replug");
    ASSERT_OK(v4lxx_stream_dispatch(camera.stream(), second, &error));
    assert_int_equal(count, 2);
}

// S08: the node is there, and every request fails. A new start is tried, then a new node.
static void S08_a_camera_that_answers_eproto_is_started_again_and_then_opened_again(void **)
{
    Camera camera(small_camera, 4, V4LXX_STREAM_RECONNECT);
    camera.start();
    camera.next();
    camera.inject("on VIDIOC_DQBUF 0 errno EPROTO");
    camera.next();
    assert_int_equal(read_state(camera.stream()).attempts, 1);  // a new start is enough
    camera.inject("on VIDIOC_DQBUF 0..2 errno EPROTO");
    camera.next();
    assert_int_equal(read_state(camera.stream()).attempts, 3);  // two starts that bring no frame are no cure
    camera.inject("on VIDIOC_DQBUF 0 errno EPROTO\non VIDIOC_REQBUFS 1..3 errno EPROTO");
    camera.next();
    assert_int_equal(read_state(camera.stream()).attempts, 4);  // two new starts, and two on a node of its own
    assert_int_equal(camera.account().reconnects, 3);
}

// Every frame of every generation is in one line of the account.
static void S04_the_account_adds_up_over_a_hundred_losses(void **)
{
    Camera camera(small_camera, 4, V4LXX_STREAM_RECONNECT);
    camera.start();
    camera.sim().unplug();  // what tells of devices that come is made at the first loss
    camera.inject("at time 10ms replug");
    camera.next();
    camera.stop();
    const Baseline before = measure();
    camera.start();
    uint64_t taken = 1;
    for (int round = 0; round < 100; round++) {
        for (int i = 0; i < 7; i++, taken++)
            camera.next();
        camera.sim().unplug();
        camera.inject("at time " + std::to_string(round * 13 % 400) + "ms replug");
    }
    const v4lxx_stream_account account = camera.account();
    assert_int_equal(account.delivered, taken);
    assert_int_equal(account.driver_dropped + account.corrupt_dropped + account.empty_dropped + account.policy_dropped, 0);
    assert_int_equal(account.reconnects, 100);
    camera.stop();
    assert_int_equal(measure().descriptors, before.descriptors);
    assert_int_equal(measure().buffer_mappings, before.buffer_mappings);
}

int main(void)
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(U14_a_stream_goes_on_when_its_camera_is_back),
        cmocka_unit_test(U14_frames_held_over_the_loss_stay_and_may_be_released_after_it),
        cmocka_unit_test(U14_frames_held_over_an_earlier_stop_do_not_keep_the_camera_away),
        cmocka_unit_test(U14_a_wait_that_ends_before_the_camera_is_back_is_a_time_out_and_says_so),
        cmocka_unit_test(U14_another_camera_in_its_place_is_reported_and_not_taken),
        cmocka_unit_test(U14_format_rate_and_controls_are_as_before),
        cmocka_unit_test(U14_without_the_flag_a_loss_is_the_end),
        cmocka_unit_test(U14_the_flag_costs_a_stream_that_is_not_lost_nothing),
        cmocka_unit_test(S11_a_wait_for_a_lost_camera_ends_at_cancel_stop_and_close),
        cmocka_unit_test(U14_a_lost_stream_can_be_stopped_and_started_again),
        cmocka_unit_test(U14_a_device_that_was_closed_while_it_was_away_is_closed),
        cmocka_unit_test(U14_an_event_loop_gets_its_camera_back_through_the_descriptor),
        cmocka_unit_test(U14_callbacks_go_on_too),
        cmocka_unit_test(S08_a_camera_that_answers_eproto_is_started_again_and_then_opened_again),
        cmocka_unit_test(S04_the_account_adds_up_over_a_hundred_losses),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
