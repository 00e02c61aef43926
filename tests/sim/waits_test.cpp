// Every wait has an end: a cancel, a stop, a close, a deadline; and a driver that misbehaves costs next to no processor time.
#include "support/camera.hpp"

#include "support/baseline.hpp"

#include <atomic>
#include <csignal>
#include <ctime>
#include <linux/videodev2.h>
#include <poll.h>
#include <pthread.h>
#include <sys/time.h>

using namespace v4lxx::test;

static int64_t clock_ns(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return now.tv_sec * second + now.tv_nsec;
}

// Waits for ever on another thread; `end` ends it. Gives the status the waiter got, and fails if that took longer than a driver that
// wakes nobody may make it take.
template <class F>
static v4lxx_status wait_until_ended(Camera &camera, F &&end)
{
    v4lxx_status status = V4LXX_OK;
    std::atomic<bool> waiting{false};
    std::thread waiter([&] {
        waiting = true;
        status = camera.try_next(-1);
    });
    while (!waiting)
        std::this_thread::yield();
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    const int64_t start = clock_ns(CLOCK_MONOTONIC);
    end();
    waiter.join();
    // The promise is 50 ms; a loaded test machine gets more, a hang does not.
    assert_true(clock_ns(CLOCK_MONOTONIC) - start < second);
    return status;
}

static const char *silent = "sim:camera,size=64x48,fps=1";

static void bar10c_S11_U10_cancel_ends_a_wait_even_if_the_driver_never_wakes(void **)
{
    Camera camera(silent);
    camera.inject("never wake");
    camera.start();
    camera.next();
    camera.inject("on VIDIOC_DQBUF all errno EAGAIN");
    assert_int_equal(wait_until_ended(camera, [&] { v4lxx_stream_cancel(camera.stream()); }), V4LXX_ERROR_CANCELLED);
    assert_int_equal(camera.try_next(0), V4LXX_AGAIN);  // once
}

static void S11_U10_stop_and_close_from_another_thread_end_a_wait(void **)
{
    for (int what = 0; what < 3; what++) {
        Camera camera(silent);
        camera.start();
        camera.next();
        const v4lxx_status wanted = what == 0 ? V4LXX_ERROR_STATE : V4LXX_ERROR_CLOSED;
        const v4lxx_status got = wait_until_ended(camera, [&] {
            if (what == 0)
                camera.stop();
            else if (what == 1)
                v4lxx_stream_close(camera.stream());
            else
                v4lxx_device_close(camera.device());
        });
        assert_int_equal(got, wanted);
    }
}

static void S11_a_cancel_without_a_wait_ends_the_next_one_once(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
    camera.start();
    v4lxx_stream_cancel(camera.stream());
    v4lxx_stream_cancel(camera.stream());
    assert_int_equal(camera.try_next(second), V4LXX_ERROR_CANCELLED);
    camera.next();
    const uint64_t calls = camera.account().system_calls;
    camera.next();
    assert_int_equal(camera.account().system_calls - calls, 3);  // the signal is gone
}

static void S01_S11_unplug_ends_a_wait(void **)
{
    Camera camera(silent);
    camera.start();
    camera.next();
    assert_int_equal(wait_until_ended(camera, [&] { camera.sim().unplug(); }), V4LXX_ERROR_DEVICE_LOST);
}

// A camera on a trigger, or exposures of half a minute: the driver has nothing for that long, and nothing is wrong.
static void S31_a_wait_may_be_as_long_as_an_exposure_and_longer(void **)
{
    Camera camera("sim:camera,size=64x48,fps=1/40,clock=virtual");
    camera.start();
    for (const int64_t timeout : {int64_t{-1}, INT64_MAX, 60 * second}) {
        const int64_t start = camera.sim().now_ns();
        camera.next(timeout).assert_intact();
        assert_true(camera.sim().now_ns() - start >= 39 * second);
    }
    assert_int_equal(camera.try_next(30 * second), V4LXX_TIMED_OUT);
    const auto account = camera.account();
    assert_int_equal(account.delivered, 3);
    assert_int_equal(account.driver_dropped + account.io_errors, 0);
}

static void S31_a_wait_without_end_for_a_trigger_can_be_cancelled(void **)
{
    Camera camera("sim:camera,size=64x48,fps=1/40");
    camera.start();
    assert_int_equal(wait_until_ended(camera, [&] { v4lxx_stream_cancel(camera.stream()); }), V4LXX_ERROR_CANCELLED);
}

