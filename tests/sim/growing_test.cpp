// A driver that keeps its reserve because it gets more buffers: how far, how many, and what happens when it takes none.
#include "support/camera.hpp"

#include "support/baseline.hpp"
#include "uapi/videodev2.hpp"

using namespace v4lxx::test;

static const char *camera_name = "sim:camera,size=64x48,fps=100,clock=virtual";

static v4lxx_stream_options growing(uint32_t min_queued, uint32_t max_buffers = 0)
{
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.min_queued = min_queued;
    options.reserve = V4LXX_RESERVE_GROW;
    options.max_buffers = max_buffers;
    return options;
}

static bool is_copy(const HeldFrame &frame) { return (frame.info().flags & V4LXX_FRAME_COPIED) != 0; }

static void assert_intact(const std::vector<HeldFrame> &held)
{
    for (const HeldFrame &frame : held)
        frame.assert_intact();
}

static void bar1d_bar14f_the_driver_keeps_its_reserve_by_more_buffers_then_by_copies_then_by_dropping(void **)
{
    const Baseline before = measure();
    for (const char *more : {"", ",api=mplane,format=NM12", ",orphan=no"}) {
        Camera camera(std::string(camera_name) + more, growing(2));
        camera.start();
        const bool is_multi = camera.sim().parameters().multi_planar;
        std::vector<HeldFrame> held;
        for (int i = 0; i < 14; i++) {
            held.push_back(camera.next());
            assert_true(camera.account().queued >= 2);
            assert_int_equal(is_copy(held.back()), i >= 6);  // the eight buffers that four may become, less the reserve
            assert_int_equal(camera.account().buffers_grown, i < 2 ? 0 : i < 6 ? i - 1 : 4);
        }
        assert_int_equal(v4lxx_stream_get_buffer_count(camera.stream()), 8);
        assert_int_equal(camera.sim().calls(VIDIOC_CREATE_BUFS), 4);
        assert_int_equal(camera.account().copies, is_multi ? 16 : 8);
        assert_int_equal(camera.account().driver_dropped, 0);
        assert_int_equal(camera.try_next(100 * ms), V4LXX_TIMED_OUT);
        assert_true(camera.account().policy_dropped >= 9);
        assert_int_equal(camera.account().held, 14);
        assert_intact(held);
        camera.stop();
        assert_intact(held);
        camera.close();
        assert_intact(held);
    }
    assert_baseline(before);
}

// All that was added is used as what was there: in turn, and without a call more than for any frame.
static void bar1a_bar1d_a_queue_that_has_grown_costs_three_calls_a_frame(void **)
{
    Camera camera(camera_name, growing(2, 6));
    camera.start();
    {
        std::vector<HeldFrame> held;
        for (int i = 0; i < 4; i++)
            held.push_back(camera.next());
        assert_int_equal(camera.account().buffers_grown, 2);
    }
    assert_int_equal(camera.account().queued, 6);
    uint32_t seen = 0;
    const uint64_t calls = camera.account().system_calls;
    for (int i = 0; i < 60; i++) {
        HeldFrame frame = camera.next();
        frame.assert_intact();
        assert_false(is_copy(frame));
        seen |= 1u << frame.info().buffer_index;
    }
    assert_int_equal(camera.account().system_calls - calls, 180);
    assert_int_equal(seen, 0x3f);
    assert_int_equal(camera.account().buffers_grown, 2);
    assert_int_equal(camera.sim().calls(VIDIOC_CREATE_BUFS), 2);
}

static void bar1d_growth_ends_where_the_program_or_the_driver_says(void **)
{
    struct {
        uint32_t buffers, max, then;
    } const cases[] = {{4, 5, 5}, {4, 4, 4}, {4, 0, 8}, {8, 20, 20}, {20, 0, 32}, {20, 1000, 32}};
    for (const auto &wanted : cases) {
        v4lxx_stream_options options = growing(3, wanted.max);
        options.buffer_count = wanted.buffers;
        Camera camera(camera_name, options);
        camera.start();
        std::vector<HeldFrame> held;
        for (uint32_t i = 0; i < wanted.then; i++)
            held.push_back(camera.next());
        assert_int_equal(v4lxx_stream_get_buffer_count(camera.stream()), wanted.then);
        assert_int_equal(camera.account().buffers_grown, wanted.then - wanted.buffers);
        assert_int_equal(camera.account().queued, 3);
        assert_true(is_copy(held.back()));
        assert_intact(held);
    }
}

