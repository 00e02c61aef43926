// What a forked child does with its copies of the handles must not reach the parent's stream.
#include "support/loop_rig.hpp"

#include <atomic>
#include <cstdio>
#include <cstring>
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

// Fails in the child, whose exit is all that its parent sees.
static void expect_in_child(const char *what, bool is_right)
{
    if (is_right)
        return;
    std::fprintf(stderr, "in the child: %s\n", what);
    _exit(1);
}

template <class F>
static void expect_refusal(const char *what, F &&call)
{
    v4lxx_error *error = nullptr;
    const v4lxx_status status = call(&error);
    expect_in_child(what, status == V4LXX_ERROR_STATE && v4lxx_error_get_code(error) == V4LXX_CODE_WRONG_PROCESS &&
                              std::strstr(v4lxx_error_get_message(error), "forked") != nullptr);
    v4lxx_error_free(error);
}

static void use_device(v4lxx_context *context, v4lxx_device *device)
{
    v4lxx_format format = V4LXX_FORMAT_INIT;
    v4lxx_fraction interval{1, 30};
    v4lxx_control *control = nullptr;
    v4lxx_stream *stream = nullptr;
    v4lxx_device *another = nullptr;
    expect_refusal("read_format", [&](auto error) { return v4lxx_device_read_format(device, &format, error); });
    expect_refusal("set_format", [&](auto error) { return v4lxx_device_set_format(device, &format, nullptr, error); });
    expect_refusal("set_interval", [&](auto error) { return v4lxx_device_set_interval(device, &interval, error); });
    expect_refusal("find_control",
                   [&](auto error) { return v4lxx_device_find_control(device, "brightness", &control, error); });
    expect_refusal("stream_create", [&](auto error) { return v4lxx_stream_create(device, nullptr, &stream, error); });
    expect_refusal("device_open",
                   [&](auto error) { return v4lxx_device_open(context, "sim:camera", nullptr, &another, error); });
}

static void use_stream(v4lxx_stream *stream)
{
    v4lxx_frame *frame = nullptr;
    v4lxx_stream_options change = V4LXX_STREAM_OPTIONS_INIT;
    char byte = 0;
    size_t size = 0;
    change.buffer_count = 6;
    expect_refusal("start", [&](auto error) { return v4lxx_stream_start(stream, error); });
    expect_refusal("dequeue", [&](auto error) { return v4lxx_stream_dequeue(stream, -1, &frame, error); });
    expect_refusal("read", [&](auto error) { return v4lxx_stream_read(stream, &byte, 1, V4LXX_READ_BYTES, -1, &size, error); });
    expect_refusal("reconfigure", [&](auto error) { return v4lxx_stream_reconfigure(stream, &change, error); });
    expect_in_child("get_fd", v4lxx_stream_get_fd(stream) == -1);
}

static void use_loop(v4lxx_context *context, v4lxx_stream *stream)
{
    uint64_t tag = 0;
    v4lxx_frame *frame = nullptr;
    v4lxx_event *event = nullptr;
    expect_refusal("add_stream", [&](auto error) { return v4lxx_context_add_stream(context, stream, 1, error); });
    expect_refusal("context_dequeue", [&](auto error) { return v4lxx_context_dequeue(context, -1, &tag, &frame, error); });
    expect_refusal("context_dispatch", [&](auto error) { return v4lxx_context_dispatch(context, -1, 0, error); });
    expect_refusal("listen", [&](auto error) { return v4lxx_context_listen(context, V4LXX_LISTEN_STREAMS, error); });
    expect_refusal("next_event", [&](auto error) { return v4lxx_context_next_event(context, -1, &event, error); });
    expect_refusal("start_thread", [&](auto error) { return v4lxx_context_start_thread(context, error); });
    expect_in_child("context_get_fd", v4lxx_context_get_fd(context) == -1);
    v4lxx_context_stop_thread(context);
}