// A driver that does not come back from a call: whoever made it waits; nobody else does, and a close is not held up by it.
static void S12_a_driver_that_does_not_return_holds_up_nobody_else(void **)
{
    Camera stuck("sim:camera,size=64x48,fps=100"), other("sim:camera,size=64x48,fps=100,id=2");
    stuck.start();
    other.start();
    stuck.next();
    stuck.inject("on VIDIOC_STREAMOFF 0 delay 2s");
    std::atomic<bool> returned{false};
    std::thread stopper([&] {
        v4lxx_stream_stop(stuck.stream(), nullptr);
        returned = true;
    });
    while (stuck.sim().calls(VIDIOC_STREAMOFF) == 0 && !returned)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    for (int i = 0; i < 5; i++)
        other.next().assert_intact();
    stuck.account();
    v4lxx_stream_cancel(stuck.stream());
    v4lxx_stream_close(stuck.stream());
    v4lxx_device_close(stuck.device());
    const bool waited = returned;
    stopper.join();
    assert_false(waited);
    assert_int_equal(stuck.try_next(0), V4LXX_ERROR_CLOSED);
}

// Frames that come meanwhile do not move the end, as a time-out for each of them would.
static void bar10c_a_wait_until_a_point_in_time_ends_there_however_many_frames_come(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
    camera.start();
    const int64_t deadline = camera.next().info().arrival_ns + 95 * ms;
    int frames = 0;
    for (;;) {
        const int64_t left = v4lxx_stream_get_time_left(camera.stream(), deadline);
        assert_true(left >= 0 && left <= 95 * ms);
        const v4lxx_status status = camera.try_next(left == 0 ? 0 : left);
        if (status != V4LXX_OK)
            break;
        frames++;
    }
    assert_int_equal(frames, 9);
    assert_true(camera.sim().now_ns() >= deadline && camera.sim().now_ns() <= deadline + 5 * ms);  // a look moves the clock
    assert_int_equal(v4lxx_stream_get_time_left(camera.stream(), deadline), 0);
    assert_int_equal(v4lxx_stream_get_time_left(camera.stream(), -1), 0);
    assert_int_equal(v4lxx_stream_get_time_left(camera.stream(), INT64_MAX), INT64_MAX - camera.sim().now_ns());
    v4lxx_stream_close(camera.stream());
    assert_int_equal(v4lxx_stream_get_time_left(camera.stream(), 1), 0);
}

// Every other wait goes by the clock of the context.
static void bar10c_waits_of_a_context_end_at_a_point_in_time(void **)
{
    Camera camera(silent);
    v4lxx_context *context = camera.context();
    ASSERT_OK(v4lxx_context_add_stream(context, camera.stream(), 1, &error));
    ASSERT_OK(v4lxx_context_listen(context, V4LXX_LISTEN_STREAMS, &error));
    const int64_t deadline = clock_ns(CLOCK_MONOTONIC) + 30 * ms;
    uint64_t tag = 0;
    v4lxx_frame *frame = nullptr;
    v4lxx_event *event = nullptr;
    assert_int_equal(v4lxx_context_dequeue(context, v4lxx_context_get_time_left(context, deadline), &tag, &frame, nullptr),
                     V4LXX_TIMED_OUT);
    assert_true(clock_ns(CLOCK_MONOTONIC) >= deadline);
    assert_int_equal(v4lxx_context_get_time_left(context, deadline), 0);
    assert_int_equal(v4lxx_context_dispatch(context, v4lxx_context_get_time_left(context, deadline), 0, nullptr), V4LXX_AGAIN);
    assert_int_equal(v4lxx_context_next_event(context, v4lxx_context_get_time_left(context, deadline), &event, nullptr),
                     V4LXX_AGAIN);
    const int64_t later = clock_ns(CLOCK_MONOTONIC) + 3600 * second;
    const int64_t left = v4lxx_context_get_time_left(context, later);
    assert_true(left > 3599 * second && left <= 3600 * second);
}

