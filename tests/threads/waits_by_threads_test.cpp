// Two threads take, stop, start, cancel and close at once; cancels are never lost.
#include "support/camera.hpp"

#include "support/baseline.hpp"

#include <poll.h>

using namespace v4lxx::test;

static void S18_two_threads_take_stop_start_and_cancel_at_once_then_close(void **)
{
    const Baseline before = measure();
    for (int round = 0; round < 25; round++) {
        Camera camera("sim:camera,size=64x48,fps=1000");
        camera.start();
        std::atomic<int> impossible{0};
        auto everything = [&](unsigned seed) {
            for (int i = 0; i < 60; i++) {
                seed = seed * 1103515245 + 12345;
                v4lxx_status status = V4LXX_OK;
                switch ((seed >> 16) % 6) {
                case 0: status = v4lxx_stream_stop(camera.stream(), nullptr); break;
                case 1: status = v4lxx_stream_start(camera.stream(), nullptr); break;
                case 2: v4lxx_stream_cancel(camera.stream()); break;
                case 3: status = camera.try_next(0); break;
                default: status = camera.try_next(5 * ms); break;
                }
                impossible += status < 0 && status != V4LXX_ERROR_STATE && status != V4LXX_ERROR_CANCELLED &&
                              status != V4LXX_ERROR_CLOSED;
            }
            v4lxx_stream_close(camera.stream());
        };
        std::thread one(everything, 2u * static_cast<unsigned>(round) + 1),
            two(everything, 1000u + static_cast<unsigned>(round));
        one.join();
        two.join();
        assert_int_equal(impossible, 0);
        ASSERT_CODE(v4lxx_stream_start(camera.stream(), &error), V4LXX_CODE_OBJECT_CLOSED);
    }
    assert_baseline(before);
}

static void S11_S18_a_wait_without_end_is_ended_by_stop_close_and_cancel(void **)
{
    for (int round = 0; round < 90; round++) {
        Camera camera("sim:camera,size=64x48,fps=1");
        camera.start();
        std::atomic<v4lxx_status> ended{V4LXX_OK};
        std::thread waiter([&] {
            v4lxx_status status;
            while ((status = camera.try_next(-1)) == V4LXX_OK) {
            }
            ended = status;
        });
        if (round % 3 == 0)
            camera.stop();
        else if (round % 3 == 1)
            v4lxx_stream_close(camera.stream());
        else
            v4lxx_stream_cancel(camera.stream());
        waiter.join();
        assert_int_equal(ended, round % 3 == 0   ? V4LXX_ERROR_STATE
                                : round % 3 == 1 ? V4LXX_ERROR_CLOSED
                                                 : V4LXX_ERROR_CANCELLED);
    }
}

// An event loop that sleeps on the descriptor must hear of a cancel that came while it was inside a dequeue.
static void bar10c_S18_a_cancel_that_nobody_was_told_of_keeps_the_descriptor_readable(void **)
{
    Camera camera("sim:camera,size=64x48,fps=1");
    camera.start();
    pollfd entry{v4lxx_stream_get_fd(camera.stream()), POLLIN, 0};
    int unheard = 0;
    for (int round = 0; round < 500; round++) {
        std::atomic<bool> done{false};
        std::thread loop([&] {
            while (!done)
                camera.try_next(0);
        });
        for (int i = 0; i < 50; i++)
            v4lxx_stream_cancel(camera.stream());
        done = true;
        loop.join();
        const bool readable = poll(&entry, 1, 0) == 1;
        unheard += camera.try_next(0) == V4LXX_ERROR_CANCELLED && !readable;
    }
    assert_int_equal(unheard, 0);
}

int main()
{
    std::thread([] {}).join();  // a sanitizer starts a thread of its own with the first one, before anybody counts
    const CMUnitTest tests[] = {
        cmocka_unit_test(S18_two_threads_take_stop_start_and_cancel_at_once_then_close),
        cmocka_unit_test(S11_S18_a_wait_without_end_is_ended_by_stop_close_and_cancel),
        cmocka_unit_test(bar10c_S18_a_cancel_that_nobody_was_told_of_keeps_the_descriptor_readable),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
