// What happens while a program is slower than its camera: nothing old, nothing out of order, nothing lost without being counted.
#include "support/camera.hpp"

#include <chrono>
#include <poll.h>
#include <random>
#include <thread>

using namespace v4lxx::test;

static const char *camera_name = "sim:camera,size=64x48,fps=100,clock=virtual";
static constexpr int64_t interval = 10 * ms;

static v4lxx_stream_options options_of(v4lxx_flow flow, uint32_t depth = 0)
{
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.flow = flow;
    options.flow_depth = depth;
    return options;
}

static uint64_t sum(const v4lxx_stream_account &account)
{
    return account.delivered + account.driver_dropped + account.corrupt_dropped + account.empty_dropped +
           account.policy_dropped + account.waiting;
}

static void warm_up(Camera &camera)
{
    for (int i = 0; i < 10; i++)
        camera.next();
}

static void S09_block_hands_out_all_that_the_driver_had_buffers_for(void **)
{
    Camera camera(camera_name, options_of(V4LXX_FLOW_BLOCK));
    camera.start();
    warm_up(camera);
    camera.sim().advance(20 * interval);
    uint64_t number = camera.next().info().number;
    for (int i = 0; i < 3; i++)
        assert_int_equal(camera.next().info().number, ++number);
    const auto account = camera.account();
    assert_int_equal(account.policy_dropped, 0);
    assert_true(camera.next().info().number > number + 10);
}

static void S09_U15_latest_hands_out_nothing_older_than_an_interval(void **)
{
    Camera camera(camera_name, options_of(V4LXX_FLOW_LATEST));
    camera.start();
    warm_up(camera);
    std::mt19937 random(3);
    uint64_t last = 0;
    for (int i = 0; i < 500; i++) {
        camera.sim().advance(static_cast<int64_t>(random() % 200) * ms);
        HeldFrame frame = camera.next();
        const v4lxx_frame_info info = frame.info();
        frame.assert_intact();
        assert_true(info.arrival_ns - info.timestamp_ns <= interval);
        assert_true(info.number > last);
        last = info.number;
    }
    const auto account = camera.account();
    assert_int_equal(sum(account), last + 1);
    assert_true(account.policy_dropped > 500);
    assert_int_equal(account.waiting, 0);
}

// What is there at the first look may be as old as the start.
static void S09_latest_is_not_misled_by_a_late_first_look(void **)
{
    Camera camera(camera_name, options_of(V4LXX_FLOW_LATEST));
    for (int start = 0; start < 3; start++) {
        camera.start();
        camera.sim().advance(10 * interval);
        for (int i = 0; i < 5; i++) {
            const v4lxx_frame_info info = camera.next().info();
            assert_true(info.arrival_ns - info.timestamp_ns <= interval);
        }
        camera.stop();
    }
}

static void S09_latest_works_with_one_buffer(void **)
{
    v4lxx_stream_options options = options_of(V4LXX_FLOW_LATEST);
    options.buffer_count = 1;
    Camera camera(std::string(camera_name) + ",buffers=1", options);
    camera.start();
    for (int i = 0; i < 20; i++) {
        camera.sim().advance(5 * interval);
        camera.next().assert_intact();
    }
}

static void S09_latest_skips_corrupt_frames_or_delivers_them_as_asked(void **)
{
    for (uint32_t flags : {0u, uint32_t{V4LXX_STREAM_DELIVER_CORRUPT}}) {
        v4lxx_stream_options options = options_of(V4LXX_FLOW_LATEST);
        options.flags = flags;
        Camera camera(camera_name, options);
        camera.inject("at frame every 2 corrupt");
        camera.start();
        uint32_t corrupt = 0;
        for (int i = 0; i < 20; i++)
            corrupt += (camera.next().info().flags & V4LXX_FRAME_CORRUPT) != 0 ? 1 : 0;
        assert_int_equal(corrupt != 0, flags != 0);
    }
}

// Until a rate was measured, and with stamps of an unknown clock, only the driver knows what is ready.
static void S09_latest_works_without_time_stamps(void **)
{
    Camera camera(std::string(camera_name) + ",timestamp=unknown", options_of(V4LXX_FLOW_LATEST));
    camera.start();
    for (int i = 0; i < 100; i++) {
        camera.sim().advance(35 * ms);
        const v4lxx_frame_info info = camera.next().info();
        assert_true(info.arrival_ns - info.timestamp_ns <= interval);
    }
}

