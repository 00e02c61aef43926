// A device that is lost and comes back, again and again, while threads use it: none of them may meet a node that goes.
#include "support/camera.hpp"

#include "support/baseline.hpp"
#include "support/control.hpp"

using namespace v4lxx::test;

static const char *camera_name = "sim:camera,size=64x48,fps=240,pattern=cells";

// What other threads of a program do meanwhile. Each call ends, with whatever the moment makes of it.
static void ask_and_set(Camera &camera, v4lxx_control *brightness, const std::atomic<bool> &ended)
{
    for (int64_t value = 0; !ended.load(); value = (value + 1) % 100) {
        v4lxx_stream_state state = V4LXX_STREAM_STATE_INIT;
        v4lxx_stream_account account = V4LXX_STREAM_ACCOUNT_INIT;
        v4lxx_format format = V4LXX_FORMAT_INIT;
        int64_t applied = 0;
        (void)v4lxx_stream_read_state(camera.stream(), &state, nullptr);
        (void)v4lxx_stream_read_account(camera.stream(), &account, nullptr);
        (void)v4lxx_device_read_format(camera.device(), &format, nullptr);
        (void)v4lxx_device_set_control_i64(camera.device(), brightness, value, &applied, nullptr);
        (void)v4lxx_device_info_get_path(v4lxx_device_get_info(camera.device()));
    }
}

// Out as soon as it was back, at most so often that there is time for some frames.
static void plug(Camera &camera, const std::atomic<bool> &ended)
{
    for (uint64_t seen = 0; !ended.load();) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        camera.sim().unplug();
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        camera.sim().replug();
        for (int i = 0; i < 200 && !ended.load() && read_account(camera.stream()).reconnects == seen; i++)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        seen = read_account(camera.stream()).reconnects;
    }
}

static void U14_threads_use_a_device_that_is_lost_and_comes_back(void **)
{
    const Baseline before = measure();
    {
        Camera camera(camera_name, 4, V4LXX_STREAM_RECONNECT);
        Control brightness(camera, "brightness");
        camera.start();
        std::atomic<bool> ended{false};
        std::thread plugging([&] { plug(camera, ended); });
        std::thread asking([&] { ask_and_set(camera, brightness.get(), ended); });
        std::thread stopping([&] {
            while (!ended.load()) {
                std::this_thread::sleep_for(std::chrono::milliseconds(150));
                (void)v4lxx_stream_stop(camera.stream(), nullptr);
                while (!ended.load() && v4lxx_stream_start(camera.stream(), nullptr) != V4LXX_OK)
                    std::this_thread::sleep_for(std::chrono::milliseconds(5));
            }
        });
        uint32_t frames = 0;
        std::vector<HeldFrame> held;
        // Until enough has happened, however slow the machine is; the limit only ends a test that has failed.
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
        while ((frames < 50 || camera.account().reconnects < 10) && std::chrono::steady_clock::now() < end) {
            v4lxx_frame *frame = nullptr;
            if (v4lxx_stream_dequeue(camera.stream(), 100 * ms, &frame, nullptr) != V4LXX_OK)
                continue;
            held.emplace_back(frame);
            if (held.size() > 2)
                held.erase(held.begin());
            frames++;
        }
        ended.store(true);
        plugging.join();
        asking.join();
        stopping.join();
        assert_true(frames >= 50);
        assert_true(camera.account().reconnects >= 10);
    }
    assert_baseline(before);
}

static void U14_a_close_ends_a_reconnection_from_another_thread(void **)
{
    const Baseline before = measure();
    for (int turn = 0; turn < 40; turn++) {
        Camera camera(camera_name, 4, V4LXX_STREAM_RECONNECT);
        camera.start();
        camera.next();
        camera.sim().unplug();
        std::thread closing([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(turn));
            camera.sim().replug();
            turn % 2 == 0 ? v4lxx_device_close(camera.device()) : v4lxx_stream_close(camera.stream());
        });
        v4lxx_status status = V4LXX_OK;
        while (status >= 0)
            status = camera.try_next(second);
        closing.join();
        assert_int_equal(status, V4LXX_ERROR_CLOSED);
    }
    assert_baseline(before);
}

int main()
{
    std::thread([] {}).join();  // a sanitizer starts a thread of its own with the first one, before anybody counts
    const CMUnitTest tests[] = {
        cmocka_unit_test(U14_threads_use_a_device_that_is_lost_and_comes_back),
        cmocka_unit_test(U14_a_close_ends_a_reconnection_from_another_thread),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
