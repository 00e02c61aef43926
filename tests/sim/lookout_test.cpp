// A stream that waits for its lost device is woken by what tells that devices come, however long the pauses of its own search are by then.
#include "support/baseline.hpp"
#include "support/call_fails.hpp"
#include "support/camera.hpp"
#include "support/events.hpp"

#include "device/context.hpp"

#include <poll.h>
#include <thread>

using namespace v4lxx;
using namespace v4lxx::test;

namespace {

constexpr const char *real_camera = "sim:camera,size=64x48,fps=100";
// It is looked for after 0, 50, 150, 350, 750, 1550 and 3150 ms.
constexpr int64_t in_a_pause = 1700 * ms, before_its_end = 3000 * ms;

void start_and_lose(Camera &camera)
{
    ASSERT_OK(v4lxx_context_listen(camera.context(), V4LXX_LISTEN_STREAMS, &error));
    camera.start();
    camera.next();
    camera.sim().unplug();
    assert_int_equal(camera.try_next(in_a_pause), V4LXX_TIMED_OUT);
    expect_event(camera.context(), V4LXX_EVENT_DEVICE_LOST);
}

int64_t away_for(Camera &camera) { return expect_event(camera.context(), V4LXX_EVENT_DEVICE_BACK).info.span_ns; }

}  // namespace

static void U14_S04_a_wait_is_woken_when_the_camera_comes(void **)
{
    Camera camera(real_camera, 4, V4LXX_STREAM_RECONNECT);
    start_and_lose(camera);
    std::thread plugging([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        camera.sim().replug();
    });
    camera.next().assert_intact();
    plugging.join();
    assert_in_range(away_for(camera), in_a_pause, before_its_end);
}

static void U14_S04_an_event_loop_is_woken_when_the_camera_comes(void **)
{
    Camera camera(real_camera, 4, V4LXX_STREAM_RECONNECT);
    pollfd entry{v4lxx_stream_get_fd(camera.stream()), POLLIN, 0};
    start_and_lose(camera);
    assert_int_equal(poll(&entry, 1, 0), 0);
    camera.sim().replug();
    for (int wakeups = 0; camera.account().delivered < 3; wakeups++) {
        assert_true(wakeups < 20);
        assert_int_equal(poll(&entry, 1, 1000), 1);
        camera.try_next(0);
    }
    assert_in_range(away_for(camera), in_a_pause, before_its_end);
    for (int looks = 0; poll(&entry, 1, 0) != 0; looks++) {  // another device that comes wakes nobody any more
        assert_true(looks < 5);
        camera.try_next(0);
    }
}

// Something else that comes is no reason to give up the pause for good, and no frame.
static void U14_another_camera_that_comes_is_a_reason_to_look_once(void **)
{
    Camera camera(real_camera, 4, V4LXX_STREAM_RECONNECT);
    start_and_lose(camera);
    const uint32_t attempts = read_state(camera.stream()).attempts;
    ASSERT_OK(v4lxx_context_add_simulated(camera.context(), "sim:camera,id=9", &error));
    assert_int_equal(camera.try_next(20 * ms), V4LXX_TIMED_OUT);
    assert_int_equal(read_state(camera.stream()).attempts, attempts + 1);
}

static void U14_without_a_monitor_the_camera_is_looked_for_all_the_same(void **)
{
    for (const auto call : {kernel::Call::make_monitor, kernel::Call::make_wait_set}) {
        CallFails faults(call);
        Camera camera("sim:camera,size=64x48,fps=100,clock=virtual", 4, V4LXX_STREAM_RECONNECT);
        auto &system = reinterpret_cast<device::Context *>(camera.context())->system();
        system.set_fault_plan(&faults);
        camera.start();
        camera.next();
        faults.armed = true;
        camera.sim().unplug();
        camera.inject("at time 3s replug");
        camera.next().assert_intact();
        assert_int_equal(camera.account().reconnects, 1);
        faults.armed = false;
        system.set_fault_plan(nullptr);
    }
}

// Made at the first loss, and kept; nothing of it is left when the stream is gone.
static void U14_what_listens_is_one_for_a_stream_however_often_its_camera_goes(void **)
{
    const Baseline before = measure();
    {
        Camera camera("sim:camera,size=64x48,fps=100,clock=virtual", 4, V4LXX_STREAM_RECONNECT);
        camera.start();
        int descriptors = 0;
        for (int turn = 0; turn < 10; turn++) {
            camera.next();
            camera.sim().unplug();
            camera.inject("at time 500ms replug");
            camera.next();
            if (turn == 0)
                descriptors = static_cast<int>(measure().descriptors);
            assert_int_equal(measure().descriptors, descriptors);
        }
    }
    assert_baseline(before);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(U14_S04_a_wait_is_woken_when_the_camera_comes),
        cmocka_unit_test(U14_S04_an_event_loop_is_woken_when_the_camera_comes),
        cmocka_unit_test(U14_another_camera_that_comes_is_a_reason_to_look_once),
        cmocka_unit_test(U14_without_a_monitor_the_camera_is_looked_for_all_the_same),
        cmocka_unit_test(U14_what_listens_is_one_for_a_stream_however_often_its_camera_goes),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