static void abi_after_close_the_descriptor_stays_readable(void **)
{
    Camera camera(silent);
    camera.start();
    pollfd entry{v4lxx_stream_get_fd(camera.stream()), POLLIN, 0};
    v4lxx_stream_close(camera.stream());
    for (int i = 0; i < 3; i++) {
        assert_int_equal(poll(&entry, 1, 1000), 1);
        assert_int_equal(camera.try_next(0), V4LXX_ERROR_CLOSED);
        assert_int_equal(v4lxx_stream_get_fd(camera.stream()), entry.fd);
    }
}

static void abi_cancel_wakes_a_poller(void **)
{
    Camera camera(silent);
    camera.start();
    camera.next();
    pollfd entry{v4lxx_stream_get_fd(camera.stream()), POLLIN, 0};
    v4lxx_stream_cancel(camera.stream());
    assert_int_equal(poll(&entry, 1, 1000), 1);
    assert_int_equal(camera.try_next(0), V4LXX_ERROR_CANCELLED);
    assert_int_equal(poll(&entry, 1, 0), 0);
}

static std::atomic<uint64_t> signals{0};
static void on_signal(int) { signals++; }

static void S19_U12_a_storm_of_signals_changes_nothing(void **)
{
    struct sigaction action{};
    action.sa_handler = on_signal;  // without SA_RESTART
    sigaction(SIGALRM, &action, nullptr);
    Camera camera("sim:camera,size=64x48,fps=50");
    camera.start();
    camera.next();
    const itimerval storm{{0, 500}, {0, 500}};
    setitimer(ITIMER_REAL, &storm, nullptr);
    const auto before = camera.account();
    for (int i = 0; i < 25; i++)
        camera.next();
    camera.inject("on VIDIOC_DQBUF all errno EAGAIN\nnever wake");
    const int64_t start = clock_ns(CLOCK_MONOTONIC);
    const v4lxx_status status = camera.try_next(200 * ms);
    const int64_t took = clock_ns(CLOCK_MONOTONIC) - start;
    const itimerval none{};
    setitimer(ITIMER_REAL, &none, nullptr);
    assert_int_equal(status, V4LXX_TIMED_OUT);
    assert_true(took >= 200 * ms);
    assert_true(signals > 100);
    assert_int_equal(camera.account().delivered - before.delivered, 25);
}

static v4lxx_stream *stream_to_cancel;
static void cancel_in_handler(int) { v4lxx_stream_cancel(stream_to_cancel); }

static void bar10c_S19_cancel_in_a_signal_handler_ends_a_wait(void **)
{
    Camera camera(silent);
    camera.start();
    camera.next();
    stream_to_cancel = camera.stream();
    struct sigaction action{};
    action.sa_handler = cancel_in_handler;
    sigaction(SIGALRM, &action, nullptr);
    const itimerval soon{{0, 0}, {0, 20000}};
    setitimer(ITIMER_REAL, &soon, nullptr);
    assert_int_equal(camera.try_next(-1), V4LXX_ERROR_CANCELLED);
}

// A driver that is always ready and has nothing, or answers with errors, is left alone for longer and longer: at most 20 attempts a
// second, and next to no processor time (behaviour 12).
static void B12_U12_a_driver_that_is_always_ready_does_not_make_us_spin(void **)
{
    for (const char *rules : {"on wait always ready\non VIDIOC_DQBUF all errno EAGAIN"}) {
        Camera camera(silent);
        camera.start();
        camera.next();
        camera.inject(rules);
        const uint64_t calls = camera.sim().calls(VIDIOC_DQBUF);
        const int64_t cpu = clock_ns(CLOCK_THREAD_CPUTIME_ID);
        assert_int_equal(camera.try_next(second), V4LXX_TIMED_OUT);
        assert_true(camera.sim().calls(VIDIOC_DQBUF) - calls <= 35);  // the first ones come quicker
        assert_true(clock_ns(CLOCK_THREAD_CPUTIME_ID) - cpu < 50 * ms);
    }
}

static void S07_a_storm_of_EIO_is_counted_and_ends_in_a_clear_failure(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
    camera.start();
    camera.next();
    camera.inject("on VIDIOC_DQBUF 0..5 errno EIO");
    camera.next().assert_intact();  // a short storm passes
    assert_int_equal(camera.account().io_errors, 6);
    camera.inject("on VIDIOC_DQBUF all errno EIO");
    const int64_t start = camera.sim().now_ns();
    v4lxx_code code = 0;
    assert_int_equal(camera.try_next(-1, &code), V4LXX_ERROR_SYSTEM);
    assert_int_equal(code, V4LXX_CODE_STREAM_BROKEN);
    assert_int_equal(camera.account().io_errors, 26);
    assert_true(camera.sim().now_ns() - start >= 900 * ms);  // 20 a second
    assert_int_equal(camera.try_next(100 * ms), V4LXX_TIMED_OUT);
}

