// A hostile driver again (hostile_test.cpp): what it says of its buffers, and when.
#include "hostile_driver.hpp"

#include "support/baseline.hpp"

#include <cstdlib>
#include <cstring>

using namespace v4lxx::test;

static void S24_numbers_of_buffers_that_cannot_be_are_refused(void **)
{
    struct {
        const char *camera, *rule, *request, *named, *shown;
    } const rules[] = {
        {single, "on VIDIOC_REQBUFS 0 set count 0xffffffff", "VIDIOC_REQBUFS", "count", "4294967295"},
        {single, "on VIDIOC_REQBUFS 0 set count 1025", "VIDIOC_REQBUFS", "count", "1025"},
        {single, "on VIDIOC_QUERYBUF 1 set length 0", "VIDIOC_QUERYBUF", "length", "0"},
        {single, "on VIDIOC_QUERYBUF 2 set index 0xffffffff", "VIDIOC_QUERYBUF", "index", "4294967295"},
        {single, "on VIDIOC_QUERYBUF 2 set index 1", "VIDIOC_QUERYBUF", "index", "1"},
        {multi, "on VIDIOC_QUERYBUF 0 set planes 0", "VIDIOC_QUERYBUF", "length", "0"},
        {multi, "on VIDIOC_QUERYBUF 3 set planes 1", "VIDIOC_QUERYBUF", "length", "1"},
        {multi, "on VIDIOC_QUERYBUF 0 set planes 9", "VIDIOC_QUERYBUF", "length", "9"},
        {multi, "on VIDIOC_QUERYBUF 0 set planes 0xffffffff", "VIDIOC_QUERYBUF", "length", "4294967295"},
        {multi, "on VIDIOC_QUERYBUF 0 set plane_length[1] 0", "VIDIOC_QUERYBUF", "length", "0"},
    };
    for (const auto &rule : rules) {
        const Baseline before = measure();
        {
            Camera camera(rule.camera);
            camera.inject(rule.rule);
            assert_driver_bug(start(camera), rule.rule, rule.request, rule.named, rule.shown);
            assert_usable(camera);
        }
        assert_baseline(before);
    }
}

// More buffers than there are: asking about the first one that is not there fails, and what was mapped is given back.
static void S24_a_granted_count_that_is_not_true_fails_the_start(void **)
{
    const Baseline before = measure();
    {
        Camera camera(single);
        camera.inject("on VIDIOC_REQBUFS 0 set count 1000");
        camera.allow_violations();
        const Refusal refusal = start(camera);
        assert_true(refusal.status < 0);
        assert_non_null(std::strstr(refusal.message.c_str(), "VIDIOC_QUERYBUF"));
        assert_usable(camera);
    }
    assert_baseline(before);
}

// The driver says that a buffer is longer, or lies elsewhere: mmap refuses that, whoever believed it.
static void S24_memory_that_is_not_there_fails_the_start(void **)
{
    for (const char *rule : {"on VIDIOC_QUERYBUF 0 set length 0xffffffff", "on VIDIOC_QUERYBUF 3 set offset 0x7ffff000",
                             "on VIDIOC_QUERYBUF 1 set length 0x40000000"}) {
        const Baseline before = measure();
        {
            Camera camera(single);
            camera.allow_violations();
            camera.inject(rule);
            const Refusal refusal = start(camera);
            assert_int_equal(refusal.code, V4LXX_CODE_MAP_FAILED);
            assert_non_null(std::strstr(refusal.message.c_str(), "mmap"));
            assert_usable(camera);
        }
        assert_baseline(before);
    }
}

// A buffer shorter than sizeimage: its frames are short, and end where it ends.
static void S24_a_buffer_smaller_than_the_picture_gives_short_frames(void **)
{
    Camera camera(single);
    camera.allow_violations();  // a part of a buffer is mapped
    camera.inject("on VIDIOC_QUERYBUF all set length 4096");
    const Refusal refusal = start(camera);
    if (refusal.status == V4LXX_OK) {
        HeldFrame frame = camera.next();
        assert_true((frame.info().flags & V4LXX_FRAME_SHORT) != 0);
        assert_true(frame.info().plane_bytes[0] <= 4096);
    } else {
        assert_int_equal(refusal.code, V4LXX_CODE_MAP_FAILED);  // the driver did not let it be mapped
    }
}

static void S24_indices_that_cannot_be_are_refused_and_the_stream_goes_on(void **)
{
    for (const char *value : {"4", "1000", "0xffffffff", "0x80000000"}) {
        const Baseline before = measure();
        {
            Camera camera(single);
            camera.start();
            camera.next();
            camera.inject(std::string("on VIDIOC_DQBUF 0 set index ") + value);
            const uint32_t number = static_cast<uint32_t>(std::strtoul(value, nullptr, 0));
            assert_driver_bug(take(camera), value, "VIDIOC_DQBUF", "index", std::to_string(number).c_str());
            for (int i = 0; i < 5; i++)
                camera.next().assert_intact();
            camera.stop();
            assert_usable(camera);
        }
        assert_baseline(before);
    }
}

// The frame a program holds is not given to it twice, whatever the driver says.
static void S24_a_buffer_that_is_held_cannot_come_again(void **)
{
    Camera camera(single);
    camera.start();
    HeldFrame held = camera.next();
    camera.inject("on VIDIOC_DQBUF 0 set index " + std::to_string(held.info().buffer_index));
    assert_driver_bug(take(camera), "held", "VIDIOC_DQBUF", "index", std::to_string(held.info().buffer_index).c_str());
    assert_int_equal(camera.account().held, 1);
    held.assert_intact();
    camera.next().assert_intact();
}