static void bar1a_latest_in_time_costs_three_calls_a_frame(void **)
{
    Camera camera(camera_name, options_of(V4LXX_FLOW_LATEST));
    camera.start();
    warm_up(camera);
    const uint64_t before = camera.account().system_calls;
    for (int i = 0; i < 100; i++)
        camera.next();
    assert_int_equal(camera.account().system_calls - before, 300);
}

// Eight buffers are full after a pause, numbers 10 to 17; what comes after is the driver's loss.
static std::vector<uint64_t> numbers_after_a_pause(v4lxx_flow flow, uint32_t depth, v4lxx_stream_account *account)
{
    v4lxx_stream_options options = options_of(flow, depth);
    options.buffer_count = 8;
    Camera camera(camera_name, options);
    camera.start();
    warm_up(camera);
    camera.sim().advance(20 * interval);
    std::vector<uint64_t> numbers;
    for (int i = 0; i < 4; i++)
        numbers.push_back(camera.next().info().number);
    *account = camera.account();
    return numbers;
}

static void S09_drop_oldest_keeps_the_newest_that_wait(void **)
{
    v4lxx_stream_account account;
    const auto numbers = numbers_after_a_pause(V4LXX_FLOW_DROP_OLDEST, 3, &account);
    assert_true(numbers[0] >= 15);
    assert_int_equal(numbers[1], numbers[0] + 1);
    assert_true(account.policy_dropped >= 5);
    assert_int_equal(sum(account), numbers[3] + account.waiting + 1);
}

static void S09_drop_newest_keeps_the_oldest_that_wait(void **)
{
    v4lxx_stream_account account;
    const auto numbers = numbers_after_a_pause(V4LXX_FLOW_DROP_NEWEST, 3, &account);
    assert_int_equal(numbers[0], 10);
    assert_int_equal(numbers[1], 11);
    assert_int_equal(numbers[2], 12);
    assert_true(numbers[3] > 17);
    assert_true(account.policy_dropped >= 5);
    assert_int_equal(sum(account), numbers[3] + account.waiting + 1);
}

// A camera that falls silent after some frames. In real time: the descriptor of a virtual clock rings while buffers are queued.
static void fall_silent(Camera &camera)
{
    warm_up(camera);
    camera.inject("at frame 6 drop 1000000");
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
}

// Those that wait can be polled for, though the device has nothing; and when none waits any more, there is nothing to poll for.
static void bar10a_the_descriptor_is_readable_while_frames_wait(void **)
{
    v4lxx_stream_options options = options_of(V4LXX_FLOW_DROP_OLDEST, 3);
    options.buffer_count = 8;
    Camera camera("sim:camera,size=64x48,fps=100", options);
    pollfd entry{v4lxx_stream_get_fd(camera.stream()), POLLIN, 0};
    camera.start();
    fall_silent(camera);
    for (uint32_t waiting = 3; waiting > 0; waiting--) {
        assert_int_equal(poll(&entry, 1, 0), 1);
        camera.next(0);
        assert_int_equal(camera.account().waiting, waiting - 1);
    }
    assert_int_equal(poll(&entry, 1, 0), 0);
    assert_int_equal(camera.try_next(0), V4LXX_AGAIN);
}

// The driver says nothing any more that could end a wait for it.
static void S09_a_failure_that_waits_ends_waits_and_can_be_polled_for(void **)
{
    for (v4lxx_flow flow : {V4LXX_FLOW_LATEST, V4LXX_FLOW_DROP_OLDEST}) {
        v4lxx_stream_options options = options_of(flow, 3);
        options.buffer_count = 8;
        Camera camera("sim:camera,size=64x48,fps=100,timestamp=unknown", options);
        pollfd entry{v4lxx_stream_get_fd(camera.stream()), POLLIN, 0};
        camera.start();
        fall_silent(camera);
        camera.inject("on VIDIOC_DQBUF 2 errno EBADR\non VIDIOC_DQBUF 3.. errno EAGAIN");
        while (camera.account().waiting > 0 || camera.account().delivered == 10)
            camera.next();
        assert_int_equal(poll(&entry, 1, 0), 1);
        v4lxx_code code = 0;
        assert_int_equal(camera.try_next(-1, &code), V4LXX_ERROR_SYSTEM);
        assert_int_equal(camera.try_next(0), V4LXX_AGAIN);
    }
}