// The descriptor of a broken queue is always readable: who polls it is told, and not sent round for ever.
static void S07_a_broken_queue_is_reported_to_who_polls(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100");
    camera.start();
    camera.next();
    pollfd entry{v4lxx_stream_get_fd(camera.stream()), POLLIN, 0};
    camera.inject("on VIDIOC_DQBUF all errno EIO");
    int again = 0;
    v4lxx_code code = 0;
    for (; again < 1000; again++) {
        assert_int_equal(poll(&entry, 1, 5000), 1);
        if (camera.try_next(0, &code) < 0)
            break;
    }
    assert_int_equal(code, V4LXX_CODE_STREAM_BROKEN);
    assert_int_equal(again, 19);
}

static void B12_waiting_before_start_polls_nothing(void **)
{
    Camera camera("sim:camera,size=64x48,clock=virtual,readwrite=yes");
    assert_true(v4lxx_stream_get_fd(camera.stream()) >= 0);
    pollfd entry{v4lxx_stream_get_fd(camera.stream()), POLLIN, 0};
    poll(&entry, 1, 0);
    assert_int_equal(camera.try_next(second), V4LXX_ERROR_STATE);
    camera.start();  // would be BUSY if polling had begun file I/O
    camera.next();
}

static void bar10d_B12_all_buffers_held_disarm_the_descriptor_and_cost_no_processor_time(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100", 2);
    camera.start();
    HeldFrame a = camera.next(), b = camera.next();
    pollfd entry{v4lxx_stream_get_fd(camera.stream()), POLLIN, 0};
    camera.try_next(0);
    assert_int_equal(poll(&entry, 1, 50), 0);
    const int64_t cpu = clock_ns(CLOCK_THREAD_CPUTIME_ID);
    assert_int_equal(camera.try_next(300 * ms), V4LXX_TIMED_OUT);
    assert_true(clock_ns(CLOCK_THREAD_CPUTIME_ID) - cpu < 50 * ms);
    a = HeldFrame(nullptr);
    assert_int_equal(poll(&entry, 1, 1000), 1);
    camera.next().assert_intact();
    b.assert_intact();
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar10c_S11_U10_cancel_ends_a_wait_even_if_the_driver_never_wakes),
        cmocka_unit_test(S11_U10_stop_and_close_from_another_thread_end_a_wait),
        cmocka_unit_test(S11_a_cancel_without_a_wait_ends_the_next_one_once),
        cmocka_unit_test(S01_S11_unplug_ends_a_wait),
        cmocka_unit_test(S31_a_wait_may_be_as_long_as_an_exposure_and_longer),
        cmocka_unit_test(S31_a_wait_without_end_for_a_trigger_can_be_cancelled),
        cmocka_unit_test(S12_a_driver_that_does_not_return_holds_up_nobody_else),
        cmocka_unit_test(bar10c_a_wait_until_a_point_in_time_ends_there_however_many_frames_come),
        cmocka_unit_test(bar10c_waits_of_a_context_end_at_a_point_in_time),
        cmocka_unit_test(abi_after_close_the_descriptor_stays_readable),
        cmocka_unit_test(abi_cancel_wakes_a_poller),
        cmocka_unit_test(S19_U12_a_storm_of_signals_changes_nothing),
        cmocka_unit_test(bar10c_S19_cancel_in_a_signal_handler_ends_a_wait),
        cmocka_unit_test(B12_U12_a_driver_that_is_always_ready_does_not_make_us_spin),
        cmocka_unit_test(S07_a_storm_of_EIO_is_counted_and_ends_in_a_clear_failure),
        cmocka_unit_test(S07_a_broken_queue_is_reported_to_who_polls),
        cmocka_unit_test(B12_waiting_before_start_polls_nothing),
        cmocka_unit_test(bar10d_B12_all_buffers_held_disarm_the_descriptor_and_cost_no_processor_time),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
