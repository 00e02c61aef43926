#include "sim_camera.hpp"

#include <ctime>
#include <dirent.h>
#include <unistd.h>

using namespace sim_test;

static std::string virtual_camera(const std::string &more) { return "sim:camera,clock=virtual" + more; }

static void part5_every_format_streams_intact_frames_that_carry_their_number(void **)
{
    sim::World world(fake_jpeg);
    for (const sim::PixelFormat &format : sim::pixel_formats())
        for (const char *api : {"single", "mplane"})
            for (const char *more :
                 {",size=640x480", ",size=322x242,padding=24", ",size=32x32,pattern=cells", ",size=1280x720"}) {
                if (format.memory_planes > 1 && std::string(api) == "single")
                    continue;
                Camera camera(world, virtual_camera(std::string(",format=") + format.name + ",api=" + api + more));
                camera.start(4);
                for (uint32_t n = 0; n < 40; ++n) {
                    camera.next();
                    assert_int_equal(camera.last.sequence, n);
                    camera.assert_picture_is(n);
                    assert_int_equal(camera.qbuf(camera.last.index), 0);
                }
                camera.close();
                camera.unmap_all();
                camera.assert_no_violations();
            }
}

static void part5_data_offset_is_counted_in_bytesused_and_sizeimage(void **)
{
    sim::World world(nullptr);
    Camera camera(world, virtual_camera(",format=NV16M,data_offset=128"));
    camera.start(3);
    v4l2_format f = camera.format();
    camera.next();
    for (uint32_t plane = 0; plane < 2; ++plane) {
        assert_int_equal(camera.planes[plane].data_offset, 128);
        assert_int_equal(camera.planes[plane].bytesused, 640 * 480 + 128);
        assert_int_equal(f.fmt.pix_mp.plane_fmt[plane].sizeimage, 640 * 480 + 128);
    }
    camera.assert_picture_is(0);
    camera.assert_no_violations();
}

static void part5_a_client_that_sleeps_ten_periods_sees_the_gap(void **)
{
    sim::World world(nullptr);
    Camera camera(world, virtual_camera(",fps=100"));
    camera.start(4);
    camera.sim().advance(100 * ms);
    for (uint32_t n = 0; n < 4; ++n) {
        assert_int_equal(camera.dqbuf(), 0);
        assert_int_equal(camera.last.sequence, n);
    }
    assert_int_equal(camera.dqbuf(), -EAGAIN);
    assert_int_equal(camera.sim().frames_lost(), 6);
    assert_int_equal(camera.qbuf(2), 0);
    camera.next();
    assert_int_equal(camera.last.sequence, 10);
    assert_int_equal(camera.last.index, 2);
    camera.assert_picture_is(10);
}

static void part5_time_stamps_follow_the_rate_without_drift(void **)
{
    sim::World world(nullptr);
    Camera camera(world, virtual_camera(",fps=30000/1001"));
    camera.start(4);
    int64_t first = 0;
    for (int64_t n = 0; n < 3000; ++n) {
        camera.next();
        int64_t stamp = camera.last.timestamp.tv_sec * int64_t{1000000} + camera.last.timestamp.tv_usec;
        if (n == 0)
            first = stamp;
        int64_t expected = n * 1001000000 / 30000;
        assert_in_range(stamp - first, expected - 1 + (n == 0), expected + 1);
        assert_int_equal(camera.qbuf(camera.last.index), 0);
    }
    assert_int_equal(camera.last.flags & V4L2_BUF_FLAG_TIMESTAMP_MASK, V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC);
    assert_int_equal(camera.last.flags & V4L2_BUF_FLAG_TSTAMP_SRC_MASK, V4L2_BUF_FLAG_TSTAMP_SRC_EOF);
}

static void part5_the_sequence_begins_where_it_is_told_and_wraps(void **)
{
    sim::World world(nullptr);
    Camera camera(world, virtual_camera(",sequence=4294967294,source=soe,timestamp=unknown"));
    camera.start(2);
    for (uint32_t expected : {0xfffffffeu, 0xffffffffu, 0u, 1u}) {
        camera.next();
        assert_int_equal(camera.last.sequence, expected);
        camera.assert_picture_is(expected);
        assert_int_equal(camera.qbuf(camera.last.index), 0);
    }
    assert_int_equal(camera.last.flags & V4L2_BUF_FLAG_TIMESTAMP_MASK, V4L2_BUF_FLAG_TIMESTAMP_UNKNOWN);
    assert_int_equal(camera.last.flags & V4L2_BUF_FLAG_TSTAMP_SRC_MASK, V4L2_BUF_FLAG_TSTAMP_SRC_SOE);
}