static void S09_a_failure_is_told_when_what_waits_has_been_handed_out(void **)
{
    v4lxx_stream_options options = options_of(V4LXX_FLOW_DROP_OLDEST, 8);
    options.buffer_count = 8;
    Camera camera(camera_name, options);
    camera.start();
    warm_up(camera);
    camera.sim().advance(6 * interval);
    camera.inject("on VIDIOC_DQBUF 2 errno EBADR");
    const uint64_t number = camera.next().info().number;
    assert_int_equal(camera.next().info().number, number + 1);
    v4lxx_code code = 0;
    assert_int_equal(camera.try_next(second, &code), V4LXX_ERROR_SYSTEM);
    assert_int_equal(camera.next().info().number, number + 2);  // and then it goes on
}

static void B03_the_end_is_told_when_what_waits_has_been_handed_out(void **)
{
    v4lxx_stream_options options = options_of(V4LXX_FLOW_DROP_NEWEST, 8);
    options.buffer_count = 8;
    Camera camera(camera_name, options);
    camera.start();
    warm_up(camera);
    camera.inject("at frame 4 last");
    camera.sim().advance(20 * interval);
    for (uint64_t number = 10; number < 15; number++)
        assert_int_equal(camera.next().info().number, number);
    assert_int_equal(camera.try_next(second), V4LXX_END);
    assert_int_equal(camera.try_next(0), V4LXX_END);
}

// Held while it is worked on and given back just before the next one is taken: the driver has one buffer then, and old frames in the others.
static void S09_latest_skips_old_frames_also_when_a_buffer_was_just_given_back(void **)
{
    Camera camera(camera_name, options_of(V4LXX_FLOW_LATEST));
    camera.start();
    warm_up(camera);
    for (int i = 0; i < 20; i++) {
        {
            HeldFrame busy = camera.next();
            camera.sim().advance(10 * interval);
        }
        const v4lxx_frame_info info = camera.next().info();
        assert_true(info.arrival_ns - info.timestamp_ns <= interval);
    }
}

// Stamps of the start of an exposure, and a driver that is slow: no frame may count as old for that.
static void S09_latest_hands_out_frames_whose_stamps_are_always_late(void **)
{
    Camera camera(std::string(camera_name) + ",source=soe", options_of(V4LXX_FLOW_LATEST));
    camera.inject("on VIDIOC_DQBUF all delay 5ms");
    camera.start();
    for (int i = 0; i < 50; i++)
        camera.next();
    assert_true(camera.account().policy_dropped <= 2);
}

static void bar1d_bar14f_the_driver_keeps_its_reserve_by_copies_however_many_frames_are_forgotten(void **)
{
    v4lxx_stream_options options = options_of(V4LXX_FLOW_BLOCK);
    options.min_queued = 2;
    Camera camera(camera_name, options);
    camera.start();
    std::vector<HeldFrame> held;
    for (int i = 0; i < 6; i++) {
        held.push_back(camera.next());
        assert_true(camera.account().queued >= 2);
        assert_int_equal((held.back().info().flags & V4LXX_FRAME_COPIED) != 0, i >= 2);
    }
    assert_int_equal(camera.account().copies, 4);
    assert_int_equal(camera.account().driver_dropped, 0);
    // Copies are bounded: then frames are dropped and counted, and the driver goes on.
    assert_int_equal(camera.try_next(100 * ms), V4LXX_TIMED_OUT);
    assert_true(camera.account().policy_dropped >= 9);
    assert_true(camera.account().queued >= 2);
    for (HeldFrame &frame : held)
        frame.assert_intact();
    camera.stop();
    camera.close();
    for (HeldFrame &frame : held)
        frame.assert_intact();
}

static void bar1d_the_driver_keeps_its_reserve_by_dropping(void **)
{
    v4lxx_stream_options options = options_of(V4LXX_FLOW_BLOCK);
    options.min_queued = 3;
    options.reserve = V4LXX_RESERVE_DROP;
    Camera camera(camera_name, options);
    camera.start();
    HeldFrame held = camera.next();
    assert_int_equal(camera.try_next(100 * ms), V4LXX_TIMED_OUT);
    const auto account = camera.account();
    assert_int_equal(account.queued, 3);
    assert_int_equal(account.copies, 0);
    assert_true(account.policy_dropped >= 9);
    held = HeldFrame(nullptr);
    camera.next().assert_intact();
}

