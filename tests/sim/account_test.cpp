// The account: every frame the driver counted stands in exactly one line, whatever it did.
#include "support/camera.hpp"

#include "device/device.hpp"
#include "uapi/videodev2.hpp"

#include <random>

using namespace v4lxx;
using namespace v4lxx::test;

static const char *camera_name = "sim:camera,size=64x48,fps=100,clock=virtual";

static uint64_t sum(const v4lxx_stream_account &account)
{
    return account.delivered + account.driver_dropped + account.corrupt_dropped + account.empty_dropped;
}

static void B02_S06_corrupt_frames_are_dropped_and_counted_and_the_stream_goes_on(void **)
{
    Camera camera(camera_name);
    camera.inject("at frame every 3 corrupt");
    camera.start();
    for (int i = 0; i < 100; i++) {
        HeldFrame frame = camera.next();
        assert_int_equal(frame.info().flags & V4LXX_FRAME_CORRUPT, 0);
    }
    const auto account = camera.account();
    assert_true(account.corrupt >= 45);
    assert_int_equal(account.corrupt, account.corrupt_dropped);
    assert_int_equal(account.queued, 4);
    assert_int_equal(account.driver_dropped, 0);
}

static void B02_corrupt_frames_are_delivered_if_asked_for(void **)
{
    Camera camera(camera_name, 4, V4LXX_STREAM_DELIVER_CORRUPT);
    camera.inject("at frame 2 corrupt");
    camera.start();
    for (uint32_t i = 0; i < 5; i++)
        assert_int_equal((camera.next().info().flags & V4LXX_FRAME_CORRUPT) != 0, i == 2);
    assert_int_equal(camera.account().corrupt, 1);
    assert_int_equal(camera.account().corrupt_dropped, 0);
}

static void B02_a_thousand_corrupt_frames_cost_no_buffer(void **)
{
    Camera camera(camera_name);
    camera.inject("at frame every 2 corrupt");
    camera.start();
    uint64_t number = 0;
    while (camera.account().corrupt < 1000)
        number = camera.next().info().number;
    const auto account = camera.account();
    assert_int_equal(account.queued, 4);
    assert_int_equal(account.held, 0);
    assert_int_equal(account.driver_dropped + account.requeue_failures, 0);
    assert_int_equal(sum(account), number + 1);
}

// A driver that answers EIO may have taken a buffer off its queue all the same. Here that happens behind the library's back.
static void B02_after_EIO_the_driver_gets_back_what_it_let_go_of(void **)
{
    Camera camera(camera_name);
    camera.start();
    camera.next();
    camera.sim().advance(10 * ms);
    v4l2_buffer buffer{};
    buffer.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    buffer.memory = V4L2_MEMORY_MMAP;
    kernel::Node &node = reinterpret_cast<device::Device *>(camera.device())->node();
    assert_int_equal(node.ioctl(VIDIOC_DQBUF, &buffer), 0);
    const uint64_t queued = camera.sim().calls(VIDIOC_QBUF);
    camera.inject("on VIDIOC_DQBUF 0 errno EIO");
    for (int i = 0; i < 20; i++)
        camera.next().assert_intact();
    const auto account = camera.account();
    assert_int_equal(account.io_errors, 1);
    assert_int_equal(account.queued, 4);
    assert_int_equal(camera.sim().calls(VIDIOC_QBUF) - queued, 21);  // of the frames, and that one
}

static void S06_an_endless_run_of_corrupt_frames_ends_no_stream(void **)
{
    Camera camera(camera_name);
    camera.start();
    camera.inject("at frame 0..999 corrupt");
    assert_int_equal(camera.try_next(5 * second), V4LXX_TIMED_OUT);
    assert_true(camera.account().corrupt_dropped >= 490);
    camera.next(20 * second).assert_intact();
}

// 0 bytes: a lost frame, with ERROR or without; never delivered, never the end (behaviour 1).
static void B01_empty_buffers_are_never_delivered(void **)
{
    for (uint32_t flags : {0u, uint32_t{V4LXX_STREAM_DELIVER_CORRUPT}}) {
        Camera camera(camera_name, 4, flags);
        camera.inject("at frame 1 empty\nat frame 3 empty\nat frame 3 corrupt");
        camera.start();
        const uint32_t wanted[] = {0, 2, 4, 5};
        for (uint32_t number : wanted)
            assert_int_equal(camera.next().info().sequence, number);
        const auto account = camera.account();
        assert_int_equal(account.empty_dropped, 2);
        assert_int_equal(account.corrupt, 1);
        assert_int_equal(sum(account), 6);
    }
}

static void B01_an_empty_buffer_marked_LAST_is_the_end(void **)
{
    Camera camera(camera_name);
    camera.inject("at frame 2 last\nat frame 2 empty");
    camera.start();
    camera.next();
    camera.next();
    assert_int_equal(camera.try_next(second), V4LXX_END);
    assert_int_equal(camera.try_next(second), V4LXX_END);
    camera.stop();
    camera.start();
    camera.next().assert_intact();
}

static void B03_a_LAST_frame_with_a_picture_is_delivered_and_then_the_stream_ends(void **)
{
    Camera camera(camera_name);
    camera.inject("at frame 2 last");
    camera.start();
    for (uint32_t i = 0; i < 3; i++)
        assert_int_equal((camera.next().info().flags & V4LXX_FRAME_LAST) != 0, i == 2);
    assert_int_equal(camera.try_next(second), V4LXX_END);
}

