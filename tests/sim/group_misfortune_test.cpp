// Several cameras in step, of which one does not keep it: losses, stalls, unplugs, clocks that cannot be compared.
#include "support/baseline.hpp"
#include "support/group_rig.hpp"

using namespace v4lxx::test;

static void group_an_unplugged_camera_is_told_once_and_the_others_go_on(void **)
{
    const Baseline before = measure();
    for (const bool incomplete : {false, true}) {
        GroupRig rig(incomplete ? with_incomplete() : v4lxx_group_options V4LXX_GROUP_OPTIONS_INIT);
        rig.add(std::string(virtual_camera) + ",phase=0ms");
        rig.add(std::string(virtual_camera) + ",phase=0ms").inject("at frame 5 unplug");
        rig.start();
        int complete = 0, failures = 0;
        for (int i = 0; i < 20 && failures == 0; i++) {
            v4lxx_code code = 0;
            const v4lxx_status status = rig.try_next(5 * second, &code);
            complete += status == V4LXX_OK ? 1 : 0;
            if (status < 0) {
                assert_int_equal(code, V4LXX_CODE_DEVICE_GONE);
                failures++;
            }
        }
        assert_int_equal(complete, 5);
        assert_int_equal(failures, 1);
        assert_true(rig.told(1).is_gone);
        if (incomplete) {
            for (int i = 0; i < 10; i++)
                assert_int_equal(rig.next().info.cameras, 1);
        } else {
            assert_int_equal(rig.try_next(5 * second), V4LXX_END);
            assert_int_equal(rig.try_next(0), V4LXX_END);
        }
        rig.camera(1).allow_violations();
    }
    assert_baseline(before);
}

// A camera that gives nothing holds up a frame no longer than asked, and no wait longer than its time-out.
static void group_a_stalled_camera_never_holds_up_the_other(void **)
{
    GroupRig drops, hands_out(with_incomplete(30 * ms));
    for (GroupRig *rig : {&drops, &hands_out}) {
        rig->add(real_camera);
        rig->add(real_camera).inject("at frame 0 drop 100000");
        rig->start();
    }
    assert_int_equal(drops.try_next(100 * ms), V4LXX_TIMED_OUT);
    assert_true(drops.told(0).unmatched > 10);
    assert_true(drops.told(0).held <= 2);
    for (int i = 0; i < 10; i++)
        assert_int_equal(hands_out.next().info.cameras, 1);
    assert_int_equal(drops.camera(0).account().starved, 0);
}

static void group_the_last_frame_waits_no_longer_than_it_may(void **)
{
    GroupRig rig(with_incomplete(50 * ms));
    rig.add(real_camera).inject("at frame 1 drop 100000");
    rig.add(real_camera).inject("at frame 0 drop 100000");
    rig.start();
    assert_int_equal(rig.next().info.cameras, 1);
    // The same for a loop that waits for the descriptor.
    GroupRig polled(with_incomplete(50 * ms));
    const int fd = v4lxx_group_get_fd(polled.group());
    polled.add(real_camera).inject("at frame 1 drop 100000");
    polled.add(real_camera).inject("at frame 0 drop 100000");
    polled.start();
    v4lxx_status status = V4LXX_AGAIN;
    for (int i = 0; i < 200 && status == V4LXX_AGAIN; i++) {  // a frame that a simulated driver loses makes it readable, too
        pollfd entry{fd, POLLIN, 0};
        assert_int_equal(poll(&entry, 1, 5000), 1);
        status = polled.try_next(0);
    }
    assert_int_equal(status, V4LXX_OK);
}

static void group_an_unknown_clock_is_a_clear_failure_unless_sequences_will_do(void **)
{
    v4lxx_group_options lenient = V4LXX_GROUP_OPTIONS_INIT;
    lenient.match_by = V4LXX_MATCH_STAMPS_OR_SEQUENCES;
    GroupRig strict, group(lenient);
    for (GroupRig *rig : {&strict, &group}) {
        rig->add(std::string(virtual_camera) + ",timestamp=own");
        rig->add(virtual_camera);
        rig->start();
    }
    v4lxx_code code = 0;
    assert_int_equal(strict.try_next(5 * second, &code), V4LXX_ERROR_UNSUPPORTED);
    assert_int_equal(code, V4LXX_CODE_STAMPS_NOT_COMPARABLE);
    for (int i = 0; i < 50; i++) {
        Set set = group.next();
        assert_int_equal(set.frame(0).driver_sequence, set.frame(1).driver_sequence);
        assert_int_equal(set.info.skew_ns, -1);
    }
    assert_int_equal(group.statistics().match_by, V4LXX_MATCH_SEQUENCES);
    assert_int_equal(group.told(1).drift_frames, 0);
}

// A clock that a driver does not name is found out from its first frames.
static void group_a_clock_that_was_found_out_will_do(void **)
{
    GroupRig rig;
    rig.add(std::string(virtual_camera) + ",phase=0ms,timestamp=unknown");
    rig.add(std::string(virtual_camera) + ",phase=1ms");
    rig.start();
    for (int i = 0; i < 20; i++)
        assert_in_range(rig.next().info.skew_ns, ms - us, ms + us);
    assert_in_range(rig.told(0).unmatched, 1, 3);
}