static void use_group(v4lxx_context *context, v4lxx_group *group, v4lxx_stream *stream)
{
    v4lxx_group *another = nullptr;
    v4lxx_frame_set *set = nullptr;
    expect_refusal("group_create", [&](auto error) { return v4lxx_group_create(context, nullptr, &another, error); });
    expect_refusal("group_add_stream", [&](auto error) { return v4lxx_group_add_stream(group, stream, 0, error); });
    expect_refusal("group_next", [&](auto error) { return v4lxx_group_next(group, -1, &set, error); });
    expect_in_child("group_get_fd", v4lxx_group_get_fd(group) == -1);
}

// Whatever the child calls, it gets a status of its own, never waits, and the parent's frames come as if nothing were.
static void S13_every_handle_of_the_parent_says_in_the_child_what_is_wrong(void **)
{
    for (const uint32_t flags : {0u, uint32_t{V4LXX_STREAM_RECONNECT}}) {
        Camera camera("sim:camera,size=64x48,fps=50,clock=virtual", 4, flags);
        v4lxx_group *group = nullptr;
        ASSERT_OK(v4lxx_group_create(camera.context(), nullptr, &group, &error));
        ASSERT_OK(v4lxx_context_listen(camera.context(), V4LXX_LISTEN_STREAMS, &error));
        camera.start();
        HeldFrame held = camera.next();
        assert_true(ends_in_a_child([&] {
            use_device(camera.context(), camera.device());
            use_stream(camera.stream());
            use_loop(camera.context(), camera.stream());
            use_group(camera.context(), group, camera.stream());
            held.assert_intact();
            expect_in_child("read_account", camera.account().delivered == 1);
            expect_in_child("stop", v4lxx_stream_stop(camera.stream(), nullptr) == V4LXX_OK);
            v4lxx_frame_unref(held.release());
            v4lxx_group_unref(group);
            camera.allow_violations();
            camera.close();
        }));
        for (int i = 0; i < 10; i++)
            camera.next().assert_intact();
        held.assert_intact();
        assert_int_equal(camera.account().driver_dropped, 0);
        v4lxx_group_unref(group);
    }
}

// The parent's thread is in a callback, which in the child will never end.
static void S13_a_child_can_stop_although_a_callback_of_its_parent_was_running(void **)
{
    Camera camera("sim:camera,size=64x48,fps=50");
    std::atomic<int> step{0};
    const auto linger = [](v4lxx_stream *, v4lxx_frame *, void *data) {
        auto &at = *static_cast<std::atomic<int> *>(data);
        at = 1;
        while (at != 2)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    };
    ASSERT_OK(v4lxx_stream_set_frame_callback(camera.stream(), linger, &step, nullptr, &error));
    camera.start();
    std::thread looper([&] { v4lxx_stream_dispatch(camera.stream(), 5 * second, nullptr); });
    while (step != 1)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    const bool ended = ends_in_a_child([&] { v4lxx_stream_stop(camera.stream(), nullptr); });
    step = 2;
    looper.join();
    assert_true(ended);
}

// What the advice of the message says.
static void S13_a_child_with_a_context_of_its_own_has_a_camera_of_its_own(void **)
{
    Camera camera("sim:camera,size=64x48,fps=50");
    camera.start();
    camera.next();
    assert_true(ends_in_a_child([&] {
        Camera own("sim:camera,size=64x48,fps=50,id=2");
        own.start();
        own.next().assert_intact();
    }));
    camera.next().assert_intact();
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(S13_a_child_that_closes_does_not_wake_its_parent),
        cmocka_unit_test(S13_a_child_that_stops_leaves_the_descriptor_of_its_parent_armed),
        cmocka_unit_test(S13_a_child_that_leaves_a_loop_leaves_the_stream_in_that_of_its_parent),
        cmocka_unit_test(S13_a_child_that_stops_leaves_the_frames_that_wait_to_its_parent),
        cmocka_unit_test(S13_a_child_can_stop_although_a_thread_of_its_parent_was_waiting),
        cmocka_unit_test(S13_every_handle_of_the_parent_says_in_the_child_what_is_wrong),
        cmocka_unit_test(S13_a_child_can_stop_although_a_callback_of_its_parent_was_running),
        cmocka_unit_test(S13_a_child_with_a_context_of_its_own_has_a_camera_of_its_own),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