// The driver refuses a buffer that is given back: said by the next dequeue, also when no buffer is left with the driver; offered again.
static void abi_a_refused_buffer_is_reported_once_and_offered_again(void **)
{
    Camera camera(camera_name, 2);
    camera.allow_violations();
    camera.start();
    std::vector<HeldFrame> held;
    held.push_back(camera.next());
    held.push_back(camera.next());
    camera.inject("on VIDIOC_QBUF 0..9 errno EIO");
    held.clear();
    v4lxx_code code = 0;
    assert_int_equal(camera.try_next(second, &code), V4LXX_ERROR_SYSTEM);
    assert_int_equal(code, V4LXX_CODE_QUEUE_REFUSED);
    for (int i = 0; i < 10; i++)
        camera.try_next(50 * ms);
    camera.next().assert_intact();
    assert_int_equal(camera.account().requeue_failures, 2);
    assert_int_equal(camera.account().queued, 2);
}

static void U26_short_frames_are_delivered_and_marked(void **)
{
    Camera camera(camera_name);
    camera.inject("at frame 1 short 100\nat frame 2 short 6143");
    camera.start();
    camera.next().assert_intact();
    HeldFrame frame = camera.next();
    assert_true((frame.info().flags & V4LXX_FRAME_SHORT) != 0);
    assert_int_equal(frame.info().plane_bytes[0], 100);
    assert_true((camera.next().info().flags & V4LXX_FRAME_SHORT) != 0);
    assert_int_equal(camera.next().info().flags, 0);
    assert_int_equal(camera.account().short_frames, 2);
}

static void S33_a_gap_is_counted_once_a_wrap_and_a_restart_are_none(void **)
{
    Camera camera(std::string(camera_name) + ",sequence=4294967290");
    camera.inject("at frame 10 drop 3");
    camera.start();
    for (int i = 0; i < 20; i++)
        camera.next();
    const auto account = camera.account();
    assert_int_equal(account.driver_dropped, 3);
    assert_int_equal(sum(account), 23);
    camera.stop();
    camera.start();
    assert_int_equal(camera.next().info().sequence, 0);
    assert_int_equal(camera.account().driver_dropped, 3);
}

static void B08_a_sequence_that_goes_back_is_a_restart_and_no_loss(void **)
{
    Camera camera(camera_name);
    camera.start();
    camera.inject("on VIDIOC_DQBUF 5 set sequence 0");
    uint32_t last = 0;
    for (int i = 0; i < 5; i++)
        last = camera.next().info().sequence;
    const uint32_t back = camera.next().info().sequence;
    assert_int_equal(back, last + 1);
}

static void B08_clock_and_source_of_stamps_are_told(void **)
{
    Camera camera(std::string(camera_name) + ",timestamp=unknown,source=soe");
    camera.start();
    const v4lxx_frame_info info = camera.next().info();
    assert_int_equal(info.clock, V4LXX_CLOCK_UNKNOWN);
    assert_int_equal(info.timestamp_source, V4LXX_TIMESTAMP_START_OF_EXPOSURE);
}

// A long run of everything at once, the same each time.
static void bar1e_the_account_adds_up_over_a_million_frames_with_random_faults(void **)
{
    Camera camera("sim:camera,size=32x32,fps=1000,clock=virtual,pattern=cells,sequence=4294900000", 4, 0);
    std::mt19937 random(1);
    camera.start();
    constexpr int rounds = 50'000;
    uint64_t first = 0, last = 0;
    for (int round = 0; round < rounds; round++) {
        const char *faults[] = {"at frame 3 corrupt", "at frame 2 empty", "at frame 4 drop 7", "at frame 1 short 9",
                                "at frame 2 drop 1"};
        camera.inject(faults[random() % 5]);
        for (int i = 0; i < 20; i++) {
            const v4lxx_frame_info info = camera.next().info();
            if (round == 0 && i == 0)
                first = info.driver_sequence;
            last = info.driver_sequence;
        }
    }
    const auto account = camera.account();
    assert_int_equal(sum(account), uint32_t(last - first) + 1u);
    assert_int_equal(account.delivered, rounds * 20);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(B02_S06_corrupt_frames_are_dropped_and_counted_and_the_stream_goes_on),
        cmocka_unit_test(B02_corrupt_frames_are_delivered_if_asked_for),
        cmocka_unit_test(B02_a_thousand_corrupt_frames_cost_no_buffer),
        cmocka_unit_test(B02_after_EIO_the_driver_gets_back_what_it_let_go_of),
        cmocka_unit_test(S06_an_endless_run_of_corrupt_frames_ends_no_stream),
        cmocka_unit_test(B01_empty_buffers_are_never_delivered),
        cmocka_unit_test(B01_an_empty_buffer_marked_LAST_is_the_end),
        cmocka_unit_test(B03_a_LAST_frame_with_a_picture_is_delivered_and_then_the_stream_ends),
        cmocka_unit_test(abi_a_refused_buffer_is_reported_once_and_offered_again),
        cmocka_unit_test(U26_short_frames_are_delivered_and_marked),
        cmocka_unit_test(S33_a_gap_is_counted_once_a_wrap_and_a_restart_are_none),
        cmocka_unit_test(B08_a_sequence_that_goes_back_is_a_restart_and_no_loss),
        cmocka_unit_test(B08_clock_and_source_of_stamps_are_told),
        cmocka_unit_test(bar1e_the_account_adds_up_over_a_million_frames_with_random_faults),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
