// Any method from any thread, many devices side by side, and nothing allocated once frames flow. Worth running under TSan.
#include "sim_camera.hpp"

#include "support/baseline.hpp"

#include <atomic>
#include <chrono>
#include <thread>

using namespace sim_test;
using v4lxx::test::allocations_made;

static void bar1a_nothing_is_allocated_for_a_frame(void **)
{
    for (const char *more : {"", ",format=NV12M", ",format=MJPG,size=64x48"}) {
        sim::World world(fake_jpeg);
        Camera camera(world, std::string("sim:camera,clock=virtual") + more);
        camera.start(4);
        auto run = [&](int frames) {
            for (int n = 0; n < frames; ++n) {
                Ready ready;
                if (camera.node().wait(nullptr, forever_ns, &ready) != 1 || camera.dqbuf() != 0 ||
                    camera.qbuf(camera.last.index) != 0)
                    fail_msg("frame %d failed", n);
            }
        };
        run(64);  // every MJPG picture of the cycle is encoded once
        const uint64_t before = allocations_made();
        assert_true(before > 0);
        run(500);
        assert_int_equal(allocations_made() - before, 0);
    }
}

static void part5_threads_share_a_camera(void **)
{
    sim::World world(nullptr);
    Camera camera(world, "sim:camera,fps=1000,size=64x48");
    camera.start(8);
    std::unique_ptr<Event> wake;
    assert_int_equal(make_eventfd(&wake), 0);
    std::atomic<bool> stop{false};
    std::atomic<int> frames{0}, strange{0};
    uint32_t type = camera.type();
    auto take = [&] {
        while (!stop) {
            Ready ready;
            if (camera.node().wait(wake.get(), 20 * ms, &ready) < 0)
                ++strange;
            v4l2_buffer b{};
            b.type = type;
            b.memory = V4L2_MEMORY_MMAP;
            int rc = camera.node().ioctl(VIDIOC_DQBUF, &b);
            if (rc == 0) {
                ++frames;
                uint32_t index = b.index;
                b = {};
                b.index = index;
                b.type = type;
                b.memory = V4L2_MEMORY_MMAP;
                rc = camera.node().ioctl(VIDIOC_QBUF, &b);
            }
            if (rc != 0 && rc != -EAGAIN)
                ++strange;
        }
    };
    auto look = [&] {
        while (!stop) {
            v4l2_format f{};
            f.type = type;
            if (camera.node().ioctl(VIDIOC_G_FMT, &f) != 0)
                ++strange;
            camera.sim().violations();
            camera.sim().frames_generated();
            camera.node().now_ns();
        }
    };
    std::vector<std::thread> threads;
    for (int n = 0; n < 4; ++n)
        threads.emplace_back(take);
    threads.emplace_back(look);
    while (frames < 100)
        std::this_thread::yield();
    stop = true;
    wake->signal();
    for (std::thread &thread : threads)
        thread.join();
    assert_int_equal(strange, 0);
    camera.assert_no_violations();
}

static void S01_a_waiter_in_another_thread_sees_the_unplug_within_50_ms(void **)
{
    for (const char *clock : {"real", "virtual"}) {
        sim::World world(nullptr);
        Camera camera(world, std::string("sim:camera,fps=1,clock=") + clock);
        assert_int_equal(camera.open(), 0);
        assert_int_equal(camera.reqbufs(2), 0);
        assert_int_equal(camera.qbuf(0), 0);
        assert_int_equal(camera.stream(true), 0);
        if (camera.wait(forever_ns) == POLLIN)
            assert_int_equal(camera.dqbuf(), 0);  // nothing is queued now: only the unplug can end the next wait
        std::atomic<int64_t> ended{0};
        std::thread waiter([&] {
            Ready ready;
            camera.node().wait(nullptr, forever_ns, &ready);
            if (ready.device == (POLLERR | POLLHUP | POLLPRI))
                ended = sim::monotonic_ns();
        });
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        int64_t begin = sim::monotonic_ns();
        camera.sim().unplug();
        waiter.join();
        assert_true(ended != 0);
        assert_true(ended - begin < 50 * ms);
    }
}

static void part5_a_virtual_waiter_goes_on_when_a_buffer_is_queued(void **)
{
    sim::World world(nullptr);
    Camera camera(world, "sim:camera,clock=virtual");
    camera.start(2);
    camera.next();
    uint32_t first = camera.last.index;
    camera.next();
    std::atomic<int> answer{0};
    std::thread waiter([&] {
        Ready ready;
        answer = camera.node().wait(nullptr, forever_ns, &ready);
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    assert_int_equal(camera.qbuf(first), 0);
    waiter.join();
    assert_int_equal(answer, 1);
    assert_int_equal(camera.dqbuf(), 0);
}

static void bar1f_sixteen_devices_run_side_by_side(void **)
{
    sim::World world(nullptr);
    std::vector<std::unique_ptr<Camera>> cameras;
    for (int n = 0; n < 16; ++n) {
        cameras.push_back(std::make_unique<Camera>(world, "sim:camera,fps=240,size=64x48,id=" + std::to_string(n)));
        cameras.back()->start(4);
    }
    std::vector<std::thread> threads;
    std::atomic<int> damaged{0};
    for (auto &camera : cameras)
        threads.emplace_back([&camera, &damaged] {
            for (int n = 0; n < 20; ++n) {
                Ready ready;
                camera->node().wait(nullptr, forever_ns, &ready);
                if (camera->dqbuf() != 0 ||
                    !sim::verify_intact(camera->picture(), sim::Pattern::chart, camera->last.sequence) ||
                    camera->qbuf(camera->last.index) != 0)
                    ++damaged;
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    assert_int_equal(damaged, 0);
    for (auto &camera : cameras)
        camera->assert_no_violations();
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar1a_nothing_is_allocated_for_a_frame),
        cmocka_unit_test(part5_threads_share_a_camera),
        cmocka_unit_test(S01_a_waiter_in_another_thread_sees_the_unplug_within_50_ms),
        cmocka_unit_test(part5_a_virtual_waiter_goes_on_when_a_buffer_is_queued),
        cmocka_unit_test(bar1f_sixteen_devices_run_side_by_side),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