static void group_sequences_find_the_partner_behind_a_loss(void **)
{
    v4lxx_group_options options = V4LXX_GROUP_OPTIONS_INIT;
    options.match_by = V4LXX_MATCH_SEQUENCES;
    GroupRig rig(options);
    rig.add(std::string(virtual_camera) + ",sequence=4294967290");  // wraps
    rig.add(std::string(virtual_camera) + ",sequence=4294967290").inject("at frame 7 drop 3");
    rig.start();
    for (int i = 0; i < 50; i++) {
        Set set = rig.next();
        assert_int_equal(set.frame(0).driver_sequence, set.frame(1).driver_sequence);
    }
    assert_int_equal(rig.told(0).unmatched, 3);
    assert_int_equal(rig.told(0).resets + rig.told(1).resets, 0);
}

static void group_a_camera_that_comes_back_takes_its_place(void **)
{
    GroupRig rig(with_incomplete());
    rig.add(std::string(virtual_camera) + ",phase=0ms");
    Camera &lost = rig.add(std::string(virtual_camera) + ",phase=0ms");
    rig.start();
    for (int i = 0; i < 5; i++)
        assert_int_equal(rig.next().info.cameras, 3);
    lost.stop();  // a stop is no failure
    for (int i = 0; i < 5; i++)
        (void)rig.next();
    assert_false(rig.told(1).is_gone);
    assert_true(rig.statistics().incomplete > 0);
    assert_int_equal(lost.sim().parameters().virtual_clock, true);
    lost.sim().advance(rig.camera(0).sim().now_ns() - lost.sim().now_ns());  // a virtual clock stands while nobody waits
    lost.start();
    bool complete = false;
    for (int i = 0; i < 10 && !complete; i++)
        complete = rig.next().info.is_complete;
    assert_true(complete);
    assert_int_equal(rig.told(1).resets, 1);
}

static void group_streams_that_were_closed_leave_and_cannot_come_back(void **)
{
    GroupRig rig;
    rig.add(virtual_camera);
    rig.add(virtual_camera);
    rig.start();
    (void)rig.next();
    v4lxx_stream_close(rig.camera(1).stream());
    v4lxx_code code = 0;
    v4lxx_status status = V4LXX_OK;
    while (status == V4LXX_OK)
        status = rig.try_next(5 * second, &code);
    assert_int_equal(status, V4LXX_ERROR_CLOSED);
    assert_int_equal(rig.try_next(5 * second), V4LXX_END);
    assert_int_equal(v4lxx_group_add_stream(rig.group(), rig.camera(1).stream(), 0, nullptr), V4LXX_ERROR_CLOSED);
}

// A stream that comes back by itself does not fail: its frames are missing while it is away.
static void group_a_stream_that_reconnects_stays(void **)
{
    GroupRig rig(with_incomplete());
    rig.add(real_camera);
    Camera &lost = rig.add(real_camera, 0, V4LXX_STREAM_RECONNECT);
    lost.inject("at frame 20 unplug\nat time 300ms replug");
    rig.start();
    bool was_away = false, is_back = false;
    for (int i = 0; i < 2000 && !is_back; i++) {
        const Set set = rig.next();
        was_away = was_away || (i > 25 && !set.info.is_complete);
        is_back = was_away && set.info.is_complete && rig.told(1).resets != 0;
    }
    assert_true(is_back);
    assert_false(rig.told(1).is_gone);
}

static void group_options_that_cannot_be_are_refused(void **)
{
    Context context;
    const auto create = [&](auto &&change) {
        v4lxx_group_options options = V4LXX_GROUP_OPTIONS_INIT;
        change(options);
        v4lxx_group *group = nullptr;
        const v4lxx_status status = v4lxx_group_create(context.get(), &options, &group, nullptr);
        assert_null(group);
        return status;
    };
    assert_int_equal(create([](auto &options) { options.match_by = 3; }), V4LXX_ERROR_ARGUMENT);
    assert_int_equal(create([](auto &options) { options.flags = 2; }), V4LXX_ERROR_ARGUMENT);
    assert_int_equal(create([](auto &options) { options.tolerance_ns = -1; }), V4LXX_ERROR_ARGUMENT);
    assert_int_equal(create([](auto &options) { options.max_wait_ns = -1; }), V4LXX_ERROR_ARGUMENT);
    assert_int_equal(create([](auto &options) { options.most_held = 33; }), V4LXX_ERROR_ARGUMENT);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(group_an_unplugged_camera_is_told_once_and_the_others_go_on),
        cmocka_unit_test(group_a_stalled_camera_never_holds_up_the_other),
        cmocka_unit_test(group_the_last_frame_waits_no_longer_than_it_may),
        cmocka_unit_test(group_an_unknown_clock_is_a_clear_failure_unless_sequences_will_do),
        cmocka_unit_test(group_a_clock_that_was_found_out_will_do),
        cmocka_unit_test(group_sequences_find_the_partner_behind_a_loss),
        cmocka_unit_test(group_a_camera_that_comes_back_takes_its_place),
        cmocka_unit_test(group_streams_that_were_closed_leave_and_cannot_come_back),
        cmocka_unit_test(group_a_stream_that_reconnects_stays),
        cmocka_unit_test(group_options_that_cannot_be_are_refused),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