static void bar1d_copies_stay_readable_after_unplug_and_close(void **)
{
    v4lxx_stream_options options = options_of(V4LXX_FLOW_BLOCK);
    options.min_queued = 3;
    Camera camera(camera_name, options);
    camera.start();
    std::vector<HeldFrame> held;
    for (int i = 0; i < 4; i++)
        held.push_back(camera.next());
    camera.sim().unplug();
    assert_int_equal(camera.try_next(second), V4LXX_ERROR_DEVICE_LOST);
    held.erase(held.begin() + 1);
    camera.close();
    for (HeldFrame &frame : held)
        frame.assert_intact();
}

static void bar1d_a_reserve_as_large_as_what_the_driver_gives_is_a_failed_start(void **)
{
    v4lxx_stream_options options = options_of(V4LXX_FLOW_BLOCK);
    options.min_queued = 3;
    Camera camera(std::string(camera_name) + ",buffers=3", options);
    ASSERT_CODE(v4lxx_stream_start(camera.stream(), &error), V4LXX_CODE_TOO_FEW_BUFFERS);
}

static void bar1d_reads_and_callbacks_go_on_behind_frames_that_were_dropped(void **)
{
    v4lxx_stream_options options = options_of(V4LXX_FLOW_BLOCK);
    options.min_queued = 3;
    options.reserve = V4LXX_RESERVE_DROP;
    Camera camera(camera_name, options);
    camera.start();
    static char buffer[64 * 48 * 2];
    size_t size = 0;
    v4lxx_error *problem = nullptr;
    HeldFrame held = camera.next();
    assert_int_equal(v4lxx_stream_read(camera.stream(), buffer, sizeof buffer, V4LXX_READ_FRAME, 100 * ms, &size, &problem),
                     V4LXX_TIMED_OUT);
    held = HeldFrame(nullptr);
    assert_int_equal(v4lxx_stream_read(camera.stream(), buffer, sizeof buffer, V4LXX_READ_FRAME, second, &size, &problem),
                     V4LXX_OK);
    assert_int_equal(size, sizeof buffer);
    static int calls;
    calls = 0;
    ASSERT_OK(v4lxx_stream_set_frame_callback(
        camera.stream(), [](v4lxx_stream *, v4lxx_frame *, void *) { calls++; }, nullptr, nullptr, &error));
    assert_int_equal(v4lxx_stream_dispatch(camera.stream(), second, &problem), V4LXX_OK);
    assert_int_equal(calls, 1);
}

static void bar1d_copies_that_come_back_are_used_again(void **)
{
    v4lxx_stream_options options = options_of(V4LXX_FLOW_BLOCK);
    options.min_queued = 3;
    Camera camera(camera_name, options);
    camera.start();
    HeldFrame kept = camera.next();
    std::vector<const void *> addresses;
    for (int i = 0; i < 50; i++) {
        HeldFrame frame = camera.next();
        frame.assert_intact();
        addresses.push_back(v4lxx_frame_get_plane_data(frame.get(), 0, nullptr));
    }
    for (const void *address : addresses)
        assert_ptr_equal(address, addresses[0]);
    assert_int_equal(camera.account().copies, 50);
    assert_int_equal(camera.account().policy_dropped, 0);
}

static void bar1e_the_account_adds_up_with_every_flow(void **)
{
    for (v4lxx_flow flow : {V4LXX_FLOW_BLOCK, V4LXX_FLOW_LATEST, V4LXX_FLOW_DROP_OLDEST, V4LXX_FLOW_DROP_NEWEST}) {
        v4lxx_stream_options options = options_of(flow, 3);
        options.buffer_count = 8;
        options.min_queued = flow == V4LXX_FLOW_BLOCK ? 0 : 2;
        Camera camera("sim:camera,size=32x32,fps=1000,clock=virtual,pattern=cells,sequence=4294960000", options);
        std::mt19937 random(7);
        camera.start();
        uint64_t last = 0;
        std::vector<HeldFrame> held;
        for (int round = 0; round < 400; round++) {
            const char *faults[] = {"at frame 3 corrupt",          "at frame 2 empty",
                                    "at frame 4 drop 7",           "at frame 1 short 9",
                                    "on VIDIOC_DQBUF 3 errno EIO", "at frame 2 drop 1"};
            camera.inject(faults[random() % 6]);
            camera.sim().advance(static_cast<int64_t>(random() % 12) * ms);
            for (int i = 0; i < 10; i++) {
                held.push_back(camera.next());
                const uint64_t number = held.back().info().number;
                assert_true(number > last || (round == 0 && i == 0));
                last = number;
                if (held.size() > random() % 7)
                    held.clear();
            }
        }
        held.clear();
        const auto account = camera.account();
        assert_true(sum(account) > last);
        camera.stop();
        const auto stopped = camera.account();
        assert_int_equal(stopped.waiting, 0);
        assert_int_equal(sum(stopped), sum(account));
        if (account.waiting == 0 && flow == V4LXX_FLOW_BLOCK)
            assert_int_equal(sum(account), last + 1);
    }
}

