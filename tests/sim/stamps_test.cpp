// Time on each frame: what is odd about a driver's stamps is said and counted, and what is not odd is measured.
#include "support/camera.hpp"

using namespace v4lxx::test;

static const char *camera_name = "sim:camera,size=64x48,fps=100,clock=virtual";
static constexpr uint32_t odd =
    V4LXX_FRAME_STAMP_UNSET | V4LXX_FRAME_STAMP_REPEATED | V4LXX_FRAME_STAMP_BACKWARD | V4LXX_FRAME_STAMP_FUTURE;

static v4lxx_stream_statistics statistics_of(Camera &camera)
{
    v4lxx_stream_statistics statistics = V4LXX_STREAM_STATISTICS_INIT;
    ASSERT_OK(v4lxx_stream_read_statistics(camera.stream(), &statistics, &error));
    return statistics;
}

static void bar11a_each_frame_has_its_number_arrival_and_start(void **)
{
    Camera camera(camera_name);
    for (uint32_t start = 1; start <= 2; start++) {
        camera.start();
        for (uint32_t i = 0; i < 5; i++) {
            const v4lxx_frame_info info = camera.next().info();
            assert_int_equal(info.number, i);
            assert_int_equal(info.generation, start);
            assert_true(info.arrival_ns >= info.timestamp_ns);
            assert_int_equal(info.flags & odd, 0);
            assert_int_equal(info.picture_type, V4LXX_PICTURE_UNKNOWN);
            assert_int_equal(info.timecode_type, 0);
        }
        camera.stop();
    }
}

static void bar11a_a_start_that_failed_is_no_start(void **)
{
    Camera camera(camera_name);
    camera.inject("on VIDIOC_STREAMON 0..1 errno EIO");
    v4lxx_error *problem = nullptr;
    for (int i = 0; i < 2; i++) {
        assert_true(v4lxx_stream_start(camera.stream(), &problem) < 0);
        v4lxx_error_free(problem);
        problem = nullptr;
    }
    camera.start();
    assert_int_equal(camera.next().info().generation, 1);
}

// A time of 32 bits ends in January 2038; one of 64 bits tells of 2100.
static void bar11f_a_stamp_as_late_as_its_time_can_tell_is_read(void **)
{
    const int64_t seconds = sizeof(time_t) == 8 ? 4'102'444'800 : 2'147'483'647;
    Camera camera(camera_name);
    camera.inject("on VIDIOC_DQBUF 0 set tv_sec " + std::to_string(seconds));
    camera.start();
    const v4lxx_frame_info info = camera.next().info();
    assert_int_equal(info.timestamp_ns / second, seconds);
    assert_true((info.flags & V4LXX_FRAME_STAMP_FUTURE) != 0);
}

// A frame behind a stamp of the future, or of the past, tells nothing of an interval.
static void S32_one_rubbish_stamp_spoils_no_histogram(void **)
{
    Camera camera(camera_name);
    camera.inject("at frame 5 timestamp 900000s\nat frame 9 timestamp 1ns\non VIDIOC_DQBUF 12 set tv_sec -9223372036\n"
                  "on VIDIOC_DQBUF 15 set tv_sec 0x7fffffffffffffff");
    camera.start();
    for (int i = 0; i < 20; i++)
        camera.next();
    const auto statistics = statistics_of(camera);
    assert_true(statistics.interval.count >= 8);
    assert_true(statistics.interval.least_ns >= 0 && statistics.interval.most_ns <= 60 * second);
    assert_true(statistics.delivery.least_ns >= 0 && statistics.delivery.most_ns <= 60 * second);
    assert_true(statistics.interval.sum_ns >= 0 && statistics.delivery.sum_ns >= 0);
}

static void bar11d_the_number_goes_on_where_32_bits_end(void **)
{
    Camera camera(std::string(camera_name) + ",sequence=4294967294");
    // Each step is less than half of all numbers, so it is a gap; together they are more than 32 bits have.
    camera.inject(
        "at frame 1 sequence 0x40000000\nat frame 2 sequence 0x80000000\nat frame 3 sequence 0xc0000000\nat frame 4 sequence 0x1fffffff");
    camera.start();
    uint64_t number = 0;
    for (int i = 0; i < 5; i++)
        number = camera.next().info().number;
    assert_true(number > UINT32_MAX);
    const auto account = camera.account();
    assert_int_equal(account.delivered + account.driver_dropped, number + 1);
}

static void S32_U17_stamps_that_are_unset_repeated_backward_or_of_the_future_are_marked_and_counted(void **)
{
    Camera camera(camera_name);
    camera.inject("on VIDIOC_DQBUF 2 set tv_sec 0\non VIDIOC_DQBUF 2 set tv_usec 0\n"
                  "at frame 4 timestamp 1ms\nat frame 6 timestamp 900000s");
    camera.start();
    std::vector<uint32_t> flags;
    for (int i = 0; i < 9; i++)
        flags.push_back(camera.next().info().flags & odd);
    // Behind the one of the future all are backward until the clock is there.
    assert_int_equal(flags[2], V4LXX_FRAME_STAMP_UNSET);
    assert_int_equal(flags[3], 0);
    assert_int_equal(flags[4], V4LXX_FRAME_STAMP_BACKWARD);
    assert_int_equal(flags[5], 0);
    assert_int_equal(flags[6], V4LXX_FRAME_STAMP_FUTURE);
    assert_int_equal(flags[7], V4LXX_FRAME_STAMP_BACKWARD);
    assert_int_equal(flags[8], 0);
    const auto statistics = statistics_of(camera);
    assert_int_equal(statistics.stamps_unset, 1);
    assert_int_equal(statistics.stamps_repeated, 0);
    assert_int_equal(statistics.stamps_backward, 2);
    assert_int_equal(statistics.stamps_future, 1);
}

