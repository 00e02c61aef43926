// Stream and device are closed, unplugged and unreferenced while other threads are inside.
#include "support/camera.hpp"

#include "frame_bin.hpp"
#include "support/baseline.hpp"

#include <poll.h>

using namespace v4lxx::test;

static bool is_readable(int fd)
{
    pollfd entry{fd, POLLIN, 0};
    return poll(&entry, 1, 0) == 1;
}

static void S18_the_device_is_closed_while_others_dequeue(void **)
{
    const Baseline before = measure();
    for (int round = 0; round < 60; round++) {
        Camera camera("sim:camera,size=64x48,fps=1000");
        camera.start();
        std::atomic<int> taken{0}, other_ends{0};
        std::vector<std::thread> takers;
        for (int i = 0; i < 4; i++)
            takers.emplace_back([&] {
                v4lxx_status status = V4LXX_OK;
                while ((status = camera.try_next(-1)) == V4LXX_OK)
                    taken++;
                other_ends += status != V4LXX_ERROR_CLOSED;
            });
        while (taken < 4)
            std::this_thread::yield();
        v4lxx_device_close(camera.device());
        for (std::thread &taker : takers)
            taker.join();
        assert_int_equal(other_ends, 0);
        ASSERT_CODE(v4lxx_stream_start(camera.stream(), &error), V4LXX_CODE_OBJECT_CLOSED);
        assert_int_equal(camera.sim().open_files(), 0);
    }
    assert_baseline(before);
}

static void bar14a_S16_frames_come_back_from_eight_threads_while_the_device_is_unplugged_and_closed(void **)
{
    const Baseline before = measure();
    for (int round = 0; round < 40; round++) {
        Camera camera("sim:camera,size=64x48,fps=1000", 8);
        camera.start();
        FrameBin bin(8);
        std::vector<HeldFrame> kept;
        for (int i = 0; i < 7; i++)
            kept.push_back(camera.next());
        std::thread unplugger([&] { camera.sim().unplug(); });
        for (int i = 0; i < 6; i++)
            bin.take(kept[static_cast<size_t>(i)].release());
        if (round % 2 != 0)
            v4lxx_device_close(camera.device());
        else
            v4lxx_stream_close(camera.stream());
        unplugger.join();
        kept.back().assert_intact();
        bin.empty();
        kept.clear();
        assert_int_equal(camera.account().held, 0);
        camera.close();
    }
    assert_baseline(before);
}

static void S18_get_fd_runs_beside_start_stop_and_close(void **)
{
    const Baseline before = measure();
    for (int round = 0; round < 60; round++) {
        Camera camera("sim:camera,size=64x48,fps=1000");
        std::atomic<int> changed{0};
        std::atomic<bool> done{false};
        const int first = v4lxx_stream_get_fd(camera.stream());
        assert_true(first >= 0);
        std::thread asker([&] {
            while (!done)
                changed += v4lxx_stream_get_fd(camera.stream()) != first;
        });
        for (int i = 0; i < 5; i++) {
            camera.start();
            camera.try_next(0);
            camera.stop();
        }
        camera.start();
        v4lxx_stream_close(camera.stream());
        assert_true(is_readable(first));
        done = true;
        asker.join();
        assert_int_equal(changed, 0);
    }
    assert_baseline(before);
}

// The event loop must hear of it, also when the last thread inside the device does the closing.
static void S18_a_device_closed_under_a_call_makes_the_descriptor_readable(void **)
{
    int silent = 0;
    for (int round = 0; round < 4000; round++) {
        Camera camera("sim:camera,size=64x48,fps=1");
        const int fd = v4lxx_stream_get_fd(camera.stream());
        std::atomic<bool> inside{false};
        std::thread asker([&] {
            v4lxx_format format = V4LXX_FORMAT_INIT;
            do
                inside = true;
            while (v4lxx_device_read_format(camera.device(), &format, nullptr) == V4LXX_OK);
        });
        while (!inside)
            std::this_thread::yield();
        v4lxx_device_close(camera.device());
        asker.join();
        silent += !is_readable(fd);
    }
    assert_int_equal(silent, 0);
}

namespace {

struct CallbackWork {
    v4lxx_device *device = nullptr;
    int calls = 0;
    int act_at = 5;
    void (*act)(CallbackWork &, v4lxx_stream *) = nullptr;
    std::atomic<int> destroyed{0};
};

}  // namespace

static void on_frame(v4lxx_stream *stream, v4lxx_frame *, void *user_data)
{
    auto &work = *static_cast<CallbackWork *>(user_data);
    if (++work.calls == work.act_at)
        work.act(work, stream);
}

static void on_destroy(void *user_data) { static_cast<CallbackWork *>(user_data)->destroyed++; }