static void part5_the_real_clock_paces_frames_and_its_descriptor_wakes_poll(void **)
{
    sim::World world(nullptr);
    Camera camera(world, "sim:camera,fps=100");
    assert_int_equal(camera.open(), 0);
    assert_int_equal(camera.reqbufs(2), 0);
    assert_int_equal(camera.stream(true), 0);
    int64_t begin = camera.node().now_ns();
    pollfd fd{camera.node().wait_fd(), POLLIN, 0};
    for (int n = 0; n < 20; ++n) {
        // One buffer at a time: when it is taken nothing can come, however slow the machine is.
        assert_int_equal(camera.qbuf(0), 0);
        assert_int_equal(poll(&fd, 1, 2000), 1);
        assert_int_equal(camera.dqbuf(), 0);
        assert_true(camera.last.sequence >= static_cast<uint32_t>(n));
        assert_int_equal(camera.dqbuf(), -EAGAIN);
        assert_int_equal(poll(&fd, 1, 0), 0);
    }
    assert_true(camera.node().now_ns() - begin >= 190 * ms);
    camera.assert_no_violations();
}

static void part5_a_wait_ends_by_timeout_event_or_frame(void **)
{
    sim::World world(nullptr);
    Camera camera(world, "sim:camera,fps=1");
    std::unique_ptr<Event> wake;
    assert_int_equal(make_eventfd(&wake), 0);
    camera.start(2);
    Ready ready;
    int64_t begin = sim::monotonic_ns();
    assert_int_equal(camera.node().wait(wake.get(), 10 * ms, &ready), 0);
    assert_true(sim::monotonic_ns() - begin >= 10 * ms);
    wake->signal();
    assert_int_equal(camera.node().wait(wake.get(), forever_ns, &ready), 1);
    assert_true(ready.woken);
    assert_int_equal(ready.device, 0);
    wake->clear();
    assert_int_equal(camera.node().wait(wake.get(), forever_ns, &ready), 1);
    assert_false(ready.woken);
    assert_int_equal(ready.device, POLLIN);
    assert_int_equal(camera.node().wait(nullptr, 0, &ready), 1);
    assert_int_equal(camera.node().pause(*wake, 5 * ms), 0);
    wake->signal();
    assert_int_equal(camera.node().pause(*wake, forever_ns), 1);
}

static void part5_a_virtual_clock_moves_only_by_waiting(void **)
{
    sim::World world(nullptr);
    Camera camera(world, virtual_camera(",fps=1"));
    std::unique_ptr<Event> wake;
    assert_int_equal(make_eventfd(&wake), 0);
    camera.start(2);
    int64_t begin = camera.node().now_ns();
    int64_t real = sim::monotonic_ns();
    assert_int_equal(camera.wait(400 * ms), 0);
    assert_int_equal(camera.node().now_ns() - begin, 400 * ms);
    assert_int_equal(camera.node().pause(*wake, 100 * ms), 0);
    assert_int_equal(camera.node().now_ns() - begin, 500 * ms);
    assert_int_equal(camera.wait(forever_ns), POLLIN);
    assert_int_equal(camera.node().now_ns() - begin, 1000 * ms);
    assert_int_equal(camera.dqbuf(), 0);
    // An event loop outside: the descriptor is readable, DQBUF finds nothing and lets time pass.
    pollfd fd{camera.node().wait_fd(), POLLIN, 0};
    assert_int_equal(poll(&fd, 1, 0), 1);
    assert_int_equal(camera.dqbuf(), -EAGAIN);
    assert_int_equal(camera.node().now_ns() - begin, 2000 * ms);
    assert_int_equal(poll(&fd, 1, 0), 1);
    assert_int_equal(camera.dqbuf(), 0);
    assert_int_equal(poll(&fd, 1, 0), 0);  // no buffer is queued: nothing will come
    assert_true(sim::monotonic_ns() - real < 1000 * ms);
}

