// The loop of a context: many cameras on one thread, with one descriptor and one wait.
#include "support/loop_rig.hpp"

#include "device/context.hpp"
#include "stream/loop.hpp"
#include "support/baseline.hpp"

#include <csignal>
#include <poll.h>
#include <sys/epoll.h>
#include <unistd.h>

using namespace v4lxx::test;

static const char *small_camera = "sim:camera,size=64x48,fps=200,pattern=cells";
static const char *virtual_camera = "sim:camera,size=64x48,fps=240,pattern=cells,clock=virtual";

static bool is_readable(int fd)
{
    pollfd entry{fd, POLLIN, 0};
    return poll(&entry, 1, 0) == 1;
}

static uint64_t waits_of(v4lxx_context *context)
{
    return v4lxx::stream::Loop::found(*reinterpret_cast<v4lxx::device::Context *>(context))->waits();
}

static v4lxx_status take_any(v4lxx_context *context, int64_t timeout_ns, uint64_t *tag, v4lxx_code *code = nullptr)
{
    v4lxx_frame *frame = nullptr;
    v4lxx_error *error = nullptr;
    const v4lxx_status status = v4lxx_context_dequeue(context, timeout_ns, tag, &frame, &error);
    if (code != nullptr)
        *code = v4lxx_error_get_code(error);
    v4lxx_error_free(error);
    if (status == V4LXX_OK)
        HeldFrame(frame).assert_intact(v4lxx::kernel::sim::Pattern::cells);
    else
        assert_null(frame);
    return status;
}

static void bar10a_one_descriptor_tells_of_the_frames_of_all_streams(void **)
{
    const Baseline before = measure();
    {
        LoopRig rig;
        rig.add(small_camera);
        rig.add(small_camera);
        const int fd = v4lxx_context_get_fd(rig.context());
        assert_true(fd >= 0);
        assert_int_equal(v4lxx_context_get_fd(rig.context()), fd);
        assert_false(is_readable(fd));
        assert_int_equal(dispatch(rig.context(), 0), V4LXX_AGAIN);
        rig.start_all();
        while (rig.frames(0) < 20 || rig.frames(1) < 20) {
            pollfd entry{fd, POLLIN, 0};
            assert_int_equal(poll(&entry, 1, 5000), 1);
            const v4lxx_status status = dispatch(rig.context(), 0);
            assert_true(status == V4LXX_OK || status == V4LXX_AGAIN);
        }
    }
    assert_baseline(before);
}

static void bar10a_an_edge_triggered_loop_dispatches_until_again(void **)
{
    LoopRig rig;
    for (int i = 0; i < 3; i++)
        rig.add(small_camera);
    const int loop = epoll_create1(EPOLL_CLOEXEC);
    epoll_event event{};
    event.events = EPOLLIN | EPOLLET;
    assert_int_equal(epoll_ctl(loop, EPOLL_CTL_ADD, v4lxx_context_get_fd(rig.context()), &event), 0);
    rig.start_all();
    while (rig.frames() < 120) {
        assert_int_equal(epoll_wait(loop, &event, 1, 5000), 1);
        while (dispatch(rig.context(), 0) == V4LXX_OK) {
        }
    }
    for (size_t i = 0; i < rig.size(); i++)
        assert_true(rig.frames(i) > 0);
    close(loop);
}

// All cameras have a frame at each turn.
static double calls_per_frame(size_t cameras)
{
    LoopRig rig;
    for (size_t i = 0; i < cameras; i++)
        rig.add(virtual_camera, true, 8);
    rig.start_all();
    const auto calls = [&] {
        uint64_t sum = waits_of(rig.context());
        for (size_t i = 0; i < cameras; i++)
            sum += rig.camera(i).account().system_calls;
        return sum;
    };
    const auto turn = [&] {
        for (size_t i = 0; i < cameras; i++)
            rig.camera(i).sim().advance(second / 240 + 1);
        for (const uint64_t before = rig.frames(); rig.frames() < before + cameras;)
            assert_int_equal(v4lxx_context_dispatch(rig.context(), second, 0, nullptr), V4LXX_OK);
    };
    turn();
    const uint64_t calls_before = calls(), frames_before = rig.frames();
    const uint64_t allocations_before = allocations_made();
    for (int i = 0; i < 50; i++)
        turn();
    assert_int_equal(allocations_made() - allocations_before, 0);
    const double per_frame = static_cast<double>(calls() - calls_before) / static_cast<double>(rig.frames() - frames_before);
    uint64_t most = 0, least = UINT64_MAX;
    for (size_t i = 0; i < cameras; i++) {
        most = std::max(most, rig.frames(i));
        least = std::min(least, rig.frames(i));
        assert_int_equal(rig.camera(i).account().copies, 0);
    }
    assert_true(most - least <= 2);  // they take turns
    print_message("%zu cameras: %.3f system calls for a frame\n", cameras, per_frame);
    return per_frame;
}