// A refusal is not asked for at each frame: only at the next start.
static void bar1d_a_driver_that_gives_no_more_buffers_keeps_its_reserve_by_copies(void **)
{
    for (const char *rule : {"on VIDIOC_CREATE_BUFS all errno ENOTTY", "on VIDIOC_CREATE_BUFS all errno EINVAL",
                             "on VIDIOC_CREATE_BUFS all errno ENOBUFS", "on VIDIOC_CREATE_BUFS all errno ENOMEM"}) {
        Camera camera(camera_name, growing(3));
        camera.inject(rule);
        for (uint64_t start = 1; start <= 2; start++) {
            camera.start();
            std::vector<HeldFrame> held;
            for (int i = 0; i < 5; i++)
                held.push_back(camera.next());
            assert_true(is_copy(held.back()));
            assert_int_equal(camera.account().queued, 3);
            assert_int_equal(camera.account().buffers_grown, 0);
            assert_int_equal(camera.sim().calls(VIDIOC_CREATE_BUFS), start);
            assert_intact(held);
            camera.stop();
        }
    }
    Camera camera(std::string(camera_name) + ",create_bufs=no", growing(3));
    camera.start();
    HeldFrame first = camera.next(), second = camera.next();
    assert_false(is_copy(first));
    assert_true(is_copy(second));
}

// Buffers that cannot be had or cannot be used, half of the way as well: what was granted is used, nothing leaks, the stream goes on.
static void S24_bar1d_answers_that_cannot_be_end_the_growth(void **)
{
    for (const char *rule :
         {"on VIDIOC_CREATE_BUFS 1 set index 0", "on VIDIOC_CREATE_BUFS 1 set index 0xffffffff",
          "on VIDIOC_CREATE_BUFS 1 set count 0", "on VIDIOC_QUERYBUF 5 set length 0", "on VIDIOC_QUERYBUF 5 errno EINVAL",
          "on VIDIOC_QUERYBUF 5 set index 2", "on mmap 5 errno ENOMEM", "on VIDIOC_G_FMT 2 errno EIO"}) {
        const Baseline before = measure();
        {
            Camera camera(camera_name, growing(3));
            camera.inject(rule);
            camera.start();
            std::vector<HeldFrame> held;
            for (int i = 0; i < 6; i++) {
                held.push_back(camera.next());
                assert_true(camera.account().queued >= 3);
            }
            assert_int_equal(camera.account().buffers_grown, 1);
            assert_true(is_copy(held.back()));
            assert_intact(held);
            held.clear();
            for (int i = 0; i < 20; i++)
                camera.next().assert_intact();
            camera.stop();
            camera.start();
            camera.next().assert_intact();
        }
        assert_baseline(before);
    }
    Camera camera(camera_name, growing(3));
    camera.inject("on VIDIOC_CREATE_BUFS 0 set count 100");  // it made one
    camera.start();
    HeldFrame first = camera.next(), second = camera.next();
    assert_false(is_copy(second));
    assert_int_equal(camera.account().buffers_grown, 1);
    camera.next().assert_intact();
}

// A buffer that the driver made and then refuses is offered again like any other.
static void bar1d_a_new_buffer_that_is_refused_is_offered_again(void **)
{
    Camera camera(camera_name, growing(3));
    camera.allow_violations();
    camera.inject("on VIDIOC_QBUF 4 errno EINVAL");
    camera.start();
    HeldFrame first = camera.next();
    HeldFrame second = camera.next();  // refused: this one is a copy
    assert_true(is_copy(second));
    v4lxx_code code = 0;
    camera.try_next(0, &code);
    assert_int_equal(code, V4LXX_CODE_QUEUE_REFUSED);  // said once
    camera.next().assert_intact();
    assert_int_equal(camera.account().requeue_failures, 1);
    assert_int_equal(v4lxx_stream_get_buffer_count(camera.stream()), 5);
}

