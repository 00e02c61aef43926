// Taking frames from a simulated camera, by each of the three faces of the engine and from each kind of buffer.
#include "support/camera.hpp"

#include "support/baseline.hpp"

#include <cinttypes>
#include <poll.h>

using namespace v4lxx::test;

static void U15_frames_come_in_order_and_intact_and_are_counted(void **)
{
    Camera camera("sim:camera,size=320x240,fps=100,clock=virtual");
    camera.start();
    for (uint32_t i = 0; i < 50; i++) {
        HeldFrame frame = camera.next();
        assert_int_equal(frame.info().sequence, i);
        frame.assert_intact();
    }
    assert_int_equal(camera.account().delivered, 50);
    assert_int_equal(camera.account().driver_dropped, 0);
}

static void bar1a_U16_three_system_calls_no_allocation_no_copy_per_frame(void **)
{
    Camera camera("sim:camera,size=320x240,fps=100,clock=virtual");
    camera.start();
    for (int i = 0; i < 10; i++)
        camera.next();
    const auto before = camera.account();
    const uint64_t allocations = allocations_made();
    for (int i = 0; i < 1000; i++)
        camera.next();
    assert_int_equal(allocations_made() - allocations, 0);
    const auto after = camera.account();
    assert_int_equal(after.delivered - before.delivered, 1000);
    assert_int_equal(after.system_calls - before.system_calls, 3000);
    assert_int_equal(after.copies, 0);
}

static void U10_timeout_0_is_one_dequeue_and_says_again(void **)
{
    Camera camera("sim:camera,size=64x48,fps=1");
    camera.start();
    const uint64_t before = camera.account().system_calls;
    assert_int_equal(camera.try_next(0), V4LXX_AGAIN);
    assert_int_equal(camera.account().system_calls - before, 1);
}

static void U11_a_timeout_is_its_own_status_and_gives_no_frame(void **)
{
    Camera camera("sim:camera,size=64x48,fps=1,clock=virtual");
    camera.start();
    v4lxx_frame *frame = nullptr;
    v4lxx_error *error = nullptr;
    assert_int_equal(v4lxx_stream_dequeue(camera.stream(), 10 * ms, &frame, &error), V4LXX_TIMED_OUT);
    assert_null(frame);
    assert_null(error);
}

static void bar10a_one_descriptor_to_poll_for_the_life_of_the_stream(void **)
{
    Camera camera("sim:camera,size=64x48,fps=200");
    const int fd = v4lxx_stream_get_fd(camera.stream());
    assert_true(fd >= 0);
    pollfd entry{fd, POLLIN, 0};
    assert_int_equal(poll(&entry, 1, 0), 0);  // idle, and quiet
    for (int run = 0; run < 2; run++) {
        camera.start();
        assert_int_equal(v4lxx_stream_get_fd(camera.stream()), fd);
        for (uint32_t i = 0; i < 20;) {
            assert_int_equal(poll(&entry, 1, 5000), 1);
            v4lxx_frame *frame = nullptr;
            const v4lxx_status status = v4lxx_stream_dequeue(camera.stream(), 0, &frame, nullptr);
            assert_true(status == V4LXX_OK || status == V4LXX_AGAIN);
            if (status == V4LXX_OK) {
                HeldFrame(frame).assert_intact();
                i++;
            }
        }
        camera.stop();
        assert_int_equal(camera.try_next(0), V4LXX_ERROR_STATE);  // takes the wake-up of the stop
        assert_int_equal(poll(&entry, 1, 20), 0);
    }
}

struct Counted {
    std::thread::id thread = std::this_thread::get_id();
    int frames = 0, destroyed = 0;
};

static void count_frame(v4lxx_stream *, v4lxx_frame *frame, void *user_data)
{
    assert_non_null(v4lxx_frame_get_plane_data(frame, 0, nullptr));
    auto *counted = static_cast<Counted *>(user_data);
    assert_true(std::this_thread::get_id() == counted->thread);
    counted->frames++;
}

