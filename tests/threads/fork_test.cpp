// What a forked child does with its copies of the handles must not reach the parent's stream.
#include "support/loop_rig.hpp"

#include <ctime>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace v4lxx::test;

static bool is_readable(int fd, int timeout_ms)
{
    pollfd entry{fd, POLLIN, 0};
    return poll(&entry, 1, timeout_ms) == 1;
}

static double processor_seconds()
{
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
}

// True if the child ended by itself within five seconds.
template <class F>
static bool ends_in_a_child(F &&act)
{
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        alarm(5);
        act();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static void S13_a_child_that_closes_does_not_wake_its_parent(void **)
{
    Camera camera("sim:camera,size=64x48,fps=20");
    camera.start();
    const int fd = v4lxx_stream_get_fd(camera.stream());
    camera.next();
    assert_true(ends_in_a_child([&] { v4lxx_stream_close(camera.stream()); }));
    while (camera.try_next(0) == V4LXX_OK) {
    }
    assert_false(is_readable(fd, 0));
    const double before = processor_seconds();
    for (int i = 0; i < 10; i++)
        camera.next();
    assert_true(processor_seconds() - before < 0.2);
}

static void S13_a_child_that_stops_leaves_the_descriptor_of_its_parent_armed(void **)
{
    Camera camera("sim:camera,size=64x48,fps=20");
    camera.start();
    const int fd = v4lxx_stream_get_fd(camera.stream());
    camera.next();
    assert_true(ends_in_a_child([&] { v4lxx_stream_stop(camera.stream(), nullptr); }));
    for (int i = 0; i < 5; i++) {
        assert_true(is_readable(fd, 1000));
        assert_int_equal(camera.try_next(0), V4LXX_OK);
    }
}

static void S13_a_child_that_leaves_a_loop_leaves_the_stream_in_that_of_its_parent(void **)
{
    LoopRig rig;
    Camera &camera = rig.add("sim:camera,size=64x48,fps=50");
    rig.start_all();
    assert_int_equal(dispatch(rig.context(), second), V4LXX_OK);
    assert_true(ends_in_a_child([&] { v4lxx_context_remove_stream(rig.context(), camera.stream()); }));
    for (int i = 0; i < 5; i++)
        assert_int_equal(dispatch(rig.context(), second), V4LXX_OK);
}

static void S13_a_child_that_stops_leaves_the_frames_that_wait_to_its_parent(void **)
{
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.flow = V4LXX_FLOW_DROP_OLDEST;
    options.flow_depth = 3;
    options.buffer_count = 8;
    Camera camera("sim:camera,size=64x48,fps=100", options);
    camera.start();
    const int fd = v4lxx_stream_get_fd(camera.stream());
    camera.next();
    camera.inject("at frame 6 drop 1000000");
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    camera.next();
    assert_int_equal(camera.account().waiting, 2);
    assert_true(ends_in_a_child([&] { v4lxx_stream_stop(camera.stream(), nullptr); }));
    for (int i = 0; i < 2; i++) {
        assert_true(is_readable(fd, 0));
        assert_int_equal(camera.try_next(0), V4LXX_OK);
    }
}

static void S13_a_child_can_stop_although_a_thread_of_its_parent_was_waiting(void **)
{
    Camera camera("sim:camera,size=64x48,fps=1");
    camera.start();
    std::thread waiter([&] { camera.try_next(5 * second); });
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    const bool ended = ends_in_a_child([&] { v4lxx_stream_stop(camera.stream(), nullptr); });
    v4lxx_stream_cancel(camera.stream());
    waiter.join();
    assert_true(ended);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(S13_a_child_that_closes_does_not_wake_its_parent),
        cmocka_unit_test(S13_a_child_that_stops_leaves_the_descriptor_of_its_parent_armed),
        cmocka_unit_test(S13_a_child_that_leaves_a_loop_leaves_the_stream_in_that_of_its_parent),
        cmocka_unit_test(S13_a_child_that_stops_leaves_the_frames_that_wait_to_its_parent),
        cmocka_unit_test(S13_a_child_can_stop_although_a_thread_of_its_parent_was_waiting),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
