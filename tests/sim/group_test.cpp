// Several cameras in step, through the public API.
#include "support/baseline.hpp"
#include "support/group_rig.hpp"

#include <csignal>
#include <thread>

using namespace v4lxx::test;

static void U17_group_hands_out_frames_taken_at_the_same_time_and_tells_the_skew(void **)
{
    const Baseline before = measure();
    {
        GroupRig rig;
        rig.add(std::string(virtual_camera) + ",phase=0ms");
        rig.add(std::string(virtual_camera) + ",phase=2ms");
        rig.start();
        for (uint64_t i = 0; i < 300; i++) {
            Set set = rig.next();
            assert_int_equal(set.info.camera_count, 2);
            assert_int_equal(set.info.cameras, 3);
            assert_int_equal(set.info.number, i);
            assert_true(set.info.is_complete);
            assert_in_range(set.info.skew_ns, 2 * ms - us, 2 * ms + us);
            assert_int_equal(set.frame(1).timestamp_ns - set.frame(0).timestamp_ns, set.info.skew_ns);
            assert_int_equal(v4lxx_frame_set_get_moment(set.held, 1), set.frame(1).timestamp_ns);
            assert_null(v4lxx_frame_set_get_frame(set.held, 2));
        }
        const v4lxx_group_statistics seen = rig.statistics();
        assert_int_equal(seen.complete, 300);
        assert_int_equal(seen.incomplete, 0);
        assert_int_equal(seen.skew.count, 300);
        assert_in_range(seen.skew.most_ns, 2 * ms - us, 2 * ms + us);
        assert_int_equal(seen.match_by, V4LXX_MATCH_STAMPS);
        assert_in_range(seen.tolerance_ns, 16 * ms, 17 * ms);
        assert_int_equal(rig.camera(0).account().driver_dropped, 0);
    }
    assert_baseline(before);
}

// Two calls of its own for each frame, and the shared wait.
static void group_takes_two_calls_per_frame_and_a_wait_for_all(void **)
{
    GroupRig rig;
    for (int i = 0; i < 4; i++)
        rig.add(std::string(real_camera) + ",phase=0ms");
    rig.start();
    for (int i = 0; i < 10; i++)
        (void)rig.next();
    const uint64_t waits = rig.waits();
    uint64_t calls[2] = {};
    for (uint32_t i = 0; i < 4; i++)
        calls[0] += rig.camera(i).account().system_calls;
    for (int i = 0; i < 100; i++)
        (void)rig.next();
    uint64_t frames = 0;
    for (uint32_t i = 0; i < 4; i++) {
        calls[1] += rig.camera(i).account().system_calls;
        frames += rig.told(i).in_complete;
    }
    frames -= 40;
    assert_int_equal(frames, 400);
    assert_true(calls[1] - calls[0] <= 2 * frames + 40);  // a camera may be found ready that was just asked
    assert_true(rig.waits() - waits <= frames + 10);      // one for each frame where each comes by itself
}

static void U17_group_a_drift_is_measured(void **)
{
    GroupRig rig;
    rig.add(std::string(virtual_camera) + ",phase=0ms");
    rig.add(std::string(virtual_camera) + ",phase=0ms,drift=120");
    rig.start();
    for (int i = 0; i < 600; i++)
        (void)rig.next();
    const v4lxx_group_camera told = rig.told(1);
    assert_in_range(told.drift_ppb, 119'000, 121'000);
    assert_true(told.drift_frames >= 500);
    assert_in_range(told.interval_ns, 33'337'000, 33'338'000);
    assert_int_equal(rig.told(0).drift_ppb, 0);
}

// As they drift apart, one frame in the end has no partner; then they go on.
static void group_cameras_that_drift_past_one_another_lose_one_frame(void **)
{
    GroupRig rig;
    rig.add(std::string(virtual_camera) + ",phase=0ms");
    rig.add(std::string(virtual_camera) + ",phase=0ms,drift=2000");
    rig.start();
    for (int i = 0; i < 1200; i++)
        assert_true(rig.next().info.skew_ns <= 17 * ms);
    assert_in_range(rig.told(0).unmatched, 2, 3);
    assert_int_equal(rig.told(1).unmatched, 0);
}

static void group_of_two_rates_matches_every_second_frame(void **)
{
    GroupRig rig;
    rig.add(std::string(virtual_camera) + ",phase=0ms");
    rig.add("sim:camera,size=64x48,fps=60,pattern=cells,clock=virtual,phase=1ms");
    rig.start();
    for (int i = 0; i < 100; i++)
        assert_in_range(rig.next().info.skew_ns, ms - us, ms + us);
    assert_in_range(rig.told(1).unmatched, 98, 101);
    assert_int_equal(rig.told(0).unmatched, 0);
}

static void U17_group_start_of_exposure_is_compared_with_the_end_of_frames(void **)
{
    GroupRig rig;
    rig.add(std::string(virtual_camera) + ",phase=0ms,source=soe");
    rig.add(std::string(virtual_camera) + ",phase=3ms");
    rig.start();
    for (int i = 0; i < 20; i++) {
        Set set = rig.next();
        assert_in_range(set.info.skew_ns, 3 * ms - us, 3 * ms + us);
        assert_in_range(v4lxx_frame_set_get_moment(set.held, 1) - v4lxx_frame_set_get_moment(set.held, 0), 3 * ms - us,
                        3 * ms + us);
    }
}