static void count_destroy(void *user_data) { static_cast<Counted *>(user_data)->destroyed++; }

static void bar10b_dispatch_hands_each_frame_to_the_callback_on_the_calling_thread(void **)
{
    Counted counted;
    {
        Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
        ASSERT_OK(v4lxx_stream_set_frame_callback(camera.stream(), count_frame, &counted, count_destroy, &error));
        ASSERT_CODE(v4lxx_stream_dispatch(camera.stream(), 0, &error), V4LXX_CODE_NOT_RUNNING);
        camera.start();
        for (int i = 0; i < 10; i++)
            ASSERT_OK(v4lxx_stream_dispatch(camera.stream(), second, &error));
        assert_int_equal(camera.account().held, 0);
        v4lxx_code code = 0;
        assert_int_equal(camera.try_next(0, &code), V4LXX_ERROR_STATE);
        assert_int_equal(code, V4LXX_CODE_CALLBACK_IS_SET);
    }
    assert_int_equal(counted.frames, 10);
    assert_int_equal(counted.destroyed, 1);
}

// Every combination of planar API and pixel format shows the same picture to a user who does not know about either.
static void B09_U27_all_formats_over_both_planar_apis(void **)
{
    const char *formats[] = {"YUYV", "UYVY", "NV12", "NV16", "NV21", "YU12", "RGB3", "BGR3", "GREY"};
    const char *multi_only[] = {"NM12", "NM16", "YM12"};
    auto run = [](const std::string &format, const std::string &rest, uint32_t planes) {
        Camera camera("sim:camera,size=322x242,fps=100,clock=virtual,format=" + format + rest);
        camera.start();
        for (uint32_t i = 0; i < 3; i++) {
            HeldFrame frame = camera.next();
            frame.assert_intact();
            if (planes != 0)
                assert_int_equal(frame.info().plane_count, planes);
            assert_int_equal(frame.info().flags, 0);
            assert_int_equal(frame.chart_number(), i);
        }
    };
    for (const char *api : {",api=single", ",api=mplane"})
        for (const char *format : formats)
            run(format, api, 0);
    for (const char *format : multi_only)
        run(format, ",api=mplane", std::string(format) == "YM12" ? 3 : 2);
}

static void B09_U26_padding_and_data_offset_are_honoured(void **)
{
    for (const char *rest :
         {",padding=64", ",api=mplane,padding=32", ",api=mplane,data_offset=128", ",api=mplane,data_offset=64,padding=16"})
        for (const char *format : {"YUYV", "NV12", "GREY"}) {
            Camera camera(std::string("sim:camera,size=160x120,fps=100,clock=virtual,format=") + format + rest);
            camera.start();
            for (int i = 0; i < 5; i++) {
                HeldFrame frame = camera.next();
                frame.assert_intact();
                assert_int_equal(frame.info().flags & V4LXX_FRAME_SHORT, 0);
            }
        }
    Camera camera("sim:camera,size=160x120,fps=100,clock=virtual,format=NM16,api=mplane,data_offset=128");
    camera.start();
    camera.next().assert_intact();
}

static void B09_bar5a_NV12_and_NV12M_look_the_same(void **)
{
    Camera one("sim:camera,size=320x240,clock=virtual,format=NV12,api=mplane");
    Camera two("sim:camera,size=320x240,clock=virtual,format=NM12,api=mplane");
    one.start();
    two.start();
    HeldFrame a = one.next(), b = two.next();
    const v4lxx_frame_info x = a.info(), y = b.info();
    assert_int_equal(x.plane_count, y.plane_count);
    for (uint32_t i = 0; i < x.plane_count; i++) {
        assert_int_equal(x.plane_stride[i], y.plane_stride[i]);
        assert_int_equal(x.plane_bytes[i], y.plane_bytes[i]);
        assert_memory_equal(v4lxx_frame_get_plane_data(a.get(), i, nullptr), v4lxx_frame_get_plane_data(b.get(), i, nullptr),
                            x.plane_bytes[i]);
    }
}