static void S01_bar1d_frames_of_added_buffers_stay_after_an_unplug(void **)
{
    const Baseline before = measure();
    {
        Camera camera(camera_name, growing(3));
        camera.start();
        std::vector<HeldFrame> held;
        for (int i = 0; i < 7; i++)
            held.push_back(camera.next());
        camera.sim().unplug();
        assert_int_equal(camera.try_next(second), V4LXX_ERROR_DEVICE_LOST);
        assert_intact(held);
        camera.close();
        assert_intact(held);
    }
    {
        Camera camera(camera_name, growing(3));
        camera.inject("on VIDIOC_CREATE_BUFS 0 unplug");
        camera.start();
        HeldFrame first = camera.next();
        v4lxx_frame *frame = nullptr;
        v4lxx_stream_dequeue(camera.stream(), second, &frame, nullptr);  // the last one, or the news
        HeldFrame last(frame);
        assert_int_equal(camera.try_next(second), V4LXX_ERROR_DEVICE_LOST);
        first.assert_intact();
    }
    assert_baseline(before);
}

// Each allocation of a call that grows the queue fails in turn: the frame comes all the same, as a copy if need be.
static void bar1d_memory_that_runs_out_while_the_queue_grows_costs_no_frame(void **)
{
    const Baseline before = measure();
    int grown = 0, copied = 0;
    for (int64_t nth = 0; nth < 40; nth++) {
        Camera camera(std::string(camera_name) + ",orphan=no", growing(3));
        camera.start();
        HeldFrame first = camera.next();
        v4lxx_frame *frame = nullptr;
        fail_allocation(nth, false);
        const v4lxx_status status = v4lxx_stream_dequeue(camera.stream(), second, &frame, nullptr);
        fail_allocation(-1);
        HeldFrame held(frame);
        assert_int_equal(status, V4LXX_OK);
        held.assert_intact();
        assert_true(camera.account().queued >= 3);
        (is_copy(held) ? copied : grown)++;
        held = HeldFrame(nullptr);
        for (int i = 0; i < 10; i++)
            camera.next().assert_intact();
        camera.stop();
        first.assert_intact();
    }
    assert_true(copied >= 5);
    assert_true(grown >= 5);
    assert_baseline(before);
}

static void bar1d_flows_grow_before_they_drop(void **)
{
    for (const v4lxx_flow flow : {V4LXX_FLOW_LATEST, V4LXX_FLOW_DROP_OLDEST, V4LXX_FLOW_DROP_NEWEST}) {
        v4lxx_stream_options options = growing(2, 10);
        options.flow = flow;
        options.flow_depth = flow == V4LXX_FLOW_LATEST ? 0 : 3;
        Camera camera(camera_name, options);
        camera.start();
        std::vector<HeldFrame> held;
        for (int i = 0; i < 8; i++) {
            held.push_back(camera.next());
            assert_true(camera.account().queued >= 2);
            assert_false(is_copy(held.back()));
        }
        assert_int_equal(camera.account().buffers_grown, 6);
        assert_int_equal(camera.account().policy_dropped, 0);
        camera.sim().advance(200 * ms);
        held.clear();
        for (int i = 0; i < 20; i++)
            camera.next().assert_intact();
    }
}

static void bad_input_limits_below_the_count_of_buffers_are_refused(void **)
{
    Camera camera(camera_name);
    for (const uint32_t max : {1u, 3u, 1025u, 0xffffffffu}) {
        v4lxx_stream_options options = growing(1, max);
        v4lxx_stream *stream = nullptr;
        ASSERT_CODE(v4lxx_stream_create(camera.device(), &options, &stream, &error), V4LXX_CODE_VALUE_OUT_OF_RANGE);
        assert_null(stream);
    }
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.max_buffers = 8;
    ASSERT_CODE(v4lxx_stream_reconfigure(camera.stream(), &options, &error), V4LXX_CODE_UNKNOWN_VALUE);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar1d_bar14f_the_driver_keeps_its_reserve_by_more_buffers_then_by_copies_then_by_dropping),
        cmocka_unit_test(bar1a_bar1d_a_queue_that_has_grown_costs_three_calls_a_frame),
        cmocka_unit_test(bar1d_growth_ends_where_the_program_or_the_driver_says),
        cmocka_unit_test(bar1d_a_driver_that_gives_no_more_buffers_keeps_its_reserve_by_copies),
        cmocka_unit_test(S24_bar1d_answers_that_cannot_be_end_the_growth),
        cmocka_unit_test(bar1d_a_new_buffer_that_is_refused_is_offered_again),
        cmocka_unit_test(S01_bar1d_frames_of_added_buffers_stay_after_an_unplug),
        cmocka_unit_test(bar1d_memory_that_runs_out_while_the_queue_grows_costs_no_frame),
        cmocka_unit_test(bar1d_flows_grow_before_they_drop),
        cmocka_unit_test(bad_input_limits_below_the_count_of_buffers_are_refused),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