static void S32_a_repeated_stamp_is_no_interval(void **)
{
    Camera camera(camera_name);
    camera.inject("at frame 1 timestamp 5ms\nat frame 2 timestamp 5ms\nat frame 3 timestamp 5ms");
    camera.start();
    for (int i = 0; i < 4; i++)
        camera.next();
    const auto statistics = statistics_of(camera);
    assert_int_equal(statistics.stamps_repeated, 2);
    assert_int_equal(statistics.interval.buckets[0], 0);
}

static void U15_intervals_and_delivery_are_measured(void **)
{
    Camera camera(camera_name);
    camera.inject("at frame 50 drop 4");
    camera.start();
    for (int i = 0; i < 100; i++)
        camera.next();
    auto statistics = statistics_of(camera);
    assert_int_equal(statistics.interval.count, 99);
    assert_int_equal(statistics.delivery.count, 100);
    assert_int_equal(statistics.interval.least_ns, 10 * ms);
    assert_int_equal(statistics.interval.most_ns, 50 * ms);
    assert_int_equal(statistics.interval.sum_ns, 98 * 10 * ms + 50 * ms);
    assert_true(v4lxx_histogram_get_quantile(&statistics.interval, 500) < 13 * ms);
    assert_int_equal(v4lxx_histogram_get_quantile(&statistics.interval, 1000), 50 * ms);
    camera.stop();
    camera.start();
    camera.next();
    statistics = statistics_of(camera);
    assert_int_equal(statistics.interval.count, 99);  // none over a start
    assert_int_equal(statistics.delivery.count, 101);
}

static void B08_stamps_of_another_clock_measure_intervals_and_no_delivery(void **)
{
    Camera camera(std::string(camera_name) + ",timestamp=unknown");
    camera.start();
    for (int i = 0; i < 10; i++)
        camera.next();
    assert_int_equal(statistics_of(camera).delivery.count, 0);
    assert_int_equal(statistics_of(camera).interval.count, 9);
}

static void bar11a_a_time_code_is_told_if_the_driver_set_one(void **)
{
    Camera camera(camera_name);
    camera.inject("on VIDIOC_DQBUF 1..2 set timecode_type 2\non VIDIOC_DQBUF 1..2 set timecode_hours 23\n"
                  "on VIDIOC_DQBUF 1..2 set timecode_minutes 59\non VIDIOC_DQBUF 1..2 set timecode_seconds 58\n"
                  "on VIDIOC_DQBUF 1..2 set timecode_frames 24\non VIDIOC_DQBUF 1..2 set timecode_flags 1\n"
                  "on VIDIOC_DQBUF 1..2 set timecode_userbits 0x04030201\non VIDIOC_DQBUF 1 flag TIMECODE");
    camera.start();
    assert_int_equal(camera.next().info().timecode_type, 0);
    const v4lxx_frame_info info = camera.next().info();
    assert_int_equal(info.timecode_type, 2);
    assert_int_equal(info.timecode_flags, 1);
    assert_int_equal(info.timecode_hours, 23);
    assert_int_equal(info.timecode_minutes, 59);
    assert_int_equal(info.timecode_seconds, 58);
    assert_int_equal(info.timecode_frames, 24);
    assert_int_equal(info.timecode_user_bits, 0x04030201);
    assert_int_equal(camera.next().info().timecode_type, 0);  // without the flag the field is rubbish
}

static void bar11e_the_drivers_flags_say_key_P_and_B(void **)
{
    Camera camera(camera_name);
    camera.inject("on VIDIOC_DQBUF 0 flag KEYFRAME\non VIDIOC_DQBUF 1 flag PFRAME\non VIDIOC_DQBUF 2 flag BFRAME");
    camera.start();
    const uint32_t wanted[] = {V4LXX_PICTURE_KEY, V4LXX_PICTURE_PREDICTED, V4LXX_PICTURE_BIDIRECTIONAL, V4LXX_PICTURE_UNKNOWN};
    for (uint32_t picture : wanted) {
        const v4lxx_frame_info info = camera.next().info();
        assert_int_equal(info.picture_type, picture);
        assert_int_equal((info.flags & V4LXX_FRAME_KEY) != 0, picture == V4LXX_PICTURE_KEY);
    }
}

static void bar11e_MJPEG_is_key_without_a_flag(void **)
{
    if (!v4lxx_supports(V4LXX_FEATURE_JPEG))
        return;
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual,format=MJPG");
    camera.start();
    const v4lxx_frame_info info = camera.next().info();
    assert_int_equal(info.picture_type, V4LXX_PICTURE_KEY);
    assert_true(info.flags & V4LXX_FRAME_KEY);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar11f_a_stamp_as_late_as_its_time_can_tell_is_read),
        cmocka_unit_test(bar11a_each_frame_has_its_number_arrival_and_start),
        cmocka_unit_test(bar11a_a_start_that_failed_is_no_start),
        cmocka_unit_test(S32_one_rubbish_stamp_spoils_no_histogram),
        cmocka_unit_test(bar11d_the_number_goes_on_where_32_bits_end),
        cmocka_unit_test(S32_U17_stamps_that_are_unset_repeated_backward_or_of_the_future_are_marked_and_counted),
        cmocka_unit_test(S32_a_repeated_stamp_is_no_interval),
        cmocka_unit_test(U15_intervals_and_delivery_are_measured),
        cmocka_unit_test(B08_stamps_of_another_clock_measure_intervals_and_no_delivery),
        cmocka_unit_test(bar11a_a_time_code_is_told_if_the_driver_set_one),
        cmocka_unit_test(bar11e_the_drivers_flags_say_key_P_and_B),
        cmocka_unit_test(bar11e_MJPEG_is_key_without_a_flag),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
