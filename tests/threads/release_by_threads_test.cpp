// Frames are released by threads that did not take them, while others stop, reformat, start and look on.
#include "support/camera.hpp"

#include "frame_bin.hpp"
#include "support/baseline.hpp"

using namespace v4lxx::test;

static void set_size(Camera &camera, uint32_t width, uint32_t height)
{
    v4lxx_format format = V4LXX_FORMAT_INIT;
    format.width = width;
    format.height = height;
    ASSERT_OK(v4lxx_device_set_format(camera.device(), &format, nullptr, &error));
}

static void S18_eight_threads_release_while_another_stops_reformats_and_starts(void **)
{
    for (const char *orphan : {"yes", "no"}) {
        const Baseline before = measure();
        {
            Camera camera(std::string("sim:camera,size=64x48,fps=1000,orphan=") + orphan, 8);
            FrameBin bin(8);
            for (int round = 0; round < 40; round++) {
                const bool wide = round % 2 != 0;
                set_size(camera, wide ? 320 : 64, wide ? 240 : 48);
                camera.start();
                for (int i = 0; i < 10; i++) {
                    HeldFrame frame = camera.next();
                    assert_int_equal(frame.info().width, wide ? 320 : 64);
                    bin.take(frame.release());
                }
                camera.stop();
            }
            bin.empty();
            assert_int_equal(camera.account().held, 0);
            assert_int_equal(camera.account().requeue_failures, 0);
        }
        assert_baseline(before);
    }
}

// A frame that is being read keeps its bytes while stop moves or orphans them under the reader.
static void bar14b_a_frame_stays_intact_while_another_thread_stops(void **)
{
    for (const char *orphan : {"yes", "no"}) {
        Camera camera(std::string("sim:camera,size=64x48,fps=1000,orphan=") + orphan);
        for (int round = 0; round < 50; round++) {
            camera.start();
            HeldFrame held = camera.next();
            std::atomic<bool> reading{false};
            std::thread stopper([&] {
                while (!reading)
                    std::this_thread::yield();
                v4lxx_stream_stop(camera.stream(), nullptr);
            });
            reading = true;
            for (int i = 0; i < 3; i++)
                held.assert_intact();
            stopper.join();
            held.assert_intact();
        }
    }
}

// Whoever finds the lock taken leaves the frame to the holder: that one must not forget it, whatever it came for.
static void bar14a_a_frame_released_while_the_account_is_read_goes_back_to_the_driver(void **)
{
    Camera camera("sim:camera,size=64x48,fps=1000", 2);
    camera.start();
    std::atomic<bool> done{false};
    std::thread reader([&] {
        v4lxx_stream_account account = V4LXX_STREAM_ACCOUNT_INIT;
        v4lxx_format format = V4LXX_FORMAT_INIT;
        while (!done) {
            v4lxx_stream_read_account(camera.stream(), &account, nullptr);
            v4lxx_stream_read_format(camera.stream(), &format, nullptr);
        }
    });
    int starved = 0;
    {
        FrameBin bin(1);
        for (int i = 0; i < 3000 && starved == 0; i++) {
            v4lxx_frame *frame = nullptr;
            if (v4lxx_stream_dequeue(camera.stream(), second, &frame, nullptr) == V4LXX_OK)
                bin.take(frame);
            else
                starved++;
        }
    }
    done = true;
    reader.join();
    assert_int_equal(starved, 0);
}

static void bar14a_frames_released_by_eight_threads_never_starve_a_waiting_consumer(void **)
{
    Camera camera("sim:camera,size=64x48,fps=1000", 2);
    camera.start();
    {
        FrameBin bin(8);
        for (int i = 0; i < 3000; i++)
            bin.take(camera.next().release());
    }
    assert_int_equal(camera.account().delivered, 3000);
    assert_int_equal(camera.account().held, 0);
}

// The queue gets buffers while others give some back, and nobody reads what is moved for it.
static void bar1d_S18_the_queue_grows_while_eight_threads_release(void **)
{
    const Baseline before = measure();
    {
        v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
        options.buffer_count = 3;
        options.min_queued = 2;
        options.reserve = V4LXX_RESERVE_GROW;
        options.max_buffers = 24;
        Camera camera("sim:camera,size=64x48,fps=1000", options);
        for (int round = 0; round < 20; round++) {
            camera.start();
            FrameBin bin(8);
            std::vector<HeldFrame> held;
            for (size_t i = 0; i < 120; i++) {
                held.push_back(camera.next());
                held.back().assert_intact();
                if (held.size() > 4 + i / 6)
                    for (size_t some = held.size() / 2; some > 0; some--) {
                        bin.take(held.back().release());
                        held.pop_back();
                    }
            }
            assert_true(v4lxx_stream_get_buffer_count(camera.stream()) > 3);
            assert_true(v4lxx_stream_get_buffer_count(camera.stream()) <= 24);
            for (HeldFrame &frame : held)
                bin.take(frame.release());
            if (round % 2 != 0)
                camera.stop();  // while they are at it
            bin.empty();
            camera.stop();
        }
        assert_int_equal(camera.account().held, 0);
        assert_int_equal(camera.account().requeue_failures, 0);
        assert_true(camera.account().buffers_grown >= 20);
    }
    assert_baseline(before);
}

int main()
{
    std::thread([] {}).join();  // a sanitizer starts a thread of its own with the first one, before anybody counts
    const CMUnitTest tests[] = {
        cmocka_unit_test(S18_eight_threads_release_while_another_stops_reformats_and_starts),
        cmocka_unit_test(bar14b_a_frame_stays_intact_while_another_thread_stops),
        cmocka_unit_test(bar14a_a_frame_released_while_the_account_is_read_goes_back_to_the_driver),
        cmocka_unit_test(bar14a_frames_released_by_eight_threads_never_starve_a_waiting_consumer),
        cmocka_unit_test(bar1d_S18_the_queue_grows_while_eight_threads_release),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
