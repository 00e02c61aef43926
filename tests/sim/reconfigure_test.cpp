// Another format, rate or number of buffers in one call: only the steps that are needed, and as before if it fails (behaviour 6).
#include "support/camera.hpp"

#include "support/baseline.hpp"
#include "uapi/videodev2.hpp"

using namespace v4lxx::test;

static const char *camera_name = "sim:camera,clock=virtual,pattern=cells,formats=YUYV+GREY,sizes=64x48+128x96";
static constexpr auto cells = v4lxx::kernel::sim::Pattern::cells;

static v4lxx_stream_options size_of(uint32_t width, uint32_t height)
{
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.width = width;
    options.height = height;
    return options;
}

static void B06_a_format_changes_while_it_streams_and_old_frames_keep_theirs(void **)
{
    const Baseline before = measure();
    {
        Camera camera(camera_name, size_of(64, 48));
        camera.start();
        HeldFrame old = camera.next();
        v4lxx_stream_options change = size_of(128, 96);
        change.fourcc = v4l2_fourcc('G', 'R', 'E', 'Y');
        change.buffer_count = 7;
        ASSERT_OK(v4lxx_stream_reconfigure(camera.stream(), &change, &error));
        assert_int_equal(v4lxx_stream_get_buffer_count(camera.stream()), 7);
        HeldFrame now = camera.next();
        now.assert_intact(cells);
        assert_int_equal(now.info().width, 128);
        assert_int_equal(now.info().fourcc, change.fourcc);
        assert_int_equal(now.info().generation, 2);
        old.assert_intact(cells);
        assert_int_equal(old.info().width, 64);
        assert_int_equal(old.info().generation, 1);
    }
    assert_baseline(before);
}

static void B06_what_is_already_so_costs_no_step(void **)
{
    Camera camera(camera_name, size_of(64, 48));
    camera.start();
    camera.next();
    const uint64_t setters = camera.sim().setter_calls();
    v4lxx_stream_options change = size_of(64, 48);
    change.buffer_count = 4;
    ASSERT_OK(v4lxx_stream_reconfigure(camera.stream(), &change, &error));
    assert_int_equal(camera.sim().setter_calls(), setters);
    change.buffer_count = 6;  // buffers alone: no format is set
    ASSERT_OK(v4lxx_stream_reconfigure(camera.stream(), &change, &error));
    assert_int_equal(camera.sim().calls(VIDIOC_S_FMT), 1);
    assert_int_equal(camera.next().info().generation, 2);
}

static void B06_a_rate_alone_is_set_while_it_streams_if_the_driver_takes_it(void **)
{
    for (const bool refuses : {false, true}) {
        Camera camera(camera_name, size_of(64, 48));
        camera.start();
        camera.next();
        if (refuses)
            camera.inject("on VIDIOC_S_PARM 0 errno EBUSY");
        v4lxx_stream_options change = V4LXX_STREAM_OPTIONS_INIT;
        change.rate = {60, 1};
        ASSERT_OK(v4lxx_stream_reconfigure(camera.stream(), &change, &error));
        assert_int_equal(camera.next().info().generation, refuses ? 2 : 1);
        v4lxx_fraction interval{};
        ASSERT_OK(v4lxx_stream_read_interval(camera.stream(), &interval, &error));
        assert_int_equal(interval.denominator / interval.numerator, 60);
    }
}

static void B06_a_stopped_stream_has_the_new_format_at_its_next_start(void **)
{
    Camera camera(camera_name, size_of(64, 48));
    const v4lxx_stream_options change = size_of(128, 96);
    ASSERT_OK(v4lxx_stream_reconfigure(camera.stream(), &change, &error));
    assert_int_equal(camera.sim().calls(VIDIOC_REQBUFS), 0);
    assert_int_equal(camera.try_next(0), V4LXX_ERROR_STATE);
    camera.start();
    assert_int_equal(camera.next().info().width, 128);
}

// Whichever step fails: the failure is told, and the stream runs as before.
static void B06_a_failure_is_rolled_back(void **)
{
    for (const char *fault : {"on VIDIOC_S_FMT 0 errno EIO", "on VIDIOC_REQBUFS 1 errno ENOMEM",
                              "on VIDIOC_STREAMON 0 errno ENOSPC", "on mmap 2 errno ENOMEM", "on VIDIOC_QBUF 1 errno EIO"}) {
        Camera camera(camera_name, size_of(64, 48));
        camera.allow_violations();
        camera.start();
        HeldFrame held = camera.next();
        camera.inject(fault);
        v4lxx_stream_options change = size_of(128, 96);
        change.buffer_count = 6;
        v4lxx_error *problem = nullptr;
        assert_true(v4lxx_stream_reconfigure(camera.stream(), &change, &problem) < 0);
        assert_true(problem != nullptr);
        v4lxx_error_free(problem);
        HeldFrame now = camera.next();
        now.assert_intact(cells);
        assert_int_equal(now.info().width, 64);
        assert_int_equal(v4lxx_stream_get_buffer_count(camera.stream()), 4);
        held.assert_intact(cells);
    }
}

static void B06_what_cannot_change_is_refused(void **)
{
    v4lxx_stream_options options = size_of(64, 48);
    options.min_queued = 2;
    Camera camera(camera_name, options);
    camera.start();
    v4lxx_stream_options change = V4LXX_STREAM_OPTIONS_INIT;
    change.flow = V4LXX_FLOW_LATEST;
    ASSERT_CODE(v4lxx_stream_reconfigure(camera.stream(), &change, &error), V4LXX_CODE_UNKNOWN_VALUE);
    change = V4LXX_STREAM_OPTIONS_INIT;
    change.flags = V4LXX_STREAM_RECONNECT;
    ASSERT_CODE(v4lxx_stream_reconfigure(camera.stream(), &change, &error), V4LXX_CODE_UNKNOWN_VALUE);
    change = V4LXX_STREAM_OPTIONS_INIT;
    change.buffer_count = 2;
    ASSERT_CODE(v4lxx_stream_reconfigure(camera.stream(), &change, &error), V4LXX_CODE_VALUE_OUT_OF_RANGE);
    camera.next();
    v4lxx_stream_close(camera.stream());
    change = V4LXX_STREAM_OPTIONS_INIT;
    ASSERT_CODE(v4lxx_stream_reconfigure(camera.stream(), &change, &error), V4LXX_CODE_OBJECT_CLOSED);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(B06_a_format_changes_while_it_streams_and_old_frames_keep_theirs),
        cmocka_unit_test(B06_what_is_already_so_costs_no_step),
        cmocka_unit_test(B06_a_rate_alone_is_set_while_it_streams_if_the_driver_takes_it),
        cmocka_unit_test(B06_a_stopped_stream_has_the_new_format_at_its_next_start),
        cmocka_unit_test(B06_a_failure_is_rolled_back),
        cmocka_unit_test(B06_what_cannot_change_is_refused),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