static void B12_poll_says_POLLERR_when_not_streaming_or_nothing_was_queued(void **)
{
    sim::World world(nullptr);
    Camera camera(world, virtual_camera(""));
    assert_int_equal(camera.open(), 0);
    assert_int_equal(camera.wait(0), POLLERR);
    assert_int_equal(camera.reqbufs(4), 0);
    assert_int_equal(camera.wait(0), POLLERR);
    assert_int_equal(camera.stream(true), 0);
    assert_int_equal(camera.wait(0), POLLERR);
    pollfd fd{camera.node().wait_fd(), POLLIN, 0};
    assert_int_equal(poll(&fd, 1, 0), 1);
    assert_int_equal(camera.qbuf(0), 0);
    assert_int_equal(camera.wait(0), 0);
    camera.next();
    assert_int_equal(camera.wait(0), 0);  // all buffers are held: no error, nothing to wait for either
    assert_int_equal(poll(&fd, 1, 0), 0);
    assert_int_equal(camera.stream(false), 0);
    assert_int_equal(camera.wait(0), POLLERR);
    assert_int_equal(camera.dqbuf(), -EINVAL);
}

static void B12_a_wait_before_REQBUFS_starts_file_io_on_a_readable_node(void **)
{
    sim::World world(nullptr);
    Camera camera(world, virtual_camera(",readwrite=yes"));
    assert_int_equal(camera.open(), 0);
    assert_int_equal(camera.wait(1000 * ms), POLLIN);
    assert_int_equal(camera.reqbufs(4), -EBUSY);
    assert_int_equal(camera.stream(true), -EBUSY);
    assert_int_equal(camera.dqbuf(), -EBUSY);
    camera.close();
    assert_int_equal(camera.open(), 0);
    assert_int_equal(camera.reqbufs(4), 0);
}

static void B13_after_unplug_every_call_says_ENODEV_and_old_bytes_stay(void **)
{
    sim::World world(nullptr);
    Camera camera(world, virtual_camera(""));
    camera.start(4);
    camera.next();
    uint32_t held = camera.last.sequence;
    sim::Picture picture = camera.picture();
    pollfd fd{camera.node().wait_fd(), POLLIN, 0};
    camera.sim().unplug();
    assert_int_equal(poll(&fd, 1, 0), 1);
    assert_int_equal(camera.wait(forever_ns), POLLERR | POLLHUP | POLLPRI);
    assert_int_equal(camera.dqbuf(), -ENODEV);
    assert_int_equal(camera.qbuf(0), -ENODEV);
    assert_int_equal(camera.stream(false), -ENODEV);
    assert_int_equal(camera.reqbufs(0), -ENODEV);
    v4l2_capability caps{};
    assert_int_equal(camera.node().ioctl(VIDIOC_QUERYCAP, &caps), -ENODEV);
    void *address = nullptr;
    assert_int_equal(camera.node().map(0, 4096, &address), -ENODEV);
    camera.close();
    assert_true(sim::verify_intact(picture, sim::Pattern::chart, held));

    // A held mapping keeps the node away, plugged in or not.
    assert_int_equal(camera.open(), -ENODEV);
    camera.sim().replug();
    assert_int_equal(camera.open(), -ENODEV);
    assert_int_equal(camera.sim().live_mappings(), 4);
    camera.make_private(camera.buffers[0][0]);
    assert_int_equal(camera.open(), -ENODEV);
    for (size_t index = 1; index < 4; ++index)
        camera.unmap(camera.buffers[index][0]);
    assert_int_equal(camera.open(), 0);
    assert_int_equal(camera.sim().open_files(), 1);
    assert_true(sim::verify_intact(picture, sim::Pattern::chart, held));
    munmap(camera.buffers[0][0].address, camera.buffers[0][0].length);
    camera.buffers.clear();
    camera.assert_no_violations();
}

static size_t count_descriptors()
{
    size_t count = 0;
    DIR *directory = opendir("/proc/self/fd");
    while (readdir(directory) != nullptr)
        ++count;
    closedir(directory);
    return count;
}

static void S01_a_thousand_unplugs_with_held_frames_end_at_the_baseline(void **)
{
    sim::World world(nullptr);
    size_t descriptors = count_descriptors();
    Camera camera(world, virtual_camera(",size=64x48"));
    for (int round = 0; round < 1000; ++round) {
        camera.start(3);
        camera.next();
        camera.sim().unplug();
        camera.close();
        camera.assert_picture_is(camera.last.sequence);
        camera.unmap_all();
        camera.sim().replug();
    }
    assert_int_equal(count_descriptors(), descriptors);
    assert_int_equal(camera.sim().open_files(), 0);
    assert_int_equal(camera.sim().live_mappings(), 0);
    camera.assert_no_violations();
}