static void S25_B07_granted_buffer_counts_below_at_and_above_the_request(void **)
{
    const struct {
        const char *granted;
        uint32_t count;
    } cases[] = {{"1", 1}, {"2", 2}, {"4", 4}, {"+3", 7}, {"-2", 2}, {"32", 32}, {"64", 64}};
    for (const auto &c : cases) {
        Camera camera(std::string("sim:camera,size=64x48,fps=100,clock=virtual,buffers=") + c.granted, 4);
        camera.start();
        assert_int_equal(v4lxx_stream_get_buffer_count(camera.stream()), c.count);
        for (uint32_t i = 0; i < 2 * c.count + 3; i++)
            camera.next().assert_intact();
        camera.stop();
        assert_int_equal(v4lxx_stream_get_buffer_count(camera.stream()), 0);
    }
    Camera camera("sim:camera,size=64x48,clock=virtual");
    camera.inject("on VIDIOC_REQBUFS 0 set count 0");
    ASSERT_CODE(v4lxx_stream_start(camera.stream(), &error), V4LXX_CODE_TOO_FEW_BUFFERS);
}

static void S10_a_consumer_that_releases_nothing_gets_no_more_frames_and_no_deadlock(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual", 4);
    camera.start();
    std::vector<HeldFrame> held;
    for (int i = 0; i < 4; i++)
        held.push_back(camera.next());
    assert_int_equal(camera.try_next(second), V4LXX_TIMED_OUT);
    assert_int_equal(camera.account().held, 4);
    assert_int_equal(camera.account().queued, 0);
    for (const HeldFrame &frame : held)
        frame.assert_intact();
    held.erase(held.begin());
    camera.next().assert_intact();
    assert_true(camera.account().driver_dropped > 50);  // the second in which no buffer was queued
}

static void U15_a_slow_consumer_sees_the_gaps_the_driver_made(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual", 4);
    camera.start();
    camera.next();
    camera.sim().advance(second);
    uint64_t last = 0;
    for (int i = 0; i < 20; i++)
        last = camera.next().info().sequence;
    const auto account = camera.account();
    assert_int_equal(account.delivered + account.driver_dropped, last + 1);
    assert_true(account.driver_dropped >= 90);
}

static void bar11f_U17_stamps_have_a_clock_and_grow(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
    camera.start();
    int64_t last = 0;
    for (int i = 0; i < 10; i++) {
        const v4lxx_frame_info info = camera.next().info();
        assert_int_equal(info.clock, V4LXX_CLOCK_MONOTONIC);
        assert_true(i == 0 || info.timestamp_ns - last == 10 * ms);
        last = info.timestamp_ns;
    }
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(U15_frames_come_in_order_and_intact_and_are_counted),
        cmocka_unit_test(bar1a_U16_three_system_calls_no_allocation_no_copy_per_frame),
        cmocka_unit_test(U10_timeout_0_is_one_dequeue_and_says_again),
        cmocka_unit_test(U11_a_timeout_is_its_own_status_and_gives_no_frame),
        cmocka_unit_test(bar10a_one_descriptor_to_poll_for_the_life_of_the_stream),
        cmocka_unit_test(bar10b_dispatch_hands_each_frame_to_the_callback_on_the_calling_thread),
        cmocka_unit_test(B09_U27_all_formats_over_both_planar_apis),
        cmocka_unit_test(B09_U26_padding_and_data_offset_are_honoured),
        cmocka_unit_test(B09_bar5a_NV12_and_NV12M_look_the_same),
        cmocka_unit_test(S25_B07_granted_buffer_counts_below_at_and_above_the_request),
        cmocka_unit_test(S10_a_consumer_that_releases_nothing_gets_no_more_frames_and_no_deadlock),
        cmocka_unit_test(U15_a_slow_consumer_sees_the_gaps_the_driver_made),
        cmocka_unit_test(bar11f_U17_stamps_have_a_clock_and_grow),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
