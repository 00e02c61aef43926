// Many threads convert times of one context and of one camera, while its clocks are set.
#include "support/camera.hpp"

using namespace v4lxx::test;

static void bar11b_threads_convert_while_the_clocks_are_set(void **)
{
    constexpr int threads = 4, rounds = 500;
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
    camera.start();
    const HeldFrame frame = camera.next();
    std::atomic<int> failures{0};
    std::vector<std::thread> all;
    for (int i = 0; i < threads; i++)
        all.emplace_back([&, i] {
            const v4lxx_clock to = std::vector<v4lxx_clock>{V4LXX_CLOCK_REALTIME, V4LXX_CLOCK_BOOTTIME, V4LXX_CLOCK_TAI}[i % 3];
            v4lxx_converted_time time = V4LXX_CONVERTED_TIME_INIT;
            for (int round = 0; round < rounds; round++) {
                failures += v4lxx_frame_convert_time(frame.get(), to, &time, nullptr) != V4LXX_OK;
                failures +=
                    v4lxx_context_convert_time(camera.context(), round, V4LXX_CLOCK_MONOTONIC, to, &time, nullptr) != V4LXX_OK;
                failures += time.error_ns < 1;
            }
        });
    for (int round = 0; round < 50; round++) {
        camera.sim().step_clock(round % 2 == 0 ? second : -second);
        camera.sim().suspend_clock(second);
        camera.next();
    }
    for (std::thread &each : all)
        each.join();
    assert_int_equal(failures, 0);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar11b_threads_convert_while_the_clocks_are_set),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