static void B03_after_LAST_poll_is_ready_and_DQBUF_says_EPIPE_until_streamoff(void **)
{
    sim::World world(nullptr);
    Camera camera(world, virtual_camera(""));
    camera.inject("at frame 1 last\nat frame 1 empty");
    camera.start(4);
    camera.next();
    camera.next();
    assert_true((camera.last.flags & V4L2_BUF_FLAG_LAST) != 0);
    assert_int_equal(camera.last.bytesused, 0);
    assert_int_equal(camera.wait(0), POLLIN);
    assert_int_equal(camera.dqbuf(), -EPIPE);
    assert_int_equal(camera.stream(false), 0);
    for (uint32_t index = 0; index < 4; ++index)
        assert_int_equal(camera.qbuf(index), 0);
    assert_int_equal(camera.stream(true), 0);
    camera.next();
    assert_int_equal(camera.last.sequence, 0);
}

static void part5_a_plain_close_with_a_mapping_keeps_the_queue_owned(void **)
{
    sim::World world(nullptr);
    Camera first(world, virtual_camera(""));
    first.start(3);
    first.close();
    Camera second(world, virtual_camera(""));
    assert_int_equal(second.open(), 0);
    assert_int_equal(second.reqbufs(2), -EBUSY);
    first.unmap_all();
    assert_int_equal(second.reqbufs(2), 0);
}

static void part5_after_REQBUFS_0_the_next_open_works_while_frames_are_held(void **)
{
    sim::World world(nullptr);
    Camera first(world, virtual_camera(""));
    first.start(3);
    first.next();
    sim::Picture picture = first.picture();
    assert_int_equal(first.stream(false), 0);
    assert_int_equal(first.reqbufs(0), 0);
    first.close();
    Camera second(world, virtual_camera(""));
    second.start(3);
    for (int n = 0; n < 10; ++n) {
        second.next();
        assert_int_equal(second.qbuf(second.last.index), 0);
    }
    assert_true(sim::verify_intact(picture, sim::Pattern::chart, 0));
    second.assert_no_violations();
}

static int64_t cpu_time_ns()
{
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return int64_t{used.tv_sec} * 1000 * ms + used.tv_nsec;
}

static void part5_steady_1080p60_costs_little(void **)
{
    // 120 frames of each pattern, drawn and taken: two seconds of 1080p60 must fit well into one second of work.
    for (const char *pattern : {"chart", "cells"}) {
        sim::World world(nullptr);
        Camera camera(world, virtual_camera(std::string(",size=1920x1080,fps=60,pattern=") + pattern));
        camera.start(4);
        int64_t begin = cpu_time_ns();
        for (uint32_t n = 0; n < 120; ++n) {
            camera.next();
            assert_int_equal(camera.qbuf(camera.last.index), 0);
        }
        int64_t took = cpu_time_ns() - begin;
        print_message("1080p %s: %lld us a frame\n", pattern, static_cast<long long>(took / 120000));
        assert_true(took < 1000 * ms);
    }
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(part5_every_format_streams_intact_frames_that_carry_their_number),
        cmocka_unit_test(part5_data_offset_is_counted_in_bytesused_and_sizeimage),
        cmocka_unit_test(part5_a_client_that_sleeps_ten_periods_sees_the_gap),
        cmocka_unit_test(part5_time_stamps_follow_the_rate_without_drift),
        cmocka_unit_test(part5_the_sequence_begins_where_it_is_told_and_wraps),
        cmocka_unit_test(part5_the_real_clock_paces_frames_and_its_descriptor_wakes_poll),
        cmocka_unit_test(part5_a_wait_ends_by_timeout_event_or_frame),
        cmocka_unit_test(part5_a_virtual_clock_moves_only_by_waiting),
        cmocka_unit_test(B12_poll_says_POLLERR_when_not_streaming_or_nothing_was_queued),
        cmocka_unit_test(B12_a_wait_before_REQBUFS_starts_file_io_on_a_readable_node),
        cmocka_unit_test(B13_after_unplug_every_call_says_ENODEV_and_old_bytes_stay),
        cmocka_unit_test(S01_a_thousand_unplugs_with_held_frames_end_at_the_baseline),
        cmocka_unit_test(B03_after_LAST_poll_is_ready_and_DQBUF_says_EPIPE_until_streamoff),
        cmocka_unit_test(part5_a_plain_close_with_a_mapping_keeps_the_queue_owned),
        cmocka_unit_test(part5_after_REQBUFS_0_the_next_open_works_while_frames_are_held),
        cmocka_unit_test(part5_steady_1080p60_costs_little),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