static void S17_stop_close_and_taking_it_away_are_allowed_inside_the_callback(void **)
{
    void (*const acts[])(CallbackWork &, v4lxx_stream *) = {
        [](CallbackWork &, v4lxx_stream *stream) { v4lxx_stream_stop(stream, nullptr); },
        [](CallbackWork &, v4lxx_stream *stream) { v4lxx_stream_close(stream); },
        [](CallbackWork &work, v4lxx_stream *) { v4lxx_device_close(work.device); },
        [](CallbackWork &, v4lxx_stream *stream) {
            v4lxx_stream_set_frame_callback(stream, nullptr, nullptr, nullptr, nullptr);
        },
    };
    const Baseline before = measure();
    for (auto act : acts) {
        Camera camera("sim:camera,size=64x48,fps=1000");
        CallbackWork work;
        work.device = camera.device();
        work.act = act;
        ASSERT_OK(v4lxx_stream_set_frame_callback(camera.stream(), on_frame, &work, on_destroy, &error));
        camera.start();
        while (v4lxx_stream_dispatch(camera.stream(), second, nullptr) == V4LXX_OK) {
        }
        assert_int_equal(work.calls, 5);
        camera.close();
        assert_int_equal(work.destroyed, 1);
    }
    assert_baseline(before);
}

static void S17_the_last_unref_is_allowed_inside_the_callback(void **)
{
    const Baseline before = measure();
    v4lxx_context *context = nullptr;
    v4lxx_device *device = nullptr;
    v4lxx_stream *stream = nullptr;
    ASSERT_OK(v4lxx_context_create(nullptr, &context, &error));
    ASSERT_OK(v4lxx_device_open(context, "sim:camera,size=64x48,fps=1000", nullptr, &device, &error));
    ASSERT_OK(v4lxx_stream_create(device, nullptr, &stream, &error));
    v4lxx_context_unref(context);
    v4lxx_device_unref(device);
    CallbackWork work;
    work.act_at = 1;
    work.act = [](CallbackWork &, v4lxx_stream *mine) { v4lxx_stream_unref(mine); };
    ASSERT_OK(v4lxx_stream_set_frame_callback(stream, on_frame, &work, on_destroy, &error));
    ASSERT_OK(v4lxx_stream_start(stream, &error));
    ASSERT_OK(v4lxx_stream_dispatch(stream, second, &error));
    assert_int_equal(work.calls, 1);
    assert_int_equal(work.destroyed, 1);
    assert_baseline(before);
}

// None runs after stop has returned, and none is running then.
static void U36_no_callback_runs_after_stop_from_another_thread(void **)
{
    struct Watch {
        std::atomic<bool> running{false}, stopped{false};
        std::atomic<int> late{0}, calls{0};
    } watch;
    Camera camera("sim:camera,size=64x48,fps=1000");
    auto watching = [](v4lxx_stream *, v4lxx_frame *, void *user_data) {
        auto &seen = *static_cast<Watch *>(user_data);
        seen.running = true;
        seen.calls++;
        std::this_thread::yield();
        seen.late += seen.stopped;
        seen.running = false;
    };
    ASSERT_OK(v4lxx_stream_set_frame_callback(camera.stream(), watching, &watch, nullptr, &error));
    for (int round = 0; round < 60; round++) {
        watch.stopped = false;
        watch.calls = 0;
        camera.start();
        std::thread dispatcher([&] {
            while (v4lxx_stream_dispatch(camera.stream(), -1, nullptr) == V4LXX_OK) {
            }
        });
        while (watch.calls < 3)
            std::this_thread::yield();
        camera.stop();
        const bool still_running = watch.running;
        watch.stopped = true;
        dispatcher.join();
        assert_false(still_running);
    }
    assert_int_equal(watch.late, 0);
}

static void U36_close_and_unref_race_with_dispatch(void **)
{
    const Baseline before = measure();
    for (int round = 0; round < 60; round++) {
        Camera camera("sim:camera,size=64x48,fps=1000");
        CallbackWork work;
        work.act_at = -1;
        ASSERT_OK(v4lxx_stream_set_frame_callback(camera.stream(), on_frame, &work, on_destroy, &error));
        camera.start();
        v4lxx_stream *mine = v4lxx_stream_ref(camera.stream());
        std::thread dispatcher([mine] {
            while (v4lxx_stream_dispatch(mine, -1, nullptr) == V4LXX_OK) {
            }
            v4lxx_stream_unref(mine);
        });
        if (round % 2 != 0)
            v4lxx_stream_close(camera.stream());
        else
            v4lxx_device_close(camera.device());
        camera.close();
        dispatcher.join();
        assert_int_equal(work.destroyed, 1);
    }
    assert_baseline(before);
}

int main()
{
    std::thread([] {}).join();  // a sanitizer starts a thread of its own with the first one, before anybody counts
    const CMUnitTest tests[] = {
        cmocka_unit_test(S18_the_device_is_closed_while_others_dequeue),
        cmocka_unit_test(bar14a_S16_frames_come_back_from_eight_threads_while_the_device_is_unplugged_and_closed),
        cmocka_unit_test(S18_get_fd_runs_beside_start_stop_and_close),
        cmocka_unit_test(S18_a_device_closed_under_a_call_makes_the_descriptor_readable),
        cmocka_unit_test(S17_stop_close_and_taking_it_away_are_allowed_inside_the_callback),
        cmocka_unit_test(S17_the_last_unref_is_allowed_inside_the_callback),
        cmocka_unit_test(U36_no_callback_runs_after_stop_from_another_thread),
        cmocka_unit_test(U36_close_and_unref_race_with_dispatch),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