// A buffer the driver refused to take back is not with the driver: it cannot come from there either.
static void S24_a_buffer_that_was_refused_cannot_come(void **)
{
    Camera camera(single);
    camera.allow_violations();
    camera.start();
    uint32_t refused = 0;
    {
        HeldFrame frame = camera.next();
        refused = frame.info().buffer_index;
        camera.inject("on VIDIOC_QBUF 0..3 errno EINVAL\non VIDIOC_DQBUF 0 set index " + std::to_string(refused));
    }
    assert_int_equal(take(camera).code, V4LXX_CODE_QUEUE_REFUSED);  // said once
    assert_driver_bug(take(camera), "refused", "VIDIOC_DQBUF", "index", std::to_string(refused).c_str());
    camera.next();
    assert_true(camera.account().queued <= 4);
    assert_usable(camera);
}

static void S24_bytesused_beyond_the_buffer_is_cut_to_it(void **)
{
    for (const char *name : {single, multi}) {
        Camera camera(name);
        camera.start();
        for (const char *rule : {"on VIDIOC_DQBUF 0 set bytesused 0xffffffff", "on VIDIOC_DQBUF 0 set bytesused 1000000"}) {
            camera.inject(rule);
            HeldFrame frame = camera.next();
            frame.assert_intact();  // reads every byte there is
            for (uint32_t i = 0; i < frame.info().plane_count; i++)
                assert_true(frame.info().plane_bytes[i] <= 6144);
            assert_int_equal(frame.info().flags & V4LXX_FRAME_SHORT, 0);
        }
    }
}

static void S24_a_data_offset_beyond_the_data_leaves_no_frame(void **)
{
    Camera camera(multi);
    camera.start();
    camera.inject("on VIDIOC_DQBUF 0 set data_offset 0xffffffff\non VIDIOC_DQBUF 1 set data_offset 4096");
    camera.next();
    const auto account = camera.account();
    assert_true(account.empty_dropped >= 1);
    assert_int_equal(account.delivered + account.empty_dropped, 3);
    camera.inject("on VIDIOC_DQBUF 0 set data_offset[1] 1000");
    HeldFrame frame = camera.next();
    assert_true((frame.info().flags & V4LXX_FRAME_SHORT) != 0);
    assert_true(frame.info().plane_bytes[1] <= 1536 - 1000);
}

static void S24_a_sequence_that_goes_back_is_not_4_billion_lost_frames(void **)
{
    Camera camera(single);
    camera.inject("at frame 5 sequence 1\nat frame 10 sequence 4294967295\nat frame 11 sequence 0");
    camera.start();
    uint32_t last = 0;
    for (int i = 0; i < 20; i++) {
        const v4lxx_frame_info info = camera.next().info();
        assert_true(i == 0 || info.sequence > last);
        last = info.sequence;
    }
    assert_true(camera.account().driver_dropped < 100);
}

// A capture device has no last frame; one that says so all the same keeps its stream until it says EPIPE.
static void S24_LAST_on_a_capture_device(void **)
{
    Camera camera(single);
    camera.start();
    camera.inject("on VIDIOC_DQBUF 0 flag LAST");
    HeldFrame last = camera.next();
    assert_true((last.info().flags & V4LXX_FRAME_LAST) != 0);
    camera.next().assert_intact();
    camera.inject("on VIDIOC_DQBUF 0 flag LAST\non VIDIOC_DQBUF 0 set bytesused 0");
    assert_int_equal(camera.try_next(second), V4LXX_END);
    assert_int_equal(camera.try_next(second), V4LXX_END);
    assert_usable(camera);
}

// Ready for ever, with nothing: the caller's time is kept, and so is the processor's.
static void S24_a_driver_that_is_always_ready_keeps_nobody_beyond_the_time_given(void **)
{
    for (const char *rule : {"on VIDIOC_DQBUF all errno EAGAIN", "at frame all corrupt", "at frame all empty"}) {
        Camera camera(single);
        camera.start();
        camera.inject(std::string("on wait always ready\n") + rule);
        const uint64_t before = camera.account().system_calls;
        assert_int_equal(camera.try_next(100 * ms), V4LXX_TIMED_OUT);
        assert_true(camera.account().system_calls - before < 200);
        assert_int_equal(camera.try_next(0), V4LXX_AGAIN);
        assert_true(camera.account().system_calls - before < 5000);
    }
}

static void S24_the_longest_time_there_is_means_for_ever(void **)
{
    Camera camera(single);
    camera.start();
    v4lxx_frame *frame = nullptr;
    ASSERT_OK(v4lxx_stream_dequeue(camera.stream(), INT64_MAX, &frame, &error));
    HeldFrame(frame).assert_intact();
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(S24_numbers_of_buffers_that_cannot_be_are_refused),
        cmocka_unit_test(S24_a_granted_count_that_is_not_true_fails_the_start),
        cmocka_unit_test(S24_memory_that_is_not_there_fails_the_start),
        cmocka_unit_test(S24_a_buffer_smaller_than_the_picture_gives_short_frames),
        cmocka_unit_test(S24_indices_that_cannot_be_are_refused_and_the_stream_goes_on),
        cmocka_unit_test(S24_a_buffer_that_is_held_cannot_come_again),
        cmocka_unit_test(S24_a_buffer_that_was_refused_cannot_come),
        cmocka_unit_test(S24_bytesused_beyond_the_buffer_is_cut_to_it),
        cmocka_unit_test(S24_a_data_offset_beyond_the_data_leaves_no_frame),
        cmocka_unit_test(S24_a_sequence_that_goes_back_is_not_4_billion_lost_frames),
        cmocka_unit_test(S24_LAST_on_a_capture_device),
        cmocka_unit_test(S24_a_driver_that_is_always_ready_keeps_nobody_beyond_the_time_given),
        cmocka_unit_test(S24_the_longest_time_there_is_means_for_ever),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