static void group_a_known_offset_is_taken_off(void **)
{
    GroupRig rig;
    rig.add(std::string(virtual_camera) + ",phase=0ms");
    rig.add(std::string(virtual_camera) + ",phase=0ms,offset=12ms", -12 * ms);
    rig.start();
    for (int i = 0; i < 20; i++)
        assert_true(rig.next().info.skew_ns <= us);
}

static void group_a_descriptor_tells_of_sets_and_is_quiet_without(void **)
{
    GroupRig rig;
    const int fd = v4lxx_group_get_fd(rig.group());
    assert_true(fd >= 0);
    assert_int_equal(v4lxx_group_get_fd(rig.group()), fd);
    rig.add(std::string(real_camera) + ",phase=0ms");
    rig.add(std::string(real_camera) + ",phase=1ms");
    assert_false(is_readable(fd));
    assert_int_equal(rig.try_next(0), V4LXX_AGAIN);
    rig.start();
    int sets = 0;
    for (int turns = 0; sets < 50 && turns < 1000; turns++) {
        pollfd entry{fd, POLLIN, 0};
        assert_int_equal(poll(&entry, 1, 5000), 1);
        const v4lxx_status status = rig.try_next(0);
        assert_true(status == V4LXX_OK || status == V4LXX_AGAIN);
        sets += status == V4LXX_OK ? 1 : 0;
    }
    assert_int_equal(sets, 50);
    rig.camera(0).stop();
    rig.camera(1).stop();
    while (rig.try_next(0) == V4LXX_OK) {
    }
    assert_false(is_readable(fd));
}

static void group_and_loop_do_not_share_a_stream(void **)
{
    GroupRig rig, other;
    Camera &camera = rig.add(virtual_camera);
    assert_int_equal(v4lxx_group_add_stream(rig.group(), camera.stream(), 0, nullptr), V4LXX_ERROR_STATE);
    assert_int_equal(v4lxx_context_add_stream(rig.context(), camera.stream(), 1, nullptr), V4LXX_ERROR_STATE);
    assert_int_equal(v4lxx_group_add_stream(other.group(), camera.stream(), 0, nullptr), V4LXX_ERROR_ARGUMENT);
    assert_int_equal(v4lxx_group_add_stream(rig.group(), camera.stream(), 2 * 3600 * second, nullptr), V4LXX_ERROR_ARGUMENT);
}

static v4lxx_group *to_cancel;
static void cancel_it(int) { v4lxx_group_cancel(to_cancel); }

static void group_a_wait_is_cancelled_from_a_signal_handler_and_a_thread(void **)
{
    GroupRig rig;
    rig.add("sim:camera,size=64x48,pattern=cells").inject("at frame 0 drop 100000");
    rig.start();
    std::thread other([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        v4lxx_group_cancel(rig.group());
    });
    assert_int_equal(rig.try_next(-1), V4LXX_ERROR_CANCELLED);
    other.join();
    assert_int_equal(rig.try_next(0), V4LXX_AGAIN);
    to_cancel = rig.group();
    std::signal(SIGALRM, cancel_it);
    alarm(1);
    assert_int_equal(rig.try_next(-1), V4LXX_ERROR_CANCELLED);
    std::signal(SIGALRM, SIG_DFL);
}

static void group_sets_outlive_their_group(void **)
{
    const Baseline before = measure();
    {
        v4lxx_frame_set *held = nullptr;
        v4lxx_frame *frame = nullptr;
        {
            GroupRig rig;
            rig.add(virtual_camera);
            rig.add(virtual_camera);
            rig.start();
            ASSERT_OK(v4lxx_group_next(rig.group(), 5 * second, &held, &error));
        }
        frame = v4lxx_frame_ref(v4lxx_frame_set_get_frame(held, 1));
        HeldFrame(v4lxx_frame_ref(v4lxx_frame_set_get_frame(held, 0))).assert_intact(v4lxx::kernel::sim::Pattern::cells);
        v4lxx_frame_set_unref(v4lxx_frame_set_ref(held));
        v4lxx_frame_set_unref(held);
        HeldFrame(frame).assert_intact(v4lxx::kernel::sim::Pattern::cells);
    }
    assert_baseline(before);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(U17_group_hands_out_frames_taken_at_the_same_time_and_tells_the_skew),
        cmocka_unit_test(group_takes_two_calls_per_frame_and_a_wait_for_all),
        cmocka_unit_test(U17_group_a_drift_is_measured),
        cmocka_unit_test(group_cameras_that_drift_past_one_another_lose_one_frame),
        cmocka_unit_test(group_of_two_rates_matches_every_second_frame),
        cmocka_unit_test(U17_group_start_of_exposure_is_compared_with_the_end_of_frames),
        cmocka_unit_test(group_a_known_offset_is_taken_off),
        cmocka_unit_test(group_a_descriptor_tells_of_sets_and_is_quiet_without),
        cmocka_unit_test(group_and_loop_do_not_share_a_stream),
        cmocka_unit_test(group_a_wait_is_cancelled_from_a_signal_handler_and_a_thread),
        cmocka_unit_test(group_sets_outlive_their_group),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