static void bar1a_bar10e_16_to_256_busy_cameras_cost_at_most_2_2_system_calls_a_frame_and_no_allocation(void **)
{
    assert_true(calls_per_frame(1) <= 3);
    assert_true(calls_per_frame(16) <= 2.2);
    allow_descriptors(4096);
    assert_true(calls_per_frame(256) <= 2.2);
}

static void bar10a_a_budget_leaves_the_rest_for_the_next_call(void **)
{
    LoopRig rig;
    for (int i = 0; i < 5; i++)
        rig.add(virtual_camera);
    rig.start_all();
    while (rig.frames() < 5)
        assert_int_equal(dispatch(rig.context(), second), V4LXX_OK);
    for (int i = 0; i < 50; i++) {
        const uint64_t before = rig.frames();
        assert_int_equal(dispatch(rig.context(), second, 2), V4LXX_OK);
        assert_in_range(rig.frames() - before, 1, 2);
    }
    for (size_t i = 0; i < rig.size(); i++)
        assert_true(rig.frames(i) >= 10);
}

static void U10_a_time_out_of_the_loop_is_no_frame_and_no_failure(void **)
{
    LoopRig rig;
    rig.add("sim:camera,size=64x48,fps=1");
    uint64_t tag = 5;
    assert_int_equal(dispatch(rig.context(), 20 * ms), V4LXX_TIMED_OUT);
    rig.start_all();
    assert_int_equal(dispatch(rig.context(), 20 * ms), V4LXX_TIMED_OUT);
    assert_int_equal(take_any(rig.context(), 20 * ms, &tag), V4LXX_TIMED_OUT);
    assert_int_equal(tag, 0);
    assert_int_equal(take_any(rig.context(), 0, &tag), V4LXX_AGAIN);
}

// A driver that says there is a frame when there is none.
static void B12_U10_what_is_always_ready_keeps_nobody_in_the_loop_beyond_the_time_given(void **)
{
    LoopRig rig;
    rig.add("sim:camera,size=64x48,fps=1").inject("on wait always ready");
    rig.start_all();
    uint64_t tag = 0;
    assert_int_equal(dispatch(rig.context(), 50 * ms), V4LXX_TIMED_OUT);
    LoopRig other;
    other.add("sim:camera,size=64x48,fps=1", false).inject("on wait always ready");
    other.start_all();
    assert_int_equal(take_any(other.context(), 50 * ms, &tag), V4LXX_TIMED_OUT);
}

