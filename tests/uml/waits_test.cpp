// Waits on a real node: signals, polling without a buffer, cancels.
#include "uml/vivid.hpp"

#include "support/storm.hpp"

#include <chrono>
#include <poll.h>

using namespace v4lxx::test;

static int64_t now_ns()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// The system calls of a real node are interrupted; those of the simulator are not.
static void S19_U12_1000_signals_a_second_change_no_result(void **state)
{
    Library library;
    RealCamera camera(library.get(), node_of(state), {.buffers = 8});
    const Storm storm(SIGPROF, ms);
    camera.start();
    uint64_t number = 0;
    for (int i = 0; i < 60; i++)
        number = camera.next().info().number;
    const auto account = camera.account();
    assert_int_equal(account.delivered, 60);
    assert_int_equal(account.delivered + account.driver_dropped, number + 1);
    assert_int_equal(account.io_errors + account.requeue_failures, 0);
    {
        ControlSet dropping(node_of(state), "Percentage of Dropped Buffers", 100, 0);
        for (int frames = 0; camera.try_next(0) == V4LXX_OK; frames++)
            assert_true(frames < 20);
        const int64_t start = now_ns();
        assert_int_equal(camera.try_next(300 * ms), V4LXX_TIMED_OUT);
        assert_true(now_ns() - start >= 300 * ms);
    }
    camera.next();
    camera.stop();
    assert_true(storm.signals() > 100);
}

static void bar10d_B12_all_buffers_held_leave_the_descriptor_quiet(void **state)
{
    Library library;
    RealCamera camera(library.get(), node_of(state), {.buffers = 2});
    camera.start();
    HeldFrame first = camera.next(), other = camera.next();
    pollfd entry{v4lxx_stream_get_fd(camera.stream()), POLLIN, 0};
    camera.try_next(0);
    assert_int_equal(poll(&entry, 1, 100), 0);
    first = HeldFrame(nullptr);
    assert_int_equal(poll(&entry, 1, 5000), 1);
    assert_int_equal(camera.try_next(second), V4LXX_OK);
    assert_int_equal(camera.account().held, 1);
}

int main()
{
    const CMUnitTest tests[] = {
        ON_BOTH_APIS(S19_U12_1000_signals_a_second_change_no_result),
        ON_BOTH_APIS(bar10d_B12_all_buffers_held_leave_the_descriptor_quiet),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
