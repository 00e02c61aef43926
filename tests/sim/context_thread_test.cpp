// The thread of a context's loop, for programs that ask for one.
#include "support/loop_rig.hpp"

#include "support/baseline.hpp"

#include <csignal>
#include <unistd.h>

using namespace v4lxx::test;

static const char *small_camera = "sim:camera,size=64x48,fps=200,pattern=cells";

static void wait_for_frames(LoopRig &rig, uint64_t frames)
{
    for (int i = 0; i < 5000 && rig.frames() < frames; i++)
        usleep(1000);
    assert_true(rig.frames() >= frames);
}

static void bar10b_a_thread_hands_frames_to_callbacks_until_it_is_stopped(void **)
{
    const Baseline before = measure();
    {
        LoopRig rig;
        rig.add(small_camera);
        rig.add(small_camera);
        for (int round = 0; round < 3; round++) {
            ASSERT_OK(v4lxx_context_start_thread(rig.context(), &error));
            ASSERT_CODE(v4lxx_context_start_thread(rig.context(), &error), V4LXX_CODE_LOOP_BUSY);
            if (round == 0)
                rig.start_all();
            const uint64_t so_far = rig.frames();
            wait_for_frames(rig, so_far + 20);
            assert_int_equal(dispatch(rig.context(), 0), V4LXX_ERROR_STATE);
            v4lxx_context_stop_thread(rig.context());
            v4lxx_context_stop_thread(rig.context());
            const uint64_t stopped_at = rig.frames();
            usleep(20'000);
            assert_int_equal(rig.frames(), stopped_at);
        }
        assert_int_equal(dispatch(rig.context(), second), V4LXX_OK);
    }
    assert_baseline(before);
}

static void bar10b_no_signal_of_the_program_runs_on_that_thread(void **)
{
    static std::atomic<int> on_other_threads;
    static pthread_t main_thread;
    on_other_threads = 0;
    main_thread = pthread_self();
    struct sigaction action{}, before{};
    action.sa_handler = [](int) { on_other_threads += pthread_equal(pthread_self(), main_thread) == 0 ? 1 : 0; };
    assert_int_equal(sigaction(SIGUSR1, &action, &before), 0);
    LoopRig rig;
    rig.add(small_camera);
    ASSERT_OK(v4lxx_context_start_thread(rig.context(), &error));
    rig.start_all();
    for (int i = 0; i < 50; i++) {
        kill(getpid(), SIGUSR1);
        usleep(1000);
    }
    wait_for_frames(rig, 5);
    v4lxx_context_stop_thread(rig.context());
    sigaction(SIGUSR1, &before, nullptr);
    assert_int_equal(on_other_threads.load(), 0);
}

struct Stopper {
    v4lxx_context *context;
    std::atomic<int> frames{0};
};

static void S17_the_thread_is_stopped_inside_its_own_callback(void **)
{
    Context context;
    Stopper stopper{context.get()};
    Camera camera(context.get(), small_camera);
    ASSERT_OK(v4lxx_stream_set_frame_callback(
        camera.stream(),
        [](v4lxx_stream *, v4lxx_frame *, void *data) {
            auto &mine = *static_cast<Stopper *>(data);
            if (++mine.frames == 3)
                v4lxx_context_stop_thread(mine.context);
        },
        &stopper, nullptr, &error));
    ASSERT_OK(v4lxx_context_add_stream(context.get(), camera.stream(), 0, &error));
    ASSERT_OK(v4lxx_context_start_thread(context.get(), &error));
    camera.start();
    for (int i = 0; i < 5000 && stopper.frames < 3; i++)
        usleep(1000);
    usleep(30'000);
    assert_int_equal(stopper.frames.load(), 3);
    camera.stop();
}

static void U13_a_lost_camera_is_told_by_an_event_when_a_thread_runs_the_loop(void **)
{
    LoopRig rig;
    ASSERT_OK(v4lxx_context_listen(rig.context(), V4LXX_LISTEN_STREAMS, &error));
    rig.add(small_camera);
    rig.add(small_camera);
    ASSERT_OK(v4lxx_context_start_thread(rig.context(), &error));
    rig.start_all();
    wait_for_frames(rig, 4);
    rig.camera(1).sim().unplug();
    v4lxx_event *event = nullptr;
    ASSERT_OK(v4lxx_context_next_event(rig.context(), 5 * second, &event, &error));
    v4lxx_event_info info = V4LXX_EVENT_INFO_INIT;
    ASSERT_OK(v4lxx_event_read_info(event, &info, &error));
    assert_int_equal(info.kind, V4LXX_EVENT_LEFT_LOOP);
    assert_int_equal(info.tag, 1);
    assert_int_equal(info.code, V4LXX_CODE_DEVICE_GONE);
    v4lxx_event_unref(event);
    const uint64_t so_far = rig.frames(0);
    wait_for_frames(rig, rig.frames() + 10);
    assert_true(rig.frames(0) > so_far);
    v4lxx_context_stop_thread(rig.context());
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar10b_a_thread_hands_frames_to_callbacks_until_it_is_stopped),
        cmocka_unit_test(bar10b_no_signal_of_the_program_runs_on_that_thread),
        cmocka_unit_test(S17_the_thread_is_stopped_inside_its_own_callback),
        cmocka_unit_test(U13_a_lost_camera_is_told_by_an_event_when_a_thread_runs_the_loop),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