static void S24_no_time_stamp_confuses_a_flow(void **)
{
    for (const char *seconds : {"-9223372036", "9223372036", "0x7fffffffffffffff", "-1", "1"}) {
        Camera camera(camera_name, options_of(V4LXX_FLOW_LATEST));
        camera.allow_violations();
        camera.inject(std::string("on VIDIOC_DQBUF every 3 set tv_sec ") + seconds);
        camera.start();
        for (int i = 0; i < 100; i++)
            camera.next();
        assert_true(camera.account().policy_dropped <= 100);
    }
}

static void bad_input_flows_that_cannot_be_are_refused(void **)
{
    Camera camera(camera_name);
    const auto refused = [&](v4lxx_code code, v4lxx_stream_options options) {
        v4lxx_stream *stream = nullptr;
        ASSERT_CODE(v4lxx_stream_create(camera.device(), &options, &stream, &error), code);
        assert_null(stream);
    };
    v4lxx_stream_options options = options_of(4);
    refused(V4LXX_CODE_UNKNOWN_VALUE, options);
    options = options_of(V4LXX_FLOW_DROP_OLDEST, 0xffffffff);
    refused(V4LXX_CODE_VALUE_OUT_OF_RANGE, options);
    options = V4LXX_STREAM_OPTIONS_INIT;
    options.min_queued = 4;
    refused(V4LXX_CODE_VALUE_OUT_OF_RANGE, options);
    options.min_queued = 0;
    options.reserve = 3;
    refused(V4LXX_CODE_UNKNOWN_VALUE, options);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(S09_block_hands_out_all_that_the_driver_had_buffers_for),
        cmocka_unit_test(S09_U15_latest_hands_out_nothing_older_than_an_interval),
        cmocka_unit_test(S09_latest_is_not_misled_by_a_late_first_look),
        cmocka_unit_test(S09_latest_works_with_one_buffer),
        cmocka_unit_test(S09_latest_skips_corrupt_frames_or_delivers_them_as_asked),
        cmocka_unit_test(S09_latest_works_without_time_stamps),
        cmocka_unit_test(bar1a_latest_in_time_costs_three_calls_a_frame),
        cmocka_unit_test(S09_drop_oldest_keeps_the_newest_that_wait),
        cmocka_unit_test(S09_drop_newest_keeps_the_oldest_that_wait),
        cmocka_unit_test(bar10a_the_descriptor_is_readable_while_frames_wait),
        cmocka_unit_test(S09_a_failure_that_waits_ends_waits_and_can_be_polled_for),
        cmocka_unit_test(S09_a_failure_is_told_when_what_waits_has_been_handed_out),
        cmocka_unit_test(B03_the_end_is_told_when_what_waits_has_been_handed_out),
        cmocka_unit_test(S09_latest_skips_old_frames_also_when_a_buffer_was_just_given_back),
        cmocka_unit_test(S09_latest_hands_out_frames_whose_stamps_are_always_late),
        cmocka_unit_test(bar1d_bar14f_the_driver_keeps_its_reserve_by_copies_however_many_frames_are_forgotten),
        cmocka_unit_test(bar1d_the_driver_keeps_its_reserve_by_dropping),
        cmocka_unit_test(bar1d_copies_stay_readable_after_unplug_and_close),
        cmocka_unit_test(bar1d_a_reserve_as_large_as_what_the_driver_gives_is_a_failed_start),
        cmocka_unit_test(bar1d_reads_and_callbacks_go_on_behind_frames_that_were_dropped),
        cmocka_unit_test(bar1d_copies_that_come_back_are_used_again),
        cmocka_unit_test(bar1e_the_account_adds_up_with_every_flow),
        cmocka_unit_test(S24_no_time_stamp_confuses_a_flow),
        cmocka_unit_test(bad_input_flows_that_cannot_be_are_refused),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