static void bar10c_cancel_ends_the_wait_of_the_loop_once(void **)
{
    LoopRig rig;
    rig.add(small_camera);  // not started: no frame makes the descriptor readable
    v4lxx_context_cancel(rig.context());
    v4lxx_code code = 0;
    assert_int_equal(dispatch(rig.context(), -1, 0, &code), V4LXX_ERROR_CANCELLED);
    assert_int_equal(code, V4LXX_CODE_WAIT_CANCELLED);
    assert_int_equal(dispatch(rig.context(), 0), V4LXX_AGAIN);
    std::thread other([&] {
        usleep(20'000);
        v4lxx_context_cancel(rig.context());
    });
    assert_int_equal(dispatch(rig.context(), -1), V4LXX_ERROR_CANCELLED);
    other.join();
    assert_int_equal(dispatch(rig.context(), 0), V4LXX_AGAIN);  // a cancel that was quicker than its signal leaves a wake-up
    assert_false(is_readable(v4lxx_context_get_fd(rig.context())));
}

static v4lxx_context *signalled_context;

static void bar10c_cancel_of_the_loop_in_a_signal_handler(void **)
{
    LoopRig rig;
    rig.add("sim:camera,size=64x48,fps=1");
    rig.start_all();
    signalled_context = rig.context();
    struct sigaction action{}, before{};
    action.sa_handler = [](int) { v4lxx_context_cancel(signalled_context); };
    assert_int_equal(sigaction(SIGALRM, &action, &before), 0);
    alarm(1);
    assert_int_equal(dispatch(rig.context(), -1), V4LXX_ERROR_CANCELLED);
    sigaction(SIGALRM, &before, nullptr);
}

static void bar10a_frames_of_any_stream_come_with_its_tag(void **)
{
    LoopRig rig;
    for (int i = 0; i < 3; i++)
        rig.add(virtual_camera, false);
    rig.start_all();
    uint64_t frames[3] = {};
    for (int i = 0; i < 60; i++) {
        uint64_t tag = 99;
        assert_int_equal(take_any(rig.context(), second, &tag), V4LXX_OK);
        assert_in_range(tag, 0, 2);
        frames[tag]++;
    }
    for (const uint64_t count : frames)
        assert_in_range(count, 15, 25);
}

static void S01_a_camera_that_is_unplugged_leaves_the_loop_and_the_others_go_on(void **)
{
    LoopRig rig;
    for (int i = 0; i < 3; i++)
        rig.add(virtual_camera, false);
    rig.start_all();
    rig.camera(1).sim().unplug();
    uint64_t tag = 0, frames[3] = {};
    int losses = 0;
    for (int i = 0; i < 100; i++) {
        v4lxx_code code = 0;
        const v4lxx_status status = take_any(rig.context(), second, &tag, &code);
        if (status == V4LXX_ERROR_DEVICE_LOST) {
            losses++;
            assert_int_equal(tag, 1);
            assert_int_equal(code, V4LXX_CODE_DEVICE_GONE);
            continue;
        }
        assert_int_equal(status, V4LXX_OK);
        frames[tag]++;
    }
    assert_int_equal(losses, 1);
    assert_int_equal(frames[1], 0);
    assert_true(frames[0] > 20 && frames[2] > 20);
}

static void B03_the_end_of_a_stream_is_told_once_and_leaves_the_loop_quiet(void **)
{
    LoopRig rig;
    rig.add(virtual_camera, false).inject("at frame 3 last");
    rig.start_all();
    uint64_t tag = 9;
    for (int i = 0; i < 4; i++)
        assert_int_equal(take_any(rig.context(), second, &tag), V4LXX_OK);
    assert_int_equal(take_any(rig.context(), second, &tag), V4LXX_END);
    assert_int_equal(tag, 0);
    assert_false(is_readable(v4lxx_context_get_fd(rig.context())));
    assert_false(is_readable(v4lxx_stream_get_fd(rig.camera(0).stream())));
    assert_int_equal(take_any(rig.context(), 10 * ms, &tag), V4LXX_TIMED_OUT);
    assert_int_equal(rig.camera(0).try_next(0), V4LXX_END);  // whoever asks is told again
    rig.camera(0).stop();
    rig.start_all();
    assert_int_equal(take_any(rig.context(), second, &tag), V4LXX_OK);
}

static void bar10a_a_stream_that_stops_and_starts_stays_in_the_loop(void **)
{
    LoopRig rig;
    Camera &camera = rig.add(virtual_camera);
    for (int round = 0; round < 3; round++) {
        const uint64_t before = rig.frames();
        camera.start();
        while (rig.frames() < before + 5)
            assert_int_equal(dispatch(rig.context(), second), V4LXX_OK);
        camera.stop();
        assert_int_equal(dispatch(rig.context(), 0), V4LXX_AGAIN);
        assert_false(is_readable(v4lxx_context_get_fd(rig.context())));
    }
}

static void S14_what_a_loop_refuses(void **)
{
    LoopRig rig;
    Camera &camera = rig.add(virtual_camera), elsewhere(virtual_camera);
    ASSERT_CODE(v4lxx_context_add_stream(rig.context(), camera.stream(), 2, &error), V4LXX_CODE_STREAM_IN_LOOP);
    ASSERT_CODE(v4lxx_context_add_stream(rig.context(), elsewhere.stream(), 2, &error), V4LXX_CODE_UNKNOWN_VALUE);
    v4lxx_context_remove_stream(rig.context(), elsewhere.stream());
    v4lxx_context_remove_stream(rig.context(), camera.stream());
    v4lxx_context_remove_stream(rig.context(), camera.stream());
    camera.start();
    assert_int_equal(dispatch(rig.context(), 20 * ms), V4LXX_TIMED_OUT);
    ASSERT_OK(v4lxx_context_add_stream(rig.context(), camera.stream(), 2, &error));
    assert_int_equal(dispatch(rig.context(), second), V4LXX_OK);
    v4lxx_stream_close(camera.stream());
    v4lxx_code code = 0;
    assert_int_equal(dispatch(rig.context(), second, 0, &code), V4LXX_ERROR_CLOSED);
    assert_int_equal(dispatch(rig.context(), 0), V4LXX_AGAIN);
    ASSERT_CODE(v4lxx_context_add_stream(rig.context(), camera.stream(), 2, &error), V4LXX_CODE_OBJECT_CLOSED);
}

// What a callback may do to its own stream.
struct Guest {
    v4lxx_context *context;
    v4lxx_stream *stream;
    int action, frames = 0;
    v4lxx_code code = 0;
};

static void visit(v4lxx_stream *stream, v4lxx_frame *, void *data)
{
    auto &guest = *static_cast<Guest *>(data);
    if (++guest.frames != 3)
        return;
    v4lxx_error *error = nullptr;
    switch (guest.action) {
    case 0: v4lxx_context_remove_stream(guest.context, stream); break;
    case 1: v4lxx_stream_unref(std::exchange(guest.stream, nullptr)); break;
    case 2: v4lxx_context_dispatch(guest.context, 0, 0, &error); break;
    case 3: v4lxx_stream_close(stream); break;
    default: v4lxx_context_cancel(guest.context);
    }
    guest.code = v4lxx_error_get_code(error);
    v4lxx_error_free(error);
}

static void S17_remove_unref_close_and_cancel_inside_a_callback_of_the_loop(void **)
{
    const v4lxx_status after[] = {V4LXX_AGAIN, V4LXX_AGAIN, V4LXX_OK, V4LXX_ERROR_CLOSED, V4LXX_ERROR_CANCELLED};
    for (int action = 0; action < 5; action++) {
        const Baseline before = measure();
        {
            Context context;
            v4lxx_device *device = nullptr;
            Guest guest{context.get(), nullptr, action};
            ASSERT_OK(v4lxx_device_open(context.get(), virtual_camera, nullptr, &device, &error));
            ASSERT_OK(v4lxx_stream_create(device, nullptr, &guest.stream, &error));
            ASSERT_OK(v4lxx_stream_set_frame_callback(guest.stream, visit, &guest, nullptr, &error));
            ASSERT_OK(v4lxx_context_add_stream(context.get(), guest.stream, 0, &error));
            ASSERT_OK(v4lxx_stream_start(guest.stream, &error));
            while (guest.frames < 3)
                assert_int_equal(dispatch(context.get(), second), V4LXX_OK);
            assert_int_equal(dispatch(context.get(), action < 2 ? 0 : second), after[action]);
            assert_int_equal(guest.code, action == 2 ? V4LXX_CODE_LOOP_BUSY : 0);
            v4lxx_stream_unref(guest.stream);
            v4lxx_device_unref(device);
        }
        assert_baseline(before);
    }
}

static void bar10a_a_stream_without_a_callback_is_told_and_leaves(void **)
{
    LoopRig rig;
    rig.add(virtual_camera, false);
    rig.start_all();
    v4lxx_code code = 0;
    assert_int_equal(dispatch(rig.context(), second, 0, &code), V4LXX_ERROR_STATE);
    assert_int_equal(code, V4LXX_CODE_CALLBACK_NOT_SET);
    assert_int_equal(dispatch(rig.context(), 0), V4LXX_AGAIN);
}

static void bar10a_frames_that_wait_by_policy_are_told_of_by_the_loop(void **)
{
    Context context;
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.buffer_count = 8;
    options.flow = V4LXX_FLOW_DROP_OLDEST;
    options.flow_depth = 3;
    Camera camera("sim:camera,size=64x48,fps=200,pattern=cells", options, context.get());
    ASSERT_OK(v4lxx_context_add_stream(context.get(), camera.stream(), 7, &error));
    camera.start();
    usleep(30'000);
    uint64_t tag = 0;
    assert_int_equal(take_any(context.get(), second, &tag), V4LXX_OK);
    assert_true(camera.account().waiting > 0);
    assert_true(is_readable(v4lxx_context_get_fd(context.get())));
    assert_int_equal(take_any(context.get(), 0, &tag), V4LXX_OK);
    assert_int_equal(tag, 7);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar10a_one_descriptor_tells_of_the_frames_of_all_streams),
        cmocka_unit_test(bar10a_an_edge_triggered_loop_dispatches_until_again),
        cmocka_unit_test(bar1a_bar10e_16_to_256_busy_cameras_cost_at_most_2_2_system_calls_a_frame_and_no_allocation),
        cmocka_unit_test(bar10a_a_budget_leaves_the_rest_for_the_next_call),
        cmocka_unit_test(U10_a_time_out_of_the_loop_is_no_frame_and_no_failure),
        cmocka_unit_test(B12_U10_what_is_always_ready_keeps_nobody_in_the_loop_beyond_the_time_given),
        cmocka_unit_test(bar10c_cancel_ends_the_wait_of_the_loop_once),
        cmocka_unit_test(bar10c_cancel_of_the_loop_in_a_signal_handler),
        cmocka_unit_test(bar10a_frames_of_any_stream_come_with_its_tag),
        cmocka_unit_test(S01_a_camera_that_is_unplugged_leaves_the_loop_and_the_others_go_on),
        cmocka_unit_test(B03_the_end_of_a_stream_is_told_once_and_leaves_the_loop_quiet),
        cmocka_unit_test(bar10a_a_stream_that_stops_and_starts_stays_in_the_loop),
        cmocka_unit_test(S14_what_a_loop_refuses),
        cmocka_unit_test(S17_remove_unref_close_and_cancel_inside_a_callback_of_the_loop),
        cmocka_unit_test(bar10a_a_stream_without_a_callback_is_told_and_leaves),
        cmocka_unit_test(bar10a_frames_that_wait_by_policy_are_told_of_by_the_loop),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
